"""Every exception of the wire becomes cause, effect and next step."""

import pytest

from app.backend.failures import fault_text, host_error, may_have_run
from app.endpoints.errors import ChangedOnHost
from app.endpoints.plugin_document import DocumentError
from app.wsman.errors import (
    AuthenticationFailed,
    ConnectionFailed,
    ConnectionProblem,
    EncryptionMissing,
    HttpError,
    ReplyError,
    WsmanError,
    WsmanFault,
)

DENIED = WsmanFault(5, "w:AccessDenied", "Access is denied.", "")
OTHER_FAULT = WsmanFault(87, "w:InvalidParameter", "outer", "The parameter is incorrect. ")
TIMED_OUT = WsmanFault(2150858793, "w:TimedOut", "The operation timed out.", "")


@pytest.mark.parametrize(
    ("error", "summary", "next_step"),
    [
        (AuthenticationFailed("401", ("Negotiate",)), "SRV did not accept the user name and password.", "locked"),
        (DENIED, "Access to SRV is denied.", "Administrators"),
        (OTHER_FAULT, "SRV refused the request: The parameter is incorrect.", ""),
        (WsmanFault(2150859232, "", "", "no"), "SRV refused the request: no", "DisableRunAs"),
        (WsmanFault(2150858890, "", "", "no"), "SRV refused the request: no", "Group Policy"),
        (EncryptionMissing("clear"), "SRV offered no encryption, so nothing was sent.", ""),
        (ConnectionFailed(ConnectionProblem.REFUSED, sent=False), "SRV does not answer.", "WinRM runs"),
        (ConnectionFailed(ConnectionProblem.TIMED_OUT, sent=False), "SRV does not answer.", "reachable"),
        (ConnectionFailed(ConnectionProblem.NAME_NOT_FOUND, sent=False), "The name SRV is not known.", "spelled"),
        (ConnectionFailed(ConnectionProblem.TLS, sent=False), "No secure connection to SRV could be made.", "expired"),
        (ReplyError("not XML"), "The answer from SRV cannot be understood.", "Refresh"),
        (DocumentError("no name"), "The answer from SRV cannot be understood.", "Refresh"),
        (HttpError(503), "SRV answered with HTTP 503.", "Refresh"),
        (WsmanError("new kind"), "The request to SRV failed.", "Refresh"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_in_words_for_people(error, summary, next_step):
    found = host_error(error, "SRV")
    assert str(found.summary) == summary
    assert next_step in str(found.next_step)
    assert found.changed is ChangedOnHost.NOTHING
    assert type(error).__name__ in found.details
    assert "Traceback" not in found.details


def test_an_answer_in_clear_is_not_called_nothing_sent():
    found = host_error(EncryptionMissing("answered in clear", sent=True), "SRV")
    assert "nothing was sent" not in str(found.summary)


@pytest.mark.parametrize(
    ("error", "may"),
    [
        (DENIED, False),
        (OTHER_FAULT, False),
        (TIMED_OUT, True),
        (AuthenticationFailed("401"), False),
        (EncryptionMissing("clear"), False),
        (EncryptionMissing("answered in clear", sent=True), True),
        (ConnectionFailed(ConnectionProblem.REFUSED, sent=False), False),
        (ConnectionFailed(ConnectionProblem.DROPPED, sent=None), True),
        (ConnectionFailed(ConnectionProblem.TIMED_OUT, sent=True), True),
        (ReplyError("x"), True),
        (HttpError(500), True),
        (HttpError(400, sent=False), False),
        (DocumentError("an answer that is no document"), True),
    ],
)
def test_whether_a_write_may_have_been_carried_out(error, may):
    assert may_have_run(error) is may
    assert host_error(error, "SRV", writing=True).changed is (ChangedOnHost.UNKNOWN if may else ChangedOnHost.NOTHING)
    assert host_error(error, "SRV").changed is ChangedOnHost.NOTHING


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OTHER_FAULT, "The host refused: The parameter is incorrect. (code 87)"),
        (WsmanFault(None, "s:MustUnderstand", "", ""), "The host refused: no reason given (code none)"),
        (WsmanFault(9, "", "only {reason}", ""), "The host refused: only {reason} (code 9)"),
    ],
)
def test_the_hosts_own_words(fault, said):
    assert str(fault_text(fault)) == said


def test_a_known_code_brings_its_next_step():
    assert "RunAsCredential" in str(fault_text(WsmanFault(2150859203, "", "", "bad")))
