"""From what went wrong on the wire to what a person can do about it."""

from __future__ import annotations

from app.backend.certificates import CertificateQuestion
from app.backend.login_failures import certificate_details, login_failure
from app.endpoints.errors import HostError
from app.endpoints.plugin_document import DocumentError
from app.endpoints.text import NOTHING, Text, text
from app.wsman.errors import (
    AuthenticationFailed,
    AuthenticationUnavailable,
    CertificateRefused,
    ConnectionFailed,
    ConnectionProblem,
    EncryptionMissing,
    HttpError,
    ReplyError,
    ServiceNotRunning,
    WsmanError,
    WsmanFault,
)

ACCESS_DENIED = 5
NOT_FOUND = 2150858752
SDDL_NOT_CHANGEABLE = 2150859199
RUN_AS_NOT_VERIFIED = 2150859203
RUN_AS_FORBIDDEN = 2150859232
SET_BY_POLICY = 2150858890

NAME_STEP = text("Check how it is spelled, and whether this computer can reach the DNS server that knows it.")

_NEXT_STEP_BY_CODE = {
    ACCESS_DENIED: text(
        "Reading and changing endpoints needs a member of Administrators; Remote Management Users may only open "
        "sessions. A local account other than the built-in Administrator may also be filtered "
        "(LocalAccountTokenFilterPolicy)."
    ),
    SDDL_NOT_CHANGEABLE: text(
        "The host does not let the permissions of this endpoint be changed by themselves. Repeat the change: the "
        "confirmation then says what sending the whole configuration risks."
    ),
    RUN_AS_NOT_VERIFIED: text(
        "The host could not verify the RunAs user's password. Set it again with Set-PSSessionConfiguration "
        "-RunAsCredential, then repeat the change."
    ),
    RUN_AS_FORBIDDEN: text("A policy on the host forbids storing a RunAs user (DisableRunAs)."),
    SET_BY_POLICY: text("A Group Policy owns this setting. Change it there."),
}


def host_error(error: WsmanError | DocumentError, host: str) -> HostError:
    """Turn an exception of the wire, or an unreadable document, into cause and next step.

    That of a certificate that is not believed is a ``CertificateQuestion``.
    """
    summary, next_step = _explained(error, host)
    details = f"{type(error).__name__}: {error}"
    if isinstance(error, CertificateRefused):
        details += "\n" + certificate_details(error.certificate, error.pin)
        return CertificateQuestion(summary, next_step, details, error.certificate, error.reason, error.pin)
    return HostError(summary, next_step, details=details)


def may_have_run(error: WsmanError | DocumentError) -> bool:
    """Whether a write that ended in ``error`` may have been carried out all the same."""
    if isinstance(error, WsmanFault):
        return error.unsettled
    return not isinstance(error, WsmanError) or error.sent is not False


def fault_text(fault: WsmanFault) -> Text:
    """The host's own words and, where one is known, the next step."""
    said = fault.provider_message or fault.reason or "no reason given"
    known = _NEXT_STEP_BY_CODE.get(fault.code or 0)
    number = fault.code if fault.code is not None else "none"
    if known:
        return text("The host refused: {said} {known}", said=said.strip(), known=known)
    return text("The host refused: {said} (code {number})", said=said.strip(), number=number)


def _explained(error: WsmanError | DocumentError, host: str) -> tuple[Text, Text]:
    match error:
        case AuthenticationFailed() | AuthenticationUnavailable() | CertificateRefused():
            return login_failure(error, host)
        case ServiceNotRunning():
            return text("WinRM does not run on this computer."), text("Start the service WinRM, then refresh.")
        case WsmanFault():
            return _fault(error, host)
        case EncryptionMissing() if error.sent:
            return text("{host} answered without encryption. The answer was not used.", host=host), NOTHING
        case EncryptionMissing():
            return text("{host} offered no encryption, so nothing was sent.", host=host), NOTHING
        case ConnectionFailed() if error.problem is ConnectionProblem.NAME_NOT_FOUND:
            return text("The name {host} is not known.", host=host), NAME_STEP
        case ConnectionFailed() if error.problem is ConnectionProblem.PROXY:
            return (
                text(
                    "The proxy does not let a connection to {host} through: {detail}.", host=host, detail=error.detail
                ),
                text("Connect without it, or have the proxy allow CONNECT to this port without a login."),
            )
        case ConnectionFailed() if error.problem is ConnectionProblem.TLS:
            return (
                text("No secure connection to {host} could be made.", host=host),
                text("Its certificate may be unknown to this computer, expired, or made out to another name."),
            )
        case ConnectionFailed():
            return (
                text("{host} does not answer.", host=host),
                text("Check that it is switched on and reachable and that WinRM runs, then refresh."),
            )
        case ReplyError() | DocumentError():
            return (
                text("The answer from {host} cannot be understood.", host=host),
                text("Refresh to ask again. If it stays so, something between here and the host changes the answers."),
            )
        case HttpError():
            return text("{host} answered with HTTP {status}.", host=host, status=error.status), text("Refresh.")
    return text("The request to {host} failed.", host=host), text("Refresh to try again.")


def _fault(fault: WsmanFault, host: str) -> tuple[Text, Text]:
    if fault.code == ACCESS_DENIED:
        return text("Access to {host} is denied.", host=host), _NEXT_STEP_BY_CODE[ACCESS_DENIED]
    said = (fault.provider_message or fault.reason).strip()
    return (
        text("{host} refused the request: {said}", host=host, said=said),
        _NEXT_STEP_BY_CODE.get(fault.code or 0, NOTHING),
    )
