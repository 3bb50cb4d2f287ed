"""Small plug-in documents for the tests of models and windows."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot
from gatepost.models.endpoints.endpoint_row import EndpointRow, endpoint_rows

ROOT_SDDL = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
_NS = "http://schemas.microsoft.com/wbem/wsman/1/config/PluginConfiguration"


def endpoint(
    name: str, dacl: str | None = "D:P(A;;GA;;;BA)", *, enabled: bool = True, extra: str = ""
) -> SessionConfiguration:
    """Make one endpoint; ``dacl`` None leaves it without a descriptor, ``extra`` are attributes."""
    uri = quoteattr(f"http://schemas.microsoft.com/powershell/{name}")
    security = (
        f'<Security Uri={uri} ExactMatch="true" Sddl={quoteattr(f"O:NSG:BA{dacl}")}/>' if dacl is not None else ""
    )
    document = (
        f'<PlugInConfiguration xmlns="{_NS}" Name={quoteattr(name)} Filename="%windir%\\system32\\pwrshplugin.dll" '
        f'SDKVersion="2" XmlRenderingType="text" Enabled="{str(enabled).lower()}" Architecture="64" {extra}>'
        '<InitializationParameters><Param Name="PSVersion" Value="5.1"/></InitializationParameters>'
        f'<Resources><Resource ResourceUri={uri} SupportsOptions="true" ExactMatch="true">{security}'
        '<Capability Type="Shell"/></Resource></Resources><Quotas MaxShells="25"/></PlugInConfiguration>'
    )
    return SessionConfiguration.from_xml(document.encode())


def on_host(configuration: SessionConfiguration, root_sddl: str = ROOT_SDDL) -> Endpoint:
    """The endpoint on a host with that RootSDDL."""
    return Endpoint(configuration, root_sddl)


def rows_of(read: HostSnapshot) -> tuple[EndpointRow, ...]:
    """The rows of the table of endpoints, as a session hands them to the window."""
    return tuple(endpoint_rows(read))


def snapshot(*configurations: SessionConfiguration, host: str = "SRV01") -> HostSnapshot:
    """A reading of a host that holds these endpoints."""
    identity = HostIdentity(host.lower(), host, rf"{host}\admin", "NTLM", encrypted=True)
    return HostSnapshot(identity, configurations, ROOT_SDDL)
