"""TLS to a host: which certificate is believed, and what is said of one that is not.

A certificate is judged when the handshake ends, before a single octet of HTTP, so nobody unknown gets a credential.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass

from gatepost.interruptible import Stopped, never, shake_hands
from gatepost.wsman.certificates import CertificateFacts, fingerprint, read_certificate
from gatepost.wsman.errors import (
    CertificateProblem,
    CertificateRefused,
    ConnectionFailed,
    ConnectionProblem,
    Delivery,
)
from gatepost.wsman.http.client_certificate import ClientCertificate
from gatepost.wsman.http.sockets import open_socket

# OpenSSL's X509_V_ERR_ numbers; every other one means that nobody we trust vouches for the certificate.
_PROBLEMS = {
    9: CertificateProblem.EXPIRED,  # not yet valid
    10: CertificateProblem.EXPIRED,
    62: CertificateProblem.NAME_MISMATCH,
    64: CertificateProblem.NAME_MISMATCH,  # of an address
}


@dataclass(frozen=True, slots=True)
class TlsTrust:
    """Whom to believe to be ``host``, how to get there, and who we are if the host asks for a certificate.

    ``pin`` is the fingerprint of the only certificate accepted, then whatever its name, dates or issuer; else the
    certificate has to be valid for the host and issued under ``ca_file`` or, where that is "", the system's CAs.
    """

    host: str
    port: int
    ca_file: str = ""
    pin: str = ""
    proxy: str = ""
    client: ClientCertificate | None = None

    def context(self) -> ssl.SSLContext:
        """Settings for a handshake.

        Raises:
            ConnectionFailed: the CA file cannot be read.
            AuthenticationUnavailable: our own certificate cannot be used.
        """
        context = _unverified() if self.pin else self._verifying()
        if self.client is not None:
            self.client.load_into(context)
        return context

    def _verifying(self) -> ssl.SSLContext:
        try:
            return ssl.create_default_context(cafile=self.ca_file or None)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and not isinstance(error, ssl.SSLError) else None
            detail = f"The file of certificate authorities cannot be used: {reason or 'it has no certificate in PEM'}."
            raise ConnectionFailed(
                ConnectionProblem.NO_AUTHORITIES, delivery=Delivery.NOT_SENT, detail=detail
            ) from error

    def check(self, sock: ssl.SSLSocket) -> None:
        """Compare the certificate of a finished handshake with the pin.

        Raises:
            CertificateRefused: another certificate.
        """
        if self.pin:
            der = _certificate(sock)
            if fingerprint(der) != self.pin:
                raise CertificateRefused(CertificateProblem.CHANGED_PIN, _facts(der), self.pin)


def secure(
    plain: socket.socket,
    trust: TlsTrust,
    context: ssl.SSLContext,
    timeout: float,
    begun: Callable[[ssl.SSLSocket], None] = lambda _sock: None,
    stopped: Stopped = never,
) -> ssl.SSLSocket:
    """Shake hands over a connected socket, which is used up, within ``timeout`` seconds, and judge the certificate.

    ``begun`` gets the socket before the first octet; ``stopped`` is looked at a few times a second, and True gives up.

    Raises:
        CertificateRefused: the host is not the one to be believed; the connection is closed.
        OSError: the handshake failed; an SSLError unless the network did.
    """
    sock = context.wrap_socket(plain, server_hostname=trust.host.rstrip("."), do_handshake_on_connect=False)
    try:
        begun(sock)
        shake_hands(sock, timeout, stopped)
        trust.check(sock)
    except ssl.SSLCertVerificationError as error:
        sock.close()
        problem = _PROBLEMS.get(error.verify_code, CertificateProblem.UNTRUSTED)
        # Python gives no certificate of a handshake that failed, so it is asked for once more.
        raise CertificateRefused(problem, certificate_of(trust.host, trust.port, timeout, trust.proxy)) from None
    except BaseException:
        sock.close()
        raise
    return sock


def certificate_of(host: str, port: int, timeout: float, proxy: str = "") -> CertificateFacts:
    """The certificate that a host shows, unjudged. Nothing but a TLS handshake is sent.

    Args:
        host: name or address, an IPv6 one without brackets.
        port: 1 to 65535.
        timeout: seconds, for the connection and again for the handshake.
        proxy: as in ``open_socket``.

    Raises:
        ConnectionFailed: no connection, no TLS, or no readable certificate.
    """
    return _shown(TlsTrust(host, port, proxy=proxy), _unverified(), timeout)


def judged_certificate(trust: TlsTrust, timeout: float) -> CertificateFacts:
    """The certificate of a host that is believed. Nothing but a TLS handshake is sent.

    Raises:
        CertificateRefused: it is not believed.
        ConnectionFailed: as in ``certificate_of``, or the CA file cannot be read.
        AuthenticationUnavailable: our own certificate cannot be used.
    """
    return _shown(trust, trust.context(), timeout)


def _shown(trust: TlsTrust, context: ssl.SSLContext, timeout: float) -> CertificateFacts:
    try:
        plain = open_socket(trust.host, trust.port, timeout, trust.proxy)
        with secure(plain, trust, context, timeout) as sock:
            return _facts(_certificate(sock))
    except OSError as error:
        raise ConnectionFailed(_problem(error), delivery=Delivery.NOT_SENT, detail=error.strerror or "") from error


def _unverified() -> ssl.SSLContext:
    """For a certificate that is only looked at, or compared with a pin."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _certificate(sock: ssl.SSLSocket) -> bytes:
    der = sock.getpeercert(binary_form=True)
    if der is None:
        raise ssl.SSLError("the host showed no certificate")
    return der


def _facts(der: bytes) -> CertificateFacts:
    try:
        return read_certificate(der)
    except ValueError as error:
        raise ConnectionFailed(
            ConnectionProblem.TLS, delivery=Delivery.NOT_SENT, detail="The certificate cannot be read."
        ) from error


def _problem(error: OSError) -> ConnectionProblem:
    match error:
        case socket.gaierror():
            return ConnectionProblem.NAME_NOT_FOUND
        case ConnectionRefusedError():
            return ConnectionProblem.REFUSED
        case TimeoutError():
            return ConnectionProblem.TIMED_OUT
        case ssl.SSLError():
            return ConnectionProblem.TLS
        case ConnectionError():
            return ConnectionProblem.DROPPED
    return ConnectionProblem.OTHER
