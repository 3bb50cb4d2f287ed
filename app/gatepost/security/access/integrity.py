"""Mandatory integrity: the label of an object against the level of a token ([MS-DTYP] 2.5.3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag

from gatepost.security.ace import Acl
from gatepost.security.ace_types import AceType
from gatepost.security.sid import ADMINISTRATORS, Sid
from gatepost.security.token import Token

MEDIUM, HIGH, SYSTEM = 0x2000, 0x3000, 0x4000
_LABEL_AUTHORITY = 16
HIGH_LABEL = Sid(_LABEL_AUTHORITY, (HIGH,))
_SYSTEM_ACCOUNTS = frozenset(Sid(5, (rid,)) for rid in (18, 19, 20))


class LabelPolicy(IntFlag):
    """Rights that a mandatory label keeps from tokens of a lower level: the mask of its ACE ([MS-DTYP] 2.4.4.13)."""

    NO_WRITE_UP = 0x1
    NO_READ_UP = 0x2
    NO_EXECUTE_UP = 0x4


_BARRED = {
    LabelPolicy.NO_WRITE_UP: 0x40000000,
    LabelPolicy.NO_READ_UP: 0x80000000,
    LabelPolicy.NO_EXECUTE_UP: 0x20000000,
}


@dataclass(frozen=True, slots=True)
class MandatoryLabel:
    """The label of an object: its SID (``S-1-16-x``), and what it keeps from whom."""

    sid: Sid
    policy: LabelPolicy

    @property
    def level(self) -> int:
        """The integrity level, such as 0x3000 for High."""
        return self.sid.sub_authorities[0]

    def barred(self, token: Token) -> int:
        """The generic rights that the label keeps from ``token``, whatever the DACL says."""
        if integrity_level(token) >= self.level:
            return 0
        return sum(right for policy, right in _BARRED.items() if self.policy & policy)


def mandatory_label(sacl: Acl | None) -> MandatoryLabel | None:
    """The label that counts: the first. None where there is none; what that stands for bars no usual token."""
    for ace in sacl.aces if sacl is not None else ():
        if ace.type is AceType.SYSTEM_MANDATORY_LABEL and not ace.is_inherit_only and _is_label(ace.sid):
            return MandatoryLabel(ace.sid, LabelPolicy(ace.mask & 0x7))
    return None


def integrity_level(token: Token) -> int:
    """The level of a token: as its ``S-1-16-x`` group says, else what Windows gives such an account at logon."""
    levels = [sid.sub_authorities[0] for sid in (token.user, *token.groups) if _is_label(sid)]
    if levels:
        return max(levels)
    if any(token.carries(sid) for sid in _SYSTEM_ACCOUNTS):
        return SYSTEM
    return HIGH if token.carries(ADMINISTRATORS) else MEDIUM


def _is_label(sid: Sid) -> bool:
    return sid.authority == _LABEL_AUTHORITY and len(sid.sub_authorities) == 1
