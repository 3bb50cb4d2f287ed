"""Kerberos: with the ticket of the logged-on user, or one got for a user and a password."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import requests
from typing_extensions import override
from winrm.encryption import Encryption
from winrm.vendor.requests_kerberos import HTTPKerberosAuth, kerberos_

from gatepost.wsman.certificates import channel_binding
from gatepost.wsman.errors import (
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    KerberosFailed,
    KerberosFailureReason,
    MutualAuthenticationMissing,
    ServerAuthenticationFailed,
)
from gatepost.wsman.http.bounded_wait import wait_for
from gatepost.wsman.http.connection import BoundedConnection
from gatepost.wsman.login.attempts import LoginAttempt, LoginResult
from gatepost.wsman.login.step_reader import next_leg, offers_of, token_for, token_octets
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.login.tickets import failure_of, tickets_of

# It writes tokens at debug level, and as errors what we report ourselves.
logging.getLogger("winrm.vendor.requests_kerberos").setLevel(logging.CRITICAL)

_DEFECTIVE_TOKEN = 9 << 16  # RFC 2744 3.9.1

NEGOTIATE, KERBEROS = "Negotiate", "Kerberos"


class KerberosAuth(HTTPKerberosAuth):
    """Logs on with the first message, whose body must be empty; ``server_authenticated`` once the host has shown who it
    is, too.

    ``scheme`` is the HTTP authentication scheme: Negotiate, or Kerberos where a host has Negotiate turned off.
    """

    def __init__(self, target: RemoteTarget, connection: BoundedConnection, attempt: LoginAttempt) -> None:
        """``attempt`` is begun before a ticket is got by a password."""
        super().__init__(  # type: ignore[no-untyped-call]
            principal=target.user if target.user and not target.password else None
        )
        self.server_authenticated = False
        self.scheme = NEGOTIATE
        self._target = target
        self._host = urlsplit(target.url).hostname or ""  # as pywinrm looks for it when it seals
        self._connection = connection
        self._attempt = attempt
        self._bound: dict[str, Any] = {}

    @property
    def principal_name(self) -> str:
        """Whose ticket was used; "" before."""
        return (
            str(_library().authGSSClientUserName(self.context[self._host]) or "") if self.server_authenticated else ""
        )

    def encryption(self, session: requests.Session) -> Encryption | None:
        """What seals with the key of the login; None before."""
        return KerberosEncryption(session, self.scheme) if self.server_authenticated else None

    @override
    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Send the ticket along at once; with TLS when the certificate that it is bound to is known.

        Raises:
            KerberosFailed: there is none.
            ConnectionFailed: given up.
        """
        if self.server_authenticated:
            return request
        if not self._target.secure:
            request.headers["Authorization"] = self._token()
        request.headers["Connection"] = "Keep-Alive"
        request.register_hook("response", self._on_response)  # type: ignore[no-untyped-call]
        return request

    def _on_response(self, response: requests.Response, **options: Any) -> requests.Response:
        """Have the host prove itself.

        Raises:
            ServerAuthenticationFailed: it does not.
        """
        sent = "Authorization" in response.request.headers
        offers = {name.lower() for name in offers_of(response)}
        if response.status_code == requests.codes.unauthorized:
            only_kerberos = KERBEROS.lower() in offers and NEGOTIATE.lower() not in offers
            if only_kerberos and self.scheme == NEGOTIATE:
                self.scheme = KERBEROS
                return self._again(response, options)
            return self._again(response, options) if not sent and self.scheme.lower() in offers else response
        if response.ok and sent:
            self._check_server_token(response)
        return response

    def _again(self, response: requests.Response, options: dict[str, Any]) -> requests.Response:
        return self._on_response(next_leg(response, self._token(), options))

    def _token(self) -> str:
        """Get the ticket for the host and make the token of it; a domain controller has the time of a connection."""
        der, stopped = self._connection.peer_certificate(), self._connection.is_aborted
        seconds, by_password = self._target.connect_timeout, bool(self._target.password)
        if by_password:
            self._attempt.begin(stopped)
        try:
            token = wait_for(partial(self._make_token, der), seconds, stopped)
        except TimeoutError:
            detail = f"no answer within {seconds:g} seconds"
            raise KerberosFailed(KerberosFailureReason.NO_KDC, detail) from None
        except ConnectionAbortedError:
            raise ConnectionFailed(ConnectionFailureReason.CLOSED, delivery=Delivery.NOT_SENT) from None
        if by_password:
            self._attempt.end(LoginResult.ACCEPTED)  # by the domain, whatever the host makes of the ticket
        return f"{self.scheme} {token}"

    def _make_token(self, der: bytes | None) -> str:
        library = _library()
        bound = {"channel_bindings": library.channelBindings(application_data=channel_binding(der))} if der else {}
        with tickets_of(self._target.user, self._target.password, library):
            try:
                _, context = library.authGSSClientInit(
                    f"{self.service}@{self._target.name}",
                    gssflags=library.GSS_C_MUTUAL_FLAG | library.GSS_C_SEQUENCE_FLAG,
                    principal=self.principal,
                )
                library.authGSSClientStep(context, "", **bound)
            except library.GSSError as error:
                raise failure_of(error) from None
        self.context[self._host] = context
        self._bound = bound
        return str(library.authGSSClientResponse(context))

    def _check_server_token(self, response: requests.Response) -> None:
        token = token_for(self.scheme, response)
        if not token:
            raise MutualAuthenticationMissing("The host accepted the ticket without proving who it is.")
        if token_octets(token) is None:
            raise ServerAuthenticationFailed("The host's proof cannot be read.")
        library = _library()
        try:
            result = library.authGSSClientStep(self.context[self._host], token, **self._bound)
        except library.GSSError as error:
            unreadable = str(_DEFECTIVE_TOKEN) in str(error)
            raise ServerAuthenticationFailed(
                "The host's proof is not one of its own.", is_false_proof=not unreadable
            ) from None
        if result < 1:
            raise ServerAuthenticationFailed("The host's proof is not complete.")
        self.server_authenticated = True


class KerberosEncryption(Encryption):
    """Sealing under the name that goes with the HTTP scheme ([MS-WSMV] 2.2.9.1)."""

    def __init__(self, session: requests.Session, scheme: str) -> None:
        super().__init__(session, "kerberos")
        if scheme == KERBEROS:
            self.protocol_string = b"application/HTTP-Kerberos-session-encrypted"


def _library() -> Any:
    """The module pykerberos, or winkerberos on Windows."""
    return vars(kerberos_)["kerberos"]
