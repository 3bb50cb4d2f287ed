"""Every exception of the wire becomes cause, effect and next step."""

from datetime import UTC, datetime

import pytest

from app.backend.failures import fault_text, host_error, may_have_run
from app.endpoints.plugin_document import DocumentError
from app.wsman.certificates import CertificateFacts
from app.wsman.errors import (
    AuthenticationFailed,
    AuthenticationUnavailable,
    CertificateProblem,
    CertificateRefused,
    ConnectionFailed,
    ConnectionProblem,
    EncryptionMissing,
    HttpError,
    KerberosFailed,
    KerberosProblem,
    ReplyError,
    ServiceNotRunning,
    WsmanError,
    WsmanFault,
)

FACTS = CertificateFacts(
    "CN=srv", "CN=ca", datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), "ab" * 32, ("srv",)
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
        (KerberosFailed(KerberosProblem.CLOCK_SKEW, "37"), "Kerberos did not log on to SRV: the clocks of", "clock"),
        (KerberosFailed(KerberosProblem.NO_TICKET, "x"), "Kerberos did not log on to SRV: there is no valid", "kinit"),
        (AuthenticationUnavailable("no package"), "This way to log on is not available here: no package", ""),
        (
            CertificateRefused(CertificateProblem.CHANGED_PIN, FACTS),
            "The certificate of SRV is not accepted.",
            "between",
        ),
        (ServiceNotRunning(), "WinRM does not run on this computer.", "Start"),
        (WsmanError("new kind"), "The request to SRV failed.", "Refresh"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_in_words_for_people(error, summary, next_step):
    found = host_error(error, "SRV")
    assert str(found.summary).startswith(summary)
    assert next_step in str(found.next_step)
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


def test_a_refused_certificate_shows_what_to_decide_on():
    details = host_error(CertificateRefused(CertificateProblem.UNTRUSTED, FACTS), "SRV").details
    for fact in ("CN=srv", "CN=ca", "2026-01-01", "2027-01-01", "ab" * 32):
        assert fact in details
