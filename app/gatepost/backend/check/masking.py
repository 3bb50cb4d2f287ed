"""Taking names, SIDs, addresses and secrets out of what a host said. Nothing is kept that is not known to be harmless."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from gatepost.backend.failures.scrubbing import whole_names
from gatepost.wsman.messages.documents import elements, parse

NAME = "(name)"
_POWERSHELL = "http://schemas.microsoft.com/powershell/"
_PUBLIC_URI = re.compile(r"http://schemas\.(?:microsoft|dmtf|xmlsoap)\.(?:com|org)/[\w./*-]*")
_HARMLESS = re.compile(r"|(?i:true|false)|\d{1,12}(?:\.\d{1,6})?|\*")
_WORD = re.compile(r"[A-Za-z][A-Za-z ]{0,30}")
_VERSION = re.compile(r"\d+\.\d+\.\d+")
# Fields whose values are words of Microsoft's own, never of the host.
_FIXED_WORDS = (
    "Type",
    "XmlRenderingType",
    "OutputBufferingMode",
    "Transport",
    "State",
    "StartMode",
    "URLPrefix",
    "Source",
)
_VERSIONS = ("Version", "BuildNumber", "PSVersion")
# A host may be called 4711.
_NAMES = (
    "Name", "CSName", "SystemName", "DNSHostName", "Domain", "Workgroup", "Hostname", "Owner", "UserName", "AccountName",
    "ReferencedDomainName", "Caption", "Description", "DisplayName", "RunAsUser", "RunAsPassword", "RegisteredUser",
    "Organization", "SerialNumber", "ClientIP", "sNames", "TaskName", "TaskPath",
)  # fmt: skip
_DESCRIPTORS = ("Sddl", "RootSDDL")
_URIS = ("ResourceUri", "Uri", "ResourceURI")
_SID = re.compile(r"S-1-[0-9xA-Fa-f]+(?:-\d+)+", re.IGNORECASE)
_WELL_KNOWN_SID = re.compile(r"S-1-\d+-\d+|S-1-5-32-\d+", re.IGNORECASE)
_DOMAIN_SID = re.compile(r"S-1-5-21-\d+-\d+-\d+-(\d{1,3})", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])|(?<![\w:])[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){3,7}(?![\w:])"
)
_FLAGS = re.compile(r"[A-Z_:]{0,64}")
_MOST_LINES = 500
_EVERYBODYS = ("com", "org", "net", "local", "lan", "microsoft", "powershell", "windows")  # parts of names, and of URIs
_FIELDS = 6  # of an entry in SDDL, before its condition


class Mask:
    """Replaces what could tell which host it was; ``known`` are names that must never be in the result."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._known: set[str] = set()
        self.learn(*known)

    def learn(self, *names: str) -> None:
        r"""Take out these names, too, and the parts of ``DOMAIN\user``, ``user@domain`` and ``host.domain``."""
        cuts = (r"[\\@]", r"[\\@.]")
        parts = {part.lower() for name in names for cut in cuts for part in (name, *re.split(cut, name))}
        self._known |= {part for part in parts if len(part) > 1 and not part.isdigit() and part not in _EVERYBODYS}

    def clean(self, words: str) -> str:
        """Return words of our own about a host, without what may have come along."""
        words = _ADDRESS.sub("(address)", _SID.sub(lambda found: _sid(found[0]), words))
        if not self._known:
            return words
        return whole_names(self._known).sub(NAME, words)

    def shape(self, document: bytes) -> tuple[str, ...]:
        """Return a document as lines: its elements and attributes, their values where they tell nothing of the host.

        Raises:
            ReplyError: it is not XML.
        """
        return tuple(map(self.clean, islice(_lines(parse(document), 0), _MOST_LINES)))


def masked_sddl(text: str) -> str:
    """Return a security descriptor with its SIDs replaced, but for well-known ones, and without conditions."""
    return "".join(_entry(part) if is_entry else _between(part) for is_entry, part in _entries(text))


def _entry(inside: str) -> str:
    fields = inside.split(";", _FIELDS)
    condition = ";(condition)" if len(fields) > _FIELDS else ""
    return "(" + ";".join(map(_field, fields[:_FIELDS])) + condition + ")"


def _between(outside: str) -> str:
    """Owner, group, flags and the names of the two lists."""
    plain = _SID.sub("", outside)
    return _SID.sub(lambda found: _sid(found[0]), outside) if _FLAGS.fullmatch(plain) else "(text)"


def _field(field: str) -> str:
    field = field.strip()
    if _SID.fullmatch(field):
        return _sid(field)
    return field if re.fullmatch(r"[A-Z]{0,28}|0x[0-9A-Fa-f]{1,8}|\d{1,10}", field) else "(text)"


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


def _lines(element: object, depth: int) -> Iterator[str]:
    tag, attributes, said, children = _parts(element)
    named = " ".join(f'{name}="{_value(name, value)}"' for name, value in attributes)
    inner = f" = {_value(tag, said)}" if said or not children else ""
    yield "  " * depth + f"{tag} {named}".rstrip() + inner
    for child, count in _counted(children):
        yield from _lines(child, depth + 1) if count == 1 else [_times(child, count, depth + 1)]


def _counted(children: list[Any]) -> list[tuple[Any, int]]:
    """Plain values that repeat, as the octets of a SID do, are counted and not told."""
    groups = [
        list(group) for _, group in groupby(children, key=lambda child: (child.tag, len(child) or len(child.attrib)))
    ]
    return [
        pair
        for group in groups
        for pair in ([(group[0], len(group))] if _is_plain(group[0]) else [(child, 1) for child in group])
    ]


def _is_plain(element: Any) -> bool:
    return not len(element) and not element.attrib


def _times(element: Any, count: int, depth: int) -> str:
    return "  " * depth + f"{_local(element.tag)} ({count} times)"


def _parts(element: object) -> tuple[str, list[tuple[str, str]], str, list[object]]:
    node: Any = element
    attributes = [(_local(str(name)), str(value)) for name, value in node.attrib.items()]
    return _local(node.tag), attributes, (node.text or "").strip(), list(elements(node))


def _local(name: str) -> str:
    """The local name; one that is not plain is no name that Windows gives."""
    local = name.rpartition("}")[2]
    return local if re.fullmatch(r"[A-Za-z_]\w{0,60}", local) else NAME


def _value(field: str, value: str) -> str:
    if field in _DESCRIPTORS:
        return masked_sddl(value)
    if field in _URIS:
        if value.lower().startswith(_POWERSHELL):
            return _POWERSHELL + NAME
        return value if _PUBLIC_URI.fullmatch(value) else "(URI)"
    if field in _FIXED_WORDS and _WORD.fullmatch(value):
        return value
    if field in _NAMES and value:
        return f"({len(value)} characters)"
    if _HARMLESS.fullmatch(value) or (field in _VERSIONS and _VERSION.fullmatch(value)):
        return value
    return f"({len(value)} characters)"
