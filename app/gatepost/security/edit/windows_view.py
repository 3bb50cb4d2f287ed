"""Simulation of .NET's CommonSecurityDescriptor, which PowerShell's cmdlets show and edit.

It cleans, sorts and merges the lists whenever it reads them, and refuses to edit a list whose order it does not like.
This module answers exactly as it does, flaws included, so that we can show what Windows shows and warn of what its
cmdlets would do. Our own edits (``edit``) never go this way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from gatepost.security.ace import Ace, Acl
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.edit.windows_acl import clean, compact, is_canonical, sort
from gatepost.security.sid import EVERYONE

_EVERYONE_ALL = Ace.allow(EVERYONE, 0xFFFFFFFF)


class WindowsRefusesError(Exception):
    """.NET would throw instead of editing; ``exception`` is the name of what it throws. Nothing is changed."""

    def __init__(self, exception: str, message: str) -> None:
        super().__init__(message)
        self.exception = exception


@dataclass(frozen=True, slots=True)
class WindowsView:
    """A CommonSecurityDescriptor.

    ``dacl`` is what enumerating the DACL gives. It is never absent: an absent or null DACL is stood in for by one Allow
    for Everyone (``is_stand_in``), which is not written back. Where ``is_canonical`` is False every edit is refused.
    """

    origin: SecurityDescriptor
    dacl: Acl
    sacl: Acl | None
    is_canonical: bool
    is_stand_in: bool

    @staticmethod
    def of(descriptor: SecurityDescriptor) -> WindowsView:
        """Read a descriptor as .NET does.

        Raises:
            TooComplexError: its order is one for which .NET's sort takes quadratic time.
        """
        dacl = descriptor.dacl
        stand_in = dacl is None or dacl.is_null
        if dacl is None or dacl.is_null:
            list_, canonical = replace(dacl or Acl(), aces=(_EVERYONE_ALL,), is_null=False), True
        else:
            list_, canonical = _read(dacl, in_sacl=False)
        sacl = descriptor.sacl
        read_sacl = None if sacl is None or sacl.is_null else _read(sacl, in_sacl=True)[0]
        return WindowsView(descriptor, list_, read_sacl, canonical, stand_in)

    def shown(self) -> SecurityDescriptor:
        """The descriptor as the object shows it, the stand-in included."""
        return self._with(self.dacl)

    def written(self) -> SecurityDescriptor:
        """What GetSddlForm and GetBinaryForm give: a null or absent DACL, untouched, is left out."""
        return self._with(None if self.is_stand_in else self.dacl)

    def edited(self, aces: tuple[Ace, ...]) -> WindowsView:
        """The view with other ACEs in its DACL; the stand-in has become a real entry."""
        return replace(self, dacl=self.dacl.with_aces(aces), is_stand_in=False)

    def _with(self, dacl: Acl | None) -> SecurityDescriptor:
        origin = self.origin
        return SecurityDescriptor(origin.owner, origin.group, dacl, self.sacl)


def _read(acl: Acl, *, in_sacl: bool) -> tuple[Acl, bool]:
    aces = clean(acl.aces, in_sacl=in_sacl)
    canonical = is_canonical(aces, in_sacl=in_sacl)
    if canonical:
        aces = compact(sort(aces, in_sacl=in_sacl))
    return acl.with_aces(aces), canonical


def is_canonical_for_windows(descriptor: SecurityDescriptor) -> bool:
    """Whether .NET calls the order of the DACL canonical: else every edit is refused."""
    dacl = descriptor.dacl
    return dacl is None or dacl.is_null or is_canonical(clean(dacl.aces, in_sacl=False), in_sacl=False)


def as_powershell_shows(descriptor: SecurityDescriptor) -> SecurityDescriptor:
    """The descriptor as Windows PowerShell shows it, in .NET's canonical form.

    Entries are cleaned, sorted and merged; an absent or null DACL is shown as one Allow for Everyone of all rights. A
    DACL in an order that .NET does not call canonical is cleaned only. Doing it twice may merge further.
    """
    return WindowsView.of(descriptor).shown()
