"""The table of answers for one account and one endpoint."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gatepost.endpoints.access.effective_access import effective_access
from gatepost.endpoints.access.tokens import (
    REMOTE_MANAGEMENT_USER,
    Origin,
)
from gatepost.models.access.answer_table import AnswerColumn, AnswerRow, AnswerTableModel
from gatepost.models.roles import ToneRole
from tests.models.access.shared import with_tester
from tests.models.documents import endpoint, on_host


class TestAnswers:
    def rows(self, dacl: str, pending_change: str | None = None) -> tuple[AnswerRow, ...]:
        both = [endpoint("e", dacl), *([endpoint("e", pending_change)] if pending_change else [])]
        account_token = REMOTE_MANAGEMENT_USER.account_token
        return tuple(
            AnswerRow(origin, *(effective_access(on_host(e), account_token, origin) for e in both)) for origin in Origin
        )

    def test_now_with_the_pending_change_and_what_decides(self, qapp) -> None:
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

    def test_without_a_pending_change_that_column_is_empty(self, qapp) -> None:
        model = with_tester(AnswerTableModel())
        model.set_rows(self.rows("D:P(A;;GA;;;RM)"))
        assert model.index(0, AnswerColumn.PENDING).data() == ""
        model.set_rows(())
        assert model.rowCount() == 0
