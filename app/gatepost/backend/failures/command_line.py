"""Next steps that name options, for the command line."""

from __future__ import annotations

from gatepost.backend.failures.catalog import Cause
from gatepost.backend.failures.details import one_detail
from gatepost.backend.failures.explained import Explained
from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.failures.reach_catalog import ReachCause
from gatepost.backend.failures.schemes_offered import options_for
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.text import Text, english
from gatepost.wsman.errors import AuthenticationFailed, CertificateRefused, WsmanError

_TRUST = (
    "Give its authority's certificate with --ca FILE. Or connect once in the window, compare the SHA-256 fingerprint with the "
    "one on the host, and trust it there. Fingerprint: {fingerprint}"
)
_ONE_CONNECTION = english(
    "NTLM, Kerberos and CredSSP need one connection from end to end. A proxy or a load balancer in between "
    "might break it: connect directly, or use --auth basic with https://."
)
_OTHER_NAME = english(
    "Connect with a name that it was issued to, or give that with --verify-as. It was issued to: {names}."
)
COMMAND_LINE: dict[Explained, Text] = {
    ReachCause.PROXY_REFUSED: english(
        "Have the proxy allow CONNECT to this port without authentication, or leave --proxy out."
    ),
    Cause.UNREADABLE: english("Try again. {detail}."),
    ReachCause.NO_CONNECTION: english("Check the network. This computer reported: {detail}."),
    ReachCause.WANTS_CERTIFICATE: english(
        "Give one with --cert FILE, or turn off client certificate negotiation for the port on the host (netsh "
        "http show sslcert displays it)."
    ),
    ReachCause.TLS_FAILED: english("OpenSSL's own reason: {detail}."),
    ReachCause.NO_AUTHORITIES: english("Give --ca a file with certificates in PEM, DER (.cer) or PKCS #7 (.p7b)."),
    ReachCause.UNTRUSTED_CERTIFICATE: english(_TRUST),
    ReachCause.UNKNOWN_ISSUER: english(
        "If the authority is an intermediate one, install its certificate on the host. " + _TRUST
    ),
    ReachCause.CERTIFICATE_NAME: _OTHER_NAME,
    ReachCause.CERTIFICATE_ADDRESS: _OTHER_NAME,
    ReachCause.CERTIFICATE_CHANGED: english(
        "Find out why before you go on: the connection might be intercepted. If it was renewed, connect in the window and trust it there. "
        "Fingerprint: {fingerprint}"
    ),
    ReachCause.BARE_ERROR: english(
        "With --auth basic over HTTP, it might reject unencrypted messages: use https://, --auth ntlm or --auth kerberos. Otherwise "
        "look at the event log Microsoft-Windows-WinRM/Operational on the host."
    ),
    Cause.NOT_THERE: english("Run the command again: the endpoint might have been removed."),
    Cause.STOPPING: english("Wait a minute, then run the command again."),
    LoginCause.LETTERS_REJECTED: english(
        "Basic authentication doesn't define an encoding for these characters; Gatepost sends UTF-8. Check the "
        "user name and password, or use --auth ntlm or --auth kerberos."
    ),
    LoginCause.ALREADY_REJECTED: english(
        "Run the command again with the right user name and password. Failed logons can lock the account."
    ),
    LoginCause.TICKET_REFUSED: english(
        "The service name (SPN) HTTP for this host might belong to another account, the host's computer account "
        "password might be out of date, or the account might not be allowed to log on there. Check with setspn -Q "
        "{spn} and Test-ComputerSecureChannel. To log on without Kerberos, use --auth ntlm."
    ),
    LoginCause.NTLM_REFUSED: english(
        "A policy on the host might restrict incoming NTLM traffic, or a network device between here and the host "
        "might remove the logon. Use --auth kerberos with the host's fully qualified domain name (FQDN)."
    ),
    LoginCause.CREDSSP_REFUSED: english(
        "Turn CredSSP on for the service (Enable-WSManCredSSP -Role Server), or use --auth kerberos or --auth ntlm."
    ),
    LoginCause.LOGON_CUT: _ONE_CONNECTION,
    LoginCause.MESSAGE_REFUSED: _ONE_CONNECTION,
    LoginCause.LOGIN_UNREADABLE: english("Check the address and the port. {detail}."),
    LoginCause.SCHEME_NOT_OFFERED: english("Use {options}."),
    LoginCause.NO_TICKET: english(
        "Log on to the domain (on Linux and macOS, run kinit), or use --user and --password-stdin."
    ),
    LoginCause.UNKNOWN_SPN: english(
        "Use the host's fully qualified domain name (FQDN), not an IP address or an alias, or give that name with "
        "--verify-as."
    ),
    LoginCause.KERBEROS_FAILED: english("Kerberos' own words: {detail}. --auth ntlm might work instead."),
    LoginCause.NO_ENCRYPTION: english("Connect with https://, or update Windows on the host."),
    LoginCause.CRYPTOGRAPHY_REFUSED: english("Use --auth kerberos, or --auth basic or --cert FILE with https://."),
    LoginCause.SCHEME_UNAVAILABLE: english("Choose another one with --auth. If a library is missing, install it."),
}


def command_line_fields(error: WsmanError | DocumentError) -> dict[str, str]:
    """Return what the window folds out, for the texts above."""
    match error:
        case CertificateRefused():
            names = ", ".join(error.certificate.names) or error.certificate.subject
            return {"fingerprint": error.certificate.sha256, "names": names}
        case AuthenticationFailed():
            return {"options": options_for(error), "detail": one_detail(error)}
    return {"detail": one_detail(error)}
