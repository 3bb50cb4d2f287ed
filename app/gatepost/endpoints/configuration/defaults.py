"""The descriptors that Windows itself gives to endpoints (Windows 8 and later)."""

from __future__ import annotations

from gatepost.security import ADMINISTRATORS, INTERACTIVE, REMOTE_MANAGEMENT_USERS, Sid

_AUDIT = "S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
LOCAL_DEFAULT = f"O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GA;;;RM)(A;;GA;;;IU){_AUDIT}"

# Who is let in when taking a Deny away leaves an empty DACL, as the cmdlets do it.
FALLBACK_PRINCIPALS: tuple[Sid, ...] = (ADMINISTRATORS, REMOTE_MANAGEMENT_USERS, INTERACTIVE)
