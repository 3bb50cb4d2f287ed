"""An object kept in a JSON file with a schema version: read with suspicion, written whole or not at all."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gatepost.backend.files.files import replace_file
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import Text, text

SCHEMA = 1
MAX_OCTETS = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said of a file: templates with a field ``path``."""

    damaged: str
    newer: str
    unsaved: str


class Unreadable(Exception):
    """A file that holds something else, or that a ``newer`` version has written. ``said`` says so to people."""

    def __init__(self, said: Text, newer: bool) -> None:
        super().__init__(str(said))
        self.said = said
        self.newer = newer


class JsonFile:
    """Changes are made on what the file holds at that moment, one program at a time, so that windows may share it."""

    def __init__(self, path: Path, wording: Wording, is_valid: Callable[[dict[str, Any]], bool]) -> None:
        self._path = path
        self._wording = wording
        self._is_valid = is_valid

    def read(self) -> dict[str, Any]:
        """Return what the file holds; nothing where there is none.

        Raises:
            Unreadable: it is damaged, too large, or of a newer version.
        """
        try:
            if self._path.stat().st_size > MAX_OCTETS:
                raise self._unreadable()
            document = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            raise self._unreadable() from error
        if not isinstance(document, dict):
            raise self._unreadable()
        schema = document.get("schema", SCHEMA)
        if type(schema) is int and schema > SCHEMA:
            raise self._unreadable(newer=True)
        if type(schema) is not int or not self._is_valid(document):
            raise self._unreadable()
        return document

    def change(self, edit: Callable[[dict[str, Any]], None]) -> None:
        """Have ``edit`` change the object in place, and write it. A damaged file is set aside as ``.damaged``.

        Raises:
            HostError: a newer version has written the file, which is left alone, or it cannot be written.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with _alone(self._path.with_suffix(".lock")):
                document = self._readable()
                edit(document)
                replace_file(self._path, json.dumps(document | {"schema": SCHEMA}, indent=1).encode())
        except OSError as error:
            raise HostError(text(self._wording.unsaved, path=self._path)) from error

    def _readable(self) -> dict[str, Any]:
        try:
            return self.read()
        except Unreadable as found:
            if found.newer:
                raise HostError(found.said) from found
            with contextlib.suppress(OSError):  # then it is overwritten: it could not be read anyway
                self._path.replace(self._path.with_suffix(".damaged"))
            return {}

    def _unreadable(self, newer: bool = False) -> Unreadable:
        return Unreadable(text(self._wording.newer if newer else self._wording.damaged, path=self._path), newer)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other programs out; the system lets go of the lock when this one ends, however it ends."""
    with path.open("ab") as held:
        if sys.platform == "win32":
            import msvcrt

            held.seek(0)
            msvcrt.locking(held.fileno(), msvcrt.LK_LOCK, 1)  # waits ten seconds, then an OSError
            try:
                yield
            finally:
                held.seek(0)
                msvcrt.locking(held.fileno(), msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX)
            yield
