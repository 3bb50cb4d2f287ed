"""The test endpoint of the host check, as the journal keeps it."""

from __future__ import annotations

from gatepost.endpoints.configuration.plugin_document import parse, securities
from gatepost.untrusted_xml import truth
from gatepost.wsman import Transport
from gatepost.wsman.errors import WsmanFault
from gatepost.wsman.fault_codes import denies_access
from gatepost.wsman.messages import uris

ABSENT = "absent"


def endpoint_note(document: bytes) -> str:
    """Return what the journal keeps of a document: its descriptors, and whether it is disabled.

    Raises:
        DocumentError: it cannot be read.
    """
    root = parse(document)
    enabled = truth(root.get("Enabled", "")) is not False
    return " ".join(node.get("Sddl", "") for node in securities(root)) + ("" if enabled else " (disabled)")


def endpoint_note_on(transport: Transport, name: str) -> str:
    """Ask a host.

    Raises:
        WsmanError: it does not tell.
        DocumentError: its answer cannot be read.
    """
    try:
        return endpoint_note(transport.get(uris.CONFIG_PLUGIN, {"Name": name}))
    except WsmanFault as fault:
        if fault.may_have_changed_host or denies_access(fault.code, fault.subcode):
            raise
        return ABSENT  # what no host was seen to say: every other fault of validation stands for "not there"
