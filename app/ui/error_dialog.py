"""A write that failed as a whole: what is wrong, what it means for the host, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from typing_extensions import override

from app.endpoints.errors import ChangedOnHost, HostError
from app.models.plain import visible
from app.ui.plain_widgets import IconButton, SignLabel, code_view, copy_button, foot, head, plain_label, stack
from app.ui.wording import shown

_WIDTH = 580  # pixels


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
        self.details.setMinimumHeight(150)
        self.copy_button = copy_button(self.tr("Cop&y details"), self.details)
        self.details_button = IconButton("chevron-right", self.tr("&Details"))
        self.details_button.setCheckable(True)
        self.details_button.setVisible(bool(error.details))
        self.details_button.toggled.connect(self._on_details_toggled)
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        words = (self.summary_label, self.effect_label, self.next_step_label)
        stack(
            self,
            head(SignLabel("alert-circle-outline", "deny"), *words, spacing=8),
            self.details,
            foot([self.details_button, self.copy_button], [self.close_button]),
        )
        self._on_details_toggled(False)
        self.close_button.setFocus()

    def _on_details_toggled(self, unfolded: bool) -> None:
        self.details_button.set_icon_name("chevron-down" if unfolded else "chevron-right")
        self.details.setVisible(unfolded)
        self.copy_button.setVisible(unfolded)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.activate()  # so that the least height is that of what is shown now
        self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._fit()  # the fonts of the style sheet are known from here on
        super().showEvent(event)


def effect_on_host(changed: ChangedOnHost) -> str:
    """Return in words what the failed work has changed."""
    if changed is ChangedOnHost.NOTHING:
        return QCoreApplication.translate("HostErrorDialog", "Nothing was changed on the host.")
    return QCoreApplication.translate(
        "HostErrorDialog", "Whether anything was changed on the host is not known. Read the host again before going on."
    )
