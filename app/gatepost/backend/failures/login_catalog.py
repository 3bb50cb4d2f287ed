"""What can keep us from logging on once a host is reached."""

from __future__ import annotations

from gatepost.backend.failures.explained import ADMINISTRATOR, Explained
from gatepost.endpoints.text import text

_ONE_CONNECTION = text(
    "NTLM, Kerberos and CredSSP need one connection from end to end. A proxy or a load balancer on the way might break it: "
    "connect directly, or use Basic over HTTPS."
)


class LoginCause(Explained):
    """Why a logon did not come about."""

    # What the host makes of it
    LOGON_REFUSED = (
        text("{host} did not accept the user name and password."),
        text("The password might be wrong, or the account locked or expired. The host doesn't say which."),
    )
    LETTERS_REJECTED = (
        text("{host} did not accept the user name and password, which have letters outside ASCII."),
        text("Basic has no agreed encoding for them; Gatepost sends UTF-8. Check both, or use NTLM or Kerberos."),
    )
    ALREADY_REJECTED = (
        text("{rejected_by} rejected this user name and password. They weren't sent to {host}."),
        text("Choose Edit connection and enter them again. Failed logons can lock the account."),
    )
    TICKET_REFUSED = (
        text("{host} doesn't accept the domain's Kerberos ticket. User name and password are right."),
        text(
            "The service name (SPN) HTTP for this host might belong to another account, the host's machine password might "
            "be out of date, or the account may not log on there. Check with setspn -Q {spn} and Test-ComputerSecureChannel. "
            "To log on without Kerberos, connect with NTLM."
        ),
    )
    TICKET_TOO_LARGE = (
        text("The Kerberos ticket is too large for {host} (HTTP 400, request too long)."),
        text(
            "The account is in many groups. Raise MaxFieldLength and MaxRequestBytes of HTTP.sys on the host, or use another "
            "account."
        ),
    )
    NTLM_REFUSED = (
        text("{host} doesn't accept NTLM. No password was sent."),
        text(
            "A policy there might restrict incoming NTLM traffic, or a device on the way might remove the logon. Use "
            "Kerberos, with the host's name in the domain."
        ),
    )
    CREDSSP_REFUSED = (
        text("{host} ended the CredSSP logon before the password was sent."),
        text("Turn CredSSP on for the service (Enable-WSManCredSSP -Role Server), or use Kerberos or NTLM."),
    )
    NO_CHALLENGE = (
        text("{host} refuses the request without naming a way to log on (HTTP 401). No password was sent."),
        text(
            "WinRM always names one. A proxy, a load balancer or a firewall might remove it, or another service answers: "
            "check the address and the port, or connect directly."
        ),
    )
    LOGON_CUT = (text("{host} closed the connection during the logon."), _ONE_CONNECTION)
    LOGON_SILENT = (
        text("{host} accepted the connection, but didn't respond in time."),
        text(
            "The host or WinRM might be busy or hanging. Wait a moment, then try again; restart WinRM there if it stays so."
        ),
    )
    LOGON_ERROR = (
        text("{host} failed during the logon without saying why (HTTP 500)."),
        text("Look at the event log Microsoft-Windows-WinRM/Operational on the host, and restart WinRM there."),
    )
    MESSAGE_REFUSED = (text("{host} accepted the logon, but not the message after it (HTTP 401)."), _ONE_CONNECTION)
    LOGIN_UNREADABLE = (
        text("{host} answers the logon in a way that isn't understood. No message was sent."),
        text("Check the address and the port. The details say what came."),
    )
    CLIENT_CERTIFICATE = (
        text("{host} did not accept the client certificate."),
        text(
            "The host must map it to one of its local accounts (winrm create winrm/config/service/certmapping), "
            "allow logons by certificate, and trust its issuer."
        ),
    )
    SCHEME_NOT_OFFERED = (
        text("{host} does not offer {tried}. It offers {offered}."),
        text("Connect again and choose {pick}."),
    )
    NO_SCHEME = (
        text("{host} offers no way to log on that can be used here. It offers {offered}."),
        text('Turn Negotiate on for the service: winrm set winrm/config/service/auth @{{Negotiate="true"}}.'),
    )
    ACCOUNT_RESTRICTED = (
        text("The account may not log on to {host} in this way or at this time."),
        text("Logon hours, allowed computers or the right to log on from the network forbid it. Use another account."),
    )

    # The account
    WRONG_PASSWORD = (
        text("The password is wrong, or {host} does not know the account."),
        text("Check both. Wrong passwords, tried often, lock an account."),
    )
    UNKNOWN_ACCOUNT = (text("The account is not known to its domain."), text("Check the user name and the domain."))
    ACCOUNT_LOCKED = (text("The account is locked after too many wrong passwords."), ADMINISTRATOR)
    ACCOUNT_DISABLED = (text("The account is disabled."), ADMINISTRATOR)
    ACCOUNT_EXPIRED = (text("The account has expired."), ADMINISTRATOR)
    ACCOUNT_CLOSED = (text("The account is locked, disabled or expired."), ADMINISTRATOR)
    PASSWORD_EXPIRED = (
        text("The password has expired or must be changed."),
        text("Change it at a Windows logon, then connect with the new one."),
    )

    # Kerberos
    NO_TICKET = (
        text("There is no valid Kerberos ticket for {host}."),
        text("Log on to the domain (kinit), or connect with user and password."),
    )
    UNKNOWN_SPN = (
        text("The domain knows no service {spn} (the SPN of {host} is missing)."),
        text("Use the name under which the domain knows the host, not an address or an alias."),
    )
    CLOCK_SKEW = (
        text("The clocks of this computer and of the domain differ too much for Kerberos."),
        text("Set this computer's clock: Kerberos allows a few minutes of difference."),
    )
    NO_DOMAIN_CONTROLLER = (
        text("No domain controller could be found or reached to log on to {host}."),
        text("Check the network and the name of the domain."),
    )
    UNKNOWN_DOMAIN = (
        text(
            "No domain controller is found for the domain in the user name, and this computer's domain doesn't know the account."
        ),
        text("Check the user name. If the domain is right, check the network and the DNS server that knows it."),
    )
    KERBEROS_FAILED = (
        text("Kerberos did not log on to {host}."),
        text("The details hold Kerberos' own words. NTLM might work instead."),
    )

    # Who the host is
    PROOF_MISSING = (
        text("{host} accepted the Kerberos ticket without proving who it is. No message was sent."),
        text(
            "The host's half of the logon is in the header WWW-Authenticate. A proxy or a load balancer might remove it: "
            "connect directly."
        ),
    )
    UNPROVEN = (
        text("{host} did not prove who it is. No message was sent."),
        text("Check the name. If it is right, somebody might be in between: ask whoever runs the host."),
    )
    CLEAR_ANSWER = (
        text("{host} answered without encryption. The answer was not used."),
        text("Try again. If it stays so, somebody might be in between."),
    )
    UNSEALED = (
        text("The encrypted answer of {host} can't be decrypted. The answer was not used."),
        text("Try again. If it stays so, somebody might be in between."),
    )

    # This computer
    NO_ENCRYPTION = (
        text("{host} doesn't support strong encryption, so nothing was sent."),
        text("Connect with HTTPS, or update Windows on the host."),
    )
    CRYPTOGRAPHY_REFUSED = (
        text("The cryptography of this computer refuses MD5 or RC4, which {tried} needs (as in FIPS mode)."),
        text("Use Kerberos, or Basic or a client certificate over HTTPS."),
    )
    SCHEME_UNAVAILABLE = (
        text("This way to log on is not available here: {why}"),
        text("Choose another one, or install what is missing."),
    )
