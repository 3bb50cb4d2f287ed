"""The one list of every page, tab and dialog of the window: for pictures, and for what has to be true of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gatepost.backend.check.results import CheckAnswer, CheckResult, HostCheck
from gatepost.backend.failures.explained import CertificateQuestion
from gatepost.endpoints.changes.reorder import EntryMove
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host.setting_fixes import stop_service
from gatepost.endpoints.host.settings import WinrmService
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.differences import ENDPOINT, NumberedAce, Part, ThreeWayRow
from gatepost.endpoints.writes.journal_entry import ApplyReport, JournalEntry, Outcome, SubjectKind, WriteOutcome
from gatepost.models.three_way_table import Choice, ThreeWayTableModel
from gatepost.security import NO_ACCOUNTS, dacl_entries
from gatepost.security.edit.entries import ListKind
from gatepost.session.host_session import HostSession
from gatepost.ui.confirm.report_dialog import ReportDialog
from gatepost.ui.connect.certificate_dialog import CertificateAlarm, CertificateDialog
from gatepost.ui.dialogs.message import notice, problem, question
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.dialogs.waiting import WaitDialog
from gatepost.ui.editor.entry_dialog import EntryDialog
from gatepost.ui.editor.pending_changes_controller import DiscardDialog
from gatepost.ui.editor.principal_field import PrincipalDialog
from gatepost.ui.editor.reorder_dialog import ReorderDialog
from gatepost.ui.files.host_check_dialog import HostCheckDialog
from gatepost.ui.history.three_way_dialog import ThreeWayDialog
from gatepost.ui.history.unsettled_dialogs import InterruptedDialog, MarkAsCheckedDialog
from gatepost.ui.main_window.window import MainWindow
from gatepost.ui.settings.crash_dialog import CrashDialog
from gatepost.wsman.certificates import CertificateFacts
from gatepost.wsman.errors import CertificateProblem, CertificateRefused
from tests.many_hosts_views import LONG, MANY_HOSTS

ACE = dacl_entries("D:P(A;;GXGR;;;BA)")[0]


class Scene(Protocol):
    """A window that shows a host which has been read."""

    window: MainWindow
    session: HostSession


@dataclass(frozen=True, slots=True)
class View:
    """``open`` brings it to the front; ``is_dialog``: in a window of its own."""

    name: str
    open: Callable[[Scene], object]
    is_dialog: bool


def every_view(scene: Scene) -> Iterator[View]:
    """Return all pages, then all tabs of an endpoint, then all dialogs."""
    pages, tabs = scene.window.pages, scene.window.details.tabs
    for number in range(pages.count()):
        yield View(f"page-{number + 1}-{_file_name(pages.tabText(number))}", _page(number), is_dialog=False)
    for number in range(tabs.count()):
        yield View(f"tab-{number + 1}-{_file_name(tabs.tabText(number))}", _tab(number), is_dialog=False)
    for name, opened in DIALOGS.items():
        yield View(f"dialog-{name}", opened, is_dialog=True)


def opened_since(before: set[QWidget]) -> list[QWidget]:
    """Return the dialogs and windows that have come since, without one that waits for another to be worked out."""
    tops = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QWidget)]  # PySide mixes some up
    fresh = [widget for widget in tops if widget not in before and widget.isVisible()]
    return [
        widget
        for widget in fresh
        if not isinstance(widget, WaitDialog) and (isinstance(widget, QDialog) or widget.windowTitle())
    ]


def _file_name(title: str) -> str:
    return title.lower().replace(" ", "-").replace("&", "")


def _page(number: int) -> Callable[[Scene], None]:
    return lambda scene: scene.window.pages.setCurrentIndex(number)


def _tab(number: int) -> Callable[[Scene], None]:
    def show(scene: Scene) -> None:
        scene.window.pages.setCurrentIndex(0)
        scene.window.details.tabs.setCurrentIndex(number)

    return show


def _action(name: str) -> Callable[[Scene], None]:
    return lambda scene: getattr(scene.window.actions_, name).trigger()


def _dialog(make: Callable[[Scene], QDialog]) -> Callable[[Scene], None]:
    return lambda scene: open_dialog(make(scene))


def _mode(scene: Scene) -> None:
    assert scene.session.snapshot is not None
    names = tuple(each.name for each in scene.session.snapshot.configurations)
    scene.window.changes.set_mode(names[:1], AccessMode.DISABLED)


def _stop(scene: Scene) -> None:
    assert scene.session.snapshot is not None
    service = WinrmService("Running", "Auto")
    scene.window.changes.change_settings(scene.session, stop_service(service))


def _report(scene: Scene) -> QDialog:
    assert scene.session.snapshot is not None
    said = {
        Outcome.CONFLICT: "Changed on the host since it was last read. Not applied. Refresh and try again.",
        Outcome.CHANGED: "Applied and verified.",
        Outcome.REFUSED: "Access is denied.",
    }
    outcomes = tuple(WriteOutcome(f"{LONG}.{n}", kind, english(words)) for n, (kind, words) in enumerate(said.items()))
    report = ApplyReport(scene.session.snapshot.host, english("Disable remoting"), outcomes)
    return ReportDialog(report, scene.window)


def _entry(kind: ListKind) -> Callable[[Scene], QDialog]:
    return lambda scene: EntryDialog(scene.session, kind, ("one", "another"), None, 0, scene.window)


def _journal_entry() -> JournalEntry:
    return JournalEntry(
        id=1, batch="b", started_at="2026-11-28T17:42:46+00:00", app_version="1", host="practice:test",
        host_name="SERVER01", account=r"SERVER01\Administrator", subject=LONG, kind=SubjectKind.ENDPOINT,
        verb="Disable remoting", reason="", before="", after="", outcome=None, message="", finished_at="",
        settled_at="",
    )  # fmt: skip


def _certificate(scene: Scene, kind: CertificateProblem) -> QDialog:
    facts = CertificateFacts(
        "CN=server01.northwind.example", "CN=Northwind Issuing CA 1", datetime(2026, 1, 1, tzinfo=UTC),
        datetime(2027, 1, 1, tzinfo=UTC), "ab" * 32, ("server01.northwind.example", "10.0.0.1"),
    )  # fmt: skip
    refused = CertificateRefused(kind, facts, "cd" * 32 if kind is CertificateProblem.CHANGED_PIN else "")
    asked = CertificateQuestion(
        refused, english("server01 uses a certificate that this computer doesn't trust. No credentials were sent."),
        english("Compare the fingerprint with the one on the host."),
        "details", english(""),
    )  # fmt: skip
    dialog_type = CertificateAlarm if asked.changed else CertificateDialog
    return dialog_type("server01.northwind.example", asked, scene.window)


def _three_way(scene: Scene) -> QDialog:
    row = ThreeWayRow(Part.ENTRY, ENDPOINT, NumberedAce(ACE), None, None)
    other = replace(row, base=NumberedAce(ACE))
    model = ThreeWayTableModel((Choice(LONG, row), Choice(LONG, other)), NO_ACCOUNTS)
    return ThreeWayDialog('Revert "Disable remoting" on SERVER01', model, scene.window)


def _host_check(scene: Scene) -> QDialog:
    results = tuple(
        CheckResult(n, "Does a Put of one resource restart WinRM?", "no", "no", answer, 1.0)
        for n, answer in enumerate(CheckAnswer, 1)
    )
    check = HostCheck("1.0", "10.0.20348", "3.0", True, results, {"Plugin": ("<a/>",) * 5}, "One listener is left.")
    return HostCheckDialog(Path("check.json"), check, scene.window)


_FAILURE = HostError(english("Can't write to disk."), english("Free some space and try again."), "Code: 28")
# Dialogs by the name of their picture.
DIALOGS: dict[str, Callable[[Scene], object]] = {
    "confirm-disable": _action("disable"),
    "confirm-enable": _action("enable"),
    "confirm-mode": _mode,
    "confirm-setting": _stop,
    **{name: _dialog(make) for name, make in MANY_HOSTS.items()},
    "report": _dialog(_report),
    "connect": _action("connect"),
    "host-list": lambda scene: scene.window.host_lists.open_text("server01\nserver02.northwind.example\n10.0.0.1\n"),
    "certificate": _dialog(lambda scene: _certificate(scene, CertificateProblem.UNTRUSTED)),
    "certificate-changed": _dialog(lambda scene: _certificate(scene, CertificateProblem.CHANGED_PIN)),
    "grant": _action("grant"),
    "entry": _dialog(_entry(ListKind.DACL)),
    "audit-entry": _dialog(_entry(ListKind.SACL)),
    "principal": _dialog(
        lambda scene: PrincipalDialog(scene.session, "Owner of a test", "Select an owner of a test", None, scene.window)
    ),
    "reorder": _dialog(
        lambda scene: ReorderDialog(
            LONG, (EntryMove(ACE, 2, 0, english("A Deny goes first.")),), NO_ACCOUNTS, scene.window
        )
    ),
    "discard": _dialog(lambda scene: DiscardDialog((scene.session,), scene.window)),
    "explain": _action("explain"),
    "compare": _action("compare"),
    "host-check": _dialog(_host_check),
    "find": _action("find_everywhere"),
    "settings": _action("settings"),
    "help": _action("help"),
    "shortcuts": _action("shortcuts"),
    "about": _action("about"),
    "crash": _dialog(lambda scene: CrashDialog("Traceback\n" * 30, scene.window)),
    "history": _action("history"),
    "interrupted": _dialog(lambda scene: InterruptedDialog(((_journal_entry(),),), scene.window)),
    "checked": _dialog(lambda scene: MarkAsCheckedDialog(_journal_entry(), scene.window)),
    "three-way": _dialog(_three_way),
    "question": _dialog(
        lambda scene: question("Forget SERVER01?", "Its password is forgotten.", "&Forget it", scene.window)
    ),
    "notice": _dialog(lambda scene: notice("History is damaged", "Open it.", "&Open it...", scene.window)),
    "problem": _dialog(lambda scene: problem(_FAILURE, scene.window)),
}
