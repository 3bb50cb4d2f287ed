"""Kerberos: with the ticket of the logged-on user, or one got for a user and a password."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

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
from gatepost.wsman.login.attempts import LoginAttempt, LoginResult
from gatepost.wsman.login.kerberos_problems import failure_of
from gatepost.wsman.login.step_reader import offers_of, token_for, token_octets
from gatepost.wsman.login.tickets import tickets_of

# It writes tokens at debug level, and as errors what we report ourselves.
logging.getLogger("winrm.vendor.requests_kerberos").setLevel(logging.CRITICAL)

_DEFECTIVE_TOKEN = 9 << 16  # RFC 2744 3.9.1

NEGOTIATE, KERBEROS = "Negotiate", "Kerberos"


class KerberosAuth(HTTPKerberosAuth):
    """Logs on with the first message, whose body must be empty; ``server_authenticated`` once the host has shown who it
    is, too.

    ``scheme`` is the HTTP authentication scheme: Negotiate, or Kerberos where a host has Negotiate turned off.
    """

    def __init__(
        self,
        username: str,
        password: str,
        host: str,
        name: str,
        *,
        attempt: LoginAttempt,
        seconds: float,
        stopped: Callable[[], bool],
        certificate: Callable[[], bytes | None] | None,
    ) -> None:
        """``host`` is the URL's, ``name`` that of the SPN. ``attempt`` is begun before a ticket is got by a password.

        ``seconds`` is how long a domain controller is waited for, ``stopped`` gives that up.
        ``certificate`` is the host's in DER; None without TLS.
        """
        super().__init__(  # type: ignore[no-untyped-call]
            principal=username if username and not password else None
        )
        self.server_authenticated = False
        self.scheme = NEGOTIATE
        self._username = username
        self._password = password
        self._host = host
        self._name = name
        self._attempt = attempt
        self._seconds = seconds
        self._stopped = stopped
        self._certificate = certificate
        self._bound: dict[str, Any] = {}

    @property
    def principal_name(self) -> str:
        """Whose ticket was used; "" before."""
        return (
            str(_library().authGSSClientUserName(self.context[self._host]) or "") if self.server_authenticated else ""
        )

    @override
    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Send the ticket along at once; with TLS when the certificate that it is bound to is known.

        Raises:
            KerberosFailed: there is none.
            ConnectionFailed: given up.
        """
        if self.server_authenticated:
            return request
        if self._certificate is None:
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
        request = response.request.copy()
        request.headers["Authorization"] = self._token()
        connection: Any = vars(response)["connection"]
        return self._on_response(connection.send(request, **options))

    def _token(self) -> str:
        """Get the ticket for the host and make the token of it, for at most the seconds that were given."""
        der = self._certificate() if self._certificate is not None else None
        if self._password:
            self._attempt.begin(self._stopped)
        try:
            token = wait_for(partial(self._make_token, der), self._seconds, self._stopped)
        except TimeoutError:
            detail = f"no answer within {self._seconds:g} seconds"
            raise KerberosFailed(KerberosFailureReason.NO_KDC, detail) from None
        except ConnectionAbortedError:
            raise ConnectionFailed(ConnectionFailureReason.CLOSED, delivery=Delivery.NOT_SENT) from None
        if self._password:
            self._attempt.end(LoginResult.ACCEPTED)  # by the domain, whatever the host makes of the ticket
        return f"{self.scheme} {token}"

    def _make_token(self, der: bytes | None) -> str:
        library = _library()
        bound = {"channel_bindings": library.channelBindings(application_data=channel_binding(der))} if der else {}
        with tickets_of(self._username, self._password, library):
            try:
                _, context = library.authGSSClientInit(
                    f"{self.service}@{self._name}",
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
