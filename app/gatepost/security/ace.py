"""Access control entries ([MS-DTYP] 2.4.4)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum, IntFlag
from uuid import UUID

from gatepost.security.mask import AccessMask
from gatepost.security.override import override
from gatepost.security.sid import HostDomains, Sid


class AceType(IntEnum):
    """The kind of an ACE; the value is its type byte. Bytes without a name here are members too (``UNKNOWN_0x20``)."""

    ACCESS_ALLOWED = 0x00
    ACCESS_DENIED = 0x01
    SYSTEM_AUDIT = 0x02
    SYSTEM_ALARM = 0x03
    ACCESS_ALLOWED_COMPOUND = 0x04
    ACCESS_ALLOWED_OBJECT = 0x05
    ACCESS_DENIED_OBJECT = 0x06
    SYSTEM_AUDIT_OBJECT = 0x07
    SYSTEM_ALARM_OBJECT = 0x08
    ACCESS_ALLOWED_CALLBACK = 0x09
    ACCESS_DENIED_CALLBACK = 0x0A
    ACCESS_ALLOWED_CALLBACK_OBJECT = 0x0B
    ACCESS_DENIED_CALLBACK_OBJECT = 0x0C
    SYSTEM_AUDIT_CALLBACK = 0x0D
    SYSTEM_ALARM_CALLBACK = 0x0E
    SYSTEM_AUDIT_CALLBACK_OBJECT = 0x0F
    SYSTEM_ALARM_CALLBACK_OBJECT = 0x10
    SYSTEM_MANDATORY_LABEL = 0x11
    SYSTEM_RESOURCE_ATTRIBUTE = 0x12
    SYSTEM_SCOPED_POLICY_ID = 0x13
    SYSTEM_PROCESS_TRUST_LABEL = 0x14
    SYSTEM_ACCESS_FILTER = 0x15

    @override
    @classmethod
    def _missing_(cls, value: object) -> AceType | None:
        if not isinstance(value, int) or not 0 <= value <= 0xFF:
            return None
        member = int.__new__(cls, value)
        member._name_ = f"UNKNOWN_{value:#04x}"
        member._value_ = value
        return cls._value2member_map_.setdefault(value, member)  # type: ignore[return-value]

    @property
    def sddl(self) -> str | None:
        """The one or two letters of the text form; None where the kind has none."""
        return _TEXT_OF_TYPE.get(self)


TYPE_OF_TEXT = {
    "A": AceType.ACCESS_ALLOWED,
    "D": AceType.ACCESS_DENIED,
    "AU": AceType.SYSTEM_AUDIT,
    "AL": AceType.SYSTEM_ALARM,
    "OA": AceType.ACCESS_ALLOWED_OBJECT,
    "OD": AceType.ACCESS_DENIED_OBJECT,
    "OU": AceType.SYSTEM_AUDIT_OBJECT,
    "OL": AceType.SYSTEM_ALARM_OBJECT,
    "XA": AceType.ACCESS_ALLOWED_CALLBACK,
    "XD": AceType.ACCESS_DENIED_CALLBACK,
    "ZA": AceType.ACCESS_ALLOWED_CALLBACK_OBJECT,
    "XU": AceType.SYSTEM_AUDIT_CALLBACK,
    "ML": AceType.SYSTEM_MANDATORY_LABEL,
    "RA": AceType.SYSTEM_RESOURCE_ATTRIBUTE,
    "SP": AceType.SYSTEM_SCOPED_POLICY_ID,
    "TL": AceType.SYSTEM_PROCESS_TRUST_LABEL,
    "FL": AceType.SYSTEM_ACCESS_FILTER,
}
_TEXT_OF_TYPE = {kind: text for text, kind in TYPE_OF_TEXT.items()}

ALLOW_TYPES = frozenset({0x00, 0x04, 0x05, 0x09, 0x0B})
DENY_TYPES = frozenset({0x01, 0x06, 0x0A, 0x0C})
OBJECT_TYPES = frozenset({0x05, 0x06, 0x07, 0x08, 0x0B, 0x0C, 0x0F, 0x10})
CALLBACK_TYPES = frozenset({0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x10})


class AceFlags(IntFlag):
    """The flags byte of an ACE ([MS-DTYP] 2.4.4.1)."""

    OBJECT_INHERIT = 0x01
    CONTAINER_INHERIT = 0x02
    NO_PROPAGATE_INHERIT = 0x04
    INHERIT_ONLY = 0x08
    INHERITED = 0x10
    CRITICAL = 0x20
    SUCCESSFUL_ACCESS = 0x40
    FAILED_ACCESS = 0x80


NO_FLAGS = AceFlags(0)


@dataclass(frozen=True, slots=True, eq=False)
class Ace:
    """One entry of an ACL.

    ``sid`` is None for kinds whose layout is not known; ``data`` then holds their body as it came. For known kinds
    ``data`` holds what follows the SID and has no text form. ``condition`` is the seventh field of the text, verbatim
    with its outer parentheses: the condition of a callback ACE, or the attribute of a resource attribute ACE.
    Two ACEs are equal when they mean the same, however they were written.
    """

    type: AceType
    flags: AceFlags
    mask: AccessMask
    sid: Sid | None
    object_type: UUID | None = None
    inherited_object_type: UUID | None = None
    condition: str | None = None
    data: bytes = b""
    # The text this ACE was read from; dataclasses.replace() drops it, so an edited ACE is written anew.
    source: str | None = field(default=None, init=False, repr=False)

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
    def is_object(self) -> bool:
        """Whether it can be limited to object types."""
        return self.type in OBJECT_TYPES

    @property
    def is_inherited(self) -> bool:
        """Whether it came from a parent object."""
        return bool(self.flags & AceFlags.INHERITED)

    @property
    def is_unconditional(self) -> bool:
        """Whether it is a plain Allow or Deny that applies to this object itself, without condition or object type."""
        plain = self.type in (AceType.ACCESS_ALLOWED, AceType.ACCESS_DENIED)
        return plain and not self.flags & AceFlags.INHERIT_ONLY

    def in_domain(self, domain: Sid | HostDomains) -> Ace:
        """This entry with every account-relative alias, in its condition too, resolved in ``domain``."""
        from gatepost.security.sddl.ace_data import seventh_in_domain

        sid = self.sid and self.sid.in_domain(domain)
        condition = self.condition and seventh_in_domain(self.type, self.condition, domain)
        if sid == self.sid and condition == self.condition:
            return self
        return replace(self, sid=sid, condition=condition)

    def key(self) -> tuple[object, ...]:
        """What two equal ACEs have in common."""
        from gatepost.security.sddl.ace_data import seventh_key

        extra = None if self.condition is None else seventh_key(self.type, self.condition)
        return (int(self.type), int(self.flags), int(self.mask), self.sid, self.object_type,
                self.inherited_object_type, extra, self.data)  # fmt: skip

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ace) and (self is other or self.key() == other.key())

    @override
    def __hash__(self) -> int:
        return hash(self.key())
