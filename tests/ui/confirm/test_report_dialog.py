"""What came of an order, and why one failed, told endpoint by endpoint."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from gatepost.endpoints.text import english
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome, WriteOutcome
from gatepost.ui.confirm.report_dialog import ReportDialog, summary
from tests.models.documents import snapshot

HOST = snapshot().host


def report(*outcomes: Outcome) -> ApplyReport:
    rows = tuple(WriteOutcome(f"endpoint {i}", o, english("It is {o}.", o=o.name)) for i, o in enumerate(outcomes))
    return ApplyReport(HOST, english("Disable remoting"), rows)


@pytest.fixture
def show(qtbot) -> Iterator[Callable[[QDialog], QDialog]]:
    made: list[QDialog] = []

    def shown(dialog: QDialog) -> QDialog:
        made.append(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    yield shown
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ([Outcome.CHANGED] * 5 + [Outcome.CONFLICT], "5 changed, 1 conflict"),
        ([Outcome.REFUSED, Outcome.UNKNOWN, Outcome.UNCHANGED], "1 not known, 1 refused, 1 unchanged"),
        ([], "No changes were made."),
    ],
)
def test_the_summary_counts(outcomes: list[Outcome], said: str) -> None:
    assert summary(report(*outcomes)) == said


def test_what_needs_attention_stands_first_and_every_outcome_has_icon_word_and_color(show) -> None:
    dialog = show(ReportDialog(report(*Outcome)))
    words = [dialog.table.rows.text(row, 0) for row in range(6)]
    assert words == ["not known", "partly changed", "conflict", "refused", "changed", "unchanged"]
    looks = [dialog.table.rows.row(row)[0][0] for row in range(6)]
    assert len({look.icon for look in looks}) == 6
    assert [look.tone for look in looks] == ["warning", "warning", "warning", "deny", "allow", "muted"]


def test_it_is_copied_as_text(show) -> None:
    dialog = show(ReportDialog(report(Outcome.CHANGED, Outcome.CONFLICT)))
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text().splitlines() == [
        r"Disable remoting on SRV01, as SRV01\admin: 1 changed, 1 conflict",
        "conflict\tendpoint 1\tIt is CONFLICT.",
        "changed\tendpoint 0\tIt is CHANGED.",
    ]


def test_sixty_endpoints_fit_a_small_screen(show, small_screen) -> None:
    dialog = show(ReportDialog(report(*[Outcome.CHANGED] * 60)))
    assert dialog.table.rows.rowCount() == 60
    assert dialog.height() == 680


def test_enter_and_escape_close_it(show, qtbot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = show(ReportDialog(report(Outcome.CHANGED)))
        qtbot.keyClick(dialog, key)
        assert not dialog.isVisible()
