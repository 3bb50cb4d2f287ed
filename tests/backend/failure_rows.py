"""Which test produces which failure, and what the user then reads.

SOCKET, TLS    real: sockets, names and certificates on loopback
KDC            real: a MIT KDC on loopback
PRACTICE       the practice host, which judges for itself or is told to on its console
BYTES          a listener that answers with bytes made for it, where no host does so on demand
LEGS           the same, leg by leg of a login, and an acceptor that refuses (test_login_rows)
OPENSSL        real: a TLS server made by OpenSSL, and alerts as one gives them (test_tls_rows)
COM            a fake of Windows' automation object, which only Windows has
MADE           an exception made by hand: there is no way to provoke it
"""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.backend.failures.catalog import Cause
from gatepost.backend.failures.explained import Explained
from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.failures.reach_catalog import ReachCause

SOCKET, TLS, KDC, PRACTICE, BYTES, COM, MADE = "socket", "tls", "kdc", "practice", "bytes", "com", "made"
LEGS, OPENSSL = "legs", "openssl"


@dataclass(frozen=True)
class Row:
    """How a cause comes about in the tests; parts of its summary and of its next step, with the host SRV01."""

    how: str
    summary: str
    next_step: str


ROWS = {
    ReachCause.NAME_NOT_FOUND: Row(SOCKET, 'Can\'t resolve "SRV01".', "DNS server"),
    ReachCause.NO_ROUTE: Row(SOCKET, "There's no network route to SRV01.", "VPN"),
    ReachCause.REFUSED: Row(
        SOCKET, "SRV01 refuses the connection. WinRM might not be running there", "winrm quickconfig"
    ),
    ReachCause.NO_ANSWER: Row(SOCKET, "SRV01 doesn't answer.", "firewall"),
    ReachCause.TOO_SLOW: Row(SOCKET, "SRV01 didn't respond in time.", "busy"),
    ReachCause.DROPPED: Row(SOCKET, "SRV01 closed the connection.", "Try again"),
    ReachCause.CLOSED: Row(SOCKET, "The connection to SRV01 was closed on this computer.", "Try again"),
    ReachCause.NO_CONNECTION: Row(SOCKET, "Can't connect to SRV01.", "details"),
    ReachCause.NO_TLS: Row(TLS, "SRV01 doesn't use HTTPS on this port.", "5986"),
    ReachCause.NO_AUTHORITIES: Row(TLS, "The CA file can't be used: ", "PKCS #7"),
    ReachCause.UNTRUSTED_CERTIFICATE: Row(
        TLS, "SRV01 uses a certificate that this computer doesn't trust.", "fingerprint"
    ),
    ReachCause.CERTIFICATE_NAME: Row(TLS, "The certificate of SRV01 was issued to a different name.", "name"),
    ReachCause.CERTIFICATE_DATES: Row(TLS, "The certificate of SRV01 has expired or isn't valid yet.", "renewed"),
    ReachCause.CERTIFICATE_CHANGED: Row(TLS, "SRV01 presented a different certificate", "intercepted"),
    LoginCause.NO_TICKET: Row(KDC, "There is no valid Kerberos ticket for SRV01.", "kinit"),
    LoginCause.UNKNOWN_SPN: Row(KDC, "The domain has no service principal name HTTP/", "not an IP address or an alias"),
    LoginCause.UNKNOWN_ACCOUNT: Row(KDC, "The account doesn't exist in its domain.", "Check the user name"),
    LoginCause.WRONG_PASSWORD: Row(KDC, "The password is wrong", "lock"),
    LoginCause.ACCOUNT_EXPIRED: Row(KDC, "The account has expired.", "administrator to fix the account"),
    LoginCause.ACCOUNT_CLOSED: Row(
        KDC, "The account is locked, disabled or expired.", "administrator to fix the account"
    ),
    LoginCause.PASSWORD_EXPIRED: Row(KDC, "The password has expired or must be changed.", "to change it"),
    LoginCause.CLOCK_SKEW: Row(KDC, "The clocks of this computer and the domain differ", "Set this computer's clock"),
    LoginCause.NO_DOMAIN_CONTROLLER: Row(KDC, "Can't find or reach a domain controller", "name of the domain"),
    LoginCause.UNKNOWN_DOMAIN: Row(KDC, "doesn't exist in this computer's domain", "Check the user name."),
    LoginCause.KERBEROS_FAILED: Row(KDC, "Kerberos logon to SRV01 failed.", "Kerberos error"),
    LoginCause.LETTERS_REJECTED: Row(BYTES, "which contain non-ASCII characters", "UTF-8"),
    LoginCause.ALREADY_REJECTED: Row(PRACTICE, "has already rejected this user name and password", "Edit connection"),
    LoginCause.LOGON_REFUSED: Row(PRACTICE, "SRV01 didn't accept the user name and password.", "locked or expired"),
    LoginCause.ACCOUNT_LOCKED: Row(PRACTICE, "The account is locked", "administrator to fix the account"),
    LoginCause.ACCOUNT_DISABLED: Row(PRACTICE, "The account is disabled.", "administrator to fix the account"),
    LoginCause.ACCOUNT_RESTRICTED: Row(PRACTICE, "The account isn't allowed to log on to SRV01", "logon hours"),
    LoginCause.SCHEME_NOT_OFFERED: Row(
        PRACTICE,
        "SRV01 doesn't offer CredSSP. It offers Negotiate and Basic.",
        "choose NTLM, Kerberos or Basic over HTTPS",
    ),
    ReachCause.STALE: Row(PRACTICE, "The session on SRV01 has ended.", "Select Try again to log on"),
    ReachCause.NOT_FOUND: Row(
        PRACTICE, "SRV01 responds, but WinRM isn't available at this URL (HTTP 404).", "IPv4Filter"
    ),
    ReachCause.TOO_LARGE: Row(
        PRACTICE, "SRV01 doesn't accept requests this large (HTTP 413).", '@{MaxEnvelopeSizekb="2048"}'
    ),
    ReachCause.NOT_READY: Row(PRACTICE, "WinRM on SRV01 isn't ready (HTTP 503).", "Wait"),
    ReachCause.BARE_ERROR: Row(BYTES, "SRV01 returned an error without details (HTTP 500).", "With Basic over HTTP"),
    ReachCause.PROXY_REFUSED: Row(BYTES, "The proxy doesn't allow a connection to SRV01: ", "without the proxy"),
    LoginCause.CLIENT_CERTIFICATE: Row(TLS, "SRV01 didn't accept the client certificate.", "certmapping"),
    ReachCause.HTTP_STATUS: Row(PRACTICE, "SRV01 responded with HTTP 418.", "Try again"),
    Cause.ACCESS_DENIED: Row(PRACTICE, "Access to SRV01 is denied.", "not to Remote Management Users"),
    Cause.SET_BY_POLICY: Row(PRACTICE, "This setting is controlled by Group Policy on SRV01.", "policy"),
    Cause.QUOTA: Row(PRACTICE, "SRV01 has reached a quota: this account", "MaxShellsPerUser"),
    Cause.QUOTA_OF_HOST: Row(PRACTICE, "SRV01 has reached a quota: too many shells", "MaxConcurrentUsers"),
    Cause.OTHER_QUOTA: Row(BYTES, "SRV01 has reached a quota: ", "winrm/config/winrs"),
    Cause.NO_MEMORY: Row(PRACTICE, "SRV01 doesn't have enough memory for the request: ", "MaxMemoryPerShellMB"),
    Cause.PLUGIN_CRASHED: Row(
        PRACTICE, "A WinRM component on SRV01 crashed during the request: ", "repair the plug-in"
    ),
    Cause.UNKNOWN_RESOURCE: Row(BYTES, "The service on SRV01 doesn't support the request: ", "openwsman"),
    Cause.OTHER_SERVICE: Row(BYTES, "SRV01 runs Open Management Infrastructure 1.7.1, not WinRM.", "Windows host"),
    Cause.RUN_AS_NOT_VERIFIED: Row(PRACTICE, "couldn't verify the password of the endpoint's RunAs", "RunAsCredential"),
    Cause.RUN_AS_FORBIDDEN: Row(
        PRACTICE, "A policy on SRV01 doesn't allow storing a RunAs user (DisableRunAs).", "policy"
    ),
    Cause.SECURITY_ELEMENT_NOT_WRITABLE: Row(
        PRACTICE, "SRV01 doesn't allow changing only the permissions", "Try the change again"
    ),
    Cause.BAD_DESCRIPTOR: Row(PRACTICE, "SRV01 didn't accept this security descriptor: ", "owner and a group"),
    Cause.ANSWER_TOO_LARGE: Row(PRACTICE, "The response from SRV01 is larger", "MaxEnvelopeSizekb"),
    Cause.GAVE_UP: Row(PRACTICE, "The request timed out on SRV01.", "busy"),
    Cause.NOT_THERE: Row(PRACTICE, "The requested item doesn't exist on SRV01.", "removed"),
    Cause.REMOTE_ACCESS_OFF: Row(PRACTICE, "Remote access is turned off on SRV01: ", "Enable-PSRemoting"),
    Cause.DAMAGED: Row(PRACTICE, "The configuration of a plug-in on SRV01 is damaged.", "register it again"),
    Cause.STOPPING: Row(PRACTICE, "WinRM on SRV01 is stopping or restarting: ", "Wait a minute"),
    Cause.NO_LOGON_SERVER: Row(PRACTICE, "SRV01 can't reach a domain controller: ", "DNS settings"),
    Cause.TRUST_BROKEN: Row(PRACTICE, "The domain doesn't trust SRV01: ", "Test-ComputerSecureChannel -Repair"),
    Cause.REFUSED_REQUEST: Row(PRACTICE, "SRV01 refused the request: ", "event log"),
    Cause.UNREADABLE: Row(PRACTICE, "The response from SRV01 couldn't be understood.", "Report a problem"),
    LoginCause.NO_SCHEME: Row(
        BYTES, "offers no authentication method that can be used here. It offers Bearer.", "Negotiate"
    ),
    LoginCause.NO_ENCRYPTION: Row(BYTES, "SRV01 doesn't support strong encryption, so nothing was sent.", "HTTPS"),
    LoginCause.CLEAR_ANSWER: Row(BYTES, "SRV01 responded without encryption.", "intercepted"),
    Cause.LOCAL_CLIENT_MISSING: Row(COM, "client isn't available on this computer: COM error", "winrm id"),
    Cause.NOT_RUNNING: Row(COM, "WinRM isn't running on this computer.", "Start the WinRM service"),
    Cause.NOT_ELEVATED: Row(COM, "isn't running as administrator", "as administrator"),
    LoginCause.SCHEME_UNAVAILABLE: Row(SOCKET, "This authentication method isn't available here: ", "Choose another"),
    # Logins, leg by leg
    LoginCause.NO_CHALLENGE: Row(
        LEGS, "without offering an authentication method (HTTP 401). No password was sent.", "load balancer"
    ),
    LoginCause.NTLM_REFUSED: Row(LEGS, "SRV01 doesn't accept NTLM. No password was sent.", "Kerberos"),
    LoginCause.CREDSSP_REFUSED: Row(LEGS, "before the password was sent", "Enable-WSManCredSSP"),
    LoginCause.LOGON_CUT: Row(LEGS, "SRV01 closed the connection during the logon.", "one connection from end to end"),
    LoginCause.LOGON_SILENT: Row(
        LEGS, "SRV01 accepted the connection, but didn't respond in time.", "busy or not responding"
    ),
    LoginCause.LOGON_ERROR: Row(
        LEGS, "SRV01 returned an error without details during the logon (HTTP 500).", "event log"
    ),
    LoginCause.MESSAGE_REFUSED: Row(
        LEGS, "SRV01 accepted the logon, but rejected the request that followed", "load balancer"
    ),
    LoginCause.LOGIN_UNREADABLE: Row(LEGS, "responded to the logon in an unexpected way", "details"),
    LoginCause.UNSEALED: Row(LEGS, "The encrypted response from SRV01 can't be decrypted.", "intercepted"),
    LoginCause.CRYPTOGRAPHY_REFUSED: Row(MADE, "doesn't allow MD5 or RC4, which NTLM needs", "Use Kerberos"),
    LoginCause.TICKET_REFUSED: Row(KDC, "doesn't accept the Kerberos ticket", "SPN"),
    LoginCause.TICKET_TOO_LARGE: Row(KDC, "The Kerberos ticket is too large for SRV01", "MaxFieldLength"),
    LoginCause.MUTUAL_AUTHENTICATION_MISSING: Row(
        KDC, "accepted the Kerberos ticket but didn't prove its identity", "WWW-Authenticate"
    ),
    LoginCause.SERVER_NOT_AUTHENTICATED: Row(KDC, "SRV01 didn't prove its identity.", "intercepted"),
    # Something else than WinRM
    ReachCause.SSH_SERVER: Row(LEGS, "This port of SRV01 belongs to an SSH server", "5985"),
    ReachCause.MAIL_SERVER: Row(LEGS, "This port of SRV01 belongs to a mail or FTP server", "5985"),
    ReachCause.TLS_PORT: Row(LEGS, "SRV01 expects HTTPS on this port", "https://"),
    ReachCause.NOT_HTTP: Row(LEGS, "doesn't use HTTP, so it isn't WinRM", "5985"),
    ReachCause.WEB_SERVER: Row(LEGS, "A web server answers at SRV01, not WinRM.", "captive portal"),
    ReachCause.FORBIDDEN: Row(LEGS, "forbidden (HTTP 403)", "filter"),
    ReachCause.REDIRECTED: Row(LEGS, "SRV01 redirects to another address (HTTP 302).", "doesn't redirect"),
    ReachCause.PROXY_LOGON: Row(
        LEGS, "A proxy between this computer and SRV01 requires authentication (HTTP 407).", "without authentication"
    ),
    ReachCause.TOO_MANY: Row(LEGS, "SRV01 is receiving too many requests (HTTP 429).", "Wait"),
    ReachCause.BAD_HOST_NAME: Row(LEGS, "isn't set up for the name that was used", "listener"),
    ReachCause.BAD_REQUEST: Row(LEGS, "SRV01 rejects the request (HTTP 400).", "Connect directly"),
    ReachCause.SEALED_ERROR: Row(LEGS, "accepted the logon, then returned an error", "event log"),
    ReachCause.GATEWAY: Row(
        LEGS, "A gateway between this computer and SRV01 got no response from it (HTTP 502).", "gateway"
    ),
    # TLS and certificates
    ReachCause.OLD_TLS: Row(OPENSSL, "SRV01 supports only TLS versions older than 1.2.", "TLS 1.2"),
    ReachCause.NO_SHARED_CIPHER: Row(OPENSSL, "no TLS cipher suite in common", "cipher suite"),
    ReachCause.SMALL_KEY: Row(OPENSSL, "The TLS key of SRV01 is too short", "TLS 1.2"),
    ReachCause.OLD_RENEGOTIATION: Row(OPENSSL, "doesn't support TLS secure renegotiation", "updates"),
    ReachCause.WANTS_CERTIFICATE: Row(OPENSSL, "SRV01 requires a client certificate.", "Client certificate"),
    ReachCause.TLS_NAME: Row(OPENSSL, "no certificate for the name that was used", "name"),
    ReachCause.TLS_HOST_ERROR: Row(OPENSSL, "SRV01 reports an internal error in TLS.", "private key"),
    ReachCause.TLS_CUT: Row(OPENSSL, "SRV01 closed the connection when TLS began.", "netsh http show sslcert"),
    ReachCause.TLS_SILENT: Row(OPENSSL, "didn't answer the TLS handshake in time", "5986"),
    ReachCause.TLS_FAILED: Row(OPENSSL, "TLS with SRV01 failed.", "OpenSSL error"),
    ReachCause.UNKNOWN_ISSUER: Row(OPENSSL, "doesn't know the authority that issued the certificate", "CA file"),
    ReachCause.WEAK_KEY: Row(OPENSSL, "has a key that is too short", "2048 bits"),
    ReachCause.WEAK_SIGNATURE: Row(OPENSSL, "signed with SHA-1", "SHA-256"),
    ReachCause.WRONG_USAGE: Row(OPENSSL, "isn't meant for servers", "Server Authentication"),
    ReachCause.UNKNOWN_EXTENSION: Row(OPENSSL, "critical extension", "without this extension"),
    ReachCause.CERTIFICATE_ADDRESS: Row(OPENSSL, "wasn't issued to this IP address", "as a DNS name"),
    Cause.OTHER: Row(MADE, "The request to SRV01 failed.", "Try again"),
}


def check(cause: Explained, found, because: Explained) -> None:
    """Compare the HostError ``found``, whose cause is ``because``, with the row of ``cause``."""
    row = ROWS[cause]
    assert because is cause
    assert row.summary in str(found.summary)
    assert row.next_step in str(found.next_step)
    assert bool(row.next_step) == bool(found.next_step)
    assert found.details
    assert "{" not in str(found).replace('@{MaxEnvelopeSizekb="2048"}', "").replace('@{Negotiate="true"}', "")
