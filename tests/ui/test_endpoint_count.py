"""How many endpoints a host has is one number, wherever it is told; plug-ins that can't be read are told apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.snapshot import UnreadablePlugin
from tests.ui.window_driver import WindowDriver


def test_every_place_tells_the_same_number_of_endpoints(open_window: Callable[..., WindowDriver], monkeypatch) -> None:
    real = Host.read_snapshot
    broken = (UnreadablePlugin("Broken", "It has no name."),)
    monkeypatch.setattr(Host, "read_snapshot", lambda *asked: replace(real(*asked), unreadable=broken))
    hard = open_window("hard-cases")
    assert hard.session.snapshot is not None and hard.session.snapshot.unreadable == broken
    shown = hard.window.panel.filter.rowCount()
    in_list = hard.window.open_hosts.model.index(1)
    assert in_list.data(Qt.ItemDataRole.AccessibleTextRole) == f"{hard.session.name}: {shown} endpoints"
    assert hard.window.status.counts.text().startswith(f"{shown} endpoints: ")
    assert ", 1 unreadable" in hard.window.status.counts.text()
