"""Fields of the settings dialog."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from gatepost.backend.files.settings import ANSWER_SECONDS, CONNECT_SECONDS, JOURNAL_DAYS, MAX_URL, Settings
from gatepost.ui.widgets.boxes import grid
from gatepost.ui.widgets.fields import ChoiceBox, NumberBox, PlainEdit
from gatepost.ui.widgets.plain_widgets import label_for, plain_label

_NUMBER_WIDTH = 130  # pixels


class SettingsForm(QWidget):
    """Shows settings and reads them back. Whether a proxy is one is the dialog's business."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        themes = (self.tr("System"), "system"), (self.tr("Light"), "light"), (self.tr("Dark"), "dark")
        self.theme_box = ChoiceBox(self.tr("Theme"), themes)
        named = ((QLocale(code).nativeLanguageName(), code) for code in languages)
        self.language_box = ChoiceBox(self.tr("Language"), ((self.tr("System"), ""), *named))
        self.connect_spin = _number(self.tr("Connection timeout"), CONNECT_SECONDS, self.tr(" s"))
        self.answer_spin = _number(self.tr("Response timeout"), ANSWER_SECONDS, self.tr(" s"))
        self.journal_spin = _number(self.tr("Keep history"), JOURNAL_DAYS, self.tr(" days"))
        self.journal_spin.setSpecialValueText(self.tr("Forever"))
        self.proxy_edit = PlainEdit(self.tr("Proxy"), "http://proxy.example.com:3128", MAX_URL)
        self._lay_out()

    def put_below(self, title: str, content: QWidget, button: QWidget) -> None:
        """Add a row with the same columns as the fields above."""
        row = self._grid.rowCount()
        self._grid.addWidget(QLabel(title), row, 0)
        self._grid.addWidget(content, row, 1, 1, 2)
        self._grid.addWidget(button, row, 3)

    def fill(self, settings: Settings) -> None:
        """Show settings in the fields."""
        self.theme_box.setCurrentIndex(self.theme_box.findData(settings.theme))
        self.language_box.setCurrentIndex(max(0, self.language_box.findData(settings.language)))
        self.connect_spin.setValue(settings.connect_seconds)
        self.answer_spin.setValue(settings.answer_seconds)
        self.journal_spin.setValue(settings.journal_days)
        self.proxy_edit.setText(settings.proxy)

    def settings(self) -> Settings:
        """Return what the fields say."""
        return Settings(
            theme=self.theme_box.currentData(),
            language=self.language_box.currentData(),
            connect_seconds=self.connect_spin.value(),
            answer_seconds=self.answer_spin.value(),
            proxy=self.proxy_edit.text().strip(),
            journal_days=self.journal_spin.value(),
        )

    def _lay_out(self) -> None:
        fields: tuple[tuple[str, QWidget, str], ...] = (
            (self.tr("&Theme"), self.theme_box, ""),
            (self.tr("&Language"), self.language_box, self.tr("Takes effect when you restart Gatepost.")),
            (
                self.tr("&Connection timeout"),
                self.connect_spin,
                self.tr("Total for all of a host's network addresses."),
            ),
            (self.tr("&Response timeout"), self.answer_spin, self.tr("Per request.")),
            (self.tr("&Proxy"), self.proxy_edit, self.tr("Default for connections that use a proxy.")),
            (
                self.tr("&Keep history"),
                self.journal_spin,
                self.tr("History entries without a known result are always kept."),
            ),
        )
        self._grid = grid(14, 10, grows=2, on=self)
        for number, (label, field, note) in enumerate(fields):
            row = 2 * number  # the row below is for a field that needs the width of its note
            field.setMinimumHeight(self.theme_box.sizeHint().height())
            self._grid.addWidget(label_for(field, label), row, 0)
            wide = isinstance(field, QLineEdit)
            self._grid.addWidget(field, row, 1, 1, 3 if wide else 1)
            self._grid.addWidget(plain_label(note, "muted"), row + wide, 1 if wide else 2, 1, 3 if wide else 2)


def _number(name: str, allowed: range, unit: str) -> NumberBox:
    spin = NumberBox(name, allowed)
    spin.setSuffix(unit)
    spin.setMinimumWidth(_NUMBER_WIDTH)
    return spin
