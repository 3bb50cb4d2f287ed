"""The settings of a host around its endpoints: the WinRM service, listeners, firewall rules, the token policy."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import Enum, Flag, auto

from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.host.instance import Instance
from gatepost.untrusted_xml import truth

AUTOMATIC, MANUAL, DISABLED = "Auto", "Manual", "Disabled"
"""Start modes, in the words of Win32_Service."""
RUNNING, STOPPED = "Running", "Stopped"
WINRM = "WinRM"
"""The name of the service."""
HTTP, HTTPS = "HTTP", "HTTPS"
ANY_ADDRESS = "*"
_MOST_ADDRESSES = 64
_ENABLED, _DISABLED, _GROUP_POLICY = 1, 2, 2  # MSFT_NetFirewallRule: Enabled, PolicyStoreSourceType


class Carrier(Enum):
    """The transport that our own messages travel on. LOCAL needs the service, but neither a listener nor the firewall."""

    HTTP = "HTTP"
    HTTPS = "HTTPS"
    LOCAL = "local"


class Profile(Flag):
    """Kinds of network that a firewall rule holds for."""

    DOMAIN = auto()
    PRIVATE = auto()
    PUBLIC = auto()


ANY_PROFILE = Profile.DOMAIN | Profile.PRIVATE | Profile.PUBLIC


@dataclass(frozen=True, slots=True)
class WinrmService:
    """The service; ``state`` and ``start_mode`` are Windows' own words, ``delayed``: starts some time after the others."""

    state: str
    start_mode: str
    delayed: bool = False

    @classmethod
    def of(cls, instance: Instance) -> WinrmService:
        """Read a Win32_Service.

        Raises:
            DocumentError: it is something else.
        """
        if not instance.word("State") or not instance.word("StartMode"):
            raise DocumentError("The answer is not a service.")
        return cls(instance.word("State"), instance.word("StartMode"), instance.flag("DelayedAutoStart"))


@dataclass(frozen=True, slots=True)
class Listener:
    """A listener. ``reaches`` are the addresses that it has found; ``from_policy``: it cannot be changed on the host."""

    address: str
    transport: str
    port: int
    enabled: bool = True
    hostname: str = ""
    url_prefix: str = "wsman"
    thumbprint: str = ""
    reaches: tuple[str, ...] = ()
    from_policy: bool = False

    @classmethod
    def of(cls, instance: Instance) -> Listener:
        """Read a Listener of the configuration.

        Raises:
            DocumentError: it is something else, or doesn't tell whether it is enabled.
        """
        enabled = truth(instance.text("Enabled"))
        if not instance.word("Address") or not instance.word("Transport"):
            raise DocumentError("The answer is not a listener.")
        if enabled is None:
            raise DocumentError("A listener doesn't tell whether it is enabled.")
        return cls(
            address=instance.word("Address"),
            transport=instance.word("Transport").upper(),
            port=instance.number("Port") or 0,
            enabled=enabled,
            hostname=instance.word("Hostname"),
            url_prefix=instance.word("URLPrefix"),
            thumbprint=instance.word("CertificateThumbprint"),
            reaches=instance.texts("ListeningOn")[:_MOST_ADDRESSES],
            from_policy=instance.attributes.get("Source", "").upper() == "GPO",
        )

    @property
    def key(self) -> str:
        """The name under which a write of it is known: address and transport."""
        return f"{self.address} {self.transport}"

    def to_json(self) -> str:
        """Return what is needed to make it again, as text."""
        kept = {name: value for name, value in asdict(self).items() if name not in ("reaches", "from_policy")}
        return json.dumps(kept, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Listener:
        """Read what ``to_json`` wrote.

        Raises:
            ValueError: it is something else.
        """
        try:
            return cls(**json.loads(text))
        except (TypeError, ValueError, RecursionError) as error:
            raise ValueError("not a listener") from error


@dataclass(frozen=True, slots=True)
class FirewallRule:
    """A rule of the Windows firewall for WinRM; ``name`` is its InstanceID."""

    name: str
    title: str
    profiles: Profile
    enabled: bool
    from_policy: bool = False

    @classmethod
    def of(cls, instance: Instance) -> FirewallRule:
        """Read an MSFT_NetFirewallRule.

        Raises:
            DocumentError: it is something else.
        """
        name = instance.word("InstanceID")
        if not name:
            raise DocumentError("The answer is not a firewall rule.")
        if instance.number("Enabled") not in (_ENABLED, _DISABLED):
            raise DocumentError("A firewall rule doesn't tell whether it is enabled.")
        return cls(
            name=name,
            title=instance.word("DisplayName") or instance.word("ElementName") or name,
            profiles=Profile((instance.number("Profiles") or 0) & ANY_PROFILE.value) or ANY_PROFILE,
            enabled=instance.number("Enabled") == _ENABLED,
            from_policy=instance.number("PolicyStoreSourceType") == _GROUP_POLICY,
        )

    @property
    def lets_in(self) -> Carrier | None:
        """What it seems to let in, by its name, as Windows names its own; None: the old ports of compatibility."""
        name = self.name.upper()
        if "COMPAT" in name:
            return None
        return Carrier.HTTPS if name.startswith("WINRM-HTTPS") else Carrier.HTTP
