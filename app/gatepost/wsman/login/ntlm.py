"""NTLM on the client's side: the host's challenge is looked at before it is answered ([MS-NLMP])."""

from __future__ import annotations

import base64
import os
import struct
from typing import Any

import requests
import spnego
from requests.auth import AuthBase
from requests_ntlm.requests_ntlm import ShimSessionSecurity
from spnego.channel_bindings import GssChannelBindings
from typing_extensions import override
from winrm.encryption import Encryption

from gatepost.wsman.certificates import channel_binding
from gatepost.wsman.errors import CryptographyUnavailable, EncryptionMissing, ServerAuthenticationFailed
from gatepost.wsman.http.connection import BoundedConnection
from gatepost.wsman.login.step_reader import next_leg, offers_of, token_for, token_octets
from gatepost.wsman.login.target import RemoteTarget

_SCHEMES = {"negotiate": "Negotiate", "ntlm": "NTLM"}  # however the host writes them
_ANSWER_LENGTH = 20  # where the length of NtChallengeResponse stands, [MS-NLMP] 2.2.1.3
_NTLM_V1_LENGTH = 24
_CHALLENGE = b"NTLMSSP\0" + struct.pack("<I", 2)  # [MS-NLMP] 2.2.1.2
_CHALLENGE_FLAGS = 20
_CHALLENGE_LENGTH = 48
_EXTENDED_SECURITY = 0x80000
# [MS-NLMP] 2.2.2.5, what a message has to be sealed with: signing, sealing, extended session security, 128 bits.
_STRONG = 0x10 | 0x20 | _EXTENDED_SECURITY | 0x20000000
# Upper case in Python, but not in Windows (as in the table of NTFS and exFAT).
_KEPT = "\u00b5\u0131\u017f"
_NEWER_THAN_WINDOWS = (range(0x1C90, 0x1CC0), range(0x13A0, 0x13F6))


class NtlmAuth(AuthBase):
    """Logs on with the first message, whose body must be empty, for it is sent with every leg.

    ``session_security`` is what pywinrm seals with, None before.

    Raises:
        CryptographyUnavailable: this computer refuses MD5 or RC4.
    """

    def __init__(self, target: RemoteTarget, connection: BoundedConnection) -> None:
        check_algorithms(target.label)
        self.session_security: ShimSessionSecurity | None = None
        self._target = target
        self._connection = connection

    @override
    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Connection"] = "Keep-Alive"
        request.register_hook("response", self._on_response)  # type: ignore[no-untyped-call]
        return request

    def encryption(self, session: requests.Session) -> Encryption | None:
        """What seals with the key of the login; None before.

        Raises:
            EncryptionMissing: the key does not protect.
        """
        if self.session_security is None:
            return None
        check_context(self.session_security._context)
        return Encryption(session, "ntlm")

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
        offered = next_leg(response, _authorization(scheme, context.step()), options)
        token = token_for(scheme, offered)
        if offered.status_code != requests.codes.unauthorized or not token:
            return offered
        self._connection.bind()  # the answer is for this connection alone
        challenge = token_octets(token)
        _check_challenge(challenge, seals=self._target.seals_messages)
        final = next_leg(offered, _authorization(scheme, _answer(context, challenge)), options)
        if final.ok:
            self.session_security = ShimSessionSecurity(context)
        return final

    def _context(self) -> Any:
        keep_to_ntlm_v2()
        der = self._connection.peer_certificate()
        context: Any = spnego.client(
            self._target.user,
            self._target.password,
            hostname=self._target.name,
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


def _check_challenge(token: bytes | None, *, seals: bool) -> None:
    """Look at a challenge before it is answered; the server chooses its flags, and pyspnego accepts any.

    ``seals``: whether messages are going to be sealed with the key of the login.

    Raises:
        ServerAuthenticationFailed: it is not one.
        EncryptionMissing: its flags do not protect.
    """
    if token is None or not token.startswith(_CHALLENGE) or len(token) < _CHALLENGE_LENGTH:
        raise ServerAuthenticationFailed("The token of the host is not an NTLM challenge.")
    (flags,) = struct.unpack_from("<I", token, _CHALLENGE_FLAGS)
    required = _STRONG if seals else _EXTENDED_SECURITY
    if flags & required != required:
        raise EncryptionMissing("The NTLM challenge was not answered: it lacks 128-bit sealing and signing.")


def check_context(context: Any) -> None:
    """Look at the flags that a pyspnego NTLM context settled on.

    Raises:
        EncryptionMissing: it does not protect.
    """
    negotiated = getattr(context, "_context_attr", None)
    if not isinstance(negotiated, int) or negotiated & _STRONG != _STRONG:
        raise EncryptionMissing("Nothing was sent: the host did not agree to 128-bit sealing and signing.")


def check_algorithms(label: str) -> None:
    """Try the algorithms of NTLM, which is inside CredSSP too: FIPS mode forbids them. ``label`` is the scheme's.

    Raises:
        CryptographyUnavailable: one is refused.
    """
    from spnego._ntlm_raw import crypto

    try:
        crypto.md5(b"")
        crypto.hmac_md5(bytes(16), b"")
        crypto.rc4(crypto.rc4init(bytes(16)), bytes(16))
    except Exception as error:
        raise CryptographyUnavailable(label, str(error)) from error


def _answer(context: Any, challenge: bytes | None) -> bytes:
    try:
        answer = bytes(context.step(challenge))
    except Exception as error:
        raise ServerAuthenticationFailed("The NTLM challenge cannot be read.") from error
    (length,) = struct.unpack_from("<H", answer, _ANSWER_LENGTH)
    if length <= _NTLM_V1_LENGTH:
        raise EncryptionMissing("Nothing was sent: the answer would have been NTLMv1.")
    return answer


def _authorization(scheme: str, token: bytes) -> str:
    return f"{scheme} {base64.b64encode(token).decode()}"
