"""What a principal is to get or to lose: grant, deny, revoke or remove, and the rights."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QRadioButton

from gatepost.endpoints.changes.bulk import GrantKind
from gatepost.security import AccessMask
from gatepost.ui.editor.rights_box import RightsBox
from gatepost.ui.widgets.boxes import STRETCH, add_form_row, hbox
from gatepost.ui.widgets.plain_widgets import plain_label


@dataclass(frozen=True, slots=True)
class _Words:
    label: str
    explained: str


class WishFields(QObject):
    """Rows of a form."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = self._all_words()
        self.wishes = {wish: QRadioButton(words.label) for wish, words in self._words.items()}
        self.wishes[GrantKind.GRANT].setChecked(True)
        self.explained = plain_label(name="muted")
        self.rights = RightsBox()
        self.rights.set_rights(AccessMask.GENERIC_EXECUTE)
        self.rights.changed.connect(self.changed)
        for button in self.wishes.values():
            button.toggled.connect(self._on_toggled)
        self._show()

    @property
    def wish(self) -> GrantKind:
        """What is wished for."""
        return next(wish for wish, button in self.wishes.items() if button.isChecked())

    @property
    def is_valid(self) -> bool:
        """Whether there are rights, where they matter."""
        return self.rights.is_valid or self.wish is GrantKind.FORGET

    def add_to(self, form: QFormLayout) -> None:
        """Add the rows to a form."""
        form.addRow(QLabel(), hbox(*self.wishes.values(), STRETCH, spacing=16))
        form.addRow(QLabel(), self.explained)
        add_form_row(form, self.tr("Rights"), self.rights)

    def _on_toggled(self, is_checked: bool) -> None:  # noqa: FBT001 - a slot
        if is_checked:  # the one that was checked before is told of, too
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self.explained.setText(self._words[self.wish].explained)
        self.rights.setEnabled(self.wish is not GrantKind.FORGET)

    def _all_words(self) -> dict[GrantKind, _Words]:
        return {
            GrantKind.GRANT: _Words(
                self.tr("&Grant"), self.tr("Adds these rights and removes them from the principal's Deny entries.")
            ),
            GrantKind.DENY: _Words(self.tr("&Deny"), self.tr("Adds a Deny entry that overrides Allow.")),
            GrantKind.REVOKE: _Words(
                self.tr("Re&voke"),
                self.tr(
                    "Removes these rights from the principal's Allow entries. Other groups might still allow them."
                ),
            ),
            GrantKind.FORGET: _Words(
                self.tr("Remove ever&y entry"),
                self.tr("Removes all entries for this principal."),
            ),
        }
