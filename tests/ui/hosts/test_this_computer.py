"""This computer, opened from the list of hosts: read and changed through the automation object, or why not."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from gatepost.backend.connect.windows import Declined
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind
from gatepost.models.host_list import HostState
from gatepost.session.host_session import HostSession
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.wsman.local import LocalTransport
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.transport import Transport
from tests.practice.host_process import PracticeProcess
from tests.ui.desk import Desk
from tests.ui.dialogs import wait_for
from tests.wsman.test_local import Automation, ComError, fault_xml

STOPPED = 2150858770
DENIED = 0x80070005


class Windows:
    """The edge to Windows: an automation object that has its answers from the practice host, and a user who is asked."""

    system_folder = r"C:\Windows\System32"
    account = "LAB\\admin"

    def __init__(self, practice: PracticeProcess) -> None:
        self.remote = connect(RemoteTarget("basic", *practice.account(), practice.url))
        self.code = 0
        self.elevated = False
        self.declines = False
        self.status: int | None = 0
        self.asked: list[tuple[str, ...]] = []
        self.before_asked: Callable[[], None] = lambda: None

    def connect(self) -> Transport:
        edge = self

        class Here(Automation):
            """Fails as Windows does for now."""

            def check(self) -> None:
                self.Error = fault_xml(5, "Access is denied.") if edge.code == DENIED else ""
                self.failure = ComError(edge.code) if edge.code else None
                super().check()

        return LocalTransport(lambda: Here(self.remote), "LAB\\admin", lambda: self.elevated)

    def run_as_administrator(self, program: str, arguments: list[str], seconds: float) -> int | None:
        self.before_asked()
        self.asked.append((program, *arguments))
        if self.declines:
            raise Declined("The operation was canceled by the user.")
        if "WinRM" in arguments and self.status == 0:
            self.code = 0
        return self.status


def choose(desk: Desk) -> HostSession:
    """Go to the list of hosts and choose the first by keyboard."""
    view = desk.window.host_view
    view.setFocus()
    desk.qtbot.keyClick(view, Qt.Key.Key_Home)
    session = desk.window.current
    assert session is not None
    assert session.kind is HostKind.THIS_COMPUTER
    return session


@pytest.fixture
def practice() -> Iterator[PracticeProcess]:
    with PracticeProcess("reference-page") as process:
        yield process


@pytest.fixture
def windows(practice: PracticeProcess) -> Iterator[Windows]:
    edge = Windows(practice)
    yield edge
    edge.remote.close()


@pytest.fixture
def desk(open_desk, windows: Windows) -> Desk:
    return open_desk(computer=windows)


def test_nothing_is_read_before_it_is_chosen(desk: Desk) -> None:
    assert desk.row().name == "This computer"
    assert desk.row().state is HostState.WAITING
    session = desk.settled(choose(desk))
    assert session.snapshot is not None
    assert len(session.snapshot.configurations) == 6
    assert "LAB\\admin, Windows, encrypted" in desk.window.status.connection.text()
    assert desk.row().state is HostState.READY


def test_an_endpoint_is_changed_through_the_automation_object(desk: Desk, practice: PracticeProcess) -> None:
    session = desk.settled(choose(desk))
    desk.window.actions_.disable.trigger()
    wait_for(desk.qtbot, ConfirmDialog).confirm_button.click()
    desk.report().close()
    desk.settled(session)
    assert "(D;;GA;;;NU)" in practice.sddl("microsoft.powershell")
    (entry, *_) = desk.application.journal.entries()
    assert entry.account == "LAB\\admin"


def test_a_service_that_does_not_run_is_started_from_there(desk: Desk, windows: Windows) -> None:
    windows.code = STOPPED
    session = desk.settled(choose(desk))
    assert "WinRM isn't running" in desk.message() or "WinRM is not running" in desk.message()
    assert desk.row().state is HostState.FAILED
    offer = desk.window.stack.message.offer
    assert offer.text() == "&Start WinRM"
    desk.qtbot.waitUntil(lambda: offer.hasFocus() or desk.window.host_view.hasFocus())
    offer.click()
    desk.qtbot.waitUntil(lambda: session.snapshot is not None, timeout=10_000)
    assert windows.asked == [(r"C:\Windows\System32\net.exe", "start", "WinRM")]
    (entry,) = desk.application.journal.entries()
    assert (entry.subject, entry.before, entry.after) == ("WinRM", "Stopped", "Running")
    assert (entry.account, entry.outcome) == ("LAB\\admin", Outcome.CHANGED)
    assert desk.row().state is HostState.READY


@pytest.mark.parametrize(
    ("declines", "status", "words", "outcome"),
    [
        (True, 0, "weren't granted", Outcome.UNCHANGED),
        (False, 1058, "Can't start WinRM", Outcome.REFUSED),
        (False, 2, "services.msc", Outcome.REFUSED),
        (False, None, "services.msc", Outcome.UNKNOWN),
    ],
)
def test_a_service_that_does_not_start(
    desk: Desk, windows: Windows, declines: bool, status: int | None, words: str, outcome: Outcome
) -> None:
    windows.code, windows.declines, windows.status = STOPPED, declines, status
    desk.settled(choose(desk))
    desk.window.stack.message.offer.click()
    desk.qtbot.waitUntil(lambda: words in desk.message(), timeout=5000)
    assert not desk.window.stack.message.offer.isVisible()
    (entry,) = desk.application.journal.entries()
    assert entry.outcome is outcome
    windows.code = 0
    desk.window.actions_.refresh.trigger()
    desk.qtbot.waitUntil(lambda: desk.row().state is HostState.READY, timeout=10_000)


def test_the_start_is_in_the_journal_before_windows_asks(desk: Desk, windows: Windows) -> None:
    journal, noted = desk.application.journal, list[JournalEntry]()
    windows.code, windows.before_asked = STOPPED, lambda: noted.extend(journal.entries())
    session = desk.settled(choose(desk))
    desk.window.stack.message.offer.click()
    desk.qtbot.waitUntil(lambda: session.snapshot is not None, timeout=10_000)
    (entry,) = noted
    assert entry.kind is SubjectKind.SERVICE_STATE
    assert entry.started_at
    assert entry.outcome is None


def test_in_a_read_only_window_nothing_is_started(open_desk, windows: Windows) -> None:
    windows.code = STOPPED
    desk = open_desk(computer=windows, read_only=True)
    desk.settled(choose(desk))
    assert not desk.window.stack.message.offer.isVisible()


def test_a_journal_that_cannot_be_written_keeps_the_service_stopped(desk: Desk, windows: Windows) -> None:
    windows.code = STOPPED
    desk.settled(choose(desk))
    desk.folders.journal.write_bytes(b"no database" * 100)
    desk.window.stack.message.offer.click()
    desk.qtbot.waitUntil(lambda: "history" in desk.message().lower(), timeout=5000)
    assert windows.asked == []


def test_without_elevation_a_restart_as_administrator_is_offered(desk: Desk, windows: Windows) -> None:
    windows.code = DENIED
    desk.settled(choose(desk))
    assert desk.row().state is HostState.FAILED
    offer = desk.window.stack.message.offer
    assert offer.text() == "&Restart as administrator"
    offer.click()
    desk.qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=5000)
    ((program, *arguments),) = windows.asked
    assert program == sys.executable
    assert arguments[:2] == ["-m", "gatepost"]


def test_with_elevation_nothing_is_offered(desk: Desk, windows: Windows) -> None:
    windows.code, windows.elevated = DENIED, True
    desk.settled(choose(desk))
    assert not desk.window.stack.message.offer.isVisible()


def test_a_restart_that_is_declined_leaves_the_window_open(desk: Desk, windows: Windows) -> None:
    windows.code, windows.declines = DENIED, True
    desk.settled(choose(desk))
    desk.window.stack.message.offer.click()
    desk.qtbot.waitUntil(lambda: "select Yes when Windows asks" in desk.message(), timeout=5000)
    assert desk.window.isVisible()


def test_disconnecting_leaves_the_entry_unread(desk: Desk) -> None:
    session = desk.settled(choose(desk))
    desk.window.actions_.disconnect.trigger()
    assert desk.row().state is HostState.WAITING
    assert desk.window.current is None
    again = desk.settled(choose(desk))
    assert again is not session
    assert again.snapshot is not None


def test_other_systems_explain_themselves(open_desk) -> None:
    desk = open_desk()
    session = choose(desk)
    assert "doesn't run Windows" in desk.message()
    assert "Connect to a host" in desk.message()
    assert session.state.is_at_rest
    assert desk.row().state is HostState.WAITING
    assert not desk.window.actions_.refresh.isEnabled()
    assert not desk.window.actions_.disconnect.isEnabled()
    assert "doesn't run Windows" in desk.window.open_hosts.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
