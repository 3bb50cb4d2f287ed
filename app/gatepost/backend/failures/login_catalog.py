"""Causes of a failed logon."""

from __future__ import annotations

from gatepost.backend.failures.explained import Explained
from gatepost.endpoints.text import BACKEND, english

_ADMINISTRATOR = BACKEND.tr("Ask an administrator to fix the account, then connect again.")
_ONE_CONNECTION = BACKEND.tr(
    "NTLM, Kerberos and CredSSP need one connection from end to end. A proxy or a load balancer in between "
    "might break it: connect directly, or use Basic over HTTPS."
)
_ONE_CONNECTION_IN_OPTIONS = english(
    "NTLM, Kerberos and CredSSP need one connection from end to end. A proxy or a load balancer in between "
    "might break it: connect directly, or use --auth basic with https://."
)


class LoginCause(Explained):
    """Cause of a failed logon."""

    # What the host makes of it
    LOGON_REFUSED = (
        BACKEND.tr("{host} didn't accept the user name and password."),
        BACKEND.tr(
            "The password might be wrong, or the account locked or expired; the host doesn't say which. Check "
            "the account before you try again."
        ),
    )
    LETTERS_REJECTED = (
        BACKEND.tr("{host} didn't accept the user name and password, which contain non-ASCII characters."),
        BACKEND.tr(
            "Basic authentication doesn't define an encoding for these characters; Gatepost sends UTF-8. Check the "
            "user name and password, or use NTLM or Kerberos."
        ),
        english(
            "Basic authentication doesn't define an encoding for these characters; Gatepost sends UTF-8. Check the "
            "user name and password, or use --auth ntlm or --auth kerberos."
        ),
    )
    ALREADY_REJECTED = (
        BACKEND.tr(
            "{rejected_by} has already rejected this user name and password, so Gatepost didn't send them to {host}."
        ),
        BACKEND.tr("Select Edit connection and enter them again. Failed logons can lock the account."),
        english("Run the command again with the right user name and password. Failed logons can lock the account."),
    )
    TICKET_REFUSED = (
        BACKEND.tr("{host} doesn't accept the Kerberos ticket that the domain issued."),
        BACKEND.tr(
            "The service name (SPN) HTTP for this host might belong to another account, the host's computer account "
            "password might be out of date, or the account might not be allowed to log on there. Check with setspn "
            "-Q {spn} and Test-ComputerSecureChannel. To log on without Kerberos, connect with NTLM."
        ),
        english(
            "The service name (SPN) HTTP for this host might belong to another account, the host's computer account "
            "password might be out of date, or the account might not be allowed to log on there. Check with setspn -Q "
            "{spn} and Test-ComputerSecureChannel. To log on without Kerberos, use --auth ntlm."
        ),
    )
    TICKET_TOO_LARGE = (
        BACKEND.tr("The Kerberos ticket is too large for {host} (HTTP 400, request too long)."),
        BACKEND.tr(
            "The account is a member of many groups. Raise MaxFieldLength and MaxRequestBytes for HTTP.sys on the "
            "host, or use another account."
        ),
    )
    NTLM_REFUSED = (
        BACKEND.tr("{host} doesn't accept NTLM. No password was sent."),
        BACKEND.tr(
            "A policy on the host might restrict incoming NTLM traffic, or a network device between here and the "
            "host might remove the logon. Use Kerberos with the host's fully qualified domain name (FQDN)."
        ),
        english(
            "A policy on the host might restrict incoming NTLM traffic, or a network device between here and the host "
            "might remove the logon. Use --auth kerberos with the host's fully qualified domain name (FQDN)."
        ),
    )
    CREDSSP_REFUSED = (
        BACKEND.tr("{host} ended the CredSSP logon before the password was sent."),
        BACKEND.tr("Turn CredSSP on for the service (Enable-WSManCredSSP -Role Server), or use Kerberos or NTLM."),
        english(
            "Turn CredSSP on for the service (Enable-WSManCredSSP -Role Server), or use --auth kerberos or --auth ntlm."
        ),
    )
    NO_CHALLENGE = (
        BACKEND.tr(
            "{host} refused the request without offering an authentication method (HTTP 401). No password was sent."
        ),
        BACKEND.tr(
            "WinRM always offers one. A proxy, a load balancer or a firewall might remove it, or another "
            "service is answering. Check the address and the port, or connect directly."
        ),
    )
    LOGON_CUT = (
        BACKEND.tr("{host} closed the connection during the logon."),
        _ONE_CONNECTION,
        _ONE_CONNECTION_IN_OPTIONS,
    )
    LOGON_SILENT = (
        BACKEND.tr("{host} accepted the connection, but didn't respond in time."),
        BACKEND.tr(
            "The host or WinRM might be busy or not responding. Wait a moment, then try again. If this continues, "
            "restart WinRM on the host."
        ),
    )
    LOGON_ERROR = (
        BACKEND.tr("{host} returned an error without details during the logon (HTTP 500)."),
        BACKEND.tr("Look at the event log Microsoft-Windows-WinRM/Operational on the host, and restart WinRM there."),
    )
    MESSAGE_REFUSED = (
        BACKEND.tr("{host} accepted the logon, but rejected the request that followed (HTTP 401)."),
        _ONE_CONNECTION,
        _ONE_CONNECTION_IN_OPTIONS,
    )
    LOGIN_UNREADABLE = (
        BACKEND.tr("{host} responded to the logon in an unexpected way. No request was sent."),
        BACKEND.tr("Check the address and the port. The details show the response."),
        english("Check the address and the port. {detail}."),
    )
    CLIENT_CERTIFICATE = (
        BACKEND.tr("{host} didn't accept the client certificate."),
        BACKEND.tr(
            "The host must map it to one of its local accounts (winrm create winrm/config/service/certmapping), "
            "allow logons by certificate, and trust its issuer."
        ),
    )
    SCHEME_NOT_OFFERED = (
        BACKEND.tr("{host} doesn't offer {tried}. It offers {offered}."),
        BACKEND.tr("Connect again and choose {pick}."),
        english("Use {options}."),
    )
    NO_SCHEME = (
        BACKEND.tr("{host} offers no authentication method that can be used here. It offers {offered}."),
        BACKEND.tr('Turn Negotiate on for the service: winrm set winrm/config/service/auth @{{Negotiate="true"}}.'),
    )
    ACCOUNT_RESTRICTED = (
        BACKEND.tr("The account isn't allowed to log on to {host} in this way or at this time."),
        BACKEND.tr(
            "Check the account's logon hours, its allowed workstations and the user right \"Access this computer "
            'from the network" on the host, or use another account.'
        ),
    )

    # The account
    WRONG_PASSWORD = (
        BACKEND.tr("The password is wrong, or the account doesn't exist on {host}."),
        BACKEND.tr("Check the user name and password. Too many wrong passwords can lock the account."),
    )
    UNKNOWN_ACCOUNT = (
        BACKEND.tr("The account doesn't exist in its domain."),
        BACKEND.tr("Check the user name and the domain."),
    )
    ACCOUNT_LOCKED = (BACKEND.tr("The account is locked out after too many wrong passwords."), _ADMINISTRATOR)
    ACCOUNT_DISABLED = (BACKEND.tr("The account is disabled."), _ADMINISTRATOR)
    ACCOUNT_EXPIRED = (BACKEND.tr("The account has expired."), _ADMINISTRATOR)
    ACCOUNT_CLOSED = (BACKEND.tr("The account is locked, disabled or expired."), _ADMINISTRATOR)
    PASSWORD_EXPIRED = (
        BACKEND.tr("The password has expired or must be changed."),
        BACKEND.tr("Log on to Windows to change it, then connect with the new password."),
    )

    # Kerberos
    NO_TICKET = (
        BACKEND.tr("There is no valid Kerberos ticket for {host}."),
        BACKEND.tr("Log on to the domain (on Linux and macOS, run kinit), or connect with a user name and password."),
        english("Log on to the domain (on Linux and macOS, run kinit), or use --user and --password-stdin."),
    )
    UNKNOWN_SPN = (
        BACKEND.tr("The domain has no service principal name {spn} for {host}."),
        BACKEND.tr("Use the host's fully qualified domain name (FQDN), not an IP address or an alias."),
        english(
            "Use the host's fully qualified domain name (FQDN), not an IP address or an alias, or give that name with "
            "--verify-as."
        ),
    )
    CLOCK_SKEW = (
        BACKEND.tr("The clocks of this computer and the domain differ too much for Kerberos."),
        BACKEND.tr("Set this computer's clock: Kerberos tolerates a difference of only a few minutes."),
    )
    NO_DOMAIN_CONTROLLER = (
        BACKEND.tr("Can't find or reach a domain controller to log on to {host}."),
        BACKEND.tr("Check the network and the name of the domain."),
    )
    UNKNOWN_DOMAIN = (
        BACKEND.tr(
            "Can't find a domain controller for the domain in the user name, and the account doesn't "
            "exist in this computer's domain."
        ),
        BACKEND.tr("Check the user name. If the domain is right, check the network and the DNS server that knows it."),
    )
    KERBEROS_FAILED = (
        BACKEND.tr("Kerberos logon to {host} failed."),
        BACKEND.tr("The details show the Kerberos error. NTLM might work instead."),
        english("Kerberos' own words: {detail}. --auth ntlm might work instead."),
    )

    # Who the host is
    MUTUAL_AUTHENTICATION_MISSING = (
        BACKEND.tr("{host} accepted the Kerberos ticket but didn't prove its identity. No request was sent."),
        BACKEND.tr(
            "A proxy or load balancer might have removed the WWW-Authenticate header from the response. Connect "
            "directly."
        ),
    )
    SERVER_NOT_AUTHENTICATED = (
        BACKEND.tr("{host} didn't prove its identity. No request was sent."),
        BACKEND.tr(
            "Check the name. If it's right, the connection might be intercepted: ask the administrator of the host."
        ),
    )
    CLEAR_ANSWER = (
        BACKEND.tr("{host} responded without encryption. The response wasn't used."),
        BACKEND.tr("Try again. If this keeps happening, the connection might be intercepted."),
    )
    UNSEALED = (
        BACKEND.tr("The encrypted response from {host} can't be decrypted. It wasn't used."),
        BACKEND.tr("Try again. If this keeps happening, the connection might be intercepted."),
    )

    # This computer
    NO_ENCRYPTION = (
        BACKEND.tr("{host} doesn't support strong encryption, so nothing was sent."),
        BACKEND.tr("Connect with HTTPS, or update Windows on the host."),
        english("Connect with https://, or update Windows on the host."),
    )
    CRYPTOGRAPHY_REFUSED = (
        BACKEND.tr("This computer doesn't allow MD5 or RC4, which {tried} needs (FIPS mode, for example)."),
        BACKEND.tr("Use Kerberos, or Basic or a client certificate over HTTPS."),
        english("Use --auth kerberos, or --auth basic or --cert FILE with https://."),
    )
    SCHEME_UNAVAILABLE = (
        BACKEND.tr("This authentication method isn't available here: {why}"),
        BACKEND.tr("Choose another one. If a library is missing, install it."),
        english("Choose another one with --auth. If a library is missing, install it."),
    )
