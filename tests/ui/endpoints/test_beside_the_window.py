"""What a host has sent is evaluated beside the window: when it is read, and again with pending changes."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from gatepost.endpoints.changes import edit
from gatepost.models.endpoints import endpoint_row, read_entries
from gatepost.security.edit.entries import ListKind
from gatepost.session import endpoint_in_view
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.dialogs.waiting import WaitDialog
from gatepost.ui.editor import entry_edit_actions, sddl_view
from gatepost.ui.editor.principal_dialog import PrincipalDialog
from gatepost.ui.editor.reorder_dialog import ReorderDialog
from tests.ui.desk import Desk
from tests.ui.gate import Gate


@pytest.fixture
def threads(monkeypatch) -> dict[str, set[int]]:
    """The threads in which each evaluation went on."""
    seen: dict[str, set[int]] = {"findings": set(), "access_summary": set(), "ace_rows": set()}

    def watch(module: object, name: str) -> None:
        real = getattr(module, name)

        def watched(*arguments: object) -> object:
            seen[name].add(threading.get_ident())
            return real(*arguments)

        monkeypatch.setattr(module, name, watched)

    watch(endpoint_row, "findings")
    watch(endpoint_row, "access_summary")
    watch(read_entries, "ace_rows")
    return seen


def test_a_host_and_its_pending_changes(open_window: Callable[..., Desk], threads) -> None:
    desk = open_window("hard-cases")
    desk.window.panel.select("Local.Only")
    details, permissions = desk.window.details, desk.window.details.permissions
    desk.qtbot.waitUntil(lambda: details.sentence.text() not in ("", "Evaluating..."), timeout=5000)
    permissions.view.select(0, 0)
    permissions.view.remove.trigger()
    desk.qtbot.waitUntil(lambda: details.sentence.text() not in ("", "Evaluating..."), timeout=5000)
    assert desk.session.drafts.has_pending
    assert threads["findings"] and threads["access_summary"]
    assert threading.get_ident() not in threads["findings"] | threads["access_summary"]


def test_the_entries_of_a_large_descriptor(open_window: Callable[..., Desk], threads, monkeypatch) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    desk = open_window("hard-cases")
    name = "Two.Nodes.That.Disagree"
    desk.window.panel.select(name)
    permissions = desk.window.details.permissions
    desk.qtbot.waitUntil(lambda: permissions.model.rowCount() > 0, timeout=5000)
    view = EndpointInView.of(desk.session, name)
    assert view is not None
    lists = read_entries.read_entries(view.endpoint, ListKind.DACL, None)
    threads["ace_rows"].discard(threading.get_ident())  # of the line above
    assert [permissions.model.row(n) for n in range(permissions.model.rowCount())] == list(lists.rows)
    assert threads["ace_rows"]


@pytest.mark.parametrize("action", ["remove", "duplicate", "down"])
def test_an_edit_of_a_large_descriptor_is_worked_out_beside_the_window(
    open_window: Callable[..., Desk], monkeypatch, action: str
) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    desk = open_window("hard-cases")
    desk.window.panel.select("Local.Only")
    permissions, seen = desk.window.details.permissions, set()
    desk.qtbot.waitUntil(lambda: permissions.model.rowCount() > 1, timeout=5000)
    real = edit.descriptor_at
    monkeypatch.setattr(edit, "descriptor_at", lambda *a: (seen.add(threading.get_ident()), real(*a))[1])
    permissions.view.select(0, 0)
    getattr(permissions.view, action).trigger()
    desk.qtbot.waitUntil(lambda: desk.session.drafts.draft("Local.Only") is not None, timeout=5000)
    assert seen and threading.get_ident() not in seen


def test_an_edit_is_dropped_when_the_descriptor_was_changed_meanwhile(
    open_window: Callable[..., Desk], monkeypatch
) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    go_on, real = threading.Event(), edit.descriptor_at
    desk = open_window("hard-cases")
    desk.window.panel.select("Local.Only")
    permissions = desk.window.details.permissions
    desk.qtbot.waitUntil(lambda: permissions.model.rowCount() > 1, timeout=5000)
    monkeypatch.setattr(edit, "descriptor_at", lambda *a: (go_on.wait(10), real(*a))[1])
    permissions.view.remove.trigger()
    held = desk.session.drafts.configuration("Local.Only")
    assert held is not None
    desk.session.drafts.edit("Typed", edit.set_sddl(held, 0, "O:NSG:BAD:P(A;;GX;;;RM)").edited)
    go_on.set()
    desk.wait_quiet()
    desk.qtbot.waitUntil(permissions.view.bar.isEnabled, timeout=5000)
    assert desk.session.drafts.configuration("Local.Only").sddl == "O:NSG:BAD:P(A;;GX;;;RM)"
    assert desk.session.drafts.history.undo_label == "Typed"


def test_no_entry_is_edited_while_a_large_descriptor_is_read(open_window: Callable[..., Desk], monkeypatch) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    go_on = threading.Event()
    desk = open_window("hard-cases")
    desk.window.panel.select("Local.Only")
    permissions = desk.window.details.permissions
    desk.qtbot.waitUntil(lambda: permissions.model.rowCount() > 0, timeout=5000)
    real = read_entries.ace_rows
    monkeypatch.setattr(read_entries, "ace_rows", lambda *a: (go_on.wait(30), real(*a))[1])
    permissions.view.remove.trigger()
    first = desk.session.drafts.draft("Local.Only")
    assert first is not None
    permissions.view.remove.trigger()
    assert desk.session.drafts.draft("Local.Only") is first
    go_on.set()
    desk.qtbot.waitUntil(permissions.view.bar.isEnabled, timeout=5000)
    permissions.view.remove.trigger()
    assert desk.session.drafts.draft("Local.Only") is not first


def test_the_selected_entries_of_several_large_descriptors_go_together(
    open_window: Callable[..., Desk], monkeypatch
) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    desk = open_window("hard-cases")
    desk.window.panel.select("Two.Nodes.That.Disagree")
    permissions = desk.window.details.permissions
    desk.qtbot.waitUntil(lambda: permissions.model.rowCount() > 0, timeout=5000)
    assert permissions.model.has_several_resources
    permissions.view.table.selectAll()
    permissions.view.remove.trigger()
    desk.qtbot.waitUntil(lambda: permissions.model.rowCount() == 0, timeout=5000)


def test_long_sddl_is_explained_beside_the_window(open_window: Callable[..., Desk], monkeypatch) -> None:
    monkeypatch.setattr(sddl_view, "_LONG", 10)
    seen: set[int] = set()
    real = sddl_view.explain
    monkeypatch.setattr(sddl_view, "explain", lambda *a: (seen.add(threading.get_ident()), real(*a))[1])
    desk = open_window("hard-cases")
    desk.window.panel.select("Local.Only")
    details = desk.window.details
    details.tabs.setCurrentWidget(details.sddl())
    desk.qtbot.waitUntil(lambda: "Owner: " in details.sddl().view.words.toPlainText(), timeout=5000)
    assert seen and threading.get_ident() not in seen


@pytest.mark.parametrize(("action", "function"), [("root", "use_root_sddl"), ("own", "own_descriptor")])
def test_where_permissions_come_from_is_changed_beside_the_window(
    open_window: Callable[..., Desk], gate: Gate, monkeypatch, action: str, function: str
) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    desk = open_window("hard-cases")
    name = "Local.Only" if action == "root" else "No.Security.Node"
    desk.window.panel.select(name)
    permissions = desk.window.details.permissions
    desk.qtbot.waitUntil(lambda: permissions.model.rowCount() > 0, timeout=5000)
    gate.before(monkeypatch, edit, function)
    getattr(permissions, action).trigger()
    getattr(permissions, action).trigger()  # a second one while the first is worked out is dropped
    assert desk.session.drafts.draft(name) is None
    gate.open.set()
    desk.qtbot.waitUntil(lambda: desk.session.drafts.draft(name) is not None, timeout=5000)
    assert threading.get_ident() not in gate.threads
    desk.window.actions_.undo.trigger()
    assert not desk.session.drafts.has_pending


def test_the_owner_of_a_large_descriptor_is_changed_beside_the_window(
    open_window: Callable[..., Desk], gate: Gate, monkeypatch
) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    desk = open_window("hard-cases")
    desk.window.panel.select("Local.Only")
    owner = desk.window.details.owner()
    desk.window.details.tabs.setCurrentWidget(owner)
    desk.qtbot.waitUntil(owner.change_owner.isEnabled, timeout=5000)
    gate.before(monkeypatch, edit, "set_owner")
    owner.change_owner.click()
    dialog = desk.dialog(PrincipalDialog)
    dialog.principal.edit.clear()
    desk.qtbot.keyClicks(dialog.principal.edit, "SYSTEM")
    desk.qtbot.waitUntil(dialog.ok_button.isEnabled)
    dialog.ok_button.click()
    assert desk.session.drafts.draft("Local.Only") is None
    gate.open.set()
    desk.qtbot.waitUntil(lambda: desk.session.drafts.draft("Local.Only") is not None, timeout=5000)
    assert threading.get_ident() not in gate.threads


def test_moves_of_entries_are_looked_for_beside_the_window_and_can_be_called_off(
    open_window: Callable[..., Desk], gate: Gate, monkeypatch
) -> None:
    desk = open_window("hard-cases")
    desk.window.panel.select("Not.Canonical")
    reorder = desk.window.details.permissions.view.reorder
    desk.qtbot.waitUntil(reorder.isEnabled, timeout=5000)
    gate.before(monkeypatch, entry_edit_actions, "moves")
    reorder.trigger()
    desk.dialog(WaitDialog).cancel_button.click()
    gate.open.set()
    desk.qtbot.waitUntil(lambda: desk.dialogs() == [])
    reorder.trigger()
    desk.dialog(ReorderDialog).ok_button.click()
    desk.qtbot.waitUntil(lambda: desk.session.drafts.has_pending)
    assert threading.get_ident() not in gate.threads
