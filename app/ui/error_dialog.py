"""A write that failed as a whole: what is wrong, what it means for the host, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.endpoints.errors import ChangedOnHost, HostError
from app.models.plain import visible
from app.ui.icons import icon
from app.ui.plain_widgets import code_view, copy_button, plain_label
from app.ui.wording import shown


class HostErrorDialog(QDialog):
    """Summary, effect on the host, next step; details fold out. Use ``open()``."""

    def __init__(self, error: HostError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Not carried out"))
        self.summary_label = plain_label(shown(error.summary), "dialogTitle")
        self.effect_label = plain_label(effect_on_host(error.changed))
        self.next_step_label = plain_label(shown(error.next_step))
        self.next_step_label.setVisible(bool(error.next_step))
        self.details = code_view(self.tr("Details of the error"))
        self.details.setPlainText(visible(error.details))
        self.details.setMinimumHeight(140)
        self.details.hide()
        self.copy_button = copy_button(self.tr("Cop&y details"), self.details)
        self.copy_button.hide()
        self.details_button = QPushButton(self.tr("&Details"))
        self.details_button.setCheckable(True)
        self.details_button.setAutoDefault(False)
        self.details_button.setVisible(bool(error.details))
        self.details_button.toggled.connect(self._on_details_toggled)
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        self.close_button.setFocus()

    def _lay_out(self) -> None:
        mark = QLabel()
        mark.setPixmap(icon("alert-circle-outline", "deny").pixmap(36, 36))
        words = QVBoxLayout()
        words.setSpacing(8)
        for label in (self.summary_label, self.effect_label, self.next_step_label):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.details_button)
        foot.addWidget(self.copy_button)
        foot.addStretch()
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(14)
        layout.addLayout(head)
        layout.addWidget(self.details, 1)
        layout.addLayout(foot)
        self.setMinimumWidth(560)

    def _on_details_toggled(self, unfolded: bool) -> None:
        self.details.setVisible(unfolded)
        self.copy_button.setVisible(unfolded)
        self.adjustSize()


def effect_on_host(changed: ChangedOnHost) -> str:
    """Return in words what the failed work has changed."""
    if changed is ChangedOnHost.NOTHING:
        return QCoreApplication.translate("HostErrorDialog", "Nothing was changed on the host.")
    return QCoreApplication.translate(
        "HostErrorDialog", "Whether anything was changed on the host is not known. Read the host again before going on."
    )
