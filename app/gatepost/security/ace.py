"""Access control entries ([MS-DTYP] 2.4.4), and the lists of them (2.4.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from gatepost.security.ace_types import ALLOW_TYPES, CALLBACK_TYPES, DENY_TYPES, OBJECT_TYPES, AceFlags, AceType
from gatepost.security.conditions.expression import Condition
from gatepost.security.conditions.resource_attribute import ResourceAttribute, read_attribute, write_resource_attribute
from gatepost.security.conditions.text import read_condition, write_condition
from gatepost.security.decorators import override
from gatepost.security.errors import SddlError
from gatepost.security.mask import AccessMask
from gatepost.security.sid import HostDomains, Sid

NO_FLAGS = AceFlags(0)


@dataclass(frozen=True, slots=True, eq=False)
class Ace:
    """One entry of an ACL.

    ``condition`` is the last (seventh) field of the text, verbatim with its outer parentheses: the condition of a callback
    ACE, or the attribute of a resource attribute ACE.
    Two ACEs are equal when they mean the same, however they were written.
    """

    type: AceType
    flags: AceFlags
    mask: AccessMask
    sid: Sid
    object_type: UUID | None = None
    inherited_object_type: UUID | None = None
    condition: str | None = None
    # The text this ACE was read from; dataclasses.replace() drops it, so an edited ACE is written again.
    source: str | None = field(default=None, init=False, repr=False)
    _hash: int | None = field(default=None, init=False, repr=False)  # once it was asked for: comparing lists asks often

    @staticmethod
    def allow(sid: Sid, mask: int) -> Ace:
        """A plain explicit Allow."""
        return Ace(AceType.ACCESS_ALLOWED, NO_FLAGS, AccessMask(mask), sid)

    @staticmethod
    def deny(sid: Sid, mask: int) -> Ace:
        """A plain explicit Deny."""
        return Ace(AceType.ACCESS_DENIED, NO_FLAGS, AccessMask(mask), sid)

    @property
    def is_allow(self) -> bool:
        """Whether it allows: plain, for an object, or with a condition."""
        return self.type in ALLOW_TYPES

    @property
    def is_deny(self) -> bool:
        """Whether it denies: plain, for an object, or with a condition."""
        return self.type in DENY_TYPES

    @property
    def is_callback(self) -> bool:
        """Whether it carries application data, as conditional ACEs do."""
        return self.type in CALLBACK_TYPES

    @property
    def has_condition(self) -> bool:
        """Whether its last field is a condition, as that of a callback ACE or an access filter is."""
        return bool(self.condition) and self.type is not AceType.SYSTEM_RESOURCE_ATTRIBUTE

    @property
    def is_object(self) -> bool:
        """Whether it can be limited to object types."""
        return self.type in OBJECT_TYPES

    @property
    def is_inherited(self) -> bool:
        """Whether it came from a parent object."""
        return bool(self.flags & AceFlags.INHERITED)

    @property
    def is_inherit_only(self) -> bool:
        """Whether it is there to be inherited, and does not count for the object itself."""
        return bool(self.flags & AceFlags.INHERIT_ONLY)

    @property
    def is_unconditional(self) -> bool:
        """Whether it is a plain Allow or Deny that counts for this object itself, without condition or object type."""
        return self.type in (AceType.ACCESS_ALLOWED, AceType.ACCESS_DENIED) and not self.is_inherit_only

    def in_domain(self, domain: Sid | HostDomains) -> Ace:
        """This entry with every account-relative alias, in its condition too, resolved in ``domain``."""
        sid = self.sid.in_domain(domain)
        condition = self.condition and _last_field_in_domain(self.type, self.condition, domain)
        if sid == self.sid and condition == self.condition:
            return self
        return replace(self, sid=sid, condition=condition)

    def keep_source(self, text: str) -> Ace:
        """Keep the text that the entry was read from. For an entry that was just made, which is returned."""
        object.__setattr__(self, "source", text)
        return self

    def key(self) -> tuple[object, ...]:
        """What two equal ACEs have in common."""
        extra = None if self.condition is None else _last_field_key(self.type, self.condition)
        return (int(self.type), int(self.flags), int(self.mask), self.sid, self.object_type,
                self.inherited_object_type, extra)  # fmt: skip

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ace) and (self is other or (hash(self) == hash(other) and self.key() == other.key()))

    @override
    def __hash__(self) -> int:
        known = self._hash
        if known is None:
            known = hash(self.key())
            object.__setattr__(self, "_hash", known)
        return known


def read_last_field(kind: AceType, text: str) -> Condition | ResourceAttribute:
    """Read the last field of an ACE: a condition or a resource attribute.

    Raises:
        SddlError: not what an ACE of this kind carries.
    """
    if kind is AceType.SYSTEM_RESOURCE_ATTRIBUTE:
        return read_attribute(text)
    return read_condition(text)


def _last_field_key(kind: AceType, text: str) -> object:
    """What two fields that mean the same have in common; the text itself where it cannot be read."""
    try:
        return read_last_field(kind, text)
    except SddlError:
        return text


def write_last_field(kind: AceType, text: str) -> str:
    """The field as Windows writes it.

    Raises:
        SddlError: not what an ACE of this kind carries.
    """
    return _written(read_last_field(kind, text))


def _last_field_in_domain(kind: AceType, text: str, domain: Sid | HostDomains) -> str:
    """The field with its account-relative aliases resolved; the text as it is where there are none."""
    try:
        parsed = read_last_field(kind, text)
    except SddlError:
        return text
    resolved = parsed.in_domain(domain)
    return text if resolved == parsed else _written(resolved)


def _written(field: Condition | ResourceAttribute) -> str:
    return write_resource_attribute(field) if isinstance(field, ResourceAttribute) else write_condition(field)


@dataclass(frozen=True, slots=True)
class Acl:
    """A list of ACEs in order, and the control bits that belong to the list.

    ``is_null``: the list is present and null, which grants everything to everyone; a list without ACEs grants nothing.
    """

    aces: tuple[Ace, ...] = ()
    protected: bool = False
    auto_inherit_req: bool = False
    auto_inherited: bool = False
    is_null: bool = False
    # The flags as they were written; with_aces() keeps them.
    source_flags: str | None = field(default=None, init=False, repr=False, compare=False)

    def with_aces(self, aces: Iterable[Ace]) -> Acl:
        """The same list with other ACEs; never null. The flags keep the form they were written in."""
        acl = Acl(tuple(aces), self.protected, self.auto_inherit_req, self.auto_inherited)
        return acl.keep_source(self.source_flags) if not self.is_null else acl

    def keep_source(self, flags: str | None) -> Acl:
        """Keep the flags as they were written. For a list that was just made, which is returned."""
        object.__setattr__(self, "source_flags", flags)
        return self

    def in_domain(self, domain: Sid | HostDomains) -> Acl:
        """The same list with every account-relative alias resolved in ``domain``."""
        return replace(self, aces=tuple([ace.in_domain(domain) for ace in self.aces]))
