"""Permission entries (ACEs) and whole descriptors in words.

Names come from the caller, who may have asked a host.
"""

from __future__ import annotations

from gatepost.endpoints.condition_text import condition_text
from gatepost.endpoints.text import ENDPOINTS, Text, english
from gatepost.security import (
    AccessMask,
    Accounts,
    Ace,
    AceFlags,
    AceType,
    Acl,
    SecurityDescriptor,
    cached_descriptor,
    rights_text,
)
from gatepost.security.ace_text import flags_text
from gatepost.security.edit.windows_cmdlets import is_canonical_for_windows

_OTHER_KINDS = {
    AceType.SYSTEM_MANDATORY_LABEL: ENDPOINTS.tr("Sets the integrity level: {who} ({mask})"),
    AceType.SYSTEM_RESOURCE_ATTRIBUTE: ENDPOINTS.tr("Gives the endpoint a resource attribute: {attribute}"),
    AceType.SYSTEM_SCOPED_POLICY_ID: ENDPOINTS.tr("Applies a central access policy: {who}"),
    AceType.SYSTEM_PROCESS_TRUST_LABEL: ENDPOINTS.tr("Sets a trust label: {who} ({mask})"),
    AceType.SYSTEM_ACCESS_FILTER: ENDPOINTS.tr("Filters access for {who}: {rights}"),
}
_ALARMS = (AceType.SYSTEM_ALARM, AceType.SYSTEM_ALARM_OBJECT)
_ALLOWS, _DENIES = ENDPOINTS.tr("Allows {who}: {rights}"), ENDPOINTS.tr("Denies {who}: {rights}")
# By whether an access is logged that was granted, and that was refused.
_LOGS = {
    (False, False): ENDPOINTS.tr("Logs {who}: {rights}"),
    (True, False): ENDPOINTS.tr("Logs {who}: {rights}, when granted"),
    (False, True): ENDPOINTS.tr("Logs {who}: {rights}, when refused"),
    (True, True): ENDPOINTS.tr("Logs {who}: {rights}, granted or refused"),
}
_RAISES_ALARM = {
    (False, False): ENDPOINTS.tr("Raises an alarm on {who}: {rights}"),
    (True, False): ENDPOINTS.tr("Raises an alarm on {who}: {rights}, when granted"),
    (False, True): ENDPOINTS.tr("Raises an alarm on {who}: {rights}, when refused"),
    (True, True): ENDPOINTS.tr("Raises an alarm on {who}: {rights}, granted or refused"),
}
_SAID = AceFlags.INHERITED | AceFlags.INHERIT_ONLY
_LOGGED = AceFlags.SUCCESSFUL_ACCESS | AceFlags.FAILED_ACCESS
_COVERED = AccessMask.GENERIC_READ | AccessMask.GENERIC_WRITE | AccessMask.GENERIC_EXECUTE  # by Full Control


def entry_text(ace: Ace, accounts: Accounts) -> Text:
    """Return the entry as one sentence; entries that differ in what they do read differently."""
    sentence = _clause(ace).filled(
        who=accounts.name_of(ace.sid),
        rights=rights_text(ace.mask),
        mask=ace.mask.sddl(label=ace.type is AceType.SYSTEM_MANDATORY_LABEL),
        attribute=ace.condition or "",
    )
    if ace.has_condition:
        assert ace.condition is not None
        sentence = ENDPOINTS.tr(
            "{entry}, if {condition}", entry=sentence, condition=condition_text(ace.condition, accounts)
        )
    if other_parts(ace):
        sentence = english("{entry} [{flags}]", entry=sentence, flags=other_parts(ace))
    if ace.flags & AceFlags.INHERIT_ONLY:
        sentence = ENDPOINTS.tr("{entry}; it doesn't apply to this endpoint itself", entry=sentence)
    return (
        ENDPOINTS.tr("{entry} (inherited).", entry=sentence)
        if ace.is_inherited
        else ENDPOINTS.tr("{entry}.", entry=sentence)
    )


def other_parts(ace: Ace) -> str:
    """Return the parts that no words are made of, as SDDL writes them; "" for nearly every entry.

    They are flags, rights beside Full Control, and object types: the inherited one behind a semicolon.
    """
    is_logged = not (ace.is_allow or ace.is_deny or ace.type in _OTHER_KINDS)
    said = _SAID | _LOGGED if is_logged else _SAID
    unsaid = ace.flags & ~said
    flags = flags_text(ace.type, unsaid) if unsaid else ""
    rights = ace.mask.sddl() if ace.mask & AccessMask.GENERIC_ALL and ace.mask & _COVERED else ""
    inherited = f";{ace.inherited_object_type}" if ace.inherited_object_type else ""
    types = f"{ace.object_type or ''}{inherited}"
    return "; ".join(part for part in (flags, rights, types) if part)


def _clause(ace: Ace) -> Text:
    if ace.type in _OTHER_KINDS:
        return _OTHER_KINDS[ace.type]
    if ace.is_allow or ace.is_deny:
        return _ALLOWS if ace.is_allow else _DENIES
    clauses = _RAISES_ALARM if ace.type in _ALARMS else _LOGS
    return clauses[bool(ace.flags & AceFlags.SUCCESSFUL_ACCESS), bool(ace.flags & AceFlags.FAILED_ACCESS)]


def descriptor_text(sddl: str, accounts: Accounts) -> tuple[Text, ...]:
    """Return what the descriptor says, in the order of its entries.

    Raises:
        SddlError: it cannot be read.
    """
    sd = cached_descriptor(sddl)
    sentences = [_belongs_to(sd, accounts), *_dacl_lines(sd.dacl, accounts)]
    if not is_canonical_for_windows(sd):
        sentences.append(ENDPOINTS.tr("The entries aren't in canonical order, so Windows tools can't edit them."))
    if sd.sacl is not None and sd.sacl.aces:
        sentences += [entry_text(ace, accounts) for ace in sd.sacl.aces]
    else:
        sentences.append(ENDPOINTS.tr("Nothing is audited."))
    return tuple(sentences)


def _belongs_to(sd: SecurityDescriptor, accounts: Accounts) -> Text:
    if sd.owner is None:
        return ENDPOINTS.tr("There is no owner: WinRM doesn't accept such a descriptor.")
    if sd.group is None:
        return ENDPOINTS.tr("There is no primary group: WinRM doesn't accept such a descriptor.")
    owner, group = accounts.name_of(sd.owner), accounts.name_of(sd.group)
    return ENDPOINTS.tr("Owner: {owner}. Primary group: {group}.", owner=owner, group=group)


def _dacl_lines(dacl: Acl | None, accounts: Accounts) -> list[Text]:
    if dacl is None or dacl.is_null:
        return [ENDPOINTS.tr("There is no DACL: anyone has full access.")]
    if not dacl.aces:
        return [ENDPOINTS.tr("The DACL is empty: no one has access.")]
    lines = [entry_text(ace, accounts) for ace in dacl.aces]
    return [*lines, ENDPOINTS.tr("Everyone else is denied.")]
