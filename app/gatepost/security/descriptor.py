"""Security descriptors ([MS-DTYP] 2.4.6): the value and its text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from gatepost.security.ace import Ace, Acl
from gatepost.security.errors import SddlError
from gatepost.security.sddl_parts import components
from gatepost.security.sddl_text import read_sddl, write_part
from gatepost.security.sid import NO_DOMAINS, HostDomains, Sid


@dataclass(frozen=True, slots=True)
class SecurityDescriptor:
    """Owner, group, DACL and SACL.

    ``dacl`` None means absent (everyone has access), ``dacl.is_null`` present and null (likewise), and a list without
    ACEs grants nothing to anybody. Two descriptors are equal when they mean the same, however they were written.
    """

    owner: Sid | None = None
    group: Sid | None = None
    dacl: Acl | None = None
    sacl: Acl | None = None
    # The text this value was read from.
    source: str | None = field(default=None, init=False, repr=False, compare=False)

    @staticmethod
    def from_sddl(text: str) -> SecurityDescriptor:
        """Read SDDL text, all that Windows reads: lower case, blanks, octal, any order, numbers that are too large.

        Raises:
            SddlError: not a security descriptor, with the position of the fault.
        """
        return SecurityDescriptor(*read_sddl(text))._from_text(text)

    def to_sddl(self) -> str:
        """SDDL text: as it was read; only what was edited is as Windows would write it.

        Raises:
            SddlError: it holds an ACE that has no text form.
        """
        if self.source is not None:
            return self.source
        return "".join(map(write_part, "OGDS", (self.owner, self.group, self.dacl, self.sacl)))

    def with_owner(self, owner: Sid | None) -> SecurityDescriptor:
        """The same descriptor with another owner; everything else keeps the form it was written in."""
        return self._with_part("O", owner, replace(self, owner=owner))

    def with_group(self, group: Sid | None) -> SecurityDescriptor:
        """The same descriptor with another group; everything else keeps the form it was written in."""
        return self._with_part("G", group, replace(self, group=group))

    def with_dacl(self, dacl: Acl | None) -> SecurityDescriptor:
        """The same descriptor with another DACL; everything else keeps the form it was written in."""
        return self._with_part("D", dacl, replace(self, dacl=dacl))

    def with_sacl(self, sacl: Acl | None) -> SecurityDescriptor:
        """The same descriptor with another SACL; everything else keeps the form it was written in."""
        return self._with_part("S", sacl, replace(self, sacl=sacl))

    def _with_part(self, letter: str, part: Sid | Acl | None, changed: SecurityDescriptor) -> SecurityDescriptor:
        if self.source is None:
            return changed
        return changed._from_text(_replace_part(self.source, letter, write_part(letter, part)))

    def in_domain(self, domain: Sid | HostDomains) -> SecurityDescriptor:
        """This descriptor with every account-relative alias resolved in ``domain``; its text is written again."""
        return SecurityDescriptor(
            self.owner and self.owner.in_domain(domain),
            self.group and self.group.in_domain(domain),
            self.dacl and self.dacl.in_domain(domain),
            self.sacl and self.sacl.in_domain(domain),
        )

    def _from_text(self, text: str) -> SecurityDescriptor:
        object.__setattr__(self, "source", text)
        return self


@lru_cache(maxsize=2048)
def cached_descriptor(sddl: str) -> SecurityDescriptor:
    """Read a descriptor as leniently as Windows does, cached.

    Raises:
        SddlError: it cannot be read.
    """
    return SecurityDescriptor.from_sddl(sddl)


@lru_cache(maxsize=2048)
def read_descriptor(sddl: str) -> SecurityDescriptor | None:
    """Read a descriptor as leniently as Windows does, cached; None if it cannot be read, or there is no text to read."""
    try:
        return cached_descriptor(sddl) if sddl.strip() else None
    except SddlError:
        return None


@lru_cache(maxsize=1024)
def read_in_domains(sddl: str, domains: HostDomains) -> SecurityDescriptor | None:
    """Read a descriptor as ``read_descriptor`` does, its account-relative aliases resolved as far as that is known."""
    descriptor = read_descriptor(sddl)
    return descriptor if descriptor is None or domains == NO_DOMAINS else descriptor.in_domain(domains)


def dacl_entries(sddl: str, domains: HostDomains = NO_DOMAINS) -> tuple[Ace, ...]:
    """Return the entries of the DACL as ``read_in_domains`` reads it; () if it cannot be read, or there is no list."""
    descriptor = read_in_domains(sddl, domains)
    return () if descriptor is None or descriptor.dacl is None else descriptor.dacl.aces


def _replace_part(text: str, letter: str, part_text: str) -> str:
    """``text`` with the part of that letter replaced, or put in behind those that stand before it in O, G, D, S."""
    end = 0
    for part in components(text):
        if part.letter == letter:
            return text[: part.start] + part_text + text[part.end :]
        if "OGDS".index(part.letter) < "OGDS".index(letter):
            end = part.end
    return text[:end] + part_text + text[end:]
