"""Facts of a host: its system, computer, PowerShell versions, RootSDDL and listeners."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.errors import Result
from gatepost.endpoints.host.instance import Instance
from gatepost.endpoints.host.settings import Listener
from gatepost.endpoints.text import ENDPOINTS, Text

_ROLES = (
    ENDPOINTS.tr("Standalone workstation"),
    ENDPOINTS.tr("Member workstation"),
    ENDPOINTS.tr("Standalone server"),
    ENDPOINTS.tr("Member server"),
    ENDPOINTS.tr("Domain controller"),
    ENDPOINTS.tr("Domain controller (PDC emulator)"),
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

    system: Result[SystemFacts]
    computer: Result[ComputerFacts]
    powershell: Result[tuple[str, ...]]
    root_sddl: Result[str]
    listeners: Result[tuple[Listener, ...]]
