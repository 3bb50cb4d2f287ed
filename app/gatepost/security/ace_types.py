"""Types and flags of access control entries ([MS-DTYP] 2.4.4.1)."""

from __future__ import annotations

from enum import IntEnum, IntFlag


class AceType(IntEnum):
    """The kind of an ACE; the value is its type byte."""

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

DENY_TYPES = frozenset(kind for kind in AceType if kind.name.startswith("ACCESS_DENIED"))
ALLOW_TYPES = frozenset(kind for kind in AceType if kind.name.startswith("ACCESS_ALLOWED")) - {
    AceType.ACCESS_ALLOWED_COMPOUND
}
OBJECT_TYPES = frozenset(kind for kind in AceType if "OBJECT" in kind.name)
CALLBACK_TYPES = frozenset(kind for kind in AceType if "CALLBACK" in kind.name)


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
