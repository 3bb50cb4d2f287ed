"""WMI and configuration instances: flat elements of properties ([MS-WSMV] 4.1.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from gatepost.endpoints.configuration.plugin_document import MAX_DOCUMENT_BYTES, DocumentError
from gatepost.endpoints.configuration.principal import Principal, sid_in
from gatepost.untrusted_xml import UntrustedXmlError, parse_untrusted, truth

_LONGEST_WORD = 1_000


@dataclass(frozen=True, slots=True)
class Instance:
    """The properties of one instance, by their names without namespace. A property may have several values."""

    name: str
    properties: Mapping[str, tuple[str, ...]]
    attributes: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return the first value of a property, stripped; "" where it is absent, null or empty."""
        return next(iter(self.properties.get(name, ())), "")

    def word(self, name: str) -> str:
        """Return the first value of a property that is a name or a few words.

        Raises:
            DocumentError: it is longer than any of those: a table could not show it.
        """
        value = self.text(name)
        if len(value) > _LONGEST_WORD:
            raise DocumentError(f"The answer holds a value of {len(value)} characters where a name belongs.")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return all values of a property that are not empty."""
        return tuple(value for value in self.properties.get(name, ()) if value)

    def number(self, name: str) -> int | None:
        """Return a property that is a whole number; None where it is none."""
        text = self.text(name)
        return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None

    def flag(self, name: str) -> bool:
        """Return a Boolean property; absent counts as false."""
        return truth(self.text(name)) is True


def read_instance(document: bytes) -> Instance:
    """Read an instance, or the output of a method.

    Raises:
        DocumentError: too large, not XML, or with a document type declaration.
    """
    try:
        root = parse_untrusted(document, MAX_DOCUMENT_BYTES)
    except UntrustedXmlError as error:
        raise DocumentError(f"The answer {error}.") from None
    properties: dict[str, tuple[str, ...]] = {}
    for child in root.iterchildren("{*}*"):
        name = etree.QName(child).localname
        text = "" if len(child) else (child.text or "").strip()  # a part of a text is no value
        properties[name] = (*properties.get(name, ()), text)
    attributes = {etree.QName(name).localname: str(value) for name, value in root.attrib.items()}
    return Instance(etree.QName(root).localname, properties, attributes)


def write_instance(namespace: str, name: str, properties: Mapping[str, str]) -> bytes:
    """Return an element of that name with these properties, all in one namespace: a resource, or a method's input."""
    root = etree.Element(f"{{{namespace}}}{name}", nsmap={"p": namespace})
    for key, value in properties.items():
        etree.SubElement(root, f"{{{namespace}}}{key}").text = value
    return etree.tostring(root, encoding="utf-8")


def read_root_sddl(service_configuration: bytes) -> str:
    """Return RootSDDL from the document of config/service; "" where it holds none, or several ([MS-WSMV] 2.2.4.10)."""
    values = set(read_instance(service_configuration).properties.get("RootSDDL", ()))
    return values.pop() if len(values) == 1 else ""


def read_sid_name(win32_sid: bytes) -> str:
    """Return the domain and name in a Win32_SID instance, joined by a backslash; "" where the host does not know the SID."""
    instance = read_instance(win32_sid)
    name, domain = instance.text("AccountName"), instance.text("ReferencedDomainName")
    return f"{domain}\\{name}" if domain and name else name


def read_account(win32_account: bytes) -> Principal:
    """Return who an instance of Win32_Account, or of a class under it, is; the SID is "" where it tells none."""
    instance = read_instance(win32_account)
    name, domain = instance.text("Name"), instance.text("Domain")
    return Principal(sid_in(instance.text("SID")) or "", f"{domain}\\{name}" if domain else name)
