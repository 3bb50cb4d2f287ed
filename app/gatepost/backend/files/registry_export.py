r"""Registry exports (.reg) of ``HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WSMAN`` or its key ``Plugin``.

Every plug-in is a key under ``Plugin`` whose value ConfigXML holds its document. regedit writes UTF-16LE with a byte
order mark (version 5.00) or the code page of the system (REGEDIT4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gatepost.backend.files.snapshot_file import MAX_OCTETS, SavedSnapshot, Source, without_password
from gatepost.endpoints.configuration.plugin import IncompletePlugin, OtherPlugin, read_plugin
from gatepost.endpoints.configuration.plugin_document import MAX_DOCUMENT_BYTES, DocumentError
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot, UnreadablePlugin
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import BACKEND, Text

# Under HKEY_LOCAL_MACHINE\SOFTWARE, or where the hive of another system is loaded.
_WSMAN = r"^HKEY_(?:LOCAL_MACHINE|USERS)\\.*\\Microsoft\\Windows\\CurrentVersion\\WSMAN"
_PLUGIN = re.compile(_WSMAN + r"\\Plugin\\([^\\]+)$", re.IGNORECASE)
_SERVICE = re.compile(_WSMAN + r"\\Service$", re.IGNORECASE)
_FOR_32_BIT = re.compile(r"\\WOW6432Node\\", re.IGNORECASE)  # a copy that WinRM never reads
_LONGEST_KEY = 1024  # characters
_HEADERS = ("Windows Registry Editor Version 5.00", "REGEDIT4")
# A key, or a value: a string, which may run over lines, its octets in UTF-16LE (REG_SZ, REG_EXPAND_SZ), or no text.
_ITEM = re.compile(
    r"""
      ^[\ \t]*+ \[ (?P<key> [^\r\n]* ) \]
    | ^[\ \t]*+ (?: " (?P<name> (?: [^"\\] | \\. )*+ ) " | @ ) [\ \t]*+ = [\ \t]*+
      (?: " (?P<text> (?: [^"\\] | \\. )*+ ) " | hex\([12]\): (?P<octets> (?: [0-9a-fA-F,\ ] | \\\r?\n )*+ ) | (?P<no_text> [-dh] ) )
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
        raise _refused(BACKEND.tr("The file isn't a registry export, or it's too large."))
    plugins: list[SessionConfiguration | UnreadablePlugin | str] = []
    root_sddl = ""
    only_32_bit = False
    for key, value_name, value in _values(_decoded(content)):
        plugin = _PLUGIN.search(key)
        if _FOR_32_BIT.search(key):
            only_32_bit = only_32_bit or plugin is not None
        elif plugin and value_name == "configxml":
            plugins.append(_plugin(plugin.group(1), value))
        elif _SERVICE.search(key) and value_name == "rootsddl":
            root_sddl = value
    if not plugins:
        raise _refused(
            BACKEND.tr(
                "The registry export contains only the 32-bit copy of the key (WOW6432Node), which WinRM doesn't use."
            )
            if only_32_bit
            else BACKEND.tr("The registry export contains no plug-in configuration.")
        )
    snapshot = HostSnapshot(
        HostIdentity(f"registry:{name}", name, "", "", encrypted=False),
        tuple(each for each in plugins if isinstance(each, SessionConfiguration)),
        root_sddl,
        tuple(each for each in plugins if isinstance(each, str)),
        tuple(each for each in plugins if isinstance(each, UnreadablePlugin)),
        read_at=read_at,
    )
    return SavedSnapshot(snapshot, source=Source.REGISTRY_EXPORT)


def _refused(reason: Text) -> HostError:
    return HostError(
        reason,
        BACKEND.tr("Export the key HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WSMAN\\Plugin with regedit."),
    )


def _plugin(name: str, value: str) -> SessionConfiguration | UnreadablePlugin | str:
    """Return an endpoint, a damaged one, or the name of another plug-in."""
    document = value.strip("\0\r\n\t \ufeff").encode("utf-8", "replace")
    try:
        match read_plugin(document):
            case SessionConfiguration() as configuration:
                return without_password(configuration)
            case OtherPlugin():
                return name
            case IncompletePlugin():
                raise DocumentError("The plug-in configuration came without its Resources.")
    except DocumentError as error:
        if b"pwrshplugin.dll" in document[:MAX_DOCUMENT_BYTES].lower():
            return UnreadablePlugin(name, str(error))
        return name  # Windows' own WMI plug-in is stored in a form that is no XML


def _decoded(content: bytes) -> str:
    if content.startswith(b"\xff\xfe"):
        return content[2 : len(content) - len(content) % 2].decode("utf-16-le", "replace")
    if content.startswith(b"\xef\xbb\xbf"):
        return content[3:].decode("utf-8", "replace")
    try:
        return content.decode("utf-8")  # as an editor or a repository has stored it
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _values(export: str) -> Iterator[tuple[str, str, str]]:
    """Return every text value as key, lower-case name and value, as the registry would hold it after an import.

    Later lines win: they may write a value again, or remove it ("name"=-), its key or a key above that ([-key]).
    """
    values: dict[tuple[str, str], tuple[int, str, str | None]] = {}
    removals: dict[str, int] = {}
    key = ""
    for number, item in enumerate(_ITEM.finditer(export)):
        if item["key"] is None:
            values[key.lower(), _unescaped(item["name"] or "").lower()] = number, key, _value(item)
            continue
        key = item["key"].rstrip("\\")
        if key.startswith("-"):
            removals[key[1:].lower()] = number
        if key.startswith("-") or len(key) > _LONGEST_KEY:
            key = ""
    for (path, name), (number, key, value) in values.items():
        if key and value is not None and not _is_removed(path, number, removals):
            yield key, name, value


def _value(item: re.Match[str]) -> str | None:
    if item["no_text"] is not None:
        return None
    return _octets_as_text(item["octets"]) if item["text"] is None else _unescaped(item["text"])


def _is_removed(path: str, number: int, removals: Mapping[str, int]) -> bool:
    """Whether a line after ``number`` removes the key or one above it."""
    while path:
        if removals.get(path, -1) > number:
            return True
        path = path.rpartition("\\")[0]
    return False


def _octets_as_text(octets: str) -> str | None:
    try:
        return bytes.fromhex(re.sub(r"[\s,\\]", "", octets)).decode("utf-16-le", "replace").rstrip("\0")
    except ValueError:
        return None


def _unescaped(written: str) -> str:
    return re.sub(r"\\(.)", r"\1", written, flags=re.DOTALL)
