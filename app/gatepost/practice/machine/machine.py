"""What a practice host has beside its plug-ins: service, listeners, firewall rules, registry, system facts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from gatepost.practice.machine.registry import Registry

HTTP, HTTPS = "HTTP", "HTTPS"
START_MODES = {"Automatic": "Auto", "Manual": "Manual", "Disabled": "Disabled"}
"""What ChangeStartMode takes, and the words in which the property tells it."""
DOMAIN, PRIVATE, PUBLIC = 1, 2, 4
PROFILES = {"Domain": DOMAIN, "Private": PRIVATE, "Public": PUBLIC}


@dataclass(frozen=True, slots=True)
class WinrmService:
    """The service as the service control manager has it; ``start_mode`` is Auto, Manual or Disabled."""

    running: bool = True
    start_mode: str = "Auto"
    delayed: bool = False


@dataclass(frozen=True, slots=True)
class WinrmListener:
    """A listener of the configuration; ``policy``: a Group Policy made it, nothing else can change it."""

    address: str = "*"
    transport: str = HTTP
    port: int = 5985
    hostname: str = ""
    enabled: bool = True
    url_prefix: str = "wsman"
    thumbprint: str = ""
    listening_on: tuple[str, ...] = ()
    policy: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What selects it."""
        return self.address.upper(), self.transport.upper()


@dataclass(frozen=True, slots=True)
class FirewallRule:
    """An inbound rule; ``profiles`` is a mask of DOMAIN, PRIVATE and PUBLIC, 0 for any."""

    name: str
    title: str
    profiles: int
    enabled: bool
    port: int = 5985
    policy: bool = False


@dataclass(frozen=True, slots=True)
class System:
    """The facts of Win32_OperatingSystem and Win32_ComputerSystem; ``role`` is DomainRole, 0 to 5."""

    caption: str = "Microsoft Windows Server"
    role: int = 2
    domain: str = "WORKGROUP"
    language: int = 1033

    @property
    def in_domain(self) -> bool:
        """Whether the computer is a member or a controller of a domain."""
        return self.role not in (0, 2)


@dataclass(slots=True)
class Machine:
    """The mutable whole."""

    system: System = field(default_factory=System)
    service: WinrmService = field(default_factory=WinrmService)
    listeners: list[WinrmListener] = field(default_factory=lambda: [WinrmListener()])
    rules: list[FirewallRule] = field(default_factory=list)
    registry: Registry = field(default_factory=Registry)

    def copy(self) -> Machine:
        """Return a machine that can be changed apart from this one."""
        return replace(self, listeners=list(self.listeners), rules=list(self.rules), registry=self.registry.copy())

    def answers(self, transport: str) -> bool:
        """Return whether a caller from the network is let in over HTTP or HTTPS."""
        ports = {listener.port for listener in self.listeners if listener.enabled and listener.transport == transport}
        return self.service.running and any(rule.enabled and rule.port in ports for rule in self.rules)

    def as_json(self) -> dict[str, object]:
        """Return all that can change, for the console's ``machine``."""
        return {
            "service": {
                "running": self.service.running,
                "start_mode": self.service.start_mode,
                "delayed": self.service.delayed,
            },
            "listeners": [
                {
                    "address": listener.address,
                    "transport": listener.transport,
                    "port": listener.port,
                    "enabled": listener.enabled,
                    "policy": listener.policy,
                }
                for listener in sorted(self.listeners, key=lambda each: each.key)
            ],
            "rules": {rule.name: rule.enabled for rule in self.rules},
            "token_policy": self.registry.token_policy,
        }
