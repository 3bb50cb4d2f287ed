"""How each scheme logs on and seals, by pywinrm."""

from __future__ import annotations

import logging
from importlib import import_module
from typing import Any

import requests
from requests.auth import HTTPBasicAuth
from winrm.encryption import Encryption
from winrm.exceptions import WinRMError
from winrm.transport import Transport as PywinrmTransport

from gatepost.wsman.errors import AuthenticationUnavailable, EncryptionMissing
from gatepost.wsman.http.bounded_http import BoundedAdapter, Budget
from gatepost.wsman.login.negotiated_flags import check_ntlm
from gatepost.wsman.login.target import RemoteTarget

# At debug level it writes the authentication tokens, from which a password can be guessed offline.
logging.getLogger("spnego").setLevel(logging.WARNING)

_PACKAGES = {"ntlm": "requests_ntlm", "kerberos": "winrm.vendor.requests_kerberos", "credssp": "requests_credssp"}
_NO_KEY = "Nothing was sent: the host did not ask for authentication, so there is no key."


def build_session(target: RemoteTarget, budget: Budget) -> requests.Session:
    """A session that logs on in the target's way with the first request; nothing is sent yet.

    Raises:
        AuthenticationUnavailable: a package is missing, or our own certificate cannot be used.
        ConnectionFailed: the certificate authorities cannot be read.
    """
    adapter = BoundedAdapter(budget, target.trust, target.proxy)
    transport = PywinrmTransport(
        target.url,
        username=target.username,
        password=target.password,
        auth_method=target.authentication,  # type: ignore[arg-type]  # never "automatic" here
        cert_pem=target.client_certificate or None,
        cert_key_pem=target.client_key or target.client_certificate or None,
        ca_trust_path=None,  # type: ignore[arg-type]  # None keeps the variables of the environment out
        message_encryption="never",  # we set it up ourselves, where pywinrm would go on in clear after a failure
        proxy=None,
    )
    try:
        session = transport.build_session()
    except WinRMError as error:
        said = f"{target.label} needs a package that is not installed."
        raise AuthenticationUnavailable(f"{said} {_why_missing(target.authentication)}".rstrip()) from error
    if target.authentication == "basic":
        # As octets (RFC 7617): from text, requests makes Latin-1, which not every password fits into.
        session.auth = HTTPBasicAuth(target.username.encode(), target.password.encode())
    elif target.authentication == "credssp":
        from gatepost.wsman.login.credssp import CredsspAuth

        session.auth = CredsspAuth(target.username, target.password)
    elif target.authentication == "kerberos":
        from gatepost.wsman.login.kerberos import KerberosAuth

        session.auth = KerberosAuth(target.username, target.password)
    session.trust_env = False
    session.proxies.clear()
    session.headers.update({"Accept-Encoding": "identity", "User-Agent": "Gatepost"})
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


def _why_missing(authentication: str) -> str:
    """Why the scheme's package cannot be imported: pywinrm tells only that it cannot."""
    try:
        import_module(_PACKAGES[authentication])
    except ImportError as error:
        return f"{type(error).__name__}: {error}"
    return ""


def encryption_of(session: requests.Session, authentication: str) -> Encryption:
    """The sealing of a session that has logged on.

    Raises:
        EncryptionMissing: no context, or one that does not protect.
    """
    if authentication == "credssp":
        from gatepost.wsman.login.credssp import CredsspEncryption

        if not getattr(session.auth, "contexts", None):
            raise EncryptionMissing(_NO_KEY)
        return CredsspEncryption(session, authentication)
    if authentication == "kerberos":
        if not getattr(session.auth, "proven", False):
            raise EncryptionMissing(_NO_KEY)
        return Encryption(session, authentication)
    security: Any = getattr(session.auth, "session_security", None)
    if security is None:
        raise EncryptionMissing(_NO_KEY)
    check_ntlm(security._context)
    return Encryption(session, authentication)
