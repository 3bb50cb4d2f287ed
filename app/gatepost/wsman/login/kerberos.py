"""Kerberos: with the ticket of whoever runs this program, or one got for a user and a password."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests
from typing_extensions import override
from winrm.vendor.requests_kerberos import REQUIRED, HTTPKerberosAuth, kerberos_
from winrm.vendor.requests_kerberos.exceptions import KerberosExchangeError, MutualAuthenticationError

from gatepost.wsman.errors import AuthenticationUnavailable, HostUnproven, KerberosFailed, KerberosProblem

# It writes tokens at debug level, and as errors what we report ourselves.
logging.getLogger("winrm.vendor.requests_kerberos").setLevel(logging.CRITICAL)

# RFC 4120 7.5.9 and MIT's own numbers, as MIT reports them.
_BASE = -1765328384
_PROBLEMS = {
    _BASE + 6: KerberosProblem.UNKNOWN_ACCOUNT,
    _BASE + 7: KerberosProblem.UNKNOWN_SERVICE,
    _BASE + 1: KerberosProblem.ACCOUNT_EXPIRED,
    _BASE + 18: KerberosProblem.ACCOUNT_CLOSED,
    _BASE + 23: KerberosProblem.PASSWORD_EXPIRED,
    _BASE + 24: KerberosProblem.WRONG_PASSWORD,
    _BASE + 31: KerberosProblem.WRONG_PASSWORD,
    _BASE + 32: KerberosProblem.NO_TICKET,
    _BASE + 37: KerberosProblem.CLOCK_SKEW,
    -1765328236: KerberosProblem.CLOCK_SKEW,  # seen in the times of an answer
    -1765328243: KerberosProblem.NO_TICKET,
    -1765328189: KerberosProblem.NO_TICKET,
    -1765328230: KerberosProblem.NO_KDC,
    -1765328228: KerberosProblem.NO_KDC,
    -1765328164: KerberosProblem.NO_KDC,
    -1765328160: KerberosProblem.NO_KDC,
}

# SECURITY_STATUS of SSPI, [MS-ERREF] 2.1.1.
_SSPI_PROBLEMS = {
    0x80090303: KerberosProblem.UNKNOWN_SERVICE,  # SEC_E_TARGET_UNKNOWN
    0x80090322: KerberosProblem.UNKNOWN_SERVICE,  # SEC_E_WRONG_PRINCIPAL
    0x8009030E: KerberosProblem.NO_TICKET,  # SEC_E_NO_CREDENTIALS
    0x80090311: KerberosProblem.NO_KDC,  # SEC_E_NO_AUTHENTICATING_AUTHORITY
    0x80090324: KerberosProblem.CLOCK_SKEW,  # SEC_E_TIME_SKEW
}

_NO_KRB5 = (
    "On Windows, Kerberos logs on as whoever runs Gatepost: leave user and password empty, or choose NTLM."
    if sys.platform == "win32"
    else "Kerberos with a user name and a password needs the package krb5, which is not installed."
)

# The library takes the name of the cache from the environment, which all threads share.
_environment = threading.Lock()


class KerberosAuth(HTTPKerberosAuth):
    """Logs on with the first message; afterwards ``proven`` tells whether the host has shown who it is, too."""

    def __init__(self, username: str, password: str) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            mutual_authentication=REQUIRED,
            service="HTTP",
            force_preemptive=True,
            principal=username if username and not password else None,
            sanitize_mutual_error_response=False,
        )
        self._username = username
        self._password = password

    @property
    def proven(self) -> bool:
        """Whether the host has answered with a proof of its own."""
        return bool(self.auth_done)

    @property
    def principal_name(self) -> str:
        """Whose ticket was used; "" before."""
        if not self.proven:
            return ""
        library: Any = vars(kerberos_)["kerberos"]  # pykerberos, or winkerberos on Windows
        return str(library.authGSSClientUserName(next(iter(self.context.values()))) or "")

    @override
    def generate_request_header(
        self, response: requests.Response | None, host: str, is_preemptive: bool = False
    ) -> str:
        """Get the ticket for the host and make the token of it.

        Raises:
            KerberosFailed: none.
        """
        if response is not None:
            _ = response.content  # read, so that the connection closes with the session
        with self._tickets() as cache_name, _environment, _cache_named(cache_name):
            try:
                header = super().generate_request_header(response, host, is_preemptive)  # type: ignore[no-untyped-call]
                return str(header)
            except KerberosExchangeError as error:
                raise failure_of(error.__context__) from error

    @override
    def handle_other(self, response: requests.Response) -> requests.Response:
        """Have the host prove itself.

        Raises:
            HostUnproven: it does not.
        """
        try:
            _ = response.content
            answer: requests.Response = super().handle_other(response)  # type: ignore[no-untyped-call]
        except MutualAuthenticationError as error:
            raise HostUnproven("The host did not prove who it is.") from error
        return answer

    @contextmanager
    def _tickets(self) -> Iterator[str]:
        """Get a ticket of our own where there is a password, and forget it again; "" stands for those at hand."""
        if not self._password:
            yield ""
            return
        with tempfile.TemporaryDirectory(prefix="gatepost-") as folder:  # mode 700
            name = f"FILE:{Path(folder, 'tickets')}"
            _get_ticket(self._username, self._password, name)
            yield name


@contextmanager
def _cache_named(name: str) -> Iterator[None]:
    if not name:
        yield
        return
    before = os.environ.get("KRB5CCNAME")
    os.environ["KRB5CCNAME"] = name
    try:
        yield
    finally:
        if before is None:
            del os.environ["KRB5CCNAME"]
        else:
            os.environ["KRB5CCNAME"] = before


def principal_of(username: str) -> str:
    r"""The Kerberos name of an account written as ``user@domain``, ``DOMAIN\user`` or ``user``.

    Windows writes realms in capitals and compares them without regard to them; Kerberos elsewhere does not.
    """
    domain, backslash, name = username.rpartition("\\")
    if backslash:
        return f"{name}@{domain.upper()}"
    name, at, domain = username.rpartition("@")
    return f"{name}@{domain.upper()}" if at else username


def _get_ticket(username: str, password: str, cache_name: str) -> None:
    try:
        import krb5
    except ImportError as error:
        raise AuthenticationUnavailable(_NO_KRB5) from error
    try:
        context = krb5.init_context()
        principal = krb5.parse_name_flags(context, principal_of(username).encode())
        options = krb5.get_init_creds_opt_alloc(context)
        credentials = krb5.get_init_creds_password(context, principal, options, password.encode())
        cache = krb5.cc_resolve(context, cache_name.encode())
        krb5.cc_initialize(context, cache, principal)
        krb5.cc_store_cred(context, cache, credentials)
    except krb5.Krb5Error as error:
        problem = _PROBLEMS.get(error.err_code, KerberosProblem.OTHER)
        raise KerberosFailed(problem, f"{error}") from None


def failure_of(error: Any) -> KerberosFailed:
    """From GSSError's arguments: two pairs of a text and a number, of which the second is the mechanism's own.

    On Windows it is one text that names SSPI's status in the system's words.
    """
    try:
        _, (text, code) = error.args
    except (AttributeError, TypeError, ValueError):
        said = str(error) or type(error).__name__
        return KerberosFailed(_sspi_problem(said), said)
    return KerberosFailed(_PROBLEMS.get(code, KerberosProblem.OTHER), f"{text} ({code})")


def _sspi_problem(said: str) -> KerberosProblem:
    """Which status SSPI's text is about: winkerberos gives its words alone, in the language of the system."""
    if sys.platform == "win32":
        for status, problem in _SSPI_PROBLEMS.items():
            if ctypes.FormatError(status).strip() in said:
                return problem
    return KerberosProblem.OTHER
