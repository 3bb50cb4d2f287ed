"""Ask the practice host's service without a socket, for tables of refusals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from gatepost.practice.accounts.accounts import Logon
from gatepost.practice.service.service import Service
from gatepost.practice.state.host_state import PracticeState
from gatepost.practice.state.scenario import load_scenario

BASE = "http://schemas.microsoft.com/wbem/wsman/1/"
TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer/"
ENUMERATION = "http://schemas.xmlsoap.org/ws/2004/09/enumeration/"
REPLY_TO = (
    "<a:ReplyTo><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>"
)
_NS = {
    "s": "http://www.w3.org/2003/05/soap-envelope",
    "f": "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault",
    "a": "http://schemas.xmlsoap.org/ws/2004/08/addressing",
    "p": "http://schemas.microsoft.com/wbem/wsman/1/config/PluginConfiguration",
}
_DECLARED = (
    "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NS.items() if prefix in "sa")
    + ' xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"'
    + ' xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration"'
)


@dataclass(frozen=True)
class Reply:
    """A reply, taken apart."""

    status: int
    root: etree._Element

    @property
    def body(self) -> etree._Element:
        return self.root.find("s:Body", _NS)[0]

    @property
    def code(self) -> int:
        """The code of the fault; 0: no fault."""
        found = self.root.find(".//f:WSManFault", _NS)
        return 0 if found is None else int(found.get("Code"))

    @property
    def subcode(self) -> str:
        return self.root.findtext(".//s:Subcode/s:Value", "", _NS)

    @property
    def provider_message(self) -> str:
        return self.root.findtext(".//f:ProviderFault/f:WSManFault/f:Message", "", _NS)

    @property
    def action(self) -> str:
        return self.root.findtext("s:Header/a:Action", "", _NS)


class Desk:
    """A service and a way to ask it as one of its accounts."""

    def __init__(self, scenario: str = "reference-page") -> None:
        self.state = PracticeState(load_scenario(scenario))
        self.service = Service(self.state, allow_basic=True)

    def logon(self, role: str = "administrator", network: bool = True) -> Logon:
        account = next(account for account in self.state.scenario.accounts if account.role == role)
        return Logon(account, account.token(network=network))

    def ask(
        self,
        action: str,
        uri: str,
        selectors: Mapping[str, str] | None = None,
        body: str = "",
        *,
        role: str = "administrator",
        network: bool = True,
    ) -> Reply:
        chosen = "".join(
            f"<w:Selector Name={quoteattr(k)}>{escape(v)}</w:Selector>" for k, v in (selectors or {}).items()
        )
        header = (
            f"<a:Action>{action}</a:Action><a:MessageID>uuid:1</a:MessageID>{REPLY_TO}"
            f"<w:ResourceURI>{escape(uri)}</w:ResourceURI><w:SelectorSet>{chosen}</w:SelectorSet>"
        )
        return self.raw(envelope(header, body), role=role, network=network)

    def raw(self, data: bytes, *, role: str = "administrator", network: bool = True) -> Reply:
        answer = self.service.answer(data, self.logon(role, network), "127.0.0.1")
        return Reply(answer.status, etree.fromstring(answer.envelope))

    def get(self, tail: str, **selectors: str) -> Reply:
        return self.ask(TRANSFER + "Get", BASE + tail, selectors)

    def put(self, tail: str, body: str, **selectors: str) -> Reply:
        return self.ask(TRANSFER + "Put", BASE + tail, selectors, body)

    def open_shell(self, name: str, role: str = "administrator", network: bool = True) -> Reply:
        shell = '<r:Shell xmlns:r="http://schemas.microsoft.com/wbem/wsman/1/windows/shell"/>'
        uri = "http://schemas.microsoft.com/powershell/" + name
        return self.ask(TRANSFER + "Create", uri, None, shell, role=role, network=network)

    def document(self, name: str) -> str:
        plugin = self.state.plugin(name)
        assert plugin is not None
        return plugin.document.decode()


def envelope(header: str, body: str = "") -> bytes:
    """Return a request with these header blocks."""
    return f"<s:Envelope{_DECLARED}><s:Header>{header}</s:Header><s:Body>{body}</s:Body></s:Envelope>".encode()
