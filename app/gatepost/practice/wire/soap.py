"""Reading SOAP requests and writing SOAP replies ([MS-WSMV] 2.2.4, 3.1.4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from lxml import etree

from gatepost.practice.wire import faults, names
from gatepost.practice.wire.faults import CONFIG_PROVIDER, Fault
from gatepost.practice.wire.markup import escape
from gatepost.untrusted_xml import UntrustedXmlError, parse_untrusted, truth

# The namespaces that an envelope declares, each by its letter in names.PREFIXES, in Windows' order.
_OBJECT_PREFIXES = "saxwp"
_PREFIXES = {names.DELETE: "sawp", names.ENUMERATE: "sanw", names.PULL: "sanw", names.RELEASE: "sanw"}
_FAULT_PREFIXES = "saxenwp"

MAX_ENVELOPE_BYTES = 500 * 1024  # MaxEnvelopeSizekb of a current host
_MIN_ENVELOPE_BYTES = 8192  # [MS-WSMV] 3.1.4.1.19
_S, _A, _W = f"{{{names.SOAP}}}", f"{{{names.ADDRESSING}}}", f"{{{names.WSMAN}}}"
_UNDERSTOOD = {
    *(_A + name for name in ("To", "ReplyTo", "FaultTo", "From", "Action", "MessageID", "RelatesTo", "Address")),
    *(_W + name for name in ("ResourceURI", "MaxEnvelopeSize", "OperationTimeout", "SelectorSet", "OptionSet")),
    *(_W + name for name in ("Locale", "RequestTotalItemsCountEstimate", "FragmentTransfer", "RequestEPR")),
    *(f"{{{names.WSMV}}}{name}" for name in ("DataLocale", "SessionId", "OperationID", "SequenceId")),
}


@dataclass(frozen=True, slots=True)
class Request:
    """One request; ``selectors`` has lower-case names, because Windows ignores their case."""

    action: str
    message_id: str
    resource_uri: str
    selectors: Mapping[str, str]
    max_envelope_bytes: int
    body: etree._Element | None  # the child of s:Body
    header: etree._Element | None = field(default=None, repr=False)

    @property
    def is_identify(self) -> bool:
        """Identify has neither action nor message id; its body alone tells ([MS-WSMV] 3.1.4.1.23)."""
        return self.body is not None and self.body.tag == f"{{{names.IDENTITY}}}Identify"


def parse_xml(data: bytes) -> etree._Element:
    """Parse XML whose size was checked when it was received; comments and processing instructions are dropped.

    Raises:
        Fault: not well-formed, or with a document type declaration.
    """
    try:
        return parse_untrusted(data, len(data))
    except UntrustedXmlError as error:
        raise Fault(faults.INVALID_XML) from error


def read_request(data: bytes) -> Request:
    """Take an envelope apart without judging its headers; see check_headers.

    Raises:
        Fault: not a SOAP 1.2 envelope with a header and at most one body element.
    """
    root = parse_xml(data)
    body = root.find(_S + "Body")
    if root.tag != _S + "Envelope" or body is None or len(body) > 1:
        raise Fault(faults.SCHEMA)
    header = root.find(_S + "Header")
    return Request(
        action=_text(header, _A + "Action"),
        message_id=_text(header, _A + "MessageID"),
        resource_uri=_text(header, _W + "ResourceURI"),
        selectors=_selectors(header),
        max_envelope_bytes=_envelope_bytes(_text(header, _W + "MaxEnvelopeSize")),
        body=body[0] if len(body) else None,
        header=header,
    )


def check_headers(request: Request) -> None:
    """Apply the rules of [MS-WSMV] 3.1.4.1 to the addressing and WS-Management headers.

    Raises:
        Fault: a required header is missing, wrong or not understood.
    """
    header = request.header
    if header is None or not request.action:
        raise Fault(faults.HEADER_REQUIRED)
    for element in header:
        if truth(element.get(_S + "mustUnderstand", "")):
            _check_mandatory(element)
    if not request.message_id:
        raise Fault(faults.INVALID_HEADER)
    reply_to = _text(header, f"{_A}ReplyTo/{_A}Address")
    if not reply_to:
        raise Fault(faults.HEADER_REQUIRED)
    if reply_to != names.ANONYMOUS:
        raise Fault(faults.ADDRESSING_MODE)
    if request.max_envelope_bytes < _MIN_ENVELOPE_BYTES:
        raise Fault(faults.ENVELOPE_TOO_SMALL)
    for option in header.iterfind(f"{_W}OptionSet/{_W}Option"):
        if truth(option.get("MustComply", "")) and option.get("Name") != "protocolversion":
            raise Fault(faults.INVALID_OPTIONS)


def only_selector(request: Request, name: str) -> str:
    """Return the value of the one selector that a resource of the configuration takes.

    Raises:
        Fault: it is missing, or there are others.
    """
    if name not in request.selectors:
        raise Fault(faults.INSUFFICIENT_SELECTORS, CONFIG_PROVIDER)
    if len(request.selectors) > 1:
        raise Fault(faults.INVALID_SELECTORS, CONFIG_PROVIDER)
    return request.selectors[name]


def _check_mandatory(element: etree._Element) -> None:
    if element.tag not in _UNDERSTOOD:
        name = etree.QName(element)
        raise Fault(faults.MUST_UNDERSTAND, qname=f"{element.prefix}:{name.localname}" if element.prefix else name.text)
    if element.tag in (_W + "Locale", f"{{{names.WSMV}}}DataLocale"):
        raise Fault(faults.MANDATORY_LOCALE)


def _text(header: etree._Element | None, path: str) -> str:
    text = None if header is None else header.findtext(path)
    return (text or "").strip()


def _selectors(header: etree._Element | None) -> dict[str, str]:
    if header is None:
        return {}
    selectors = header.iterfind(f"{_W}SelectorSet/{_W}Selector")
    return {selector.get("Name", "").lower(): selector.text or "" for selector in selectors}


def _envelope_bytes(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        return MAX_ENVELOPE_BYTES
    return min(int(text[:12]), MAX_ENVELOPE_BYTES)


def message_id() -> str:
    """Return a new message or context id in the form Windows gives them."""
    return f"uuid:{str(uuid4()).upper()}"


def envelope(
    action: str, relates_to: str, body: str, prefixes: str = _OBJECT_PREFIXES, extra_header: str = ""
) -> bytes:
    """Return a reply envelope.

    Args:
        action: the a:Action.
        relates_to: the MessageID of the request, verbatim; empty: it could not be read.
        body: the XML of the body's child.
        prefixes: which namespace prefixes the envelope declares, one letter each.
        extra_header: XML to put at the end of the header.
    """
    declared = "".join(f' xmlns:{letter}="{names.PREFIXES[letter]}"' for letter in prefixes)
    related = f"<a:RelatesTo>{escape(relates_to)}</a:RelatesTo>" if relates_to else ""
    text = (
        f'<s:Envelope xml:lang="en-US"{declared}><s:Header><a:Action>{action}</a:Action>'
        f"<a:MessageID>{message_id()}</a:MessageID><a:To>{names.ANONYMOUS}</a:To>{related}{extra_header}</s:Header>"
        f"<s:Body>{body}</s:Body></s:Envelope>"
    )
    return text.encode()


def response(request: Request, body: str) -> bytes:
    """Return the reply to a request that was carried out."""
    prefixes = _PREFIXES.get(request.action, _OBJECT_PREFIXES)
    return envelope(request.action + "Response", request.message_id, body, prefixes)


def created(resource_uri: str, selectors: Mapping[str, str]) -> str:
    """Return what a Create answers with: how the new instance is addressed."""
    listed = "".join(f'<w:Selector Name="{name}">{escape(value)}</w:Selector>' for name, value in selectors.items())
    return (
        f"<x:ResourceCreated><a:Address>{names.ANONYMOUS}</a:Address><a:ReferenceParameters>"
        f"<w:ResourceURI>{escape(resource_uri)}</w:ResourceURI><w:SelectorSet>{listed}</w:SelectorSet>"
        "</a:ReferenceParameters></x:ResourceCreated>"
    )


def fault_envelope(fault: Fault, relates_to: str, machine: str, host: str) -> bytes:
    """Return the reply that carries a fault; it travels with HTTP status 500."""
    body = fault.body_xml(machine, host)
    return envelope(fault.action, relates_to, body, _FAULT_PREFIXES, fault.header_xml())
