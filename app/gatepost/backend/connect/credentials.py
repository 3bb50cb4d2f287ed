"""Saved passwords: in the system's keyring, else in memory for this run."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from gatepost.backend.connect.connections import Connection
from gatepost.endpoints.text import BACKEND, NOTHING, Text

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Gatepost"
_SAFE_PRIORITY = 1  # what keyring itself recommends; below are plain files and stand-ins that only fail


def system_keyring() -> KeyringBackend:
    """Return the keyring of the system. Slow the first time: it looks at what is installed."""
    import keyring

    return keyring.get_keyring()


class Credentials:
    """Store of passwords. A keyring may ask the user something: call from a worker, never from the GUI thread."""

    def __init__(self, find_keyring: Callable[[], KeyringBackend] = system_keyring) -> None:
        self._find_keyring = find_keyring
        self._lock = threading.Lock()
        self._kept: dict[str, str] = {}
        self._looked = False
        self._keyring: KeyringBackend | None = None

    @staticmethod
    def name(connection: Connection) -> str:
        """Return what the password of an account on a host is filed under."""
        return f"{connection.user or connection.client_certificate}@{connection.key}"

    def limitation(self) -> Text:
        """Say why passwords last for this run only; NOTHING where there is a keyring."""
        if self._backend() is not None:
            return NOTHING
        return BACKEND.tr("No keyring found. The password is kept only until you close Gatepost.")

    def remember(self, connection: Connection, password: str) -> Text:
        """Keep a password; say so where it is only for this run."""
        self._kept[self.name(connection)] = password
        backend = self._backend()
        if backend is None:
            return self.limitation()
        try:
            backend.set_password(SERVICE, self.name(connection), password)
        except Exception:  # noqa: BLE001 - each keyring raises what it likes, some of it with the password inside
            return BACKEND.tr("The keyring didn't accept the password. It is kept only until you close Gatepost.")
        return NOTHING

    def recall(self, connection: Connection) -> str:
        """Return the remembered password, or ""."""
        kept = self._kept.get(self.name(connection))
        backend = self._backend() if kept is None else None
        if backend is None:
            return kept or ""
        try:
            return backend.get_password(SERVICE, self.name(connection)) or ""
        except Exception:  # noqa: BLE001 - a locked or broken keyring is one that remembers nothing
            return ""

    def forget(self, name: str) -> bool:
        """Drop the password that is filed under a name, here and in the keyring. Returns whether it is gone."""
        self._kept.pop(name, None)
        backend = self._backend()
        if backend is None:
            return False  # it may be in a keyring that is there another time
        try:
            if backend.get_password(SERVICE, name) is not None:
                backend.delete_password(SERVICE, name)
        except Exception:  # noqa: BLE001 - what cannot be reached cannot be emptied either
            return False
        return True

    def _backend(self) -> KeyringBackend | None:
        with self._lock:
            if not self._looked:
                self._looked = True
                self._keyring = self._usable()
            return self._keyring

    def _usable(self) -> KeyringBackend | None:
        try:
            keyring = self._find_keyring()
            return keyring if keyring.priority >= _SAFE_PRIORITY else None
        except Exception:  # noqa: BLE001 - no keyring, whatever the reason
            return None
