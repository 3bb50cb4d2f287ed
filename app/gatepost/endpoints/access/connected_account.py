"""The connected account as far as it is known: name, perhaps SID, and the groups that its success implies."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gatepost.endpoints.access.tokens import (
    EVERY_TOKEN,
    LOCAL_ACCOUNT,
    LOCAL_ADMINISTRATOR,
    NOBODY,
    PRE_WINDOWS_2000_ACCESS,
    USERS,
    AccountToken,
    Origin,
)
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.security import INTERACTIVE, AccessMask, Accounts, Sid, covers_rights, dacl_entries
from gatepost.security.sid import NO_SIDS, Sids

_GROUP_RIDS = range(512, 1000)  # relative identifiers that Windows gives to groups alone
_DOMAIN_USERS = 513  # of a domain; also the group of every account of a computer
_DOMAIN_COMPUTERS = 515  # the group of computers and managed services
_MICROSOFT_AUTHORITY = 11  # of Microsoft accounts, S-1-11-96-..., which a local account carries as well
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
    may_be_local: bool

    def possible_tokens(self, named: Sids) -> tuple[AccountToken, ...]:
        """Its token, with what it usually carries of ``named``; where its SID isn't known, also as each account of them
        that it might be: with all of that, and with none of it.
        """
        known, usual = self.account_token, frozenset(filter(self._usually_carries, named))
        token = replace(known, possible_groups=usual)
        if token.user is not NOBODY:
            return (token,)
        users = filter(self._may_be, named)
        return (
            token,
            *(replace(known, user=sid, groups=known.groups | more) for sid in users for more in {NO_SIDS, usual}),
        )

    def _usually_carries(self, sid: Sid) -> bool:
        """Whether Windows gives it to every account of a kind that this one may be of. A name tells no computer apart
        from a domain: a host is reached by an address or another name as well.
        """
        if sid in (LOCAL_ACCOUNT, LOCAL_ADMINISTRATOR) or sid.authority == _MICROSOFT_AUTHORITY:
            return self.may_be_local
        primary_group = _DOMAIN_COMPUTERS if self._is_computer else _DOMAIN_USERS
        if sid.rid == primary_group:
            user = self.account_token.user
            own_domain = sid.sub_authorities[:-1] == user.sub_authorities[:-1]
            return user is NOBODY or sid.alias is not None or own_domain
        return sid == PRE_WINDOWS_2000_ACCESS

    @property
    def _is_computer(self) -> bool:
        """Whether it is the account of a computer or of a managed service."""
        return self.account.partition("@")[0].endswith("$")

    def _may_be(self, sid: Sid) -> bool:
        """Whether nothing tells it from an account; a user principal name needn't begin with the account's own name."""
        if sid.rid in _GROUP_RIDS or (sid.rid is None and sid.authority != _ENTRA_AUTHORITY):
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
    by_domain = snapshot.host.authentication == "Kerberos"
    return ConnectedAccount(snapshot.host.account, account_token, origin, snapshot.accounts, may_be_local=not by_domain)


def _only_reader(root_sddl: str) -> tuple[Sid, ...]:
    allows = (ace for ace in dacl_entries(root_sddl) if ace.is_allow and not ace.is_inherit_only)
    readers = {ace.sid for ace in allows if covers_rights(ace.mask, AccessMask.GENERIC_READ)} - {INTERACTIVE}
    return tuple(readers - EVERY_TOKEN) if len(readers) == 1 else ()


def _sid_of(snapshot: HostSnapshot) -> Sid | None:
    """The one SID with the account's name; an account that was moved to another domain may have two."""
    account_forms = _forms(snapshot.host.account)
    sids = [sid for sid, name in snapshot.accounts.names.items() if _forms(name) & account_forms]
    return Sid.parse(sids[0]) if len(sids) == 1 else None


def _forms(account: str) -> set[str]:
    r"""The account as DOMAIN\name and name@domain, in one case; a bare name tells no account apart from another."""
    folded = account.casefold()
    if "\\" in folded:
        domain, _, name = folded.partition("\\")
        return {folded, f"{name}@{domain}"}
    return {folded} if "@" in folded else set()
