"""Settings of the program for every window and host. Never a secret.

The file is JSON and holds what differs from the defaults. What another version has put into it stays in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from gatepost.backend.files.json_file import JsonFile, Unreadable, Wording
from gatepost.endpoints.text import BACKEND, NOTHING, Text
from gatepost.wsman.host_urls import MAX_URL as MAX_URL
from gatepost.wsman.host_urls import is_proxy as is_proxy

THEMES = ("system", "light", "dark")
CONNECT_SECONDS = range(1, 61)
ANSWER_SECONDS = range(10, 601)
JOURNAL_DAYS = range(3661)  # 0 keeps everything
PROXY_INVALID = BACKEND.tr(
    "Enter the proxy as a URL with a port and without an account, as in http://proxy.example.com:3128."
)
_LANGUAGE = re.compile(r"|[a-z]{2,3}(_[A-Z]{2})?")
_WORDING = Wording(
    damaged=BACKEND.tr("Can't read the settings. The defaults are used: {path}"),
    unavailable=BACKEND.tr("Can't read the settings now ({why}). The defaults are used: {path}"),
    newer=BACKEND.tr("The settings were saved by a newer version of Gatepost and aren't used: {path}"),
    unsaved=BACKEND.tr("Can't save the settings in {path}. Check the disk and your permissions."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings. ``connect_seconds`` limits connecting to a host, ``answer_seconds`` each of its answers.

    ``theme`` is one of THEMES, ``language`` a locale such as "en" or "" for the system's, ``proxy`` the URL that is
    offered where a connection asks for a proxy. ``journal_days`` is how long ended writes are kept, 0 forever.
    """

    theme: str = "system"
    language: str = ""
    connect_seconds: int = 10
    answer_seconds: int = 60
    proxy: str = ""
    journal_days: int = 0


def _is_number(value: Any, allowed: range) -> bool:
    return type(value) is int and value in allowed


_IS_VALID: dict[str, Callable[[Any], bool]] = {
    "theme": lambda value: value in THEMES,
    "language": lambda value: isinstance(value, str) and bool(_LANGUAGE.fullmatch(value)),
    "connect_seconds": lambda value: _is_number(value, CONNECT_SECONDS),
    "answer_seconds": lambda value: _is_number(value, ANSWER_SECONDS),
    "proxy": lambda value: isinstance(value, str) and (not value or is_proxy(value)),
    "journal_days": lambda value: _is_number(value, JOURNAL_DAYS),
}


@dataclass(frozen=True, slots=True)
class KnownSettings:
    """The settings in force; ``problem`` says what of the file could not be used."""

    settings: Settings = field(default_factory=Settings)
    problem: Text = NOTHING


class SettingsStore:
    """The file of settings. It is read again for every change, so that several windows may share it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = JsonFile(path, _WORDING)

    def load(self) -> KnownSettings:
        """Read the file. Invalid values fall back to their defaults, and ``problem`` names them."""
        try:
            document = self._file.read()
        except Unreadable as unreadable:
            return KnownSettings(problem=unreadable.said)
        given = {name: document[name] for name in _IS_VALID if name in document}
        good = {name: value for name, value in given.items() if _IS_VALID[name](value)}
        bad = ", ".join(name for name in given if name not in good)
        problem = BACKEND.tr(
            "These settings aren't valid, so the defaults are used: {names} ({path})", names=bad, path=self._path
        )
        return KnownSettings(Settings(**good), problem if bad else NOTHING)

    def change(self, before: Settings, after: Settings) -> None:
        """Write what differs between the two; what another window has changed meanwhile stays.

        Raises:
            HostError: the file cannot be written, or is one of a newer version.
        """

        def edit(document: dict[str, Any]) -> None:
            for each in fields(Settings):
                value = getattr(after, each.name)
                if value == getattr(before, each.name):
                    continue
                if value == each.default:
                    document.pop(each.name, None)
                else:
                    document[each.name] = value

        self._file.change(edit)
