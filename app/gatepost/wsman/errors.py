"""Exceptions of WS-Management and of the connection. None ever carries a password or a message body."""

from __future__ import annotations

from enum import Enum

from typing_extensions import override

from gatepost.wsman.certificates import CertificateFacts, CertificateProblem
from gatepost.wsman.exchange_steps import ExchangeStep
from gatepost.wsman.fault_codes import FaultCode, proves_unchanged
from gatepost.wsman.tls_problem import TlsFailureReason


class Delivery(Enum):
    """Whether a request reached the host."""

    NOT_SENT = "not sent"
    MAYBE = "maybe"
    DELIVERED = "delivered"


class WsmanError(Exception):
    """Base class of all errors of this package.

    ``delivery``: whether the request reached the host. ``steps``: what was sent and what came back, the last one last.
    ``further_requests_pointless``: the next request would fare no better, and a wrong password that is tried often
    locks accounts.
    """

    delivery = Delivery.MAYBE
    steps: tuple[ExchangeStep, ...] = ()
    further_requests_pointless = False

    @property
    def may_have_changed_host(self) -> bool:
        """Whether a write that ended in this error may have been carried out all the same."""
        return self.delivery is not Delivery.NOT_SENT


class WsmanFault(WsmanError):
    """SOAP fault: the host's answer to the request.

    ``code`` is the Windows error code of the fault, None where the host gave none. ``subcode`` is the SOAP subcode
    under our own prefixes ("w:AccessDenied"). ``provider_message`` is the innermost text, often the only one that
    names the cause. ``provider`` and ``provider_path`` name the plug-in that failed and its library on the host.
    """

    delivery = Delivery.DELIVERED

    def __init__(
        self,
        code: int | None,
        subcode: str,
        reason: str,
        provider_message: str,
        *,
        provider: str = "",
        provider_path: str = "",
    ) -> None:
        super().__init__(provider_message or reason or subcode or "The host reported a fault without a reason.")
        self.code = code
        self.subcode = subcode
        self.reason = reason
        self.provider_message = provider_message
        self.provider = provider
        self.provider_path = provider_path

    @property
    @override
    def may_have_changed_host(self) -> bool:
        """False only where the fault is one that proves that the request was not carried out."""
        return not proves_unchanged(self.code, self.subcode)

    @property
    def timed_out(self) -> bool:
        """Whether the host gave up waiting for the operation."""
        by_code = self.code == FaultCode.OPERATION_TIMEDOUT  # as at this computer, without SOAP
        return by_code or self.subcode == "w:TimedOut"


class ReplyError(WsmanError):
    """The answer is not what the protocol allows: no XML, too large, a DOCTYPE, an answer to something else.

    The request did reach the host, so a write may have been carried out.
    """

    delivery = Delivery.DELIVERED


class UnsealFailed(ReplyError):
    """An encrypted answer that does not decrypt under the key of the login."""


class UnsupportedService(WsmanError):
    """The service is not that of Windows, and has no session configurations. ``product`` is what it calls itself."""

    delivery = Delivery.DELIVERED

    def __init__(self, product: str) -> None:
        super().__init__(f"The service is {product}.")
        self.product = product


class HttpError(WsmanError):
    """An HTTP status without a WS-Management answer, such as 404, 413, 500 or 503."""

    def __init__(self, status: int, *, delivery: Delivery = Delivery.MAYBE) -> None:
        super().__init__(f"The host answered with HTTP status {status} and without a WS-Management message.")
        self.status = status
        self.delivery = delivery


class AuthenticationFailed(WsmanError):
    """The host did not accept who we are. ``offered`` are the HTTP authentication schemes it named.

    ``tried`` is the one that was used, as a person writes it. ``nt_status`` is the host's reason ([MS-ERREF] 2.3.1),
    where the scheme tells it; only CredSSP does. ``name`` is the host's in its SPN. No operation was carried out.
    """

    delivery = Delivery.NOT_SENT
    further_requests_pointless = True
    name = ""

    def __init__(
        self, message: str, offered: tuple[str, ...] = (), *, tried: str = "", nt_status: int | None = None
    ) -> None:
        super().__init__(message)
        self.offered = offered
        self.tried = tried
        self.nt_status = nt_status


class ClientCertificateRefused(AuthenticationFailed):
    """The host does not know whom our certificate stands for."""


class NonAsciiCredentialsRejected(AuthenticationFailed):
    """Basic with non-ASCII characters in user name or password: hosts differ in how they read those."""


class AlreadyRejected(AuthenticationFailed):
    """The account and its password were rejected before, by the host ``rejected_by``; they were not sent again."""

    def __init__(self, rejected_by: str) -> None:
        super().__init__(f"The same account and password were rejected by {rejected_by}.")
        self.rejected_by = rejected_by


class ServerAuthenticationFailed(AuthenticationFailed):
    """The host's own part of the login was missing, false or unreadable; user and password may be right.

    ``is_false_proof``: it was understood and is not that of the host, which is evidence of another server.
    """

    def __init__(self, message: str, *, is_false_proof: bool = False) -> None:
        super().__init__(message)
        self.is_false_proof = is_false_proof


class MutualAuthenticationMissing(ServerAuthenticationFailed):
    """The host accepted a Kerberos ticket without a proof of its own."""


class KerberosFailureReason(Enum):
    """Why there is no Kerberos login."""

    NO_TICKET = "there is no valid Kerberos ticket"
    UNKNOWN_SERVICE = "the domain does not know the service of this host (SPN)"
    UNKNOWN_ACCOUNT = "the domain does not know the account"
    WRONG_PASSWORD = "wrong password"  # noqa: S105 - a reason, not a password
    PASSWORD_EXPIRED = "the password has expired"  # noqa: S105
    ACCOUNT_EXPIRED = "the account has expired"
    ACCOUNT_CLOSED = "the account is locked, disabled or expired"
    CLOCK_SKEW = "the clocks of this computer and the domain differ too much"
    NO_KDC = "no domain controller could be found or reached"
    UNKNOWN_DOMAIN = (
        "no domain controller for the domain that was named, and this computer's own domain does not know the account"
    )
    OTHER = "Kerberos failed"


class KerberosFailed(AuthenticationFailed):
    """There is no ticket for the host, so nothing was sent. ``detail`` is the library's own text, with its number."""

    def __init__(self, reason: KerberosFailureReason, detail: str) -> None:
        super().__init__(f"{reason.value}: {detail}")
        self.reason = reason
        self.detail = detail


class AuthenticationUnavailable(WsmanError):
    """A way to authenticate that this installation lacks a package for, or that needs what is not there."""

    delivery = Delivery.NOT_SENT
    further_requests_pointless = True


class CryptographyUnavailable(AuthenticationUnavailable):
    """This computer's own cryptography refuses what the scheme is made of, as in FIPS mode. Nothing was sent."""

    def __init__(self, label: str, detail: str) -> None:
        super().__init__(f"{label} needs MD5 and RC4, which this computer refuses: {detail}")
        self.label = label


class EncryptionMissing(WsmanError):
    """Messages would have crossed in clear, or an answer did (then it was delivered)."""

    further_requests_pointless = True

    def __init__(self, message: str, *, delivery: Delivery = Delivery.NOT_SENT) -> None:
        super().__init__(message)
        self.delivery = delivery


class ConnectionFailureReason(Enum):
    """Why a connection failed."""

    NAME_NOT_FOUND = "name not found"
    REFUSED = "connection refused"
    UNREACHABLE = "no route to the host"
    TIMED_OUT = "timed out"
    TLS = "TLS failed"
    NO_AUTHORITIES = "certificate authorities unreadable"
    DROPPED = "connection dropped"
    STALE = "session no longer known to the host"
    CLOSED = "closed on our side"
    PROXY = "the proxy refused"
    CLIENT_CERTIFICATE = "the connection ended once the host had seen the client certificate"
    OTHER = "connection failed"


class ConnectionFailed(WsmanError):
    """No answer. What was certainly never sent was not carried out; anything else may have been.

    ``tls`` says why, with TLS. ``repeatable``: whether a read may be asked again by itself, because that is no second
    attempt to log on with credentials that the host has not accepted yet.
    """

    further_requests_pointless = True

    def __init__(
        self,
        problem: ConnectionFailureReason,
        *,
        delivery: Delivery,
        detail: str = "",
        tls: TlsFailureReason | None = None,
        repeatable: bool = False,
    ) -> None:
        super().__init__(f"{problem.value}: {detail}" if detail else problem.value)
        self.problem = problem
        self.delivery = delivery
        self.detail = detail
        self.tls = tls
        self.repeatable = repeatable


class ServiceNotRunning(ConnectionFailed):
    """WinRM does not run on this computer; even local requests need it. A write may have been the last it did."""

    def __init__(self, *, delivery: Delivery = Delivery.NOT_SENT) -> None:
        super().__init__(
            ConnectionFailureReason.REFUSED, delivery=delivery, detail="the WinRM service does not run here"
        )


class LocalClientMissing(ConnectionFailed):
    """Windows' own WS-Management client (``WSMan.Automation``) is not registered on this computer."""

    def __init__(self, detail: str) -> None:
        super().__init__(ConnectionFailureReason.OTHER, delivery=Delivery.NOT_SENT, detail=detail)


class NotElevated(WsmanFault):
    """This computer refuses because the program runs without the rights of an administrator (UAC)."""


class CertificateRefused(WsmanError):
    """The host could not prove by its certificate who it is. Nothing but a TLS handshake was sent.

    ``pin`` is the fingerprint that was trusted before, with CHANGED_PIN.
    """

    delivery = Delivery.NOT_SENT
    further_requests_pointless = True

    def __init__(self, reason: CertificateProblem, certificate: CertificateFacts, pin: str = "") -> None:
        super().__init__(f"{reason.value}: SHA-256 {certificate.sha256}")
        self.reason = reason
        self.certificate = certificate
        self.pin = pin
