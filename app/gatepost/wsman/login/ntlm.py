"""NTLM on the client's side: the host's challenge is looked at before it is answered ([MS-NLMP])."""

from __future__ import annotations

import base64
import os
import struct
from collections.abc import Callable
from typing import Any

import requests
import spnego
from requests.auth import AuthBase
from requests_ntlm.requests_ntlm import ShimSessionSecurity
from spnego.channel_bindings import GssChannelBindings
from typing_extensions import override

from gatepost.wsman.certificates import channel_binding
from gatepost.wsman.errors import EncryptionMissing, ServerAuthenticationFailed
from gatepost.wsman.login.negotiated_flags import check_challenge
from gatepost.wsman.login.step_reader import offers_of, token_for, token_octets

_SCHEMES = {"negotiate": "Negotiate", "ntlm": "NTLM"}  # however the host writes them
_ANSWER_LENGTH = 20  # where the length of NtChallengeResponse stands, [MS-NLMP] 2.2.1.3
_NTLM_V1_LENGTH = 24
# Upper case in Python, but not in Windows (as in the table of NTFS and exFAT).
_KEPT = "\u00b5\u0131\u017f"
_NEWER_THAN_WINDOWS = (range(0x1C90, 0x1CC0), range(0x13A0, 0x13F6))


class NtlmAuth(AuthBase):
    """Logs on with the first message, whose body must be empty, for it is sent with every leg.

    ``session_security`` is what pywinrm seals with, None before.
    """

    def __init__(
        self,
        username: str,
        password: str,
        host: str,
        *,
        seals: bool,
        bind: Callable[[], None],
        certificate: Callable[[], bytes | None],
    ) -> None:
        """``bind`` ties the session to its connection, ``certificate`` is the host's in DER, None without TLS.

        ``seals``: whether messages are going to be sealed with the key of the login.
        """
        self.session_security: ShimSessionSecurity | None = None
        self._username = username
        self._password = password
        self._host = host
        self._seals = seals
        self._bind = bind
        self._certificate = certificate

    @override
    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Connection"] = "Keep-Alive"
        request.register_hook("response", self._on_response)  # type: ignore[no-untyped-call]
        return request

    def _on_response(self, response: requests.Response, **options: Any) -> requests.Response:
        """Log on.

        Raises:
            ServerAuthenticationFailed: the challenge cannot be read.
            EncryptionMissing: the challenge does not protect, and was not answered.
        """
        scheme = next((_SCHEMES[name.lower()] for name in offers_of(response) if name.lower() in _SCHEMES), "")
        if response.status_code != requests.codes.unauthorized or not scheme:
            return response
        context = self._context()
        offered = _send(response, scheme, context.step(), options)
        token = token_for(scheme, offered)
        if offered.status_code != requests.codes.unauthorized or not token:
            return offered
        self._bind()  # the answer is for this connection alone
        challenge = token_octets(token)
        check_challenge(challenge, seals=self._seals)
        answer = _answer(context, challenge)
        final = _send(offered, scheme, answer, options)
        if final.ok:
            self.session_security = ShimSessionSecurity(context)
        return final

    def _context(self) -> Any:
        keep_to_ntlm_v2()
        der = self._certificate()
        context: Any = spnego.client(
            self._username,
            self._password,
            hostname=self._host,
            protocol="ntlm",
            service="http",
            channel_bindings=GssChannelBindings(application_data=channel_binding(der)) if der else None,
            options=spnego.NegotiateOptions.use_ntlm,
        )
        credential = context._credential
        credential.username = WindowsName(credential.username or "")
        return context


class WindowsName(str):
    """A user name whose upper case is that of Windows: letter by letter. NTOWFv2 is made of it ([MS-NLMP] 3.3.2)."""

    @override
    def upper(self) -> str:
        return "".join(map(_upper, self))


def _upper(letter: str) -> str:
    upper = letter.upper()
    if len(upper) != 1 or letter in _KEPT or ord(letter) > 0xFFFF:
        return letter
    return letter if any(ord(upper) in later for later in _NEWER_THAN_WINDOWS) else upper


def keep_to_ntlm_v2() -> None:
    """Take a variable out of the environment by which pyspnego and gss-ntlmssp would go back to NTLMv1."""
    os.environ.pop("LM_COMPAT_LEVEL", None)


def _answer(context: Any, challenge: bytes | None) -> bytes:
    try:
        answer = bytes(context.step(challenge))
    except Exception as error:
        raise ServerAuthenticationFailed("The NTLM challenge cannot be read.") from error
    (length,) = struct.unpack_from("<H", answer, _ANSWER_LENGTH)
    if length <= _NTLM_V1_LENGTH:
        raise EncryptionMissing("Nothing was sent: the answer would have been NTLMv1.")
    return answer


def _send(response: requests.Response, scheme: str, token: bytes, options: dict[str, Any]) -> requests.Response:
    request = response.request.copy()
    request.headers["Authorization"] = f"{scheme} {base64.b64encode(token).decode()}"
    connection: Any = vars(response)["connection"]
    answer: requests.Response = connection.send(request, **options)
    return answer
