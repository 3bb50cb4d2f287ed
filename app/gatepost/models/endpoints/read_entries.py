"""Parsed entries of one endpoint, for their table: takes time in proportion to the descriptors."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.endpoints.changes import permission_edits
from gatepost.endpoints.changes.permission_edits import EntryList
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.models.endpoints.ace_table import AceRow, ace_rows
from gatepost.security import SddlError
from gatepost.security.edit.entries import ListKind


@dataclass(frozen=True, slots=True)
class ReadEntries:
    """``readable`` are the numbers of the descriptors that can be edited; ``orderly``: all are in canonical order."""

    rows: tuple[AceRow, ...] = ()
    readable: tuple[int, ...] = ()
    orderly: bool = True


NOTHING_READ = ReadEntries()


def read_entries(endpoint: Endpoint, kind: ListKind, original: SessionConfiguration | None) -> ReadEntries:
    """Read one kind of list of every descriptor. ``original`` is the endpoint as the host holds it, of pending changes."""
    configuration, readable, orderly = endpoint.configuration, [], True
    for descriptor_index in range(len(configuration.security_nodes)):
        try:
            step = permission_edits.sort_entries(configuration, EntryList(descriptor_index, kind))
        except SddlError:
            continue
        readable.append(descriptor_index)
        orderly = orderly and not step.edited
    return ReadEntries(ace_rows(endpoint, kind, original), tuple(readable), orderly)
