"""The settings of a host over WS-Management: reading each by itself, and writing one at a time.

Win32_Service, StdRegProv and MSFT_NetFirewallRule are classes of WMI; listeners belong to the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gatepost.backend.host.refusals import MethodFailed
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.host.enable_steps import Analysis
from gatepost.endpoints.host.instance import Instance, read_instance, write_instance
from gatepost.endpoints.host.setting_change_set import TOKEN_POLICY, SettingWrite
from gatepost.endpoints.host.setting_state import (
    ABSENT_LISTENER,
    KnownState,
    ListenerState,
    RuleState,
    RunState,
    StartMode,
    TokenPolicy,
)
from gatepost.endpoints.host.settings import Carrier, FirewallRule, Listener, WinrmService
from gatepost.endpoints.writes.journal_entry import SubjectKind
from gatepost.wsman import Transport, assumptions
from gatepost.wsman.errors import WsmanFault
from gatepost.wsman.fault_codes import FaultCode
from gatepost.wsman.messages import uris

POLICIES = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"
LOCAL_MACHINE = "2147483650"
_WINRM = {"Name": "WinRM"}
_REGISTRIES = (uris.REGISTRY, uris.REGISTRY_OF_OLD)[:: 1 if assumptions.REGISTRY_IN_CIMV2 else -1]
_START_MODES = {"Auto": "Automatic", "Manual": "Manual", "Disabled": "Disabled"}
_OK, _NO_VALUE, _NO_KEY = 0, 1, 2  # StdRegProv; 2 of DeleteValue: there was none
_REGISTRY_WRITES = {"SetDWORDValue", "DeleteValue"}
_MOST_ITEMS = 500


class SettingsClient:
    """One host's settings. Raises WsmanError and DocumentError as they come."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @property
    def carrier(self) -> Carrier:
        """What our messages travel on."""
        url = self._transport.url.lower()
        return Carrier.LOCAL if not url else Carrier.HTTPS if url.startswith("https:") else Carrier.HTTP

    def service(self) -> WinrmService:
        """Read the WinRM service."""
        return WinrmService.of(read_instance(self._transport.get(uris.WIN32_SERVICE, _WINRM)))

    def listeners(self) -> tuple[Listener, ...]:
        """Read all listeners."""
        return tuple(Listener.of(each) for each in self._listed(uris.CONFIG_LISTENER))

    def rules(self) -> tuple[FirewallRule, ...]:
        """Read the firewall rules that are named as WinRM's own are."""
        return tuple(
            FirewallRule.of(each) for each in self._listed(uris.ALL_OF_STANDARD_CIMV2, assumptions.FIREWALL_RULES)
        )

    def token_policy(self) -> TokenPolicy:
        """Read LocalAccountTokenFilterPolicy.

        Raises:
            MethodFailed: the registry would not tell.
        """
        value = self.read_registry("GetDWORDValue", POLICIES, TOKEN_POLICY)
        if value.number("ReturnValue") == _OK and value.number("uValue") is None:
            raise MethodFailed("GetDWORDValue", _OK)
        return TokenPolicy(value.number("uValue"))

    def analysis(self) -> Analysis:
        """Ask what quick configuration would do; it changes nothing. The names are those that PowerShell uses."""
        body = write_instance(uris.CONFIG_SERVICE, "Analyze_INPUT", {"Transport": "http"})
        return Analysis.of(read_instance(self._transport.invoke(uris.CONFIG_SERVICE, "Analyze", {}, body)))

    def read_registry(self, method: str, key: str, value: str = "") -> Instance:
        """Read a key or value of HKEY_LOCAL_MACHINE; the answer holds nothing where there is none.

        Raises:
            MethodFailed: the registry would not tell.
        """
        return _returned(method, self._registry(method, key, value), (_OK, _NO_VALUE, _NO_KEY))

    def _registry(self, method: str, key: str, value: str = "", **more: str) -> Instance:
        """Call a method of StdRegProv on HKEY_LOCAL_MACHINE; a host may have the class in another namespace."""
        writes = method in _REGISTRY_WRITES
        arguments = {"hDefKey": LOCAL_MACHINE, "sSubKeyName": key}
        arguments |= {"sValueName": value} if value else {}
        try:
            return self._call(_REGISTRIES[0], method, {}, {**arguments, **more})
        except WsmanFault as fault:
            if fault.timed_out or fault.code == FaultCode.ACCESS_DENIED or (writes and fault.may_have_changed_host):
                raise
            return self._call(_REGISTRIES[1], method, {}, {**arguments, **more})

    def state(self, kind: SubjectKind, subject: str) -> KnownState:
        """Read one setting.

        Raises:
            DocumentError: there is no such setting.
            MethodFailed: the registry would not tell.
        """
        match kind:
            case SubjectKind.START_MODE:
                return StartMode(self.service().start_mode)
            case SubjectKind.SERVICE_STATE:
                return RunState(self.service().state)
            case SubjectKind.LISTENER:
                return self._listener_state(subject)
            case SubjectKind.FIREWALL_RULE:
                rule = next((rule for rule in self.rules() if rule.name == subject), None)
                if rule is None:
                    raise DocumentError("The host has no such firewall rule.")
                return RuleState(rule.enabled)
            case SubjectKind.TOKEN_POLICY:
                return self.token_policy()
            case SubjectKind.ENDPOINT | SubjectKind.TEST_ENDPOINT:
                raise DocumentError("An endpoint is not a setting.")

    def write(self, write: SettingWrite) -> None:
        """Send one write, once.

        Raises:
            MethodFailed: the host refused, or did not say what it did (``may_have_changed_host``).
        """
        match write.after:
            case StartMode(mode):
                self._change_service("ChangeStartMode", {"StartMode": _START_MODES[mode]})
            case RunState():
                self._change_service("StopService", {})
            case ListenerState(listener):
                self._write_listener(write, listener)
            case RuleState(enabled):
                method = "Enable" if enabled else "Disable"
                self._call(uris.FIREWALL_RULE, method, _rule_keys(write.subject), {})  # returns nothing to check
            case TokenPolicy(value):
                self._write_token_policy(value)

    def _listed(self, resource: str, query: str = "") -> Iterator[Instance]:
        """A list that people are to read; a host that gives more than that is not shown in part."""
        for number, item in enumerate(self._transport.enumerate(resource, query)):
            if number == _MOST_ITEMS:
                raise DocumentError(f"The host lists more than {_MOST_ITEMS}.")
            yield read_instance(item)

    def _listener_state(self, subject: str) -> ListenerState:
        try:
            document = self._transport.get(uris.CONFIG_LISTENER, _listener_keys(subject))
        except WsmanFault as fault:
            if fault.code == FaultCode.RESOURCE_NOT_FOUND:
                return ABSENT_LISTENER
            raise
        return ListenerState.of(Listener.of(read_instance(document)))

    def _write_listener(self, write: SettingWrite, listener: Listener | None) -> None:
        keys = _listener_keys(write.subject)
        if listener is None:
            self._transport.delete(uris.CONFIG_LISTENER, keys)
        elif write.before == ABSENT_LISTENER:
            self._transport.create(uris.CONFIG_LISTENER, keys, _listener_document(listener))
        else:
            self._transport.put(uris.CONFIG_LISTENER, keys, _listener_document(listener))

    def _write_token_policy(self, value: int | None) -> None:
        if value is None:
            _returned("DeleteValue", self._registry("DeleteValue", POLICIES, TOKEN_POLICY), (_OK, _NO_KEY))
        else:
            answer = self._registry("SetDWORDValue", POLICIES, TOKEN_POLICY, uValue=str(value))
            _returned("SetDWORDValue", answer)

    def _change_service(self, method: str, arguments: Mapping[str, str]) -> None:
        _returned(method, self._call(uris.WIN32_SERVICE, method, _WINRM, arguments))

    def _call(self, resource: str, method: str, keys: Mapping[str, str], arguments: Mapping[str, str]) -> Instance:
        body = write_instance(resource, f"{method}_INPUT", arguments)
        return read_instance(self._transport.invoke(resource, method, keys, body))


def _returned(method: str, answer: Instance, expected: tuple[int, ...] = (_OK,)) -> Instance:
    """Return the answer of a method; MethodFailed where it returned another number than the expected ones."""
    number = answer.number("ReturnValue")
    if number not in expected:
        raise MethodFailed(method, number)
    return answer


def _rule_keys(name: str) -> dict[str, str]:
    """All four keys are needed, three of them empty."""
    empty = {"PolicyRuleName": "", "SystemCreationClassName": "", "SystemName": ""}
    return {"CreationClassName": f"MSFT|FW|FirewallRule|{name}", **empty}


def _listener_keys(key: str) -> dict[str, str]:
    address, _, transport = key.rpartition(" ")
    return {"Address": address, "Transport": transport}


def _listener_document(listener: Listener) -> bytes:
    """ListeningOn is found by the host and must not be written."""
    fields = {
        "Port": str(listener.port),
        "Hostname": listener.hostname,
        "Enabled": str(listener.enabled).lower(),
        "URLPrefix": listener.url_prefix,
        "CertificateThumbprint": listener.thumbprint,
    }
    return write_instance(uris.CONFIG_LISTENER, "Listener", fields)
