"""Reading and editing the XML of one PlugInConfiguration ([MS-WSMV] 2.2.4.22 to 2.2.4.30).

An edit touches the attribute or element it is about and nothing else: prefixes, attribute order,
unknown children and white space stay as the host sent them.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from gatepost.security import SddlError
from gatepost.untrusted_xml import UntrustedXmlError, first_forbidden, parse_untrusted, truth

NAMESPACE = "http://schemas.microsoft.com/wbem/wsman/1/config/PluginConfiguration"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MAX_DOCUMENT_BYTES = 1024 * 1024
_OF_ACCESS = {
    name.lower(): name
    for name in (
        "Name", "Filename", "Enabled", "RunAsUser", "RunAsVirtualAccount", "RunAsVirtualAccountGroups",
        "Resources", "Resource", "ResourceUri", "Security", "Uri", "ExactMatch", "Sddl",
    )
}  # fmt: skip
_OURS = f"{{{NAMESPACE}}}"
_WITH_ATTRIBUTES = {f"{_OURS}{name}" for name in ("PlugInConfiguration", "Resource", "Security")}


class DocumentError(ValueError):
    """The XML is not a PlugInConfiguration that can be read."""


def check_storable(text: str) -> None:
    """Check that XML, in which a host takes and stores everything, can carry the text.

    Raises:
        SddlError: a control character or half a surrogate pair, with its position.
    """
    position = first_forbidden(text)
    if position is not None:
        raise SddlError(f"the character U+{ord(text[position]):04X} cannot be stored", position)


def tag(name: str) -> str:
    """Return ``name`` in the namespace of plug-in configurations, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def parse(document: bytes) -> etree._Element:
    """Return the PlugInConfiguration element of ``document``.

    Raises:
        DocumentError: not XML, larger than 1 MiB, holds a document type declaration, or is another element.
    """
    try:
        root = parse_untrusted(document, MAX_DOCUMENT_BYTES, keep_comments=True)
    except UntrustedXmlError as error:
        raise DocumentError(f"The plug-in configuration {error}.") from None
    if root.tag != tag("PlugInConfiguration"):
        raise DocumentError(f"Expected a PlugInConfiguration, found {root.tag}.")
    return root


def check_understood(root: etree._Element) -> None:
    """Check that nothing that decides about access is written in a way that reading would pass over.

    Initialization parameters, which may hold anything, and attributes of other namespaces are left out.

    Raises:
        DocumentError: an attribute or element differs from what Windows writes in case or namespace, or is misplaced.
    """
    tags, names = Counter[str](), set[str]()
    children = [each for each in root.iterchildren(etree.Element) if each.tag != tag("InitializationParameters")]
    for element in (root, *(each for child in children for each in child.iter(etree.Element))):
        tags[element.tag] += 1
        if element.tag in _WITH_ATTRIBUTES:
            names.update(name for name in map(str, element.keys()) if name.startswith(_OURS) or name[0] != "{")
    for written in (*names, *(each.removeprefix(_OURS) for each in tags)):
        local = written.rpartition("}")[2]
        if _OF_ACCESS.get(local.lower(), written) != written:
            raise DocumentError(f"The plug-in configuration has {local} in an unexpected spelling or namespace.")
    if len(securities(root)) != tags[tag("Security")]:
        raise DocumentError("The plug-in configuration has Security in an unexpected place.")


def truth_of(element: etree._Element, name: str, *, missing: bool) -> bool:
    """Read an attribute that is true or false.

    Raises:
        DocumentError: it is there and is neither.
    """
    text = element.get(name)
    value = missing if text is None else truth(text)
    if value is None:
        raise DocumentError(f"The plug-in configuration has {name} that is neither true nor false.")
    return value


def serialize(root: etree._Element) -> bytes:
    """Return the document as a host accepts it on Put: without xml:lang on the root."""
    if _XML_LANG in root.attrib:
        del root.attrib[_XML_LANG]
    return etree.tostring(root, encoding="utf-8", xml_declaration=False)


def grandchildren(root: etree._Element, child: str, grandchild: str) -> list[etree._Element]:
    """Return the elements of one name in those of another under ``root``; five times as fast as a path for findall."""
    return [each for parent in root.iterchildren(tag(child)) for each in parent.iterchildren(tag(grandchild))]


def resources(root: etree._Element) -> list[etree._Element]:
    """Return the Resource elements in document order."""
    return grandchildren(root, "Resources", "Resource")


def securities(root: etree._Element) -> list[etree._Element]:
    """Return all Security elements of all Resources in document order."""
    return [node for resource in resources(root) for node in resource.iterchildren(tag("Security"))]


def remove_securities(root: etree._Element) -> None:
    """Take every Security element out of its Resource."""
    for node in securities(root):
        parent = node.getparent()
        assert parent is not None
        parent.remove(node)


def add_security(resource: etree._Element, sddl: str) -> etree._Element:
    """Give a Resource one more Security, for its whole URI, before its Capability elements; return it."""
    node = etree.Element(tag("Security"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    node.set("Uri", resource.get("ResourceUri", ""))
    node.set("ExactMatch", resource.get("ExactMatch", "true"))
    node.set("Sddl", sddl)
    resource.insert(len(resource.findall(tag("Security"))), node)
    return node


def security_document(uri: str, *, exact_match: bool, sddl: str) -> bytes:
    """Return the Security element that config/service/security takes on Put ([MS-WSMV] 3.1.4.1.29.4)."""
    node = etree.Element(tag("Security"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    node.set("Uri", uri)
    node.set("ExactMatch", "true" if exact_match else "false")
    node.set("Sddl", sddl)
    return etree.tostring(node, encoding="utf-8", xml_declaration=False)


def fingerprint(document: bytes) -> object:
    """Return something that is equal for documents that say the same.

    White space between elements, xml:lang and how namespaces are written do not count; every attribute,
    every child and their order do.
    """
    return element_fingerprint(parse(document))


def element_fingerprint(element: etree._Element) -> object:
    """Return the fingerprint of one element with everything in it."""
    attributes = tuple(sorted((str(k), str(v)) for k, v in element.attrib.items() if k != _XML_LANG))
    children = tuple(element_fingerprint(child) for child in element if isinstance(child.tag, str))
    return (element.tag, attributes, (element.text or "").strip(), children)
