"""The connected account as far as it is known: name, perhaps SID, and the groups that its success implies."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gatepost.endpoints.access.tokens import EVERY_TOKEN, NOBODY, USERS, AccountToken, Origin
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.security import INTERACTIVE, AccessMask, Accounts, Sid, covers_rights, read_descriptor
from gatepost.security.sid import Sids

_READ = AccessMask(AccessMask.GENERIC_READ)
_GROUP_RIDS = range(512, 1000)  # relative identifiers that Windows gives to groups alone
_ENTRA_AUTHORITY = 12  # of the accounts of a tenant, S-1-12-1-...


@dataclass(frozen=True, slots=True)
class ConnectedAccount:
    """The connected account as far as it is known; ``account_token`` holds no group that is only guessed,
    and not all of them.
    """

    account: str
    account_token: AccountToken
    origin: Origin
    accounts: Accounts

    def possible_tokens(self, named: Sids) -> tuple[AccountToken, ...]:
        """Its token; where its SID isn't known, also its token as each account of ``named`` that it might be."""
        token = self.account_token
        if token.user is not NOBODY:
            return (token,)
        return (token, *(replace(token, user=sid) for sid in named if self._may_be(sid)))

    def _may_be(self, sid: Sid) -> bool:
        """Whether nothing tells it from an account; a user principal name needn't begin with the account's own name."""
        is_group = sid.is_domain_account and sid.sub_authorities[-1] in _GROUP_RIDS
        if is_group or not (sid.is_domain_account or sid.authority == _ENTRA_AUTHORITY):
            return False
        name, own = self.accounts.names.get(str(sid)), self.account.rpartition("\\")[2].casefold()
        return name is None or not own or "@" in own or name.rpartition("\\")[2].casefold() == own


def connected_account(snapshot: HostSnapshot, *, over_network: bool = True) -> ConnectedAccount:
    """Put together what is known of the account that has read the host.

    It has read the configuration, which RootSDDL decides about. Where a single principal gives that right to accounts
    from the network, the account carries that principal: by default Administrators.
    """
    groups = {USERS, *(_only_reader(snapshot.root_sddl) if over_network else ())}
    account_token = AccountToken(frozenset(groups), _sid_of(snapshot) or NOBODY, groups_known=False)
    origin = Origin.NETWORK if over_network else Origin.LOOPBACK
    return ConnectedAccount(snapshot.host.account, account_token, origin, snapshot.accounts)


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
