"""What a host check found: each question with what Gatepost assumes and what the host did."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from gatepost.backend.check.results import CheckAnswer, CheckResult, HostCheck
from gatepost.endpoints.text import WINDOW
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown, visible
from gatepost.ui.dialogs.fitted import FittedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.widgets.lines import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import SignLabel, code_view, plain_label, push_button, set_text_or_hide

_LOOKS = {
    CheckAnswer.CONFIRMED: (WINDOW.tr("Confirmed"), Tone.ALLOW, "check-circle-outline"),
    CheckAnswer.CONTRADICTED: (WINDOW.tr("Contradicted"), Tone.WARNING, "alert-outline"),
    CheckAnswer.NOT_ANSWERED: (WINDOW.tr("Not answered"), Tone.MUTED, "help-circle-outline"),
}


class HostCheckDialog(FittedDialog):
    """Shows one file. Use ``open()``."""

    def __init__(self, path: Path, check: HostCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Host check"))
        question, answer = (self.tr("Question"), 240), (self.tr("Answer"), 150)
        between = (self.tr("Assumed"), 170), (self.tr("Observed"), 230)
        self.table = LinesTable(
            self.tr("Questions and answers"), (self.tr("#"), 48), question, *between, answer, stretched=1
        )
        self.table.set_rows(map(_row, check.results))
        self.shapes = code_view(self.tr("Structure of the host's responses"))
        self.shapes.setPlainText("\n\n".join("\n".join([name, *lines]) for name, lines in check.shapes.items()))
        self.close_button = push_button(self.tr("&Close"), self.accept, is_default=True)
        counts = self.tr("{confirmed} confirmed, {contradicted} contradicted, {open} not answered").format(
            confirmed=check.count(CheckAnswer.CONFIRMED),
            contradicted=check.count(CheckAnswer.CONTRADICTED),
            open=check.count(CheckAnswer.NOT_ANSWERED),
        )
        self.counts_label = plain_label(counts, "dialogTitle")
        windows = self.tr("Windows {version}, checked with Gatepost {gatepost}: {file}").format(
            version=check.windows, gatepost=check.gatepost, file=path.name
        )
        self.left_label = plain_label(name="warning")
        set_text_or_hide(self.left_label, visible(check.left))
        _, tone, sign = _LOOKS[_overall(check)]
        top = dialog_header(SignLabel(sign, tone), self.counts_label, plain_label(one_line(windows), "muted"))
        dialog_layout(self, top, self.left_label, self.table, self.shapes, dialog_buttons([], [self.close_button]))
        self.resize(920, 640)


def _row(result: CheckResult) -> tuple[Cell, ...]:
    answer_text, tone, sign = _LOOKS[result.answer]
    texts = (str(result.number), result.question, result.assumed, result.observed)
    return (*((Line(visible(text)),) for text in texts), (Line(shown(answer_text), tone, sign),))


def _overall(check: HostCheck) -> CheckAnswer:
    """The answer that the whole file stands for: a contradiction outweighs all, and no answers confirm nothing."""
    for answer in (CheckAnswer.CONTRADICTED, CheckAnswer.CONFIRMED):
        if check.count(answer):
            return answer
    return CheckAnswer.NOT_ANSWERED
