"""One PowerShell session configuration (endpoint) as a value, made from its PlugInConfiguration document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from lxml import etree

from gatepost.endpoints.configuration import plugin_document as xml
from gatepost.security import SddlError, dacl_entries
from gatepost.security.conditions.needs import needs_of_text
from gatepost.untrusted_xml import truth

_ELSEWHERE = re.compile(r"(?i)(?<![\\/]system32)(?<![\\/]syswow64)(?<![\\/]sysnative)[\\/][^\\/]+\Z")  # with a folder
_POWERSHELL_6 = re.compile(r"\\powershell\\(\d[^\\]*)\\pwrshplugin\.dll$", re.IGNORECASE)


class Family(Enum):
    """Windows PowerShell or PowerShell 6 and above."""

    WINDOWS_POWERSHELL = "Windows PowerShell"
    POWERSHELL = "PowerShell"


class SessionKind(Enum):
    """Kind of the sessions, in words; OTHER: the session type that the plug-in names."""

    JEA = "JEA"
    CONFIGURATION_FILE = "Configuration file"
    WORKFLOW = "Workflow"
    STARTUP_SCRIPT = "Startup script"
    STANDARD = "Standard"
    OTHER = ""


@dataclass(frozen=True, slots=True)
class SecurityNode:
    """One Security element: the descriptor for ``uri`` ([MS-WSMV] 2.2.4.30); every text is as the host sent it.

    ``exact_match`` "" means that it was not there, or that it was not noted.
    """

    resource_uri: str
    uri: str
    exact_match: str
    sddl: str

    @property
    def is_exact(self) -> bool:
        """Whether the descriptor is for this one URI and no longer one."""
        return truth(self.exact_match) is True


@dataclass(frozen=True, slots=True)
class RunAs:
    """Whose rights a session has once it is open. Empty and false: those of the connected account."""

    user: str = ""
    virtual_account: bool = False
    virtual_account_groups: tuple[str, ...] = ()

    @property
    def is_managed_account(self) -> bool:
        """Whether the name is one of a managed service account: Windows manages its password, and it isn't stored."""
        return self.user.endswith("$")


@dataclass(frozen=True)
class SessionConfiguration:
    """Session configuration as the host describes it. ``document`` is the XML it came from, kept for the write.

    ``resource_uris`` are in document order, ``bare_resources`` those of them without a Security element of their own:
    RootSDDL decides there.
    """

    name: str
    enabled: bool
    family: Family
    version: str
    architecture_bits: int
    kind: SessionKind
    run_as: RunAs
    security_nodes: tuple[SecurityNode, ...]
    resource_uris: tuple[str, ...]
    bare_resources: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]
    quotas: tuple[tuple[str, str], ...]
    attributes: tuple[tuple[str, str], ...]
    document: bytes = field(repr=False)

    @classmethod
    def from_xml(cls, document: bytes) -> SessionConfiguration:
        """Read a PlugInConfiguration document.

        Raises:
            DocumentError: it cannot be read, as ``check_understood`` and ``from_element``.
        """
        root = xml.parse(document)
        xml.check_understood(root)
        return cls.from_element(root, document)

    @classmethod
    def from_element(cls, root: etree._Element, document: bytes) -> SessionConfiguration:
        """Read a PlugInConfiguration that was parsed from ``document``, and checked to be understood.

        Raises:
            DocumentError: it has no name or no resource, or what should be true or false is neither.
        """
        resources = xml.resources(root)
        if not root.get("Name"):
            raise xml.DocumentError("The plug-in configuration has no name.")
        if not resources:
            raise xml.DocumentError("The plug-in configuration came without its Resources.")
        parameters = _parameters(root)
        settings = {name.lower(): value for name, value in parameters}
        filename = root.get("Filename", "")
        run_as, nodes = _run_as(root), tuple(_security_nodes(resources))
        return cls(
            name=root.get("Name", ""),
            enabled=xml.truth_of(root, "Enabled", missing=True),  # Windows 7 sends none
            family=_family(filename, settings),
            version=_version(filename, settings),
            architecture_bits=32 if root.get("Architecture") == "32" else 64,
            kind=_kind(settings, run_as, nodes),
            run_as=run_as,
            security_nodes=nodes,
            resource_uris=tuple(r.get("ResourceUri", "") for r in resources),
            bare_resources=tuple(r.get("ResourceUri", "") for r in resources if r.find(xml.tag("Security")) is None),
            parameters=parameters,
            quotas=tuple((str(k), str(v)) for q in root.iterchildren(xml.tag("Quotas")) for k, v in q.attrib.items()),
            attributes=_attributes(root),
            document=document,
        )

    @property
    def kind_text(self) -> str:
        """The kind of its sessions for people, or the session type as the host names it."""
        settings = {name.lower(): value for name, value in self.parameters}
        return settings["sessiontype"] if self.kind is SessionKind.OTHER else self.kind.value

    @property
    def filename(self) -> str:
        """The library that serves its sessions, as the plug-in names it."""
        return dict(self.attributes).get("Filename", "")

    @cached_property
    def descriptor_uris(self) -> tuple[str, ...]:
        """What each descriptor is for: its URI, with the descriptor's number where several are for the same."""
        uris = [node.uri or node.resource_uri for node in self.security_nodes]
        return tuple(f"{uri} ({number})" if uris.count(uri) > 1 else uri for number, uri in enumerate(uris, 1))

    @property
    def sddl(self) -> str | None:
        """The descriptor that Get-PSSessionConfiguration shows: the last one, or None without any."""
        return self.security_nodes[-1].sddl if self.security_nodes else None

    @property
    def sddls(self) -> tuple[str, ...]:
        """The descriptors in document order."""
        return tuple(node.sddl for node in self.security_nodes)

    def with_enabled(self, *, enabled: bool) -> SessionConfiguration:
        """Return the configuration with its Enabled attribute set and nothing else changed.

        Raises:
            SddlError: as ``with_sddls``.
        """
        if enabled == self.enabled:
            return self
        root = xml.parse(self.document)
        root.set("Enabled", "true" if enabled else "false")
        return self._with_document(root)

    def with_sddls(self, sddls: tuple[str, ...]) -> SessionConfiguration:
        """Return the configuration with one descriptor for each Security element, in document order.

        Raises:
            SddlError: one holds a character that cannot be stored, or the document would be larger than one may be.
        """
        for sddl in sddls:
            xml.check_storable(sddl)
        if sddls == self.sddls:
            return self
        root = xml.parse(self.document)
        for node, sddl in zip(xml.securities(root), sddls, strict=True):
            node.set("Sddl", sddl)
        return self._with_document(root)

    def with_security_on_bare_resources(self, sddl: str) -> SessionConfiguration:
        """Return the configuration with ``sddl`` on every Resource that had no Security element."""
        if not self.bare_resources:
            return self
        root = xml.parse(self.document)
        for resource in xml.resources(root):
            if resource.find(xml.tag("Security")) is None:
                xml.add_security(resource, sddl)
        return self._with_document(root)

    def without_security(self) -> SessionConfiguration:
        """Return the configuration without any Security element: RootSDDL decides then."""
        if not self.security_nodes:
            return self
        root = xml.parse(self.document)
        xml.remove_securities(root)
        return self._with_document(root)

    def _with_document(self, root: etree._Element) -> SessionConfiguration:
        document = xml.serialize(root)
        if len(document) > xml.MAX_DOCUMENT_BYTES:
            raise SddlError(f"the configuration would be larger than {xml.MAX_DOCUMENT_BYTES} octets")
        return self.from_xml(document)

    def document_for_put(self) -> bytes:
        """Return the document as it is sent to the host."""
        return xml.serialize(xml.parse(self.document))


def _family(filename: str, settings: dict[str, str]) -> Family:
    """PowerShell 6 and above is told by its folder, or by PSVersion where it was installed elsewhere.

    Without PSVersion, a library elsewhere than in System32 is none of Windows PowerShell, which is nowhere else.
    """
    if not settings.get("psversion", "").strip() and _ELSEWHERE.search(filename):
        return Family.POWERSHELL
    major = settings.get("psversion", "").strip().partition(".")[0]
    is_new = _POWERSHELL_6.search(filename) is not None or (
        major.isdecimal() and major.isascii() and int(major[:9]) > 5
    )
    return Family.POWERSHELL if is_new else Family.WINDOWS_POWERSHELL


def _version(filename: str, settings: dict[str, str]) -> str:
    match = _POWERSHELL_6.search(filename)
    return match.group(1) if match else settings.get("psversion", "")


def _kind(settings: dict[str, str], run_as: RunAs, nodes: tuple[SecurityNode, ...]) -> SessionKind:
    """What kind of session, as far as the plug-in shows it: the session type of a configuration file stands in the file.

    A virtual account and a managed service account come out of such a file. Its RequiredGroups are stored as a condition
    of every entry; the Denies for NETWORK that cmdlets add later have none.
    """
    session_type = settings.get("sessiontype", "")
    if settings.get("configfilepath"):
        is_jea = run_as.virtual_account or run_as.is_managed_account or any(map(_has_required_groups, nodes))
        return SessionKind.JEA if is_jea else SessionKind.CONFIGURATION_FILE
    if "workflow" in settings.get("pssessionconfigurationtypename", "").lower():
        return SessionKind.WORKFLOW
    if session_type and session_type.lower() != "default":
        return SessionKind.OTHER
    if settings.get("startupscript"):
        return SessionKind.STARTUP_SCRIPT
    return SessionKind.STANDARD


def _has_required_groups(node: SecurityNode) -> bool:
    required = [needs_of_text(ace.condition or "") for ace in dacl_entries(node.sddl) if ace.is_allow]
    return bool(required) and all(needs.only_memberships and needs.groups for needs in required)


def _run_as(root: etree._Element) -> RunAs:
    groups = root.get("RunAsVirtualAccountGroups", "")
    return RunAs(
        user=root.get("RunAsUser", ""),
        virtual_account=xml.truth_of(root, "RunAsVirtualAccount", missing=False),
        virtual_account_groups=tuple(g.strip() for g in groups.split(";") if g.strip()),
    )


def _parameters(root: etree._Element) -> tuple[tuple[str, str], ...]:
    params = xml.grandchildren(root, "InitializationParameters", "Param")
    return tuple((p.get("Name", ""), p.get("Value", "")) for p in params)


def _attributes(root: etree._Element) -> tuple[tuple[str, str], ...]:
    """The attributes to show: no secrets, no names of namespaces."""
    shown = {str(name): str(value) for name, value in root.attrib.items() if name != "RunAsPassword"}
    return tuple((name, value) for name, value in shown.items() if not name.startswith("{"))


def _security_nodes(resources: list[etree._Element]) -> list[SecurityNode]:
    return [
        SecurityNode(resource.get("ResourceUri", ""), node.get("Uri", ""), _exact_match(node), node.get("Sddl", ""))
        for resource in resources
        for node in resource.iterchildren(xml.tag("Security"))
    ]


def _exact_match(node: etree._Element) -> str:
    if node.get("ExactMatch"):
        xml.truth_of(node, "ExactMatch", missing=False)
    return node.get("ExactMatch", "")
