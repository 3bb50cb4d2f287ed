"""Conditions of callback ACEs ([MS-DTYP] 2.4.4.17): an expression tree, held flat.

A condition is the list of its tokens in postfix order, as Windows stores it: operands before their operator. So a tree
may be as deep as its text is long, and reading, comparing, evaluating and writing it need neither recursion nor more
than linear time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from gatepost.security.sid import HostDomains, Sid

T = TypeVar("T")


class Scope(Enum):
    """Whose attribute is meant; the value is the token byte."""

    LOCAL = 0xF8
    USER = 0xF9
    RESOURCE = 0xFA
    DEVICE = 0xFB

    @property
    def prefix(self) -> str:
        """What stands before the name, as Windows writes it."""
        return "" if self is Scope.LOCAL else f"@{self.name}."


class Operator(Enum):
    """An operator; the value is its token byte."""

    EQUAL = 0x80
    NOT_EQUAL = 0x81
    LESS = 0x82
    LESS_OR_EQUAL = 0x83
    GREATER = 0x84
    GREATER_OR_EQUAL = 0x85
    CONTAINS = 0x86
    EXISTS = 0x87
    ANY_OF = 0x88
    MEMBER_OF = 0x89
    DEVICE_MEMBER_OF = 0x8A
    MEMBER_OF_ANY = 0x8B
    DEVICE_MEMBER_OF_ANY = 0x8C
    NOT_EXISTS = 0x8D
    NOT_CONTAINS = 0x8E
    NOT_ANY_OF = 0x8F
    NOT_MEMBER_OF = 0x90
    NOT_DEVICE_MEMBER_OF = 0x91
    NOT_MEMBER_OF_ANY = 0x92
    NOT_DEVICE_MEMBER_OF_ANY = 0x93
    AND = 0xA0
    OR = 0xA1
    NOT = 0xA2

    @property
    def arity(self) -> int:
        """How many operands it takes."""
        return 2 if self in RELATIONS or self in LOGICAL_PAIRS else 1

    @property
    def is_about_device(self) -> bool:
        """Whether a membership is that of the device, not of the user."""
        return "DEVICE" in self.name

    @property
    def is_any(self) -> bool:
        """Whether one of the values is enough."""
        return self.name.endswith("ANY")

    @property
    def is_negated(self) -> bool:
        """Whether it is the opposite of the operator named after NOT_."""
        return self.name.startswith("NOT")


RELATIONS = {
    Operator.EQUAL: "==",
    Operator.NOT_EQUAL: "!=",
    Operator.LESS: "<",
    Operator.LESS_OR_EQUAL: "<=",
    Operator.GREATER: ">",
    Operator.GREATER_OR_EQUAL: ">=",
    Operator.CONTAINS: "Contains",
    Operator.ANY_OF: "Any_of",
    Operator.NOT_CONTAINS: "Not_Contains",
    Operator.NOT_ANY_OF: "Not_Any_of",
}
# Windows writes "any" in lower case here.
MEMBERSHIPS = {
    Operator.MEMBER_OF: "Member_of",
    Operator.DEVICE_MEMBER_OF: "Device_Member_of",
    Operator.MEMBER_OF_ANY: "Member_of_any",
    Operator.DEVICE_MEMBER_OF_ANY: "Device_Member_of_any",
    Operator.NOT_MEMBER_OF: "Not_Member_of",
    Operator.NOT_DEVICE_MEMBER_OF: "Not_Device_Member_of",
    Operator.NOT_MEMBER_OF_ANY: "Not_Member_of_any",
    Operator.NOT_DEVICE_MEMBER_OF_ANY: "Not_Device_Member_of_any",
}
EXISTENCE = {Operator.EXISTS: "Exists", Operator.NOT_EXISTS: "Not_Exists"}
LOGICAL_PAIRS = {Operator.AND: "&&", Operator.OR: "||"}


@dataclass(frozen=True, slots=True)
class Integer:
    """A signed 64-bit number, and how it was written: its sign (``+``, ``-`` or none), and its base (8, 10 or 16)."""

    value: int
    sign: str = ""
    base: int = 10


@dataclass(frozen=True, slots=True)
class Attribute:
    """A claim or attribute by name."""

    scope: Scope
    name: str


Scalar = Integer | str | bytes | Sid
Literal = Scalar | tuple[Scalar, ...]
Operand = Literal | Attribute
ConditionToken = Operand | Operator


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition: its tokens in postfix order."""

    tokens: tuple[ConditionToken, ...]

    def in_domain(self, domain: Sid | HostDomains) -> Condition:
        """This condition with every account-relative alias resolved in ``domain``."""
        return Condition(tuple([_resolved(token, domain) for token in self.tokens]))

    def fold(self, operand: Callable[[Operand], T], operator: Callable[[Operator, tuple[T, ...]], T]) -> T:
        """Work the tree out from its leaves: ``operand`` for every leaf, ``operator`` for every inner node."""
        stack: list[T] = []
        for token in self.tokens:
            if isinstance(token, Operator):
                values = tuple(stack[-token.arity :])
                del stack[-token.arity :]
                stack.append(operator(token, values))
            else:
                stack.append(operand(token))
        (result,) = stack
        return result


def _resolved(token: ConditionToken, domain: Sid | HostDomains) -> ConditionToken:
    if isinstance(token, tuple):
        return tuple([item.in_domain(domain) if isinstance(item, Sid) else item for item in token])
    return token.in_domain(domain) if isinstance(token, Sid) else token
