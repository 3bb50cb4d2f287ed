"""What a host has sent is evaluated beside the window: when it is read, and again with pending changes."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from gatepost.endpoints.changes import permission_edits
from gatepost.models.endpoints import ace_table, endpoint_row
from gatepost.security.edit.entries import ListKind
from gatepost.session import endpoint_in_view
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.dialogs.waiting import WaitDialog
from gatepost.ui.editor import entry_edits, sddl_view
from gatepost.ui.editor.principal_field import PrincipalDialog
from gatepost.ui.editor.reorder_dialog import ReorderDialog
from tests.ui.blocked_call import BlockedCall
from tests.ui.window_driver import WindowDriver


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

    endpoint_row._remarks.clear()  # other tests have read the same endpoints
    watch(endpoint_row, "findings")
    watch(endpoint_row, "access_summary")
    watch(ace_table, "ace_rows")
    return seen


def test_a_host_and_its_pending_changes(open_window: Callable[..., WindowDriver], threads) -> None:
    driver = open_window("hard-cases")
    driver.window.panel.select("Local.Only")
    details, permissions = driver.window.details, driver.window.details.permissions
    driver.qtbot.waitUntil(lambda: details.sentence.text() not in ("", "Evaluating..."), timeout=5000)
    permissions.table.select(0, 0)
    permissions.remove.trigger()
    driver.qtbot.waitUntil(lambda: details.sentence.text() not in ("", "Evaluating..."), timeout=5000)
    assert driver.session.pending_changes.has_pending
    assert threads["findings"] and threads["access_summary"]
    assert threading.get_ident() not in threads["findings"] | threads["access_summary"]


def test_the_entries_of_a_large_descriptor(open_window: Callable[..., WindowDriver], threads, monkeypatch) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    driver = open_window("hard-cases")
    name = "Two.Nodes.That.Disagree"
    driver.window.panel.select(name)
    permissions = driver.window.details.permissions
    driver.qtbot.waitUntil(lambda: permissions.model.rowCount() > 0, timeout=5000)
    view = EndpointInView.of(driver.session, name)
    assert view is not None
    lists = ace_table.read_entries(view.endpoint, ListKind.DACL, None)
    threads["ace_rows"].discard(threading.get_ident())  # of the line above
    assert [permissions.model.row(n) for n in range(permissions.model.rowCount())] == list(lists.rows)
    assert threads["ace_rows"]


@pytest.mark.parametrize("action", ["remove", "duplicate", "down"])
def test_an_edit_of_a_large_descriptor_is_worked_out_beside_the_window(
    open_window: Callable[..., WindowDriver], monkeypatch, action: str
) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    driver = open_window("hard-cases")
    driver.window.panel.select("Local.Only")
    permissions, seen = driver.window.details.permissions, set()
    driver.qtbot.waitUntil(lambda: permissions.model.rowCount() > 1, timeout=5000)
    real = permission_edits.descriptor_at
    monkeypatch.setattr(permission_edits, "descriptor_at", lambda *a: (seen.add(threading.get_ident()), real(*a))[1])
    permissions.table.select(0, 0)
    getattr(permissions, action).trigger()
    driver.qtbot.waitUntil(
        lambda: driver.session.pending_changes.pending_change("Local.Only") is not None, timeout=5000
    )
    assert seen and threading.get_ident() not in seen


def test_an_edit_is_dropped_when_the_descriptor_was_changed_meanwhile(
    open_window: Callable[..., WindowDriver], monkeypatch
) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    go_on, real = threading.Event(), permission_edits.descriptor_at
    driver = open_window("hard-cases")
    driver.window.panel.select("Local.Only")
    permissions = driver.window.details.permissions
    driver.qtbot.waitUntil(lambda: permissions.model.rowCount() > 1, timeout=5000)
    monkeypatch.setattr(permission_edits, "descriptor_at", lambda *a: (go_on.wait(10), real(*a))[1])
    permissions.remove.trigger()
    held = driver.session.pending_changes.configuration("Local.Only")
    assert held is not None
    driver.session.pending_changes.edit(permission_edits.set_sddl(held, 0, "O:NSG:BAD:P(A;;GX;;;RM)"))
    go_on.set()
    driver.wait_quiet()
    driver.qtbot.waitUntil(permissions.bar.isEnabled, timeout=5000)
    assert driver.session.pending_changes.configuration("Local.Only").sddl == "O:NSG:BAD:P(A;;GX;;;RM)"
    assert driver.session.pending_changes.undo_stack.undo_label == "Edit the SDDL of Local.Only"


def test_no_entry_is_edited_while_a_large_descriptor_is_read(
    open_window: Callable[..., WindowDriver], monkeypatch
) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    go_on = threading.Event()
    driver = open_window("hard-cases")
    driver.window.panel.select("Local.Only")
    permissions = driver.window.details.permissions
    driver.qtbot.waitUntil(lambda: permissions.model.rowCount() > 0, timeout=5000)
    real = ace_table.ace_rows
    monkeypatch.setattr(ace_table, "ace_rows", lambda *a: (go_on.wait(30), real(*a))[1])
    permissions.remove.trigger()
    first = driver.session.pending_changes.pending_change("Local.Only")
    assert first is not None
    permissions.remove.trigger()
    assert driver.session.pending_changes.pending_change("Local.Only") is first
    go_on.set()
    driver.qtbot.waitUntil(permissions.bar.isEnabled, timeout=5000)
    permissions.remove.trigger()
    assert driver.session.pending_changes.pending_change("Local.Only") is not first


def test_the_selected_entries_of_several_large_descriptors_go_together(
    open_window: Callable[..., WindowDriver], monkeypatch
) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    driver = open_window("hard-cases")
    driver.window.panel.select("Two.Nodes.That.Disagree")
    permissions = driver.window.details.permissions
    driver.qtbot.waitUntil(lambda: permissions.model.rowCount() > 0, timeout=5000)
    assert permissions.model.has_several_resources
    permissions.table.selectAll()
    permissions.remove.trigger()
    driver.qtbot.waitUntil(lambda: permissions.model.rowCount() == 0, timeout=5000)


def test_long_sddl_is_explained_beside_the_window(open_window: Callable[..., WindowDriver], monkeypatch) -> None:
    monkeypatch.setattr(sddl_view, "_LONG", 10)
    seen: set[int] = set()
    real = sddl_view.descriptor_text
    monkeypatch.setattr(sddl_view, "descriptor_text", lambda *a: (seen.add(threading.get_ident()), real(*a))[1])
    driver = open_window("hard-cases")
    driver.window.panel.select("Local.Only")
    details = driver.window.details
    details.tabs.setCurrentWidget(details.sddl())
    driver.qtbot.waitUntil(lambda: "Owner: " in details.sddl().view.words.toPlainText(), timeout=5000)
    assert seen and threading.get_ident() not in seen


@pytest.mark.parametrize(("action", "function"), [("root", "use_root_sddl"), ("own", "own_descriptor")])
def test_where_permissions_come_from_is_changed_beside_the_window(
    open_window: Callable[..., WindowDriver], blocked_call: BlockedCall, monkeypatch, action: str, function: str
) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    driver = open_window("hard-cases")
    name = "Local.Only" if action == "root" else "No.Security.Node"
    driver.window.panel.select(name)
    permissions = driver.window.details.permissions
    driver.qtbot.waitUntil(lambda: permissions.model.rowCount() > 0, timeout=5000)
    blocked_call.before(monkeypatch, permission_edits, function)
    getattr(permissions, action).trigger()
    getattr(permissions, action).trigger()  # a second one while the first is worked out is dropped
    assert driver.session.pending_changes.pending_change(name) is None
    blocked_call.open.set()
    driver.qtbot.waitUntil(lambda: driver.session.pending_changes.pending_change(name) is not None, timeout=5000)
    assert threading.get_ident() not in blocked_call.threads
    driver.window.actions_.undo.trigger()
    assert not driver.session.pending_changes.has_pending


def test_the_owner_of_a_large_descriptor_is_changed_beside_the_window(
    open_window: Callable[..., WindowDriver], blocked_call: BlockedCall, monkeypatch
) -> None:
    monkeypatch.setattr(endpoint_in_view, "_LARGE", 10)
    driver = open_window("hard-cases")
    driver.window.panel.select("Local.Only")
    owner = driver.window.details.owner()
    driver.window.details.tabs.setCurrentWidget(owner)
    driver.qtbot.waitUntil(owner.change_owner.isEnabled, timeout=5000)
    blocked_call.before(monkeypatch, permission_edits, "set_owner")
    owner.change_owner.click()
    dialog = driver.dialog(PrincipalDialog)
    dialog.principal.edit.clear()
    driver.qtbot.keyClicks(dialog.principal.edit, "SYSTEM")
    driver.qtbot.waitUntil(dialog.ok_button.isEnabled)
    dialog.ok_button.click()
    assert driver.session.pending_changes.pending_change("Local.Only") is None
    blocked_call.open.set()
    driver.qtbot.waitUntil(
        lambda: driver.session.pending_changes.pending_change("Local.Only") is not None, timeout=5000
    )
    assert threading.get_ident() not in blocked_call.threads


def test_moves_of_entries_are_looked_for_beside_the_window_and_can_be_called_off(
    open_window: Callable[..., WindowDriver], blocked_call: BlockedCall, monkeypatch
) -> None:
    driver = open_window("hard-cases")
    driver.window.panel.select("Not.Canonical")
    reorder = driver.window.details.permissions.reorder
    driver.qtbot.waitUntil(reorder.isEnabled, timeout=5000)
    blocked_call.before(monkeypatch, entry_edits, "moves")
    reorder.trigger()
    driver.dialog(WaitDialog).cancel_button.click()
    blocked_call.open.set()
    driver.qtbot.waitUntil(lambda: driver.dialogs() == [])
    reorder.trigger()
    driver.dialog(ReorderDialog).ok_button.click()
    driver.qtbot.waitUntil(lambda: driver.session.pending_changes.has_pending)
    assert threading.get_ident() not in blocked_call.threads
