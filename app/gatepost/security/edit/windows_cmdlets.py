"""What PowerShell's cmdlets make of the DACL of an endpoint, which they read as .NET's CommonSecurityDescriptor.

It cleans, sorts and merges the entries whenever it reads them, and refuses to edit a list whose order it does not like.
Enable- and Disable-PSRemoting look for an entry by a regular expression over the SID's text, so the pattern
``S-1-5-2`` also finds S-1-5-20 and every S-1-5-21 account. Seen in CustomShellCommands.cs. This module answers exactly
as they do, flaws included, to show what Windows shows and to warn of what it would do. Our own edits never go this way.
"""

from __future__ import annotations

from gatepost.security.ace import Ace
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.edit.windows_acl import clean, compact, is_canonical, sort
from gatepost.security.mask import AccessMask
from gatepost.security.sid import EVERYONE, NETWORK, Sid

_EVERYONE_ALL = Ace.allow(EVERYONE, 0xFFFFFFFF)


def is_canonical_for_windows(descriptor: SecurityDescriptor) -> bool:
    """Whether .NET calls the order of the DACL canonical: else every edit is refused."""
    return descriptor.dacl is None or is_canonical(clean(descriptor.dacl.aces))


def entries_in_powershell(descriptor: SecurityDescriptor) -> tuple[Ace, ...]:
    """The entries of the DACL as Windows PowerShell shows them: cleaned, sorted and merged.

    An absent or null DACL is shown as one Allow for Everyone of all rights. One in an order that .NET does not call
    canonical is cleaned only. Doing it twice may merge further.

    Raises:
        TooComplexError: its order is one for which .NET's sort takes quadratic time.
    """
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        return (_EVERYONE_ALL,)
    aces = clean(dacl.aces)
    return tuple(compact(sort(aces)) if is_canonical(aces) else aces)


def taken_for_network_deny(descriptor: SecurityDescriptor) -> Sid | None:
    """The account of the last Deny of all rights that the cmdlets take for the one for NETWORK; None without one.

    Where there is one, Disable-PSRemoting adds none.

    Raises:
        TooComplexError: as ``entries_in_powershell``.
    """
    return _taken(entries_in_powershell(descriptor))


def _taken(entries: tuple[Ace, ...]) -> Sid | None:
    denied = [ace.sid for ace in entries if is_full_deny(ace)]
    return next((sid for sid in reversed(denied) if matches_network_pattern(sid)), None)


def removed_as_network_deny(descriptor: SecurityDescriptor) -> Sid | None:
    """The account whose Deny Enable-PSRemoting takes away; None where it finds none or fails on the order of the DACL.

    What it finds may also be inherited, and then it stays.

    Raises:
        TooComplexError: as ``entries_in_powershell``.
    """
    entries = entries_in_powershell(descriptor)
    sid = _taken(entries)
    if sid is None or not is_canonical_for_windows(descriptor):
        return None
    own = (ace for ace in entries if is_full_deny(ace) and not ace.flags)
    return sid if any(ace.sid == sid for ace in own) else None


def is_full_deny(ace: Ace) -> bool:
    """Whether the cmdlets see a Deny of all rights."""
    return ace.is_deny and ace.mask == AccessMask.GENERIC_ALL


def matches_network_pattern(sid: Sid) -> bool:
    """Whether the cmdlets' regular expression for NETWORK is found in the text of ``sid`` that .NET shows."""
    # An account of an unknown domain starts as all of them do.
    return str(NETWORK) in (str(sid) if sid.alias is None else "S-1-5-21-")
