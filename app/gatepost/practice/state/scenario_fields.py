"""Reader for the JSON objects of a scenario, with errors that name the place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from gatepost.practice.wire.faults import Fault
from gatepost.security import SddlError, Sid


class ScenarioError(Exception):
    """A scenario file cannot be used; the message names the file and the place in it."""


@contextmanager
def refused_at(json_path: str) -> Iterator[None]:
    """Raise ScenarioError where the service would refuse what is written in this place."""
    try:
        yield
    except Fault as fault:
        raise ScenarioError(f"{json_path}: {fault.text}") from fault


class Fields:
    """One JSON object. Every read marks its key as known; finish() refuses the others."""

    def __init__(self, data: object, json_path: str, replacements: Mapping[str, str] | None = None) -> None:
        """Take the object.

        Raises:
            ScenarioError: it is no object.
        """
        if not isinstance(data, dict):
            raise ScenarioError(f"{json_path}: an object is expected")
        self._data: dict[str, Any] = data
        self._known: set[str] = set()
        self.json_path = f"{json_path} ({data['name']})" if isinstance(data.get("name"), str) else json_path
        self.replacements = dict(replacements or {})

    def numbered(self, number: int) -> Fields:
        """Return the same fields with {n} standing for a number, two digits wide."""
        copy = Fields(self._data, self.json_path, {**self.replacements, "{n}": f"{number:02}"})
        copy._known = self._known
        return copy

    def expand(self, text: str) -> str:
        """Replace {machine}, {domain} and {n}."""
        for key, value in self.replacements.items():
            text = text.replace(key, value)
        return text

    def take(self, key: str, default: Any = None) -> Any:
        """Return a value without checks."""
        self._known.add(key)
        return self._data.get(key, default)

    def text(self, key: str, default: str | None = None) -> str:
        """Return text; required unless there is a default."""
        value = self.take(key, default)
        if not isinstance(value, str):
            raise ScenarioError(f"{self.json_path}: {key} is missing or not text")
        return self.expand(value)

    def one_of(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        """Return one of some texts; required unless there is a default."""
        value = self.text(key, default)
        if value not in allowed:
            raise ScenarioError(f"{self.json_path}: {key} is one of {', '.join(allowed)}")
        return value

    def sid(self, key: str, default: str | None = None) -> str:
        """Return a SID as text; required unless there is a default."""
        value = self.text(key, default)
        if value == default:
            return value
        try:
            return str(Sid.parse(value))
        except SddlError as error:
            raise ScenarioError(f"{self.json_path}: {key} is not a SID") from error

    def texts(self, key: str) -> list[str]:
        """Return a list of texts; a single text counts as a list of one, absence as an empty list."""
        value = self.take(key, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ScenarioError(f"{self.json_path}: {key} is a text or a list of texts")
        return [self.expand(item) for item in value]

    def number(self, key: str, default: int) -> int:
        """Return a positive whole number."""
        value = self.take(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 10_000:
            raise ScenarioError(f"{self.json_path}: {key} is a number from 1 to 9999")
        return value

    def flag(self, key: str, *, default: bool) -> bool | None:
        """Return true, false, or None where the file says null."""
        value = self.take(key, default)
        if value is not None and not isinstance(value, bool):
            raise ScenarioError(f"{self.json_path}: {key} is true, false or null")
        return value

    def mapping(self, key: str, default: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return an object of texts; null counts as empty."""
        value = self.take(key, default or {}) or {}
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            raise ScenarioError(f"{self.json_path}: {key} is an object of texts")
        return {name: self.expand(item) for name, item in value.items()}

    def objects(self, key: str) -> list[Fields]:
        """Return a list of objects; absence counts as an empty list."""
        value = self.take(key, [])
        if not isinstance(value, list):
            raise ScenarioError(f"{self.json_path}: {key} is a list")
        return [Fields(item, f"{self.json_path}: {key} {at}", self.replacements) for at, item in enumerate(value, 1)]

    def object(self, key: str) -> Fields:
        """Return an object; absence counts as an empty one."""
        return Fields(self.take(key, {}), f"{self.json_path}: {key}", self.replacements)

    def finish(self) -> None:
        """Refuse keys that were not read, most likely misspelled."""
        unknown = sorted(set(self._data) - self._known)
        if unknown:
            raise ScenarioError(f"{self.json_path}: unknown key {unknown[0]!r}")
