"""What holds for every failure: whether a write may have run, what its details hold, and that no secret is in them."""

from __future__ import annotations

import base64
from contextlib import closing
from datetime import UTC, datetime
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gatepost.backend.connect.connections import ConnectRequest
from gatepost.backend.failures.catalog import Cause
from gatepost.backend.failures.diagnose import MAX_SAID, cause_of, doubt_text, fault_text, host_error
from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.failures.reach_catalog import ReachCause
from gatepost.wsman.certificates import CertificateFacts, CertificateProblem
from gatepost.wsman.errors import (
    AuthenticationFailed,
    CertificateRefused,
    KerberosFailed,
    KerberosFailureReason,
    WsmanError,
    WsmanFault,
)
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.wsman.raw_host import RawHost, http

FACTS = CertificateFacts(
    "CN=srv", "CN=ca", datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), "ab" * 32, ("srv",)
)
DENIED = WsmanFault(5, "w:AccessDenied", "Access is denied.", "")
OTHER_FAULT = WsmanFault(87, "w:InvalidParameter", "outer", "The parameter is incorrect. ")
TIMED_OUT = WsmanFault(2150858793, "w:TimedOut", "The operation timed out.", "")


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OTHER_FAULT, "The host refused: The parameter is incorrect. (code 87)"),
        (WsmanFault(None, "s:MustUnderstand", "", ""), "The host refused: no reason given"),
        (WsmanFault(9, "", "only {reason}", ""), "The host refused: only {reason} (code 9)"),
    ],
)
def test_the_hosts_own_words(fault, said):
    assert str(fault_text(fault)) == said


def test_a_fault_in_doubt_names_its_code_where_it_has_one():
    assert str(doubt_text(WsmanFault(1115, "", "", "going down"))).endswith("going down (code 1115)")
    assert str(doubt_text(WsmanFault(None, "s:Receiver", "", "odd"))).endswith("was made: odd")


def test_a_known_code_brings_its_next_step():
    assert "RunAsCredential" in str(fault_text(WsmanFault(2150859203, "", "", "bad")))


def test_control_and_bidirectional_characters_of_a_host_are_written_out():
    error = host_error(WsmanFault(9, "w:\x9bX", "r\u202eeason", "line one\r\nline\x9b two"), "SRV")
    assert "line one line⟨U+009B⟩ two" in str(error.summary)
    assert not {"\x9b", "\u202e"} & set(f"{error} {error.details}")


def test_a_long_speech_of_a_host_is_cut_in_the_sentence_and_whole_in_the_details():
    found = host_error(WsmanFault(9, "", "", "x" * 2000), "SRV")
    assert len(str(found.summary)) < MAX_SAID + 100
    assert "x" * 2000 in found.details


def test_a_refused_certificate_shows_what_to_decide_on():
    details = host_error(CertificateRefused(CertificateProblem.UNTRUSTED, FACTS), "SRV").details
    for fact in ("CN=srv", "CN=ca", "2026-01-01", "2027-01-01", "ab" * 32):
        assert fact in details


def test_codes_and_raw_text_are_in_the_details():
    details = host_error(WsmanFault(2150859203, "w:X", "outer words", "inner words"), "SRV").details
    assert details.splitlines() == [
        "WsmanFault: inner words",
        "Code: 2150859203 (0x803381C3)",
        "Subcode: w:X",
        "Reason: outer words",
    ]
    login = host_error(AuthenticationFailed("no", ("Negotiate",), tried="CredSSP", nt_status=0xC0000234), "SRV")
    assert login.details.splitlines()[1:] == ["Tried: CredSSP", "Offered: Negotiate", "NTSTATUS: 0xC0000234"]
    alone = host_error(AuthenticationFailed("no", tried="CredSSP", nt_status=0xC0000234), "SRV")
    assert alone.details.splitlines()[1:] == ["Tried: CredSSP", "NTSTATUS: 0xC0000234"]


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        (0xC000005E, LoginCause.NO_DOMAIN_CONTROLLER),  # STATUS_NO_LOGON_SERVERS
        (0xC0000064, LoginCause.UNKNOWN_ACCOUNT),  # STATUS_NO_SUCH_USER
        (0xC000006A, LoginCause.WRONG_PASSWORD),  # STATUS_WRONG_PASSWORD
        (0xC000006D, LoginCause.WRONG_PASSWORD),  # STATUS_LOGON_FAILURE
        (0xC000006E, LoginCause.ACCOUNT_RESTRICTED),  # STATUS_ACCOUNT_RESTRICTION
        (0xC000006F, LoginCause.ACCOUNT_RESTRICTED),  # STATUS_INVALID_LOGON_HOURS
        (0xC0000070, LoginCause.ACCOUNT_RESTRICTED),  # STATUS_INVALID_WORKSTATION
        (0xC0000071, LoginCause.PASSWORD_EXPIRED),  # STATUS_PASSWORD_EXPIRED
        (0xC0000072, LoginCause.ACCOUNT_DISABLED),  # STATUS_ACCOUNT_DISABLED
        (0xC0000133, LoginCause.CLOCK_SKEW),  # STATUS_TIME_DIFFERENCE_AT_DC
        (0xC000015B, LoginCause.ACCOUNT_RESTRICTED),  # STATUS_LOGON_TYPE_NOT_GRANTED
        (0xC0000193, LoginCause.ACCOUNT_EXPIRED),  # STATUS_ACCOUNT_EXPIRED
        (0xC0000224, LoginCause.PASSWORD_EXPIRED),  # STATUS_PASSWORD_MUST_CHANGE
        (0xC0000234, LoginCause.ACCOUNT_LOCKED),  # STATUS_ACCOUNT_LOCKED_OUT
    ],
)
def test_what_credssp_tells_has_its_own_cause(status, cause):
    assert cause_of(AuthenticationFailed("no", tried="CredSSP", nt_status=status)) is cause


@pytest.mark.parametrize("reason", KerberosFailureReason)
def test_every_reason_of_kerberos_has_a_row(reason):
    assert isinstance(cause_of(KerberosFailed(reason, "x")), LoginCause)


@pytest.mark.parametrize(
    ("offered", "tried", "cause", "pick"),
    [
        (("Negotiate",), "NTLM", LoginCause.LOGON_REFUSED, ""),
        (("negotiate", "Kerberos"), "Kerberos", LoginCause.LOGON_REFUSED, ""),
        (("Basic",), "Basic", LoginCause.LOGON_REFUSED, ""),
        ((), "NTLM", LoginCause.LOGON_REFUSED, ""),
        (("Kerberos",), "NTLM", LoginCause.SCHEME_NOT_OFFERED, "choose Kerberos."),
        (("Basic",), "NTLM", LoginCause.SCHEME_NOT_OFFERED, "choose Basic over HTTPS."),
        (("Negotiate", "Kerberos"), "Basic", LoginCause.SCHEME_NOT_OFFERED, "choose NTLM or Kerberos."),
        (("Digest",), "NTLM", LoginCause.NO_SCHEME, ""),
    ],
)
def test_what_a_host_offers_decides_what_to_pick(offered, tried, cause, pick):
    error = AuthenticationFailed("401", offered, tried=tried)
    assert cause_of(error) is cause
    assert pick in str(host_error(error, "SRV").next_step)


def test_every_text_can_be_filled_with_what_its_failures_know():
    fields = {"host", "tried", "offered", "pick", "said", "status", "why", "rejected_by", "spn"}
    causes = [*Cause, *LoginCause, *ReachCause]
    for cause in causes:
        for said in (cause.summary, cause.next_step):
            said.template.format(**dict.fromkeys(fields, "x"))
    assert len({str(cause.summary.template) for cause in causes}) == len(causes)


# --- secrets ---------------------------------------------------------------------------------------------------------

# What no message of ours holds by itself.
PASSWORDS = st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_characters=":"), max_size=20).map(
    lambda text: "Zq7" + text
)


def everything_said(error: BaseException) -> str:
    found = host_error(error, "SRV") if isinstance(error, WsmanError) else error
    said = [str(found), repr(found), getattr(found, "details", "")]
    while error is not None:
        said += [str(error), repr(error)]
        error = error.__cause__ or error.__context__
    return "\n".join(said)


def forms_of(password: str) -> set[str]:
    octets = password.encode()
    return {password, repr(password)[1:-1], quote(password), escape(password), base64.b64encode(octets).decode()} | {
        base64.b64encode(f"user:{password}".encode()).decode()
    }


def assert_silent(error: BaseException, password: str) -> None:
    said = everything_said(error)
    assert not [form for form in forms_of(password) if form in said]


def failure_at(url: str, scheme: str, password: str) -> WsmanError:
    host = connect(RemoteTarget(scheme, "user", password, url, connect_timeout=1, read_timeout=1))
    with closing(host), pytest.raises(WsmanError) as caught:
        host.put(uris.CONFIG_PLUGIN, {"Name": "x"}, f"<P RunAsPassword={quoteattr(password)}/>".encode())
    return caught.value


def echoes(raw: RawHost):
    """An HTTP layer that repeats what it was asked, credentials included, as error pages for developers do."""
    return lambda _body: http(raw.asked[-1].head + raw.asked[-1].body, "500 Oops", "Content-Type: text/plain")


@pytest.mark.parametrize("scheme", ["basic", "ntlm", "credssp"])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(password=PASSWORDS)
def test_no_password_in_what_is_said_of_a_refused_login(scheme, password):
    with RawHost(*[http(b"", "401 No", "WWW-Authenticate: Negotiate, Basic, CredSSP")] * 4) as raw:
        assert_silent(failure_at(raw.url, scheme, password), password)


@settings(max_examples=15, deadline=None)
@given(password=PASSWORDS)
def test_no_password_in_what_is_said_of_a_host_that_repeats_it(password):
    raw = RawHost()
    raw._steps += [echoes(raw)] * 2
    with raw:
        assert_silent(failure_at(raw.url, "basic", password), password)


@given(password=PASSWORDS)
@example(password="Zq7\\")  # a backslash before the closing quote
def test_no_password_in_what_is_said_of_a_host_that_names_it_as_what_it_is(password):
    """A service that quotes the attribute it refuses."""
    said = f"The value of RunAsPassword={quoteattr(password)} is not valid."
    assert_silent_in_details(WsmanFault(87, "w:InvalidParameter", said, said), password)
    header = f"Authorization: Basic {base64.b64encode(f'user:{password}'.encode()).decode()}"
    assert_silent_in_details(WsmanFault(87, "w:InvalidParameter", header, header), password)


def assert_silent_in_details(error: WsmanError, password: str) -> None:
    found = host_error(error, "SRV")
    said = f"{found} {found!r} {found.details} {fault_text(error) if isinstance(error, WsmanFault) else ''}"
    assert not [form for form in forms_of(password) if form in said]


@given(password=PASSWORDS)
def test_no_password_in_what_holds_one(password):
    target = RemoteTarget("ntlm", "user", password, "http://srv:5985/wsman")
    request = ConnectRequest.__dataclass_fields__["password"]
    assert password not in f"{target} {target!r} {connect(target)!r}"
    assert request.repr is False


# wsmerror.h: the quotas of one user, and those of the whole host.
OF_ONE_USER = (0x8033803F, 0x803381A5, 0x803381A6, 0x803381A7, 0x803381E8, 0x803381E9)
OF_THE_HOST = (0x803381A8, 0x803381AB, 0x803381E4, 0x803381E5, 0x803381E6, 0x803381E7)


def test_each_quota_is_told_by_its_number():
    causes = {code: cause_of(WsmanFault(code, "w:InternalError", "", "")) for code in (*OF_ONE_USER, *OF_THE_HOST)}
    assert causes == dict.fromkeys(OF_ONE_USER, Cause.QUOTA) | dict.fromkeys(OF_THE_HOST, Cause.QUOTA_OF_HOST)
