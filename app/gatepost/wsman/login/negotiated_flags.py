"""Check of negotiated NTLM and SPNEGO flags. The server chooses them, and pyspnego accepts any.

And whether this computer's cryptography allows what NTLM is made of: MD5 and RC4, which FIPS mode forbids.
"""

from __future__ import annotations

import struct
from typing import Any

from gatepost.wsman.errors import CryptographyUnavailable, EncryptionMissing, ServerAuthenticationFailed

# [MS-NLMP] 2.2.2.5, what a message has to be sealed with: signing, sealing, extended session security, 128 bits.
_STRONG_NTLM = 0x10 | 0x20 | 0x80000 | 0x20000000

# What pyspnego calls confidentiality and integrity, of any mechanism.
_PROTECTED = 0x10 | 0x20


_CHALLENGE = b"NTLMSSP\0" + struct.pack("<I", 2)  # [MS-NLMP] 2.2.1.2
_CHALLENGE_FLAGS = 20
_CHALLENGE_LENGTH = 48
_EXTENDED_SECURITY = 0x80000


def check_challenge(token: bytes | None, *, seals: bool) -> None:
    """Look at an NTLM challenge, before it is answered. ``seals``: whether its key is going to seal messages.

    Raises:
        ServerAuthenticationFailed: it is not one.
        EncryptionMissing: its flags do not protect.
    """
    if token is None or not token.startswith(_CHALLENGE) or len(token) < _CHALLENGE_LENGTH:
        raise ServerAuthenticationFailed("The token of the host is not an NTLM challenge.")
    (flags,) = struct.unpack_from("<I", token, _CHALLENGE_FLAGS)
    required = _STRONG_NTLM if seals else _EXTENDED_SECURITY
    if flags & required != required:
        raise EncryptionMissing("The NTLM challenge was not answered: it lacks 128-bit sealing and signing.")


def check_ntlm(context: Any) -> None:
    """Look at the flags of a pyspnego NTLM context.

    Raises:
        EncryptionMissing: it does not protect.
    """
    negotiated = getattr(context, "_context_attr", None)
    if not isinstance(negotiated, int) or negotiated & _STRONG_NTLM != _STRONG_NTLM:
        raise EncryptionMissing("Nothing was sent: the host did not agree to 128-bit sealing and signing.")


def check_credssp(context: Any) -> None:
    """Look at the login inside a requests_credssp context, before the password is sealed with its key.

    Raises:
        EncryptionMissing: it does not protect.
    """
    inner = getattr(context._context, "_auth_context", None)
    # What Negotiate settled on has the flags; a context of SSPI has its own, and below it a handle without any.
    mechanism = getattr(inner, "_context", None) if type(inner).__name__ == "NegotiateProxy" else inner
    if type(mechanism).__name__ == "NTLMProxy":
        check_ntlm(mechanism)
    elif int(getattr(mechanism, "context_attr", 0)) & _PROTECTED != _PROTECTED:
        raise EncryptionMissing("Nothing was sent: the host did not agree to sealing and signing.")


def check_algorithms(label: str) -> None:
    """Try the algorithms of NTLM, which is inside CredSSP too. ``label`` is the scheme for the message.

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
