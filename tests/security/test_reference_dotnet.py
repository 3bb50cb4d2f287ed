"""Our view of .NET's ACL code against that code itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gatepost.security import SecurityDescriptor, Sid, WindowsRefusesError, WindowsView
from gatepost.security.edit.windows_cmdlets import add_network_deny, remove_network_deny
from tests.needs import needs_reference_data
from tests.security.binary.descriptor import control_of, from_bytes
from tests.security.reference import records

pytestmark = needs_reference_data

OPERATIONS: dict[str, Callable[[SecurityDescriptor], SecurityDescriptor]] = {
    "canon": lambda sd: WindowsView.of(sd).written(),
    "add_network_deny": lambda sd: add_network_deny(sd).descriptor,
    "remove_network_deny": lambda sd: remove_network_deny(sd).descriptor,
}
# Without bytes of Windows or Samba the record was fed what Wine makes of the text. Wine knows no domain, puts the P of
# the SACL on the DACL, reads no hex after a hex revision, and stops at a blank between two ACEs.
WINE_DOMAIN = Sid.parse("S-1-5-21-0-0-0")
FED_BY_WINE = {
    "O:SYG:SYD:(A;;11;;;IU)(A;;11;;;SY)(A;;11;;;BA)(A;;11;;;AC)S:P(ML;;NX;;;S-1-16-8192)": (
        "O:SYG:SYD:P(A;;11;;;IU)(A;;11;;;SY)(A;;11;;;BA)(A;;11;;;AC)S:(ML;;NX;;;S-1-16-8192)"
    ),
    "D:(A;;CC;;;S-0x1-0-0-579)": "D:(A;;CC;;;S-1-0-0-579)",
    "D:P(A;;GA;;;LG) (A;;GX;;;AA)": "D:P(A;;GA;;;LG)",
}


def fed(record: dict[str, Any]) -> SecurityDescriptor:
    """What the code under comparison was given."""
    known = record.get("hex") or record["windows"]["hex"] or record["samba"]["hex_rev_fixed"]
    if known:
        return from_bytes(bytes.fromhex(known))
    text = FED_BY_WINE.get(record["sddl"], record["sddl"])
    return SecurityDescriptor.from_sddl(text).in_domain(WINE_DOMAIN)


def outcome(operation: str, descriptor: SecurityDescriptor) -> SecurityDescriptor | str:
    try:
        return OPERATIONS[operation](descriptor)
    except WindowsRefusesError as error:
        return error.exception


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize(("name", "compared"), [("dotnet_corpus.jsonl.gz", 1694), ("dotnet_random.jsonl.gz", 2794)])
def test_every_outcome(name: str, compared: int, operation: str) -> None:
    seen = 0
    for record in records(name):
        expected = record[operation]
        if expected is None:  # there were no bytes to feed
            continue
        ours = outcome(operation, fed(record))
        if "error" in expected:
            assert ours == expected["error"], record["sddl"]
        else:
            theirs = from_bytes(bytes.fromhex(expected["hex"]))
            assert isinstance(ours, SecurityDescriptor)
            assert (ours, control_of(ours)) == (theirs, control_of(theirs)), record["sddl"]
        seen += 1
    assert seen == compared
