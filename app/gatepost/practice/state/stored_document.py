"""What the service makes of a plug-in's document when it stores it."""

from __future__ import annotations

import re

from lxml import etree

from gatepost.practice.wire import names

_P = f"{{{names.PLUGIN}}}"
_BLANK = re.compile(r"\s*")
_ATTRIBUTE_DEFAULTS = (
    ("Architecture", "64"),
    ("UseSharedProcess", "false"),
    ("ProcessIdleTimeoutSec", "0"),
    ("RunAsUser", ""),
    ("RunAsPassword", ""),
    ("RunAsVirtualAccount", "false"),
    ("RunAsVirtualAccountGroups", ""),
    ("AutoRestart", "false"),
    ("OutputBufferingMode", "Block"),
)
QUOTA_DEFAULTS = (
    ("MaxIdleTimeoutms", "2147483647"),
    ("MaxConcurrentUsers", "2147483647"),
    ("IdleTimeoutms", "7200000"),
    ("MaxProcessesPerShell", "2147483647"),
    ("MaxMemoryPerShellMB", "2147483647"),
    ("MaxConcurrentCommandsPerShell", "2147483647"),
    ("MaxShells", "2147483647"),
    ("MaxShellsPerUser", "2147483647"),
)


def security_elements(root: etree._Element) -> list[etree._Element]:
    """Return the Security elements of a document, in order."""
    return root.findall(f"{_P}Resources/{_P}Resource/{_P}Security")


def set_sddl(root: etree._Element, sddl: str) -> None:
    """Write one SDDL text into every Security element; make the element where a resource has none."""
    for resource in root.iterfind(f"{_P}Resources/{_P}Resource"):
        securities = resource.findall(_P + "Security")
        if not securities:
            securities = [
                etree.Element(_P + "Security", Uri=resource.get("ResourceUri", ""), ExactMatch="true", Sddl="")
            ]
            resource.insert(0, securities[0])
        for security in securities:
            security.set("Sddl", sddl)


def normalized(root: etree._Element) -> etree._Element:
    """Return the document as the service would store it after a write (inferred from before-and-after captures).

    Space between elements goes; attributes keep their order and missing ones are appended with their
    defaults; a shell plug-in without Quotas gets them; SDDL text is never rewritten.
    """
    new = _rebuilt(root)
    for name, value in _ATTRIBUTE_DEFAULTS:
        if new.get(name) is None:
            new.set(name, value)
    is_shell = any(child.get("Type") == "Shell" for child in new.iterfind(f".//{_P}Capability"))
    if is_shell and new.find(_P + "Quotas") is None:
        etree.SubElement(new, _P + "Quotas", dict(QUOTA_DEFAULTS))
    return new


def _rebuilt(element: etree._Element) -> etree._Element:
    """Copy without the prefixes and declarations that the client's envelope happened to use."""
    new = etree.Element(element.tag, nsmap={None: names.PLUGIN})  # type: ignore[dict-item]
    for name, value in element.attrib.items():
        new.set(name, value)
    if element.text and not _BLANK.fullmatch(element.text):
        new.text = element.text
    for child in element:
        new.append(_rebuilt(child))
    return new
