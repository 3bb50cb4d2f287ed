"""Roles that the models of this room share."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

ValueRole = Qt.ItemDataRole.UserRole  # the frozen value behind the row
SortRole = Qt.ItemDataRole.UserRole + 1  # text of a width that sorts: Qt's int holds no access mask
ToneRole = Qt.ItemDataRole.UserRole + 2  # a Tone, or None
MonospaceRole = Qt.ItemDataRole.UserRole + 3  # True where the text is code
