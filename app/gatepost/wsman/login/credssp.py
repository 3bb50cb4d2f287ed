"""CredSSP, client side: it hands the password over, so the host has to prove itself first."""

from __future__ import annotations

import base64
import struct
from typing import Any

import requests
from requests_credssp import HttpCredSSPAuth
from requests_credssp.credssp import CredSSPContext
from requests_credssp.exceptions import AuthenticationException, NTStatusException
from typing_extensions import override
from winrm.encryption import Encryption

from gatepost.wsman.errors import AuthenticationFailed, EncryptionMissing, ServerAuthenticationFailed
from gatepost.wsman.http.connection import BoundedConnection
from gatepost.wsman.login.ntlm import check_algorithms, check_context, keep_to_ntlm_v2
from gatepost.wsman.login.step_reader import next_leg, offers_of, token_for, token_octets
from gatepost.wsman.login.target import RemoteTarget

_MINIMUM_VERSION = 5
"""Older ones let a third party stand between us and the host (CVE-2018-0886); hosts patched since 2018 have it."""

_STAGE_OF_PROOF = "Public key exchange"
_MAX_ROUNDS = 20
_PROTECTED = 0x10 | 0x20  # what pyspnego calls confidentiality and integrity, of any mechanism


class CredsspAuth(HttpCredSSPAuth):  # type: ignore[misc]
    """Logs on with the first message; its body must be empty, for it is sent with every step.

    Raises:
        CryptographyUnavailable: this computer refuses MD5 or RC4.
    """

    def __init__(self, target: RemoteTarget, connection: BoundedConnection) -> None:
        check_algorithms(target.label)
        keep_to_ntlm_v2()
        super().__init__(target.user, target.password, minimum_version=_MINIMUM_VERSION)
        self._connection = connection

    def encryption(self, session: requests.Session) -> Encryption | None:
        """What seals with the key of the login; None before.

        Raises:
            EncryptionMissing: the host let us in before it had proven who it is; by then anybody may have the key.
        """
        if not all(context._context.complete for context in self.contexts.values()):
            raise EncryptionMissing("Nothing was sent: the host ended the login before it had proven who it is.")
        return CredsspEncryption(session, "credssp") if self.contexts else None

    @override
    def response_hook(self, response: requests.Response, **options: Any) -> requests.Response:
        """Exchange tokens until the host is content.

        Raises:
            AuthenticationFailed: the host says why it is not.
            EncryptionMissing: the host bargained the protection of the password down.
        """
        offers = {name.lower() for name in offers_of(response)}
        if response.status_code != requests.codes.unauthorized or "credssp" not in offers:
            return response
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
                response = next_leg(response, f"CredSSP {base64.b64encode(token).decode()}", options)
                self._connection.bind()  # what follows is for this connection alone
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


class CredsspEncryption(Encryption):
    """Sealing with the length of the trailer as CredSSP itself knows it; pywinrm guesses it, for TLS 1.2 alone."""

    @override
    def _build_credssp_message(self, message: bytes, host: str | bytes | None) -> bytes:
        authentication: Any = self.session.auth
        sealed = authentication.contexts[host].wrap_winrm(message)
        return struct.pack("<i", len(sealed.header)) + bytes(sealed.header) + bytes(sealed.data)


def check_credssp(context: Any) -> None:
    """Look at the login inside a requests_credssp context, before the password is sealed with its key.

    Raises:
        EncryptionMissing: it does not protect.
    """
    inner = getattr(context._context, "_auth_context", None)
    # What Negotiate settled on has the flags; a context of SSPI has its own, and below it a handle without any.
    mechanism = getattr(inner, "_context", None) if type(inner).__name__ == "NegotiateProxy" else inner
    if type(mechanism).__name__ == "NTLMProxy":
        check_context(mechanism)
    elif int(getattr(mechanism, "context_attr", 0)) & _PROTECTED != _PROTECTED:
        raise EncryptionMissing("Nothing was sent: the host did not agree to sealing and signing.")


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
