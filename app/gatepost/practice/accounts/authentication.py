"""Authentication: Basic, Negotiate, CredSSP and TLS client certificates.

A context belongs to its TCP connection ([MS-WSMV] 3.1.4.1.30). CredSSP tells the reason of a failed logon in
TSRequest.errorCode ([MS-CSSP] 2.2.1).
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Any

from gatepost.practice.accounts.accounts import Account, AccountStore

_SPELLING = {"negotiate": "Negotiate", "ntlm": "NTLM", "credssp": "CredSSP"}
_MUTUAL = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual"  # DSP0226 C.3.4
_NTLM_SIGNATURE = b"NTLMSSP\x00"
_LOGON_FAILURE = 0xC000006D
_SIGNED = 2**32


@dataclass(frozen=True, slots=True)
class Challenge:
    """Authentication is not complete: answer 401 with these WWW-Authenticate values."""

    offers: tuple[str, ...]


class ConnectionSecurity:
    """The security state of one connection."""

    def __init__(self, accounts: AccountStore, *, allow_basic: bool, allow_credssp: bool, bindings: bytes) -> None:
        """Start unauthenticated; ``bindings``: what a Negotiate login has to name as its channel, if not b""."""
        self._accounts = accounts
        basic = ('Basic realm="WSMAN"',) if allow_basic else ()
        self._offers = ("Negotiate", *basic, *(("CredSSP",) if allow_credssp else ()))
        self._allow_basic = allow_basic
        self._allow_credssp = allow_credssp
        self._bindings = bindings
        self._pending: Any = None
        self._account: Account | None = None
        self._last_token = ""
        self.context: Any = None  # the completed context that seals and opens bodies; None with Basic
        self.is_credssp = False
        self.principal = ""
        """The user principal name in the certificate that the client has shown, which maps it to an account."""

    def authenticate(self, header: str) -> Account | Challenge:
        """Return the account for an Authorization header, or the challenge to send."""
        if header == _MUTUAL:
            return self._accounts.find_principal(self.principal) or Challenge(self._offers)
        scheme, _, value = header.partition(" ")
        scheme = scheme.lower()
        if not header:
            return self._account or Challenge(self._offers)
        if scheme == "basic" and self._allow_basic:
            return self._basic(value) or Challenge(self._offers)
        if scheme in ("negotiate", "ntlm") or (scheme == "credssp" and self._allow_credssp):
            return self._step(scheme, value)
        return Challenge(self._offers)

    def closing_headers(self) -> list[tuple[str, str]]:
        """Return the header with which SPNEGO ends; for the one reply that follows the completion."""
        token, self._last_token = self._last_token, ""
        return [("WWW-Authenticate", token)] if token else []

    def _basic(self, value: str) -> Account | None:
        try:
            user, colon, password = base64.b64decode(value, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return None
        return self._accounts.check_password(user, password) if colon else None

    def _step(self, scheme: str, value: str) -> Account | Challenge:
        # Imported late: it takes longer than everything else until the host answers.
        import spnego
        from spnego.exceptions import SpnegoError

        try:
            token = base64.b64decode(value, validate=True)
            if self._pending is None:
                self._account = self.context = None
                self.is_credssp = scheme == "credssp"
                raw = token.startswith(_NTLM_SIGNATURE)
                options = spnego.NegotiateOptions.use_ntlm if raw else spnego.NegotiateOptions.use_negotiate
                protocol = "credssp" if self.is_credssp else "ntlm" if raw else "negotiate"
                self._pending = spnego.server(protocol=protocol, options=options, channel_bindings=self._channel())
                if self.is_credssp:
                    judge_with(self._pending, self._accounts)
            reply = self._pending.step(token)
        except (SpnegoError, ValueError):
            self._pending = None
            return Challenge(self._offers)
        offer = f"{_SPELLING[scheme]} {base64.b64encode(reply or b'').decode()}"
        if not self._pending.complete:
            if reply is not None:
                return Challenge((offer,))
            self._pending = None  # a CredSSP that has failed and said so
            return Challenge(self._offers)
        self._last_token = offer if reply else ""
        self.context, self._pending = self._pending, None
        self._account = self._accounts.find(self.context.client_principal or "")
        if self._account is not None and self._accounts.status(self._account):
            self._account = None
        return self._account or Challenge(self._offers)

    def _channel(self) -> Any:
        from spnego.channel_bindings import GssChannelBindings

        return GssChannelBindings(application_data=self._bindings) if self._bindings else None


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
