"""The descriptors and principals that Windows itself gives to endpoints, by its version."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gatepost.security import ADMINISTRATORS, INTERACTIVE, REMOTE_MANAGEMENT_USERS, Sid

_AUDIT = "S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
_FIRST_WITH_REMOTE_MANAGEMENT_USERS = (6, 2)  # Windows 8, Windows Server 2012
LOCAL_DEFAULT = f"O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GA;;;RM)(A;;GA;;;IU){_AUDIT}"


@dataclass(frozen=True, slots=True)
class WindowsDefaults:
    """Default descriptors that the cmdlets write where an endpoint has none of its own.

    ``local_sddl`` is the descriptor for local sessions only; ``principals`` get Full Control where taking a Deny away leaves
    an empty DACL.
    """

    local_sddl: str
    principals: tuple[Sid, ...]


CURRENT = WindowsDefaults(LOCAL_DEFAULT, (ADMINISTRATORS, REMOTE_MANAGEMENT_USERS, INTERACTIVE))
BEFORE_WINDOWS_8 = WindowsDefaults(LOCAL_DEFAULT.replace("(A;;GA;;;RM)", ""), (ADMINISTRATORS, INTERACTIVE))
"""Without Remote Management Users, a group that these versions do not have."""


def defaults_of(windows_version: str) -> WindowsDefaults:
    """Return the defaults of a Windows version such as "6.1.7601"; the current ones where it is not known."""
    numbers = re.match(r"(\d{1,4})\.(\d{1,4})\b", windows_version, re.ASCII)
    if numbers and (int(numbers[1]), int(numbers[2])) < _FIRST_WITH_REMOTE_MANAGEMENT_USERS:
        return BEFORE_WINDOWS_8
    return CURRENT
