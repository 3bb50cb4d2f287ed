"""Entries, conditions and decisions as plain English sentences. Names come from the caller, who may have asked a host."""

from __future__ import annotations

from gatepost.security.accounts import NO_ACCOUNTS, Accounts
from gatepost.security.ace import Ace
from gatepost.security.ace_types import AceFlags, AceType
from gatepost.security.conditions.expression import (
    EXISTENCE,
    LOGICAL_PAIRS,
    MEMBERSHIPS,
    Attribute,
    Condition,
    Integer,
    Operand,
    Operator,
    Scalar,
    Scope,
)
from gatepost.security.conditions.literal_text import write_integer
from gatepost.security.conditions.read import read_condition
from gatepost.security.conditions.write import Pieces, flat
from gatepost.security.errors import SddlError
from gatepost.security.mask import rights_text
from gatepost.security.sid import Sid

_RELATION_WORDS = {
    Operator.EQUAL: "is",
    Operator.NOT_EQUAL: "is not",
    Operator.LESS: "is less than",
    Operator.LESS_OR_EQUAL: "is at most",
    Operator.GREATER: "is more than",
    Operator.GREATER_OR_EQUAL: "is at least",
    Operator.CONTAINS: "contains all of",
    Operator.ANY_OF: "contains any of",
    Operator.NOT_CONTAINS: "does not contain all of",
    Operator.NOT_ANY_OF: "contains none of",
}
_OWNER_OF = {
    Scope.LOCAL: "the setting",
    Scope.USER: "the user's",
    Scope.DEVICE: "the device's",
    Scope.RESOURCE: "the endpoint's",
}
_VERBS = {
    AceType.SYSTEM_AUDIT: "Logs",
    AceType.SYSTEM_AUDIT_OBJECT: "Logs",
    AceType.SYSTEM_AUDIT_CALLBACK: "Logs",
    AceType.SYSTEM_ALARM: "Raises an alarm on",
    AceType.SYSTEM_ALARM_OBJECT: "Raises an alarm on",
}
_OTHER_KINDS = {
    AceType.SYSTEM_MANDATORY_LABEL: "Sets the integrity level",
    AceType.SYSTEM_RESOURCE_ATTRIBUTE: "Gives the endpoint an attribute",
    AceType.SYSTEM_SCOPED_POLICY_ID: "Applies a central access policy",
    AceType.SYSTEM_PROCESS_TRUST_LABEL: "Sets a trust label",
    AceType.SYSTEM_ACCESS_FILTER: "Filters access",
}


def ace_text(ace: Ace, accounts: Accounts = NO_ACCOUNTS) -> str:
    """The entry as one sentence."""
    if ace.type in _OTHER_KINDS:
        who = f": {accounts.name_of(ace.sid)}" if ace.type is AceType.SYSTEM_MANDATORY_LABEL else ""
        return f"{_OTHER_KINDS[ace.type]}{who}."
    verb = "Allows" if ace.is_allow else "Denies" if ace.is_deny else _VERBS.get(ace.type, "Logs")
    text = f"{verb} {accounts.name_of(ace.sid)}: {rights_text(ace.mask)}"
    outcomes = _outcomes(ace.flags)
    if outcomes and not (ace.is_allow or ace.is_deny):
        text += f", {outcomes}"
    if ace.condition is not None:
        text += f", if {condition_text(ace.condition, accounts)}"
    if ace.flags & AceFlags.INHERIT_ONLY:
        text += "; it does not apply to this endpoint itself"
    return text + (" (inherited)." if ace.is_inherited else ".")


def _outcomes(flags: AceFlags) -> str:
    success, failure = flags & AceFlags.SUCCESSFUL_ACCESS, flags & AceFlags.FAILED_ACCESS
    if success and failure:
        return "granted or refused"
    return "when granted" if success else "when refused" if failure else ""


def condition_text(condition: str, accounts: Accounts = NO_ACCOUNTS) -> str:
    """The condition in words, without a full stop; text that cannot be read is given as it stands."""
    try:
        return describe(read_condition(condition, strict=False), accounts)
    except SddlError:
        return condition


def describe(condition: Condition, accounts: Accounts = NO_ACCOUNTS) -> str:
    """A condition in words."""

    def operand(value: Operand) -> Pieces:
        return _operand(value, accounts)

    pieces = condition.fold(operand, _operation)
    if condition.tokens and isinstance(condition.tokens[-1], Attribute):
        pieces = (pieces, " is set")
    return "".join(flat(pieces))


def _operand(value: Operand, accounts: Accounts) -> Pieces:
    if isinstance(value, Attribute):
        return f"{_OWNER_OF[value.scope]} {value.name}"
    if isinstance(value, tuple):
        return ", ".join(_value(item, accounts) for item in value) or "nothing"
    return _value(value, accounts)


def _value(value: Scalar, accounts: Accounts) -> str:
    if isinstance(value, Sid):
        return accounts.name_of(value)
    if isinstance(value, Integer):
        return write_integer(value)
    return f'"{value}"' if isinstance(value, str) else f"octets {value.hex()}"


def _operation(operator: Operator, operands: tuple[Pieces, ...]) -> Pieces:
    if operator in LOGICAL_PAIRS:
        return ("(", operands[0], f") {operator.name.lower()} (", operands[1], ")")
    if operator is Operator.NOT:
        return ("not (", operands[0], ")")
    if operator in EXISTENCE:
        return (operands[0], " exists" if operator is Operator.EXISTS else " does not exist")
    if operator in MEMBERSHIPS:
        who = "the device" if operator.is_about_device else "the user"
        sense = "is not in" if operator.is_negated else "is in"
        return (f"{who} {sense} {'any' if operator.is_any else 'all'} of ", operands[0])
    return (operands[0], f" {_RELATION_WORDS[operator]} ", operands[1])
