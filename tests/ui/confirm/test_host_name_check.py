"""What leaves nobody, or no administrator, asks for the name of the host."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gatepost.endpoints.changes.remoting import disable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.writes.change_set import ChangeSet, EndpointChange
from gatepost.models.endpoints.pending_changes import PendingChanges
from gatepost.session.evaluator import Evaluator
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.host_name_check import HostNameCheck
from gatepost.ui.confirm.planned_change import ChangeRequest
from gatepost.ui.dialogs.files import FileSaver
from tests.jobs.eager_runner import EagerRunner
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import endpoint, snapshot

HOST = snapshot(endpoint("microsoft.powershell", "D:P(A;;GA;;;BA)(A;;GA;;;RM)"))


@pytest.fixture
def show(qtbot) -> Iterator:
    made: list[ConfirmDialog] = []

    def shown(change_set: ChangeSet, *, preview: bool = False) -> ConfirmDialog:
        request = ChangeRequest(lambda _: change_set, HOST, preview=preview)
        saver, evaluator = FileSaver(ManualRunner()), Evaluator(EagerRunner())
        made.append(ConfirmDialog(request, request.planned(), PendingChanges(), saver, evaluator))
        made[-1].open()
        qtbot.waitExposed(made[-1])
        return made[-1]

    yield shown
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


def emptied() -> ChangeSet:
    before = HOST.configurations[0]
    change = EndpointChange(HOST.endpoint_with(before), before.with_sddls(("O:NSG:BAD:P(A;;GX;;;RM)",)))
    return replace(set_access_mode(HOST, [], AccessMode.LOCAL), changes=(change,))


def test_the_button_waits_for_the_name(show, qtbot) -> None:
    dialog = show(emptied())
    assert dialog.focusWidget() is dialog.host_name.edit  # what is typed goes there
    assert dialog.host_name.isVisible() and not dialog.confirm_button.isEnabled()
    assert dialog.host_name.why.text() == (
        "After this, administrators won't be able to open sessions on microsoft.powershell. Type SRV01 to confirm."
    )
    qtbot.keyClicks(dialog.host_name.edit, "SRV0")
    assert not dialog.confirm_button.isEnabled()
    with qtbot.assertNotEmitted(dialog.finished, wait=20):
        qtbot.keyClick(dialog.host_name.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.host_name.edit, "2")
    assert not dialog.confirm_button.isEnabled()
    dialog.host_name.edit.clear()
    qtbot.keyClicks(dialog.host_name.edit, " srv01 ")
    with qtbot.waitSignal(dialog.confirmed):
        qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)


def test_nothing_is_typed_for_a_preview_or_where_somebody_stays(show) -> None:
    assert not show(emptied(), preview=True).host_name.isVisible()
    dialog = show(disable_remoting(HOST))
    assert not dialog.host_name.isVisible() and dialog.confirm_button.isEnabled()


def test_tab_reaches_the_name_before_the_reason(show) -> None:
    dialog = show(emptied())
    dialog.host_name.edit.setFocus()
    dialog.focusNextPrevChild(True)
    assert dialog.focusWidget() is dialog.reason_edit


def test_a_name_with_an_invisible_character_can_be_typed_as_it_is_shown(qtbot) -> None:
    check = HostNameCheck()
    qtbot.addWidget(check)
    check.ask("Type the name.", "srv\u200b01")
    check.show()
    check.edit.setText("srv01")
    assert not check.passed()
    check.edit.setText("srv\u200b01")
    assert check.passed()
