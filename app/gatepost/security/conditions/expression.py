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
    """Whose attribute is meant; the value is what stands before its name, as Windows writes it."""

    LOCAL = ""
    USER = "@USER."
    RESOURCE = "@RESOURCE."
    DEVICE = "@DEVICE."


class Operator(Enum):
    """An operator; the value is its text as Windows writes it, with "any" in lower case. Ordered by token byte."""

    EQUAL = "=="
    NOT_EQUAL = "!="
    LESS = "<"
    LESS_OR_EQUAL = "<="
    GREATER = ">"
    GREATER_OR_EQUAL = ">="
    CONTAINS = "Contains"
    EXISTS = "Exists"
    ANY_OF = "Any_of"
    MEMBER_OF = "Member_of"
    DEVICE_MEMBER_OF = "Device_Member_of"
    MEMBER_OF_ANY = "Member_of_any"
    DEVICE_MEMBER_OF_ANY = "Device_Member_of_any"
    NOT_EXISTS = "Not_Exists"
    NOT_CONTAINS = "Not_Contains"
    NOT_ANY_OF = "Not_Any_of"
    NOT_MEMBER_OF = "Not_Member_of"
    NOT_DEVICE_MEMBER_OF = "Not_Device_Member_of"
    NOT_MEMBER_OF_ANY = "Not_Member_of_any"
    NOT_DEVICE_MEMBER_OF_ANY = "Not_Device_Member_of_any"
    AND = "&&"
    OR = "||"
    NOT = "!"

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


MEMBERSHIPS = frozenset(operator for operator in Operator if "MEMBER_OF" in operator.name)
EXISTENCE = frozenset({Operator.EXISTS, Operator.NOT_EXISTS})
LOGICAL_PAIRS = frozenset({Operator.AND, Operator.OR})
RELATIONS = frozenset(Operator) - MEMBERSHIPS - EXISTENCE - LOGICAL_PAIRS - {Operator.NOT}


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
