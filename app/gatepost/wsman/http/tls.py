"""TLS to a host: which certificate is believed, and what is said of one that is not.

A certificate is judged when the handshake ends, before a single octet of HTTP, so no unknown server gets a credential.
"""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass

from gatepost.interruptible import Stopped, never, shake_hands, wait_readable
from gatepost.wsman.certificates import (
    CertificateFacts,
    CertificateProblem,
    fingerprint,
    normal_fingerprint,
    read_certificate,
)
from gatepost.wsman.connection_options import TlsOptions
from gatepost.wsman.errors import CertificateRefused, ConnectionFailed, ConnectionFailureReason, Delivery
from gatepost.wsman.http.authorities import NoAuthorities, authorities
from gatepost.wsman.http.client_certificate import ClientCertificate
from gatepost.wsman.http.sockets import open_socket
from gatepost.wsman.tls_problem import TlsFailureReason, tls_problem

# OpenSSL's X509_V_ERR_ numbers; every other one means that nobody we trust has issued the certificate.
_PROBLEMS = {
    2: CertificateProblem.UNKNOWN_ISSUER,
    9: CertificateProblem.EXPIRED,  # not yet valid
    10: CertificateProblem.EXPIRED,
    20: CertificateProblem.UNKNOWN_ISSUER,
    21: CertificateProblem.UNKNOWN_ISSUER,
    26: CertificateProblem.WRONG_USAGE,
    34: CertificateProblem.UNKNOWN_EXTENSION,
    62: CertificateProblem.NAME_MISMATCH,
    64: CertificateProblem.ADDRESS_MISMATCH,
    66: CertificateProblem.WEAK_KEY,
    67: CertificateProblem.WEAK_KEY,
    68: CertificateProblem.WEAK_SIGNATURE,
}
_NO_ROUTE = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN)
_GREETING_SECONDS = 2.0
_LOOK = 64  # octets by which a protocol is known
_PARTIAL_CHAIN = 0x80000  # X509_V_FLAG_PARTIAL_CHAIN: an issuing authority may be trusted without its root
_STRICT = 0x20  # X509_V_FLAG_X509_STRICT: refuses certificates as Windows makes them


@dataclass(frozen=True, slots=True)
class TlsTrust(TlsOptions):
    """Whom to believe to be ``host``, how to get there, and who we are if the host asks for a certificate."""

    host: str
    port: int
    client: ClientCertificate | None = None

    @property
    def pin(self) -> str:
        """The fingerprint of the only certificate accepted, whatever its name, dates or issuer; "" for none."""
        return normal_fingerprint(self.pinned_fingerprint) if self.pinned_fingerprint else ""

    @property
    def name(self) -> str:
        """What the certificate has to be issued to; a zone says how to get there, and is no part of it."""
        return (self.verify_as or self.host).rstrip(".").partition("%")[0]

    def context(self) -> ssl.SSLContext:
        """Settings for a handshake.

        Raises:
            ConnectionFailed: the CA file cannot be read.
            AuthenticationUnavailable: our own certificate cannot be used.
        """
        context = _unverified() if self.pin else self._verifying()
        if self.tls12_only:
            context.maximum_version = ssl.TLSVersion.TLSv1_2
        if self.client is not None:
            self.client.load_into(context)
        return context

    def _verifying(self) -> ssl.SSLContext:
        try:
            context = ssl.create_default_context(**authorities(self.ca_file))
        except (OSError, ValueError, NoAuthorities) as error:
            detail = str(error) if isinstance(error, NoAuthorities) else "its certificates can't be read"
            raise ConnectionFailed(
                ConnectionFailureReason.NO_AUTHORITIES, delivery=Delivery.NOT_SENT, detail=detail
            ) from error
        # The same on every Python: 3.13 changed both.
        context.verify_flags = ssl.VerifyFlags((context.verify_flags | _PARTIAL_CHAIN) & ~_STRICT)
        return context

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
        ConnectionFailed: the host does not speak TLS, or not as this computer does.
        OSError: the network failed.
    """
    first: list[bytes] = []
    sock = context.wrap_socket(plain, server_hostname=trust.name, do_handshake_on_connect=False)
    try:
        begun(sock)
        shake_hands(sock, timeout, stopped, lambda: first.append(_peek(sock)))
        trust.check(sock)
    except ssl.SSLCertVerificationError as error:
        sock.close()
        problem = _PROBLEMS.get(error.verify_code, CertificateProblem.UNTRUSTED)
        # Python gives no certificate of a handshake that failed, so it is asked for once more.
        raise CertificateRefused(
            problem, certificate_of(trust.host, trust.port, timeout, trust.proxy, stopped)
        ) from None
    except (ssl.SSLError, ConnectionResetError, BrokenPipeError) as error:
        agreed = sock.cipher() is not None
        sock.close()
        if stopped():
            raise ConnectionAbortedError("given up") from error
        tls = tls_problem(error, b"".join(first), agreed=agreed)
        if tls is TlsFailureReason.NOT_TLS and not first:
            tls = tls_problem(error, _greeting(trust, timeout, stopped))
        if tls is TlsFailureReason.CERTIFICATE_REFUSED and trust.client is None:
            tls = TlsFailureReason.WANTS_CERTIFICATE  # it missed one, and says so in the words for a bad one
        detail = error.strerror or "" if not isinstance(error, ssl.SSLError) else error.reason or ""
        raise ConnectionFailed(
            ConnectionFailureReason.TLS, delivery=Delivery.NOT_SENT, detail=detail, tls=tls
        ) from error
    except TimeoutError as error:
        sock.close()
        raise ConnectionFailed(
            ConnectionFailureReason.TIMED_OUT, delivery=Delivery.NOT_SENT, tls=TlsFailureReason.SILENT
        ) from error
    except BaseException:
        sock.close()
        raise
    return sock


def certificate_of(host: str, port: int, timeout: float, proxy: str = "", stopped: Stopped = never) -> CertificateFacts:
    """The certificate that a host shows, unjudged. Nothing but a TLS handshake is sent.

    Args:
        host: name or address, an IPv6 one without brackets.
        port: 1 to 65535.
        timeout: seconds, for the connection and again for the handshake.
        proxy: as in ``open_socket``.
        stopped: as in ``open_socket``.

    Raises:
        ConnectionFailed: no connection, no TLS, or no readable certificate.
    """
    return _shown(TlsTrust(host, port, proxy=proxy), _unverified(), timeout, stopped)


def judged_certificate(trust: TlsTrust, timeout: float, stopped: Stopped = never) -> CertificateFacts:
    """The certificate of a host that is believed. Nothing but a TLS handshake is sent.

    Raises:
        CertificateRefused: it is not believed.
        ConnectionFailed: as in ``certificate_of``, or the CA file cannot be read.
        AuthenticationUnavailable: our own certificate cannot be used.
    """
    return _shown(trust, trust.context(), timeout, stopped)


def _shown(trust: TlsTrust, context: ssl.SSLContext, timeout: float, stopped: Stopped) -> CertificateFacts:
    try:
        plain = open_socket(trust.host, trust.port, timeout, trust.proxy, stopped)
        with secure(plain, trust, context, timeout, stopped=stopped) as sock:
            return _facts(_certificate(sock))
    except OSError as error:
        raise ConnectionFailed(problem_of(error), delivery=Delivery.NOT_SENT, detail=error.strerror or "") from error


def _unverified() -> ssl.SSLContext:
    """For a certificate that is only looked at, or compared with a pin."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _greeting(trust: TlsTrust, timeout: float, stopped: Stopped) -> bytes:
    """What a service says that speaks first: TLS has taken it, so it is asked for once more."""
    try:
        with open_socket(trust.host, trust.port, timeout, trust.proxy, stopped) as sock:
            wait_readable(sock, min(timeout, _GREETING_SECONDS), stopped)
            return sock.recv(_LOOK)
    except (OSError, ConnectionFailed):
        return b""


def _peek(sock: ssl.SSLSocket) -> bytes:
    try:
        return socket.socket.recv(sock, _LOOK, socket.MSG_PEEK)  # the plain socket's: that of TLS takes no flags
    except OSError:
        return b""


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
            ConnectionFailureReason.TLS, delivery=Delivery.NOT_SENT, detail="The certificate cannot be read."
        ) from error


def problem_of(error: OSError) -> ConnectionFailureReason:
    """What kind of failure an exception of the network is."""
    match error:
        case socket.gaierror():
            return ConnectionFailureReason.NAME_NOT_FOUND
        case ConnectionRefusedError():
            return ConnectionFailureReason.REFUSED
        case ConnectionAbortedError():
            return ConnectionFailureReason.CLOSED
        case TimeoutError():
            return ConnectionFailureReason.TIMED_OUT
        case ConnectionError():
            return ConnectionFailureReason.DROPPED
    return ConnectionFailureReason.UNREACHABLE if error.errno in _NO_ROUTE else ConnectionFailureReason.OTHER
