"""Session of requests that logs on in one scheme."""

from __future__ import annotations

import logging
import re
from urllib.parse import urlsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth

from gatepost.wsman.errors import AuthenticationUnavailable
from gatepost.wsman.http.connection import BoundedConnection
from gatepost.wsman.login.attempts import LoginAttempt
from gatepost.wsman.login.target import RemoteTarget

# At debug level it writes the authentication tokens, from which a password can be guessed offline.
logging.getLogger("spnego").setLevel(logging.WARNING)

_BY_CERTIFICATE = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual"


def build_session(target: RemoteTarget, connection: BoundedConnection, attempt: LoginAttempt) -> requests.Session:
    """A session that logs on in the target's way with the first request; nothing is sent yet.

    Raises:
        AuthenticationUnavailable: a package is missing, or this computer's cryptography refuses the scheme.
    """
    session = requests.Session()
    session.trust_env = False  # keeps proxies and passwords of the environment out
    session.headers.update(
        {"Accept-Encoding": "identity", "User-Agent": "Gatepost", "Content-Type": "application/soap+xml;charset=UTF-8"}
    )
    try:
        session.auth = _login_of(target, connection, attempt)
    except ImportError as error:
        message = f"{target.label} needs a package that is not installed. {type(error).__name__}: {error}"
        raise AuthenticationUnavailable(message) from error
    if target.scheme.certificate:
        session.headers["Authorization"] = _BY_CERTIFICATE  # the certificate itself is shown by TLS
    if "%" in target.host:  # the zone of an IPv6 address is this computer's own affair (RFC 6874 3)
        session.headers["Host"] = re.sub("%[^]]*", "", urlsplit(target.url).netloc)
    session.mount("http://", connection)
    session.mount("https://", connection)
    return session


def _login_of(target: RemoteTarget, connection: BoundedConnection, attempt: LoginAttempt) -> AuthBase | None:
    match target.authentication:
        case "basic":
            # As octets (RFC 7617): from text, requests makes Latin-1, which not every password fits into.
            return HTTPBasicAuth(target.user.encode(), target.password.encode())
        case "ntlm":
            from gatepost.wsman.login.ntlm import NtlmAuth

            return NtlmAuth(target, connection)
        case "credssp":
            from gatepost.wsman.login.credssp import CredsspAuth

            return CredsspAuth(target, connection)
        case "kerberos":
            from gatepost.wsman.login.kerberos import KerberosAuth

            return KerberosAuth(target, connection, attempt)
    return None
