"""Simulation of Enable- and Disable-PSRemoting on one descriptor.

Enable- and Disable-PSRemoting look for an entry by a regular expression over the SID's text, so the pattern
``S-1-5-2`` also finds S-1-5-20 and every S-1-5-21 account. Seen in CustomShellCommands.cs.
"""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.security.ace import Ace
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.edit.windows_acl import is_qualified, merge, sort
from gatepost.security.edit.windows_view import WindowsRefusesError, WindowsView
from gatepost.security.mask import AccessMask
from gatepost.security.sid import ADMINISTRATORS, INTERACTIVE, NETWORK, REMOTE_MANAGEMENT_USERS, Sid

_GENERIC_ALL = AccessMask.GENERIC_ALL
_FALLBACK = (ADMINISTRATORS, REMOTE_MANAGEMENT_USERS, INTERACTIVE)


@dataclass(frozen=True, slots=True)
class CmdletOutcome:
    """What the cmdlet would store, and the SID of the entry it takes for the one it looks for (None: found none)."""

    descriptor: SecurityDescriptor
    found: Sid | None
    changed: bool


def add_network_deny(descriptor: SecurityDescriptor) -> CmdletOutcome:
    """Disable-PSRemoting on one endpoint.

    Raises:
        WindowsRefusesError: the cmdlet would fail on the order of the DACL.
    """
    view = WindowsView.of(descriptor)
    mistaken_for = _find(view, NETWORK)
    if mistaken_for is not None:
        return CmdletOutcome(view.written(), mistaken_for, False)
    return CmdletOutcome(_add(view, Ace.deny(NETWORK, _GENERIC_ALL)).written(), None, True)


def remove_network_deny(descriptor: SecurityDescriptor) -> CmdletOutcome:
    """Enable-PSRemoting on one endpoint.

    Raises:
        WindowsRefusesError: the cmdlet would fail on the order of the DACL.
    """
    view = WindowsView.of(descriptor)
    mistaken_for = _find(view, NETWORK)
    if mistaken_for is None:
        return CmdletOutcome(view.written(), None, False)
    edited = _remove_specific(view, mistaken_for)
    changed = edited.dacl.aces != view.dacl.aces  # what it finds may be inherited, and then it stays
    return CmdletOutcome(_with_fallback(edited).written(), mistaken_for, changed)


def _find(view: WindowsView, wanted: Sid) -> Sid | None:
    """The SID of the last Deny of all rights that the cmdlet takes for one of ``wanted``."""
    sid = None
    for ace in view.dacl.aces:
        if not is_qualified(ace) or not ace.is_deny or ace.mask != _GENERIC_ALL:
            continue
        if matches_cmdlet_pattern(ace.sid, wanted):
            sid = ace.sid
    return sid


def matches_cmdlet_pattern(sid: Sid, wanted: Sid) -> bool:
    """Whether the cmdlets' regular expression for ``wanted`` is found in the text of ``sid``."""
    return str(wanted) in _full_text(sid)


def _full_text(sid: Sid) -> str:
    """The text that .NET shows; an account of an unknown domain starts as all of them do."""
    return str(sid) if sid.alias is None else "S-1-5-21-"


def _check(view: WindowsView) -> None:
    if not view.is_canonical:
        raise WindowsRefusesError("InvalidOperationException", "the DACL is not in canonical order")


def _add(view: WindowsView, ace: Ace) -> WindowsView:
    _check(view)
    aces = list(view.dacl.aces)
    for index, present in enumerate(aces):
        both = merge(present, ace)
        if both is not None:
            aces[index] = both
            break
    else:
        aces.append(ace)
    return view.edited(tuple(sort(aces, in_sacl=False)))


def _remove_specific(view: WindowsView, sid: Sid) -> WindowsView:
    _check(view)
    return view.edited(tuple(ace for ace in view.dacl.aces if not _is_that_deny(ace, sid)))


def _is_that_deny(ace: Ace, sid: Sid) -> bool:
    return is_qualified(ace) and ace.is_deny and ace.sid == sid and not ace.flags and ace.mask == _GENERIC_ALL


def _with_fallback(view: WindowsView) -> WindowsView:
    if not view.dacl.aces:
        for sid in _FALLBACK:
            view = _add(view, Ace.allow(sid, _GENERIC_ALL))
    return view
