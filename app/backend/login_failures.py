"""Why a host could not prove who it is, or we could not prove who we are: cause and next step."""

from __future__ import annotations

from app.endpoints.text import NOTHING, Text, text
from app.wsman.certificates import CertificateFacts
from app.wsman.errors import (
    AuthenticationFailed,
    AuthenticationUnavailable,
    CertificateProblem,
    CertificateRefused,
    ClientCertificateRefused,
    KerberosFailed,
    KerberosProblem,
)

_PASSWORD_STEP = text("Check both. The account may also be locked or expired.")

_KERBEROS = {
    KerberosProblem.NO_TICKET: text("Log on to the domain (kinit), or connect with user and password."),
    KerberosProblem.UNKNOWN_SERVICE: text(
        "Use the name under which the host is known to the domain, not an address or an alias."
    ),
    KerberosProblem.UNKNOWN_ACCOUNT: text("Check the user name and the domain."),
    KerberosProblem.WRONG_PASSWORD: text("Type the password again."),
    KerberosProblem.PASSWORD_EXPIRED: text("Change the password first."),
    KerberosProblem.ACCOUNT_CLOSED: text("Ask an administrator of the domain to open the account."),
    KerberosProblem.CLOCK_SKEW: text("Set this computer's clock: Kerberos allows a few minutes of difference."),
    KerberosProblem.NO_KDC: text("Check the network and the name of the domain."),
}

_CERTIFICATE = {
    CertificateProblem.UNTRUSTED: text("No authority that this computer trusts vouches for the certificate."),
    CertificateProblem.NAME_MISMATCH: text(
        "The certificate is made out to another name. Use a name it is made out to."
    ),
    CertificateProblem.EXPIRED: text("The certificate is used outside its dates."),
    CertificateProblem.CHANGED_PIN: text(
        "It is not the certificate that was trusted before. Find out why before you go on: somebody may be in between."
    ),
}


def login_failure(
    error: AuthenticationFailed | AuthenticationUnavailable | CertificateRefused, host: str
) -> tuple[Text, Text]:
    """Return cause and next step."""
    match error:
        case KerberosFailed():
            said = text("Kerberos did not log on to {host}: {reason}.", host=host, reason=error.reason.value)
            return said, _KERBEROS.get(error.reason, NOTHING)
        case ClientCertificateRefused():
            return (
                text("{host} did not accept the client certificate.", host=host),
                text(
                    "The host has to map it to one of its local accounts (winrm create winrm/config/service/"
                    "certmapping), allow logins by certificate, and trust its issuer."
                ),
            )
        case AuthenticationFailed():
            return text("{host} did not accept the user name and password.", host=host), _PASSWORD_STEP
        case CertificateRefused():
            return text("The certificate of {host} is not accepted. Nothing was sent.", host=host), _CERTIFICATE[
                error.reason
            ]
        case AuthenticationUnavailable():
            return text("This way to log on is not available here: {why}", why=error), NOTHING


def certificate_details(certificate: CertificateFacts, pin: str = "") -> str:
    """Return what a person needs to decide about a certificate, one fact a line; ``pin``: what was trusted before."""
    return "\n".join(
        [
            f"Subject: {certificate.subject}",
            f"Issuer: {certificate.issuer}",
            f"Valid: {certificate.not_before:%Y-%m-%d %H:%M} to {certificate.not_after:%Y-%m-%d %H:%M} UTC",
            f"Names: {', '.join(certificate.names) or 'none'}",
            f"SHA-256: {certificate.sha256}",
            *([f"Trusted before: {pin}"] if pin else []),
        ]
    )
