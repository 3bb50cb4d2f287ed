"""Conditions as bytes ([MS-DTYP] 2.4.4.17.4): "artx", then tokens in postfix order, padded to four bytes."""

from __future__ import annotations

import struct

from gatepost.security.conditions.expression import (
    EXISTENCE,
    MEMBERSHIPS,
    RELATIONS,
    Attribute,
    Condition,
    ConditionToken,
    Integer,
    Operand,
    Operator,
    Scalar,
    Scope,
)
from gatepost.security.errors import SddlError
from tests.security.binary.sid import pack_sid, sid_size, unpack_sid

_MAGIC = b"artx"
_INT64 = 0x04
_STRING = 0x10
_OCTETS = 0x18
_LIST = 0x50
_SID = 0x51
_INTEGER = struct.Struct("<qBB")
_SIGNS = {"+": 1, "-": 2, "": 3}
_BASES = {8: 1, 10: 2, 16: 3}
_SIGN_OF_CODE = {code: sign for sign, code in _SIGNS.items()}
_BASE_OF_CODE = {code: base for base, code in _BASES.items()}
_SCOPES = {0xF8: Scope.LOCAL, 0xF9: Scope.USER, 0xFA: Scope.RESOURCE, 0xFB: Scope.DEVICE}
_OPERATORS = dict(zip((*range(0x80, 0x94), *range(0xA0, 0xA3)), Operator, strict=True))
_CODES = {token: code for code, token in (_SCOPES | _OPERATORS).items()}


def pack_condition(condition: Condition) -> bytes:
    """The bytes.

    Raises:
        SddlError: it names an account of an unknown domain.
    """
    packed = _MAGIC + b"".join([_pack(token) for token in condition.tokens])
    return packed + bytes(-len(packed) % 4)


def _pack(token: ConditionToken) -> bytes:
    if isinstance(token, Operator):
        return bytes((_CODES[token],))
    if isinstance(token, Attribute):
        return _sized(_CODES[token.scope], token.name.encode("utf-16-le", "surrogatepass"))
    if isinstance(token, tuple):
        return _sized(_LIST, b"".join([_pack_scalar(item) for item in token]))
    return _pack_scalar(token)


def _pack_scalar(value: Scalar) -> bytes:
    if isinstance(value, Integer):
        return bytes((_INT64,)) + _INTEGER.pack(value.value, _SIGNS[value.sign], _BASES[value.base])
    if isinstance(value, str):
        return _sized(_STRING, value.encode("utf-16-le", "surrogatepass"))
    if isinstance(value, bytes):
        return _sized(_OCTETS, value)
    return _sized(_SID, pack_sid(value))


def _sized(code: int, body: bytes) -> bytes:
    return struct.pack("<BI", code, len(body)) + body


def unpack_condition(data: bytes) -> Condition:
    """Read a condition.

    Raises:
        SddlError: not one, or one that its text could not say.
    """
    if data[:4] != _MAGIC:
        raise SddlError("not a condition")
    tokens: list[ConditionToken] = []
    position = 4
    while position < len(data):
        code = data[position]
        if code == 0:
            # Padding: nothing but zeroes up to the end.
            if any(data[position:]) or len(data) - position > 3:
                raise SddlError("a null byte among the tokens of a condition", position)
            break
        if code in _OPERATORS:
            tokens.append(_OPERATORS[code])
            position += 1
        else:
            token, position = _unpack_operand(data, position, len(data))
            tokens.append(token)
    if not is_well_formed(tuple(tokens)):
        raise SddlError("the tokens do not make a condition")
    return Condition(tuple(tokens))


def _unpack_operand(data: bytes, position: int, end: int) -> tuple[Operand, int]:
    code = data[position]
    if code not in _SCOPES and code != _LIST:
        return _unpack_scalar(data, position, end)
    body, after = _body(data, position, end)
    if code in _SCOPES:
        return Attribute(_SCOPES[code], _text(body, position)), after
    items = []
    position += 5
    while position < after:
        item, position = _unpack_scalar(data, position, after)
        items.append(item)
    return tuple(items), after


def _unpack_scalar(data: bytes, position: int, end: int) -> tuple[Scalar, int]:
    code = data[position]
    if code == _INT64:
        if position + 1 + _INTEGER.size > end:
            raise SddlError("a condition is cut short", position)
        value, sign, base = _INTEGER.unpack_from(data, position + 1)
        try:
            return Integer(value, _SIGN_OF_CODE[sign], _BASE_OF_CODE[base]), position + 1 + _INTEGER.size
        except KeyError:
            raise SddlError("unknown sign or base of a number", position) from None
    body, after = _body(data, position, end)
    if code == _STRING:
        return _text(body, position), after
    if code == _OCTETS:
        return body, after
    sid = unpack_sid(body)
    if code != _SID or sid_size(sid) != len(body):
        raise SddlError("unknown token of a condition", position)
    return sid, after


def _body(data: bytes, position: int, end: int) -> tuple[bytes, int]:
    start = position + 5
    if start > end:
        raise SddlError("a condition is cut short", position)
    after = start + int.from_bytes(data[position + 1 : start], "little")
    if after > end:
        raise SddlError("a length in a condition lies", position)
    return data[start:after], after


def _text(body: bytes, position: int) -> str:
    try:
        return body.decode("utf-16-le")
    except UnicodeDecodeError:
        raise SddlError("not UTF-16 text in a condition", position) from None


def is_well_formed(tokens: tuple[ConditionToken, ...]) -> bool:
    """Whether the tokens make one condition, every operator with operands of its kind."""
    stack: list[str] = []
    for token in tokens:
        if not isinstance(token, Operator):
            stack.append("attribute" if isinstance(token, Attribute) else "literal")
            continue
        operands = stack[-token.arity :]
        if len(operands) != token.arity or not _fits(token, operands):
            return False
        del stack[-token.arity :]
        stack.append("truth")
    return stack in (["truth"], ["attribute"])


def _fits(operator: Operator, operands: list[str]) -> bool:
    if operator in RELATIONS:
        return operands[0] == "attribute" and operands[1] != "truth"
    if operator in MEMBERSHIPS:
        return operands == ["literal"]
    if operator in EXISTENCE:
        return operands == ["attribute"]
    return "literal" not in operands
