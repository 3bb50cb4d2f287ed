"""Texts for the differences between states of an endpoint: what a row is about, and each of its values."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gatepost.endpoints.writes.differences import DifferenceRow, ListFlags, NumberedAce, Part, Value
from gatepost.models.entry_line_text import entry_line, rights_line, short_entry
from gatepost.models.sentences import enumerated
from gatepost.security import Accounts, Sid


def part_words(part: Part) -> str:
    """Return what rows of a kind are about."""
    match part:
        case Part.ENABLED:
            return QCoreApplication.translate("Difference", "Enabled")
        case Part.DESCRIPTOR:
            return QCoreApplication.translate("Difference", "Descriptor")
        case Part.OWNER:
            return QCoreApplication.translate("Difference", "Owner")
        case Part.GROUP:
            return QCoreApplication.translate("Difference", "Primary group")
        case Part.ACCESS_LIST:
            return QCoreApplication.translate("Difference", "DACL flags")
        case Part.AUDIT_LIST:
            return QCoreApplication.translate("Difference", "SACL flags")
        case Part.ENTRY:
            return QCoreApplication.translate("Difference", "Entry")
        case Part.ORDER:
            return QCoreApplication.translate("Difference", "Order of the entries")
        case Part.AUDIT_ENTRY:
            return QCoreApplication.translate("Difference", "Audit entry")
        case Part.AUDIT_ORDER:
            return QCoreApplication.translate("Difference", "Order of the audit entries")
        case Part.SETTING:
            return QCoreApplication.translate("Difference", "Setting")


def row_title(row: DifferenceRow, accounts: Accounts) -> str:
    """Return the changed entry, the name of the setting, or what the row is about."""
    if row.entry is not None:
        return entry_line(row.entry.ace, accounts)
    return row.name or part_words(row.part)


def value_words(value: Value | None, accounts: Accounts) -> str:
    """Return a value of a row."""
    match value:
        case None:
            return QCoreApplication.translate("Difference", "none")
        case bool():
            return (
                QCoreApplication.translate("Difference", "yes")
                if value
                else QCoreApplication.translate("Difference", "no")
            )
        case Sid():
            return accounts.name_of(value)
        case ListFlags():
            return _flags_words(value)
        case NumberedAce():
            return rights_line(value.ace, accounts)
        case tuple():
            return enumerated(short_entry(entry.ace, accounts) for entry in value)
    return value or QCoreApplication.translate("Difference", "empty")


def presence_words(value: Value | None) -> str:
    """Return whether an entry is there, beside a title that names it."""
    return (
        QCoreApplication.translate("Difference", "absent")
        if value is None
        else QCoreApplication.translate("Difference", "present")
    )


def _flags_words(flags: ListFlags) -> str:
    """The flags as SDDL writes them."""
    return flags.letters + ("NO_ACCESS_CONTROL" if flags.is_null else "") or QCoreApplication.translate(
        "Difference", "no flags"
    )
