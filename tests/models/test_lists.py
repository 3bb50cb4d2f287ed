"""The host list and the table of details."""

import pytest
from PySide6.QtCore import Qt

from gatepost.endpoints.host_kind import HostKind
from gatepost.models.endpoints.details_table import DetailsTableModel
from gatepost.models.host_list import HostListModel, HostRow, HostState
from gatepost.models.roles import ValueRole
from tests.models.documents import endpoint


@pytest.mark.parametrize("force_py", [False, True], ids=["cpp", "py"])
def test_an_update_of_a_host_changes_its_row_alone(qtmodeltester, qapp, qtbot, force_py):
    model = HostListModel()
    qtmodeltester.check(model, force_py=force_py)
    model.add(HostRow("a", "SRV01"))
    assert model.add(HostRow("b", "Practice", HostKind.PRACTICE)) == 1
    with qtbot.waitSignal(model.dataChanged) as got:
        model.update("b", state=HostState.READY, endpoints=7)
    assert got.args[0].row() == 1
    assert model.index(1).data(ValueRole).endpoints == 7
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Practice: 7 endpoints"
    model.update("b", endpoints=1)
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Practice: 1 endpoint"
    model.update("nobody", endpoints=1)
    assert model.number_of("nobody") is None
    model.remove("nobody")
    model.remove("a")
    assert [model.index(row).data() for row in range(model.rowCount())] == ["Practice"]


def test_of_many_hosts_each_is_told_once_and_none_that_is_gone(qtmodeltester, qapp, qtbot):
    model, told = HostListModel(), []
    qtmodeltester.check(model)
    for number in range(50):
        model.add(HostRow(str(number), f"SRV{number:02}"))
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    for state in (HostState.READING, HostState.READY):
        for number in range(50):
            model.update(str(number), state=state)
    assert told == []
    assert model.index(49).data(ValueRole).state is HostState.READY
    model.remove("7")
    qtbot.waitUntil(lambda: len(told) == 49, timeout=5000)
    qtbot.wait(150)
    assert sorted(told) == [(row, row) for row in range(49)]
    model.update("8", endpoints=3)
    qtbot.waitUntil(lambda: told[49:] == [(7, 7)], timeout=5000)


def test_this_computer_moves_the_others(qapp, qtbot):
    model = HostListModel()
    model.add(HostRow("a", "SRV01"))
    with qtbot.waitSignal(model.dataChanged) as got:
        model.update("a", state=HostState.READING)
        model.add(HostRow("here", "This computer", HostKind.THIS_COMPUTER))
    assert got.args[0].row() == 1


@pytest.mark.parametrize("force_py", [False, True], ids=["cpp", "py"])
def test_details_name_everything_but_the_password(qtmodeltester, qapp, force_py):
    model = DetailsTableModel()
    qtmodeltester.check(model, force_py=force_py)
    model.set_configuration(endpoint("One", extra='RunAsUser="C\\u" RunAsPassword="hunter2" Unknown="kept"'))
    shown = {model.index(r, 0).data(): model.index(r, 1).data() for r in range(model.rowCount())}
    assert shown["RunAsUser"] == r"C\u"
    assert shown["Unknown"] == "kept"
    assert shown["Parameter PSVersion"] == "5.1"
    assert shown["Quota MaxShells"] == "25"
    assert "hunter2" not in str(shown)
    model.set_configuration(None)
    assert model.rowCount() == 0
