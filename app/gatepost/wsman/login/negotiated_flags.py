"""Whether what was negotiated protects anything. Whoever answers chooses the flags, and pyspnego goes along with any."""

from __future__ import annotations

from typing import Any

from gatepost.wsman.errors import EncryptionMissing

# [MS-NLMP] 2.2.2.5, what a message has to be sealed with: signing, sealing, extended session security, 128 bits.
_STRONG_NTLM = 0x10 | 0x20 | 0x80000 | 0x20000000

# What pyspnego calls confidentiality and integrity, of any mechanism.
_PROTECTED = 0x10 | 0x20


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
