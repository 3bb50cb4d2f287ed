"""Mandatory integrity: the label of an object against the level of a token ([MS-DTYP] 2.5.3.3)."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.security.ace import Acl
from gatepost.security.ace_types import AceType
from gatepost.security.mask import AccessMask
from gatepost.security.sid import ADMINISTRATORS, Sid
from gatepost.security.token import Token

MEDIUM, HIGH, SYSTEM = 0x2000, 0x3000, 0x4000
_LABEL_AUTHORITY = 16
HIGH_LABEL = Sid(_LABEL_AUTHORITY, (HIGH,))
_SYSTEM_ACCOUNTS = frozenset(Sid(5, (rid,)) for rid in (18, 19, 20))


# Rights that a label keeps from tokens of a lower level, by the bit in the mask of its ACE ([MS-DTYP] 2.4.4.13):
# no write up, no read up, no execute up.
_BARRED = {0x1: AccessMask.GENERIC_WRITE, 0x2: AccessMask.GENERIC_READ, 0x4: AccessMask.GENERIC_EXECUTE}


@dataclass(frozen=True, slots=True)
class MandatoryLabel:
    """The label of an object: its integrity level, such as 0x3000 for High, and the rights that it keeps from lower ones."""

    level: int
    rights: int

    def barred(self, token: Token) -> int:
        """The generic rights that the label keeps from ``token``, whatever the DACL says."""
        return self.rights if integrity_level(token) < self.level else 0


def mandatory_label(sacl: Acl | None) -> MandatoryLabel | None:
    """The label that counts: the first. None where there is none; what that stands for bars no usual token."""
    for ace in sacl.aces if sacl is not None else ():
        if ace.type is AceType.SYSTEM_MANDATORY_LABEL and not ace.is_inherit_only and _is_label(ace.sid):
            rights = sum(right for bit, right in _BARRED.items() if ace.mask & bit)
            return MandatoryLabel(ace.sid.sub_authorities[0], rights)
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
