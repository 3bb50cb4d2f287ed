"""The matrix of accounts and endpoints of a host."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from gatepost.endpoints.access.tokens import (
    Origin,
)
from gatepost.models.access.summary_matrix import SummaryMatrixModel
from gatepost.models.roles import ToneRole, ValueRole
from tests.models.access.shared import ACCOUNTS, USER, with_tester
from tests.models.documents import endpoint, snapshot

HOST = replace(
    snapshot(
        endpoint("Open", f"D:P(A;;GA;;;BA)(A;;GX;;;{USER})"),
        endpoint("Local", "D:P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GA;;;IU)"),
        endpoint("Off", "D:P(A;;GA;;;BA)", enabled=False),
        endpoint("If", 'D:P(XA;;GX;;;AU;(@User.Team == "a"))'),
    ),
    accounts=ACCOUNTS,
)


def worked_out(model: SummaryMatrixModel, row: int, column: int) -> QModelIndex:
    """A cell for which the work that the model asks for has been done."""
    index = model.index(row, column)
    if index.data() == "…":
        model.fill(model.take_requests()())
    return index


def dump(model: SummaryMatrixModel) -> dict[str, list[str]]:
    def text(row: int, column: int) -> str:
        return str(worked_out(model, row, column).data())

    return {
        str(model.headerData(row, Qt.Orientation.Vertical)): [
            text(row, column) for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    }


class TestMatrix:
    def test_every_endpoint_and_winrs_by_everyone_who_is_named(self, qapp) -> None:
        model = with_tester(SummaryMatrixModel())
        model.set_host(HOST, HOST.configurations)
        titles = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
        assert titles == [
            "Administrator over the network",
            "Administrator at the console",
            "Local administrator with a filtered token\nOver the network",
            "Member of Remote Management Users\nOver the network",
            "Standard user\nOver the network",
            "DOMAIN0…U+202E⟩01\nOver the network",
        ]
        model.set_origin(Origin.LOOPBACK)
        titles = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
        assert titles[0] == "Administrator over the network"  # its name says how it connects, whatever is asked about
        assert titles[4] == "Standard user\nLocally (loopback)"
        model.set_origin(Origin.NETWORK)
        tip = model.headerData(5, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        assert "DOMAIN01\\User⟨U+202E⟩01" in tip
        assert dump(model) == {
            "Open": ["Yes", "Yes", "No", "No", "No", "Yes"],
            "Local": ["No", "Yes", "No", "No", "No", "No"],
            "Off": ["No"] * 6,
            "If": ["Not known"] * 6,
            "winrs (RootSDDL)": ["Yes", "Yes", "No", "No", "No", "No by itself"],
        }
        model.set_origin(Origin.LOOPBACK)
        assert dump(model)["Local"] == ["No", "Yes", "Yes", "Yes", "Yes", "Yes"]

    def test_pending_changes_are_shown_beside_what_is(self, qapp, qtbot) -> None:
        model = with_tester(SummaryMatrixModel())
        model.set_host(HOST, HOST.configurations)
        first = HOST.configurations[0]
        with_pending = first.with_sddls((f"O:NSG:BAD:P(A;;GX;;;{USER})(A;;GX;;;RM)",))
        with qtbot.waitSignal(model.dataChanged):
            model.set_host(HOST, (with_pending, *HOST.configurations[1:]))
        assert dump(model)["Open"] == ["Yes → No", "Yes → No", "No", "No → Yes", "No", "Yes"]
        assert model.index(0, 0).data(ToneRole) == "no"

    @pytest.mark.parametrize("row", [0, 4])
    def test_a_cell_says_why(self, qapp, row: int) -> None:
        model = with_tester(SummaryMatrixModel())
        model.set_host(HOST, HOST.configurations)
        cell = worked_out(model, row, 0).data(ValueRole)
        assert (cell.endpoint, cell.who) == (["Open", "", "", "", ""][row], "Administrator over the network")
        assert "Allowed by entry" in model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)

    def test_what_nobody_has_worked_out_yet_is_asked_for_once(self, qapp, qtbot) -> None:
        model = with_tester(SummaryMatrixModel())
        model.set_host(HOST, HOST.configurations)
        assert [model.index(0, column).data() for column in range(3)] == ["…"] * 3
        with qtbot.waitSignal(model.cells_requested):
            pass
        work = model.take_requests()
        assert not model.is_waiting
        model.set_origin(Origin.LOOPBACK)  # what comes of it now is about another question
        model.fill(work())
        assert model.index(0, 0).data() == "…"

    def test_no_host_is_an_empty_table(self, qapp) -> None:
        model = with_tester(SummaryMatrixModel())
        model.set_host(HOST, HOST.configurations)
        model.set_host(None, ())
        assert (model.rowCount(), model.columnCount()) == (0, 0)
