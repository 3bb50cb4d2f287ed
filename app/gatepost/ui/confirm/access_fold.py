"""A line of the confirmation that unfolds: who loses access by the change, or who gains it."""

from __future__ import annotations

from functools import cached_property

from gatepost.endpoints.access.access_changes import AccessChange
from gatepost.endpoints.access.summary import person
from gatepost.endpoints.access.tokens import Origin
from gatepost.models.plain import one_line
from gatepost.models.roles import Tone
from gatepost.models.sentences import enumerated, shown
from gatepost.models.window_text import WINDOW
from gatepost.security import Accounts, Sid
from gatepost.ui.widgets.collapsible import Collapsible
from gatepost.ui.widgets.lines_model import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable

_NAMED = 3  # endpoints of a row that are named without counting them
_BRIEF = 5  # principals that the line names
_MOST_ROWS = 500  # more are not for reading
_HEIGHT = 170  # pixels


class AccessFold(Collapsible):
    """A row for each principal and way to connect, filled when it is unfolded; plain text where there is none."""

    def __init__(self, title: str, nobody: str, unknown: str) -> None:
        """``unknown`` is said in place of ``nobody`` where that isn't certain."""
        super().__init__(title)
        self._words, self._nobody, self._unknown = title, nobody, unknown
        self._changes: tuple[AccessChange, ...] = ()
        self._changing = 0
        self._accounts = Accounts({})
        self._stale = False
        self.unfolded.connect(self._fill)

    @cached_property
    def table(self) -> LinesTable:
        """The rows, none before they were unfolded."""
        columns = (
            (shown(WINDOW.tr("Principal")), 260),
            (shown(WINDOW.tr("Connection")), 150),
            (shown(WINDOW.tr("Endpoints")), 430),
        )
        table = LinesTable(self._words.replace("&", ""), *columns, stretched=2)
        table.setMinimumHeight(80)
        table.setMaximumHeight(_HEIGHT)
        self.put_inside(table)
        return table

    def show_changes(
        self, changes: tuple[AccessChange, ...], changing: int, accounts: Accounts, *, is_complete: bool
    ) -> None:
        """Show these; ``changing`` is how many endpoints the action changes, ``is_complete`` whether there are no others."""
        self._changes, self._changing, self._accounts, self._stale = changes, changing, accounts, True
        title = shown(WINDOW.tr("{words} ({count})", words=self._words, count=len({change.sid for change in changes})))
        nobody = self._nobody if is_complete else self._unknown
        brief = principals_in_brief(changes, accounts) if changes else nobody
        self.show_line(title, brief, opens=bool(changes))
        self._fill()

    def as_text(self) -> str:
        """Return title and rows, or that there are none."""
        if not self._changes:
            return self.brief.text()
        self._fill(is_open=True)
        return f"{self.button.text().replace('&', '')}\n{self.table.as_text()}"

    def _fill(self, is_open: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        if not self._stale or not (is_open or self.is_unfolded):
            return
        self._stale = False
        rows = [_row(each, self._changing, self._accounts) for each in self._changes[:_MOST_ROWS]]
        if len(self._changes) > _MOST_ROWS:
            count = len(self._changes) - _MOST_ROWS
            more = shown(WINDOW.tr("{count} more", count=count))
            rows.append(((Line(more, Tone.MUTED),), (Line(""),), (Line(""),)))
        self.table.set_rows(rows)


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
    return (Line(who, wraps=bool(change.also)),), (Line(origin),), (Line(where, wraps=len(change.endpoints) <= _NAMED),)
