"""Open hosts between runs: which they were, which was shown, and the order of the list. Never how they are signed in to."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from gatepost.endpoints.host_kind import HostKind
from gatepost.models.host_list import HostSort
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.connect.controller import ConnectController
from gatepost.ui.hosts.pane import HostPane
from gatepost.ui.main_window.host_controller import HostController
from gatepost.ui.main_window.services import WindowServices

_PRACTICE = "practice:"


class OpenHostsStore:
    """Brings hosts back unread: nothing is sent to any of them before the user asks for it."""

    def __init__(self, services: WindowServices) -> None:
        self._services = services
        self._settings = QSettings(str(services.layout), QSettings.Format.IniFormat)

    def restore(self, hosts: HostController, connecting: ConnectController, pane: HostPane) -> None:
        """Add the hosts of before to the list and show the one that was shown; what is not known any more is left out."""
        keys = _lines(self._settings.value("hosts"))
        remote = {session.key: session for session in connecting.restored([k for k in keys if not _scenario(k)])}
        sessions = [remote.get(key) or self._practice(key) for key in keys]
        hosts.restore([session for session in sessions if session is not None], str(self._settings.value("shown", "")))
        sorting = str(self._settings.value("hosts_by", ""))
        pane.choose(next((each for each in HostSort if each.value == sorting), HostSort.OPENED))

    def save(self, hosts: OpenHosts, pane: HostPane) -> None:
        """Save what ``restore`` brings back; hosts of files are left out."""
        kinds = (HostKind.REMOTE, HostKind.PRACTICE)
        keys = [session.key for session in hosts.sessions if session.kind in kinds]
        self._settings.setValue("hosts", "\n".join(keys))
        self._settings.setValue("shown", hosts.current.key if hosts.current and hosts.current.key in keys else "")
        self._settings.setValue("hosts_by", pane.view.sort_model.sorting.value)
        self._settings.sync()

    def _practice(self, key: str) -> HostSession | None:
        scenario = _scenario(key)
        return self._services.open_practice(scenario) if scenario in self._services.scenarios else None


def _scenario(key: str) -> str:
    return key.removeprefix(_PRACTICE) if key.startswith(_PRACTICE) else ""


def _lines(value: object) -> list[str]:
    """Return the lines of a text as an INI file holds it, none for anything else; each once."""
    return list(dict.fromkeys(value.splitlines())) if isinstance(value, str) else []
