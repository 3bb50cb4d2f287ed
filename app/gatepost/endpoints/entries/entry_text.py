"""Permission entries (ACEs) as sentences. Names come from the caller, who may have asked a host."""

from __future__ import annotations

from gatepost.endpoints.entries.condition_text import condition_text
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.security import Accounts, Ace, AceFlags, AceType, rights_text

_OTHER_KINDS = {
    AceType.SYSTEM_MANDATORY_LABEL: ENDPOINTS.tr("Sets the integrity level: {who}."),
    AceType.SYSTEM_RESOURCE_ATTRIBUTE: ENDPOINTS.tr("Gives the endpoint a resource attribute."),
    AceType.SYSTEM_SCOPED_POLICY_ID: ENDPOINTS.tr("Applies a central access policy."),
    AceType.SYSTEM_PROCESS_TRUST_LABEL: ENDPOINTS.tr("Sets a trust label."),
    AceType.SYSTEM_ACCESS_FILTER: ENDPOINTS.tr("Filters access."),
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


def entry_text(ace: Ace, accounts: Accounts) -> Text:
    """Return the entry as one sentence."""
    if ace.type in _OTHER_KINDS:
        return _OTHER_KINDS[ace.type].filled(who=accounts.name_of(ace.sid))
    said = _clause(ace).filled(who=accounts.name_of(ace.sid), rights=rights_text(ace.mask))
    if ace.condition is not None:
        said = ENDPOINTS.tr("{entry}, if {condition}", entry=said, condition=condition_text(ace.condition, accounts))
    if ace.flags & AceFlags.INHERIT_ONLY:
        said = ENDPOINTS.tr("{entry}; it doesn't apply to this endpoint itself", entry=said)
    return (
        ENDPOINTS.tr("{entry} (inherited).", entry=said) if ace.is_inherited else ENDPOINTS.tr("{entry}.", entry=said)
    )


def _clause(ace: Ace) -> Text:
    if ace.is_allow or ace.is_deny:
        return _ALLOWS if ace.is_allow else _DENIES
    clauses = _RAISES_ALARM if ace.type in _ALARMS else _LOGS
    return clauses[bool(ace.flags & AceFlags.SUCCESSFUL_ACCESS), bool(ace.flags & AceFlags.FAILED_ACCESS)]
