"""SDDL text of a whole descriptor, as Windows writes it ([MS-DTYP] 2.5.1)."""

from __future__ import annotations

from gatepost.security.ace import Acl
from gatepost.security.sddl.ace_text import write_ace
from gatepost.security.sid import Sid


def write_sddl(owner: Sid | None, group: Sid | None, dacl: Acl | None, sacl: Acl | None) -> str:
    """The text, in the order O, G, D, S. An ACE that was read from text keeps that text.

    Raises:
        SddlError: an ACE has no text form.
    """
    parts = [f"{letter}:{sid.sddl()}" for letter, sid in (("O", owner), ("G", group)) if sid is not None]
    for letter, acl in (("D", dacl), ("S", sacl)):
        if acl is not None:
            parts.append(f"{letter}:{write_acl(acl)}")
    return "".join(parts)


def write_acl(acl: Acl) -> str:
    """The flags and ACEs, without the leading ``D:``.

    Raises:
        SddlError: an ACE has no text form.
    """
    flags = acl.source_flags if acl.source_flags is not None else acl_flags_text(acl)
    return flags + "".join([ace.source or write_ace(ace) for ace in acl.aces])


def acl_flags_text(acl: Acl) -> str:
    """``P``, ``AR``, ``AI`` in that order, and the word for a null list."""
    flags = (("P", acl.protected), ("AR", acl.auto_inherit_req), ("AI", acl.auto_inherited))
    null = "NO_ACCESS_CONTROL" if acl.is_null else ""
    return "".join(token for token, is_set in flags if is_set) + null
