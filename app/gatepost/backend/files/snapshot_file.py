"""Snapshot files: one host as it was read, in JSON. No secrets.

The plug-in documents are the truth; name, Enabled and descriptors stand beside them for people and for tools that
compare text. A file in which the two do not agree is refused, and so is anything that this version would not write.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar

from gatepost import __version__
from gatepost.endpoints.configuration import plugin_document as xml
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot, UnreadablePlugin
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import BACKEND, Text
from gatepost.security import Accounts, HostDomains, Sid

FORMAT = "gatepost snapshot"
SCHEMA = 1
MAX_OCTETS = 64 * 1024 * 1024

T = TypeVar("T")


class Source(Enum):
    """Source of a snapshot."""

    HOST = "host"
    REGISTRY_EXPORT = "registry export"


@dataclass(frozen=True, slots=True)
class SavedSnapshot:
    """A snapshot with its circumstances; when it was read, and by whom, is in ``snapshot``."""

    snapshot: HostSnapshot
    app_version: str = __version__
    source: Source = Source.HOST


def without_password(configuration: SessionConfiguration) -> SessionConfiguration:
    """Return the endpoint as it goes into a file: its document in UTF-8 and without a RunAs password."""
    root = xml.parse(configuration.document)
    if root.get("RunAsPassword"):
        root.set("RunAsPassword", "")
    elif _is_utf8(configuration.document):
        return configuration
    return SessionConfiguration.from_xml(xml.serialize(root))


def dump(saved: SavedSnapshot) -> bytes:
    """Return the file's content; the same snapshot gives the same octets."""
    return _written(_document(saved))


def load(content: bytes) -> SavedSnapshot:
    """Read a file's content.

    Raises:
        HostError: too large, not a snapshot, written by a newer version, damaged, or edited so that it no longer agrees
            with itself.
    """
    if len(content) > MAX_OCTETS:
        raise _refused(BACKEND.tr("The file is larger than {limit} MiB.", limit=MAX_OCTETS // 1024 // 1024))
    try:
        document = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_without_repeats)
        return _saved(document)
    except UnicodeDecodeError:
        raise _refused(BACKEND.tr("The file isn't text in UTF-8.")) from None
    except RecursionError:
        raise _refused(BACKEND.tr("The file is nested too deeply.")) from None
    except json.JSONDecodeError as error:
        raise _refused(
            BACKEND.tr(
                "The file isn't valid JSON (line {line}, column {column}).", line=error.lineno, column=error.colno
            ),
            str(error),
        ) from None
    except ValueError as error:  # a number of thousands of digits; no document, moment, source or SID; half a character
        raise _refused(BACKEND.tr("A value in the file isn't valid."), str(error)) from None


def _refused(reason: Text, details: str = "") -> HostError:
    return HostError(
        reason,
        BACKEND.tr("Choose a file that Gatepost has saved, or a registry export of the WSMAN\\Plugin key."),
        details,
    )


def _document(saved: SavedSnapshot) -> dict[str, Any]:
    snapshot = saved.snapshot
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        "read_at": snapshot.read_at,
        "app_version": saved.app_version,
        "source": saved.source.value,
        "host": _host_entry(snapshot.host),
        "root_sddl": snapshot.root_sddl,
        "endpoints": [_endpoint(c) for c in snapshot.configurations],
        "other_plugins": list(snapshot.other_plugins),
        "unreadable": [asdict(plugin) for plugin in snapshot.unreadable],
        "names": dict(sorted(snapshot.accounts.names.items())),
        "refused_alone": sorted(snapshot.needs_full_document),
        **_where_known(snapshot),
    }


def _where_known(snapshot: HostSnapshot) -> dict[str, Any]:
    """What a host is not always asked for; a file without it is as it always was."""
    known = {
        "domains": _domains(snapshot.accounts.domains),
        "windows_version": snapshot.windows_version,
        "missing_files": sorted(snapshot.missing_files),
    }
    return {key: value for key, value in known.items() if value}


def _domains(domains: HostDomains) -> dict[str, str]:
    return {key: str(sid) for key, sid in (("machine", domains.machine), ("domain", domains.domain)) if sid is not None}


def _endpoint(configuration: SessionConfiguration) -> dict[str, Any]:
    configuration = without_password(configuration)
    return {
        "name": configuration.name,
        "enabled": configuration.enabled,
        "descriptors": [{"uri": node.uri, "sddl": node.sddl} for node in configuration.security_nodes],
        "document": configuration.document.decode(),
    }


def _written(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _saved(document: object) -> SavedSnapshot:
    fields = _as(dict, document, "snapshot")
    if fields.get("format") != FORMAT:
        raise _refused(BACKEND.tr("The file isn't a Gatepost snapshot."))
    if _value(fields, "schema", int) > SCHEMA:
        raise _refused(BACKEND.tr("The file was written by a newer version of Gatepost."))
    saved = SavedSnapshot(
        _snapshot(fields),
        _value(fields, "app_version", str),
        Source(_value(fields, "source", str)),
    )
    if dump(saved) != _written(fields):
        raise _refused(
            BACKEND.tr("The parts of the file contradict each other, or it contains what this version doesn't know.")
        )
    return saved


def _snapshot(fields: dict[str, Any]) -> HostSnapshot:
    return HostSnapshot(
        host=_host(_value(fields, "host", dict)),
        configurations=tuple(_configuration(entry) for entry in _value(fields, "endpoints", list)),
        root_sddl=_value(fields, "root_sddl", str),
        other_plugins=_texts(fields, "other_plugins"),
        unreadable=tuple(_unreadable(entry) for entry in _value(fields, "unreadable", list)),
        accounts=Accounts(
            {sid: _as(str, name, "names") for sid, name in _value(fields, "names", dict).items()},
            _read_domains(_as(dict, fields.get("domains", {}), "domains")),
        ),
        needs_full_document=frozenset(_texts(fields, "refused_alone")),
        windows_version=_as(str, fields.get("windows_version", ""), "windows_version"),
        missing_files=frozenset(_texts(fields, "missing_files")) if "missing_files" in fields else frozenset(),
        read_at=_moment(_value(fields, "read_at", str)),
    )


def _read_domains(fields: dict[str, Any]) -> HostDomains:
    sids = {key: Sid.parse(_as(str, text, "domains")) for key, text in fields.items()}
    return HostDomains(sids.get("machine"), sids.get("domain"))


def _host_entry(host: HostIdentity) -> dict[str, Any]:
    entry = asdict(host)
    return entry | {"practice": entry.pop("kind") is HostKind.PRACTICE}


def _host(fields: dict[str, Any]) -> HostIdentity:
    return HostIdentity(
        key=_value(fields, "key", str),
        name=_value(fields, "name", str),
        account=_value(fields, "account", str),
        authentication=_value(fields, "authentication", str),
        encrypted=_value(fields, "encrypted", bool),
        kind=HostKind.PRACTICE if _value(fields, "practice", bool) else HostKind.REMOTE,
    )


def _configuration(entry: object) -> SessionConfiguration:
    return SessionConfiguration.from_xml(_value(_as(dict, entry, "endpoints"), "document", str).encode())


def _unreadable(entry: object) -> UnreadablePlugin:
    fields = _as(dict, entry, "unreadable")
    return UnreadablePlugin(_value(fields, "name", str), _value(fields, "problem", str))


def _texts(fields: dict[str, Any], name: str) -> tuple[str, ...]:
    return tuple(_as(str, value, name) for value in _value(fields, name, list))


def _value(fields: dict[str, Any], name: str, kind: type[T]) -> T:
    if name not in fields:
        raise _refused(BACKEND.tr("The field {field} of the file is missing.", field=name))
    return _as(kind, fields[name], name)


def _as(kind: type[T], value: object, name: str) -> T:
    if type(value) is not kind:
        raise _refused(BACKEND.tr("The field {field} of the file has a value of the wrong kind.", field=name))
    return value


def _moment(text: str) -> str:
    if text:
        datetime.fromisoformat(text)
    return text


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise _refused(BACKEND.tr("The file contains a field twice."))
    return fields


def _is_utf8(document: bytes) -> bool:
    try:
        document.decode()
    except UnicodeDecodeError:
        return False
    return not document.startswith(b"\xef\xbb\xbf")
