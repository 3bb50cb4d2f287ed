"""CredSSP, client side: it hands the password over, so the host has to prove itself first."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

import requests
from requests_credssp import HttpCredSSPAuth
from requests_credssp.credssp import CredSSPContext
from requests_credssp.exceptions import AuthenticationException, NTStatusException
from typing_extensions import override
from winrm.encryption import Encryption

from gatepost.wsman.errors import AuthenticationFailed, ServerAuthenticationFailed
from gatepost.wsman.login.negotiated_flags import check_credssp
from gatepost.wsman.login.step_reader import offers_of, token_for, token_octets

_MINIMUM_VERSION = 5
"""Older ones let a third party stand between us and the host (CVE-2018-0886); hosts patched since 2018 have it."""

_STAGE_OF_PROOF = "Public key exchange"
_MAX_ROUNDS = 20


class CredsspAuth(HttpCredSSPAuth):  # type: ignore[misc]
    """Logs on with the first message; its body must be empty, for it is sent with every step."""

    def __init__(self, username: str, password: str, bind: Callable[[], None] = lambda: None) -> None:
        """``bind`` ties the session to its connection."""
        super().__init__(username, password, minimum_version=_MINIMUM_VERSION)
        self._bind = bind

    @override
    def response_hook(self, response: requests.Response, **options: Any) -> requests.Response:
        offers = {name.lower() for name in offers_of(response)}
        if response.status_code != requests.codes.unauthorized or "credssp" not in offers:
            return response
        return self.handle_401(response, **options)

    @override
    def handle_401(self, response: requests.Response, **options: Any) -> requests.Response:
        """Exchange tokens until the host is content.

        Raises:
            AuthenticationFailed: the host says why it is not.
            EncryptionMissing: the host bargained the protection of the password down.
        """
        host = requests.compat.urlparse(response.url).hostname
        context = self.contexts[host] = CredSSPContext(
            host, self.username, self.password, self.auth_mechanism, minimum_version=self.minimum_version
        )
        steps = context.credssp_generator()
        try:
            token, stage = next(steps)
            for _ in range(_MAX_ROUNDS):
                if stage == _STAGE_OF_PROOF:
                    check_credssp(context)
                response = self._ask(response, token, options)
                self._bind()  # what follows is for this connection alone
                reply = token_for("CredSSP", response)
                if response.status_code != requests.codes.unauthorized or not reply:
                    return response
                token, stage = steps.send(_octets(reply))
        except StopIteration:
            return response
        except (NTStatusException, AuthenticationException) as error:
            status = _nt_status(error)
            if status is None:
                raise
            message = "The host did not accept the user name or the password."
            raise AuthenticationFailed(message, tried="CredSSP", nt_status=status) from None
        raise ServerAuthenticationFailed("The host's part of the authentication does not end.")

    def _ask(self, response: requests.Response, token: bytes, options: dict[str, Any]) -> requests.Response:
        request = response.request.copy()
        self._set_credssp_token(request, token)
        answer: requests.Response = response.connection.send(request, **options)
        return answer


class CredsspEncryption(Encryption):
    """Sealing with the length of the trailer as CredSSP itself knows it; pywinrm guesses it, for TLS 1.2 alone."""

    @override
    def _build_credssp_message(self, message: bytes, host: str | bytes | None) -> bytes:
        authentication: Any = self.session.auth
        sealed = authentication.contexts[host].wrap_winrm(message)
        return struct.pack("<i", len(sealed.header)) + bytes(sealed.header) + bytes(sealed.data)


def _nt_status(error: Exception) -> int | None:
    """The host's own reason. The library translates the few that it knows and hides the others in the cause."""
    status = getattr(getattr(error.__cause__, "base_error", None), "winerror", None)
    if status is None and isinstance(error, NTStatusException):
        status = error.status
    return status & 0xFFFFFFFF if isinstance(status, int) else None


def _octets(reply: str) -> bytes:
    token = token_octets(reply)
    if token is None:
        raise ServerAuthenticationFailed("The token of the host cannot be read.")
    return token
