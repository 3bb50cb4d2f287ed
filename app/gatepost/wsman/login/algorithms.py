"""Whether this computer's cryptography allows what NTLM is made of: MD5 and RC4, which FIPS mode forbids."""

from __future__ import annotations

from gatepost.wsman.errors import CryptographyRefused


def check_algorithms(label: str) -> None:
    """Try the algorithms of NTLM, which is inside CredSSP too. ``label`` is the scheme for the message.

    Raises:
        CryptographyRefused: one is refused.
    """
    from spnego._ntlm_raw import crypto

    try:
        crypto.md5(b"")
        crypto.hmac_md5(bytes(16), b"")
        crypto.rc4(crypto.rc4init(bytes(16)), bytes(16))
    except Exception as error:
        raise CryptographyRefused(label, str(error)) from error
