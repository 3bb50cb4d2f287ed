"""Check boxes for the rights of an entry."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from gatepost.security import AccessMask, SddlError
from gatepost.security.mask import mask_from_sddl
from gatepost.ui.widgets.boxes import STRETCH, hbox, vbox
from gatepost.ui.widgets.fields import PlainEdit
from gatepost.ui.widgets.plain_widgets import label_for, push_button, set_style_property

_ALL = int(AccessMask.GENERIC_ALL)
_GENERIC = (
    (AccessMask.GENERIC_ALL, "Full Control(All Operations)"),
    (AccessMask.GENERIC_READ, "Read(Get,Enumerate,Subscribe)"),
    (AccessMask.GENERIC_WRITE, "Write(Put,Delete,Create)"),
    (AccessMask.GENERIC_EXECUTE, "Execute(Invoke)"),
)
_GENERIC_BITS = 0xF0000000


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
