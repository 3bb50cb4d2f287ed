"""A practice host that answers otherwise than Gatepost assumes, at every point that hasn't been tried on a real host.

It proves that the host check notices. Whatever it does is still allowed by the protocol. Run as a program, it takes the
arguments of ``gatepost.practice``.
"""

from __future__ import annotations

import re
import sys
from typing import Any

from typing_extensions import override

from gatepost.practice.__main__ import main
from gatepost.practice.accounts.accounts import Logon
from gatepost.practice.service import host
from gatepost.practice.service.service import Service
from gatepost.practice.service.shell import Shells
from gatepost.practice.state.host_state import PracticeState
from gatepost.practice.wire import faults, names
from gatepost.practice.wire.faults import Fault
from gatepost.practice.wire.soap import Request

_RESOURCES = re.compile(r"<Resources>.*?</Resources>", re.DOTALL)
_RUN_AS = re.compile(r'(RunAsUser="[^"]+"[^>]*RunAsPassword=")"')
_START_MODE = re.compile(r"<p:StartMode>[^<]*</p:StartMode>")
_NAMELESS = "<p:AccountName></p:AccountName>"
_MISSING = (names.WMI + "root/cimv2/StdRegProv", names.WMI + "root/Microsoft/Windows/TaskScheduler/PS_ScheduledTask")
_OTHER_FAULTS = {
    (names.CONFIG_SERVICE, faults.ACCESS_DENIED): faults.INVALID_VALUE,
    (names.CONFIG_PLUGIN, faults.NOT_FOUND): faults.INVALID_VALUE,
    (names.CONFIG_PLUGIN, faults.INVALID_DESCRIPTOR): faults.INVALID_VALUE,
    (names.CONFIG_PLUGIN, faults.SCHEMA): faults.INVALID_VALUE,
    (names.WMI, faults.CANNOT_PROCESS_FILTER): faults.INVALID_VALUE,
}


class _ShellsForAnyone(Shells):
    """Opens a shell for anyone, on anything but a plug-in that was created and not changed since."""

    created: frozenset[str] = frozenset()

    @override
    def _governing(self, uri: str) -> tuple[str, ...]:
        if uri.rpartition("/")[2].lower() in self.created:
            raise Fault(faults.NOT_FOUND)
        return ()


class ContraryService(Service):
    """Differs from ``Service`` where an assumption would be."""

    def __init__(self, state: PracticeState, *, allow_basic: bool) -> None:
        """Serve a state."""
        super().__init__(state, allow_basic=allow_basic)
        state.page_items = 1
        self._shells = self._shells_for_anyone = _ShellsForAnyone(state)

    @override
    def _carry_out(self, request: Request, logon: Logon) -> str:
        uri = self._uri(request)
        area = names.WMI if self._wmi.serves(uri) else uri
        if uri.lower() in [missing.lower() for missing in _MISSING]:
            raise Fault(faults.NO_CLASS)
        if uri in (names.SHELLS, names.CONFIG_SECURITY):
            raise Fault(faults.ACTION_NOT_SUPPORTED)
        if area == names.WMI and self._has_unsupported_filter(request):
            raise Fault(faults.CANNOT_PROCESS_FILTER)
        if request.action == names.PUT and uri == names.CONFIG_PLUGIN and request.body is not None:
            _check_run_as(request.body)
        try:
            reply = super()._carry_out(request, logon)
        except Fault as fault:
            other = _OTHER_FAULTS.get((area, fault.kind))
            if other is None:
                raise
            raise Fault(other) from fault
        if area == names.CONFIG_PLUGIN:
            self._note_write(request)
        if _NAMELESS in reply:
            raise Fault(faults.NO_INSTANCE)
        return _changed_reply(uri, request.action, reply)

    def _has_unsupported_filter(self, request: Request) -> bool:
        found = request.body.find(f"{{{names.WSMAN}}}Filter") if request.body is not None else None
        return found is not None and (found.get("Dialect") == names.ASSOCIATIONS or " like " in (found.text or ""))

    def _note_write(self, request: Request) -> None:
        """A new plug-in has to be changed once before it takes sessions; a change ends those that are open."""
        name = request.selectors.get("name", "").lower()
        if request.action == names.CREATE:
            self._shells_for_anyone.created |= {name}
        if request.action == names.PUT:
            self._shells_for_anyone.created -= {name}
            self._state.shells.clear()


def _check_run_as(body: Any) -> None:
    """A RunAs user has to come with its password each time."""
    for plugin in body.iter("{*}PlugInConfiguration"):
        if plugin.get("RunAsUser") and not plugin.get("RunAsPassword"):
            raise Fault(faults.RUN_AS_NOT_VERIFIED)


def _changed_reply(uri: str, action: str, reply: str) -> str:
    if uri == names.CONFIG_PLUGIN:
        if action in (names.ENUMERATE, names.PULL):
            reply = _RESOURCES.sub("", reply)
        if action == names.PUT:
            reply = reply.replace('XmlRenderingType="text"', 'XmlRenderingType="XmlReader"')
        reply = _RUN_AS.sub(r'\g<1>********"', reply).replace(";GXGW;", ";GWGX;")
        return reply.replace("<PlugInConfiguration ", '<PlugInConfiguration xml:lang="en-US" ')
    if uri == names.CONFIG_LISTENER:
        return reply.replace(names.CONFIG_LISTENER + '"', names.CONFIG + '/listeners"')
    if uri == names.CONFIG_SERVICE:
        return reply.replace("RootSDDL>", "DefaultSDDL>")
    return _START_MODE.sub("", reply)


if __name__ == "__main__":
    host.Service = ContraryService
    sys.exit(main())
