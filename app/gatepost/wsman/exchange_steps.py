"""Legs of a conversation: what was sent last, and what came back. No secret and no body is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class RequestKind(Enum):
    """What was sent, by what it tells its recipient."""

    NO_CREDENTIALS = "a request without credentials"
    PASSWORD = "user name and password (Basic)"  # noqa: S105 - a description
    CERTIFICATE = "a request under the client certificate"
    NTLM_FIRST = "the first NTLM message, which holds no secret"
    NTLM_ANSWER = "the answer to the NTLM challenge"
    TICKET = "a Kerberos ticket"
    CREDSSP_FIRST = "the first CredSSP messages, which hold no secret"
    CREDSSP = "a CredSSP message with the account in it"
    SEALED = "an encrypted message"
    MESSAGE = "a message, after the logon"

    @property
    def proves_account(self) -> bool:
        """Whether it is an attempt to log on: what may count toward a lockout, or be used against the account."""
        return self in _CREDENTIALS


_CREDENTIALS = frozenset(
    {RequestKind.PASSWORD, RequestKind.CERTIFICATE, RequestKind.NTLM_ANSWER, RequestKind.TICKET, RequestKind.CREDSSP}
)


class ResponseKind(Enum):
    """What came back."""

    ACCEPTED = "HTTP success"
    UNAUTHORIZED_WITH_SCHEMES = "HTTP 401 that names ways to log on"
    UNAUTHORIZED_WITHOUT_SCHEMES = "HTTP 401 that names no way to log on"
    TOKEN = "HTTP 401 with the next token of the logon"  # noqa: S105 - a description
    STATUS = "another HTTP status"
    PAGE = "a web page"
    OTHER_PROTOCOL = "an answer that is not HTTP"
    CLOSED = "the end of the connection"
    SILENT = "nothing in time"
    WEAK = "an NTLM challenge without 128-bit encryption and signing"
    UNREADABLE = "a token that cannot be read"
    NO_MUTUAL_AUTHENTICATION = "HTTP success without the host's own proof"
    INVALID_MUTUAL_AUTHENTICATION = "a proof that is false"
    IN_CLEAR = "an unencrypted answer to an encrypted message"


class PeerProtocol(Enum):
    """The protocol that an answer which is not HTTP belongs to."""

    TLS = "TLS"
    SSH = "SSH"
    MAIL = "SMTP"
    HTTP = "HTTP"
    UNKNOWN = "an unknown protocol"


@dataclass(frozen=True, slots=True)
class ExchangeStep:
    """One thing sent and what came of it.

    ``status`` is the HTTP status, None where there was none. ``offered`` are the authentication schemes that were
    named. ``server`` is the Server header and ``page`` the headline of a web page, each cut and printable;
    ``closes`` whether the host said that it closes the connection.
    """

    sent: RequestKind
    came: ResponseKind
    status: int | None = None
    offered: tuple[str, ...] = ()
    server: str = ""
    page: str = ""
    speaker: PeerProtocol = PeerProtocol.HTTP
    closes: bool = False

    @property
    def text(self) -> str:
        """The leg in one line, for the details of an error."""
        came = self.speaker.value if self.came is ResponseKind.OTHER_PROTOCOL else self.came.value
        parts = [came if self.status is None else f"HTTP {self.status}, {came}"]
        parts += [f"offers {', '.join(self.offered)}"] if self.offered else []
        parts += [f"Server: {self.server}"] if self.server else []
        parts += [f'page "{self.page}"'] if self.page else []
        parts += ["closes the connection"] if self.closes else []
        return f"Sent {self.sent.value}; came {'; '.join(parts)}"


def protocol_of(first: bytes) -> PeerProtocol:
    """The protocol of a server whose answer begins with these octets."""
    if first[:1] in (b"\x15", b"\x16") and first[1:2] == b"\x03":
        return PeerProtocol.TLS
    if first.startswith(b"SSH-"):
        return PeerProtocol.SSH
    if first[:4] in (b"220 ", b"220-", b"421 ", b"554 ") or first.startswith((b"+OK", b"* OK")):
        return PeerProtocol.MAIL
    return PeerProtocol.HTTP if first.startswith(b"HTTP/") else PeerProtocol.UNKNOWN
