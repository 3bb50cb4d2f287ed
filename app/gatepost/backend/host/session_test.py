"""Session test: opens and closes a real PowerShell session to get the host's own answer. It writes no configuration."""

from __future__ import annotations

from gatepost.backend.failures.diagnose import MAX_SAID, fault_text, host_error
from gatepost.endpoints.access.effective_access import SessionTestResult, Verdict
from gatepost.endpoints.configuration.endpoint import session_uri
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.text import BACKEND, NOTHING, Text
from gatepost.wsman import Transport
from gatepost.wsman.errors import WsmanError, WsmanFault
from gatepost.wsman.fault_codes import FaultCode
from gatepost.wsman.messages.powershell_shell import OPTIONS, new_shell_id, shell_document

_REFUSALS = (FaultCode.ACCESS_DENIED, FaultCode.REMOTE_CONNECTION_NOT_ALLOWED)


def run_session_test(transport: Transport, host: str, configuration: SessionConfiguration) -> SessionTestResult:
    """Open a session on an endpoint and close it at once, whatever came of opening it. Nothing runs in it.

    Nothing is raised for what a host does. The identifier is our own, so that a session is closed even where the answer
    that it has been opened was lost.
    """
    uri, shell_id = session_uri(configuration), new_shell_id()
    verdict, message = Verdict.YES, BACKEND.tr("The host opened a session and closed it again.")
    selectors = {"ShellId": shell_id}
    try:
        selectors = dict(transport.create(uri, {}, shell_document(shell_id), OPTIONS)) or selectors
    except WsmanError as error:
        verdict, message = _not_opened(error, host)
        if not (error.timed_out if isinstance(error, WsmanFault) else error.may_have_changed_host):
            return SessionTestResult(verdict, message)
    left_open = _close(transport, uri, selectors)
    if left_open and verdict is Verdict.YES:
        message = BACKEND.tr("The host opened a session.")
    elif not left_open and verdict is Verdict.UNKNOWN:  # what could be closed had been opened
        verdict = Verdict.YES
        message = BACKEND.tr("The host's answer was lost, but it had opened a session, which has been closed.")
    return SessionTestResult(verdict, message, left_open)


def _not_opened(error: WsmanError, host: str) -> tuple[Verdict, Text]:
    """What an error says: a plain no, or neither yes nor no."""
    if not isinstance(error, WsmanFault):
        return Verdict.UNKNOWN, host_error(error, host).summary
    if error.code not in _REFUSALS:
        return Verdict.UNKNOWN, fault_text(error)
    reason = (error.provider_message or error.reason).strip()[:MAX_SAID]
    return Verdict.NO, BACKEND.tr("The host refused to open a session: {said}", said=reason)


def _close(transport: Transport, uri: str, selectors: dict[str, str]) -> Text:
    """Close the session; say where it may have stayed open."""
    try:
        transport.delete(uri, selectors)
    except WsmanError:
        return BACKEND.tr(
            "A session might still be open on the host because closing it failed. If so, the host ends it after its "
            "idle timeout."
        )
    return NOTHING
