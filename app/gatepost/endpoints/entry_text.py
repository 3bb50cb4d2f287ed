"""Permission entries (ACEs), their conditions and whole descriptors in words.

Names come from the caller, who may have asked a host.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from gatepost.endpoints.text import ENDPOINTS, Text, english, listed
from gatepost.security import (
    AccessMask,
    Accounts,
    Ace,
    AceFlags,
    AceType,
    Acl,
    SddlError,
    SecurityDescriptor,
    Sid,
    cached_descriptor,
    rights_text,
)
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
from gatepost.security.conditions.needs import group_condition
from gatepost.security.conditions.text import read_condition
from gatepost.security.edit.windows_cmdlets import is_canonical_for_windows
from gatepost.security.sddl.ace_text import flags_text

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
_LONGEST = 20_000  # characters of a condition that is put into words

# Words in pieces; they become one Text in the end, so that depth costs nothing.
_Pieces = str | Text | tuple["_Pieces", ...]

_ATTRIBUTES = {
    Scope.LOCAL: ENDPOINTS.tr("the setting {name}"),
    Scope.USER: ENDPOINTS.tr("the user's {name}"),
    Scope.DEVICE: ENDPOINTS.tr("the device's {name}"),
    Scope.RESOURCE: ENDPOINTS.tr("the endpoint's {name}"),
}
_OPERATIONS = {
    Operator.EQUAL: ENDPOINTS.tr("{left} is {right}"),
    Operator.NOT_EQUAL: ENDPOINTS.tr("{left} isn't {right}"),
    Operator.LESS: ENDPOINTS.tr("{left} is less than {right}"),
    Operator.LESS_OR_EQUAL: ENDPOINTS.tr("{left} is at most {right}"),
    Operator.GREATER: ENDPOINTS.tr("{left} is more than {right}"),
    Operator.GREATER_OR_EQUAL: ENDPOINTS.tr("{left} is at least {right}"),
    Operator.CONTAINS: ENDPOINTS.tr("{left} contains all of {right}"),
    Operator.ANY_OF: ENDPOINTS.tr("{left} contains any of {right}"),
    Operator.NOT_CONTAINS: ENDPOINTS.tr("{left} doesn't contain all of {right}"),
    Operator.NOT_ANY_OF: ENDPOINTS.tr("{left} contains none of {right}"),
    Operator.MEMBER_OF: ENDPOINTS.tr("the user is in all of {left}"),
    Operator.MEMBER_OF_ANY: ENDPOINTS.tr("the user is in any of {left}"),
    Operator.NOT_MEMBER_OF: ENDPOINTS.tr("the user isn't in all of {left}"),
    Operator.NOT_MEMBER_OF_ANY: ENDPOINTS.tr("the user isn't in any of {left}"),
    Operator.DEVICE_MEMBER_OF: ENDPOINTS.tr("the device is in all of {left}"),
    Operator.DEVICE_MEMBER_OF_ANY: ENDPOINTS.tr("the device is in any of {left}"),
    Operator.NOT_DEVICE_MEMBER_OF: ENDPOINTS.tr("the device isn't in all of {left}"),
    Operator.NOT_DEVICE_MEMBER_OF_ANY: ENDPOINTS.tr("the device isn't in any of {left}"),
    Operator.EXISTS: ENDPOINTS.tr("{left} exists"),
    Operator.NOT_EXISTS: ENDPOINTS.tr("{left} doesn't exist"),
}
_AND_OF, _OR_OF = ENDPOINTS.tr(" and of "), ENDPOINTS.tr(" or of ")
_NOT, _PAIRS = ENDPOINTS.tr("not"), {Operator.AND: ENDPOINTS.tr("and"), Operator.OR: ENDPOINTS.tr("or")}


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


def condition_text(condition: str, accounts: Accounts) -> Text:
    """Return the condition in words, without a full stop; text that cannot be read is given as it stands.

    One that is too long for reading is not put into words.
    """
    if len(condition) > _LONGEST:
        return ENDPOINTS.tr("a condition that is too long to be put into words is met")
    try:
        return _described(read_condition(condition), accounts)
    except SddlError:
        return english("{condition}", condition=condition)


def condition_sentence(condition: str, accounts: Accounts) -> Text:
    """Return whom an entry is for: "only members of A and B"; other conditions as ``condition_text`` says them."""
    groups = group_condition(condition)
    if groups is None:
        return ENDPOINTS.tr("only if {condition}", condition=condition_text(condition, accounts))
    any_of = listed([accounts.name_of(sid) for sid in groups.any_of], _OR_OF)
    if not groups.all_of:
        return ENDPOINTS.tr("only members of {groups}", groups=any_of)
    if len(groups.any_of) > 1:
        all_of = listed([accounts.name_of(sid) for sid in groups.all_of], _AND_OF)
        return ENDPOINTS.tr("only members of {groups}, and of {others}", groups=all_of, others=any_of)
    all_of = listed([accounts.name_of(sid) for sid in (*groups.all_of, *groups.any_of)], _AND_OF)
    return ENDPOINTS.tr("only members of {groups}", groups=all_of)


def _described(condition: Condition, accounts: Accounts) -> Text:
    pieces: _Pieces = condition.fold(partial(_operand, accounts=accounts), _operation)
    description = _joined(pieces)
    if condition.tokens and isinstance(condition.tokens[-1], Attribute):
        return ENDPOINTS.tr("{attribute} is set", attribute=description)
    return description


def _operand(value: Operand, accounts: Accounts) -> Text:
    if isinstance(value, Attribute):
        return _ATTRIBUTES[value.scope].filled(name=value.name)
    if isinstance(value, tuple):
        return listed([_value(item, accounts) for item in value]) if value else ENDPOINTS.tr("nothing")
    return english("{value}", value=_value(value, accounts))


def _value(value: Scalar, accounts: Accounts) -> str | Text:
    if isinstance(value, Sid):
        return accounts.name_of(value)
    if isinstance(value, Integer):
        return write_integer(value)
    return f'"{value}"' if isinstance(value, str) else ENDPOINTS.tr("bytes {hex}", hex=value.hex())


def _operation(operator: Operator, operands: tuple[_Pieces, ...]) -> _Pieces:
    if operator in LOGICAL_PAIRS:
        return ("(", operands[0], ") ", _PAIRS[operator], " (", operands[1], ")")
    if operator is Operator.NOT:
        return (_NOT, " (", operands[0], ")")
    left = _joined(operands[0])
    if operator in EXISTENCE or operator in MEMBERSHIPS:
        return _OPERATIONS[operator].filled(left=left)
    return _OPERATIONS[operator].filled(left=left, right=_joined(operands[1]))


def _joined(pieces: _Pieces) -> Text:
    return pieces if isinstance(pieces, Text) else listed(list(_flat(pieces)), "")


def _flat(pieces: _Pieces) -> Iterator[str | Text]:
    pending = [pieces]
    while pending:
        piece = pending.pop()
        if isinstance(piece, tuple):
            pending.extend(reversed(piece))
        else:
            yield piece


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
