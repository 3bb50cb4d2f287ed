"""Which test produces which failure, and what the user then reads.

SOCKET, TLS    real: sockets, names and certificates on loopback
KDC            real: a MIT KDC on loopback
PRACTICE       the practice host, which judges for itself or is told to on its console
BYTES          a listener that answers with bytes made for it, where no host does so on demand
COM            a fake of Windows' automation object, which only Windows has
MADE           an exception made by hand: there is no way to provoke it
"""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.backend.failures.catalog import Cause

SOCKET, TLS, KDC, PRACTICE, BYTES, COM, MADE = "socket", "tls", "kdc", "practice", "bytes", "com", "made"


@dataclass(frozen=True)
class Row:
    """How a cause comes about in the tests; parts of its summary and of its next step, with the host SRV01."""

    how: str
    summary: str
    next_step: str


ROWS = {
    Cause.NAME_NOT_FOUND: Row(SOCKET, "The name SRV01 is not known.", "DNS server"),
    Cause.NO_ROUTE: Row(SOCKET, "No network leads to SRV01.", "VPN"),
    Cause.REFUSED: Row(SOCKET, "SRV01 refuses the connection: WinRM is not running there", "winrm quickconfig"),
    Cause.NO_ANSWER: Row(SOCKET, "SRV01 does not answer.", "firewall"),
    Cause.TOO_SLOW: Row(SOCKET, "SRV01 took the request and did not answer in time.", "busy"),
    Cause.DROPPED: Row(SOCKET, "SRV01 broke the connection off.", "Refresh"),
    Cause.CLOSED: Row(SOCKET, "The connection to SRV01 was closed on this side.", "Refresh"),
    Cause.NO_CONNECTION: Row(SOCKET, "No connection to SRV01 could be made.", "details"),
    Cause.NO_TLS: Row(TLS, "SRV01 does not speak HTTPS on this port.", "5986"),
    Cause.NO_AUTHORITIES: Row(TLS, "The file of certificate authorities cannot be used.", "PEM"),
    Cause.UNTRUSTED_CERTIFICATE: Row(TLS, "vouches for the certificate of SRV01", "fingerprint"),
    Cause.CERTIFICATE_NAME: Row(TLS, "The certificate of SRV01 is made out to another name.", "name"),
    Cause.CERTIFICATE_DATES: Row(TLS, "The certificate of SRV01 is used outside its dates.", "renewed"),
    Cause.CERTIFICATE_CHANGED: Row(TLS, "SRV01 shows another certificate", "in between"),
    Cause.NO_TICKET: Row(KDC, "There is no valid Kerberos ticket for SRV01.", "kinit"),
    Cause.UNKNOWN_SPN: Row(KDC, "The domain knows no service HTTP on SRV01", "not an address or an alias"),
    Cause.UNKNOWN_ACCOUNT: Row(KDC, "The account is not known to its domain.", "Check the user name"),
    Cause.WRONG_PASSWORD: Row(KDC, "The password is wrong", "lock"),
    Cause.ACCOUNT_EXPIRED: Row(KDC, "The account has expired.", "administrator of the account"),
    Cause.ACCOUNT_CLOSED: Row(KDC, "The account is locked, disabled or expired.", "administrator of the account"),
    Cause.PASSWORD_EXPIRED: Row(KDC, "The password has expired or has to be changed.", "Change it"),
    Cause.CLOCK_SKEW: Row(KDC, "The clocks of this computer and of the domain differ", "Set this computer's clock"),
    Cause.NO_DOMAIN_CONTROLLER: Row(KDC, "No domain controller could be found or reached", "name of the domain"),
    Cause.KERBEROS_FAILED: Row(KDC, "Kerberos did not log on to SRV01.", "Kerberos' own words"),
    Cause.LOGON_REFUSED: Row(PRACTICE, "SRV01 did not accept the user name and password.", "locked or expired"),
    Cause.ACCOUNT_LOCKED: Row(PRACTICE, "The account is locked", "administrator of the account"),
    Cause.ACCOUNT_DISABLED: Row(PRACTICE, "The account is disabled.", "administrator of the account"),
    Cause.ACCOUNT_RESTRICTED: Row(PRACTICE, "The account may not log on to SRV01", "Logon hours"),
    Cause.SCHEME_NOT_OFFERED: Row(
        PRACTICE,
        "SRV01 does not offer CredSSP. It offers Negotiate and Basic.",
        "pick NTLM, Kerberos or Basic over HTTPS",
    ),
    Cause.STALE: Row(PRACTICE, "SRV01 does not know this session any more.", "log on again"),
    Cause.NOT_FOUND: Row(PRACTICE, "SRV01 answers, but has no WinRM at this address (HTTP 404).", "IPv4Filter"),
    Cause.TOO_LARGE: Row(PRACTICE, "SRV01 takes no request that large (HTTP 413).", '@{MaxEnvelopeSizekb="500"}'),
    Cause.NOT_READY: Row(PRACTICE, "WinRM on SRV01 is not ready (HTTP 503).", "Wait"),
    Cause.BARE_ERROR: Row(PRACTICE, "SRV01 failed without saying why (HTTP 500).", "instead of Basic"),
    Cause.PROXY_REFUSED: Row(BYTES, "The proxy does not let a connection to SRV01 through: ", "without it"),
    Cause.CLIENT_CERTIFICATE: Row(TLS, "SRV01 did not accept the client certificate.", "certmapping"),
    Cause.HTTP_STATUS: Row(PRACTICE, "SRV01 answered with HTTP 418.", "something between"),
    Cause.ACCESS_DENIED: Row(PRACTICE, "Access to SRV01 is denied.", "Remote Management Users are not enough"),
    Cause.SET_BY_POLICY: Row(PRACTICE, "A Group Policy owns this setting on SRV01.", "policy"),
    Cause.QUOTA: Row(PRACTICE, "SRV01 has reached a quota", "Close other sessions"),
    Cause.RUN_AS_NOT_VERIFIED: Row(
        PRACTICE, "could not verify the password of the endpoint's RunAs", "RunAsCredential"
    ),
    Cause.RUN_AS_FORBIDDEN: Row(PRACTICE, "A policy on SRV01 forbids storing a RunAs user (DisableRunAs).", "policy"),
    Cause.DESCRIPTOR_NOT_ALONE: Row(PRACTICE, "SRV01 does not let the permissions of this endpoint", "Repeat"),
    Cause.BAD_DESCRIPTOR: Row(PRACTICE, "SRV01 does not accept this security descriptor: ", "owner and a group"),
    Cause.ANSWER_TOO_LARGE: Row(PRACTICE, "The answer of SRV01 is larger", "MaxEnvelopeSizekb"),
    Cause.GAVE_UP: Row(PRACTICE, "SRV01 ran out of time for this request.", "busy"),
    Cause.NOT_THERE: Row(PRACTICE, "SRV01 has not, or no longer, what was asked for.", "removed"),
    Cause.REMOTE_ACCESS_OFF: Row(PRACTICE, "Remote access is switched off on SRV01: ", "Enable-PSRemoting"),
    Cause.DAMAGED: Row(PRACTICE, "The configuration of a plug-in on SRV01 is damaged.", "register it anew"),
    Cause.REFUSED_REQUEST: Row(PRACTICE, "SRV01 refused the request: ", ""),
    Cause.UNREADABLE: Row(PRACTICE, "The answer from SRV01 cannot be understood.", "something between"),
    Cause.UNPROVEN: Row(BYTES, "SRV01 did not prove who it is.", "in between"),
    Cause.NO_SCHEME: Row(BYTES, "offers no way to log on that can be used here. It offers Bearer.", "Negotiate"),
    Cause.NO_ENCRYPTION: Row(BYTES, "SRV01 offered no encryption that protects, so nothing was sent.", "HTTPS"),
    Cause.CLEAR_ANSWER: Row(BYTES, "SRV01 answered without encryption.", "in between"),
    Cause.LOCAL_CLIENT_MISSING: Row(COM, "client of Windows isn't available on this computer: COM error", "winrm id"),
    Cause.NOT_RUNNING: Row(COM, "WinRM does not run on this computer.", "Start the service WinRM"),
    Cause.NOT_ELEVATED: Row(COM, "without the rights of an administrator", "as administrator"),
    Cause.SCHEME_UNAVAILABLE: Row(SOCKET, "This way to log on is not available here: ", "Pick another"),
    Cause.OTHER: Row(MADE, "The request to SRV01 failed.", "Refresh"),
}


def check(cause: Cause, found, because: Cause) -> None:
    """Compare the HostError ``found``, whose cause is ``because``, with the row of ``cause``."""
    row = ROWS[cause]
    assert because is cause
    assert row.summary in str(found.summary)
    assert row.next_step in str(found.next_step)
    assert bool(row.next_step) == bool(found.next_step)
    assert found.details
    assert "{" not in str(found).replace('@{MaxEnvelopeSizekb="500"}', "").replace('@{Negotiate="true"}', "")
