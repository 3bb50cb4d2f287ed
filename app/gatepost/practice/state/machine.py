"""Machine settings of a practice host: service, listeners, firewall rules, registry, system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

HTTP, HTTPS = "HTTP", "HTTPS"
DEFAULT_PORTS = {HTTP: 5985, HTTPS: 5986}
START_MODES = {"Automatic": "Auto", "Manual": "Manual", "Disabled": "Disabled"}
"""What ChangeStartMode takes, and the words in which the property tells it."""
DOMAIN, PRIVATE, PUBLIC = 1, 2, 4
PROFILES = {"Domain": DOMAIN, "Private": PRIVATE, "Public": PUBLIC}
POLICIES = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"
TOKEN_POLICY = "LocalAccountTokenFilterPolicy"  # noqa: S105 - the name of a setting
WINDOWS_POWERSHELL = r"SOFTWARE\Microsoft\PowerShell\3\PowerShellEngine"
POWERSHELL_CORE = r"SOFTWARE\Microsoft\PowerShellCore\InstalledVersions"

Value = int | str


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


class Registry:
    """Parts of HKEY_LOCAL_MACHINE that the program reads: keys and values; the case of names does not matter."""

    def __init__(self, keys: dict[str, dict[str, Value]]) -> None:
        """Start with these keys, paths without the hive."""
        self._keys = keys

    def values(self, path: str) -> dict[str, Value] | None:
        """Return the values of a key, to read or to change; None: there is no such key."""
        folded = path.strip("\\").lower()
        for known, values in self._keys.items():
            if known.lower() == folded:
                return values
        return {} if self.subkeys(path) else None

    def subkeys(self, path: str) -> list[str]:
        """Return the names of the keys directly under a path."""
        prefix = path.strip("\\").lower() + "\\"
        names = [known[len(prefix) :].split("\\")[0] for known in self._keys if known.lower().startswith(prefix)]
        return list(dict.fromkeys(names))

    def get(self, path: str, name: str) -> Value | None:
        """Return a value; None: there is none of that name."""
        values = self.values(path) or {}
        return values.get(_as_written(values, name))

    def set(self, path: str, name: str, value: Value) -> None:
        """Write a value, under the name that it has already in another case."""
        values = self.values(path)
        if values is None:
            values = self._keys[path.strip("\\")] = {}
        values[_as_written(values, name)] = value

    def delete(self, path: str, name: str) -> bool:
        """Remove a value; return whether it was there."""
        values = self.values(path) or {}
        return values.pop(_as_written(values, name), None) is not None

    @property
    def powershell_versions(self) -> frozenset[str]:
        """The installed versions of PowerShell 6 and above."""
        keys = [rf"{POWERSHELL_CORE}\{key}" for key in self.subkeys(POWERSHELL_CORE)]
        return frozenset(str(self.get(key, "SemanticVersion")) for key in keys)

    def remove_powershell(self, version: str) -> bool:
        """Remove an installed version; return whether it was there."""
        prefix = POWERSHELL_CORE.lower() + "\\"
        keys = [
            key for key, values in self._keys.items()
            if key.lower().startswith(prefix) and values.get("SemanticVersion") == version
        ]  # fmt: skip
        for key in keys:
            del self._keys[key]
        return bool(keys)

    @property
    def token_policy(self) -> int | None:
        """LocalAccountTokenFilterPolicy; None: absent."""
        value = self.get(POLICIES, TOKEN_POLICY)
        return value if isinstance(value, int) else None


def _as_written(values: Mapping[str, Value], name: str) -> str:
    """Return a name in the case in which the key has it."""
    return next((known for known in values if known.lower() == name.lower()), name)


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
