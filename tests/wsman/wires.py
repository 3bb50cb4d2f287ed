"""A scripted wire and answers in the shapes that Windows writes, in words of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from lxml import etree

from gatepost.wsman.http.wire import Login
from gatepost.wsman.messages.uris import ADDRESSING, SOAP, name

NAMESPACES = (
    'xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" '
    'xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration" '
    'xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" '
    'xmlns:x="http://schemas.xmlsoap.org/ws/2004/09/transfer"'
)


def message_id(envelope: bytes) -> str:
    return etree.fromstring(envelope).findtext(f"{name(SOAP, 'Header')}/{name(ADDRESSING, 'MessageID')}") or ""


def action(envelope: bytes) -> str:
    text = etree.fromstring(envelope).findtext(f"{name(SOAP, 'Header')}/{name(ADDRESSING, 'Action')}") or "Identify"
    return text.rpartition("/")[2]


def answer(body: str, relates_to: str | None) -> bytes:
    relation = "" if relates_to is None else f"<a:RelatesTo>{escape(relates_to)}</a:RelatesTo>"
    return (
        f'<s:Envelope xml:lang="en-US" {NAMESPACES}><s:Header>{relation}</s:Header><s:Body>{body}</s:Body></s:Envelope>'
    ).encode()


def first_page(items: Iterable[str], context: str = "") -> str:
    end = "" if context else "<w:EndOfSequence/>"
    return (
        f"<n:EnumerateResponse><n:EnumerationContext>{context}</n:EnumerationContext>"
        f"<w:Items>{''.join(items)}</w:Items>{end}</n:EnumerateResponse>"
    )


def next_page(items: Iterable[str], context: str = "") -> str:
    going_on = f"<n:EnumerationContext>{context}</n:EnumerationContext>" if context else ""
    end = "" if context else "<n:EndOfSequence/>"
    return f"<n:PullResponse>{going_on}<n:Items>{''.join(items)}</n:Items>{end}</n:PullResponse>"


def fault_body(detail: str = "", subcode: str = "w:AccessDenied", reason: str = "Refused.") -> str:
    return (
        f"<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>{subcode}</s:Value></s:Subcode></s:Code>"
        f'<s:Reason><s:Text xml:lang="en-US">{reason}</s:Text></s:Reason><s:Detail>{detail}</s:Detail></s:Fault>'
    )


@dataclass
class ScriptedWire:
    """Plays the steps in order: a body is wrapped into an answer to what was asked, an exception is raised."""

    steps: list[str | Exception | Callable[[bytes], bytes]]
    sent: list[bytes] = field(default_factory=list)
    resets: int = 0
    login: Login | None = None
    closed: bool = False

    def exchange(self, envelope: bytes) -> bytes:
        self.sent.append(envelope)
        step = self.steps.pop(0)
        if isinstance(step, Exception):
            raise step
        if callable(step):
            return step(envelope)
        return answer(step, message_id(envelope))

    def reset(self) -> None:
        self.resets += 1

    def interrupt(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True

    @property
    def actions(self) -> list[str]:
        return [action(envelope) for envelope in self.sent]
