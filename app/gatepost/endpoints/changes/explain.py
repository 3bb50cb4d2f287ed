"""A descriptor in WinRM's words: a list of plain sentences."""

from __future__ import annotations

from gatepost.security import Accounts, Acl, SecurityDescriptor, ace_text, cached_descriptor, is_canonical_for_windows


def explain(sddl: str, accounts: Accounts) -> tuple[str, ...]:
    """Return what the descriptor says, in the order of its entries.

    Raises:
        SddlError: it cannot be read.
    """
    sd = cached_descriptor(sddl)
    sentences = [_belongs_to(sd, accounts), *_dacl_lines(sd.dacl, accounts)]
    if sd.dacl is not None and not is_canonical_for_windows(sd):
        sentences.append("Its entries are not in canonical order: Windows' own tools refuse to edit it.")
    if sd.sacl is not None and sd.sacl.aces:
        sentences += [ace_text(ace, accounts) for ace in sd.sacl.aces]
    else:
        sentences.append("Nothing is audited.")
    return tuple(sentences)


def _belongs_to(sd: SecurityDescriptor, accounts: Accounts) -> str:
    if sd.owner is None or sd.group is None:
        missing = "owner" if sd.owner is None else "group"
        return f"It names no {missing}: WinRM refuses such a descriptor."
    return f"Owned by {accounts.name_of(sd.owner)}, group {accounts.name_of(sd.group)}."


def _dacl_lines(dacl: Acl | None, accounts: Accounts) -> list[str]:
    if dacl is None or dacl.is_null:
        return ["There is no list of permissions: anyone may do everything."]
    if not dacl.aces:
        return ["The list of permissions is empty: nobody may do anything."]
    said = [ace_text(ace, accounts) for ace in dacl.aces]
    return [*said, "Everybody else is refused."]
