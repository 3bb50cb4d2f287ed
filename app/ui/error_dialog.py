"""Why an order could not be carried out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.endpoints.errors import ChangedOnHost, HostError
from app.ui.details_dialog import DetailsDialog
from app.ui.wording import shown


class HostErrorDialog(DetailsDialog):
    """An expected failure: cause, effect on the host, next step."""

    def __init__(self, error: HostError, parent: QWidget | None = None) -> None:
        effects = {
            ChangedOnHost.NOTHING: _tr("Nothing was changed on the host."),
            ChangedOnHost.UNKNOWN: _tr("Whether the host was changed is not known. Read it again."),
        }
        sentences = [effects[error.changed], shown(error.next_step)]
        super().__init__(shown(error.summary), sentences, error.details, parent=parent)


def _tr(words: str) -> str:
    return QCoreApplication.translate("HostErrorDialog", words)
