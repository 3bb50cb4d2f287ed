"""Accounts of the practice host, their tokens, and the credential file for pyspnego's NTLM acceptor."""

from __future__ import annotations

import hmac
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from gatepost.practice.accounts import access_check

CLOSED = {
    "locked": 0xC0000234,
    "disabled": 0xC0000072,
    "expired": 0xC0000193,
    "password-expired": 0xC0000071,
    "restricted": 0xC000006F,
}
"""Why an account cannot log on, and the NTSTATUS of it ([MS-ERREF] 2.3.1)."""


@dataclass(frozen=True, slots=True)
class Account:
    r"""An account that can log on.

    Args:
        user: DOMAIN\name.
        sid: SID text.
        groups: SID text of the groups it is a member of.
        role: administrator, remote-management-user or user.
        password: chosen for every run.
    """

    user: str
    sid: str
    groups: tuple[str, ...]
    role: str
    password: str = field(repr=False)

    def token(self, *, network: bool) -> frozenset[str]:
        """Return the SIDs that a logon carries, from the network or interactively."""
        origin = access_check.NETWORK if network else access_check.INTERACTIVE
        common = (access_check.EVERYONE, access_check.AUTHENTICATED_USERS, access_check.USERS)
        return frozenset((self.sid, origin, *common, *self.groups))


@dataclass(frozen=True, slots=True)
class Logon:
    """An authenticated account and the SIDs of its token."""

    account: Account
    sids: frozenset[str]


def new_password() -> str:
    """Return a password that no earlier run had; without a colon, which separates fields in the NTLM file."""
    return "Pw1-" + os.urandom(12).hex()


class AccountStore:
    """The accounts under every form of their names, and the credential file while it is open.

    The file is private to the user, named by NTLM_USER_FILE for this process, and removed by close().
    """

    def __init__(self, accounts: Iterable[Account], host: str) -> None:
        """Write the credential file."""
        self._by_name = {form: account for account in accounts for form in _logon_names(account.user.upper(), host)}
        self._states: dict[str, str] = {}
        handle, path = tempfile.mkstemp(prefix="gatepost-practice-")  # mode 600
        self._path = Path(path)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.writelines(
                f"{domain}:{user}:{account.password}\n"
                for name, account in self._by_name.items()
                for domain, _, user in [name.rpartition("\\")]
            )
        os.environ["NTLM_USER_FILE"] = path

    def find(self, name: str) -> Account | None:
        r"""Return the account for a name as logged on with: DOMAIN\user, .\user, user or user@DOMAIN."""
        return self._by_name.get(name.upper())

    def find_principal(self, name: str) -> Account | None:
        """Return the open account for a certificate's user principal name; user@localhost means one of this host."""
        user, _, domain = name.rpartition("@")
        account = self.find(user if domain.lower() == "localhost" else name)
        return None if account is None or self.status(account) else account

    def set_state(self, name: str, state: str) -> bool:
        """Close an account with a reason of CLOSED, or open it; False: there is none of that name."""
        account = self.find(name)
        if account is not None:
            self._states[account.user] = state
        return account is not None

    def status(self, account: Account) -> int:
        """Return the NTSTATUS for which the account cannot log on; 0: it can."""
        return CLOSED.get(self._states.get(account.user, ""), 0)

    def check_password(self, name: str, password: str) -> Account | None:
        """Return the account if the password is right and the account open."""
        account = self.find(name)
        if (
            account is None
            or self.status(account)
            or not hmac.compare_digest(account.password.encode(), password.encode())
        ):
            return None
        return account

    def close(self) -> None:
        """Remove the credential file; harmless when called again."""
        self._path.unlink(missing_ok=True)
        if os.environ.get("NTLM_USER_FILE") == str(self._path):
            del os.environ["NTLM_USER_FILE"]


def _logon_names(user: str, host: str) -> tuple[str, ...]:
    domain, _, name = user.rpartition("\\")
    if domain == host.upper():
        return (user, f".\\{name}", name)
    return (user, f"{name}@{domain}")
