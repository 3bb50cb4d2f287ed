"""Logon and encryption of each scheme, by pywinrm."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth
from winrm.encryption import Encryption
from winrm.exceptions import WinRMError
from winrm.transport import Transport as PywinrmTransport

from gatepost.wsman.errors import AuthenticationUnavailable, EncryptionMissing
from gatepost.wsman.http.bounded_http import BoundedAdapter
from gatepost.wsman.http.exchange_state import ExchangeState
from gatepost.wsman.login.attempts import LoginAttempt
from gatepost.wsman.login.negotiated_flags import check_algorithms, check_ntlm
from gatepost.wsman.login.ntlm import NtlmAuth, keep_to_ntlm_v2
from gatepost.wsman.login.target import RemoteTarget

# At debug level it writes the authentication tokens, from which a password can be guessed offline.
logging.getLogger("spnego").setLevel(logging.WARNING)

_PACKAGES = {"ntlm": "requests_ntlm", "kerberos": "winrm.vendor.requests_kerberos", "credssp": "requests_credssp"}
# pywinrm keeps proxies out by a variable of the environment that it sets and deletes meanwhile: all threads share it.
_proxy_variable = threading.Lock()
_NO_KEY = "Nothing was sent: the host did not ask for authentication, so there is no key."


def build_session(
    target: RemoteTarget, exchange_state: ExchangeState, adapter: BoundedAdapter, attempt: LoginAttempt
) -> requests.Session:
    """A session that logs on in the target's way with the first request; nothing is sent yet.

    Raises:
        AuthenticationUnavailable: a package is missing, or this computer's cryptography refuses the scheme.
    """
    transport = PywinrmTransport(
        target.url,
        username=target.user,
        password=target.password,
        auth_method=target.authentication,  # type: ignore[arg-type]  # never "automatic" here
        cert_pem=target.client_certificate or None,
        cert_key_pem=target.client_key or target.client_certificate or None,
        ca_trust_path=None,  # type: ignore[arg-type]  # None keeps the variables of the environment out
        message_encryption="never",  # we set it up ourselves, where pywinrm would go on in clear after a failure
        proxy=None,
    )
    try:
        with _proxy_variable:
            session = transport.build_session()
    except WinRMError as error:
        message = f"{target.label} needs a package that is not installed."
        raise AuthenticationUnavailable(f"{message} {_why_missing(target.authentication)}".rstrip()) from error
    session.auth = _login_of(target, exchange_state, attempt) or session.auth
    session.trust_env = False
    session.proxies.clear()
    session.headers.update({"Accept-Encoding": "identity", "User-Agent": "Gatepost"})
    if "%" in target.host:  # the zone of an IPv6 address is this computer's own affair (RFC 6874 3)
        session.headers["Host"] = re.sub("%[^]]*", "", urlsplit(target.url).netloc)
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
    login: Any = session.auth
    if authentication == "credssp":
        from gatepost.wsman.login.credssp import CredsspEncryption

        if not getattr(login, "contexts", None):
            raise EncryptionMissing(_NO_KEY)
        return CredsspEncryption(session, authentication)
    if authentication == "kerberos":
        from gatepost.wsman.login.kerberos import KerberosEncryption

        if not login.server_authenticated:
            raise EncryptionMissing(_NO_KEY)
        return KerberosEncryption(session, login.scheme)
    if login.session_security is None:
        raise EncryptionMissing(_NO_KEY)
    check_ntlm(login.session_security._context)
    return Encryption(session, authentication)


def _login_of(target: RemoteTarget, exchange_state: ExchangeState, attempt: LoginAttempt) -> AuthBase | None:
    """How to log on; None where pywinrm's own way is the right one."""
    match target.authentication:
        case "basic":
            # As octets (RFC 7617): from text, requests makes Latin-1, which not every password fits into.
            return HTTPBasicAuth(target.user.encode(), target.password.encode())
        case "ntlm":
            check_algorithms(target.label)
            certificate = exchange_state.peer_certificate
            account = target.user, target.password
            return NtlmAuth(
                *account, target.name, seals=target.seals_messages, bind=exchange_state.bind, certificate=certificate
            )
        case "credssp":
            from gatepost.wsman.login.credssp import CredsspAuth

            check_algorithms(target.label)
            keep_to_ntlm_v2()
            return CredsspAuth(target.user, target.password, exchange_state.bind)
        case "kerberos":
            return _kerberos(target, exchange_state, attempt)
    return None


def _kerberos(target: RemoteTarget, exchange_state: ExchangeState, attempt: LoginAttempt) -> AuthBase:
    from gatepost.wsman.login.kerberos import KerberosAuth

    certificate: Callable[[], bytes | None] | None = exchange_state.peer_certificate if target.secure else None
    return KerberosAuth(
        target.user,
        target.password,
        urlsplit(target.url).hostname or "",  # as pywinrm looks for it when it seals
        target.name,
        attempt=attempt,
        seconds=target.connect_timeout,
        stopped=exchange_state.is_aborted,
        certificate=certificate,
    )
