"""Single facts read out of a host's resource XML: RootSDDL, an account's name."""

from __future__ import annotations

from app.endpoints.instance import read_instance
from app.endpoints.principal import Principal, sid_in


def root_sddl(service_configuration: bytes) -> str:
    """Return RootSDDL from the document of config/service; "" where it holds none ([MS-WSMV] 2.2.4.10)."""
    return read_instance(service_configuration).text("RootSDDL")


def account_name(win32_sid: bytes) -> str:
    """Return the domain and name in a Win32_SID instance, joined by a backslash; "" where the host does not know the SID."""
    instance = read_instance(win32_sid)
    name, domain = instance.text("AccountName"), instance.text("ReferencedDomainName")
    return f"{domain}\\{name}" if domain and name else name


def account(win32_account: bytes) -> Principal:
    """Return who an instance of Win32_Account, or of a class under it, is; the SID is "" where it tells none."""
    instance = read_instance(win32_account)
    name, domain = instance.text("Name"), instance.text("Domain")
    return Principal(sid_in(instance.text("SID")) or "", f"{domain}\\{name}" if domain else name)
