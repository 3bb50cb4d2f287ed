"""Fields of a form: which rights a principal is to get or to lose, and how."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QRadioButton

from gatepost.endpoints.changes.rights_action import RightsAction
from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import shown
from gatepost.security import AccessMask
from gatepost.ui.editor.rights_box import RightsBox
from gatepost.ui.widgets.boxes import STRETCH, add_form_row, hbox
from gatepost.ui.widgets.plain_widgets import plain_label

# What each wish is called, and what it does.
_WORDS = {
    RightsAction.GRANT: (
        WINDOW.tr("&Grant"),
        WINDOW.tr("Adds these rights and removes them from the principal's Deny entries."),
    ),
    RightsAction.DENY: (WINDOW.tr("&Deny"), WINDOW.tr("Adds a Deny entry that overrides Allow.")),
    RightsAction.REVOKE: (
        WINDOW.tr("Re&voke"),
        WINDOW.tr("Removes these rights from the principal's Allow entries. Other groups might still allow them."),
    ),
    RightsAction.REMOVE: (WINDOW.tr("Remove ever&y entry"), WINDOW.tr("Removes all entries for this principal.")),
}


class RightsActionFields(QObject):
    """Rows of a form."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.actions_by_button = {
            rights_action: QRadioButton(shown(label)) for rights_action, (label, _) in _WORDS.items()
        }
        self.actions_by_button[RightsAction.GRANT].setChecked(True)
        self.explained = plain_label(name="muted")
        self.rights = RightsBox()
        self.rights.set_rights(AccessMask.GENERIC_EXECUTE)
        self.rights.changed.connect(self.changed)
        for button in self.actions_by_button.values():
            button.toggled.connect(self._on_toggled)
        self._show()

    @property
    def rights_action(self) -> RightsAction:
        """The chosen action."""
        return next(rights_action for rights_action, button in self.actions_by_button.items() if button.isChecked())

    @property
    def is_valid(self) -> bool:
        """Whether there are rights, where they matter."""
        return self.rights.is_valid or self.rights_action is RightsAction.REMOVE

    def add_to(self, form: QFormLayout) -> None:
        """Add the rows to a form."""
        form.addRow(QLabel(), hbox(*self.actions_by_button.values(), STRETCH, spacing=16))
        form.addRow(QLabel(), self.explained)
        add_form_row(form, self.tr("Rights"), self.rights)

    def _on_toggled(self, is_checked: bool) -> None:  # noqa: FBT001 - a slot
        if is_checked:  # the one that was checked before is told of, too
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self.explained.setText(shown(_WORDS[self.rights_action][1]))
        self.rights.setEnabled(self.rights_action is not RightsAction.REMOVE)
