"""Answers: the envelope checked, faults raised, and the shapes of content read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from gatepost.wsman.errors import ReplyError
from gatepost.wsman.messages.documents import parse, serialize, text_of
from gatepost.wsman.messages.envelopes import RequestMessage
from gatepost.wsman.messages.faults import read_fault
from gatepost.wsman.messages.uris import ADDRESSING, ENUMERATION, IDENTITY, SOAP, WSMAN, name
from gatepost.wsman.transport import Identity

_MAX_FIELD = 1_000
_PAGES = (name(ENUMERATION, "EnumerateResponse"), name(ENUMERATION, "PullResponse"))


@dataclass(frozen=True, slots=True)
class Page:
    """Items of an enumeration, possibly none; ``context`` asks for the next page and is None on the last."""

    items: tuple[bytes, ...]
    context: str | None


def read_body(reply: bytes, request: RequestMessage) -> etree._Element:
    """The ``s:Body`` of the answer to ``request``.

    Raises:
        WsmanFault: the host refused.
        ReplyError: not an answer to this request.
    """
    root = parse(reply)
    body = root.find(name(SOAP, "Body")) if root.tag == name(SOAP, "Envelope") else None
    if body is None:
        raise ReplyError("The answer is not a SOAP envelope.")
    fault = body.find(name(SOAP, "Fault"))
    _check_relation(root, request, is_fault=fault is not None)
    if fault is not None:
        raise read_fault(fault)
    return body


def read_resource(body: etree._Element) -> bytes:
    """The one resource in a body.

    Raises:
        ReplyError: there is none, or more than one.
    """
    if len(body) != 1:
        raise ReplyError(f"The answer carries {len(body) or 'no'} resources.")
    return serialize(body[0])


def read_created(created: etree._Element) -> dict[str, str]:
    """The selectors of a new instance, from the endpoint reference that names it; empty where the host gives none."""
    selectors = created.iterfind(f".//{name(WSMAN, 'SelectorSet')}/{name(WSMAN, 'Selector')}")
    return {selector.get("Name", "")[:_MAX_FIELD]: (selector.text or "")[:_MAX_FIELD] for selector in selectors}


def read_page(body: etree._Element) -> Page:
    """One page. The first answer writes its items in the wsman namespace, later ones in that of enumeration.

    Raises:
        ReplyError: neither an end nor a context to go on with.
    """
    response = next((child for child in body if child.tag in _PAGES), None)
    if response is None:
        raise ReplyError("The answer is not a page of an enumeration.")
    holders = _either(response, "Items")
    items = [serialize(item) for holder in holders for item in holder]
    items += [text.encode() for holder in holders for text in _texts(holder)]  # they are no documents, and are told of
    context = text_of(response, name(ENUMERATION, "EnumerationContext"))
    ended = bool(_either(response, "EndOfSequence"))
    if not ended and not context:
        raise ReplyError("The enumeration neither ends nor goes on.")
    return Page(tuple(items), None if ended else context)


def _texts(holder: etree._Element) -> Iterator[str]:
    for text in (holder.text, *(each.tail for each in holder)):
        if text and text.strip():
            yield text


def read_identity(body: etree._Element) -> Identity:
    """The answer to Identify; absent fields read as "".

    Raises:
        ReplyError: it is something else.
    """
    response = body.find(name(IDENTITY, "IdentifyResponse"))
    if response is None:
        raise ReplyError("The answer is not that of a WS-Management service.")
    fields = ("ProductVendor", "ProductVersion")
    return Identity(*(text_of(response, name(IDENTITY, field))[:_MAX_FIELD] for field in fields))


def _either(response: etree._Element, local: str) -> list[etree._Element]:
    return response.findall(name(ENUMERATION, local)) + response.findall(name(WSMAN, local))


def _check_relation(root: etree._Element, request: RequestMessage, *, is_fault: bool) -> None:
    if request.message_id is None:
        return
    relations = root.findall(f"{name(SOAP, 'Header')}/{name(ADDRESSING, 'RelatesTo')}")
    if not relations and is_fault:
        return  # a service that could not read our headers has nothing to relate to
    if [(relation.text or "").strip() for relation in relations] != [request.message_id]:
        raise ReplyError("The answer belongs to another request.")
