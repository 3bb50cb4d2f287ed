"""Facts of a host, and single values read out of its resource XML: RootSDDL, an account's name."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.configuration.principal import Principal, sid_in
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host.instance import Instance, read_instance
from gatepost.endpoints.host.settings import Listener
from gatepost.endpoints.text import ENDPOINTS, Text

_ROLES = (
    ENDPOINTS.tr("Stand-alone workstation"),
    ENDPOINTS.tr("Member workstation"),
    ENDPOINTS.tr("Stand-alone server"),
    ENDPOINTS.tr("Member server"),
    ENDPOINTS.tr("Domain controller"),
    ENDPOINTS.tr("Primary domain controller"),
)


@dataclass(frozen=True, slots=True)
class SystemFacts:
    """The operating system: its name as Windows says it, and its version with the build."""

    caption: str
    version: str

    @classmethod
    def of(cls, instance: Instance) -> SystemFacts:
        """Read a Win32_OperatingSystem.

        Raises:
            DocumentError: a value is far too long.
        """
        return cls(instance.word("Caption"), instance.word("Version"))


@dataclass(frozen=True, slots=True)
class ComputerFacts:
    """The computer in its network. ``role`` is DomainRole, 0 to 5, or None for another number."""

    name: str
    domain: str
    role: int | None

    @classmethod
    def of(cls, instance: Instance) -> ComputerFacts:
        """Read a Win32_ComputerSystem.

        Raises:
            DocumentError: it is something else.
        """
        if not instance.word("Name"):
            raise DocumentError("The answer is not a computer.")
        role = instance.number("DomainRole")
        known_role = role if role is not None and role < len(_ROLES) else None
        return cls(instance.word("Name"), instance.word("Domain"), known_role)

    @property
    def role_words(self) -> Text:
        """The role, for people."""
        return _ROLES[self.role] if self.role is not None else ENDPOINTS.tr("unknown")


@dataclass(frozen=True, slots=True)
class HostFacts:
    """Facts of a host. Each part was read by itself, and an error stands for what was not.

    ``powershell`` are the versions that are installed, the oldest first.
    """

    system: SystemFacts | HostError
    computer: ComputerFacts | HostError
    powershell: tuple[str, ...] | HostError
    root_sddl: str | HostError
    listeners: tuple[Listener, ...] | HostError


def root_sddl(service_configuration: bytes) -> str:
    """Return RootSDDL from the document of config/service; "" where it holds none ([MS-WSMV] 2.2.4.10)."""
    return read_instance(service_configuration).text("RootSDDL")


def windows_version(win32_operating_system: bytes) -> str:
    """Return the version in a Win32_OperatingSystem instance, as in "6.1.7601"."""
    return read_instance(win32_operating_system).word("Version")


def windows_directory(win32_operating_system: bytes) -> str:
    r"""Return the folder of Windows in a Win32_OperatingSystem instance, as in "C:\Windows"."""
    return read_instance(win32_operating_system).word("WindowsDirectory")


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
