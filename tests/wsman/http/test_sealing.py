"""Encryption that does not come about: no message is sent in clear, and no answer in clear is believed."""

import base64
import struct

import pytest

from gatepost.wsman.errors import (
    AuthenticationFailed,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    EncryptionMissing,
    HttpError,
    ReplyError,
)
from gatepost.wsman.exchange_steps import ResponseKind
from tests.wsman.calls import failure_of, get, put
from tests.wsman.raw_host import RawHost, http
from tests.wsman.wires import answer, fault_body

NTLM_OFFER = "Content-Type: text/plain\r\nWWW-Authenticate: Negotiate"


def never_in_clear(raw):
    return all(b"Envelope" not in asked.body for asked in raw.asked)


def test_a_host_that_asks_for_no_authentication_gets_no_message(transport):
    with RawHost(http(b""), http(b"")) as raw:
        host = transport(raw.url, "ntlm")
        for _ in range(2):
            assert failure_of(lambda: put(host), EncryptionMissing).delivery is Delivery.NOT_SENT
        assert [asked.body for asked in raw.asked] == [b"", b""]


def test_a_host_that_refuses_the_account_gets_no_message_the_second_time_either(transport):
    with RawHost(*[http(b"", "401 No", "WWW-Authenticate: Basic")] * 2) as raw:
        host = transport(raw.url, "ntlm")
        for _ in range(2):
            assert failure_of(lambda: put(host), AuthenticationFailed).offered == ("Basic",)
        assert [asked.body for asked in raw.asked] == [b"", b""]


@pytest.mark.parametrize(
    "second",
    [
        http(b"", "401 No", "WWW-Authenticate: Negotiate"),
        http(b"", "401 No", "WWW-Authenticate: Negotiate !!!!"),
        http(b"", "401 No", "WWW-Authenticate: Negotiate TlRMTVNTUAACAAAA"),
        http(b"x" * 100_000, "401 No", NTLM_OFFER),
    ],
    ids=["no-challenge", "no-base64", "short", "large"],
)
def test_a_broken_challenge_is_a_failed_authentication(transport, second):
    with RawHost(http(b"", "401 No", NTLM_OFFER), second, None) as raw:
        host = transport(raw.url, "ntlm", max_reply=50_000)
        assert failure_of(lambda: put(host), AuthenticationFailed).delivery is Delivery.NOT_SENT
        assert never_in_clear(raw)


@pytest.mark.parametrize("status", ["400 Bad", "404 No", "413 Large", "500 Oops", "503 Busy", "302 Away"])
def test_an_error_while_logging_on_changed_nothing(transport, status):
    with RawHost(http(b"words", status)) as raw:
        error = failure_of(lambda: put(transport(raw.url, "ntlm")), HttpError)
        assert (error.status, error.delivery) == (int(status[:3]), Delivery.NOT_SENT)
        assert never_in_clear(raw)


UNICODE, SIGN, SEAL, NTLM, ALWAYS_SIGN, EXTENDED, TARGET_INFO = 1, 0x10, 0x20, 0x200, 0x8000, 0x80000, 0x800000
KEY_128, KEY_EXCHANGE, KEY_56 = 0x20000000, 0x40000000, 0x80000000
STRONG = UNICODE | SIGN | SEAL | NTLM | ALWAYS_SIGN | EXTENDED | TARGET_INFO | KEY_128 | KEY_EXCHANGE | KEY_56


def challenge(flags):
    """A CHALLENGE_MESSAGE as [MS-NLMP] 2.2.1.2 has it, with an empty list of target information."""
    end = struct.pack("<HHI", 0, 0, 56)
    information = struct.pack("<HHI", 4, 4, 56)
    message = b"NTLMSSP\0" + struct.pack("<I", 2) + end + struct.pack("<I", flags) + b"12345678" + bytes(8)
    token = base64.b64encode(message + information + bytes(8) + bytes(4)).decode()
    return http(b"", "401 No", f"WWW-Authenticate: Negotiate {token}")


@pytest.mark.parametrize("missing", [SIGN, SEAL, EXTENDED, KEY_128, KEY_128 | KEY_56, SIGN | SEAL])
def test_a_host_that_bargains_the_protection_down_gets_no_answer(transport, missing):
    with RawHost(http(b"", "401 No", NTLM_OFFER), challenge(STRONG & ~missing), http(b"")) as raw:
        failure_of(lambda: put(transport(raw.url, "ntlm")), EncryptionMissing)
        assert [asked.body for asked in raw.asked] == [b"", b""]


def seal_then(*steps):
    return RawHost(http(b"", "401 No", NTLM_OFFER), challenge(STRONG), http(b""), *steps)


@pytest.mark.parametrize("kind", ["application/soap+xml", "text/plain"])
def test_an_answer_in_clear_to_a_sealed_message_is_not_believed(transport, kind):
    with seal_then(http(b"<c/>", headers=f"Content-Type: {kind}")) as raw:
        failure = failure_of(lambda: put(transport(raw.url, "ntlm")), EncryptionMissing)
        assert failure.delivery is Delivery.DELIVERED
        assert [step.came is ResponseKind.IN_CLEAR for step in failure.steps] == [False] * (len(failure.steps) - 1) + [
            True
        ]
        assert len(raw.asked) == 4
        assert never_in_clear(raw)


def test_a_fault_in_clear_does_not_count_as_a_refusal(transport):
    with seal_then(soap_unchecked(fault_body(), "500 Oops")) as raw:
        assert failure_of(lambda: put(transport(raw.url, "ntlm")), HttpError).delivery is Delivery.MAYBE


def soap_unchecked(content, status):
    return http(answer(content, None), status)


SEALED = 'Content-Type: multipart/encrypted;protocol="application/HTTP-SPNEGO-session-encrypted"'


@pytest.mark.parametrize(
    "body",
    [
        b"words",
        b"--Encrypted Boundary\r\n",
        b"--Encrypted Boundary\r\nLength=x\r\n--Encrypted Boundary\r\n",
        b"--Encrypted Boundary\r\n\tOriginalContent: Length=4\r\n--Encrypted Boundary\r\n\x10\0\0\0" + bytes(20),
    ],
)
def test_what_does_not_unseal_is_a_reply_error(transport, body):
    with seal_then(http(body, headers=SEALED)) as raw:
        assert failure_of(lambda: put(transport(raw.url, "ntlm")), ReplyError).delivery is Delivery.DELIVERED


@pytest.mark.parametrize("status", ["400 Bad", "401 No"])
def test_a_host_that_forgot_the_session(transport, status):
    forgot = http(b"", status, "WWW-Authenticate: Negotiate")
    with seal_then(forgot) as raw:
        error = failure_of(lambda: put(transport(raw.url, "ntlm")))
        assert (error.problem, error.delivery) == (ConnectionFailureReason.STALE, Delivery.MAYBE)
        assert len(raw.asked) == 4  # requests_ntlm alone would have sent the message again, twice


def test_a_connection_that_ends_with_the_login_is_not_logged_on_to_again(transport):
    """The credentials have been accepted, and nothing was sent yet: a second login might count towards a lockout."""
    accepted = http(b"", headers="Connection: close")
    with RawHost(http(b"", "401 No", NTLM_OFFER), challenge(STRONG), accepted) as raw:
        host = transport(raw.url, "ntlm")
        failure = failure_of(lambda: get(host), ConnectionFailed)
        assert (failure.problem, failure.delivery) == (ConnectionFailureReason.DROPPED, Delivery.NOT_SENT)
        assert not failure.repeatable
        assert failure.steps[-1].came is ResponseKind.CLOSED and failure.steps[-1].sent is failure.steps[-2].sent
        assert len({asked.connection for asked in raw.asked}) == 1 and len(raw.asked) == 3
