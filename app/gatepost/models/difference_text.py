"""Differences between states of an endpoint in words: what a row is about, and each of its values."""

from __future__ import annotations

from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.differences import DifferenceRow, ListFlags, NumberedAce, Part, Value
from gatepost.models.entry_line_text import entry_line, rights_line, short_entry
from gatepost.models.window_text import enumerated, shown
from gatepost.security import Accounts, Sid

_PARTS = {
    Part.ENABLED: WINDOW.tr("Enabled"),
    Part.DESCRIPTOR: WINDOW.tr("Descriptor"),
    Part.OWNER: WINDOW.tr("Owner"),
    Part.GROUP: WINDOW.tr("Primary group"),
    Part.ACCESS_LIST: WINDOW.tr("DACL flags"),
    Part.AUDIT_LIST: WINDOW.tr("SACL flags"),
    Part.ENTRY: WINDOW.tr("Entry"),
    Part.ORDER: WINDOW.tr("Order of the entries"),
    Part.AUDIT_ENTRY: WINDOW.tr("Audit entry"),
    Part.AUDIT_ORDER: WINDOW.tr("Order of the audit entries"),
    Part.SETTING: WINDOW.tr("Setting"),
}


def part_words(part: Part) -> str:
    """Return what rows of a kind are about."""
    return shown(_PARTS[part])


def row_title(row: DifferenceRow, accounts: Accounts) -> str:
    """Return the changed entry, the name of the setting, or what the row is about."""
    if row.entry is not None:
        return entry_line(row.entry.ace, accounts)
    return row.name or part_words(row.part)


def value_words(value: Value | None, accounts: Accounts) -> str:
    """Return a value of a row."""
    match value:
        case None:
            return shown(WINDOW.tr("none"))
        case bool():
            return shown(WINDOW.tr("yes") if value else WINDOW.tr("no"))
        case Sid():
            return accounts.name_of(value)
        case ListFlags():
            return _flags_words(value)
        case NumberedAce():
            return rights_line(value.ace, accounts)
        case tuple():
            return enumerated(short_entry(entry.ace, accounts) for entry in value)
    return value or shown(WINDOW.tr("empty"))


def presence_words(value: Value | None) -> str:
    """Return whether an entry is there, beside a title that names it."""
    return shown(WINDOW.tr("absent") if value is None else WINDOW.tr("present"))


def _flags_words(flags: ListFlags) -> str:
    """The flags as SDDL writes them."""
    return flags.letters + ("NO_ACCESS_CONTROL" if flags.is_null else "") or shown(WINDOW.tr("no flags"))
