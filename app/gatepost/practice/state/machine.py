"""Machine settings of a practice host: service, listeners, firewall rules, system; its registry stands beside them."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from gatepost.practice.state.registry import Registry

HTTP, HTTPS = "HTTP", "HTTPS"
DEFAULT_PORTS = {HTTP: 5985, HTTPS: 5986}
START_MODES = {"Automatic": "Auto", "Manual": "Manual", "Disabled": "Disabled"}
"""What ChangeStartMode takes, and the words in which the property tells it."""
DOMAIN, PRIVATE, PUBLIC = 1, 2, 4
PROFILES = {"Domain": DOMAIN, "Private": PRIVATE, "Public": PUBLIC}


@dataclass(slots=True)
class ServiceRecord:
    """The service as the service control manager has it; ``start_mode`` is Auto, Manual or Disabled."""

    running: bool
    start_mode: str
    delayed: bool


@dataclass(slots=True)
class WinrmListener:
    """A listener of the configuration; ``policy``: a Group Policy made it, nothing else can change it."""

    address: str
    transport: str
    port: int
    hostname: str = ""
    enabled: bool = True
    url_prefix: str = "wsman"
    thumbprint: str = ""
    listening_on: tuple[str, ...] = ()
    policy: bool = False

    @classmethod
    def at(cls, address: str, transport: str) -> WinrmListener:
        """Return a new listener as the host makes it: its transport's port; ``address`` is ``*`` or as in ``IP:::1``."""
        reach = ("127.0.0.1", "::1") if address == "*" else (address.partition(":")[2],)
        return cls(address, transport, DEFAULT_PORTS[transport], listening_on=reach)

    @property
    def key(self) -> tuple[str, str]:
        """The selectors as (address, transport), upper case."""
        return self.address.upper(), self.transport.upper()


@dataclass(slots=True)
class InboundRule:
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

    caption: str
    role: int
    domain: str
    language: int

    @property
    def in_domain(self) -> bool:
        """Whether the computer is a member or a controller of a domain."""
        return self.role not in (0, 2)


@dataclass(slots=True)
class SimulatedMachine:
    """All machine settings; mutable."""

    system: System
    service: ServiceRecord
    listeners: list[WinrmListener]
    rules: list[InboundRule]
    registry: Registry

    def listener(self, address: str, transport: str) -> WinrmListener | None:
        """Return a listener by its selectors, in any case."""
        key = (address.upper(), transport.upper())
        return next((listener for listener in self.listeners if listener.key == key), None)

    def answers(self, transport: str) -> bool:
        """Whether the host is reachable over the network with HTTP or HTTPS."""
        ports = {listener.port for listener in self.listeners if listener.enabled and listener.transport == transport}
        return self.service.running and any(rule.enabled and rule.port in ports for rule in self.rules)

    def as_json(self) -> dict[str, object]:
        """Return the settings as JSON, for the console command ``machine``."""
        shown = ("address", "transport", "port", "enabled", "policy")
        listeners = sorted(self.listeners, key=lambda each: each.key)
        return {
            "service": asdict(self.service),
            "listeners": [{name: getattr(listener, name) for name in shown} for listener in listeners],
            "rules": {rule.name: rule.enabled for rule in self.rules},
            "token_policy": self.registry.token_policy,
        }
