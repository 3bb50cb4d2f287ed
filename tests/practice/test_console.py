"""The console: every command, what it does to the host, and what it does to clients."""

from __future__ import annotations

import http.client
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from lxml import etree
from pypsrp.exceptions import AuthenticationError, WSManFaultError

from tests.practice.client import client, security
from tests.practice.host_process import PracticeProcess
from tests.practice.wire.test_http import GET, basic, connected, post

SDDL = "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)"


def ask(process: PracticeProcess) -> tuple[int, bytes]:
    with connected(process) as connection:
        response, body = post(connection, GET, basic(process))
        return response.status, body


def is_cut(process: PracticeProcess) -> bool:
    try:
        ask(process)
    except (http.client.RemoteDisconnected, ConnectionError):
        return True
    return False


def test_reading_and_changing_endpoints(page: PracticeProcess) -> None:
    assert "garble" in page.console("help")["commands"]
    assert len(page.console("endpoints")["endpoints"]) == 6
    assert page.console("set-sddl", "test", SDDL) == {"ok": True, "name": "Test", "enabled": True, "sddl": [SDDL]}
    assert page.console("set-enabled", "Test", "false")["enabled"] is False
    shown = page.console("show", "Test")
    assert etree.fromstring(shown["document"]).get("Enabled") == "false"
    assert page.console("remove", "Test") == {"ok": True}
    assert page.console("show", "Test")["ok"] is False
    with client(page) as wsman:
        assert len(wsman.enumerate()[0]) == 5


def test_names_with_spaces_quotes_and_markup() -> None:
    name = "Two words, \"quotes\", 'more' & <b>bold</b>"
    with PracticeProcess("hard-cases") as process:
        assert process.console("show", name)["name"] == name
        assert process.console("set-sddl", name, SDDL)["sddl"] == [SDDL]
        assert process.console("show", "Report\u202etxt.lacol")["name"] == "Report\u202etxt.lacol"
        assert process.console("set-sddl", "No.Security.Node", SDDL)["sddl"] == [SDDL]
        assert process.console("set-sddl", "Two.Nodes.That.Disagree", SDDL)["sddl"] == [SDDL, SDDL]
        with client(process) as wsman:
            document = wsman.plugin(name)
            security(document).set("Sddl", "O:NSG:BAD:P(A;;GA;;;BA)")
            assert wsman.put("config/plugin", document, Name=name).get("Name") == name


@pytest.mark.parametrize(
    "line",
    [
        "dance",
        "show",
        "show Nothing",
        "show Test twice",
        "set-sddl Test foo",
        "set-sddl Test D:P(A;;GA;;;BA)",
        "set-enabled Test perhaps",
        "drop many",
        "after 0 vanish",
        "after 1 dance",
        "after 1",
        "delay -1",
        "delay soon",
        "garble nicely",
        "runas-stale Test",
        "fault 0x5",
        "fault 99999999999",
        "fault 5 1001",
        "answer-status 200",
        "answer-status 600",
        "account Administrator asleep",
        "account Nobody locked",
        'show "open quote',
    ],
)
def test_a_wrong_command_gets_one_answer_and_changes_nothing(shared_page: PracticeProcess, line: str) -> None:
    before = shared_page.console("endpoints")
    answer = shared_page.console(line)
    assert answer["ok"] is False and answer["error"]
    assert shared_page.console("endpoints") == before


@pytest.fixture(scope="module")
def shared_page() -> Iterator[PracticeProcess]:
    with PracticeProcess("reference-page") as process:
        yield process


def test_requests_that_reach_the_host_are_counted(page: PracticeProcess) -> None:
    assert ask(page)[0] == 200
    page.console("drop 1")
    assert is_cut(page)
    page.console("drop-after 1")
    assert is_cut(page)
    counts = page.console("counts")
    assert counts["get"] == {"config/service": 2}  # the dropped one did not reach the host
    assert (counts["identify"], counts["enumerate"], counts["put"]) == (0, 0, {})
    page.console("reset-counts")
    assert page.console("counts")["get"] == {}


def test_drop_leaves_the_host_as_it_was_and_drop_after_does_not(page: PracticeProcess) -> None:
    for command, changed in (("drop 1", False), ("drop-after 1", True)):
        with client(page) as wsman:
            document = wsman.plugin("Test")
            security(document).set("Sddl", SDDL)
            page.console(command)
            with pytest.raises(Exception, match=r"aborted|reset"):
                wsman.put("config/plugin", document, Name="Test")
        assert (page.sddl("Test") == SDDL) is changed


def test_commands_run_when_enough_answers_have_left(page: PracticeProcess) -> None:
    page.console("after", "2", "set-sddl", "Test", SDDL)
    page.console("after 3 vanish")
    assert ask(page)[0] == 200
    assert page.sddl("Test") != SDDL
    assert ask(page)[0] == 200
    assert page.sddl("Test") == SDDL
    assert ask(page)[0] == 200  # the answer that makes the host vanish still arrives
    with pytest.raises(ConnectionRefusedError):
        ask(page)
    assert page.console("return")["ok"] and page.console("return")["ok"]
    assert ask(page)[0] == 200


def test_vanish_cuts_open_connections_on_both_ports(page: PracticeProcess) -> None:
    with connected(page) as connection:
        assert post(connection, GET, basic(page))[0].status == 200
        assert page.console("vanish")["ok"] and page.console("vanish")["ok"]
        with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
            post(connection, GET, basic(page))
    for url in (page.url, page.interactive_url):
        parts = urlsplit(url)
        with pytest.raises(ConnectionRefusedError):
            http.client.HTTPConnection(parts.hostname, parts.port, timeout=5).connect()


def test_an_answer_comes_no_sooner_than_its_delay(page: PracticeProcess) -> None:
    page.console("delay 0.3")
    start = time.monotonic()
    assert ask(page)[0] == 200
    assert time.monotonic() - start >= 0.3
    page.console("delay 3000")
    page.console("delay 0")
    assert ask(page)[0] == 200  # within the client's time limit


def test_garbled_answers_once_each_plain_and_sealed(page: PracticeProcess) -> None:
    def next_answer(kind: str) -> bytes:
        assert page.console("garble", kind)["ok"]
        return ask(page)[1]

    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(next_answer("not-xml"))
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(next_answer("truncated"))
    oversized = next_answer("oversized")
    assert len(oversized) > 8_000_000 and etree.fromstring(oversized) is not None
    assert b"<!ENTITY" in next_answer("entities")
    assert etree.fromstring(next_answer("wrong-relates-to")).findtext(".//{*}RelatesTo") != "uuid:7"
    assert next_answer("empty") == b""
    assert etree.fromstring(ask(page)[1]).findtext(".//{*}RelatesTo") == "uuid:7"

    with client(page) as wsman:
        page.console("garble not-xml")
        with pytest.raises(Exception, match=r"syntax error"):
            wsman.get("config/service")
        assert wsman.get("config/service") is not None  # the seal is still in step
        page.console("garble oversized")
        assert wsman.get("config/service") is not None


def test_the_root_sddl_is_shown_and_set(page: PracticeProcess) -> None:
    assert page.console("root-sddl")["root_sddl"].startswith("O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)")
    assert page.console("root-sddl", SDDL)["ok"]
    assert ask(page)[0] == 500
    assert page.console("root-sddl foo")["ok"] is False


def test_a_stale_run_as_password_fails_a_whole_put_only() -> None:
    uri = "http://schemas.microsoft.com/powershell/Ops.RunAs"
    with PracticeProcess("hard-cases") as process, client(process) as wsman:
        assert process.console("show Ops.RunAs")["run_as_password_stored"] is True
        document = wsman.plugin("Ops.RunAs")
        process.console("runas-stale Ops.RunAs")
        with pytest.raises(WSManFaultError) as error:
            wsman.put("config/plugin", document, Name="Ops.RunAs")
        assert error.value.code == 2150859203
        element = wsman.get("config/service/security", Uri=uri)
        element.set("Sddl", SDDL)
        assert security(wsman.put("config/service/security", element, Uri=uri)).get("Sddl") == SDDL
        process.console("runas-stale Ops.RunAs false")
        assert wsman.put("config/plugin", document, Name="Ops.RunAs") is not None


def test_requests_refused_with_a_fault(page: PracticeProcess) -> None:
    page.console("fault 2150858890 2")
    for _ in range(2):
        status, body = ask(page)
        assert status == 500
        assert b'Code="2150858890"' in body
        assert b"w:AccessDenied" in body
    assert ask(page)[0] == 200
    page.console("fault 4711")
    assert b'Code="4711"' in ask(page)[1]
    assert sum(page.console("counts")["get"].values()) == 4


def test_requests_answered_with_a_bare_status(page: PracticeProcess) -> None:
    page.console("answer-status 503")
    assert ask(page) == (503, b"")
    assert ask(page)[0] == 200
    assert sum(page.console("counts")["get"].values()) == 1


def test_a_closed_account_cannot_log_on(page: PracticeProcess) -> None:
    user = page.account()[0]
    for state in ("locked", "disabled", "expired", "password-expired", "restricted"):
        assert page.console("account", user, state) == {"ok": True}
        assert ask(page)[0] == 401
        with pytest.raises(AuthenticationError), client(page) as wsman:
            wsman.enumerate()
    page.console("account", user, "open")
    assert ask(page)[0] == 200
