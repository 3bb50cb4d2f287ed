"""Lists of hosts opened at once, and one question to all of them."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection, ConnectRequest
from gatepost.backend.connect.credentials import Credentials
from gatepost.endpoints.compare.search import SearchKind
from gatepost.models.hit_table import HitColumn
from gatepost.models.host_list import HostState
from gatepost.ui.connect.host_list_dialog import HostListDialog
from gatepost.ui.dialogs import fitted
from gatepost.ui.dialogs.layout import ScrollBody
from gatepost.ui.dialogs.message import MessageDialog
from gatepost.ui.hosts.find_dialog import FindDialog
from tests.backend.connect.test_credentials import MemoryKeyring
from tests.practice.host_process import PracticeProcess
from tests.ui.dialogs import wait_for
from tests.ui.window_driver import WindowDriver


@pytest.fixture(scope="module")
def hosts() -> Iterator[list[PracticeProcess]]:
    with PracticeProcess("reference-page") as one, PracticeProcess("hard-cases") as two:
        yield [one, two]


@pytest.fixture
def closed_port() -> Iterator[int]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def label(host: PracticeProcess) -> str:
    return host.url.removeprefix("http://").removesuffix("/wsman")


def drop(driver: WindowDriver, mime: QMimeData) -> None:
    """What Qt delivers when something is dropped on the window."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 300), copy, mime, left, none)
    QApplication.sendEvent(driver.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(driver.window, QDropEvent(QPointF(50, 300), copy, mime, left, none))


def opened(driver: WindowDriver, dialog: HostListDialog, host: PracticeProcess) -> None:
    """Give the account once and wait until all hosts have been read or failed."""
    user, password = host.account()
    dialog.login.scheme_box.setCurrentIndex(dialog.login.scheme_box.findData("ntlm"))
    dialog.login.user_edit.setText(user)
    dialog.login.password_edit.setText(password)
    dialog.open_button.click()
    settled(driver)


def focus(driver: WindowDriver, widget) -> None:
    driver.window.activateWindow()
    driver.qtbot.waitUntil(driver.window.isActiveWindow, timeout=5000)
    widget.setFocus()


def settled(driver: WindowDriver) -> None:
    ended = (HostState.READY, HostState.FAILED)
    driver.qtbot.waitUntil(
        lambda: bool(driver.states()) and all(s in ended for s in driver.states().values()), timeout=20_000
    )


def test_a_file_of_hosts_dropped_on_the_window(driver: WindowDriver, hosts, closed_port: int, tmp_path) -> None:
    path = tmp_path / "hosts.txt"
    path.write_text(f"# ours\n{label(hosts[0])}\nbad!name\n127.0.0.1:{closed_port}\n{label(hosts[0])}\n")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop(driver, mime)
    dialog = wait_for(driver.qtbot, HostListDialog)
    assert dialog.open_button.text() == "&Open 2 hosts"
    assert dialog.problems.toPlainText().splitlines() == [
        "Line 3: bad!name - Not a host name or address.",
        "Listed more than once: 1",
    ]
    opened(driver, dialog, hosts[0])
    assert driver.states() == {
        label(hosts[0]): HostState.READY,
        f"127.0.0.1:{closed_port}": HostState.FAILED,  # and disturbs nobody
    }
    assert driver.window.current.name == label(hosts[0])


def test_a_list_pasted_into_the_hosts_opens_as_before_what_is_known(driver: WindowDriver, hosts) -> None:
    driver.connect(hosts[0])
    driver.window.actions_.disconnect.trigger()
    QGuiApplication.clipboard().setText(f"{label(hosts[0])}, {label(hosts[1])}")
    view = driver.window.host_view
    focus(driver, view)
    driver.qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = wait_for(driver.qtbot, HostListDialog)
    assert dialog.open_button.text() == "&Open 2 hosts"
    assert not dialog.as_before.isVisible()  # the password was not kept, so the account has to be given
    opened(driver, dialog, hosts[1])
    # The two hosts have passwords of their own: what the first one rejects is not sent to the other.
    assert list(driver.states().values()) == [HostState.FAILED, HostState.FAILED]
    assert "didn't send them" in driver.row(2).problem
    driver.connect(hosts[1])  # typed again
    assert list(driver.states().values()) == [HostState.FAILED, HostState.READY]


INVENTORY = """[windows]
{first} ansible_password=hunter2
{second}
[windows:vars]
ansible_password=hunter3
"""


def test_only_hosts_that_are_checked_are_contacted_and_no_secret_of_a_list_is_shown(
    driver: WindowDriver, hosts
) -> None:
    before = hosts[1].console("counts")
    driver.window.host_lists.open_text(INVENTORY.format(first=label(hosts[0]), second=label(hosts[1])))
    dialog = wait_for(driver.qtbot, HostListDialog)
    listed = [dialog.picker.list.item(row).text() for row in range(dialog.picker.list.count())]
    assert listed == [label(hosts[0]), label(hosts[1])]
    assert "hunter" not in dialog.problems.toPlainText() + "".join(listed)
    assert "aren't hosts" in dialog.problems.toPlainText()
    dialog.picker.none_button.click()
    assert not dialog.open_button.isEnabled()
    dialog.picker.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.open_button.text() == "&Open 1 host"
    opened(driver, dialog, hosts[0])
    assert driver.states() == {label(hosts[0]): HostState.READY}
    assert hosts[1].console("counts") == before


def test_a_list_opens_at_its_top_on_a_small_screen(driver: WindowDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    hosts = "\n".join(f"srv{number:02}" for number in range(12))
    for screen, at_top in ((QSize(1920, 1080), False), (QSize(960, 540), True)):
        monkeypatch.setattr(fitted, "available", lambda window, screen=screen: screen)
        driver.window.host_lists.open_text(hosts)
        dialog = wait_for(driver.qtbot, HostListDialog)
        expected = dialog.picker.list if at_top else dialog.login.user_edit
        driver.qtbot.waitUntil(lambda dialog=dialog, expected=expected: dialog.focusWidget() is expected)
        body = dialog.findChild(ScrollBody)
        for _ in range(3):
            QApplication.processEvents()  # which scroll to the focus
        assert body.verticalScrollBar().value() == 0
        assert (body.verticalScrollBar().maximum() > 0) is at_top
        dialog.reject()


def test_protections_that_cannot_be_read_are_said(driver: WindowDriver) -> None:
    (driver.folders.data / "protections.json").write_text("{")
    driver.window.host_lists.open_text("srv01")
    dialog = wait_for(driver.qtbot, HostListDialog)
    assert "the trusted certificates" in dialog.problem_label.text()
    dialog.login.user_edit.setText("u")
    assert "the trusted certificates" in dialog.problem_label.text()
    dialog.reject()


def test_what_may_be_no_host_is_not_checked_at_first(driver: WindowDriver) -> None:
    driver.window.host_lists.open_text("please connect to\nsrv01\n")
    dialog = wait_for(driver.qtbot, HostListDialog)
    assert [address.label for address in dialog.picker.checked()] == ["srv01"]
    dialog.picker.all_button.click()
    assert [address.label for address in dialog.picker.checked()] == ["please", "srv01"]
    dialog.reject()


def test_what_hosts_of_a_list_get_over_http_is_said(driver: WindowDriver) -> None:
    driver.window.host_lists.open_text("srv01\nhttps://srv02\n")
    dialog = wait_for(driver.qtbot, HostListDialog)
    dialog.login.choose("ntlm")
    assert "NTLM doesn't prove the host's identity" in dialog.login.identity_note.label.text()
    dialog.picker.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.login.identity_note.isVisible()
    dialog.reject()


def test_a_list_does_not_take_away_what_protects_a_known_host(driver: WindowDriver, hosts) -> None:
    known = Connection(
        "ntlm", "LAB\\admin", parse_address("https://srv01"), saved=True, read_only=True, pinned_fingerprint="ab" * 32
    )
    driver.store().note(known)
    driver.window.host_lists.open_text("https://srv01")
    dialog = wait_for(driver.qtbot, HostListDialog)
    made: list[object] = []
    dialog.requests_made.disconnect()
    dialog.requests_made.connect(made.extend)
    dialog.login.scheme_box.setCurrentIndex(dialog.login.scheme_box.findData("credssp"))
    dialog.login.user_edit.setText("LAB\\other")
    dialog.login.password_edit.setText("secret")
    dialog.open_button.click()
    assert made == [ConnectRequest(replace(known, authentication="credssp", user="LAB\\other"), "secret")]


def test_what_is_missing_is_said_in_place(driver: WindowDriver, hosts) -> None:
    driver.window.host_lists.open_text(label(hosts[0]))
    dialog = wait_for(driver.qtbot, HostListDialog)
    dialog.login.scheme_box.setCurrentIndex(dialog.login.scheme_box.findData("ntlm"))
    dialog.login.user_edit.setText("")
    dialog.open_button.click()
    assert dialog.isVisible() and dialog.problem_label.text()
    dialog.login.user_edit.setText("x")
    assert not dialog.problem_label.isVisible()
    dialog.reject()
    assert driver.states() == {}


def test_a_text_without_hosts_is_refused_in_words(driver: WindowDriver) -> None:
    driver.window.host_lists.open_text("bad!name\n")
    box = wait_for(driver.qtbot, MessageDialog)
    assert box.title_label.text() == "This isn't a list of hosts."
    assert box.text_label.text() == "Not a host name or address."
    box.close()


def test_a_file_that_is_no_list_is_refused_in_words(driver: WindowDriver, tmp_path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\x00")
    driver.window.host_lists.open_file(tmp_path / "picture.png")
    box = wait_for(driver.qtbot, MessageDialog)
    assert box.title_label.text() == "picture.png isn't a text file."
    box.close()


def test_a_double_click_reads_a_host_again(driver: WindowDriver, hosts) -> None:
    session = driver.connect(hosts[0])
    before = session.snapshot
    view = driver.window.host_view
    index = view.currentIndex()
    place = view.visualRect(index).center()
    driver.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    driver.qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    driver.qtbot.waitUntil(lambda: session.snapshot is not before, timeout=10_000)
    again = driver.settled(session).snapshot
    focus(driver, view)
    driver.qtbot.keyClick(view, Qt.Key.Key_Return)
    driver.qtbot.waitUntil(lambda: session.snapshot is not again, timeout=10_000)
    driver.settled(session)


def find(driver: WindowDriver, wanted: SearchKind, words: str = "") -> FindDialog:
    driver.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = wait_for(driver.qtbot, FindDialog)
    dialog.kind_box.setCurrentIndex(dialog.kind_box.findData(wanted))
    dialog.words_edit.setText(words)
    searched(driver, dialog)
    return dialog


def searched(driver: WindowDriver, dialog: FindDialog) -> None:
    dialog.search()
    driver.qtbot.waitUntil(lambda: "so far" not in dialog.summary_label.text(), timeout=10_000)


def rows(dialog: FindDialog) -> list[list[str]]:
    model = dialog.sort_model
    return [[model.index(row, column).data() for column in HitColumn] for row in range(model.rowCount())]


def test_every_deny_on_all_hosts_and_on_to_the_endpoint(driver: WindowDriver, hosts) -> None:
    for host in hosts:
        driver.connect(host)
    dialog = find(driver, SearchKind.DENIES)
    found = rows(dialog)
    assert {row[0] for row in found} == {label(hosts[1])}  # nothing is denied on the first one
    assert {row[2] for row in found} == {"Deny"}
    assert ["Local.Only", "Deny"] in [row[1:3] for row in found]
    assert f"{len(found)} results on 2 hosts." in dialog.summary_label.text()
    driver.window.show_endpoint(driver.row(1).key, "")
    number = next(n for n, row in enumerate(found) if row[1] == "Local.Only")
    dialog.table.selectRow(number)
    dialog.table.setFocus()
    driver.qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert driver.window.current.name == label(hosts[1])
    assert driver.window.panel.selected_names() == ("Local.Only",)
    (entry,) = driver.window.details.permissions.table.selected()
    assert entry.ace.is_deny
    assert dialog.as_text().splitlines()[0] == "Host\tEndpoint\tMatch\tEntry"
    dialog.close()


def test_what_a_principal_can_open(driver: WindowDriver, hosts) -> None:
    for host in hosts:
        driver.connect(host)
    dialog = find(driver, SearchKind.CAN_OPEN)
    assert rows(dialog) == [] and dialog.table.accessibleDescription() == "No results."
    assert dialog.summary_label.text() == "Enter a user or group."
    dialog.words_edit.setText("Administrators")
    everywhere = {label(host) for host in hosts}
    driver.qtbot.waitUntil(lambda: {row[0] for row in rows(dialog)} == everywhere, timeout=10_000)
    assert all(row[2].startswith(("Over the network", "Locally (loopback)")) for row in rows(dialog))
    dialog.words_edit.setText("Nobody.At.All")
    driver.qtbot.waitUntil(lambda: '"Nobody.At.All" isn' in dialog.summary_label.text(), timeout=10_000)
    dialog.close()


def test_the_search_follows_what_is_open_and_names_what_was_not_read(
    driver: WindowDriver, hosts, closed_port: int
) -> None:
    driver.connect(hosts[1])
    dialog = find(driver, SearchKind.FINDINGS, "deny")
    assert rows(dialog)
    driver.connect(hosts[0], address=f"127.0.0.1:{closed_port}")
    searched(driver, dialog)
    assert f"Not searched (not connected): 127.0.0.1:{closed_port}." in dialog.summary_label.text()
    driver.window.hosts.close(driver.window.open_hosts.sessions[1])
    driver.qtbot.waitUntil(lambda: rows(dialog) == [], timeout=10_000)
    dialog.close()


def test_escape_closes_the_search_and_it_opens_again(driver: WindowDriver) -> None:
    dialog = find(driver, SearchKind.DENIES)
    driver.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    driver.qtbot.waitUntil(lambda: driver.window.finding.find_dialog is None, timeout=5000)
    assert find(driver, SearchKind.DENIES).isVisible()


def test_hosts_with_a_remembered_password_of_a_list_need_none(open_driver, hosts) -> None:
    keyring = MemoryKeyring()
    driver = open_driver(lambda: keyring)
    user, password = hosts[0].account()
    known = Connection("ntlm", user, parse_address(hosts[0].url), remember=True)
    driver.store().note(known)
    Credentials(lambda: keyring).remember(known, password)
    driver.window.host_lists.open_text(label(hosts[0]))
    dialog = wait_for(driver.qtbot, HostListDialog)
    assert dialog.as_before.isChecked() and "1" in dialog.as_before.text()
    made: list[ConnectRequest] = []
    dialog.requests_made.connect(made.extend)
    dialog.open_button.click()
    assert [(request.connection.user, request.password) for request in made] == [(user, "")]
    driver.qtbot.waitUntil(lambda: list(driver.states().values()) == [HostState.READY], timeout=20_000)
