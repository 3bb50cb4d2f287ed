"""Permission entries (ACEs) in words: Deny, Allow or audit, for whom, and which rights."""

from __future__ import annotations

from gatepost.endpoints.condition_text import condition_text
from gatepost.endpoints.entry_text import other_parts
from gatepost.endpoints.text import WINDOW
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.security import Accounts, Ace, AceFlags, AceType, rights_text

_OTHER_KINDS = {
    AceType.SYSTEM_MANDATORY_LABEL: WINDOW.tr("Integrity label"),
    AceType.SYSTEM_RESOURCE_ATTRIBUTE: WINDOW.tr("Resource attribute"),
    AceType.SYSTEM_SCOPED_POLICY_ID: WINDOW.tr("Central access policy"),
    AceType.SYSTEM_PROCESS_TRUST_LABEL: WINDOW.tr("Trust label"),
    AceType.SYSTEM_ACCESS_FILTER: WINDOW.tr("Access filter"),
}
# By whether an access is recorded that was granted, and that was refused.
_AUDIT = {
    (False, False): WINDOW.tr("Audit"),
    (True, False): WINDOW.tr("Audit success"),
    (False, True): WINDOW.tr("Audit failure"),
    (True, True): WINDOW.tr("Audit all"),
}
_ALARM = {
    (False, False): WINDOW.tr("Alarm"),
    (True, False): WINDOW.tr("Alarm on success"),
    (False, True): WINDOW.tr("Alarm on failure"),
    (True, True): WINDOW.tr("Alarm on all"),
}
_RECORDS = {
    AceType.SYSTEM_AUDIT: _AUDIT,
    AceType.SYSTEM_AUDIT_CALLBACK: _AUDIT,
    AceType.SYSTEM_AUDIT_OBJECT: _AUDIT,
    AceType.SYSTEM_ALARM: _ALARM,
    AceType.SYSTEM_ALARM_OBJECT: _ALARM,
}


def kind_word(ace: Ace) -> str:
    """Return Deny, Allow, what is audited or raises an alarm, or the name of another type."""
    if ace.is_deny:
        return shown(WINDOW.tr("Deny"))
    if ace.is_allow:
        return shown(WINDOW.tr("Allow"))
    if ace.type in _RECORDS:
        recorded = bool(ace.flags & AceFlags.SUCCESSFUL_ACCESS), bool(ace.flags & AceFlags.FAILED_ACCESS)
        return shown(_RECORDS[ace.type][recorded])
    return shown(_OTHER_KINDS[ace.type]) if ace.type in _OTHER_KINDS else ace.type.name


def kind_tone(ace: Ace) -> Tone | None:
    """Return the tone that tells Deny from Allow, None for another type."""
    return Tone.DENY if ace.is_deny else Tone.ALLOW if ace.is_allow else None


def rights_word(ace: Ace) -> str:
    """Return the rights of an entry; the policy of an integrity label as SDDL writes it; "" where it has none to name."""
    if ace.type is AceType.SYSTEM_MANDATORY_LABEL:
        return ace.mask.sddl(label=True)
    return "" if ace.type in _OTHER_KINDS and not ace.mask else rights_text(ace.mask)


def entry_line(ace: Ace, accounts: Accounts) -> str:
    """Return kind, account, rights and condition in one line; entries that differ in what they do read differently."""
    return _with_the_rest((kind_word(ace), accounts.name_of(ace.sid), rights_word(ace)), "  ", ace, accounts)


def rights_line(ace: Ace, accounts: Accounts) -> str:
    """Return kind, rights and condition in one line; the account is said elsewhere."""
    return _with_the_rest((kind_word(ace), rights_word(ace)), " ", ace, accounts)


def _with_the_rest(words: tuple[str, ...], between: str, ace: Ace, accounts: Accounts) -> str:
    """Add condition or attribute, and as SDDL writes them the parts that no words are made of."""
    line = between.join(filter(None, words))
    if ace.condition and ace.has_condition:
        condition = shown(condition_text(ace.condition, accounts))
        line = shown(WINDOW.tr("{entry}, if {condition}", entry=line, condition=condition))
    elif ace.condition:
        line = f"{line}  {ace.condition}"
    parts = "; ".join(part for part in ("IO" if ace.is_inherit_only else "", other_parts(ace)) if part)
    line = f"{line}  [{parts}]" if parts else line
    return shown(WINDOW.tr("{entry}, inherited", entry=line)) if ace.is_inherited else line


def short_entry(ace: Ace, accounts: Accounts) -> str:
    """Return kind and account, for an order of entries."""
    return f"{kind_word(ace)} {accounts.short_name_of(ace.sid)}"
