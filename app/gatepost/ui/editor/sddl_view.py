"""SDDL and what it says, side by side: the text on the left, WinRM's words on the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.changes.pasted_sddl import MAX_LENGTH, without_console_layout
from gatepost.endpoints.configuration.plugin_document import check_storable
from gatepost.endpoints.entry_text import descriptor_text
from gatepost.endpoints.text import Text
from gatepost.jobs.runner import JobRunner
from gatepost.models.endpoints.pending_changes import CHECKING, NOT_CHECKED, NOT_VALID
from gatepost.models.window_text import shown
from gatepost.security import NO_ACCOUNTS, Accounts, SddlError, SecurityDescriptor, cached_descriptor
from gatepost.session.evaluator import CRASHED, Evaluator
from gatepost.ui.editor.validated_text import ValidatedTextEdit
from gatepost.ui.widgets.boxes import vbox
from gatepost.ui.widgets.plain_widgets import code_view
from gatepost.ui.widgets.splitter import GripSplitter

_LONG = 8_000  # characters, which take 5 to 10 ms to explain


class SddlView(QWidget):
    """``edited`` comes with every key, readable or not, and again when long text has been checked.

    ``may_be_empty``: nothing is to be stored, so that an empty field is no error.
    """

    edited = Signal(str)

    def __init__(self, label: str, runner: JobRunner, *, may_be_empty: bool = False) -> None:
        super().__init__()
        self._accounts = NO_ACCOUNTS
        self._evaluator = Evaluator(runner)  # of the explanation
        tidied = self.tr("Line breaks, quotes, prompts and other characters that aren't SDDL were removed or replaced.")
        check = _read_some if may_be_empty else read_whole
        self.sddl = ValidatedTextEdit(label, check, without_console_layout, tidied, Evaluator(runner))
        self.words = code_view(self.tr("Explanation"))
        self.words.setFont(self.font())
        if may_be_empty:
            self.sddl.edit.setPlaceholderText("O:NSG:BAD:P(A;;GA;;;BA)")
            self.words.setPlaceholderText(self.tr("The explanation appears here."))
        self.sddl.edited.connect(self._on_edited)
        self.sddl.checked.connect(self._explain)
        splitter = GripSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.sddl)
        splitter.addWidget(self.words)
        splitter.setSizes([500, 500])
        vbox(splitter, on=self)
        self.setFocusProxy(self.sddl)

    def show_sddl(self, text: str, accounts: Accounts, *, unfinished: bool = False) -> None:
        """Show another text, or the same one with more names. ``unfinished`` text was entered here before."""
        self._accounts = accounts
        self.sddl.set_text(text, unfinished=unfinished)
        self._explain()

    def enter_sddl(self, text: str, accounts: Accounts) -> None:
        """Show text from the clipboard, without what a console put into it."""
        self._accounts = accounts
        self.sddl.enter_text(text)
        self._explain()

    def set_read_only(self, *, read_only: bool) -> None:
        """Take the keyboard away from the text, or give it back."""
        self.sddl.edit.setReadOnly(read_only)

    def _on_edited(self, text: str) -> None:
        self._explain()
        self.edited.emit(text)

    @property
    def is_readable(self) -> bool:
        """Whether the text was checked and is right."""
        return self.sddl.is_checked and self.sddl.error is None

    def why_unreadable(self) -> Text:
        """Return why text that is not readable is kept back."""
        if not self.sddl.is_checked:
            return CHECKING
        return NOT_CHECKED if self.sddl.has_crashed else NOT_VALID

    def _explain(self) -> None:
        text = self.sddl.text if self.is_readable else ""
        self._evaluator.cancel()
        if len(text) > _LONG:
            work, crashed = partial(_explained, text, self._accounts), partial(self._show_words, shown(CRASHED))
            self._evaluator.evaluate(work, self._show_words, crashed)
        else:
            self._show_words(_explained(text, self._accounts))

    def _show_words(self, explanation: str) -> None:
        if explanation != self.words.toPlainText():
            self.words.setPlainText(explanation)


def _explained(text: str, accounts: Accounts) -> str:
    try:
        lines = descriptor_text(text, accounts) if text else ()
    except SddlError:
        return ""
    return "\n".join(f"\u2022 {shown(sentence)}" for sentence in lines)


def _read_some(text: str) -> None:
    """Read a descriptor, if there is one; the errors are those of ``read_whole``."""
    if text.strip():
        read_whole(text)


def read_whole(text: str) -> SecurityDescriptor:
    """Read a descriptor that is to be stored.

    Raises:
        SddlError: Windows would not read it, it is too long, or it is empty.
    """
    if not text.strip():
        raise SddlError("a descriptor is expected here; to have none, use RootSDDL")
    if len(text) > MAX_LENGTH:
        raise SddlError(f"longer than {MAX_LENGTH} characters", MAX_LENGTH)
    check_storable(text)
    return cached_descriptor(text)
