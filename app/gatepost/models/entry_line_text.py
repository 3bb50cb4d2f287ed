"""Permission entries (ACEs) in words: Deny, Allow or audit, for whom, and which rights."""

from __future__ import annotations

from gatepost.endpoints.entries.entry_text import condition_text
from gatepost.endpoints.text import Text
from gatepost.models.roles import Tone
from gatepost.models.sentences import shown
from gatepost.models.window_text import WINDOW
from gatepost.security import Accounts, Ace, AceFlags, AceType, rights_text

_AUDITS = (AceType.SYSTEM_AUDIT, AceType.SYSTEM_AUDIT_CALLBACK, AceType.SYSTEM_AUDIT_OBJECT)


def kind_word(ace: Ace) -> str:
    """Return Deny, Allow, what is audited, or the name of another type."""
    if ace.is_deny:
        return shown(WINDOW.tr("Deny"))
    if ace.is_allow:
        return shown(WINDOW.tr("Allow"))
    return shown(_audit_word(ace.flags)) if ace.type in _AUDITS else ace.type.name


def _audit_word(flags: AceFlags) -> Text:
    success, failure = flags & AceFlags.SUCCESSFUL_ACCESS, flags & AceFlags.FAILED_ACCESS
    if success and failure:
        return WINDOW.tr("Audit all")
    if success:
        return WINDOW.tr("Audit success")
    return WINDOW.tr("Audit failure") if failure else WINDOW.tr("Audit")


def kind_tone(ace: Ace) -> Tone | None:
    """Return the tone that tells Deny from Allow, None for another type."""
    return Tone.DENY if ace.is_deny else Tone.ALLOW if ace.is_allow else None


def entry_line(ace: Ace, accounts: Accounts) -> str:
    """Return kind, account and rights in one line."""
    line = f"{kind_word(ace)}  {accounts.name_of(ace.sid)}  {rights_text(ace.mask)}"
    if ace.is_unconditional or not (ace.is_allow or ace.is_deny):
        return line
    return shown(WINDOW.tr("{entry}  with a condition", entry=line))


def rights_line(ace: Ace, accounts: Accounts) -> str:
    """Return kind, rights and condition in one line; the account is said elsewhere."""
    line = f"{kind_word(ace)} {rights_text(ace.mask)}"
    if ace.is_callback and ace.condition:
        condition = shown(condition_text(ace.condition, accounts))
        line = shown(WINDOW.tr("{entry}, if {condition}", entry=line, condition=condition))
    return shown(WINDOW.tr("{entry}, inherited", entry=line)) if ace.is_inherited else line


def short_entry(ace: Ace, accounts: Accounts) -> str:
    """Return kind and account, for an order of entries."""
    return f"{kind_word(ace)} {accounts.short_name_of(ace.sid)}"
