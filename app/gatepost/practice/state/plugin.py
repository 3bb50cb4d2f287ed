"""A plug-in of the practice host as a value, read from its document ([MS-WSMV] 2.2.4.22)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from gatepost.practice.wire import names
from gatepost.untrusted_xml import truth

_P = f"{{{names.PLUGIN}}}"


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
