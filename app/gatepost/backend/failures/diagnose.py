"""Diagnosis: from an exception of the connection to the row of the table of causes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gatepost.backend.failures.catalog import Cause
from gatepost.backend.failures.causes import (
    CAUSE_OF_CERTIFICATE_PROBLEM,
    CAUSE_OF_CONNECTION_PROBLEM,
    CAUSE_OF_FAULT_CODE,
    CAUSE_OF_KERBEROS_PROBLEM,
    CAUSE_OF_NT_STATUS,
    CAUSE_OF_SUBCODE,
    CAUSE_OF_TLS_PROBLEM,
    cause_of_leg,
)
from gatepost.backend.failures.details import details_of, one_detail, scrubbed
from gatepost.backend.failures.explained import CertificateQuestion, Explained
from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.failures.reach_catalog import ReachCause
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import BACKEND, Text, listed, sentences
from gatepost.endpoints.visible import visible
from gatepost.wsman.errors import (
    AlreadyRejected,
    AuthenticationFailed,
    AuthenticationUnavailable,
    CertificateRefused,
    ClientCertificateRefused,
    ConnectionFailed,
    ConnectionFailureReason,
    CryptographyUnavailable,
    Delivery,
    EncryptionMissing,
    HttpError,
    KerberosFailed,
    LocalClientMissing,
    NonAsciiCredentialsRejected,
    NotElevated,
    ReplyError,
    ServerAuthenticationFailed,
    ServiceNotRunning,
    UnsealFailed,
    UnsupportedService,
    WsmanError,
    WsmanFault,
)
from gatepost.wsman.exchange_steps import ExchangeStep, RequestKind, ResponseKind
from gatepost.wsman.fault_codes import plain_code
from gatepost.wsman.schemes import Scheme, scheme_of

MAX_SAID = 300
"""Characters of a host's own text in a sentence; the details hold more."""
# With the number of the fault, and without.
REFUSALS = (
    BACKEND.tr("The host refused: {said} (code {number})"),
    BACKEND.tr("The host refused: {said}"),
)
DOUBTS = (
    BACKEND.tr("The host reported an error that doesn't show whether the change was made: {said} (code {number})"),
    BACKEND.tr("The host reported an error that doesn't show whether the change was made: {said}"),
)
_REJECTED = {
    LoginCause.LOGON_REFUSED,
    LoginCause.LETTERS_REJECTED,
    LoginCause.ALREADY_REJECTED,
    LoginCause.WRONG_PASSWORD,
    LoginCause.PASSWORD_EXPIRED,
    LoginCause.ACCOUNT_RESTRICTED,
}

_ON_THE_WIRE = (ConnectionFailureReason.TIMED_OUT, ConnectionFailureReason.DROPPED, ConnectionFailureReason.STALE)
# What a host writes for a way to log on, and the keys of the schemes of ours that it serves, best first.
_SERVES = {
    "kerberos": ("kerberos",),
    "negotiate": ("ntlm", "kerberos"),
    "ntlm": ("ntlm",),
    "credssp": ("credssp",),
    "basic": ("basic",),
}
_OR = BACKEND.tr("{first} or {last}")
_NO_REASON = "no reason given"
_NT_ERROR = 0xC  # the highest four bits of an NTSTATUS, [MS-ERREF] 2.3: the code that ran there crashed


def host_error(error: WsmanError | DocumentError, host: str) -> HostError:
    """Turn an exception of the wire, or an unreadable document, into cause and next step.

    That of a certificate that is not believed is a ``CertificateQuestion``.
    """
    cause = cause_of(error)
    values: dict[str, str | Text] = {"host": host, "detail": one_detail(error), **_values(error)}
    summary, next_step, command_line = (
        _filled(text, values) for text in (cause.summary, cause.next_step, cause.command_line)
    )
    error_fields = summary, next_step, details_of(error), command_line
    if isinstance(error, CertificateRefused):
        return CertificateQuestion(error, *error_fields)
    return HostError(*error_fields)


def rejects_login(error: HostError) -> bool:
    """Whether trying again would only send, or withhold, what was rejected: user or password have to be typed again."""
    cause = error.__cause__
    return isinstance(cause, AuthenticationFailed) and cause_of(cause) in _REJECTED


def cause_of(error: WsmanError | DocumentError) -> Explained:
    """Return what explains ``error``."""
    match error:
        case WsmanFault():
            return _fault_cause(error)
        case ServiceNotRunning():
            return Cause.NOT_RUNNING
        case LocalClientMissing():
            return Cause.LOCAL_CLIENT_MISSING
        case ConnectionFailed():
            return _connection_cause(error)
        case CertificateRefused():
            return CAUSE_OF_CERTIFICATE_PROBLEM[error.reason]
        case CryptographyUnavailable():
            return LoginCause.CRYPTOGRAPHY_REFUSED
        case AuthenticationUnavailable():
            return LoginCause.SCHEME_UNAVAILABLE
        case AuthenticationFailed():
            return _login_cause(error)
        case EncryptionMissing() if error.delivery is Delivery.DELIVERED:
            return LoginCause.CLEAR_ANSWER
        case EncryptionMissing():
            return _leg_cause(error) or LoginCause.NO_ENCRYPTION
        case HttpError():
            step = ExchangeStep(RequestKind.MESSAGE, ResponseKind.STATUS, error.status)
            return _leg_cause(error) or cause_of_leg(step) or ReachCause.HTTP_STATUS
        case UnsupportedService():
            return Cause.OTHER_SERVICE
        case UnsealFailed():
            return LoginCause.UNSEALED
        case ReplyError() | DocumentError():
            return Cause.UNREADABLE
    return Cause.OTHER


def _fault_cause(fault: WsmanFault) -> Explained:
    if isinstance(fault, NotElevated):
        return Cause.NOT_ELEVATED
    usual = Cause.GAVE_UP if fault.timed_out else CAUSE_OF_SUBCODE.get(fault.subcode, Cause.REFUSED_REQUEST)
    if fault.code is None:
        return usual
    if fault.code >> 28 == _NT_ERROR:
        return Cause.PLUGIN_CRASHED
    return CAUSE_OF_FAULT_CODE.get(plain_code(fault.code), usual)


def _connection_cause(error: ConnectionFailed) -> Explained:
    if error.tls is not None:
        return CAUSE_OF_TLS_PROBLEM[error.tls]
    if error.problem in _ON_THE_WIRE and not (error.problem is ConnectionFailureReason.STALE and error.repeatable):
        cause = _leg_cause(error)
        if cause is not None:
            return cause
    if error.problem is ConnectionFailureReason.TIMED_OUT and error.delivery is not Delivery.NOT_SENT:
        return ReachCause.TOO_SLOW
    return CAUSE_OF_CONNECTION_PROBLEM[error.problem]


def _login_cause(error: AuthenticationFailed) -> Explained:
    if isinstance(error, AlreadyRejected):
        return LoginCause.ALREADY_REJECTED
    if isinstance(error, KerberosFailed):
        return CAUSE_OF_KERBEROS_PROBLEM[error.reason]
    if error.nt_status in CAUSE_OF_NT_STATUS:
        return CAUSE_OF_NT_STATUS[error.nt_status]
    last = error.steps[-1].sent if error.steps else RequestKind.PASSWORD
    if last in (RequestKind.NO_CREDENTIALS, RequestKind.PASSWORD) and (other := _offer_cause(error)) is not None:
        return other
    if isinstance(error, NonAsciiCredentialsRejected):
        return LoginCause.LETTERS_REJECTED
    if isinstance(error, ServerAuthenticationFailed):
        usual = LoginCause.SERVER_NOT_AUTHENTICATED if error.is_false_proof else LoginCause.LOGIN_UNREADABLE
    else:
        refused = isinstance(error, ClientCertificateRefused)
        usual = LoginCause.CLIENT_CERTIFICATE if refused else LoginCause.LOGON_REFUSED
    return _leg_cause(error) or usual


def _leg_cause(error: WsmanError) -> Explained | None:
    return cause_of_leg(error.steps[-1]) if error.steps else None


def fault_text(fault: WsmanFault) -> Text:
    """The host's own words and, where one is known, the next step."""
    cause = cause_of(fault)
    with_code, without_code = REFUSALS
    if cause is not Cause.REFUSED_REQUEST:
        return sentences(without_code.filled(said=_said(fault)), cause.next_step)
    return _with_code(fault, with_code, without_code)


def doubt_text(fault: WsmanFault) -> Text:
    """The host's own words for a fault that does not tell whether a write was carried out."""
    return _with_code(fault, *DOUBTS)


def _with_code(fault: WsmanFault, with_code: Text, without_code: Text) -> Text:
    said = _said(fault)
    return without_code.filled(said=said) if fault.code is None else with_code.filled(said=said, number=fault.code)


def _values(error: WsmanError | DocumentError) -> dict[str, str | Text]:
    """What the texts of the causes name, besides the host and the detail."""
    match error:
        case WsmanFault():
            return {"said": _said(error)}
        case UnsupportedService():
            return {"said": scrubbed(error.product)}
        case ConnectionFailed():
            return {"why": error.detail or error.problem.value}
        case HttpError():
            return {"status": str(error.status)}
        case CertificateRefused():
            names = ", ".join(error.certificate.names) or error.certificate.subject
            return {"fingerprint": error.certificate.sha256, "names": names}
        case AlreadyRejected():
            return {"rejected_by": error.rejected_by}
        case AuthenticationFailed():
            return {"spn": f"HTTP/{error.name}", **_offer(error)}
        case CryptographyUnavailable():
            return {"tried": error.label}
        case AuthenticationUnavailable():
            return {"why": str(error)}
    return {}


def _said(fault: WsmanFault) -> str:
    """The host's own words, cut; where its provider said nothing, with the provider's name and file."""
    reason = visible(" ".join(scrubbed(fault.provider_message or fault.reason or _NO_REASON).split()))
    reason = reason if len(reason) <= MAX_SAID else reason[:MAX_SAID] + "..."
    if fault.provider_message or not fault.provider:
        return reason
    named = visible(scrubbed(", ".join(filter(None, (fault.provider, fault.provider_path)))))[:MAX_SAID]
    return f"{reason} ({named})"


def _filled(template: Text, fields: Mapping[str, str | Text]) -> Text:
    return template.filled(
        **{name: visible(value) if isinstance(value, str) else value for name, value in fields.items()}
    )


def _offer_cause(error: AuthenticationFailed) -> LoginCause | None:
    """Return the cause of a logon that the host offers other ways for; None where it offers the one that was tried."""
    schemes = _served(error.offered)
    if not error.offered or not error.tried or error.tried in [scheme.label for scheme in schemes]:
        return None
    return LoginCause.SCHEME_NOT_OFFERED if schemes else LoginCause.NO_SCHEME


def _offer(error: AuthenticationFailed) -> dict[str, str | Text]:
    """Return what was tried, what the host offers, and what to pick of it, for the texts."""
    schemes = _served(error.offered)
    over_https = BACKEND.tr("{scheme} over HTTPS")
    picks = [scheme.label if scheme.seals else over_https.filled(scheme=scheme.label) for scheme in schemes]
    options = [f"--auth {scheme.key}" if scheme.seals else f"--auth {scheme.key} with https://" for scheme in schemes]
    offered = _joined(error.offered, BACKEND.tr("{first} and {last}"))
    return {"tried": error.tried, "offered": offered, "pick": _joined(picks, _OR), "options": _joined(options, _OR)}


def _served(offered: Iterable[str]) -> list[Scheme]:
    """The schemes of ours that the host takes, the best first."""
    keys = dict.fromkeys(key for written in offered for key in _SERVES.get(written.lower(), ()))
    return [scheme_of(key) for key in keys]


def _joined(words: Sequence[str | Text], last_two: Text) -> Text:
    """Return "a", "a or b", or "a, b or c"."""
    *first, end = words or ("",)
    return last_two.filled(first=listed(first), last=end) if first else listed([end])
