"""Names under which the keyring holds passwords of saved hosts."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from gatepost.backend.files.json_file import JsonFile, Wording
from gatepost.endpoints.text import BACKEND

_WORDING = Wording(
    damaged=BACKEND.tr("Can't read the list of saved passwords: {path}"),
    unavailable=BACKEND.tr("Can't read the list of saved passwords at the moment ({why}). Try again: {path}"),
    newer=BACKEND.tr("The list of saved passwords was saved by a newer version of Gatepost. Use that version: {path}"),
    unsaved=BACKEND.tr("Can't save the list of saved passwords in {path}. Check the disk and your permissions."),
)


class PasswordNames:
    """File of the names, JSON with a schema version; it holds no password. It is read again for every change."""

    def __init__(self, path: Path) -> None:
        self._file = JsonFile(path, _WORDING, lambda document: _is_valid(document.get("names", [])))

    def settle(self, names_in_use: Callable[[], Collection[str] | None]) -> tuple[str, ...]:
        """Add the names in use, and return the stored ones that are not wanted any more.

        ``names_in_use`` is called while no other process changes the file; None: that is not known now, and nothing is
        changed.

        Raises:
            HostError: the file cannot be written.
        """
        surplus: list[str] = []

        def edit(document: dict[str, Any]) -> None:
            names: list[str] = document.get("names", [])
            if (kept := names_in_use()) is not None:
                surplus.extend(name for name in names if name not in kept)
                document["names"] = [*names, *(name for name in kept if name not in names)]

        self._file.change(edit)
        return tuple(surplus)

    def remove(self, names: Collection[str]) -> None:
        """Take names out whose passwords are gone.

        Raises:
            HostError: the file cannot be written.
        """

        def edit(document: dict[str, Any]) -> None:
            document["names"] = [name for name in document.get("names", []) if name not in names]

        self._file.change(edit)


def _is_valid(names: object) -> bool:
    return isinstance(names, list) and all(isinstance(name, str) for name in names)
