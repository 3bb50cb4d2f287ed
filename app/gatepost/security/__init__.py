"""Security descriptors: SIDs, ACEs, ACLs, SDDL and the access check. Frozen values, standard library only.

Values come from text (``SecurityDescriptor.from_sddl``) and go back to it. What was not edited is written
byte for byte as it was read; what was edited is written as Windows writes it. All that Windows is known to take is
read. Nothing but ``SddlError`` comes out of bad input, time grows with its length alone, and depth costs no recursion (a
condition is kept in postfix order).

``edit`` makes the smallest change; ``windows_cmdlets`` tells what PowerShell's cmdlets would make of a descriptor, flaws
included. The two never mix.
"""

from gatepost.security.accounts import NO_ACCOUNTS, Accounts
from gatepost.security.ace import Ace, Acl
from gatepost.security.ace_types import AceFlags, AceType
from gatepost.security.conditions.truth_value import TruthValue
from gatepost.security.descriptor import (
    SecurityDescriptor,
    cached_descriptor,
    dacl_entries,
    read_descriptor,
    read_in_domains,
)
from gatepost.security.errors import SddlError
from gatepost.security.mask import AccessMask, covers_rights, rights_text
from gatepost.security.sid import (
    ADMINISTRATORS,
    EVERYONE,
    INTERACTIVE,
    NETWORK,
    NO_DOMAINS,
    REMOTE_MANAGEMENT_USERS,
    HostDomains,
    Sid,
    sid_from_alias,
)
from gatepost.security.step_budget import StepBudget, TooComplexError, stopping_evaluation
from gatepost.security.token import Token
from gatepost.security.wellknown import well_known_name

__all__ = [
    "ADMINISTRATORS",
    "EVERYONE",
    "INTERACTIVE",
    "NETWORK",
    "NO_ACCOUNTS",
    "NO_DOMAINS",
    "REMOTE_MANAGEMENT_USERS",
    "AccessMask",
    "Accounts",
    "Ace",
    "AceFlags",
    "AceType",
    "Acl",
    "HostDomains",
    "SddlError",
    "SecurityDescriptor",
    "Sid",
    "StepBudget",
    "Token",
    "TooComplexError",
    "TruthValue",
    "cached_descriptor",
    "covers_rights",
    "dacl_entries",
    "read_descriptor",
    "read_in_domains",
    "rights_text",
    "sid_from_alias",
    "stopping_evaluation",
    "well_known_name",
]
