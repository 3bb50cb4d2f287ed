"""A page of the confirmation: who loses access by the change, or who gains it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.endpoints.access.access_changes import AccessChange
from gatepost.endpoints.access.change_risks import ChangeRisks
from gatepost.endpoints.access.tokens import Origin
from gatepost.models.plain import one_line
from gatepost.models.tone import Tone
from gatepost.security import Accounts
from gatepost.ui.confirm.page import ConfirmPage, PlannedChange
from gatepost.ui.widgets.lines_table import Cell, Line, LinesTable
from gatepost.ui.widgets.plain_widgets import plain_label

_NAMED = 3  # endpoints of a row that are named without counting them
_MOST_ROWS = 500  # more are not for reading


class AccessPage(ConfirmPage):
    """A row for each principal and way to connect, or a sentence where there is none."""

    def __init__(
        self,
        name: str,
        nobody: str,
        of: Callable[[ChangeRisks], tuple[AccessChange, ...]],
        parent: QWidget | None = None,
    ) -> None:
        """``of`` gives the changes that are shown."""
        super().__init__(parent)
        self._of = of
        self.nobody = plain_label(nobody)
        self.table = LinesTable([self.tr("Who"), self.tr("Connection"), self.tr("Endpoints")], [260, 150, 200], 2)
        self.table.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.nobody)
        layout.addWidget(self.table, 1)

    @override
    def show_change(self, change: PlannedChange) -> None:
        changes, changing = self._of(change.risks), len(change.change_set.effective)
        accounts = change.snapshot.accounts
        self.nobody.setVisible(not changes)
        rows = [_row(each, changing, accounts) for each in changes[:_MOST_ROWS]]
        if len(changes) > _MOST_ROWS:
            more = self.tr("{count} more").format(count=len(changes) - _MOST_ROWS)
            rows.append(((Line(more, Tone.MUTED),), (Line(""),), (Line(""),)))
        self.table.set_rows(rows)
        self.table.setVisible(bool(changes))

    @override
    def as_text(self) -> str:
        return self.table.as_text() or self.nobody.text()

    @override
    def stops(self) -> list[QWidget]:
        return [self.table]


def _row(change: AccessChange, changing: int, accounts: Accounts) -> tuple[Cell, ...]:
    if change.sid is None:
        who = QCoreApplication.translate("AccessPage", "Anyone (no list of permissions)")
    else:
        who = one_line(accounts.name_of(change.sid))
    if change.also:
        also = ", ".join(sorted(one_line(accounts.name_of(sid)) for sid in change.also))
        who = QCoreApplication.translate("AccessPage", "{who}, if also in {also}").format(who=who, also=also)
    if change.origin is Origin.NETWORK:
        origin = QCoreApplication.translate("AccessPage", "Over the network")
    else:
        origin = QCoreApplication.translate("AccessPage", "Locally")
    where = ", ".join(one_line(name) for name in change.endpoints)
    if len(change.endpoints) > _NAMED:
        template = QCoreApplication.translate("AccessPage", "{count} of {changing}: {names}")
        where = template.format(count=len(change.endpoints), changing=changing, names=where)
    return (Line(who, wraps=bool(change.also)),), (Line(origin),), (Line(where, wraps=len(change.endpoints) <= _NAMED),)
