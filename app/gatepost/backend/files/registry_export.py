r"""Registry exports (.reg) of ``HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WSMAN`` or its key ``Plugin``.

Every plug-in is a key under ``Plugin`` whose value ConfigXML holds its document. regedit writes UTF-16LE with a byte
order mark (version 5.00) or the code page of the system (REGEDIT4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.backend.files.snapshot_file import MAX_OCTETS, SavedSnapshot, Source, without_password
from gatepost.endpoints.configuration.plugin_document import MAX_DOCUMENT_BYTES, DocumentError
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration, is_powershell
from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot, UnreadablePlugin
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import text

_PLUGIN = re.compile(r"\\WSMAN\\Plugin\\([^\\]+)$", re.IGNORECASE)
_SERVICE = re.compile(r"\\WSMAN\\Service$", re.IGNORECASE)
_HEADERS = ("Windows Registry Editor Version 5.00", "REGEDIT4")
# A key, or a value that is text: a string, which may run over lines, or its octets in UTF-16LE (REG_SZ, REG_EXPAND_SZ).
_ITEM = re.compile(
    r"""
      ^\[ (?P<key> [^\r\n]* ) \]
    | ^" (?P<name> (?: [^"\\] | \\. )*+ ) " =
      (?: " (?P<text> (?: [^"\\] | \\. )*+ ) " | hex\([12]\): (?P<octets> (?: [0-9a-fA-F,\ ] | \\\r?\n )*+ ) )
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


def is_registry_export(content: bytes) -> bool:
    """Whether the content begins as regedit begins its files."""
    return _decoded(content[:256]).lstrip().startswith(_HEADERS)


def load_registry_export(content: bytes, name: str, read_at: str) -> SavedSnapshot:
    """Read an export as a snapshot of the host ``name``. Where it holds no RootSDDL, that stays "" (not known).

    ``read_at`` is when it was made, in ISO 8601, as far as the caller knows.

    Raises:
        HostError: too large, no registry export, or no plug-in in it.
    """
    if len(content) > MAX_OCTETS or not is_registry_export(content):
        raise _refused("it is no registry export, or too large")
    configurations: list[SessionConfiguration] = []
    others: list[str] = []
    unreadable: list[UnreadablePlugin] = []
    root_sddl = ""
    for key, value_name, value in _values(_decoded(content)):
        plugin = _PLUGIN.search(key)
        if plugin and value_name.lower() == "configxml":
            _sort_in(plugin.group(1), value, configurations, others, unreadable)
        elif _SERVICE.search(key) and value_name.lower() == "rootsddl":
            root_sddl = value
    if not (configurations or others or unreadable):
        raise _refused("it holds no plug-in configuration")
    snapshot = HostSnapshot(
        HostIdentity(f"registry:{name}", name, "", "", encrypted=False),
        tuple(configurations),
        root_sddl,
        tuple(others),
        tuple(unreadable),
        read_at=read_at,
    )
    return SavedSnapshot(snapshot, source=Source.REGISTRY_EXPORT)


def _refused(why: str) -> HostError:
    return HostError(
        text("The registry export cannot be opened: {why}.", why=why),
        text("Export the key HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WSMAN\\Plugin with regedit."),
    )


def _sort_in(
    name: str,
    value: str,
    configurations: list[SessionConfiguration],
    others: list[str],
    unreadable: list[UnreadablePlugin],
) -> None:
    document = value.strip("\0\r\n\t \ufeff").encode("utf-8", "replace")
    try:
        if not is_powershell(document):
            others.append(name)
        else:
            configurations.append(without_password(SessionConfiguration.from_xml(document)))
    except DocumentError as error:
        if _mentions_powershell(document):
            unreadable.append(UnreadablePlugin(name, str(error)))
        else:  # Windows' own WMI plug-in is stored in a form that is no XML
            others.append(name)


def _mentions_powershell(document: bytes) -> bool:
    return b"pwrshplugin.dll" in document[:MAX_DOCUMENT_BYTES].lower()


def _decoded(content: bytes) -> str:
    if content.startswith(b"\xff\xfe"):
        return content[2 : len(content) - len(content) % 2].decode("utf-16-le", "replace")
    if content.startswith(b"\xef\xbb\xbf"):
        return content[3:].decode("utf-8", "replace")
    return content.decode("cp1252", "replace")


def _values(export: str) -> Iterator[tuple[str, str, str]]:
    """Every value that is text: its key, its name and itself. Keys that the file takes away ([-...]) are left out."""
    key = ""
    for found in _ITEM.finditer(export):
        if found["key"] is not None:
            key = "" if found["key"].startswith("-") else found["key"]
            continue
        value = _octets_as_text(found["octets"]) if found["text"] is None else _unescaped(found["text"])
        if key and value is not None:
            yield key, _unescaped(found["name"]), value


def _octets_as_text(octets: str) -> str | None:
    try:
        return bytes.fromhex(re.sub(r"[\s,\\]", "", octets)).decode("utf-16-le", "replace").rstrip("\0")
    except ValueError:
        return None


def _unescaped(written: str) -> str:
    return re.sub(r"\\(.)", r"\1", written, flags=re.DOTALL)
