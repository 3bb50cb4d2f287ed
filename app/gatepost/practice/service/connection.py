"""One TCP connection: HTTP requests in, authenticated and opened, answers out."""

from __future__ import annotations

import io
import logging
import socket
import threading
from dataclasses import dataclass

from gatepost import interruptible
from gatepost.practice.accounts.accounts import Account, AccountStore, Logon
from gatepost.practice.accounts.authentication import Challenge, ConnectionSecurity
from gatepost.practice.service.fault_injection import FaultInjection, PlannedRefusal
from gatepost.practice.service.service import Service, SoapAnswer
from gatepost.practice.wire.http import HttpRefusal, HttpRequest, drain, http_reply, read_http
from gatepost.practice.wire.sealing import SealError, is_sealed, seal, unseal
from gatepost.practice.wire.soap import MAX_ENVELOPE_BYTES
from gatepost.practice.wire.tls import ServerTls, principal_name

log = logging.getLogger(__name__)

IDLE_SECONDS = 120.0  # http.sys closes a connection without requests after this time
_SEALING_BYTES = 4096  # what encryption adds to an envelope, generously
_PLAIN_TYPE = "application/soap+xml;charset=UTF-8"


@dataclass(frozen=True, slots=True)
class Site:
    """What all connections of a host share. ``allow_basic`` and ``allow_credssp`` say which schemes are offered."""

    accounts: AccountStore
    service: Service
    injection: FaultInjection
    stopping: threading.Event
    allow_basic: bool
    allow_credssp: bool = False


class ServerConnection:
    """One client connection: read, authenticate, answer, until either side closes it."""

    def __init__(self, sock: socket.socket, site: Site, *, network: bool, tls: ServerTls | None = None) -> None:
        """Serve an accepted socket; ``network`` says whether its clients have the NETWORK SID."""
        self._socket = sock
        self._site = site
        self._network = network
        self._tls = tls
        self._security = ConnectionSecurity(
            site.accounts,
            allow_basic=site.allow_basic,
            allow_credssp=site.allow_credssp,
            bindings=tls.bindings if tls else b"",
        )
        self._last = False
        self._cut = False

    def cut(self) -> None:
        """Close the connection from another thread."""
        self._last = True
        self._cut = True
        interruptible.wake(self._socket)

    def finish(self) -> None:
        """Close the connection after the answer that is being made."""
        self._last = True

    def serve(self) -> None:
        """Answer requests until the connection ends; closes the socket."""
        try:
            self._socket.settimeout(IDLE_SECONDS)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._tls is not None:
                secured = self._tls.context.wrap_socket(self._socket, server_side=True, do_handshake_on_connect=False)
                interruptible.shake_hands(secured, IDLE_SECONDS, self._is_cut)
                if certificate := secured.getpeercert(binary_form=True):
                    self._security.principal = principal_name(certificate)
                self._socket = secured
            reader = interruptible.StoppableReader(self._socket, IDLE_SECONDS, self._is_cut)
            with io.BufferedReader(reader) as stream:
                while not self._last:
                    request = read_http(stream, MAX_ENVELOPE_BYTES + _SEALING_BYTES)
                    if request is None or not self._exchange(request):
                        return
        except HttpRefusal as error:
            log.info("refused with HTTP %s", error.status)
            self._refuse(error.status)
        except OSError as error:
            log.info("connection ended: %s", type(error).__name__)
        finally:
            self._socket.close()

    def _is_cut(self) -> bool:
        return self._cut

    def _refuse(self, status: int) -> None:
        try:
            self._socket.sendall(http_reply(status, close=True))
        except OSError:
            return
        drain(self._socket)

    def _exchange(self, request: HttpRequest) -> bool:
        """Answer one request; return whether the connection goes on."""
        reply = self._reply(request)
        if reply is None:
            log.info("cut off on purpose")
            return False
        interruptible.send_all(self._socket, reply, IDLE_SECONDS, self._is_cut)
        return request.keeps_alive

    def _reply(self, request: HttpRequest) -> bytes | None:
        if request.path.rstrip("/").lower() != "/wsman":
            raise HttpRefusal(404)
        if request.method != "POST":
            raise HttpRefusal(405)
        authorization = request.headers.get("authorization", "")
        if not authorization and request.headers.get("wsmanidentify", "").lower() == "unauthenticated":
            answer = self._site.service.identify_anonymously(request.body)
            if answer is not None:
                return self._finished(answer, None)
        account = self._security.authenticate(authorization)
        if isinstance(account, Challenge):
            log.info("401")
            return http_reply(401, [("WWW-Authenticate", offer) for offer in account.offers])
        if not request.body:
            return http_reply(200, self._security.closing_headers())  # a context has been made, nothing is asked yet
        return self._soap(request, account, basic=authorization.lower().startswith("basic"))

    def _soap(self, request: HttpRequest, account: Account, *, basic: bool) -> bytes | None:
        context = None if basic else self._security.context
        sealed = is_sealed(request.headers.get("content-type", ""))
        if context is not None and not sealed and self._tls is None:
            return http_reply(500)  # AllowUnencrypted is false
        try:
            envelope = unseal(context, request.body) if sealed else request.body
        except SealError:
            return http_reply(400)  # sealed under a context that this connection does not have
        if len(envelope) > MAX_ENVELOPE_BYTES:
            raise HttpRefusal(413)
        if self._site.injection.should_drop("request"):
            return None
        status = self._site.injection.next_refusal(PlannedRefusal.STATUS)
        if status:
            return http_reply(status)
        machine = request.headers.get("host", "").rpartition(":")[0] or "localhost"
        return self._finished(self._answer(envelope, account, machine), context if sealed else None)

    def _answer(self, envelope: bytes, account: Account, machine: str) -> SoapAnswer:
        code = self._site.injection.next_refusal(PlannedRefusal.FAULT)
        if code:
            return self._site.service.refuse(envelope, code, machine, has_run=False)
        answer = self._site.service.answer(envelope, Logon(account, account.token(network=self._network)), machine)
        late = self._site.injection.next_refusal(PlannedRefusal.LATE_FAULT)
        return self._site.service.refuse(envelope, late, machine, has_run=True) if late else answer

    def _finished(self, answer: SoapAnswer, context: object) -> bytes | None:
        """Garble, delay and seal a reply; None: drop it."""
        injection = self._site.injection
        delay = injection.delay_seconds
        if injection.should_drop("answer"):
            return None
        body = injection.spoil(answer.envelope, answer.message_id)
        injection.answered()
        if delay:
            self._site.stopping.wait(delay)
        log.info("%s, %s bytes", answer.status, len(body))
        headers = self._security.closing_headers()
        if context is None:
            return http_reply(answer.status, [("Content-Type", _PLAIN_TYPE), *headers], body)
        kind, sealed = seal(context, body, credssp=self._security.is_credssp)
        return http_reply(answer.status, [("Content-Type", kind), *headers], sealed)
