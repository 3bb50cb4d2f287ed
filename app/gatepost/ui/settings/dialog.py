"""Settings dialog: for every window and host, with the folders and diagnostics."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QWidget

from gatepost.backend.files.atomic_write import make_private_folder
from gatepost.backend.files.settings import PROXY_INVALID, is_proxy
from gatepost.endpoints.errors import HostError
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown, visible
from gatepost.ui.dialogs.files import FileSaver, FileToSave
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.settings.form import SettingsForm
from gatepost.ui.settings.preferences import Preferences
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, plain_label, push_button, set_text_or_hide


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
