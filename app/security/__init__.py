"""Security descriptors: SIDs, ACEs, ACLs, SDDL and the access check. Frozen values, standard library only.

Values come from text (``SecurityDescriptor.from_sddl``) or bytes and go back to either. What was not edited is written
byte for byte as it was read; what was edited is written as Windows writes it. There are two readings: strict is the
documented grammar, lenient takes all that Windows is known to take. Nothing but ``SddlError`` comes out of bad input,
time grows with its length alone, and depth costs no recursion (a condition is kept in postfix order).

``edit`` makes the smallest change; ``windows_view`` and ``windows_cmdlets`` tell what .NET and PowerShell's cmdlets
would make of a descriptor, flaws included. The two never mix.
"""

from app.security.access import AccessDecision, RightDecision, Why, access_check
from app.security.access_bounds import AccessBounds, access_bounds, access_if
from app.security.ace import Ace, AceFlags, AceType
from app.security.acl import Acl
from app.security.binary import Control
from app.security.condition_eval import evaluate_text, resource_claims
from app.security.condition_needs import asks_for_claims, sids_in_condition
from app.security.descriptor import SecurityDescriptor
from app.security.difference import AceChange, ChangeKind, Difference, difference
from app.security.edit import add_deny, covers, purge, remove_deny, remove_deny_covering
from app.security.errors import SddlError
from app.security.mask import AccessMask, rights_text
from app.security.sid import (
    ADMINISTRATORS,
    EVERYONE,
    INTERACTIVE,
    NETWORK,
    OWNER_RIGHTS,
    REMOTE_MANAGEMENT_USERS,
    Sid,
    sid_from_alias,
)
from app.security.token import Token
from app.security.wellknown import relative_name, well_known_name
from app.security.windows_cmdlets import CmdletOutcome, looks_like_to_windows
from app.security.windows_view import WindowsRefusesError, WindowsView, canonical, written_by_windows
from app.security.words import ace_text, condition_text, decision_text, principal_text

__all__ = [
    "ADMINISTRATORS",
    "EVERYONE",
    "INTERACTIVE",
    "NETWORK",
    "OWNER_RIGHTS",
    "REMOTE_MANAGEMENT_USERS",
    "AccessBounds",
    "AccessDecision",
    "AccessMask",
    "Ace",
    "AceChange",
    "AceFlags",
    "AceType",
    "Acl",
    "ChangeKind",
    "CmdletOutcome",
    "Control",
    "Difference",
    "RightDecision",
    "SddlError",
    "SecurityDescriptor",
    "Sid",
    "Token",
    "Why",
    "WindowsRefusesError",
    "WindowsView",
    "access_bounds",
    "access_check",
    "access_if",
    "ace_text",
    "add_deny",
    "asks_for_claims",
    "canonical",
    "condition_text",
    "covers",
    "decision_text",
    "difference",
    "evaluate_text",
    "looks_like_to_windows",
    "principal_text",
    "purge",
    "relative_name",
    "remove_deny",
    "remove_deny_covering",
    "resource_claims",
    "rights_text",
    "sid_from_alias",
    "sids_in_condition",
    "well_known_name",
    "written_by_windows",
]
