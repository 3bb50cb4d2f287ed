"""JSON file with a schema version: validated when read, written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gatepost.backend.files.atomic_write import make_private, replace_file, when_free
from gatepost.backend.files.lock import locked
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import Text

SCHEMA = 1
MAX_OCTETS = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts about a file: templates with a field ``path``; ``unavailable`` also has ``why``."""

    damaged: Text
    unavailable: Text
    newer: Text
    unsaved: Text


class Unreadable(Exception):
    """A file whose content cannot be used. ``damaged``: nothing of it can be, so that it may be set aside.

    Else a newer version has written it, or the system does not let it be read now. ``said`` says so to people.
    """

    def __init__(self, message: Text, *, damaged: bool) -> None:
        super().__init__(str(message))
        self.said = message
        self.damaged = damaged


class JsonFile:
    """Changes are made on what the file holds at that moment, one program at a time, so that windows may share it."""

    def __init__(
        self, path: Path, wording: Wording, is_valid: Callable[[dict[str, Any]], bool] = lambda _document: True
    ) -> None:
        self._path = path
        self._wording = wording
        self._is_valid = is_valid

    def read(self) -> dict[str, Any]:
        """Return what the file holds; nothing where there is none.

        Raises:
            Unreadable: it is damaged, too large, of a newer version, or cannot be read now.
        """
        try:
            octets = when_free(self._octets)
        except FileNotFoundError:
            return {}
        except OSError as error:
            message = self._wording.unavailable.filled(path=self._path, why=error.strerror or type(error).__name__)
            raise Unreadable(message, damaged=False) from error
        try:
            document = json.loads(octets.decode("utf-8"))
        except (ValueError, RecursionError) as error:
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
            HostError: it cannot be read now or a newer version has written it, and it is left alone; or it cannot be
                written.
        """
        try:
            lock = self._path.with_suffix(".lock")
            make_private(lock)
            with locked(lock):
                document = self._readable()
                edit(document)
                replace_file(self._path, json.dumps(document | {"schema": SCHEMA}, indent=1).encode())
        except OSError as error:
            raise HostError(self._wording.unsaved.filled(path=self._path)) from error

    def _readable(self) -> dict[str, Any]:
        try:
            return self.read()
        except Unreadable as found:
            if not found.damaged:
                raise HostError(found.said) from found
            when_free(lambda: self._path.replace(self._path.with_suffix(".damaged")))
            return {}

    def _octets(self) -> bytes:
        with self._path.open("rb") as file:
            octets = file.read(MAX_OCTETS + 1)
        if len(octets) > MAX_OCTETS:
            raise self._unreadable()
        return octets

    def _unreadable(self, *, newer: bool = False) -> Unreadable:
        wording = self._wording.newer if newer else self._wording.damaged
        return Unreadable(wording.filled(path=self._path), damaged=not newer)
