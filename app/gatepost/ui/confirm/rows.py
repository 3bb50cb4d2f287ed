"""The rows of the confirmation's tables, and the text that compares descriptors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from gatepost.endpoints.changes.other_changes import other_changes
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SecurityNode
from gatepost.endpoints.configuration.snapshot import HostSnapshot, UnreadablePlugin
from gatepost.endpoints.host.setting_change_set import SettingChangeSet, subject_text
from gatepost.endpoints.writes.change_set import ChangeSet, EndpointChange, Skipped
from gatepost.endpoints.writes.differences import paired_nodes
from gatepost.models.endpoints.mode_text import mode_word
from gatepost.models.entry_line_text import entry_line
from gatepost.models.plain import one_line, visible
from gatepost.models.roles import Tone
from gatepost.models.sentences import shown
from gatepost.models.window_text import WINDOW
from gatepost.security import Ace
from gatepost.ui.widgets.lines_model import Cell, Line, MakeRow

_MINUS = "\u2212"
_MOST_ENTRIES = 200  # that come to one endpoint, and that go; more are not for reading
MAX_SHOWN = 4000  # characters of one descriptor; a longer one is not for reading
_TOKENS = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|[^()]+|[()]")


class ConfirmRow(NamedTuple):
    """One row of the table, by its columns."""

    name: Cell
    access: Cell = (Line(""),)
    change: Cell = (Line(""),)
    kept: Cell = (Line(""),)


def endpoint_rows(change_set: ChangeSet, snapshot: HostSnapshot) -> list[MakeRow]:
    """Return what changes first, then what is skipped, then what stays."""
    rows: list[MakeRow] = [partial(_changing, change, snapshot) for change in change_set.effective]
    rows += [partial(_skipped, skipped, snapshot) for skipped in change_set.skipped]
    if change_set.action.covers_whole_host:
        rows += [partial(_unreadable, plugin) for plugin in snapshot.unreadable]
    rows += [partial(_staying, change) for change in change_set.changes if not change.is_change]
    return rows


def setting_rows(change_set: SettingChangeSet) -> list[ConfirmRow]:
    """Return the host's settings in the columns of the endpoints."""
    return [
        ConfirmRow(
            (Line(shown(subject_text(write.kind, write.subject))),),
            change=(Line(f"{shown(write.before.words)} → {shown(write.after.words)}"),),
        )
        for write in change_set.writes
    ]


def _unreadable(plugin: UnreadablePlugin) -> ConfirmRow:
    said = QCoreApplication.translate("ConfirmDialog", "Not changed: it can't be read.")
    return _left_alone(plugin.name, "", f"{said} {visible(plugin.problem)}")


def _name(name: str, tone: Tone = Tone.TEXT) -> Cell:
    return (Line(one_line(name), tone, wraps=False),)


def _changing(change: EndpointChange, snapshot: HostSnapshot) -> ConfirmRow:
    before, after = mode_word(change.mode_before.mode), mode_word(change.mode_after.mode)
    access = before if change.mode_before.mode is change.mode_after.mode else f"{before} → {after}"
    return ConfirmRow(
        _name(change.name), (Line(access),), _change_lines(change, snapshot), (Line(str(change.kept), Tone.MUTED),)
    )


def _skipped(skipped: Skipped, snapshot: HostSnapshot) -> ConfirmRow:
    endpoint = snapshot.endpoint(skipped.name)
    mode = mode_word(endpoint.reading.mode) if endpoint is not None else ""
    return _left_alone(skipped.name, mode, shown(skipped.reason))


def _left_alone(name: str, mode: str, why: str) -> ConfirmRow:
    return ConfirmRow(_name(name), (Line(mode),), (Line(why, Tone.WARNING, "alert-outline"),))


def _staying(change: EndpointChange) -> ConfirmRow:
    lines = [Line(QCoreApplication.translate("ConfirmDialog", "no change"), Tone.MUTED)]
    if change.note:
        lines.append(Line(shown(change.note), Tone.WARNING, "alert-outline"))
    kept = (Line(str(change.kept), Tone.MUTED),)
    access = (Line(mode_word(change.mode_after.mode), Tone.MUTED),)
    return ConfirmRow(_name(change.name, Tone.MUTED), access, tuple(lines), kept)


def _change_lines(change: EndpointChange, snapshot: HostSnapshot) -> Cell:
    lines: list[Line] = []
    if change.changes_enabled:
        if change.after.enabled:
            lines.append(Line(QCoreApplication.translate("ConfirmDialog", "Enabled: no → yes"), Tone.ALLOW))
        else:
            lines.append(Line(QCoreApplication.translate("ConfirmDialog", "Enabled: yes → no"), Tone.DENY))
    if len(change.after.security_nodes) > len(change.before.security_nodes):
        own = QCoreApplication.translate(
            "ConfirmDialog", "Gets its own permissions instead of inheriting them from RootSDDL."
        )
        lines.append(Line(own))
    lines += [_ace_line("+", ace, snapshot, closes=ace.is_deny) for ace in change.added[:_MOST_ENTRIES]]
    lines += [_ace_line(_MINUS, ace, snapshot, closes=ace.is_allow) for ace in change.removed[:_MOST_ENTRIES]]
    more = sum(max(0, len(aces) - _MOST_ENTRIES) for aces in (change.added, change.removed))
    lines += [Line(f"… (+{more})", Tone.MUTED)] if more else []
    lines += [Line(shown(said)) for said in other_changes(change, snapshot.accounts)]
    lines += [Line(said, Tone.WARNING, "alert-outline") for said in _notes(change)]
    return tuple(lines)


def _ace_line(sign: str, ace: Ace, snapshot: HostSnapshot, *, closes: bool) -> Line:
    return Line(f"{sign} {one_line(entry_line(ace, snapshot.accounts))}", Tone.DENY if closes else Tone.ALLOW)


def _notes(change: EndpointChange) -> list[str]:
    notes = [shown(change.note)] if change.note else []
    if change.mode_after.mode is AccessMode.CUSTOM and change.fully_applied:
        said = QCoreApplication.translate("ConfirmDialog", "Access will be Custom.")
        notes.append(f"{said} {shown(change.mode_after.reason)}")
    if change.sends_run_as:
        template = QCoreApplication.translate(
            "ConfirmDialog",
            "The whole configuration is sent: the host might verify the password of {user} again and refuse.",
        )
        notes.append(template.format(user=one_line(change.before.run_as.user)))
    return notes


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the comparison."""

    text: str
    tone: Tone = Tone.TEXT
    bold: bool = False


def sddl_pieces(change_set: ChangeSet) -> list[Piece]:
    """Return the descriptors before and after; what came and what went stands out by color and weight."""
    pieces: list[Piece] = []
    for change in change_set.effective:
        pieces.append(Piece(f"{one_line(change.name)}\n", bold=True))
        before_state, after_state = EndpointState.of(change.before), EndpointState.of(change.after)
        for _, before, after in paired_nodes(before_state, after_state):
            pieces += _compared(before, after)
        pieces.append(Piece("\n"))
    return pieces[:-1]


def _compared(before: SecurityNode | None, after: SecurityNode | None) -> list[Piece]:
    if before is not None and after is not None and before.sddl == after.sddl:
        same = QCoreApplication.translate("ConfirmDialog", "unchanged  {sddl}")
        return [Piece(same.format(sddl=_bounded(after.sddl)) + "\n", Tone.MUTED)]
    label_before = QCoreApplication.translate("ConfirmDialog", "before  ")
    label_after = QCoreApplication.translate("ConfirmDialog", "after   ")
    none = QCoreApplication.translate("ConfirmDialog", "inherited from RootSDDL")
    old = _TOKENS.findall(_bounded(before.sddl)) if before else []
    new = _TOKENS.findall(_bounded(after.sddl)) if after else []
    went, came = _marked(old, new)
    return [
        Piece(label_before, Tone.MUTED),
        *(went or [Piece(none)]),
        Piece("\n" + label_after, Tone.MUTED),
        *(came or [Piece(none)]),
        Piece("\n"),
    ]


def _marked(old: list[str], new: list[str]) -> tuple[list[Piece], list[Piece]]:
    """Return the parts of both, marked where the other has none in the same order; nothing is where there was none."""
    blocks = SequenceMatcher(None, old, new).get_matching_blocks()
    in_old = {block.a + offset for block in blocks for offset in range(block.size)}
    in_new = {block.b + offset for block in blocks for offset in range(block.size)}
    went = [Piece(t) if at in in_old else Piece(t, Tone.DENY, bold=True) for at, t in enumerate(old)]
    came = [Piece(t) if at in in_new or not old else Piece(t, Tone.ACCENT, bold=True) for at, t in enumerate(new)]
    return went, came


def _bounded(sddl: str) -> str:
    if len(sddl) <= MAX_SHOWN:
        return visible(sddl)
    more = WINDOW.tr("%n more character", "%n more characters", len(sddl) - MAX_SHOWN)
    return f"{visible(sddl[:MAX_SHOWN])} … ({shown(more)})"
