"""A practice host with an account for every token that a test needs, and Creates of shells without ceremony."""

from __future__ import annotations

import base64
import http.client
import json
import re
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

from gatepost.security import Sid
from tests.practice.direct import REPLY_TO, TRANSFER, envelope
from tests.practice.host_process import PracticeProcess

MACHINE, DOMAIN = "S-1-5-21-91-92-93", "S-1-5-21-81-82-83"
_SHELL = '<r:Shell xmlns:r="http://schemas.microsoft.com/wbem/wsman/1/windows/shell"/>'
_REFUSED = re.compile(rb'WSManFault [^>]*Code="(5|2150859235)"')
Token = frozenset[Sid]


def scenario(folder: Path, endpoints: Iterable[str], tokens: Iterable[Token]) -> str:
    """Write a scenario with these endpoints and an account for each token; return its path."""
    accounts = [
        {"user": "SERVER01\\boss", "sid": f"{MACHINE}-500", "groups": ["S-1-5-32-544"], "role": "administrator"},
        {"user": "SERVER01\\aide", "sid": f"{MACHINE}-1001", "groups": [], "role": "remote-management-user"},
    ]
    for number, token in enumerate(tokens, 2000):
        groups = [str(sid.in_domain(Sid.parse(DOMAIN))) for sid in token]
        account = {
            "user": f"SERVER01\\{name_of(token)}",
            "sid": f"{MACHINE}-{number}",
            "groups": groups,
            "role": "user",
        }
        accounts.append(account)
    data = {
        "about": "made by a test",
        "host": "SERVER01",
        "machine_sid": MACHINE,
        "domain_sid": DOMAIN,
        "build": "10.0.17763",
        "accounts": accounts,
        "endpoints": [{"name": name, "sddl": "O:NSG:BAD:P(A;;GA;;;BA)"} for name in endpoints],
    }
    path = folder / "many.json"
    path.write_text(json.dumps(data), "utf-8")
    return str(path)


def name_of(token: Token) -> str:
    """The account that carries just this."""
    return "t" + "_".join(sorted(str(sid).replace("S-1-", "") for sid in token))


class ManyDoors:
    """Asks over Basic, which names the account with every request: one connection for each port."""

    def __init__(self, process: PracticeProcess) -> None:
        self._passwords = {a["user"].partition("\\")[2]: a["password"] for a in process.info["accounts"]}
        self._wires = {
            interactive: http.client.HTTPConnection(str(urlsplit(url).netloc))
            for interactive, url in ((False, process.url), (True, process.interactive_url))
        }
        self.tries = 0

    def opens(self, token: Token, interactive: bool, name: str) -> bool:
        """Whether the host opens a shell for an account that carries the token; anything but yes or no is an error."""
        self.tries += 1
        user = name_of(token)
        header = (
            f"<a:Action>{TRANSFER}Create</a:Action><a:MessageID>uuid:{self.tries}</a:MessageID>{REPLY_TO}"
            f"<w:ResourceURI>http://schemas.microsoft.com/powershell/{name}</w:ResourceURI>"
        )
        secret = base64.b64encode(f"SERVER01\\{user}:{self._passwords[user]}".encode()).decode()
        wire = self._wires[interactive]
        wire.request(
            "POST",
            "/wsman",
            envelope(header, _SHELL),
            {"Authorization": f"Basic {secret}", "Content-Type": "application/soap+xml;charset=UTF-8"},
        )
        reply = wire.getresponse()
        body = reply.read()
        assert reply.status == 200 or _REFUSED.search(body), body
        return reply.status == 200

    def __enter__(self) -> ManyDoors:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for wire in self._wires.values():
            wire.close()
