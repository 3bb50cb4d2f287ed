"""Table of causes, by what was sent and received, and by what TCP, TLS, Kerberos or CredSSP reported.

A row of ``CAUSES_BY_LEG`` applies to the last leg of a conversation; the first that fits counts. "The connection might
be intercepted" stands only behind evidence: a false proof, an answer in clear to an encrypted message, one that does
not decrypt, another certificate.
"""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.backend.failures.explained import Explained
from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.failures.reach_catalog import ReachCause
from gatepost.wsman.certificates import CertificateProblem
from gatepost.wsman.errors import ConnectionProblem, KerberosProblem
from gatepost.wsman.legs import Came, Leg, Sent, Speaker
from gatepost.wsman.tls_problem import TlsProblem

_REFUSED = (Came.UNAUTHORIZED_WITH_SCHEMES, Came.UNAUTHORIZED_WITHOUT_SCHEMES)
_ANY_401 = (*_REFUSED, Came.TOKEN)
_LOGON = (Sent.NO_CREDENTIALS, Sent.NTLM_FIRST, Sent.NTLM_ANSWER, Sent.TICKET, Sent.CREDSSP_FIRST, Sent.CREDSSP)
_TOO_LONG = ("request too long", "header fields too long")


@dataclass(frozen=True, slots=True)
class CauseRow:
    """A cause and when it applies; empty fields match anything.

    ``page`` are texts of which one is in the headline of the page that came.
    """

    cause: Explained
    came: tuple[Came, ...] = ()
    sent: tuple[Sent, ...] = ()
    status: tuple[int, ...] = ()
    speaker: Speaker | None = None
    page: tuple[str, ...] = ()

    def fits(self, leg: Leg) -> bool:
        """Whether the row is about this leg."""
        return (
            (not self.came or leg.came in self.came)
            and (not self.sent or leg.sent in self.sent)
            and (not self.status or leg.status in self.status)
            and (self.speaker is None or leg.speaker is self.speaker)
            and (not self.page or any(text in leg.page.lower() for text in self.page))
        )


CAUSES_BY_LEG = (
    # Something else than WinRM answers.
    CauseRow(ReachCause.SSH_SERVER, (Came.OTHER_PROTOCOL,), speaker=Speaker.SSH),
    CauseRow(ReachCause.MAIL_SERVER, (Came.OTHER_PROTOCOL,), speaker=Speaker.MAIL),
    CauseRow(ReachCause.TLS_PORT, (Came.OTHER_PROTOCOL,), speaker=Speaker.TLS),
    CauseRow(ReachCause.NOT_HTTP, (Came.OTHER_PROTOCOL,)),
    CauseRow(ReachCause.TLS_PORT, page=("plain http request was sent to https port",)),
    CauseRow(ReachCause.WEB_SERVER, (Came.PAGE,)),
    # The end of the connection, and silence.
    CauseRow(LoginCause.CLIENT_CERTIFICATE, (Came.CLOSED,), (Sent.CERTIFICATE,)),
    CauseRow(ReachCause.DROPPED, (Came.CLOSED,), (Sent.PASSWORD, Sent.SEALED, Sent.MESSAGE)),
    CauseRow(LoginCause.LOGON_CUT, (Came.CLOSED,)),
    CauseRow(ReachCause.TOO_SLOW, (Came.SILENT,), (Sent.SEALED, Sent.MESSAGE)),
    CauseRow(LoginCause.LOGON_SILENT, (Came.SILENT,)),
    # HTTP 401.
    CauseRow(LoginCause.CLIENT_CERTIFICATE, _ANY_401, (Sent.CERTIFICATE,)),
    CauseRow(LoginCause.TICKET_REFUSED, _ANY_401, (Sent.TICKET,)),
    CauseRow(LoginCause.LOGON_REFUSED, _ANY_401, (Sent.NTLM_ANSWER, Sent.PASSWORD, Sent.CREDSSP)),
    CauseRow(LoginCause.NTLM_REFUSED, _REFUSED, (Sent.NTLM_FIRST,)),
    CauseRow(LoginCause.CREDSSP_REFUSED, _REFUSED, (Sent.CREDSSP_FIRST,)),
    CauseRow(LoginCause.MESSAGE_REFUSED, _ANY_401, (Sent.SEALED, Sent.MESSAGE)),
    CauseRow(LoginCause.NO_CHALLENGE, (Came.UNAUTHORIZED_WITHOUT_SCHEMES,)),
    # A token where none belongs, and success without a logon.
    CauseRow(LoginCause.LOGIN_UNREADABLE, (Came.TOKEN,), (Sent.NO_CREDENTIALS, Sent.NTLM_FIRST, Sent.CREDSSP_FIRST)),
    CauseRow(LoginCause.LOGIN_UNREADABLE, (Came.ACCEPTED,), (Sent.NO_CREDENTIALS, Sent.NTLM_FIRST, Sent.CREDSSP_FIRST)),
    # What the host's token says of the host.
    CauseRow(LoginCause.NO_ENCRYPTION, (Came.WEAK,)),
    CauseRow(LoginCause.PROOF_MISSING, (Came.NO_PROOF,)),
    CauseRow(LoginCause.UNPROVEN, (Came.FALSE_PROOF,)),
    CauseRow(LoginCause.LOGIN_UNREADABLE, (Came.UNREADABLE,)),
    CauseRow(LoginCause.CLEAR_ANSWER, (Came.IN_CLEAR,)),
    # Other statuses, whatever was sent.
    CauseRow(LoginCause.TICKET_TOO_LARGE, sent=(Sent.TICKET,), status=(400,), page=_TOO_LONG),
    CauseRow(LoginCause.TICKET_TOO_LARGE, sent=(Sent.TICKET,), status=(431,)),
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
    CauseRow(ReachCause.SEALED_ERROR, sent=(Sent.SEALED,), status=(500,)),
    CauseRow(ReachCause.BARE_ERROR, status=(500,)),
    CauseRow(ReachCause.GATEWAY, status=(502, 504, 521, 522, 523, 524)),
    CauseRow(ReachCause.NOT_READY, status=(503,)),
    CauseRow(ReachCause.REDIRECTED, status=(301, 302, 303, 307, 308)),
    CauseRow(ReachCause.HTTP_STATUS, (Came.STATUS,)),
)
CAUSE_OF_KERBEROS_PROBLEM = {
    KerberosProblem.NO_TICKET: LoginCause.NO_TICKET,
    KerberosProblem.UNKNOWN_SERVICE: LoginCause.UNKNOWN_SPN,
    KerberosProblem.UNKNOWN_ACCOUNT: LoginCause.UNKNOWN_ACCOUNT,
    KerberosProblem.WRONG_PASSWORD: LoginCause.WRONG_PASSWORD,
    KerberosProblem.PASSWORD_EXPIRED: LoginCause.PASSWORD_EXPIRED,
    KerberosProblem.ACCOUNT_EXPIRED: LoginCause.ACCOUNT_EXPIRED,
    KerberosProblem.ACCOUNT_CLOSED: LoginCause.ACCOUNT_CLOSED,
    KerberosProblem.CLOCK_SKEW: LoginCause.CLOCK_SKEW,
    KerberosProblem.NO_KDC: LoginCause.NO_DOMAIN_CONTROLLER,
    KerberosProblem.UNKNOWN_DOMAIN: LoginCause.UNKNOWN_DOMAIN,
    KerberosProblem.OTHER: LoginCause.KERBEROS_FAILED,
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
    ConnectionProblem.NAME_NOT_FOUND: ReachCause.NAME_NOT_FOUND,
    ConnectionProblem.REFUSED: ReachCause.REFUSED,
    ConnectionProblem.UNREACHABLE: ReachCause.NO_ROUTE,
    ConnectionProblem.TIMED_OUT: ReachCause.NO_ANSWER,
    ConnectionProblem.TLS: ReachCause.TLS_FAILED,
    ConnectionProblem.NO_AUTHORITIES: ReachCause.NO_AUTHORITIES,
    ConnectionProblem.DROPPED: ReachCause.DROPPED,
    ConnectionProblem.STALE: ReachCause.STALE,
    ConnectionProblem.CLOSED: ReachCause.CLOSED,
    ConnectionProblem.PROXY: ReachCause.PROXY_REFUSED,
    ConnectionProblem.CLIENT_CERTIFICATE: LoginCause.CLIENT_CERTIFICATE,
    ConnectionProblem.OTHER: ReachCause.NO_CONNECTION,
}
CAUSE_OF_TLS_PROBLEM = {
    TlsProblem.NOT_TLS: ReachCause.NO_TLS,
    TlsProblem.SSH: ReachCause.SSH_SERVER,
    TlsProblem.MAIL: ReachCause.MAIL_SERVER,
    TlsProblem.OLD_VERSION: ReachCause.OLD_TLS,
    TlsProblem.NO_SHARED_CIPHER: ReachCause.NO_SHARED_CIPHER,
    TlsProblem.SMALL_KEY: ReachCause.SMALL_KEY,
    TlsProblem.OLD_RENEGOTIATION: ReachCause.OLD_RENEGOTIATION,
    TlsProblem.WANTS_CERTIFICATE: ReachCause.WANTS_CERTIFICATE,
    TlsProblem.CERTIFICATE_REFUSED: LoginCause.CLIENT_CERTIFICATE,
    TlsProblem.UNKNOWN_NAME: ReachCause.TLS_NAME,
    TlsProblem.HOST_ERROR: ReachCause.TLS_HOST_ERROR,
    TlsProblem.SILENT: ReachCause.TLS_SILENT,
    TlsProblem.CUT: ReachCause.TLS_CUT,
    TlsProblem.OTHER: ReachCause.TLS_FAILED,
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


def cause_of_leg(leg: Leg) -> Explained | None:
    """Return the cause of the first row that fits; None where none does."""
    return next((row.cause for row in CAUSES_BY_LEG if row.fits(leg)), None)
