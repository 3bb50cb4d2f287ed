"""Lines of the confirmation that unfold: who loses access by the change, and who gains it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from gatepost.endpoints.access.access_changes import AccessChange
from gatepost.endpoints.access.change_risks import ChangeRisks
from gatepost.endpoints.access.summary import person
from gatepost.endpoints.access.tokens import Origin
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.models.roles import Tone
from gatepost.models.window_text import enumerated, one_line, shown
from gatepost.security import Accounts, Sid
from gatepost.ui.widgets.boxes import vbox
from gatepost.ui.widgets.lines import Cell, Line, MakeRow, Row
from gatepost.ui.widgets.lines_table import TableFold
from gatepost.ui.widgets.plain_widgets import shortened

_LONGEST = 600  # characters of the names of endpoints in a row
_NAMED = 3  # endpoints of a row that are named without counting them
_BRIEF = 5  # principals that the line names
_MOST_ROWS = 500  # more are not for reading


class AccessFold(TableFold):
    """A row for each principal and way to connect; plain text where there is none."""

    def __init__(self, title: str, nobody: str, unknown: str) -> None:
        """``unknown`` is said in place of ``nobody`` where that isn't certain."""
        columns = (
            (shown(WINDOW.tr("Principal")), 260),
            (shown(WINDOW.tr("Connection")), 150),
            (shown(WINDOW.tr("Endpoints")), 430),
        )
        super().__init__(title, title.replace("&", ""), *columns, stretched=2)
        self._words, self._nobody, self._unknown = title, nobody, unknown

    def show_changes(
        self, changes: tuple[AccessChange, ...], changing: int, accounts: Accounts, *, is_complete: bool
    ) -> None:
        """Show these; ``changing`` is how many endpoints the action changes, ``is_complete`` whether there are no others."""
        title = shown(WINDOW.tr("{words} ({count})", words=self._words, count=len({change.sid for change in changes})))
        nobody = self._nobody if is_complete else self._unknown
        brief = principals_in_brief(changes, accounts) if changes else nobody
        self.show_line(title, brief, opens=bool(changes))
        rows: list[Row | MakeRow] = [partial(_row, each, changing, accounts) for each in changes[:_MOST_ROWS]]
        if len(changes) > _MOST_ROWS:
            more = shown(WINDOW.tr("{count} more", count=len(changes) - _MOST_ROWS))
            rows.append(((Line(more, Tone.MUTED),), (Line(""),), (Line(""),)))
        self.show_rows(rows)


class AccessFolds(QWidget):
    """Who loses and who gains access by the change of one host."""

    def __init__(self, gained: str) -> None:
        """``gained`` is the title of the second one: its access key has to differ from those around it."""
        super().__init__()
        self.losses = AccessFold(
            self.tr("Access &lost"),
            self.tr("No one loses access."),
            self.tr("It isn't fully known who loses access."),
        )
        self.gains = AccessFold(
            gained,
            self.tr("No one gains access."),
            self.tr("It isn't fully known who gains access."),
        )
        vbox(self.losses, self.gains, on=self, spacing=2)

    def show_risks(self, risks: ChangeRisks, change_set: ChangeSet, accounts: Accounts) -> None:
        """Show what is known of both."""
        changing = len(change_set.effective)
        self.losses.show_changes(risks.losses, changing, accounts, is_complete=risks.is_complete)
        self.gains.show_changes(risks.gains, changing, accounts, is_complete=risks.is_complete)

    def as_text(self) -> str:
        """Return both as text."""
        return f"{self.losses.as_text()}\n{self.gains.as_text()}"


def principals_in_brief(changes: tuple[AccessChange, ...], accounts: Accounts) -> str:
    """Return the names of the first few principals, and how many more there are."""
    who = list(dict.fromkeys((each.sid, each.on_condition and each.sid is not None) for each in changes))
    more = f", +{len(who) - _BRIEF}" if len(who) > _BRIEF else ""
    return enumerated(_name(*each, accounts) for each in who[:_BRIEF]) + more


def _name(sid: Sid | None, on_condition: bool, accounts: Accounts) -> str:  # noqa: FBT001 - as a change has them
    if sid is None:
        return shown(WINDOW.tr("Anyone (no DACL)"))
    name = person(one_line(accounts.name_of(sid)), on_condition=on_condition)
    return name if isinstance(name, str) else shown(name)


def _row(change: AccessChange, changing: int, accounts: Accounts) -> tuple[Cell, ...]:
    who = _name(change.sid, change.on_condition, accounts)
    if change.also:
        also = enumerated(sorted(accounts.name_of(sid) for sid in change.also))
        who = shown(WINDOW.tr("{who}, if also a member of {also}", who=who, also=also))
    origin = shown(WINDOW.tr("Over the network") if change.origin is Origin.NETWORK else WINDOW.tr("Locally"))
    where = enumerated(change.endpoints)
    if len(change.endpoints) > _NAMED:
        template = WINDOW.tr("{count} of {changing}: {names}")
        where = shown(template.filled(count=len(change.endpoints), changing=changing, names=where))
    return (Line(who, wraps=bool(change.also)),), (Line(origin),), (Line(shortened(where, _LONGEST)),)
