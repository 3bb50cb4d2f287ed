"""Which errors leave a write unknown, and which prove that nothing was changed."""

from __future__ import annotations

import pytest

from gatepost.wsman.errors import (
    AuthenticationFailed,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    EncryptionMissing,
    HttpError,
    NotElevated,
    ReplyError,
    UnsupportedService,
    WsmanFault,
)
from gatepost.wsman.fault_codes import FaultCode, plain_code

REFUSED = {  # validation, access denied, not found
    "access denied": (5, "w:AccessDenied"),
    "access denied, as an HRESULT": (0x80070005, "w:InternalError"),
    "set by policy": (2150858890, "w:AccessDenied"),
    "no such resource": (2150858752, "a:DestinationUnreachable"),
    "parameter": (87, "w:InvalidParameter"),
    "schema": (2150858817, "w:SchemaValidationError"),
    "descriptor": (2150859100, "w:SchemaValidationError"),
    "descriptor not changeable": (2150859199, "w:SchemaValidationError"),
    "RunAs credential": (2150859203, "w:SchemaValidationError"),
    "already there": (2150858803, "w:AlreadyExists"),
    "denied, without a number": (None, "w:AccessDenied"),
    "header, without a number": (None, "s:MustUnderstand"),
}
# Every code of that kind in wsmerror.h, [MS-ERREF] and the WMI error table, in hex as they write them.
ALL_REFUSED = {
    0x5, 0x57, 0x52E, 0x80041002, 0x80041003, 0x80041008, 0x8004100E, 0x80041010, 0x8004102F, 0x80338000, 0x8033800F,
    0x80338010, 0x80338011, 0x80338013, 0x80338015, 0x80338033, 0x80338039, 0x8033803B, 0x80338041, 0x80338043,
    0x80338056, 0x80338057, 0x80338058, 0x8033805A, 0x8033805B, 0x80338076, 0x8033807E, 0x80338087, 0x8033808A,
    0x8033815C, 0x803381AF, 0x803381BF, 0x803381C3, 0x803381DD, 0x803381E0, 0x803381E3,
}  # fmt: skip
UNKNOWN = {
    "aborted as the service stops": (995, "w:InternalError"),
    "shutdown in progress": (1115, "w:InternalError"),
    "timed out": (2150858793, "w:TimedOut"),
    "timed out, without a number": (None, "w:TimedOut"),
    "out of memory": (14, "w:InternalError"),
    "RPC server unavailable": (1722, "w:InternalError"),
    "plug-in crashed": (3221225477, "w:InternalError"),
    "answer too large, made after the write": (2150858824, "w:EncodingLimit"),
    "WMI provider not capable, whatever it did before": (0x80338102, "a:DestinationUnreachable"),
    "quota": (2150859174, "w:InternalError"),
    "internal error": (0x80070002, "w:InternalError"),
    "a number that nobody knows, however it is called": (123456, "w:AccessDenied"),
    "nothing at all": (None, ""),
}


@pytest.mark.parametrize(("code", "subcode"), REFUSED.values(), ids=REFUSED)
def test_a_fault_that_proves_that_nothing_was_changed(code, subcode):
    assert not WsmanFault(code, subcode, "", "").may_have_changed_host


def test_no_other_code_proves_it():
    near = {code + step for code in ALL_REFUSED for step in (-1, 0, 1)} - {4, 6, 0x56, 0x58}
    proves = {code for code in near if not WsmanFault(code, "", "", "").may_have_changed_host}
    assert proves == ALL_REFUSED
    assert FaultCode.OPERATION_TIMEDOUT == 0x80338029  # how Windows' own messages call it


def test_another_service_is_named():
    assert str(UnsupportedService("OpenWSMAN")) == "The service is OpenWSMAN."


@pytest.mark.parametrize(("code", "subcode"), UNKNOWN.values(), ids=UNKNOWN)
def test_a_fault_that_proves_nothing(code, subcode):
    assert WsmanFault(code, subcode, "", "").may_have_changed_host


@pytest.mark.parametrize(
    ("error", "may"),
    [
        (NotElevated(5, "w:AccessDenied", "", ""), False),
        (AuthenticationFailed("401"), False),
        (EncryptionMissing("clear"), False),
        (EncryptionMissing("answered in clear", delivery=Delivery.DELIVERED), True),
        (ConnectionFailed(ConnectionFailureReason.REFUSED, delivery=Delivery.NOT_SENT), False),
        (ConnectionFailed(ConnectionFailureReason.DROPPED, delivery=Delivery.MAYBE), True),
        (ConnectionFailed(ConnectionFailureReason.TIMED_OUT, delivery=Delivery.DELIVERED), True),
        (ReplyError("x"), True),
        (HttpError(500), True),
        (HttpError(400, delivery=Delivery.NOT_SENT), False),
    ],
    ids=repr,
)
def test_whether_a_write_may_have_been_carried_out(error, may):
    assert error.may_have_changed_host is may


def test_the_windows_error_inside_an_hresult():
    assert (plain_code(0x80070005), plain_code(5), plain_code(2150858752)) == (5, 5, 2150858752)
