"""Single facts read out of a host's resource XML: RootSDDL, an account's name."""

from __future__ import annotations

from lxml import etree

from app.endpoints.plugin_document import MAX_DOCUMENT_BYTES, DocumentError
from app.endpoints.principal import Principal, sid_in


def root_sddl(service_configuration: bytes) -> str:
    """Return RootSDDL from the document of config/service; "" where it holds none ([MS-WSMV] 2.2.4.10)."""
    return _first_text(service_configuration, "RootSDDL")


def account_name(win32_sid: bytes) -> str:
    """Return the domain and name in a Win32_SID instance, joined by a backslash; "" where the host does not know the SID."""
    name, domain = _first_text(win32_sid, "AccountName"), _first_text(win32_sid, "ReferencedDomainName")
    return f"{domain}\\{name}" if domain and name else name


def account(win32_account: bytes) -> Principal:
    """Return who an instance of Win32_Account, or of a class under it, is; the SID is "" where it tells none."""
    name, domain = _first_text(win32_account, "Name"), _first_text(win32_account, "Domain")
    return Principal(sid_in(_first_text(win32_account, "SID")) or "", f"{domain}\\{name}" if domain else name)


def _first_text(document: bytes, local_name: str) -> str:
    if len(document) > MAX_DOCUMENT_BYTES:
        raise DocumentError("The answer is too large.")
    try:
        root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise DocumentError(f"The answer is not well-formed XML: {error}") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError("The answer holds a DOCTYPE, which is refused.")
    found = root.find(f"{{*}}{local_name}")
    return (found.text or "").strip() if found is not None else ""
