"""A file of a host check opens in the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gatepost.backend.check.questions import Question
from gatepost.backend.check.results import CheckResult, HostCheck, as_json
from gatepost.models.roles import Tone
from gatepost.ui.dialogs.message import MessageDialog
from gatepost.ui.files.host_check_dialog import HostCheckDialog
from gatepost.ui.widgets.plain_widgets import SignLabel
from tests.ui.files.test_controllers import choose
from tests.ui.sign import shows_sign
from tests.ui.window_driver import WindowDriver


def check() -> HostCheck:
    results = (
        CheckResult.of(Question.ITEMS, "equal", 0.1),
        CheckResult.of(Question.PAGES, "9 answers for 9", 0.1),
        CheckResult.unanswered(Question.NOT_ADMINISTRATOR, "it needs another account"),
    )
    return HostCheck(
        "1.2.3", "10.0.20348", "Stack: 3.0", True, results, {"a listener": ("Listener", "  Port = 5985")}, "Left."
    )


def test_it_is_shown_with_every_answer(reference_driver: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / "check.json"
    path.write_text(as_json(check()), "utf-8")
    reference_driver.window.actions_.open_snapshot.trigger()
    choose(reference_driver, path)
    dialog = reference_driver.dialog(HostCheckDialog)
    assert dialog.counts_label.text() == "1 confirmed, 1 contradicted, 1 not answered"
    rows = dialog.table.as_text().splitlines()
    assert [row.rpartition("|")[2].strip() for row in rows] == ["Confirmed", "Contradicted", "Not answered"]
    assert "9 answers for 9" in rows[1]
    assert "Port = 5985" in dialog.shapes.toPlainText()
    assert dialog.left_label.text() == "Left."
    dialog.close_button.click()


def test_a_broken_one_is_said_to_be(reference_driver: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / "check.json"
    path.write_text(as_json(check()).replace('"answers"', '"questions"'), "utf-8")
    reference_driver.window.actions_.open_snapshot.trigger()
    choose(reference_driver, path)
    problem = reference_driver.dialog(MessageDialog)
    assert "isn't a host check" in problem.title_label.text()
    problem.reject()


@pytest.mark.parametrize(
    ("results", "sign"),
    [
        ((CheckResult.unanswered(Question.ITEMS, "no answer"),), ("help-circle-outline", Tone.MUTED)),
        ((), ("help-circle-outline", Tone.MUTED)),
        (
            (CheckResult.of(Question.ITEMS, "equal", 0.1), CheckResult.unanswered(Question.PAGES, "no answer")),
            ("check-circle-outline", Tone.ALLOW),
        ),
        (check().results, ("alert-outline", Tone.WARNING)),
    ],
)
def test_the_sign_is_a_tick_only_where_something_was_confirmed(
    qapp: QApplication, results: tuple[CheckResult, ...], sign: tuple[str, Tone]
) -> None:
    dialog = HostCheckDialog(Path("check.json"), replace(check(), results=results))
    (_,) = dialog.findChildren(SignLabel)
    assert shows_sign(dialog, *sign)
