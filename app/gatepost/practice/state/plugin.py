"""A plug-in of the practice host: its document, as it is read and stored ([MS-WSMV] 2.2.4.22)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from gatepost.practice.wire import names
from gatepost.untrusted_xml import truth

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


@dataclass(frozen=True, slots=True)
class Security:
    """A Security element; an empty Uri stands for the whole resource."""

    uri: str
    exact_match: bool
    sddl: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A Resource element."""

    uri: str
    exact_match: bool
    securities: tuple[Security, ...]
    capabilities: frozenset[str]

    def covers(self, uri: str) -> bool:
        """Return whether requests for this URI belong to the resource."""
        return uri_covers(self.uri, uri, exact=self.exact_match)

    def governing(self, uri: str) -> tuple[str, ...]:
        """Return the SDDL texts that decide about a URI, all of which must allow; none: RootSDDL decides.

        The most specific elements count: an exact match, else the longest prefix. That all of several
        equally specific ones must allow is an assumption.
        """
        candidates = [
            ((security.exact_match, len(security.uri)), security.sddl)
            for security in self.securities
            if uri_covers(security.uri or self.uri, uri, exact=security.exact_match)
        ]
        best = max((rank for rank, _ in candidates), default=None)
        return tuple(sddl for rank, sddl in candidates if rank == best)


@dataclass(frozen=True, slots=True)
class Plugin:
    """A stored plug-in; ``document`` is what Get returns, ``run_as_password`` is kept apart and never returned."""

    name: str
    filename: str
    enabled: bool
    run_as_user: str
    resources: tuple[Resource, ...]
    document: bytes
    run_as_password: str = ""
    run_as_stale: bool = False

    @property
    def is_endpoint(self) -> bool:
        """Whether PowerShell's own library serves it."""
        return self.filename.lower().endswith("pwrshplugin.dll")

    @property
    def sddl(self) -> list[str]:
        """The SDDL text of every Security element, in document order."""
        return [security.sddl for resource in self.resources for security in resource.securities]

    def with_document(self, root: etree._Element) -> Plugin:
        """Return this plug-in with another document, its secret kept."""
        new = read_plugin(root)
        return replace(new, run_as_password=self.run_as_password, run_as_stale=self.run_as_stale)


def uri_covers(pattern: str, uri: str, *, exact: bool) -> bool:
    """Return whether a URI of the configuration covers a requested one; case does not matter.

    A prefix must end at a slash; a trailing ``*`` in the pattern stands for anything.
    """
    pattern, uri = pattern.lower(), uri.lower()
    if pattern.endswith("*"):
        return uri.startswith(pattern[:-1])
    return uri == pattern or (not exact and uri.startswith(pattern.rstrip("/") + "/"))


def is_true(text: str | None, *, default: bool) -> bool:
    """Read an xs:boolean as Windows writes it ("true", "False")."""
    return default if text is None else truth(text) is True


def read_plugin(root: etree._Element) -> Plugin:
    """Read a PlugInConfiguration element that has been checked; RunAsPassword is blanked in the document."""
    if root.get("RunAsPassword"):
        root.set("RunAsPassword", "")
    return Plugin(
        name=root.get("Name", ""),
        filename=root.get("Filename", ""),
        enabled=is_true(root.get("Enabled"), default=True),  # absent on Windows 7
        run_as_user=root.get("RunAsUser", ""),
        resources=tuple(_read_resource(element) for element in root.iterfind(f"{_P}Resources/{_P}Resource")),
        document=etree.tostring(root, encoding="UTF-8", xml_declaration=False),
    )


def _read_resource(element: etree._Element) -> Resource:
    return Resource(
        uri=element.get("ResourceUri", ""),
        exact_match=is_true(element.get("ExactMatch"), default=False),
        securities=tuple(
            Security(child.get("Uri", ""), is_true(child.get("ExactMatch"), default=False), child.get("Sddl", ""))
            for child in element.iterfind(_P + "Security")
        ),
        capabilities=frozenset(child.get("Type", "") for child in element.iterfind(_P + "Capability")),
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
