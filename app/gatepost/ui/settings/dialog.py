"""Settings dialog: for every window and host, with the folders and diagnostics."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from gatepost.backend.files.atomic_write import make_private_folder
from gatepost.backend.files.settings import (
    ANSWER_SECONDS,
    CONNECT_SECONDS,
    JOURNAL_DAYS,
    MAX_URL,
    PROXY_INVALID,
    Settings,
    is_proxy,
)
from gatepost.endpoints.errors import HostError
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown, visible
from gatepost.ui.dialogs.files import FileSaver, FileToSave
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.settings.preferences import Preferences
from gatepost.ui.widgets.boxes import grid
from gatepost.ui.widgets.fields import ChoiceBox, NumberBox, PlainEdit
from gatepost.ui.widgets.plain_widgets import (
    ElidedLabel,
    SignLabel,
    label_for,
    plain_label,
    push_button,
    set_text_or_hide,
)

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


class SettingsDialog(SizedDialog):
    """Saves and closes; what cannot be saved is said in place. Use ``open()``."""

    def __init__(self, preferences: Preferences, files: FileSaver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._files = files
        self.setWindowTitle(self.tr("Settings"))
        self.form = SettingsForm(preferences.languages)
        self.form.fill(preferences.settings)
        self.problem_label = plain_label("", "warning")
        self.said_label = plain_label("", "muted")
        self.said_label.hide()
        self.folder_label = ElidedLabel("muted", visible(str(preferences.folders.data)))
        self.folder_button = push_button(self.tr("&Open folder"), self._on_folder_clicked)
        self.diagnostics_button = push_button(self.tr("Save &diagnostics..."), self._on_diagnostics_clicked)
        self.with_names = QCheckBox(self.tr("Include &host and user names"))
        self.cancel_button = push_button(self.tr("Ca&ncel"), self.reject)
        self.save_button = push_button(self.tr("&Save"), self._on_save_clicked, tone="primary", is_default=True)
        self._lay_out()
        set_text_or_hide(self.problem_label, shown(preferences.problem))
        self.form.theme_box.setFocus()

    def _lay_out(self) -> None:
        title = ElidedLabel("dialogTitle", self.tr("Settings"))
        hint = plain_label(self.tr("For all windows and hosts."), "muted")
        self.form.put_below(self.tr("Files"), self.folder_label, self.folder_button)
        self.form.put_below(self.tr("Diagnostics"), self.with_names, self.diagnostics_button)
        dialog_layout(
            self,
            dialog_header(SignLabel("cog-outline", Tone.ACCENT), title, hint),
            self.form,
            self.said_label,
            self.problem_label,
            dialog_buttons([], [self.cancel_button, self.save_button]),
        )

    def _on_save_clicked(self) -> None:
        settings = self.form.settings()
        if settings.proxy and not is_proxy(settings.proxy):
            set_text_or_hide(self.problem_label, shown(PROXY_INVALID))
            self.form.proxy_edit.setFocus()
            return
        self.save_button.setEnabled(False)
        enable = partial(self.save_button.setEnabled, True)
        self._preferences.save(settings).then(self._on_saved, self._on_failed, crashed=enable)

    def _on_saved(self, _: object) -> None:
        self.accept()

    def _on_folder_clicked(self) -> None:
        folder = self._preferences.folders.data
        make_private_folder(folder)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _on_diagnostics_clicked(self) -> None:
        name = f"gatepost-diagnostics-{QDate.currentDate().toString(Qt.DateFormat.ISODate)}.zip"
        write = self._preferences.diagnostics(with_names=self.with_names.isChecked())
        file = FileToSave(self.tr("Save diagnostics"), name, {self.tr("ZIP archives"): "zip"}, write)
        self._files.ask(file, self, self._on_diagnostics_saved, self._on_failed)

    def _on_diagnostics_saved(self, path: Path) -> None:
        set_text_or_hide(self.problem_label, "")
        self.said_label.setText(
            self.tr("Saved as {path}. Check it before you share it.").format(path=one_line(str(path)))
        )
        self.said_label.show()

    def _on_failed(self, error: HostError) -> None:
        self.save_button.setEnabled(True)
        self.save_button.setFocus()
        set_text_or_hide(self.problem_label, shown(error.text))
