"""Masking of names, SIDs, addresses and secrets in what a host sent. Only what is known to be harmless is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from gatepost.backend.failures.scrubbing import whole_names
from gatepost.wsman.messages.documents import parse

NAME = "(name)"
_POWERSHELL = "http://schemas.microsoft.com/powershell/"
_PUBLIC_URI = re.compile(r"http://schemas\.(?:microsoft|dmtf|xmlsoap)\.(?:com|org)/[\w./*-]*")
_HARMLESS = re.compile(r"|(?i:true|false)|\d{1,12}(?:\.\d{1,6})?|\*")
_STACK = re.compile(r"OS: \d+\.\d+\.\d+ SP: \d+\.\d+ Stack: \d+\.\d+")
_FAULT_NAME = re.compile(r"[a-z]{1,10}:[A-Za-z]{1,40}")
_VERSION = re.compile(r"\d+\.\d+\.\d+")
# Words that Windows itself has for the values of these fields; a host's administrator can have put another one there.
_FIXED_WORDS = {
    "Type": ("Shell", "Get", "Create", "Enumerate", "Subscribe", "Invoke", "Identify", "Put", "Delete"),
    "XmlRenderingType": ("text", "attribute"),
    "OutputBufferingMode": ("Block", "Drop", "None"),
    "Transport": ("HTTP", "HTTPS"),
    "State": (
        "Running", "Stopped", "Paused", "Start Pending", "Stop Pending", "Continue Pending", "Pause Pending", "Unknown",
        "Connected", "Disconnected", "Receiving",
    ),
    "StartMode": ("Boot", "System", "Auto", "Manual", "Disabled"),
    "URLPrefix": ("wsman",),
    "Source": ("GPO", "Compatibility"),
}  # fmt: skip
_VERSIONS = ("Version", "BuildNumber", "PSVersion")
# A host may be called 4711.
_NAMES = (
    "Name", "CSName", "SystemName", "DNSHostName", "Domain", "Workgroup", "Hostname", "Owner", "UserName", "AccountName",
    "ReferencedDomainName", "FullName", "Caption", "Description", "DisplayName", "RunAsUser", "RegisteredUser", "Organization",
    "SerialNumber", "ClientIP", "sNames", "TaskName", "TaskPath",
)  # fmt: skip
_HIDDEN = ("RunAsPassword",)  # not even how long it is
_DESCRIPTORS = ("Sddl", "RootSDDL")
_URIS = ("ResourceUri", "Uri", "ResourceURI")
_V4 = r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d)"
# With a port or an IPv4 address at its end; a time of day goes, too.
_V6 = r"(?<![\w:])[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,8}(?:(?:\.\d{1,3}){3}(?::\d+)?)?(?!\w|:\w)"
_ADDRESS = re.compile(f"{_V6}|{_V4}")
_MOST_LINES = 500
_EVERYBODYS = ("com", "org", "net", "local", "lan", "microsoft", "powershell", "windows")  # parts of names, and of URIs
_SID = re.compile(r"S-1-[0-9xA-Fa-f]+(?:-(?:0x[0-9A-Fa-f]+|\d+))+", re.IGNORECASE)
_WELL_KNOWN_SID = re.compile(r"S-1-\d+-\d+|S-1-5-32-\d+", re.IGNORECASE)
_DOMAIN_SID = re.compile(r"S-1-5-21-\d+-\d+-\d+-(\d{1,3})", re.IGNORECASE)
_BETWEEN_ENTRIES = re.compile(r"(?:[OG]:(?:[A-Z]{2})?|D:(?:P|AR|AI|NO_ACCESS_CONTROL)*|S:(?:P|AR|AI)*)*")
_FIELD = re.compile(r"[A-Z]{0,28}|0x[0-9A-Fa-f]{1,8}|\d{1,10}")
_ALIAS = re.compile(r"[A-Z]{2}")
_FIELDS = 6  # of an entry, before its condition


class Mask:
    """Replaces what could identify the host; ``known`` are names that must never be in the result.

    ``shapes`` are those of the documents that were kept, by what they are.
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.shapes: dict[str, tuple[str, ...]] = {}
        self._known: set[str] = set()
        self.learn(*known)

    def learn(self, *names: str) -> None:
        r"""Take out these names, too, and the parts of ``DOMAIN\user``, ``user@domain`` and ``host.domain``."""
        cuts = (r"[\\@]", r"[\\@.]")
        parts = {part.lower() for name in names for cut in cuts for part in (name, *re.split(cut, name))}
        self._known |= {part for part in parts if len(part) > 1 and not part.isdigit() and part not in _EVERYBODYS}

    def clean(self, text: str) -> str:
        """Return words of our own about a host, without what may have come along."""
        text = _ADDRESS.sub("(address)", without_sids(text))
        if not self._known:
            return text
        return whole_names(self._known).sub(NAME, text)

    def keep(self, what: str, document: bytes) -> None:
        """Keep the shape of a document; of several documents of one kind, the shape of the first.

        Raises:
            ReplyError: it is not XML.
        """
        self.shapes.setdefault(what, self.shape(document))

    def shape(self, document: bytes) -> tuple[str, ...]:
        """Return a document as lines: its elements and attributes, their values where they tell nothing of the host.

        Raises:
            ReplyError: it is not XML.
        """
        return tuple(map(self.clean, islice(_lines(parse(document), 0), _MOST_LINES)))


def known_version(version: str) -> str:
    """Return the version of Windows that a host named, or "not known" where it is no plain version."""
    return version if _VERSION.fullmatch(version) else "not known"


def known_stack(stack: str) -> str:
    """Return the product version that a host gave of itself, or its length where Windows says it otherwise."""
    return stack if _STACK.fullmatch(stack) else _length(stack)


def fault_name(name: str) -> str:
    """Return the name of a kind of fault, as in "wsman:SchemaValidationError", or its length where it is none."""
    return name if _FAULT_NAME.fullmatch(name) else _length(name)


def local_name(name: str) -> str:
    """Return the name of an element or attribute without its namespace, where it is one that Windows may give."""
    local = name.rpartition("}")[2]
    return local if re.fullmatch(r"[A-Za-z_]\w{0,60}", local) else NAME


def _lines(node: Any, depth: int) -> Iterator[str]:
    """Plain values that repeat, as the octets of a SID do, are counted and not told."""
    indent, tag, text = "  " * depth, local_name(node.tag), (node.text or "").strip()
    children = list(node)
    named = [(local_name(str(name)), str(value)) for name, value in node.attrib.items()]
    attributes = "".join(f' {name}="{_value(name, value)}"' for name, value in named)
    yield f"{indent}{tag}{attributes}" + (f" = {_value(tag, text)}" if text or not children else "")
    for (child_tag, is_plain), group in groupby(children, lambda child: (child.tag, _is_plain(child))):
        repeated = list(group)
        if is_plain and len(repeated) > 1:
            yield f"{indent}  {local_name(str(child_tag))} ({len(repeated)} times)"
            continue
        for child in repeated:
            yield from _lines(child, depth + 1)


def _is_plain(node: Any) -> bool:
    return not len(node) and not node.attrib


def _value(field: str, value: str) -> str:
    if field in _DESCRIPTORS:
        return masked_sddl(value)
    if field in _URIS:
        if value.lower().startswith(_POWERSHELL):
            return _POWERSHELL + NAME
        return value if _PUBLIC_URI.fullmatch(value) else "(URI)"
    if value in _FIXED_WORDS.get(field, ()):
        return value
    if field in _HIDDEN and value:
        return "(a secret)"
    if field in _NAMES and value:
        return _length(value)
    if _HARMLESS.fullmatch(value) or (field in _VERSIONS and _VERSION.fullmatch(value)):
        return value
    return _length(value)


def _length(value: str) -> str:
    return f"({len(value)} characters)"


def masked_sddl(text: str) -> str:
    """Return a security descriptor with its SIDs replaced, but for well-known ones, and without conditions."""
    return "".join(_entry(part) if is_entry else _between(part) for is_entry, part in _entries(text))


def without_sids(text: str) -> str:
    """Return a text with its SIDs replaced, but for those that every computer has."""
    return _SID.sub(lambda match: _sid(match[0]), text)


def _entry(inside: str) -> str:
    fields = inside.split(";", _FIELDS)
    condition = ";(condition)" if len(fields) > _FIELDS else ""
    plain = [*map(_field, fields[: _FIELDS - 1]), *map(_account, fields[_FIELDS - 1 : _FIELDS])]
    return "(" + ";".join(plain) + condition + ")"


def _between(outside: str) -> str:
    """Owner, group, flags and the names of the two lists."""
    plain = _SID.sub("", outside)
    return without_sids(outside) if _BETWEEN_ENTRIES.fullmatch(plain) else "(text)"


def _field(field: str) -> str:
    return field.strip() if _FIELD.fullmatch(field.strip()) else "(text)"


def _account(field: str) -> str:
    field = field.strip()
    if _SID.fullmatch(field):
        return _sid(field)
    return field if _ALIAS.fullmatch(field) else "(text)"


def _entries(text: str) -> Iterator[tuple[bool, str]]:
    """Cut at the outer parentheses: what is inside of them, and what is between."""
    depth = begun = 0
    for at, character in enumerate(text):
        if character == "(":
            if not depth:
                yield False, text[begun:at]
                begun = at + 1
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            if not depth:
                yield True, text[begun:at]
                begun = at + 1
    yield False, text[begun:]


def _sid(sid: str) -> str:
    if _WELL_KNOWN_SID.fullmatch(sid):
        return sid
    domain = _DOMAIN_SID.fullmatch(sid)
    return f"(domain SID)-{domain[1]}" if domain else "(SID)"
