"""Our view of .NET's ACL code against that code itself."""

from __future__ import annotations

from typing import Any

import pytest

from gatepost.security import NETWORK, AccessMask, AceType, SecurityDescriptor, Sid
from gatepost.security.edit.windows_cmdlets import (
    entries_in_powershell,
    is_canonical_for_windows,
    removed_as_network_deny,
    taken_for_network_deny,
)
from tests.needs import needs_reference_data
from tests.security.binary.descriptor import from_bytes
from tests.security.reference import records

pytestmark = needs_reference_data

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


def stored(record: dict[str, Any], operation: str) -> SecurityDescriptor | None:
    """What .NET stores after reading a descriptor, or after an edit; None where it refuses to edit."""
    hexadecimal = record[operation].get("hex")
    return from_bytes(bytes.fromhex(hexadecimal)) if hexadecimal is not None else None


def denies_all_merged(descriptor: SecurityDescriptor) -> bool:
    """Whether the Deny that is added makes no difference: it merges into one of more rights, which no cmdlet finds."""
    denies = (
        ace
        for ace in entries_in_powershell(descriptor)
        if ace.type is AceType.ACCESS_DENIED and ace.sid == NETWORK and not ace.flags
    )
    return any(ace.mask & AccessMask.GENERIC_ALL for ace in denies)


@pytest.mark.parametrize(("name", "compared"), [("dotnet_corpus.jsonl.gz", 1694), ("dotnet_random.jsonl.gz", 2794)])
def test_every_outcome(name: str, compared: int) -> None:
    seen = 0
    for record in records(name):
        if record["canon"] is None:  # there were no bytes to feed
            continue
        descriptor, read = fed(record), stored(record, "canon")
        assert read is not None, record["sddl"]
        if read.dacl is not None:  # one that is absent or null is not written
            assert entries_in_powershell(descriptor) == read.dacl.aces, record["sddl"]
        added, removed = stored(record, "add_network_deny"), stored(record, "remove_network_deny")
        adds, edits = taken_for_network_deny(descriptor) is None, is_canonical_for_windows(descriptor)
        assert (added is None) is (adds and not edits), record["sddl"]
        assert (added not in (None, read)) is (adds and edits and not denies_all_merged(descriptor)), record["sddl"]
        assert (removed not in (None, read)) is (removed_as_network_deny(descriptor) is not None), record["sddl"]
        assert removed is not None or not edits, record["sddl"]
        seen += 1
    assert seen == compared
