"""Tables of causes: by what was sent and received, and by what the host, TCP, TLS, Kerberos or CredSSP reported.

A row of ``CAUSES_BY_LEG`` applies to the last leg of a conversation; the first that fits counts. "The connection might
be intercepted" stands only behind evidence: a false proof, an answer in clear to an encrypted message, one that does
not decrypt, another certificate.
"""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.backend.failures.catalog import Cause
from gatepost.backend.failures.explained import Explained
from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.failures.reach_catalog import ReachCause
from gatepost.wsman.certificates import CertificateProblem
from gatepost.wsman.errors import ConnectionFailureReason, KerberosFailureReason
from gatepost.wsman.exchange_steps import ExchangeStep, PeerProtocol, RequestKind, ResponseKind
from gatepost.wsman.fault_codes import FaultCode
from gatepost.wsman.tls_problem import TlsFailureReason

_REFUSED = (ResponseKind.UNAUTHORIZED_WITH_SCHEMES, ResponseKind.UNAUTHORIZED_WITHOUT_SCHEMES)
_ANY_401 = (*_REFUSED, ResponseKind.TOKEN)
_LOGON = (
    RequestKind.NO_CREDENTIALS,
    RequestKind.NTLM_FIRST,
    RequestKind.NTLM_ANSWER,
    RequestKind.TICKET,
    RequestKind.CREDSSP_FIRST,
    RequestKind.CREDSSP,
)
_TOO_LONG = ("request too long", "header fields too long")


@dataclass(frozen=True, slots=True)
class CauseRow:
    """A cause and when it applies; empty fields match anything.

    ``page`` are texts of which one is in the headline of the page that came.
    """

    cause: Explained
    came: tuple[ResponseKind, ...] = ()
    sent: tuple[RequestKind, ...] = ()
    status: tuple[int, ...] = ()
    speaker: PeerProtocol | None = None
    page: tuple[str, ...] = ()

    def fits(self, step: ExchangeStep) -> bool:
        """Whether the row is about this leg."""
        return (
            (not self.came or step.came in self.came)
            and (not self.sent or step.sent in self.sent)
            and (not self.status or step.status in self.status)
            and (self.speaker is None or step.speaker is self.speaker)
            and (not self.page or any(text in step.page.lower() for text in self.page))
        )


CAUSES_BY_LEG = (
    # Something else than WinRM answers.
    CauseRow(ReachCause.SSH_SERVER, (ResponseKind.OTHER_PROTOCOL,), speaker=PeerProtocol.SSH),
    CauseRow(ReachCause.MAIL_SERVER, (ResponseKind.OTHER_PROTOCOL,), speaker=PeerProtocol.MAIL),
    CauseRow(ReachCause.TLS_PORT, (ResponseKind.OTHER_PROTOCOL,), speaker=PeerProtocol.TLS),
    CauseRow(ReachCause.NOT_HTTP, (ResponseKind.OTHER_PROTOCOL,)),
    CauseRow(ReachCause.TLS_PORT, page=("plain http request was sent to https port",)),
    CauseRow(ReachCause.WEB_SERVER, (ResponseKind.PAGE,)),
    # The end of the connection, and silence.
    CauseRow(LoginCause.CLIENT_CERTIFICATE, (ResponseKind.CLOSED,), (RequestKind.CERTIFICATE,)),
    CauseRow(
        ReachCause.DROPPED, (ResponseKind.CLOSED,), (RequestKind.PASSWORD, RequestKind.SEALED, RequestKind.MESSAGE)
    ),
    CauseRow(LoginCause.LOGON_CUT, (ResponseKind.CLOSED,)),
    CauseRow(ReachCause.TOO_SLOW, (ResponseKind.SILENT,), (RequestKind.SEALED, RequestKind.MESSAGE)),
    CauseRow(LoginCause.LOGON_SILENT, (ResponseKind.SILENT,)),
    # HTTP 401.
    CauseRow(LoginCause.CLIENT_CERTIFICATE, _ANY_401, (RequestKind.CERTIFICATE,)),
    CauseRow(LoginCause.TICKET_REFUSED, _ANY_401, (RequestKind.TICKET,)),
    CauseRow(LoginCause.LOGON_REFUSED, _ANY_401, (RequestKind.NTLM_ANSWER, RequestKind.PASSWORD, RequestKind.CREDSSP)),
    CauseRow(LoginCause.NTLM_REFUSED, _REFUSED, (RequestKind.NTLM_FIRST,)),
    CauseRow(LoginCause.CREDSSP_REFUSED, _REFUSED, (RequestKind.CREDSSP_FIRST,)),
    CauseRow(LoginCause.MESSAGE_REFUSED, _ANY_401, (RequestKind.SEALED, RequestKind.MESSAGE)),
    CauseRow(LoginCause.NO_CHALLENGE, (ResponseKind.UNAUTHORIZED_WITHOUT_SCHEMES,)),
    # A token where none belongs, and success without a logon.
    CauseRow(
        LoginCause.LOGIN_UNREADABLE,
        (ResponseKind.TOKEN, ResponseKind.ACCEPTED),
        (RequestKind.NO_CREDENTIALS, RequestKind.NTLM_FIRST, RequestKind.CREDSSP_FIRST),
    ),
    # What the host's token says of the host.
    CauseRow(LoginCause.NO_ENCRYPTION, (ResponseKind.WEAK,)),
    CauseRow(LoginCause.MUTUAL_AUTHENTICATION_MISSING, (ResponseKind.NO_MUTUAL_AUTHENTICATION,)),
    CauseRow(LoginCause.SERVER_NOT_AUTHENTICATED, (ResponseKind.INVALID_MUTUAL_AUTHENTICATION,)),
    CauseRow(LoginCause.LOGIN_UNREADABLE, (ResponseKind.UNREADABLE,)),
    CauseRow(LoginCause.CLEAR_ANSWER, (ResponseKind.IN_CLEAR,)),
    # Other statuses, whatever was sent.
    CauseRow(LoginCause.TICKET_TOO_LARGE, sent=(RequestKind.TICKET,), status=(400,), page=_TOO_LONG),
    CauseRow(LoginCause.TICKET_TOO_LARGE, sent=(RequestKind.TICKET,), status=(431,)),
    CauseRow(ReachCause.BAD_HOST_NAME, status=(400,), page=("invalid hostname",)),
    CauseRow(ReachCause.TOO_LARGE, status=(413,)),
    CauseRow(ReachCause.TOO_LARGE, status=(400, 431), page=_TOO_LONG),
    CauseRow(ReachCause.BAD_REQUEST, status=(400,)),
    CauseRow(ReachCause.FORBIDDEN, status=(403,)),
    CauseRow(ReachCause.NOT_FOUND, status=(404,)),
    CauseRow(ReachCause.WEB_SERVER, status=(405, 411, 501, 511)),  # 511: a captive portal, RFC 6585 6
    CauseRow(ReachCause.PROXY_LOGON, status=(407,)),
    CauseRow(ReachCause.TOO_MANY, status=(429,)),
    CauseRow(LoginCause.LOGON_ERROR, sent=_LOGON, status=(500,)),
    CauseRow(ReachCause.SEALED_ERROR, sent=(RequestKind.SEALED,), status=(500,)),
    CauseRow(ReachCause.BARE_ERROR, status=(500,)),
    CauseRow(ReachCause.GATEWAY, status=(502, 504, 521, 522, 523, 524)),
    CauseRow(ReachCause.NOT_READY, status=(503,)),
    CauseRow(ReachCause.REDIRECTED, status=(301, 302, 303, 307, 308)),
    CauseRow(ReachCause.HTTP_STATUS, (ResponseKind.STATUS,)),
)
CAUSE_OF_KERBEROS_PROBLEM = {
    KerberosFailureReason.NO_TICKET: LoginCause.NO_TICKET,
    KerberosFailureReason.UNKNOWN_SERVICE: LoginCause.UNKNOWN_SPN,
    KerberosFailureReason.UNKNOWN_ACCOUNT: LoginCause.UNKNOWN_ACCOUNT,
    KerberosFailureReason.WRONG_PASSWORD: LoginCause.WRONG_PASSWORD,
    KerberosFailureReason.PASSWORD_EXPIRED: LoginCause.PASSWORD_EXPIRED,
    KerberosFailureReason.ACCOUNT_EXPIRED: LoginCause.ACCOUNT_EXPIRED,
    KerberosFailureReason.ACCOUNT_CLOSED: LoginCause.ACCOUNT_CLOSED,
    KerberosFailureReason.CLOCK_SKEW: LoginCause.CLOCK_SKEW,
    KerberosFailureReason.NO_KDC: LoginCause.NO_DOMAIN_CONTROLLER,
    KerberosFailureReason.UNKNOWN_DOMAIN: LoginCause.UNKNOWN_DOMAIN,
    KerberosFailureReason.OTHER: LoginCause.KERBEROS_FAILED,
}
CAUSE_OF_NT_STATUS = {  # [MS-ERREF] 2.3.1, which only CredSSP tells
    0xC000005E: LoginCause.NO_DOMAIN_CONTROLLER,
    0xC0000064: LoginCause.UNKNOWN_ACCOUNT,
    0xC000006A: LoginCause.WRONG_PASSWORD,
    0xC000006D: LoginCause.WRONG_PASSWORD,
    0xC000006E: LoginCause.ACCOUNT_RESTRICTED,
    0xC000006F: LoginCause.ACCOUNT_RESTRICTED,
    0xC0000070: LoginCause.ACCOUNT_RESTRICTED,
    0xC0000071: LoginCause.PASSWORD_EXPIRED,
    0xC0000072: LoginCause.ACCOUNT_DISABLED,
    0xC0000133: LoginCause.CLOCK_SKEW,
    0xC000015B: LoginCause.ACCOUNT_RESTRICTED,
    0xC0000193: LoginCause.ACCOUNT_EXPIRED,
    0xC0000224: LoginCause.PASSWORD_EXPIRED,
    0xC0000234: LoginCause.ACCOUNT_LOCKED,
}
CAUSE_OF_CONNECTION_PROBLEM = {
    ConnectionFailureReason.NAME_NOT_FOUND: ReachCause.NAME_NOT_FOUND,
    ConnectionFailureReason.REFUSED: ReachCause.REFUSED,
    ConnectionFailureReason.UNREACHABLE: ReachCause.NO_ROUTE,
    ConnectionFailureReason.TIMED_OUT: ReachCause.NO_ANSWER,
    ConnectionFailureReason.TLS: ReachCause.TLS_FAILED,
    ConnectionFailureReason.NO_AUTHORITIES: ReachCause.NO_AUTHORITIES,
    ConnectionFailureReason.DROPPED: ReachCause.DROPPED,
    ConnectionFailureReason.STALE: ReachCause.STALE,
    ConnectionFailureReason.CLOSED: ReachCause.CLOSED,
    ConnectionFailureReason.PROXY: ReachCause.PROXY_REFUSED,
    ConnectionFailureReason.CLIENT_CERTIFICATE: LoginCause.CLIENT_CERTIFICATE,
    ConnectionFailureReason.OTHER: ReachCause.NO_CONNECTION,
}
CAUSE_OF_TLS_PROBLEM = {
    TlsFailureReason.NOT_TLS: ReachCause.NO_TLS,
    TlsFailureReason.SSH: ReachCause.SSH_SERVER,
    TlsFailureReason.MAIL: ReachCause.MAIL_SERVER,
    TlsFailureReason.OLD_VERSION: ReachCause.OLD_TLS,
    TlsFailureReason.NO_SHARED_CIPHER: ReachCause.NO_SHARED_CIPHER,
    TlsFailureReason.SMALL_KEY: ReachCause.SMALL_KEY,
    TlsFailureReason.OLD_RENEGOTIATION: ReachCause.OLD_RENEGOTIATION,
    TlsFailureReason.WANTS_CERTIFICATE: ReachCause.WANTS_CERTIFICATE,
    TlsFailureReason.CERTIFICATE_REFUSED: LoginCause.CLIENT_CERTIFICATE,
    TlsFailureReason.UNKNOWN_NAME: ReachCause.TLS_NAME,
    TlsFailureReason.HOST_ERROR: ReachCause.TLS_HOST_ERROR,
    TlsFailureReason.SILENT: ReachCause.TLS_SILENT,
    TlsFailureReason.CUT: ReachCause.TLS_CUT,
    TlsFailureReason.OTHER: ReachCause.TLS_FAILED,
}
CAUSE_OF_CERTIFICATE_PROBLEM = {
    CertificateProblem.UNTRUSTED: ReachCause.UNTRUSTED_CERTIFICATE,
    CertificateProblem.UNKNOWN_ISSUER: ReachCause.UNKNOWN_ISSUER,
    CertificateProblem.NAME_MISMATCH: ReachCause.CERTIFICATE_NAME,
    CertificateProblem.ADDRESS_MISMATCH: ReachCause.CERTIFICATE_ADDRESS,
    CertificateProblem.EXPIRED: ReachCause.CERTIFICATE_DATES,
    CertificateProblem.WEAK_KEY: ReachCause.WEAK_KEY,
    CertificateProblem.WEAK_SIGNATURE: ReachCause.WEAK_SIGNATURE,
    CertificateProblem.WRONG_USAGE: ReachCause.WRONG_USAGE,
    CertificateProblem.UNKNOWN_EXTENSION: ReachCause.UNKNOWN_EXTENSION,
    CertificateProblem.CHANGED_PIN: ReachCause.CERTIFICATE_CHANGED,
}
CAUSE_OF_SUBCODE = {
    "w:AccessDenied": Cause.ACCESS_DENIED,
    "w:QuotaLimit": Cause.OTHER_QUOTA,
    "a:DestinationUnreachable": Cause.UNKNOWN_RESOURCE,
}
CAUSE_OF_FAULT_CODE: dict[int, Cause] = {
    FaultCode.ACCESS_DENIED: Cause.ACCESS_DENIED,
    FaultCode.NOT_ENOUGH_MEMORY: Cause.NO_MEMORY,
    FaultCode.OUTOFMEMORY: Cause.NO_MEMORY,
    FaultCode.OPERATION_ABORTED: Cause.STOPPING,
    FaultCode.SHUTDOWN_IN_PROGRESS: Cause.STOPPING,
    FaultCode.NO_LOGON_SERVERS: Cause.NO_LOGON_SERVER,
    FaultCode.NO_TRUST_SAM_ACCOUNT: Cause.TRUST_BROKEN,
    FaultCode.NO_SYSTEM_RESOURCES: Cause.NO_MEMORY,
    FaultCode.COMMITMENT_LIMIT: Cause.NO_MEMORY,
    FaultCode.LOGON_FAILURE: Cause.RUN_AS_NOT_VERIFIED,
    FaultCode.RESOURCE_NOT_FOUND: Cause.NOT_THERE,
    FaultCode.ENUMERATE_INVALID_ENUMERATION_CONTEXT: Cause.GAVE_UP,
    FaultCode.ENVELOPE_TOO_LARGE: Cause.ANSWER_TOO_LARGE,
    FaultCode.OPERATION_TIMEDOUT: Cause.GAVE_UP,
    FaultCode.MAX_ENVELOPE_SIZE: Cause.ANSWER_TOO_LARGE,
    FaultCode.MAX_ENVELOPE_SIZE_EXCEEDED: Cause.ANSWER_TOO_LARGE,
    FaultCode.SERVER_ENVELOPE_LIMIT: Cause.ANSWER_TOO_LARGE,
    FaultCode.CONFIG_CANNOT_CHANGE_GPO_CONTROLLED_SETTING: Cause.SET_BY_POLICY,
    FaultCode.INVALID_SECURITY_DESCRIPTOR: Cause.BAD_DESCRIPTOR,
    FaultCode.PLUGIN_CONFIGURATION_CORRUPTED: Cause.DAMAGED,
    FaultCode.QUOTA_LIMIT: Cause.QUOTA,
    FaultCode.QUOTA_MAX_SHELLS: Cause.QUOTA,
    FaultCode.QUOTA_MAX_OPERATIONS: Cause.QUOTA,
    FaultCode.QUOTA_USER: Cause.QUOTA,
    FaultCode.QUOTA_SYSTEM: Cause.QUOTA_OF_HOST,
    FaultCode.QUOTA_MAX_SHELLUSERS: Cause.QUOTA_OF_HOST,
    FaultCode.INVALID_CONFIGSDDL_URL: Cause.SECURITY_ELEMENT_NOT_WRITABLE,
    FaultCode.RUNAS_INVALIDUSERCREDENTIALS: Cause.RUN_AS_NOT_VERIFIED,
    FaultCode.SERVICE_REMOTE_ACCESS_DISABLED: Cause.REMOTE_ACCESS_OFF,
    FaultCode.INVALID_XML_RUNAS_DISABLED: Cause.RUN_AS_FORBIDDEN,
    FaultCode.REMOTE_CONNECTION_NOT_ALLOWED: Cause.REMOTE_ACCESS_OFF,
    FaultCode.QUOTA_MAX_SHELLS_PPQ: Cause.QUOTA_OF_HOST,
    FaultCode.QUOTA_MAX_USERS_PPQ: Cause.QUOTA_OF_HOST,
    FaultCode.QUOTA_MAX_PLUGINSHELLS_PPQ: Cause.QUOTA_OF_HOST,
    FaultCode.QUOTA_MAX_PLUGINOPERATIONS_PPQ: Cause.QUOTA_OF_HOST,
    FaultCode.QUOTA_MAX_OPERATIONS_USER_PPQ: Cause.QUOTA,
    FaultCode.QUOTA_MAX_COMMANDS_PER_SHELL_PPQ: Cause.QUOTA,
}


def cause_of_leg(step: ExchangeStep) -> Explained | None:
    """Return the cause of the first row that fits; None where none does."""
    return next((row.cause for row in CAUSES_BY_LEG if row.fits(step)), None)
