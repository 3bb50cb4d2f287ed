"""Kerberos tickets for a user and a password, in a cache of their own, and what the libraries' error numbers mean.

The numbers are MIT's, and SSPI's on Windows.
"""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gatepost.wsman.errors import AuthenticationUnavailable, KerberosFailed, KerberosFailureReason

# RFC 4120 7.5.9 and MIT's own numbers, as MIT reports them.
_BASE = -1765328384
_REALM_UNKNOWN = -1765328230  # no domain controller is known for a domain, as opposed to one that is silent
_PROBLEMS = {
    _BASE + 6: KerberosFailureReason.UNKNOWN_ACCOUNT,
    _BASE + 7: KerberosFailureReason.UNKNOWN_SERVICE,
    _BASE + 1: KerberosFailureReason.ACCOUNT_EXPIRED,
    _BASE + 18: KerberosFailureReason.ACCOUNT_CLOSED,
    _BASE + 23: KerberosFailureReason.PASSWORD_EXPIRED,
    _BASE + 24: KerberosFailureReason.WRONG_PASSWORD,
    _BASE + 31: KerberosFailureReason.WRONG_PASSWORD,
    _BASE + 32: KerberosFailureReason.NO_TICKET,
    _BASE + 37: KerberosFailureReason.CLOCK_SKEW,
    _BASE + 68: KerberosFailureReason.NO_KDC,  # of another realm, that a canonicalizing domain names
    -1765328236: KerberosFailureReason.CLOCK_SKEW,  # seen in the times of an answer
    -1765328243: KerberosFailureReason.NO_TICKET,
    -1765328189: KerberosFailureReason.NO_TICKET,
    _REALM_UNKNOWN: KerberosFailureReason.NO_KDC,
    -1765328228: KerberosFailureReason.NO_KDC,
    -1765328164: KerberosFailureReason.NO_KDC,
    -1765328160: KerberosFailureReason.NO_KDC,
}

# SECURITY_STATUS of SSPI, [MS-ERREF] 2.1.1.
_SSPI_PROBLEMS = {
    0x80090303: KerberosFailureReason.UNKNOWN_SERVICE,  # SEC_E_TARGET_UNKNOWN
    0x80090322: KerberosFailureReason.UNKNOWN_SERVICE,  # SEC_E_WRONG_PRINCIPAL
    0x8009030E: KerberosFailureReason.NO_TICKET,  # SEC_E_NO_CREDENTIALS
    0x80090311: KerberosFailureReason.NO_KDC,  # SEC_E_NO_AUTHENTICATING_AUTHORITY
    0x80090324: KerberosFailureReason.CLOCK_SKEW,  # SEC_E_TIME_SKEW
}

_NO_KRB5 = (
    "On Windows, Kerberos logs on as whoever runs Gatepost: leave user and password empty, or choose NTLM."
    if sys.platform == "win32"
    else "Kerberos with a user name and a password needs the package krb5, which is not installed."
)

# Where the name of the cache can only be given in the environment, which all threads share. Held for a whole logon.
_cache_variable = threading.Lock()


@contextmanager
def tickets_of(username: str, password: str, library: Any) -> Iterator[None]:
    """While this lasts, GSSAPI in this thread uses a ticket got for the user; without a password, those at hand.

    ``library`` is the extension module that calls GSSAPI.

    Raises:
        KerberosFailed: there is no ticket.
        AuthenticationUnavailable: a package is missing.
    """
    if not password:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="gatepost-") as folder:  # mode 700
        name = f"FILE:{Path(folder, 'tickets')}"
        _get_ticket(username, password, name)
        with _cache_named(name, library):
            yield


@contextmanager
def _cache_named(name: str, library: Any) -> Iterator[None]:
    choose = _chooser(library)
    if choose is None:
        with _cache_variable, _cache_in_environment(name):
            yield
        return
    choose(name.encode())
    try:
        yield
    finally:
        choose(None)


def _chooser(library: Any) -> Any:
    """``gss_krb5_ccache_name`` of the library that the module is linked with, which is for one thread alone."""
    try:
        function = ctypes.CDLL(library.__file__).gss_krb5_ccache_name
    except (OSError, AttributeError, TypeError):
        return None
    minor = ctypes.c_uint32()
    return lambda name: function(ctypes.byref(minor), name, None)


@contextmanager
def _cache_in_environment(name: str) -> Iterator[None]:
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


def enterprise_of(username: str) -> str:
    r"""The enterprise name of an account (RFC 6806 5), by which a domain knows NetBIOS names and UPN suffixes."""
    domain, backslash, name = username.rpartition("\\")
    return f"{name}@{domain}" if backslash else username


def _get_ticket(username: str, password: str, cache_name: str) -> None:
    try:
        import krb5
    except ImportError as error:
        raise AuthenticationUnavailable(_NO_KRB5) from error
    try:
        _store_ticket(krb5, username, password, cache_name)
    except krb5.Krb5Error as error:
        raise KerberosFailed(problem_of(error.err_code), f"{error}") from None


def _store_ticket(krb5: Any, username: str, password: str, cache_name: str) -> None:
    context = krb5.init_context()
    credentials = _credentials(krb5, context, username, password)
    cache = krb5.cc_resolve(context, cache_name.encode())
    krb5.cc_initialize(context, cache, credentials.client)
    krb5.cc_store_cred(context, cache, credentials)


def _credentials(krb5: Any, context: Any, username: str, password: str) -> Any:
    """Ask under the name as it was typed; where it names no realm, under others that a domain may know it by.

    A name that the domain does not know is no attempt with a password, so no account gets more than one.
    """
    try:
        return _ask(krb5, context, principal_of(username), password)
    except krb5.Krb5Error as error:
        if "@" not in enterprise_of(username) or problem_of(error.err_code) is not KerberosFailureReason.NO_KDC:
            raise
        first = error
    try:
        return _canonical(krb5, context, enterprise_of(username), password)
    except krb5.Krb5Error as error:
        if problem_of(error.err_code) not in (KerberosFailureReason.UNKNOWN_ACCOUNT, KerberosFailureReason.OTHER):
            raise
        second = error
    name, _, domain = enterprise_of(username).rpartition("@")
    realm = krb5.get_default_realm(context).decode()
    if realm.partition(".")[0].casefold() != domain.casefold():
        if first.err_code != _REALM_UNKNOWN:
            raise first
        raise KerberosFailed(KerberosFailureReason.UNKNOWN_DOMAIN, f"{first}; {realm}: {second}") from None
    return _ask(krb5, context, f"{name}@{realm}", password)  # the NetBIOS name of a domain is usually its first label


def _ask(krb5: Any, context: Any, name: str, password: str) -> Any:
    principal = krb5.parse_name_flags(context, name.encode())
    options = krb5.get_init_creds_opt_alloc(context)
    return krb5.get_init_creds_password(context, principal, options, password.encode())


def _canonical(krb5: Any, context: Any, name: str, password: str) -> Any:
    enterprise = krb5.PrincipalParseFlags.enterprise
    principal = krb5.parse_name_flags(context, name.encode(), enterprise)
    options = krb5.get_init_creds_opt_alloc(context)
    krb5.get_init_creds_opt_set_canonicalize(options, True)
    return krb5.get_init_creds_password(context, principal, options, password.encode())


def problem_of(code: int) -> KerberosFailureReason:
    """What a number of the library means."""
    return _PROBLEMS.get(code, KerberosFailureReason.OTHER)


def failure_of(error: Any) -> KerberosFailed:
    """From GSSError's arguments: two pairs of a text and a number, of which the second is the mechanism's own.

    On Windows it is one text that names SSPI's status in the system's words.
    """
    try:
        _, (text, code) = error.args
    except (AttributeError, TypeError, ValueError):
        message = str(error) or type(error).__name__
        return KerberosFailed(_sspi_problem(message), message)
    return KerberosFailed(problem_of(code), f"{text} ({code})")


def _sspi_problem(message: str) -> KerberosFailureReason:
    """Which status SSPI's text is about: winkerberos gives its words alone, in the language of the system."""
    if sys.platform == "win32":
        for status, problem in _SSPI_PROBLEMS.items():
            if ctypes.FormatError(status - 2**32).strip() in message:  # ctypes wants it with a sign
                return problem
    return KerberosFailureReason.OTHER
