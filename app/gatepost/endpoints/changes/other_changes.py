"""Sentences about changes of owner, group, order and auditing, for the confirmation."""

from __future__ import annotations

from collections.abc import Iterator

from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.entry_text import entry_text
from gatepost.endpoints.text import ENDPOINTS, Text, listed
from gatepost.endpoints.writes.change_set import EndpointChange
from gatepost.endpoints.writes.differences import DifferenceRow, ListFlags, NumberedAce, Part, Value, paired_nodes
from gatepost.security import Accounts, Sid


def other_changes(change: EndpointChange, accounts: Accounts) -> tuple[Text, ...]:
    """Return owner, group, order, auditing, a descriptor that goes, and text that is merely written otherwise."""
    sentences = [sentence for row in change.rows for sentence in _sentences(row, accounts)]
    places = {row.place for row in change.rows}
    for place, before, after in paired_nodes(EndpointState.of(change.before), EndpointState.of(change.after)):
        if place not in places and before is not None and after is not None and before.sddl != after.sddl:
            sentences.append(ENDPOINTS.tr("Only the notation of the descriptor changes, not its meaning."))
    return tuple(dict.fromkeys(sentences))


def _sentences(row: DifferenceRow, accounts: Accounts) -> Iterator[Text]:
    match row.part:
        case Part.DESCRIPTOR if row.after is None:
            yield ENDPOINTS.tr("Its own permissions are removed; they will be inherited from RootSDDL.")
        case Part.DESCRIPTOR if row.before is not None:
            yield ENDPOINTS.tr("A descriptor that couldn't be read is replaced.")
        case Part.OWNER:
            yield ENDPOINTS.tr("Owner: {old} → {new}", old=_name(row.before, accounts), new=_name(row.after, accounts))
        case Part.GROUP:
            yield ENDPOINTS.tr(
                "Primary group: {old} → {new}", old=_name(row.before, accounts), new=_name(row.after, accounts)
            )
        case Part.ACCESS_LIST:
            yield ENDPOINTS.tr("DACL flags: {old} → {new}", old=_kind(row.before), new=_kind(row.after))
        case Part.ORDER:
            old, new = _order(row.before, accounts), _order(row.after, accounts)
            yield ENDPOINTS.tr("Order of entries: {old} → {new}", old=old, new=new)
        case Part.AUDIT_LIST:
            yield ENDPOINTS.tr("The SACL flags change")
        case Part.AUDIT_ENTRY if row.entry is not None and row.after is None:
            yield ENDPOINTS.tr("Auditing \u2212 {entry}", entry=entry_text(row.entry.ace, accounts))
        case Part.AUDIT_ENTRY if row.entry is not None:
            yield ENDPOINTS.tr("Auditing + {entry}", entry=entry_text(row.entry.ace, accounts))
        case Part.AUDIT_ORDER:
            yield ENDPOINTS.tr("The order of the auditing entries changes")


def _name(value: Value | None, accounts: Accounts) -> str:
    return accounts.name_of(value) if isinstance(value, Sid) else ""


def _order(value: Value | None, accounts: Accounts) -> Text:
    entries = value if isinstance(value, tuple) else ()
    return listed([_short(entry, accounts) for entry in entries])


def _short(entry: NumberedAce, accounts: Accounts) -> Text:
    who = accounts.short_name_of(entry.ace.sid)
    return ENDPOINTS.tr("Deny {who}", who=who) if entry.ace.is_deny else ENDPOINTS.tr("Allow {who}", who=who)


def _kind(value: Value | None) -> str | Text:
    """The flags of the DACL as SDDL writes them, or what its absence means."""
    if not isinstance(value, ListFlags) or value.is_null:
        return ENDPOINTS.tr("none (anyone)")
    return value.letters or ENDPOINTS.tr("no flags")
