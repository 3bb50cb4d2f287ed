"""Causes of a failed connection: the network, the service on the port, TLS and certificates."""

from __future__ import annotations

from gatepost.backend.failures.explained import TRY_AGAIN, Explained
from gatepost.endpoints.text import BACKEND, english

_PORTS = BACKEND.tr("WinRM listens on port 5985, and with HTTPS on port 5986. Check the port.")
_FINGERPRINT = BACKEND.tr("Compare its SHA-256 fingerprint with the one on the host before you trust it.")
_TRUST = (
    "Give its authority's certificate with --ca FILE. Or connect once in the window, compare the SHA-256 fingerprint with the "
    "one on the host, and trust it there. Fingerprint: {fingerprint}"
)
_OTHER_NAME = english(
    "Connect with a name that it was issued to, or give that with --verify-as. It was issued to: {names}."
)
_UPDATE_TLS = BACKEND.tr(
    "Turn on TLS 1.2 with a current cipher suite on the host and install its updates. HTTP with NTLM or Kerberos "
    "encrypts messages without TLS."
)


class ReachCause(Explained):
    """Cause of a failed connection, or of a host whose identity is not proved."""

    # The network
    NAME_NOT_FOUND = (
        BACKEND.tr('Can\'t resolve "{host}".'),
        BACKEND.tr("Check the spelling, and whether this computer can reach the DNS server that knows it."),
    )
    NO_ROUTE = (
        BACKEND.tr("There's no network route to {host}."),
        BACKEND.tr("Check the address, and whether this computer's network or VPN is connected."),
    )
    REFUSED = (
        BACKEND.tr(
            "{host} refuses the connection. WinRM might not be running there or might use another port, or a "
            "firewall might reject the connection."
        ),
        BACKEND.tr("Run winrm quickconfig on the host. WinRM listens on port 5985, and with HTTPS on port 5986."),
    )
    NO_ANSWER = (
        BACKEND.tr("{host} doesn't answer."),
        BACKEND.tr("Check that the host is turned on and that no firewall blocks its port."),
    )
    TOO_SLOW = (
        BACKEND.tr("{host} didn't respond in time."),
        BACKEND.tr("It might be busy. Wait a moment, then try again."),
    )
    DROPPED = (
        BACKEND.tr("{host} closed the connection."),
        BACKEND.tr(
            "Try again. If it happens again, WinRM might be restarting, or a network device between here and "
            "the host might be dropping connections."
        ),
    )
    STALE = (BACKEND.tr("The session on {host} has ended."), BACKEND.tr("Select Try again to log on."))
    CLOSED = (
        BACKEND.tr("The connection to {host} was closed on this computer."),
        BACKEND.tr("Select Try again to reconnect."),
    )
    PROXY_REFUSED = (
        BACKEND.tr("The proxy doesn't allow a connection to {host}: {why}."),
        BACKEND.tr("Connect without the proxy, or have it allow CONNECT to this port without authentication."),
        english("Have the proxy allow CONNECT to this port without authentication, or leave --proxy out."),
    )
    NO_CONNECTION = (
        BACKEND.tr("Can't connect to {host}."),
        BACKEND.tr("Check the network. The details show the error that this computer reported."),
        english("Check the network. This computer reported: {detail}."),
    )

    # What listens there
    NO_TLS = (BACKEND.tr("{host} doesn't use HTTPS on this port."), _PORTS)
    TLS_PORT = (
        BACKEND.tr("{host} expects HTTPS on this port, but HTTP was used."),
        BACKEND.tr("Connect with https:// to this port."),
    )
    SSH_SERVER = (BACKEND.tr("This port of {host} belongs to an SSH server, not to WinRM."), _PORTS)
    MAIL_SERVER = (BACKEND.tr("This port of {host} belongs to a mail or FTP server, not to WinRM."), _PORTS)
    NOT_HTTP = (BACKEND.tr("The service on this port of {host} doesn't use HTTP, so it isn't WinRM."), _PORTS)

    # TLS
    OLD_TLS = (BACKEND.tr("{host} supports only TLS versions older than 1.2."), _UPDATE_TLS)
    NO_SHARED_CIPHER = (BACKEND.tr("{host} and this computer have no TLS cipher suite in common."), _UPDATE_TLS)
    SMALL_KEY = (BACKEND.tr("The TLS key of {host} is too short to be safe."), _UPDATE_TLS)
    OLD_RENEGOTIATION = (BACKEND.tr("{host} doesn't support TLS secure renegotiation (RFC 5746)."), _UPDATE_TLS)
    WANTS_CERTIFICATE = (
        BACKEND.tr("{host} requires a client certificate."),
        BACKEND.tr(
            "Set Authentication to Client certificate, or turn off client certificate negotiation for the port on "
            "the host (netsh http show sslcert displays it)."
        ),
        english(
            "Give one with --cert FILE, or turn off client certificate negotiation for the port on the host (netsh "
            "http show sslcert displays it)."
        ),
    )
    TLS_NAME = (
        BACKEND.tr("{host} has no certificate for the name that was used."),
        BACKEND.tr("Connect with the name that the host's HTTPS listener is set up for."),
    )
    TLS_HOST_ERROR = (
        BACKEND.tr("{host} reports an internal error in TLS."),
        BACKEND.tr(
            "Its certificate might have no usable private key. Check the certificate of the HTTPS listener on the host "
            "(winrm enumerate winrm/config/listener)."
        ),
    )
    TLS_CUT = (
        BACKEND.tr("{host} closed the connection when TLS began."),
        BACKEND.tr(
            "Windows does this when no certificate is bound to the port. Check the HTTPS listener on the host (winrm "
            "enumerate winrm/config/listener; netsh http show sslcert)."
        ),
    )
    TLS_SILENT = (BACKEND.tr("{host} accepted the connection, but didn't answer the TLS handshake in time."), _PORTS)
    TLS_FAILED = (
        BACKEND.tr("TLS with {host} failed."),
        BACKEND.tr("The details show the OpenSSL error."),
        english("OpenSSL's own reason: {detail}."),
    )

    # Certificates
    NO_AUTHORITIES = (
        BACKEND.tr("The CA file can't be used: {why}."),
        BACKEND.tr("Choose a file with certificates in PEM, DER (.cer) or PKCS #7 (.p7b)."),
        english("Give --ca a file with certificates in PEM, DER (.cer) or PKCS #7 (.p7b)."),
    )
    UNTRUSTED_CERTIFICATE = (
        BACKEND.tr("{host} uses a certificate that this computer doesn't trust. No credentials were sent."),
        _FINGERPRINT,
        english(_TRUST),
    )
    UNKNOWN_ISSUER = (
        BACKEND.tr(
            "This computer doesn't know the authority that issued the certificate of {host}. No credentials were sent."
        ),
        BACKEND.tr(
            "Choose the CA file of that authority. If it is an intermediate authority, install its certificate on the "
            "host. Or compare the SHA-256 fingerprint with the one on the host before you trust it."
        ),
        english("If the authority is an intermediate one, install its certificate on the host. " + _TRUST),
    )
    WEAK_KEY = (
        BACKEND.tr(
            "The certificate of {host}, or of its authority, has a key that is too short. No credentials were sent."
        ),
        BACKEND.tr("Issue a certificate with a key of 2048 bits or more for the host."),
    )
    WEAK_SIGNATURE = (
        BACKEND.tr("The certificate of {host} is signed with SHA-1 or an older algorithm. No credentials were sent."),
        BACKEND.tr("Issue a certificate signed with SHA-256 for the host."),
    )
    WRONG_USAGE = (
        BACKEND.tr("The certificate of {host} isn't meant for servers. No credentials were sent."),
        BACKEND.tr("Issue a certificate with the usage Server Authentication for the host."),
    )
    UNKNOWN_EXTENSION = (
        BACKEND.tr(
            "The certificate of {host} has a critical extension that this computer doesn't know. No credentials were sent."
        ),
        BACKEND.tr("Issue a certificate without this extension for the host."),
    )
    CERTIFICATE_NAME = (
        BACKEND.tr("The certificate of {host} was issued to a different name. No credentials were sent."),
        BACKEND.tr("Connect with a name that it was issued to; the details list them."),
        _OTHER_NAME,
    )
    CERTIFICATE_ADDRESS = (
        BACKEND.tr("The certificate of {host} wasn't issued to this IP address. No credentials were sent."),
        BACKEND.tr(
            "Connect with a name that it was issued to; the details list them. An address is accepted only if the "
            "certificate lists it as an IP address, not as a DNS name."
        ),
        _OTHER_NAME,
    )
    CERTIFICATE_DATES = (
        BACKEND.tr("The certificate of {host} has expired or isn't valid yet. No credentials were sent."),
        BACKEND.tr("Have it renewed on the host. Check this computer's clock, too."),
    )
    CERTIFICATE_CHANGED = (
        BACKEND.tr("{host} presented a different certificate than the one you trusted. No credentials were sent."),
        BACKEND.tr("Find out why before you continue: the connection might be intercepted."),
        english(
            "Find out why before you go on: the connection might be intercepted. If it was renewed, connect in the window and trust it there. "
            "Fingerprint: {fingerprint}"
        ),
    )

    # HTTP
    NOT_FOUND = (
        BACKEND.tr("{host} responds, but WinRM isn't available at this URL (HTTP 404)."),
        BACKEND.tr(
            "Check the port and the path. An address filter of its WinRM service (IPv4Filter) might also exclude this "
            "computer."
        ),
    )
    WEB_SERVER = (
        BACKEND.tr("A web server answers at {host}, not WinRM."),
        BACKEND.tr("Check the address and the port. A logon page of the network (captive portal) might be in the way."),
    )
    FORBIDDEN = (
        BACKEND.tr("Access to WinRM on {host} is forbidden (HTTP 403)."),
        BACKEND.tr(
            "A proxy, a firewall or a filter between here and the host, or the host's own web server, blocks "
            "the request."
        ),
    )
    REDIRECTED = (
        BACKEND.tr("{host} redirects to another address (HTTP {status}). Gatepost doesn't follow redirects."),
        BACKEND.tr("WinRM doesn't redirect: check the address and the port, or connect to the new address."),
    )
    PROXY_LOGON = (
        BACKEND.tr("A proxy between this computer and {host} requires authentication (HTTP 407)."),
        BACKEND.tr("Have the proxy allow WinRM without authentication, or connect directly."),
    )
    TOO_MANY = (
        BACKEND.tr("{host} is receiving too many requests (HTTP 429)."),
        BACKEND.tr("Wait a minute, then try again."),
    )
    BAD_HOST_NAME = (
        BACKEND.tr("The web service on {host} isn't set up for the name that was used (HTTP 400, invalid host name)."),
        BACKEND.tr("Connect with the name or address that its listener is bound to."),
    )
    BAD_REQUEST = (
        BACKEND.tr("{host} rejects the request (HTTP 400)."),
        BACKEND.tr("A proxy or a load balancer might have changed it. Connect directly."),
    )
    TOO_LARGE = (
        BACKEND.tr("{host} doesn't accept requests this large (HTTP 413)."),
        BACKEND.tr(
            "Raise MaxEnvelopeSizekb on the host (default 500) with winrm set winrm/config "
            '@{{MaxEnvelopeSizekb="2048"}}, then try again.'
        ),
    )
    BARE_ERROR = (
        BACKEND.tr("{host} returned an error without details (HTTP 500)."),
        BACKEND.tr(
            "With Basic over HTTP, it might reject unencrypted messages: use HTTPS, NTLM, Kerberos or CredSSP. Otherwise look "
            "at the event log Microsoft-Windows-WinRM/Operational on the host."
        ),
        english(
            "With --auth basic over HTTP, it might reject unencrypted messages: use https://, --auth ntlm or --auth kerberos. Otherwise "
            "look at the event log Microsoft-Windows-WinRM/Operational on the host."
        ),
    )
    SEALED_ERROR = (
        BACKEND.tr("{host} accepted the logon, then returned an error without details (HTTP 500)."),
        BACKEND.tr("Look at the event log Microsoft-Windows-WinRM/Operational on the host, and restart WinRM there."),
    )
    GATEWAY = (
        BACKEND.tr("A gateway between this computer and {host} got no response from it (HTTP {status})."),
        BACKEND.tr("Check that the host is running, or connect without the gateway."),
    )
    NOT_READY = (
        BACKEND.tr("WinRM on {host} isn't ready (HTTP 503)."),
        BACKEND.tr("The service might be starting, stopping or overloaded. Wait a minute, then try again."),
    )
    HTTP_STATUS = (BACKEND.tr("{host} responded with HTTP {status}."), TRY_AGAIN)
