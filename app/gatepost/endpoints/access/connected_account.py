"""The connected account as far as it is known: name, perhaps SID, and the groups that its success implies."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.endpoints.access.tokens import EVERY_TOKEN, NOBODY, USERS, AccountToken, Origin
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.security import INTERACTIVE, AccessMask, Sid, covers_rights, read_descriptor

_READ = AccessMask(AccessMask.GENERIC_READ)


@dataclass(frozen=True, slots=True)
class ConnectedAccount:
    """The connected account as far as it is known; ``account_token`` holds no group that is only guessed,
    and not all of them.
    """

    account: str
    account_token: AccountToken
    origin: Origin


def connected_account(snapshot: HostSnapshot, *, over_network: bool = True) -> ConnectedAccount:
    """Put together what is known of the account that has read the host.

    It has read the configuration, which RootSDDL decides about. Where a single principal gives that right to accounts
    from the network, the account carries that principal: by default Administrators.
    """
    groups = {USERS, *(_only_reader(snapshot.root_sddl) if over_network else ())}
    account_token = AccountToken(frozenset(groups), _sid_of(snapshot) or NOBODY, groups_known=False)
    return ConnectedAccount(snapshot.host.account, account_token, Origin.NETWORK if over_network else Origin.LOOPBACK)


def _only_reader(root_sddl: str) -> tuple[Sid, ...]:
    descriptor = read_descriptor(root_sddl)
    if descriptor is None or descriptor.dacl is None or descriptor.dacl.is_null:
        return ()
    allows = (
        ace
        for ace in descriptor.dacl.aces
        if ace.is_allow and not ace.is_inherit_only and covers_rights(ace.mask, _READ)
    )
    readers = {ace.sid for ace in allows} - {INTERACTIVE}
    return tuple(readers - EVERY_TOKEN) if len(readers) == 1 else ()


def _sid_of(snapshot: HostSnapshot) -> Sid | None:
    account_forms = _forms(snapshot.host.account)
    return next((Sid.parse(sid) for sid, name in snapshot.accounts.names.items() if _forms(name) & account_forms), None)


def _forms(account: str) -> set[str]:
    r"""The account as DOMAIN\name and name@domain, in one case; a bare name tells no account apart from another."""
    folded = account.casefold()
    if "\\" in folded:
        domain, _, name = folded.partition("\\")
        return {folded, f"{name}@{domain}"}
    return {folded} if "@" in folded else set()
