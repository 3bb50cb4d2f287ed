"""Checking whether files exist on a host: CIM_DataFile over WS-Management."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.host.instance import read_instance
from gatepost.work import WorkContext
from gatepost.wsman import Transport
from gatepost.wsman.errors import WsmanError, WsmanFault
from gatepost.wsman.fault_codes import FaultCode
from gatepost.wsman.messages import uris

_WINDOWS = re.compile(r"%(?:windir|systemroot)%", re.IGNORECASE)


def missing_files(transport: Transport, files: Iterable[str], context: WorkContext) -> frozenset[str]:
    """Return which of these files are gone from the host; one that it would not tell of is left out."""
    missing: set[str] = set()
    try:
        windows = read_instance(transport.get(uris.WIN32_OPERATING_SYSTEM, {})).word("WindowsDirectory")
        for file in dict.fromkeys(files):
            context.progress(0)
            path = _WINDOWS.sub(lambda _: windows, file)
            if windows and "%" not in path and not _exists(transport, path):
                missing.add(file)
    except (WsmanError, DocumentError):
        pass  # what is known so far counts
    return frozenset(missing)


def _exists(transport: Transport, path: str) -> bool:
    """Whether the host has the file. Any other refusal than "not found" says nothing."""
    try:
        transport.get(uris.CIM_DATA_FILE, {"Name": path})
    except WsmanFault as fault:
        return fault.code != FaultCode.RESOURCE_NOT_FOUND
    return True
