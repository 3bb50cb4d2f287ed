"""Whether the details of a confirmation are unfolded, from one run of the program to the next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "confirm/details"


class SavedDetailsChoice:
    """Kept in the file of the window's layout. What cannot be written is forgotten, and nothing else."""

    def __init__(self, layout: Path) -> None:
        self._settings = QSettings(str(layout), QSettings.Format.IniFormat)

    @property
    def unfolded(self) -> bool:
        """Whether they were unfolded when they were last seen."""
        return str(self._settings.value(_KEY, "false")) == "true"

    def keep(self, unfolded: bool) -> None:  # noqa: FBT001 - a slot
        """Remember what the user has chosen."""
        self._settings.setValue(_KEY, "true" if unfolded else "false")
        self._settings.sync()
