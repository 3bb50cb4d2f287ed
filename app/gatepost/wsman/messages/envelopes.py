"""Requests as bytes. [MS-WSMV] 3.1.4.1 for the headers, DSP0226 for the operations."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from gatepost.wsman.errors import ReplyError
from gatepost.wsman.limits import MAX_ENVELOPE_SIZE, OPERATION_TIMEOUT
from gatepost.wsman.messages import uris
from gatepost.wsman.messages.documents import parse
from gatepost.wsman.messages.uris import (
    ADDRESSING,
    BINDING,
    ENUMERATION,
    IDENTITY,
    SOAP,
    WSMAN,
    WSMV,
    XML_LANG,
    name,
)

_MUST_UNDERSTAND = name(SOAP, "mustUnderstand")
_MAX_ELEMENTS = 32_000  # the service's own upper limit; it cuts pages by envelope size long before


@dataclass(frozen=True, slots=True)
class RequestMessage:
    """One request. ``message_id`` is what the answer has to relate to; None for Identify, which has no headers."""

    message_id: str | None
    envelope: bytes


@dataclass(frozen=True, slots=True)
class Associated:
    """The instances that ``association``, a class of root/cimv2, leads to from one instance, from role to role."""

    resource_uri: str
    selectors: Mapping[str, str]
    association: str
    role: str
    result_role: str


@dataclass(frozen=True, slots=True)
class MessageFactory:
    """Makes requests to one service. Every message carries an identifier of its own."""

    to: str
    operation_timeout: int = OPERATION_TIMEOUT

    def identify(self) -> RequestMessage:
        """Ask the service what it is; [MS-WSMV] 3.1.4.1.23."""
        root, body = _envelope({"wsmid": IDENTITY})
        _add(body, IDENTITY, "Identify")
        return RequestMessage(None, etree.tostring(root, encoding="utf-8"))

    def enumerate(self, resource_uri: str, query: str = "") -> RequestMessage:
        """Start an enumeration whose first page comes with the answer, of what a WQL query chooses."""
        envelope, request = _enumerate(self, resource_uri)
        if query:
            _add(request, WSMAN, "Filter", query).set("Dialect", uris.WQL)
        return envelope.message()

    def associated(self, query: Associated) -> RequestMessage:
        """Start an enumeration of what is associated with an instance; [MS-WSMV] 3.1.4.1.13, DSP0227 17.1."""
        envelope, request = _enumerate(self, uris.ALL_OF_CIMV2)
        filter_element = _add(request, WSMAN, "Filter")
        filter_element.set("Dialect", uris.ASSOCIATIONS)
        instances = _add(filter_element, BINDING, "AssociatedInstances")
        instance = _add(instances, BINDING, "Object")
        _add(instance, ADDRESSING, "Address", uris.ANONYMOUS)
        parameters = _add(instance, ADDRESSING, "ReferenceParameters")
        _add(parameters, WSMAN, "ResourceURI", query.resource_uri)
        _add_selectors(parameters, query.selectors)
        _add(instances, BINDING, "AssociationClassName", query.association)
        _add(instances, BINDING, "Role", query.role)
        _add(instances, BINDING, "ResultRole", query.result_role)
        return envelope.message()

    def pull(self, resource_uri: str, context: str) -> RequestMessage:
        """Ask for the next page."""
        envelope = self._request(uris.ACTION_PULL, resource_uri, {})
        request = _add(envelope.body, ENUMERATION, "Pull")
        _add(request, ENUMERATION, "EnumerationContext", context)
        _add(request, ENUMERATION, "MaxElements", str(_MAX_ELEMENTS))
        return envelope.message()

    def release(self, resource_uri: str, context: str) -> RequestMessage:
        """Give up an enumeration before its end."""
        envelope = self._request(uris.ACTION_RELEASE, resource_uri, {})
        request = _add(envelope.body, ENUMERATION, "Release")
        _add(request, ENUMERATION, "EnumerationContext", context)
        return envelope.message()

    def get(self, resource_uri: str, selectors: Mapping[str, str]) -> RequestMessage:
        """Read one instance."""
        return self._request(uris.ACTION_GET, resource_uri, selectors).message()

    def put(self, resource_uri: str, selectors: Mapping[str, str], document: bytes) -> RequestMessage:
        """Replace one instance by ``document``, which goes as it is but for ``xml:lang`` on its root.

        Windows adds that attribute where it hands a document out and refuses it where it takes one.

        Raises:
            ValueError: ``document`` is not well-formed XML.
        """
        return self._carrying(uris.ACTION_PUT, resource_uri, selectors, document)

    def invoke(self, resource_uri: str, action: str, selectors: Mapping[str, str], body: bytes) -> RequestMessage:
        """Call a method; its action is the resource URI with the method's name, [MS-WSMV] 4.1.4.

        Raises:
            ValueError: ``body`` is not well-formed XML.
        """
        return self._carrying(f"{resource_uri}/{action}", resource_uri, selectors, body)

    def create(
        self, resource_uri: str, selectors: Mapping[str, str], body: bytes, options: Mapping[str, str]
    ) -> RequestMessage:
        """Make an instance; the host has to comply with each option.

        Raises:
            ValueError: ``body`` is not well-formed XML.
        """
        return self._carrying(uris.ACTION_CREATE, resource_uri, selectors, body, options)

    def delete(self, resource_uri: str, selectors: Mapping[str, str]) -> RequestMessage:
        """Remove one instance."""
        return self._request(uris.ACTION_DELETE, resource_uri, selectors).message()

    def _carrying(
        self,
        action: str,
        resource_uri: str,
        selectors: Mapping[str, str],
        document: bytes,
        options: Mapping[str, str] | None = None,
    ) -> RequestMessage:
        envelope = self._request(action, resource_uri, selectors)
        if options:
            option_set = _add(envelope.root[0], WSMAN, "OptionSet", must_understand=True)
            for key, value in options.items():
                option = _add(option_set, WSMAN, "Option", value)
                option.set("Name", key)
                option.set("MustComply", "true")
        try:
            resource = parse(document)
        except ReplyError as error:
            raise ValueError("the document to send is not XML that we would read ourselves") from error
        if XML_LANG in resource.attrib:
            del resource.attrib[XML_LANG]
        envelope.body.append(resource)
        return envelope.message()

    def _request(self, action: str, resource_uri: str, selectors: Mapping[str, str]) -> _Envelope:
        root, body = _envelope({"a": ADDRESSING, "n": ENUMERATION, "w": WSMAN, "p": WSMV})
        header = root[0]
        _add(header, ADDRESSING, "To", self.to)
        _add(header, WSMAN, "ResourceURI", resource_uri, must_understand=True)
        reply_to = _add(header, ADDRESSING, "ReplyTo")
        _add(reply_to, ADDRESSING, "Address", uris.ANONYMOUS, must_understand=True)
        _add(header, ADDRESSING, "Action", action, must_understand=True)
        message_id = f"uuid:{str(uuid.uuid4()).upper()}"
        _add(header, ADDRESSING, "MessageID", message_id)
        _add(header, WSMAN, "MaxEnvelopeSize", str(MAX_ENVELOPE_SIZE), must_understand=True)
        _add(header, WSMAN, "Locale", must_understand=False).set(XML_LANG, "en-US")
        _add(header, WSMV, "DataLocale", must_understand=False).set(XML_LANG, "en-US")
        _add(header, WSMAN, "OperationTimeout", f"PT{self.operation_timeout}S")
        if selectors:
            _add_selectors(header, selectors)
        return _Envelope(message_id, root, body)


@dataclass(frozen=True, slots=True)
class _Envelope:
    message_id: str
    root: etree._Element
    body: etree._Element

    def message(self) -> RequestMessage:
        return RequestMessage(self.message_id, etree.tostring(self.root, encoding="utf-8"))


def _enumerate(factory: MessageFactory, resource_uri: str) -> tuple[_Envelope, etree._Element]:
    """An envelope and the Enumerate in it, whose answer is to hold the first page."""
    envelope = factory._request(uris.ACTION_ENUMERATE, resource_uri, {})
    request = _add(envelope.body, ENUMERATION, "Enumerate")
    _add(request, WSMAN, "OptimizeEnumeration")
    _add(request, WSMAN, "MaxElements", str(_MAX_ELEMENTS))
    return envelope, request


def _add_selectors(parent: etree._Element, selectors: Mapping[str, str]) -> None:
    selector_set = _add(parent, WSMAN, "SelectorSet")
    for key, value in selectors.items():
        _add(selector_set, WSMAN, "Selector", value).set("Name", key)


def _envelope(namespaces: dict[str, str]) -> tuple[etree._Element, etree._Element]:
    root = etree.Element(name(SOAP, "Envelope"), nsmap={"s": SOAP} | namespaces)
    etree.SubElement(root, name(SOAP, "Header"))
    return root, etree.SubElement(root, name(SOAP, "Body"))


def _add(
    parent: etree._Element, namespace: str, local: str, text: str | None = None, *, must_understand: bool | None = None
) -> etree._Element:
    child = etree.SubElement(parent, name(namespace, local))
    child.text = text
    if must_understand is not None:
        child.set(_MUST_UNDERSTAND, str(must_understand).lower())
    return child
