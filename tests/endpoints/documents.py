"""Plug-in documents for tests, written as a Windows host writes them."""

from xml.sax.saxutils import quoteattr

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot
from gatepost.security import Accounts

NAMESPACE = "http://schemas.microsoft.com/wbem/wsman/1/config/PluginConfiguration"
WINDOWS_POWERSHELL = r"%windir%\system32\pwrshplugin.dll"
POWERSHELL_7 = r"%windir%\system32\PowerShell\7.5.4\pwrshplugin.dll"
ROOT_SDDL = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
USER01 = "S-1-5-21-3457937927-2839227994-823803824-1104"
NO_SECURITY: tuple[str, ...] = ()
HOST = HostIdentity("key", "SERVER01", r"SERVER01\Administrator", "NTLM", True)


def sddl(dacl: str) -> str:
    """A whole descriptor around ``dacl``, which is written without the leading ``D:``."""
    return f"O:NSG:BAD:{dacl}S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"


def document(
    name: str = "Test",
    sddls: tuple[str, ...] = ("O:NSG:BAD:P(A;;GA;;;BA)",),
    attributes: str = 'Enabled="true" Architecture="64"',
    filename: str = WINDOWS_POWERSHELL,
    parameters: str = '<Param Name="PSVersion" Value="5.1"/>',
    more: str = "",
) -> bytes:
    """A PlugInConfiguration with one Resource that holds a Security for each of ``sddls``."""
    uri = quoteattr(f"http://schemas.microsoft.com/powershell/{name}")
    nodes = "".join(
        f'<Security xmlns="{NAMESPACE}" Uri={uri} ExactMatch="true" Sddl={quoteattr(text)}/>' for text in sddls
    )
    return (
        f'<PlugInConfiguration xmlns="{NAMESPACE}" Name={quoteattr(name)} Filename={quoteattr(filename)}'
        f' SDKVersion="2" XmlRenderingType="text" {attributes}>'
        f"<InitializationParameters>{parameters}</InitializationParameters>"
        f'<Resources><Resource ResourceUri={uri} SupportsOptions="true" ExactMatch="true">'
        f'{nodes}<Capability Type="Shell"/></Resource></Resources>'
        f'<Quotas MaxShells="25" MaxShellsPerUser="30"/>{more}</PlugInConfiguration>'
    ).encode()


def configuration(
    *dacls: str, name: str = "Test", enabled: bool = True, attributes: str = "", **others: str
) -> SessionConfiguration:
    """An endpoint with one descriptor for each of ``dacls``."""
    enabled_text = "true" if enabled else "false"
    return SessionConfiguration.from_xml(
        document(name, tuple(map(sddl, dacls)), f'Enabled="{enabled_text}" {attributes}', **others)
    )


def with_text(text: str, **others: object) -> SessionConfiguration:
    """An endpoint whose one descriptor is ``text`` as it stands."""
    return SessionConfiguration.from_xml(document(sddls=(text,), **others))


def on_host(configuration: SessionConfiguration, root_sddl: str = ROOT_SDDL) -> Endpoint:
    """The endpoint on a host with that RootSDDL."""
    return Endpoint(configuration, root_sddl)


def dacls(endpoint: SessionConfiguration) -> list[str]:
    """What stands between ``D:`` and ``S:`` in each descriptor."""
    return [node.sddl.partition("D:")[2].partition("S:P")[0] for node in endpoint.security_nodes]


def snapshot(*endpoints: SessionConfiguration, **names: str) -> HostSnapshot:
    return HostSnapshot(HOST, endpoints, ROOT_SDDL, accounts=Accounts({USER01: r"DOMAIN01\User01"} | names))


SETTABLE = [AccessMode.REMOTE, AccessMode.LOCAL, AccessMode.DISABLED]
