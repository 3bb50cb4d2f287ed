"""Why a host could not prove who it is, or we could not prove who we are: which row of the table applies."""

from __future__ import annotations

from gatepost.backend.failures.catalog import Cause
from gatepost.wsman.errors import (
    AlreadyRejected,
    AuthenticationFailed,
    AuthenticationUnavailable,
    CertificateProblem,
    CertificateRefused,
    ClientCertificateRefused,
    HostUnproven,
    KerberosFailed,
    KerberosProblem,
)

_KERBEROS = {
    KerberosProblem.NO_TICKET: Cause.NO_TICKET,
    KerberosProblem.UNKNOWN_SERVICE: Cause.UNKNOWN_SPN,
    KerberosProblem.UNKNOWN_ACCOUNT: Cause.UNKNOWN_ACCOUNT,
    KerberosProblem.WRONG_PASSWORD: Cause.WRONG_PASSWORD,
    KerberosProblem.PASSWORD_EXPIRED: Cause.PASSWORD_EXPIRED,
    KerberosProblem.ACCOUNT_EXPIRED: Cause.ACCOUNT_EXPIRED,
    KerberosProblem.ACCOUNT_CLOSED: Cause.ACCOUNT_CLOSED,
    KerberosProblem.CLOCK_SKEW: Cause.CLOCK_SKEW,
    KerberosProblem.NO_KDC: Cause.NO_DOMAIN_CONTROLLER,
    KerberosProblem.OTHER: Cause.KERBEROS_FAILED,
}
_NT_STATUS = {  # [MS-ERREF] 2.3.1
    0xC000005E: Cause.NO_DOMAIN_CONTROLLER,
    0xC0000064: Cause.UNKNOWN_ACCOUNT,
    0xC000006A: Cause.WRONG_PASSWORD,
    0xC000006D: Cause.WRONG_PASSWORD,
    0xC000006E: Cause.ACCOUNT_RESTRICTED,
    0xC000006F: Cause.ACCOUNT_RESTRICTED,
    0xC0000070: Cause.ACCOUNT_RESTRICTED,
    0xC0000071: Cause.PASSWORD_EXPIRED,
    0xC0000072: Cause.ACCOUNT_DISABLED,
    0xC0000133: Cause.CLOCK_SKEW,
    0xC000015B: Cause.ACCOUNT_RESTRICTED,
    0xC0000193: Cause.ACCOUNT_EXPIRED,
    0xC0000224: Cause.PASSWORD_EXPIRED,
    0xC0000234: Cause.ACCOUNT_LOCKED,
}
_CERTIFICATE = {
    CertificateProblem.UNTRUSTED: Cause.UNTRUSTED_CERTIFICATE,
    CertificateProblem.NAME_MISMATCH: Cause.CERTIFICATE_NAME,
    CertificateProblem.EXPIRED: Cause.CERTIFICATE_DATES,
    CertificateProblem.CHANGED_PIN: Cause.CERTIFICATE_CHANGED,
}
# What a host writes for a way to log on, and which of ours it serves, best first.
_SERVES = {
    "kerberos": ("Kerberos",),
    "negotiate": ("NTLM", "Kerberos"),
    "ntlm": ("NTLM",),
    "credssp": ("CredSSP",),
    "basic": ("Basic over HTTPS",),
}


def login_cause(error: AuthenticationFailed | AuthenticationUnavailable | CertificateRefused) -> Cause:
    """Return the row of a login that did not come about."""
    match error:
        case CertificateRefused():
            return _CERTIFICATE[error.reason]
        case AuthenticationUnavailable():
            return Cause.SCHEME_UNAVAILABLE
        case KerberosFailed():
            return _KERBEROS[error.reason]
        case AlreadyRejected():
            return Cause.ALREADY_REJECTED
        case HostUnproven():
            return Cause.UNPROVEN
        case ClientCertificateRefused():
            return Cause.CLIENT_CERTIFICATE
    if error.nt_status is not None:
        return _NT_STATUS.get(error.nt_status, Cause.LOGON_REFUSED)
    if not error.offered or not error.tried or error.tried in {pick.split()[0] for pick in _picks(error.offered)}:
        return Cause.LOGON_REFUSED
    return Cause.SCHEME_NOT_OFFERED if _picks(error.offered) else Cause.NO_SCHEME


def offer_of(error: AuthenticationFailed) -> dict[str, str]:
    """Return what was tried, what the host offers, and what to pick of it, for the texts."""
    return {"tried": error.tried, "offered": _listed(error.offered), "pick": _listed(_picks(error.offered), "or")}


def _picks(offered: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pick for scheme in offered for pick in _SERVES.get(scheme.lower(), ())))


def _listed(words: tuple[str, ...], last: str = "and") -> str:
    """Return "a", "a and b", or "a, b and c"."""
    *first, end = words or ("",)
    return f"{', '.join(first)} {last} {end}" if first else end
