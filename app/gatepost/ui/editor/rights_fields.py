"""The rights of an entry, and what a principal is to get or to lose of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QLabel, QRadioButton, QWidget

from gatepost.endpoints.changes.rights_action import RightsAction
from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import shown
from gatepost.security import AccessMask, SddlError
from gatepost.security.mask import mask_from_sddl
from gatepost.ui.widgets.boxes import STRETCH, add_form_row, hbox, vbox
from gatepost.ui.widgets.fields import PlainEdit
from gatepost.ui.widgets.plain_widgets import label_for, plain_label, push_button, set_style_property

_ALL = int(AccessMask.GENERIC_ALL)
_GENERIC = (
    (AccessMask.GENERIC_ALL, "Full Control(All Operations)"),
    (AccessMask.GENERIC_READ, "Read(Get,Enumerate,Subscribe)"),
    (AccessMask.GENERIC_WRITE, "Write(Put,Delete,Create)"),
    (AccessMask.GENERIC_EXECUTE, "Execute(Invoke)"),
)
_GENERIC_BITS = 0xF0000000
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


class RightsBox(QWidget):
    """A mask by check boxes; nothing of it is lost, whatever bits it holds."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mask = 0
        self.generic = {int(bit): QCheckBox(label) for bit, label in _GENERIC}
        self.single = {1 << bit: QCheckBox(title) for bit, title in self._single_bits().items()}
        self.preset = push_button(self.tr("&Session access only"), lambda: self.set_rights(AccessMask.GENERIC_EXECUTE))
        self.preset.setToolTip(self.tr("Execute(Invoke) only: all that's needed to open a session"))
        self.special = QCheckBox(self.tr("Sp&ecial permissions"))
        self.number = PlainEdit(self.tr("Access mask as a number or in SDDL letters"), longest=80)
        self.number.setMinimumWidth(self.fontMetrics().horizontalAdvance(self._number_text(0x10000000)) + 24)
        self.number.setMaximumWidth(190)
        self._bits = QWidget()
        self._lay_out()
        self._connect()
        self.set_rights(0)

    @property
    def rights(self) -> AccessMask:
        """The rights that are ticked."""
        return AccessMask(self._mask)

    @property
    def is_valid(self) -> bool:
        """Whether a right is ticked, and the number can be read."""
        return bool(self._mask) and not self.number.property("wrong")

    def set_rights(self, mask: int) -> None:
        """Tick these rights."""
        self.special.setChecked(bool(mask & ~_GENERIC_BITS))
        self._show(mask, self._number_text(mask))

    def _single_bits(self) -> dict[int, str]:
        labels = {
            16: self.tr("Delete (SD)"),
            17: self.tr("Read permissions (RC)"),
            18: self.tr("Change permissions (WD)"),
            19: self.tr("Take ownership (WO)"),
            20: self.tr("Synchronize"),
            24: self.tr("Access SACL"),
            25: self.tr("Maximum allowed"),
        }
        letters = ("CC", "DC", "LC", "SW", "RP", "WP", "DT", "LO", "CR")
        specific = {bit: self.tr("Bit {bit} ({letters})").format(bit=bit, letters=letters[bit]) for bit in range(9)}
        rest = {bit: self.tr("Bit {bit}").format(bit=bit) for bit in range(28) if bit not in labels and bit > 8}
        return {bit: (specific | labels | rest)[bit] for bit in range(28)}

    def _lay_out(self) -> None:
        boxes = QGridLayout()
        boxes.setVerticalSpacing(6)
        for number, box in enumerate(self.generic.values()):
            boxes.addWidget(box, number // 2, number % 2)
        label = label_for(self.number, self.tr("Mas&k"))
        line = hbox(self.special, STRETCH, label, self.number, self.preset, spacing=10)
        grid = QGridLayout(self._bits)
        grid.setContentsMargins(22, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for number, box in enumerate(self.single.values()):
            grid.addWidget(box, number % 7, number // 7)
        vbox(boxes, line, self._bits, on=self, spacing=8)

    def _connect(self) -> None:
        for bit, box in (self.generic | self.single).items():
            box.clicked.connect(lambda checked, bit=bit: self._tick(bit, checked))
        self.special.toggled.connect(self._bits.setVisible)
        self._bits.setVisible(False)
        self.number.textEdited.connect(self._on_typed)

    def _tick(self, bit: int, checked: bool) -> None:  # noqa: FBT001 - a slot
        mask_before = self._mask
        if bit & _GENERIC_BITS and mask_before & _ALL and bit != _ALL:
            mask_before = mask_before & ~_ALL | _GENERIC_BITS & ~_ALL  # Full Control less one right is the other two
        mask = mask_before | bit if checked else mask_before & ~bit
        if mask & _ALL:
            mask = mask & ~_GENERIC_BITS | _ALL
        self._show(mask, self._number_text(mask))

    def _on_typed(self, typed: str) -> None:
        try:
            mask = int(mask_from_sddl(typed.strip()))
        except SddlError:
            set_style_property(self.number, "wrong", True)
            self.changed.emit()
            return
        self._show(mask, typed)

    def _show(self, mask: int, number: str) -> None:
        self._mask = mask
        shown = mask | _GENERIC_BITS if mask & _ALL else mask
        for bit, box in (self.generic | self.single).items():
            box.setChecked(bool(shown & bit))
        if self.number.text() != number:
            self.number.setText(number)
        set_style_property(self.number, "wrong", False)
        self.changed.emit()

    @staticmethod
    def _number_text(mask: int) -> str:
        return f"{mask:#010x}" if mask else ""


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
