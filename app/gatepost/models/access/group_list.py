"""Checkable list of an account's groups: checked counts, half checked counts for Deny entries only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from typing_extensions import override

from gatepost.endpoints.access.tokens import (
    LOCAL_ACCOUNT,
    LOCAL_ADMINISTRATOR,
    NOBODY,
    USERS,
    AccountToken,
    usual_groups,
)
from gatepost.models.roles import ROOT, Index, ValueRole
from gatepost.models.window_text import one_line, plain_tip
from gatepost.security import ADMINISTRATORS, NO_ACCOUNTS, REMOTE_MANAGEMENT_USERS, Accounts, Sid

_ALWAYS_OFFERED = (ADMINISTRATORS, REMOTE_MANAGEMENT_USERS, USERS, LOCAL_ACCOUNT, LOCAL_ADMINISTRATOR)
_OUT, _DENIES, _IN = Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked


class GroupListModel(QAbstractListModel):
    """The accounts and groups of one token, without those that every token or its logon adds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._accounts = NO_ACCOUNTS
        self._rows: list[Sid] = list(_ALWAYS_OFFERED)
        self._states: dict[Sid, Qt.CheckState] = {}
        self._groups_known = True
        self._other_logons: frozenset[Sid] = frozenset()

    def account_token(self) -> AccountToken:
        """The account that is ticked. An account counts as a group does: an entry asks only whether it is carried."""
        carried = frozenset(sid for sid, state in self._states.items() if state is _IN)
        denied = frozenset(sid for sid, state in self._states.items() if state is _DENIES)
        return AccountToken(carried, deny_only=denied, groups_known=self._groups_known, other_logons=self._other_logons)

    def set_account_token(self, account_token: AccountToken) -> None:
        """Tick what an account carries, and nothing else."""
        user = frozenset() if account_token.user == NOBODY else frozenset({account_token.user})
        self._states = dict.fromkeys(account_token.groups | user, _IN) | dict.fromkeys(account_token.deny_only, _DENIES)
        self._groups_known, self._other_logons = account_token.groups_known, account_token.other_logons
        self.offer((), self._accounts)

    def offer(self, named: Iterable[Sid], accounts: Accounts) -> None:
        """Offer other accounts and groups to tick; those that are ticked stay."""
        self._accounts = accounts
        ticked = [sid for sid, state in self._states.items() if state is not _OUT]
        rows = list(dict.fromkeys((*_ALWAYS_OFFERED, *named, *sorted(ticked, key=str))))
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def start_from(self, sid: Sid) -> int:
        """Tick what is known of an account or group that was typed: itself and its usual groups. Return its row."""
        self.set_account_token(AccountToken(usual_groups(sid), user=sid, groups_known=False))
        return self._rows.index(sid)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsUserTristate if self._rows[index.row()] == ADMINISTRATORS else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        sid = self._rows[index.row()]
        state = self._states.get(sid, _OUT)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            name = one_line(self._accounts.name_of(sid))
            return self.tr("{name} (deny only)").format(name=name) if state is _DENIES else name
        if role == Qt.ItemDataRole.CheckStateRole:
            return state
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(str(sid))
        return sid if role == ValueRole else None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._other_logons = frozenset()  # of an account with a name, which it is no longer
        sid, state = self._rows[index.row()], Qt.CheckState(value)
        is_renamed = _DENIES in (state, self._states.get(sid))
        self._states[sid] = state
        self.dataChanged.emit(index, index, [role, Qt.ItemDataRole.DisplayRole] if is_renamed else [role])
        return True
