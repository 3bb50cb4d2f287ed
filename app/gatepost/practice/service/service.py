"""WS-Management service: dispatch, access check, reply ([MS-WSMV] 3.1.4.1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from gatepost.practice.accounts import access_check
from gatepost.practice.accounts.accounts import Logon
from gatepost.practice.resources.directory_classes import directory_associations, directory_classes
from gatepost.practice.resources.identity import analysis, config_document, identify_reply, service_document
from gatepost.practice.resources.listeners import ListenerConfiguration
from gatepost.practice.resources.machine_classes import machine_classes
from gatepost.practice.resources.plugins import PluginConfiguration
from gatepost.practice.resources.wmi import Wmi
from gatepost.practice.service.enumeration import Enumeration
from gatepost.practice.service.shell import Shells
from gatepost.practice.state.host_state import PracticeState
from gatepost.practice.wire import faults, names
from gatepost.practice.wire.faults import Fault
from gatepost.practice.wire.soap import Request, check_headers, fault_envelope, read_request, response

_WMI_SDDL = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GA;;;IU)(A;;GA;;;RM)"  # of the WMI plug-in, where a scenario has none
_RIGHTS = {  # [MS-WSMV] 3.1.4.1.28; anything else needs Execute
    names.GET: access_check.GENERIC_READ,
    names.ENUMERATE: access_check.GENERIC_READ,
    names.PULL: access_check.GENERIC_READ,
    names.RELEASE: access_check.GENERIC_READ,
    names.PUT: access_check.GENERIC_WRITE,
    names.CREATE: access_check.GENERIC_WRITE,
    names.DELETE: access_check.GENERIC_WRITE,
}


@dataclass(frozen=True, slots=True)
class SoapAnswer:
    """A reply: HTTP status and SOAP envelope."""

    status: int
    envelope: bytes
    message_id: str = ""


class Service:
    """Dispatches authenticated requests to the resources."""

    def __init__(self, state: PracticeState, *, allow_basic: bool) -> None:
        self._state = state
        self._allow_basic = allow_basic
        plugins, listeners = PluginConfiguration(state), ListenerConfiguration(state)
        classes = [*machine_classes(state), *directory_classes(state.scenario)]
        self._wmi = Wmi(classes, directory_associations(state.scenario))
        self._shells = Shells(state)
        listings = {
            names.CONFIG_PLUGIN: lambda: [plugin.document for plugin in state.plugins],
            names.CONFIG_LISTENER: listeners.documents,
            names.SHELLS: self._shells.documents,
        }
        self._enumeration = Enumeration(state, listings, self._wmi)
        self._operations: dict[tuple[str, str], Callable[[Request], str]] = {
            (names.CONFIG, names.GET): lambda _request: config_document(state.root_sddl, basic=allow_basic),
            (names.CONFIG_SERVICE, names.GET): lambda _request: service_document(state.root_sddl, basic=allow_basic),
            (names.CONFIG_SERVICE, f"{names.CONFIG_SERVICE}/Analyze"): partial(analysis, state.machine),
            (names.CONFIG_SECURITY, names.GET): plugins.get_security,
            (names.CONFIG_SECURITY, names.PUT): plugins.put_security,
            (names.CONFIG_PLUGIN, names.GET): plugins.get_plugin,
            (names.CONFIG_PLUGIN, names.PUT): plugins.put_plugin,
            (names.CONFIG_PLUGIN, names.CREATE): plugins.create_plugin,
            (names.CONFIG_PLUGIN, names.DELETE): plugins.delete_plugin,
            (names.CONFIG_LISTENER, names.GET): listeners.get,
            (names.CONFIG_LISTENER, names.PUT): listeners.put,
            (names.CONFIG_LISTENER, names.CREATE): listeners.create,
            (names.CONFIG_LISTENER, names.DELETE): listeners.delete,
        }
        """What answers each URI and action, with the body of the reply."""
        self._canonical = {uri.lower(): uri for uri, _ in self._operations}

    def identify_anonymously(self, data: bytes) -> SoapAnswer | None:
        """Answer Identify without authentication; None: it is something else."""
        try:
            request = read_request(data)
        except Fault:
            return None
        return self._identify(authenticated=False) if request.is_identify else None

    def _identify(self, *, authenticated: bool) -> SoapAnswer:
        with self._state.lock:
            self._state.count("identify")
        reply = identify_reply(self._state.scenario, authenticated=authenticated, basic=self._allow_basic)
        return SoapAnswer(200, reply)

    def answer(self, data: bytes, logon: Logon, machine: str) -> SoapAnswer:
        """Carry out one request; a fault leaves everything as it was.

        Args:
            data: the envelope, at most MAX_ENVELOPE_BYTES long.
            logon: the authenticated account.
            machine: the name the client used for this host.
        """
        request: Request | None = None
        try:
            request = read_request(data)
            if request.is_identify:
                return self._identify(authenticated=True)
            with self._state.lock:
                self._count(request)
                check_headers(request)
                reply = response(request, self._carry_out(request, logon))
                if len(reply) > request.max_envelope_bytes:
                    raise Fault(faults.RESPONSE_TOO_LARGE)
            return SoapAnswer(200, reply, request.message_id)
        except Fault as fault:
            return self._refused(fault, request, machine)

    def refuse(self, data: bytes, code: int, machine: str, *, has_run: bool) -> SoapAnswer:
        """Answer a request with a fault: instead of running it (it is counted), or of its reply once it ``has_run``."""
        request: Request | None = None
        try:
            request = read_request(data)
            if not has_run:
                with self._state.lock:
                    self._count(request)
            raise Fault(faults.kind_of(code))
        except Fault as fault:
            return self._refused(fault, request, machine)

    def _refused(self, fault: Fault, request: Request | None, machine: str) -> SoapAnswer:
        relates_to = request.message_id if request else ""
        return SoapAnswer(500, fault_envelope(fault, relates_to, machine, self._state.scenario.host), relates_to)

    def _uri(self, request: Request) -> str:
        return self._canonical.get(request.resource_uri.lower(), request.resource_uri)

    def _count(self, request: Request) -> None:
        operation = request.action.rpartition("/")[2]
        kind = operation.lower() if request.action in _RIGHTS else "invoke"
        wmi = self._wmi.serves(request.resource_uri)
        uri = request.resource_uri if wmi else self._canonical.get(request.resource_uri.lower(), "other")
        if kind in ("create", "delete") and _is_shell(request.resource_uri):
            kind = f"shell-{kind}"
        self._state.count(kind, operation if kind == "invoke" else uri)

    def _carry_out(self, request: Request, logon: Logon) -> str:
        """Return the body of the reply."""
        uri = self._uri(request)
        if _is_shell(uri):
            return self._shell_operation(request, logon)
        self._authorize(request, uri, logon)
        if request.action in (names.ENUMERATE, names.PULL, names.RELEASE):
            return self._enumeration.answer(request, logon)
        if self._wmi.serves(uri):
            return self._wmi_operation(request, logon)
        operation = self._operations.get((uri, request.action))
        if operation is None:
            raise Fault(faults.ACTION_NOT_SUPPORTED if uri.lower() in self._canonical else faults.NOT_FOUND)
        return operation(request)

    def _shell_operation(self, request: Request, logon: Logon) -> str:
        if request.action == names.CREATE:
            return self._shells.create(request, logon)
        if request.action == names.DELETE:
            return self._shells.delete(request, logon)
        raise Fault(faults.ACTION_NOT_SUPPORTED)

    def _wmi_operation(self, request: Request, logon: Logon) -> str:
        if request.action == names.GET:
            return self._wmi.get(request)
        if request.action in _RIGHTS:
            raise Fault(faults.ACTION_NOT_SUPPORTED)
        return self._wmi.invoke(request, logon)

    def _authorize(self, request: Request, uri: str, logon: Logon) -> None:
        """Check the right that the operation needs, on the plug-in that serves the URI or else on RootSDDL."""
        desired = _RIGHTS.get(request.action, access_check.GENERIC_EXECUTE)
        for sddl in self._governing(uri):
            if not access_check.is_granted(sddl, logon.sids, desired, self._state.scenario.authority):
                raise Fault(faults.ACCESS_DENIED)

    def _governing(self, uri: str) -> tuple[str, ...]:
        root = (self._state.root_sddl,)
        served = self._state.resource_of(uri)
        if served is not None:
            return served[1].governing(uri) or root
        return (_WMI_SDDL,) if self._wmi.serves(uri) else root


def _is_shell(uri: str) -> bool:
    """Whether the URI is that of an endpoint or of winrs, where shells are opened."""
    return uri.lower() == names.WINRS or uri.lower().startswith(names.POWERSHELL_PREFIX)
