"""The pages of a confirmation's details: the change as a script, and the descriptors as text."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gatepost.backend.files.atomic_write import save_file
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SecurityNode
from gatepost.endpoints.export import CODE_FORMS, CodeForm, file_content
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.differences import paired_nodes
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown, visible
from gatepost.ui.dialogs.files import FileSaver, FileToSave
from gatepost.ui.widgets.boxes import STRETCH, Grow, hbox, vbox
from gatepost.ui.widgets.fields import ChoiceBox
from gatepost.ui.widgets.lines import Line
from gatepost.ui.widgets.plain_widgets import IconButton, code_view, copy_button
from gatepost.ui.widgets.theme import colors

_SIDE = 230  # pixels
MAX_SHOWN = 4000  # characters of one descriptor; a longer one is not for reading
_TOKENS = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|[^()]+|[()]")


class DetailsPage(QWidget):
    """Text about a planned change. It is filled when it comes to sight: with many endpoints that takes its time."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.view = code_view(name)
        self.copy_button = copy_button(self.tr("Cop&y"), self.view.toPlainText)

    def _lay_out(self, *buttons: QWidget) -> None:
        hbox(Grow(self.view), vbox(*buttons, STRETCH), on=self)

    def show_change(self, change_set: ChangeSet) -> None:
        """Show another change."""
        raise NotImplementedError

    def as_text(self) -> str:
        """Return what the page says."""
        return self.view.toPlainText()


class CodePage(DetailsPage):
    """The change as code. Forms that have nothing to say of a change are not offered for it."""

    def __init__(self, files: FileSaver) -> None:
        super().__init__(shown(WINDOW.tr("The change as a script")))
        self._files = files
        self.form_box = ChoiceBox(self.tr("Script format"))
        self.form_box.setFixedWidth(_SIDE)
        self.save_button = IconButton("content-save-outline", self.tr("Sa&ve..."), self._on_save_clicked)
        self._change_set: ChangeSet | None = None
        self.form_box.currentIndexChanged.connect(self._show)
        self._lay_out(self.form_box, self.copy_button, self.save_button)

    @override
    def show_change(self, change_set: ChangeSet) -> None:
        """Show another change in the form that was chosen last."""
        self._change_set = change_set
        chosen = self.form_box.currentText()
        with QSignalBlocker(self.form_box):
            self.form_box.clear()
            for form in CODE_FORMS:
                if form.applies(change_set):
                    self.form_box.addItem(shown(form.title), form)
            self.form_box.setCurrentIndex(max(0, self.form_box.findText(chosen)))
        self._show()

    def _show(self) -> None:
        form = self.form_box.currentData()
        if isinstance(form, CodeForm) and self._change_set is not None:
            self.view.setPlainText(visible(form.make(self._change_set)))

    def _on_save_clicked(self) -> None:
        form = self.form_box.currentData()
        if isinstance(form, CodeForm) and self._change_set is not None:
            kinds = {shown(form.title): form.suffix.lstrip(".")}
            content = file_content(form, self._change_set)
            write = partial(save_file, content=content, private=False)
            self._files.ask(FileToSave(self.tr("Save script"), f"gatepost{form.suffix}", kinds, write), self)


class SddlPage(DetailsPage):
    """The descriptors before and after, as text to read and to copy."""

    def __init__(self) -> None:
        super().__init__(shown(WINDOW.tr("SDDL before and after")))
        self._pieces: list[Line] = []
        self._lay_out(self.copy_button)

    @override
    def show_change(self, change_set: ChangeSet) -> None:
        self._pieces = sddl_pieces(change_set) or [Line(self.tr("No descriptor changes."), Tone.MUTED)]
        self._write()

    def _write(self) -> None:
        self.view.clear()
        cursor = self.view.textCursor()
        cursor.beginEditBlock()
        for piece in self._pieces:
            look = QTextCharFormat()
            look.setForeground(QColor(getattr(colors(), piece.tone)))
            look.setFontWeight(QFont.Weight.Bold if piece.bold else QFont.Weight.Normal)
            cursor.insertText(piece.text, look)
        cursor.endEditBlock()
        self.view.moveCursor(QTextCursor.MoveOperation.Start)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "view"):
            self._write()


def sddl_pieces(change_set: ChangeSet) -> list[Line]:
    """Return the descriptors before and after; what came and what went stands out by color and weight."""
    pieces: list[Line] = []
    for change in change_set.effective:
        pieces.append(Line(f"{one_line(change.name)}\n", bold=True))
        before_state, after_state = EndpointState.of(change.before), EndpointState.of(change.after)
        for _, before, after in paired_nodes(before_state, after_state):
            pieces += _compared(before, after)
        pieces.append(Line("\n"))
    return pieces[:-1]


def _compared(before: SecurityNode | None, after: SecurityNode | None) -> list[Line]:
    if before is not None and after is not None and before.sddl == after.sddl:
        same = shown(WINDOW.tr("unchanged  {sddl}", sddl=_bounded(after.sddl)), visible)
        return [Line(f"{same}\n", Tone.MUTED)]
    none = [Line(shown(WINDOW.tr("inherited from RootSDDL")))]
    old = _TOKENS.findall(_bounded(before.sddl)) if before else []
    new = _TOKENS.findall(_bounded(after.sddl)) if after else []
    went, came = _marked(old, new)
    return [
        Line(shown(WINDOW.tr("before  ")), Tone.MUTED),
        *(went or none),
        Line("\n" + shown(WINDOW.tr("after   ")), Tone.MUTED),
        *(came or none),
        Line("\n"),
    ]


def _marked(old: list[str], new: list[str]) -> tuple[list[Line], list[Line]]:
    """Return the parts of both, marked where the other has none in the same order; nothing is where there was none."""
    blocks = SequenceMatcher(None, old, new).get_matching_blocks()
    in_old = {block.a + offset for block in blocks for offset in range(block.size)}
    in_new = {block.b + offset for block in blocks for offset in range(block.size)}
    went = [Line(t) if at in in_old else Line(t, Tone.DENY, bold=True) for at, t in enumerate(old)]
    came = [Line(t) if at in in_new or not old else Line(t, Tone.ACCENT, bold=True) for at, t in enumerate(new)]
    return went, came


def _bounded(sddl: str) -> str:
    if len(sddl) <= MAX_SHOWN:
        return visible(sddl)
    more = WINDOW.tr("%n more character", "%n more characters", len(sddl) - MAX_SHOWN)
    return f"{visible(sddl[:MAX_SHOWN])} … ({shown(more)})"
