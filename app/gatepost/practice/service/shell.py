"""Shells: Create and Delete on an endpoint, with its access check."""

from __future__ import annotations

from gatepost.practice.accounts import access_check
from gatepost.practice.accounts.accounts import Logon
from gatepost.practice.state.host_state import PracticeState
from gatepost.practice.wire import faults, names
from gatepost.practice.wire.faults import SHELL_PROVIDER, Fault
from gatepost.practice.wire.markup import escape
from gatepost.practice.wire.soap import Request, created


class Shells:
    """Shell resources. Shells open and close; no command runs in them."""

    def __init__(self, state: PracticeState) -> None:
        """Serve a state. The caller holds its lock."""
        self._state = state

    def documents(self) -> list[bytes]:
        """Return the open shells, for an Enumerate; seen are the element and that only ShellId is certain."""
        return [
            f'<rsp:Shell xmlns:rsp="{names.SHELL}"><rsp:ShellId>{shell_id}</rsp:ShellId>'
            f"<rsp:State>Connected</rsp:State></rsp:Shell>".encode()
            for shell_id in self._state.shells
        ]

    def create(self, request: Request, logon: Logon) -> str:
        """Open a shell ([MS-WSMV] 3.1.4.5.2).

        Raises:
            Fault: no such endpoint, it is disabled, or what governs it does not give Execute.
        """
        authority = self._state.scenario.authority
        for sddl in self._governing(request.resource_uri):
            if not access_check.is_granted(sddl, logon.sids, access_check.GENERIC_EXECUTE, authority):
                raise Fault(faults.ACCESS_DENIED)
        if request.body is None or request.body.tag != f"{{{names.SHELL}}}Shell":
            raise Fault(faults.INVALID_REPRESENTATION, SHELL_PROVIDER)
        shell_id = self._state.open_shell(logon, request.body.get("ShellId", ""))
        return (
            f"{created(request.resource_uri, {'ShellId': shell_id})}"
            f'<rsp:Shell xmlns:rsp="{names.SHELL}"><rsp:ShellId>{shell_id}</rsp:ShellId>'
            f"<rsp:ResourceUri>{escape(request.resource_uri)}</rsp:ResourceUri>"
            f"<rsp:Owner>{escape(logon.account.user)}</rsp:Owner><rsp:ClientIP>127.0.0.1</rsp:ClientIP></rsp:Shell>"
        )

    def _governing(self, uri: str) -> tuple[str, ...]:
        """Return the descriptors that all have to allow the shell. For winrs that is RootSDDL alone."""
        if uri.lower() == names.WINRS:
            return (self._state.root_sddl,)
        served = self._state.resource_of(uri)
        if served is None or "Shell" not in served[1].capabilities:
            raise Fault(faults.NOT_FOUND)
        plugin, resource = served
        if not plugin.enabled:
            raise Fault(faults.ENDPOINT_DISABLED)
        return resource.governing(uri) or (self._state.root_sddl,)

    def delete(self, request: Request, logon: Logon) -> str:
        """Close a shell that the account owns; the endpoint's descriptor is not checked again.

        Raises:
            Fault: no such shell, or another user's.
        """
        shell_id = request.selectors.get("shellid", "").upper()
        owner = self._state.shells.get(shell_id)
        if owner is None:
            raise Fault(faults.INVALID_SELECTORS, SHELL_PROVIDER)
        if owner != logon.account.sid:
            raise Fault(faults.ACCESS_DENIED)
        del self._state.shells[shell_id]
        return ""
