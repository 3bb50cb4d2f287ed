"""Numbers of the Kerberos library mean what its own texts say."""

from __future__ import annotations

import ctypes
import ctypes.util

import pytest

from gatepost.wsman.errors import KerberosFailureReason
from gatepost.wsman.login.tickets import problem_of
from tests.needs import needs

FIRST = -1765328384  # of the table that RFC 4120 7.5.9 begins
MEANINGS = {
    "Client's entry in database has expired": KerberosFailureReason.ACCOUNT_EXPIRED,
    "Client not found in Kerberos database": KerberosFailureReason.UNKNOWN_ACCOUNT,
    "Server not found in Kerberos database": KerberosFailureReason.UNKNOWN_SERVICE,
    "Client's credentials have been revoked": KerberosFailureReason.ACCOUNT_CLOSED,
    "Password has expired": KerberosFailureReason.PASSWORD_EXPIRED,
    "Preauthentication failed": KerberosFailureReason.WRONG_PASSWORD,
    "Decrypt integrity check failed": KerberosFailureReason.WRONG_PASSWORD,
    "Ticket expired": KerberosFailureReason.NO_TICKET,
    "Clock skew too great": KerberosFailureReason.CLOCK_SKEW,
    "Clock skew too great in KDC reply": KerberosFailureReason.CLOCK_SKEW,
    "Realm not local to KDC": KerberosFailureReason.NO_KDC,
    "Matching credential not found": KerberosFailureReason.NO_TICKET,
    "No credentials cache found": KerberosFailureReason.NO_TICKET,
    "Cannot find KDC for requested realm": KerberosFailureReason.NO_KDC,
    "Cannot contact any KDC for requested realm": KerberosFailureReason.NO_KDC,
    "Cannot resolve network address for KDC in requested realm": KerberosFailureReason.NO_KDC,
    "Configuration file does not specify default realm": KerberosFailureReason.NO_KDC,
}


@pytest.fixture(scope="module")
def texts() -> dict[int, str]:
    """The library's text of each number."""
    names = [ctypes.util.find_library(name) for name in ("krb5", "com_err")]
    needs(all(names), "libkrb5 and libcom_err")
    krb5, com_err = (ctypes.CDLL(name) for name in names)
    krb5.krb5_init_context(ctypes.byref(ctypes.c_void_p()))  # which registers its texts
    com_err.error_message.restype, com_err.error_message.argtypes = ctypes.c_char_p, [ctypes.c_long]
    return {code: com_err.error_message(code).decode() for code in range(FIRST, FIRST + 256)}


def test_each_number_means_what_the_library_says(texts: dict[int, str]) -> None:
    assert set(MEANINGS) <= set(texts.values())
    assert {code: problem_of(code) for code, text in texts.items() if text in MEANINGS} == {
        code: MEANINGS[text] for code, text in texts.items() if text in MEANINGS
    }


def test_no_other_number_means_anything(texts: dict[int, str]) -> None:
    others = [code for code, text in texts.items() if text not in MEANINGS]
    assert len(others) > 200
    assert {problem_of(code) for code in others} == {KerberosFailureReason.OTHER}
