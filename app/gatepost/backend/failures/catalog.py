"""Everything that can go wrong at a host, in the user's words and with the next step: the one table of them.

Fields in the texts: {host}; {tried}, {offered} and {pick} are ways to log on; {said} is the host's own text, {status}
an HTTP status, {why} a reason of ours.
"""

from __future__ import annotations

from enum import Enum

from gatepost.endpoints.text import NOTHING, Text, text

_TRY_AGAIN = text("Refresh to try again.")
_ADMINISTRATOR = text("Ask an administrator of the account, then connect again.")
_IN_BETWEEN = text("Refresh to ask again. If it stays so, something between here and the host changes the answers.")


class Cause(Enum):
    """One row: what is wrong, and what to do about it."""

    def __init__(self, summary: Text, next_step: Text) -> None:
        self.summary = summary
        self.next_step = next_step

    # The way to the host
    NAME_NOT_FOUND = (
        text("The name {host} is not known."),
        text("Check how it is spelled, and whether this computer can reach the DNS server that knows it."),
    )
    NO_ROUTE = (
        text("No network leads to {host}."),
        text("Check the address, and whether this computer's network or VPN is connected."),
    )
    REFUSED = (
        text("{host} refuses the connection: WinRM is not running there, or listens on another port."),
        text("Run winrm quickconfig on the host. WinRM listens on port 5985, with HTTPS on 5986."),
    )
    NO_ANSWER = (
        text("{host} does not answer."),
        text("Check that it is switched on, and that no firewall keeps its port closed."),
    )
    TOO_SLOW = (
        text("{host} took the request and did not answer in time."),
        text("It may be busy. Wait a moment, then refresh."),
    )
    DROPPED = (
        text("{host} broke the connection off."),
        text("Refresh to try again. If it stays so, WinRM restarts there, or something in between cuts connections."),
    )
    STALE = (text("{host} does not know this session any more."), text("Refresh to log on again."))
    CLOSED = (text("The connection to {host} was closed on this side."), text("Refresh to connect again."))
    PROXY_REFUSED = (
        text("The proxy does not let a connection to {host} through: {why}."),
        text("Connect without it, or have the proxy allow CONNECT to this port without a logon."),
    )
    NO_CONNECTION = (
        text("No connection to {host} could be made."),
        text("Check the network. The details say what this computer reported."),
    )

    # Who the host is
    NO_TLS = (
        text("{host} does not speak HTTPS on this port."),
        text("WinRM has HTTPS on port 5986 where it is set up; port 5985 is HTTP."),
    )
    NO_AUTHORITIES = (
        text("The file of certificate authorities cannot be used."),
        text("Choose a file with certificates in PEM."),
    )
    UNTRUSTED_CERTIFICATE = (
        text("Nobody whom this computer trusts vouches for the certificate of {host}. Nothing was sent."),
        text("Compare its SHA-256 fingerprint with the one on the host before you trust it."),
    )
    CERTIFICATE_NAME = (
        text("The certificate of {host} is made out to another name. Nothing was sent."),
        text("Connect with a name that it is made out to; the details list them."),
    )
    CERTIFICATE_DATES = (
        text("The certificate of {host} is used outside its dates. Nothing was sent."),
        text("Have it renewed on the host; check this computer's clock, too."),
    )
    CERTIFICATE_CHANGED = (
        text("{host} shows another certificate than the one that was trusted. Nothing was sent."),
        text("Find out why before you go on: somebody may be in between."),
    )
    UNPROVEN = (
        text("{host} did not prove who it is. No message was sent."),
        text("Check the name. If it is right, somebody may be in between: ask whoever runs the host."),
    )

    # Who we are
    LOGON_REFUSED = (
        text("{host} did not accept the user name and password."),
        text("The password may be wrong, or the account locked or expired: the host does not say which. Check all."),
    )
    WRONG_PASSWORD = (
        text("The password is wrong, or {host} does not know the account."),
        text("Check both. Wrong passwords, tried often, lock an account."),
    )
    UNKNOWN_ACCOUNT = (text("The account is not known to its domain."), text("Check the user name and the domain."))
    ACCOUNT_LOCKED = (text("The account is locked after too many wrong passwords."), _ADMINISTRATOR)
    ACCOUNT_DISABLED = (text("The account is disabled."), _ADMINISTRATOR)
    ACCOUNT_EXPIRED = (text("The account has expired."), _ADMINISTRATOR)
    ACCOUNT_CLOSED = (text("The account is locked, disabled or expired."), _ADMINISTRATOR)
    ACCOUNT_RESTRICTED = (
        text("The account may not log on to {host} in this way or at this time."),
        text("Logon hours, allowed computers or the right to log on from the network forbid it. Use another account."),
    )
    PASSWORD_EXPIRED = (
        text("The password has expired or has to be changed."),
        text("Change it at a Windows logon, then connect with the new one."),
    )
    CLIENT_CERTIFICATE = (
        text("{host} did not accept the client certificate."),
        text(
            "The host has to map it to one of its local accounts (winrm create winrm/config/service/certmapping), "
            "allow logons by certificate, and trust its issuer."
        ),
    )
    SCHEME_NOT_OFFERED = (
        text("{host} does not offer {tried}. It offers {offered}."),
        text("Connect again and pick {pick}."),
    )
    NO_SCHEME = (
        text("{host} offers no way to log on that can be used here. It offers {offered}."),
        text('Turn Negotiate on for the service: winrm set winrm/config/service/auth @{{Negotiate="true"}}.'),
    )
    SCHEME_UNAVAILABLE = (
        text("This way to log on is not available here: {why}"),
        text("Pick another one, or install what is missing."),
    )
    NO_TICKET = (
        text("There is no valid Kerberos ticket for {host}."),
        text("Log on to the domain (kinit), or connect with user and password."),
    )
    UNKNOWN_SPN = (
        text("The domain knows no service HTTP on {host} (its SPN is missing)."),
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
    KERBEROS_FAILED = (
        text("Kerberos did not log on to {host}."),
        text("The details hold Kerberos' own words. NTLM may work instead."),
    )

    # Encryption
    NO_ENCRYPTION = (
        text("{host} offered no encryption that protects, so nothing was sent."),
        text("Connect with HTTPS, or have a current Windows on the host."),
    )
    CLEAR_ANSWER = (
        text("{host} answered without encryption. The answer was not used."),
        text("Refresh to ask again. If it stays so, somebody may be in between."),
    )

    # HTTP
    NOT_FOUND = (
        text("{host} answers, but has no WinRM at this address (HTTP 404)."),
        text(
            "Check port and path. An address filter of its WinRM service (IPv4Filter) may also leave this computer out."
        ),
    )
    TOO_LARGE = (
        text("{host} takes no request that large (HTTP 413)."),
        text('Raise MaxEnvelopeSizekb on the host, then repeat: winrm set winrm/config @{{MaxEnvelopeSizekb="500"}}.'),
    )
    BARE_ERROR = (
        text("{host} failed without saying why (HTTP 500)."),
        text("It may refuse messages without encryption: use HTTPS, or NTLM, Kerberos or CredSSP instead of Basic."),
    )
    NOT_READY = (
        text("WinRM on {host} is not ready (HTTP 503)."),
        text("The service may be starting, stopping or overloaded. Wait a minute, then refresh."),
    )
    HTTP_STATUS = (text("{host} answered with HTTP {status}."), _IN_BETWEEN)

    # What the host says
    ACCESS_DENIED = (
        text("Access to {host} is denied."),
        text(
            "Reading and changing endpoints needs a member of Administrators. Remote Management Users are not enough: "
            "by default RootSDDL opens the configuration to Administrators alone. A local administrator other than the "
            "built-in one is filtered over the network, unless LocalAccountTokenFilterPolicy is 1: use a domain account."
        ),
    )
    NOT_ELEVATED = (
        text("Windows denies access because Gatepost runs without the rights of an administrator."),
        text("Start Gatepost again as administrator."),
    )
    NOT_RUNNING = (text("WinRM does not run on this computer."), text("Start the service WinRM, then refresh."))
    LOCAL_CLIENT_MISSING = (
        text("The WS-Management client of Windows isn't available on this computer: {why}"),
        text("Check that the Windows Remote Management files and their registration are intact (winrm id)."),
    )
    SET_BY_POLICY = (
        text("A Group Policy owns this setting on {host}."),
        text("Change it in the policy; here it is read-only."),
    )
    QUOTA = (
        text("{host} has reached a quota: too many shells or requests of this user."),
        text("Close other sessions of this account on the host, or wait, then repeat."),
    )
    RUN_AS_NOT_VERIFIED = (
        text("{host} could not verify the password of the endpoint's RunAs user."),
        text("Set it again with Set-PSSessionConfiguration -RunAsCredential, then repeat the change."),
    )
    RUN_AS_FORBIDDEN = (
        text("A policy on {host} forbids storing a RunAs user (DisableRunAs)."),
        text("Change the policy, or take the RunAs user off the endpoint."),
    )
    DESCRIPTOR_NOT_ALONE = (
        text("{host} does not let the permissions of this endpoint be changed by themselves."),
        text("Repeat the change: the confirmation then says what sending the whole configuration risks."),
    )
    BAD_DESCRIPTOR = (
        text("{host} does not accept this security descriptor: {said}"),
        text("Check its SDDL. Windows wants an owner and a group in it."),
    )
    ANSWER_TOO_LARGE = (
        text("The answer of {host} is larger than it is allowed to send."),
        text('Raise MaxEnvelopeSizekb on the host, then refresh: winrm set winrm/config @{{MaxEnvelopeSizekb="500"}}.'),
    )
    GAVE_UP = (
        text("{host} ran out of time for this request."),
        text("It may be busy. Wait a moment, then refresh."),
    )
    NOT_THERE = (
        text("{host} has not, or no longer, what was asked for."),
        text("Refresh: somebody may have removed the endpoint."),
    )
    REMOTE_ACCESS_OFF = (
        text("Remote access is switched off on {host}: {said}"),
        text("Switch it on at the host itself: Enable-PSRemoting."),
    )
    DAMAGED = (
        text("The configuration of a plug-in on {host} is damaged."),
        text("Repair it at the host itself: Unregister-PSSessionConfiguration, then register it anew."),
    )
    REFUSED_REQUEST = (text("{host} refused the request: {said}"), NOTHING)

    # Everything else
    UNREADABLE = (text("The answer from {host} cannot be understood."), _IN_BETWEEN)
    OTHER = (text("The request to {host} failed."), _TRY_AGAIN)
