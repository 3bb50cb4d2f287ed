"""Layout of the window: hosts on the left, what is known of the chosen one on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gatepost.ui.widgets.splitter import GripSplitter

_WIDTHS = (180, 1100)  # pixels, to begin with


def central_frame(hosts: QWidget, banner: QWidget, pages: QWidget) -> QFrame:
    """Return the widget that fills the window between the tool bar and the status bar."""
    right = QWidget()
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(banner)
    column.addWidget(pages, 1)
    across = GripSplitter(Qt.Orientation.Horizontal)
    across.setObjectName("hosts")
    across.addWidget(hosts)
    across.addWidget(right)
    across.setSizes(_WIDTHS)
    across.setStretchFactor(1, 1)
    frame = QFrame()
    frame.setObjectName("page")
    page = QVBoxLayout(frame)
    page.setContentsMargins(12, 8, 12, 6)
    page.addWidget(across)
    return frame
