"""Edits of one endpoint's descriptors. Each returns an EditStep; what an edit does not touch keeps its bytes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from gatepost.endpoints.changes.pending_change import EditStep, PendingChange
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.security import (
    NETWORK,
    AccessMask,
    Accounts,
    Ace,
    AceType,
    Acl,
    SecurityDescriptor,
    Sid,
    cached_descriptor,
    read_descriptor,
)
from gatepost.security.edit import entries as acl_edits
from gatepost.security.edit.entries import ListKind
from gatepost.security.edit.windows_cmdlets import is_full_deny, matches_network_pattern


@dataclass(frozen=True, slots=True)
class EntryList:
    """One list of an endpoint: the 0-based number of its descriptor, in document order, and which list of it."""

    descriptor_index: int = 0
    kind: ListKind = ListKind.DACL


# The kinds that can be changed; entries of other kinds are shown, kept, moved and removed.
CONDITIONAL = {
    AceType.ACCESS_ALLOWED: AceType.ACCESS_ALLOWED_CALLBACK,
    AceType.ACCESS_DENIED: AceType.ACCESS_DENIED_CALLBACK,
    AceType.SYSTEM_AUDIT: AceType.SYSTEM_AUDIT_CALLBACK,
}
# Full Control said as its three rights: it denies the same, and is not the number that Windows' cmdlets look for.
SAME_AS_ALL = AccessMask(AccessMask.GENERIC_READ | AccessMask.GENERIC_WRITE | AccessMask.GENERIC_EXECUTE)


def is_editable(ace: Ace) -> bool:
    """Whether an entry is of a kind whose every part is understood here."""
    return ace.type in CONDITIONAL or ace.type in CONDITIONAL.values()


def descriptor_at(configuration: SessionConfiguration, descriptor_index: int) -> SecurityDescriptor:
    """Return a descriptor of the endpoint.

    Raises:
        SddlError: it cannot be read; it can be replaced as text only.
    """
    return cached_descriptor(configuration.security_nodes[descriptor_index].sddl)


def entries_at(configuration: SessionConfiguration, entry_list: EntryList) -> tuple[Ace, ...]:
    """Return the entries of a list as they can be edited: an absent or null DACL as one Allow for Everyone.

    Raises:
        SddlError: the descriptor cannot be read.
    """
    return _list_at(configuration, entry_list).aces


def add_entry(configuration: SessionConfiguration, entry_list: EntryList, ace: Ace, accounts: Accounts) -> EditStep:
    """Add an entry where it belongs: a Deny in front, others behind."""
    label = _adding(ace, accounts, configuration.name)
    return _with_list(configuration, entry_list, acl_edits.with_added(_list_at(configuration, entry_list), ace), label)


def change_entry(
    configuration: SessionConfiguration, entry_list: EntryList, number: int, ace: Ace, accounts: Accounts
) -> EditStep:
    """Put another entry in the place of one."""
    label = ENDPOINTS.tr(
        "Change the entry for {who} in {name}", who=accounts.short_name_of(ace.sid), name=configuration.name
    )
    return _with_list(
        configuration, entry_list, acl_edits.with_changed(_list_at(configuration, entry_list), number, ace), label
    )


def duplicate_entry(
    configuration: SessionConfiguration, entry_list: EntryList, number: int, accounts: Accounts
) -> EditStep:
    """Repeat an entry right behind itself, byte for byte."""
    acl = _list_at(configuration, entry_list)
    ace = acl.aces[number]
    label = ENDPOINTS.tr(
        "Duplicate the entry for {who} in {name}", who=accounts.short_name_of(ace.sid), name=configuration.name
    )
    return _with_list(configuration, entry_list, acl_edits.with_added(acl, ace, number + 1), label)


def remove_entries(
    configuration: SessionConfiguration, entry_list: EntryList, numbers: Collection[int], accounts: Accounts
) -> EditStep:
    """Take entries away. The last one may go: then no one gets in."""
    acl = _list_at(configuration, entry_list)
    if len(numbers) == 1:
        (number,) = numbers
        who = accounts.short_name_of(acl.aces[number].sid)
        label = ENDPOINTS.tr("Remove the entry for {who} from {name}", who=who, name=configuration.name)
    else:
        label = ENDPOINTS.tr(
            "Remove %n entry from {name}", "Remove %n entries from {name}", len(numbers), name=configuration.name
        )
    return _with_list(configuration, entry_list, acl_edits.without(acl, numbers), label)


def move_entry(
    configuration: SessionConfiguration, entry_list: EntryList, number: int, to: int, accounts: Accounts
) -> EditStep:
    """Let an entry stand at another position."""
    acl = _list_at(configuration, entry_list)
    who = accounts.short_name_of(acl.aces[number].sid)
    label = ENDPOINTS.tr("Move the entry for {who} in {name}", who=who, name=configuration.name)
    return _with_list(configuration, entry_list, acl_edits.with_moved(acl, number, to), label)


def sort_entries(configuration: SessionConfiguration, entry_list: EntryList) -> EditStep:
    """Put the entries into canonical order."""
    acl = acl_edits.sorted_canonically(_list_at(configuration, entry_list), entry_list.kind)
    return _with_list(
        configuration, entry_list, acl, ENDPOINTS.tr("Reorder the entries of {name}", name=configuration.name)
    )


def set_owner(configuration: SessionConfiguration, descriptor_index: int, owner: Sid, accounts: Accounts) -> EditStep:
    """Set the owner."""
    label = ENDPOINTS.tr("Set the owner of {name} to {who}", who=accounts.short_name_of(owner), name=configuration.name)
    return _with_descriptor(
        configuration, descriptor_index, descriptor_at(configuration, descriptor_index).with_owner(owner), label
    )


def set_group(configuration: SessionConfiguration, descriptor_index: int, group: Sid, accounts: Accounts) -> EditStep:
    """Set the primary group."""
    label = ENDPOINTS.tr(
        "Set the primary group of {name} to {who}", who=accounts.short_name_of(group), name=configuration.name
    )
    return _with_descriptor(
        configuration, descriptor_index, descriptor_at(configuration, descriptor_index).with_group(group), label
    )


def set_sddl(configuration: SessionConfiguration, descriptor_index: int, sddl: str) -> EditStep:
    """Put text in the place of a descriptor.

    Raises:
        SddlError: Windows would not read it either, or it cannot be stored.
    """
    cached_descriptor(sddl)
    return _with_text(
        configuration, descriptor_index, sddl, ENDPOINTS.tr("Edit the SDDL of {name}", name=configuration.name)
    )


def use_root_sddl(configuration: SessionConfiguration) -> EditStep:
    """Take the endpoint's own descriptors away, so that RootSDDL decides."""
    return _step(
        configuration,
        configuration.without_security(),
        ENDPOINTS.tr("Inherit the permissions of {name} from RootSDDL", name=configuration.name),
    )


def own_descriptor(configuration: SessionConfiguration, sddl: str) -> EditStep:
    """Give every resource for which RootSDDL decides a descriptor of its own."""
    label = ENDPOINTS.tr("Set own permissions for {name}", name=configuration.name)
    return _step(configuration, configuration.with_security_on_bare_resources(sddl), label)


def _list_at(configuration: SessionConfiguration, entry_list: EntryList) -> Acl:
    return acl_edits.with_implied_entries(
        entry_list.kind.of(descriptor_at(configuration, entry_list.descriptor_index)), entry_list.kind
    )


def _with_list(configuration: SessionConfiguration, entry_list: EntryList, acl: Acl, label: Text) -> EditStep:
    descriptor = descriptor_at(configuration, entry_list.descriptor_index)
    return _with_descriptor(configuration, entry_list.descriptor_index, entry_list.kind.put(descriptor, acl), label)


def _with_descriptor(
    configuration: SessionConfiguration, descriptor_index: int, descriptor: SecurityDescriptor, label: Text
) -> EditStep:
    return _with_text(configuration, descriptor_index, descriptor.to_sddl(), label)


def _with_text(configuration: SessionConfiguration, descriptor_index: int, sddl: str, label: Text) -> EditStep:
    sddls = list(configuration.sddls)
    sddls[descriptor_index] = sddl
    return _step(configuration, configuration.with_sddls(tuple(sddls)), label)


def _step(before: SessionConfiguration, after: SessionConfiguration, label: Text) -> EditStep:
    change = PendingChange(before, after)
    return EditStep(label, (change,) if change.is_edit else ())


def _adding(ace: Ace, accounts: Accounts, name: str) -> Text:
    who = accounts.short_name_of(ace.sid)
    if ace.is_deny:
        return ENDPOINTS.tr("Add a Deny for {who} to {name}", who=who, name=name)
    if ace.is_allow:
        return ENDPOINTS.tr("Add an Allow for {who} to {name}", who=who, name=name)
    return ENDPOINTS.tr("Add an audit entry for {who} to {name}", who=who, name=name)


def normalized_for_cmdlets(configuration: SessionConfiguration) -> EditStep:
    """Write each Deny that Windows' cmdlets take for the one for NETWORK with its rights named one by one.

    No one gains or loses anything by it. A descriptor that cannot be read stays as it is.
    """
    fixed = configuration.with_sddls(tuple(map(_cmdlet_safe, configuration.sddls)))
    label = ENDPOINTS.tr("Rewrite the Deny entries of {name} for the Windows cmdlets", name=configuration.name)
    return _step(configuration, fixed, label)


def _cmdlet_safe(sddl: str) -> str:
    descriptor = read_descriptor(sddl)
    dacl = descriptor.dacl if descriptor is not None else None
    if descriptor is None or dacl is None or dacl.is_null or not any(map(_taken_for_network_deny, dacl.aces)):
        return sddl
    aces = [replace(ace, mask=SAME_AS_ALL) if _taken_for_network_deny(ace) else ace for ace in dacl.aces]
    return descriptor.with_dacl(dacl.with_aces(aces)).to_sddl()


def _taken_for_network_deny(ace: Ace) -> bool:
    return is_full_deny(ace) and ace.sid != NETWORK and matches_network_pattern(ace.sid)
