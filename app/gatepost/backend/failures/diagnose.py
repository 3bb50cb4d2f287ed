"""From what went wrong on the wire to what a person can do about it: which row of the table applies."""

from __future__ import annotations

from gatepost.backend.failures.catalog import Cause
from gatepost.backend.failures.certificates import CertificateQuestion
from gatepost.backend.failures.details import details_of
from gatepost.backend.failures.login import login_cause, offer_of
from gatepost.backend.failures.scrubbing import scrubbed
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import Text, text
from gatepost.endpoints.visible import visible
from gatepost.wsman.errors import (
    AuthenticationFailed,
    AuthenticationUnavailable,
    CertificateRefused,
    ConnectionFailed,
    ConnectionProblem,
    Delivery,
    EncryptionMissing,
    HttpError,
    LocalClientMissing,
    NotElevated,
    ReplyError,
    ServiceNotRunning,
    WsmanError,
    WsmanFault,
)
from gatepost.wsman.refusals import plain_code

ACCESS_DENIED = 5
NOT_FOUND = 2150858752
SDDL_NOT_CHANGEABLE = 2150859199
MAX_SAID = 300
"""Characters of a host's own text in a sentence; the details hold more."""

NAME_STEP = Cause.NAME_NOT_FOUND.next_step

_NO_REASON = "no reason given"
# Windows error codes; which of them a service answers with is known from published captures and error tables.
_BY_CODE = {
    ACCESS_DENIED: Cause.ACCESS_DENIED,
    1326: Cause.RUN_AS_NOT_VERIFIED,  # of a write; a logon that fails never gets as far as a fault
    NOT_FOUND: Cause.NOT_THERE,
    2150858779: Cause.GAVE_UP,  # the enumeration is forgotten
    2150858790: Cause.ANSWER_TOO_LARGE,
    2150858793: Cause.GAVE_UP,
    2150858823: Cause.ANSWER_TOO_LARGE,
    2150858824: Cause.ANSWER_TOO_LARGE,
    2150858825: Cause.ANSWER_TOO_LARGE,
    2150858890: Cause.SET_BY_POLICY,
    2150859100: Cause.BAD_DESCRIPTOR,
    2150859152: Cause.DAMAGED,
    2150859173: Cause.QUOTA,
    2150859174: Cause.QUOTA,
    SDDL_NOT_CHANGEABLE: Cause.DESCRIPTOR_NOT_ALONE,
    2150859203: Cause.RUN_AS_NOT_VERIFIED,
    2150859229: Cause.REMOTE_ACCESS_OFF,
    2150859232: Cause.RUN_AS_FORBIDDEN,
    2150859235: Cause.REMOTE_ACCESS_OFF,
}
_BY_PROBLEM = {
    ConnectionProblem.NAME_NOT_FOUND: Cause.NAME_NOT_FOUND,
    ConnectionProblem.REFUSED: Cause.REFUSED,
    ConnectionProblem.UNREACHABLE: Cause.NO_ROUTE,
    ConnectionProblem.TIMED_OUT: Cause.TOO_SLOW,
    ConnectionProblem.TLS: Cause.NO_TLS,
    ConnectionProblem.NO_AUTHORITIES: Cause.NO_AUTHORITIES,
    ConnectionProblem.DROPPED: Cause.DROPPED,
    ConnectionProblem.STALE: Cause.STALE,
    ConnectionProblem.CLOSED: Cause.CLOSED,
    ConnectionProblem.PROXY: Cause.PROXY_REFUSED,
    ConnectionProblem.CLIENT_CERTIFICATE: Cause.CLIENT_CERTIFICATE,
    ConnectionProblem.OTHER: Cause.NO_CONNECTION,
}
_BY_STATUS = {
    404: Cause.NOT_FOUND,
    413: Cause.TOO_LARGE,
    500: Cause.BARE_ERROR,
    503: Cause.NOT_READY,
}


def host_error(error: WsmanError | DocumentError, host: str) -> HostError:
    """Turn an exception of the wire, or an unreadable document, into cause and next step.

    That of a certificate that is not believed is a ``CertificateQuestion``.
    """
    cause = cause_of(error)
    fields = {"host": host, **_fields(error)}
    said = _filled(cause.summary, fields), _filled(cause.next_step, fields), details_of(error)
    if isinstance(error, CertificateRefused):
        return CertificateQuestion(*said, error.certificate, error.reason, error.pin)
    return HostError(*said)


def cause_of(error: WsmanError | DocumentError) -> Cause:
    """Return the row that explains ``error``."""
    match error:
        case AuthenticationFailed() | AuthenticationUnavailable() | CertificateRefused():
            return login_cause(error)
        case ServiceNotRunning():
            return Cause.NOT_RUNNING
        case LocalClientMissing():
            return Cause.LOCAL_CLIENT_MISSING
        case NotElevated():
            return Cause.NOT_ELEVATED
        case WsmanFault():
            return _BY_CODE.get(
                plain_code(error.code or 0), Cause.GAVE_UP if error.timed_out else Cause.REFUSED_REQUEST
            )
        case EncryptionMissing():
            return Cause.CLEAR_ANSWER if error.delivery is Delivery.DELIVERED else Cause.NO_ENCRYPTION
        case ConnectionFailed() if error.problem is ConnectionProblem.TIMED_OUT and error.delivery is Delivery.NOT_SENT:
            return Cause.NO_ANSWER
        case ConnectionFailed():
            return _BY_PROBLEM[error.problem]
        case HttpError():
            return _BY_STATUS.get(error.status, Cause.HTTP_STATUS)
        case ReplyError() | DocumentError():
            return Cause.UNREADABLE
    return Cause.OTHER


def fault_text(fault: WsmanFault) -> Text:
    """The host's own words and, where one is known, the next step."""
    known = str(cause_of(fault).next_step)
    if known:
        return text("The host refused: {said} {known}", said=_said(fault), known=known)
    number = fault.code if fault.code is not None else "none"
    return text("The host refused: {said} (code {number})", said=_said(fault), number=number)


def doubt_text(fault: WsmanFault) -> Text:
    """The host's own words for a fault that does not tell whether a write was carried out."""
    number = fault.code if fault.code is not None else "none"
    return text(
        "The host reported an error that doesn't tell whether the change was made: {said} (code {number})",
        said=_said(fault),
        number=number,
    )


def _fields(error: WsmanError | DocumentError) -> dict[str, str]:
    match error:
        case WsmanFault():
            return {"said": _said(error)}
        case ConnectionFailed():
            return {"why": error.detail or error.problem.value}
        case HttpError():
            return {"status": str(error.status)}
        case AuthenticationFailed():
            return offer_of(error)
        case AuthenticationUnavailable():
            return {"why": str(error)}
    return {}


def _said(fault: WsmanFault) -> str:
    said = visible(" ".join(scrubbed(fault.provider_message or fault.reason or _NO_REASON).split()))
    return said if len(said) <= MAX_SAID else said[:MAX_SAID] + "..."


def _filled(said: Text, fields: dict[str, str]) -> Text:
    return text(said.template, **{name: visible(value) for name, value in fields.items()})
