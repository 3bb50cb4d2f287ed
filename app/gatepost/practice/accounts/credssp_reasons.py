"""CredSSP logon failures: the reason in TSRequest.errorCode ([MS-CSSP] 2.2.1)."""

from __future__ import annotations

from typing import Any

from gatepost.practice.accounts.accounts import AccountStore

_LOGON_FAILURE = 0xC000006D
_SIGNED = 2**32


def judge_with(credssp: Any, accounts: AccountStore) -> None:
    """Have an acceptor of pyspnego refuse closed accounts and wrong passwords with the NTSTATUS that Windows sends."""
    import spnego

    options = spnego.NegotiateOptions.use_negotiate
    # WORKAROUND(pyspnego 0.12.4): the acceptor makes its inner context by itself and passes on that one's status.
    credssp._auth_context = _Judged(spnego.server(protocol="negotiate", options=options), accounts)


class _Judged:
    """The logon inside CredSSP, with the reason for a failure."""

    def __init__(self, context: Any, accounts: AccountStore) -> None:
        self._context = context
        self._accounts = accounts

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def step(self, token: bytes) -> bytes | None:
        from spnego.exceptions import SpnegoError

        try:
            reply: bytes | None = self._context.step(token)
        except SpnegoError as error:
            raise _refusal(_LOGON_FAILURE) from error
        if self._context.complete:
            account = self._accounts.find(self._context.client_principal or "")
            status = self._accounts.status(account) if account is not None else _LOGON_FAILURE
            if status:
                raise _refusal(status)
        return reply


def _refusal(status: int) -> Exception:
    from spnego.exceptions import SpnegoError

    class Refusal(SpnegoError):
        nt_status = status - _SIGNED

    return Refusal(error_code=0xFFFF, context_msg="the logon is refused")
