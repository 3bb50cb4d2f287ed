"""Error numbers and texts of the Kerberos libraries: MIT's, and SSPI's on Windows."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from gatepost.wsman.errors import KerberosFailed, KerberosFailureReason

# RFC 4120 7.5.9 and MIT's own numbers, as MIT reports them.
_BASE = -1765328384
REALM_UNKNOWN = -1765328230  # no domain controller is known for a domain, as opposed to one that is silent
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
    REALM_UNKNOWN: KerberosFailureReason.NO_KDC,
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
