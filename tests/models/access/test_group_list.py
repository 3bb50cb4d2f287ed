"""The list of groups behind Effective access."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gatepost.endpoints.access.tokens import (
    FILTERED_ADMINISTRATOR,
    ORDINARY_USER,
    REMOTE_MANAGEMENT_USER,
    USERS,
    AccountToken,
)
from gatepost.models.access.group_list import GroupListModel
from gatepost.security import ADMINISTRATORS, Sid
from tests.models.access.shared import ACCOUNTS, USER, with_tester


class TestTicks:
    def ticks(self, model: GroupListModel) -> dict[str, Qt.CheckState]:
        indexes = [model.index(row) for row in range(model.rowCount())]
        return {i.data(): Qt.CheckState(i.data(Qt.ItemDataRole.CheckStateRole)) for i in indexes}

    def test_an_account_comes_out_as_it_went_in(self, qapp) -> None:
        model = with_tester(GroupListModel())
        for preset in (FILTERED_ADMINISTRATOR, ORDINARY_USER, REMOTE_MANAGEMENT_USER):
            model.set_account_token(preset.account_token)
            assert model.account_token() == preset.account_token

    def test_a_filtered_group_is_half_ticked_and_says_so(self, qapp) -> None:
        model = with_tester(GroupListModel())
        model.set_account_token(FILTERED_ADMINISTRATOR.account_token)
        ticks = self.ticks(model)
        assert ticks["BUILTIN\\Administrators (deny only)"] is Qt.CheckState.PartiallyChecked
        assert ticks[r"BUILTIN\Users"] is Qt.CheckState.Checked
        assert ticks[r"BUILTIN\Remote Management Users"] is Qt.CheckState.Unchecked

    def test_a_user_is_carried_like_a_group(self, qapp) -> None:
        model = with_tester(GroupListModel())
        model.set_account_token(AccountToken(frozenset({ADMINISTRATORS}), Sid.parse(USER)))
        assert model.account_token().groups == {ADMINISTRATORS, Sid.parse(USER)}

    def test_what_is_named_is_offered_and_what_is_ticked_stays(self, qapp) -> None:
        model = with_tester(GroupListModel())
        model.set_account_token(ORDINARY_USER.account_token)
        model.offer([Sid.parse(USER)], ACCOUNTS)
        assert self.ticks(model)["DOMAIN01\\User⟨U+202E⟩01"] is Qt.CheckState.Unchecked
        row = next(row for row in range(model.rowCount()) if "User⟨" in model.index(row).data())
        assert model.setData(model.index(row), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
        model.offer([], ACCOUNTS)
        assert Sid.parse(USER) in model.account_token().groups
        assert model.setData(model.index(row), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
        model.offer([], ACCOUNTS)
        assert not any("User⟨" in name for name in self.ticks(model))

    def test_another_one_is_added_ticked_once(self, qapp) -> None:
        model = with_tester(GroupListModel())
        model.set_account_token(REMOTE_MANAGEMENT_USER.account_token)
        rows = [model.start_from(Sid.parse(USER)), model.start_from(Sid.parse(USER))]
        assert rows == [model.rowCount() - 1] * 2
        assert model.account_token() == AccountToken(frozenset({Sid.parse(USER), USERS}), groups_known=False)

    def test_a_tick_says_whether_the_name_is_another(self, qapp) -> None:
        model = with_tester(GroupListModel())
        said: list[list[int]] = []
        model.dataChanged.connect(lambda _first, _last, roles: said.append(roles))
        for state in (Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked):
            model.setData(model.index(0), state.value, Qt.ItemDataRole.CheckStateRole)
        assert [Qt.ItemDataRole.DisplayRole in roles for roles in said] == [False, True, True]
