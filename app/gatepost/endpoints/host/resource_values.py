"""Single values read out of resource XML: RootSDDL, the version of Windows, an account's name."""

from __future__ import annotations

from gatepost.endpoints.configuration.principal import Principal, sid_in
from gatepost.endpoints.host.instance import read_instance


def read_root_sddl(service_configuration: bytes) -> str:
    """Return RootSDDL from the document of config/service; "" where it holds none ([MS-WSMV] 2.2.4.10)."""
    return read_instance(service_configuration).text("RootSDDL")


def read_windows_version(win32_operating_system: bytes) -> str:
    """Return the version in a Win32_OperatingSystem instance, as in "6.1.7601"."""
    return read_instance(win32_operating_system).word("Version")


def read_windows_directory(win32_operating_system: bytes) -> str:
    r"""Return the folder of Windows in a Win32_OperatingSystem instance, as in "C:\Windows"."""
    return read_instance(win32_operating_system).word("WindowsDirectory")


def read_sid_name(win32_sid: bytes) -> str:
    """Return the domain and name in a Win32_SID instance, joined by a backslash; "" where the host does not know the SID."""
    instance = read_instance(win32_sid)
    name, domain = instance.text("AccountName"), instance.text("ReferencedDomainName")
    return f"{domain}\\{name}" if domain and name else name


def read_account(win32_account: bytes) -> Principal:
    """Return who an instance of Win32_Account, or of a class under it, is; the SID is "" where it tells none."""
    instance = read_instance(win32_account)
    name, domain = instance.text("Name"), instance.text("Domain")
    return Principal(sid_in(instance.text("SID")) or "", f"{domain}\\{name}" if domain else name)
