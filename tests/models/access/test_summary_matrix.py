"""The lists behind "Effective access": ticks, answers, and the matrix over the host."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gatepost.endpoints.access.effective_access import effective_access
from gatepost.endpoints.access.tokens import (
    FILTERED_ADMINISTRATOR,
    ORDINARY_USER,
    REMOTE_MANAGEMENT_USER,
    USERS,
    Caller,
    Origin,
)
from gatepost.models.access.answer_table import AnswerColumn, AnswerRow, AnswerTableModel
from gatepost.models.access.caller_model import CallerModel
from gatepost.models.access.summary_matrix import SummaryMatrixModel
from gatepost.models.roles import ToneRole, ValueRole
from gatepost.security import ADMINISTRATORS, Accounts, Sid
from tests.models.documents import endpoint, on_host, snapshot

USER = "S-1-5-21-1111111111-2222222222-3333333333-1001"
ACCOUNTS = Accounts({USER: "DOMAIN01\\User\u202e01"})
HOST = replace(
    snapshot(
        endpoint("Open", f"D:P(A;;GA;;;BA)(A;;GX;;;{USER})"),
        endpoint("Local", "D:P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GA;;;IU)"),
        endpoint("Off", "D:P(A;;GA;;;BA)", enabled=False),
        endpoint("If", 'D:P(XA;;GX;;;AU;(@User.Team == "a"))'),
    ),
    accounts=ACCOUNTS,
)


def with_tester(model: QAbstractItemModel) -> QAbstractItemModel:
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


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


class TestTicks:
    def ticks(self, model: CallerModel) -> dict[str, Qt.CheckState]:
        indexes = [model.index(row) for row in range(model.rowCount())]
        return {i.data(): Qt.CheckState(i.data(Qt.ItemDataRole.CheckStateRole)) for i in indexes}

    def test_a_caller_comes_out_as_it_went_in(self, qapp) -> None:
        model = with_tester(CallerModel())
        for preset in (FILTERED_ADMINISTRATOR, ORDINARY_USER, REMOTE_MANAGEMENT_USER):
            model.set_caller(preset.caller)
            assert model.caller() == preset.caller

    def test_a_filtered_group_is_half_ticked_and_says_so(self, qapp) -> None:
        model = with_tester(CallerModel())
        model.set_caller(FILTERED_ADMINISTRATOR.caller)
        ticks = self.ticks(model)
        assert ticks["BUILTIN\\Administrators (deny only)"] is Qt.CheckState.PartiallyChecked
        assert ticks[r"BUILTIN\Users"] is Qt.CheckState.Checked
        assert ticks[r"BUILTIN\Remote Management Users"] is Qt.CheckState.Unchecked

    def test_a_user_is_carried_like_a_group(self, qapp) -> None:
        model = with_tester(CallerModel())
        model.set_caller(Caller(frozenset({ADMINISTRATORS}), Sid.parse(USER)))
        assert model.caller().groups == {ADMINISTRATORS, Sid.parse(USER)}

    def test_what_is_named_is_offered_and_what_is_ticked_stays(self, qapp) -> None:
        model = with_tester(CallerModel())
        model.set_caller(ORDINARY_USER.caller)
        model.offer([Sid.parse(USER)], ACCOUNTS)
        assert self.ticks(model)["DOMAIN01\\User⟨U+202E⟩01"] is Qt.CheckState.Unchecked
        row = next(row for row in range(model.rowCount()) if "User⟨" in model.index(row).data())
        assert model.setData(model.index(row), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
        model.offer([], ACCOUNTS)
        assert Sid.parse(USER) in model.caller().groups
        assert model.setData(model.index(row), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
        model.offer([], ACCOUNTS)
        assert not any("User⟨" in name for name in self.ticks(model))

    def test_another_one_is_added_ticked_once(self, qapp) -> None:
        model = with_tester(CallerModel())
        model.set_caller(REMOTE_MANAGEMENT_USER.caller)
        rows = [model.start_from(Sid.parse(USER)), model.start_from(Sid.parse(USER))]
        assert rows == [model.rowCount() - 1] * 2
        assert model.caller() == Caller(frozenset({Sid.parse(USER), USERS}), groups_known=False)


class TestAnswers:
    def rows(self, dacl: str, draft: str | None = None) -> tuple[AnswerRow, ...]:
        both = [endpoint("e", dacl), *([endpoint("e", draft)] if draft else [])]
        caller = REMOTE_MANAGEMENT_USER.caller
        return tuple(
            AnswerRow(origin, *(effective_access(on_host(e), caller, origin) for e in both)) for origin in Origin
        )

    def test_now_with_the_draft_and_what_decides(self, qapp) -> None:
        model = with_tester(AnswerTableModel())
        model.set_rows(self.rows("D:P(D;;GA;;;NU)(A;;GA;;;RM)", "D:P(A;;GA;;;RM)"))
        found = [[str(model.index(row, column).data()) for column in AnswerColumn] for row in range(3)]
        assert found == [
            ["Over the network", "No", "Yes", "Entry 1"],
            ["Locally (loopback)", "Yes", "Yes", "Entry 1"],
            ["winrs", "No", "No", "No entry"],
        ]
        meanings = [model.index(0, column).data(ToneRole) for column in AnswerColumn]
        assert meanings == [None, "no", "yes", None]
        assert "Denied by entry 1" in model.index(0, AnswerColumn.NOW).data(Qt.ItemDataRole.ToolTipRole)

    def test_without_a_draft_that_column_is_empty(self, qapp) -> None:
        model = with_tester(AnswerTableModel())
        model.set_rows(self.rows("D:P(A;;GA;;;RM)"))
        assert model.index(0, AnswerColumn.DRAFT).data() == ""
        model.set_rows(())
        assert model.rowCount() == 0


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

    def test_drafts_are_shown_beside_what_is(self, qapp, qtbot) -> None:
        model = with_tester(SummaryMatrixModel())
        model.set_host(HOST, HOST.configurations)
        first = HOST.configurations[0]
        wished = first.with_sddls((f"O:NSG:BAD:P(A;;GX;;;{USER})(A;;GX;;;RM)",))
        with qtbot.waitSignal(model.dataChanged):
            model.set_host(HOST, (wished, *HOST.configurations[1:]))
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
