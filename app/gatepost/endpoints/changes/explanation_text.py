"""A descriptor in WinRM's words: a list of plain sentences."""

from __future__ import annotations

from gatepost.endpoints.entries.entry_text import entry_text
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.security import Accounts, Acl, SecurityDescriptor, cached_descriptor, is_canonical_for_windows


def explain(sddl: str, accounts: Accounts) -> tuple[Text, ...]:
    """Return what the descriptor says, in the order of its entries.

    Raises:
        SddlError: it cannot be read.
    """
    sd = cached_descriptor(sddl)
    sentences = [_belongs_to(sd, accounts), *_dacl_lines(sd.dacl, accounts)]
    if sd.dacl is not None and not is_canonical_for_windows(sd):
        sentences.append(ENDPOINTS.tr("The entries aren't in canonical order, so Windows tools can't edit them."))
    if sd.sacl is not None and sd.sacl.aces:
        sentences += [entry_text(ace, accounts) for ace in sd.sacl.aces]
    else:
        sentences.append(ENDPOINTS.tr("Nothing is audited."))
    return tuple(sentences)


def _belongs_to(sd: SecurityDescriptor, accounts: Accounts) -> Text:
    if sd.owner is None:
        return ENDPOINTS.tr("There is no owner: WinRM doesn't accept such a descriptor.")
    if sd.group is None:
        return ENDPOINTS.tr("There is no primary group: WinRM doesn't accept such a descriptor.")
    owner, group = accounts.name_of(sd.owner), accounts.name_of(sd.group)
    return ENDPOINTS.tr("Owner: {owner}. Primary group: {group}.", owner=owner, group=group)


def _dacl_lines(dacl: Acl | None, accounts: Accounts) -> list[Text]:
    if dacl is None or dacl.is_null:
        return [ENDPOINTS.tr("There is no DACL: anyone has full access.")]
    if not dacl.aces:
        return [ENDPOINTS.tr("The DACL is empty: no one has access.")]
    said = [entry_text(ace, accounts) for ace in dacl.aces]
    return [*said, ENDPOINTS.tr("Everyone else is denied.")]
