"""A change is planned with everything that its confirmation shows at once."""

from __future__ import annotations

import pytest

from gatepost.endpoints.changes.remoting import disable_remoting
from gatepost.ui.confirm import planned_change
from gatepost.ui.confirm.planned_change import ChangeRequest
from tests.models.documents import endpoint, snapshot

USER = "S-1-5-21-1111111111-2222222222-3333333333-4711"  # of no other test: what was evaluated is kept


def test_an_evaluation_that_takes_long_is_left_for_later(monkeypatch: pytest.MonkeyPatch) -> None:
    of = snapshot(endpoint("one", f"D:P(A;;GX;;;{USER})"), endpoint("two", f"D:P(A;;GX;;;{USER})"))
    request = ChangeRequest(disable_remoting, of)
    with monkeypatch.context() as patch:
        patch.setattr(planned_change, "_AT_ONCE", -1.0)
        planned = request.planned()
    assert planned.evaluation is None
    assert [row.name[0].text for row in planned.rows] == ["one", "two"]
    (loss,) = request.evaluation(planned.change_set).losses
    assert str(loss.sid) == USER and loss.endpoints == ("one", "two")
    again = request.planned()
    assert again.evaluation == request.evaluation(again.change_set)
