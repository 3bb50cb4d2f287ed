"""What a change does besides adding and taking away entries of the DACL, in sentences for the confirmation."""

from __future__ import annotations

from collections.abc import Iterator

from gatepost.endpoints.compare.differences import node_pairs
from gatepost.endpoints.configuration.change_set import EndpointChange
from gatepost.endpoints.text import Text, text
from gatepost.security import Accounts, AceChange, ChangeKind, SecurityDescriptor, ace_text, difference, read_descriptor


def other_changes(change: EndpointChange, accounts: Accounts) -> tuple[Text, ...]:
    """Return owner, group, order, auditing, a descriptor that goes, and text that is merely written otherwise."""
    found: list[Text] = []
    for _, before, after in node_pairs(change.before, change.after):
        if before is not None and after is None:
            found.append(text("Loses a descriptor of its own; RootSDDL decides from then on."))
        elif before is not None and after is not None and before.sddl != after.sddl:
            found += _within(read_descriptor(before.sddl), read_descriptor(after.sddl), accounts)
    return tuple(dict.fromkeys(found))


def _within(before: SecurityDescriptor | None, after: SecurityDescriptor | None, accounts: Accounts) -> Iterator[Text]:
    if before is None or after is None:
        yield text("A descriptor that could not be read is replaced.")
        return
    found = difference(before, after)
    if not found:
        yield text("Only the way the descriptor is written changes, not what it says.")
    if "owner" in found.flags:
        yield text("Owner: {old} → {new}", old=accounts.name_of(before.owner), new=accounts.name_of(after.owner))
    if "group" in found.flags:
        yield text("Group: {old} → {new}", old=accounts.name_of(before.group), new=accounts.name_of(after.group))
    if "DACL" in found.flags:
        yield text("The kind of the list changes: {old} → {new}", old=_kind(before), new=_kind(after))
    for moved in (c for c in found.dacl if c.kind is ChangeKind.MOVED):
        yield _moved(moved, accounts)
    yield from _audited(found.sacl, accounts)


def _moved(change: AceChange, accounts: Accounts) -> Text:
    who = accounts.name_of(change.after.sid) if change.after is not None else ""
    before, after = (change.position_before or 0) + 1, (change.position_after or 0) + 1
    return text("The entry for {who} moves from place {before} to {after}", who=who, before=before, after=after)


def _audited(changes: tuple[AceChange, ...], accounts: Accounts) -> Iterator[Text]:
    for change in changes:
        if change.kind is ChangeKind.MOVED:
            yield text("Auditing entries change their order")
            continue
        if change.before is not None:
            yield text("Auditing \u2212 {entry}", entry=ace_text(change.before, accounts))
        if change.after is not None:
            yield text("Auditing + {entry}", entry=ace_text(change.after, accounts))


def _kind(descriptor: SecurityDescriptor) -> str:
    """The flags of the DACL as SDDL writes them, or what its absence means."""
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        return "none (anyone)"
    flags = (("P", dacl.protected), ("AR", dacl.auto_inherit_req), ("AI", dacl.auto_inherited))
    return "".join(word for word, is_set in flags if is_set) or "no flags"
