"""After the fix Windows' cmdlets read the endpoint as it is meant, and nobody gains or loses anything."""

from __future__ import annotations

import pytest

from gatepost.endpoints.access.access_changes import losses_between
from gatepost.endpoints.access.deciding_lists import DecidingLists
from gatepost.endpoints.access.findings import deny_taken_by_windows, findings, misread_by_windows
from gatepost.endpoints.access.tokens import SESSION_ORIGINS
from gatepost.endpoints.changes.permission_edits import normalized_for_cmdlets
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.security import NETWORK, SecurityDescriptor
from gatepost.security.edit.windows_cmdlets import taken_for_network_deny
from tests.endpoints.documents import USER01, configuration, dacls, on_host, with_text

MISTAKEN = [
    f"P(D;;GA;;;{USER01})(A;;GA;;;BA)",
    "P(D;;GA;;;NS)(A;;GA;;;BA)",
    f"P(D;;GA;;;{USER01})(D;;GA;;;S-1-5-20)(D;;GA;;;BG)(A;;GA;;;BA)",
    f"P(XD;;GA;;;{USER01};(Member_of {{SID(RM)}}))(A;;GA;;;BA)",
    "P(D;;GA;;;DA)(A;;GA;;;BA)",
]


def codes(endpoint: SessionConfiguration) -> set[str]:
    return {finding.code for finding in findings(on_host(endpoint))} & {"misread", "takes-deny"}


@pytest.mark.parametrize("dacl", MISTAKEN)
def test_the_finding_goes_and_access_stays(dacl: str) -> None:
    before = configuration(dacl)
    assert codes(before)
    (after,) = normalized_for_cmdlets(before).edited
    assert not codes(after) and not misread_by_windows(after) and deny_taken_by_windows(after) is None
    for origin in SESSION_ORIGINS:
        old, new = DecidingLists.of(on_host(before), origin), DecidingLists.of(on_host(after), origin)
        assert losses_between(old, new) == losses_between(new, old) == ((), True)


@pytest.mark.parametrize("dacl", MISTAKEN)
def test_disable_psremoting_then_closes_it(dacl: str) -> None:
    (after,) = normalized_for_cmdlets(configuration(dacl)).edited
    assert taken_for_network_deny(SecurityDescriptor.from_sddl(after.sddl or "")) in (None, NETWORK)


def test_what_is_not_mistaken_keeps_its_bytes() -> None:
    before = configuration(f"P(D;;GA;;;{USER01})(D;;GX;;;NS)(D;;GA;;;NU)(D;;GA;;;BG)(A;;GA;;;{USER01})")
    (after,) = normalized_for_cmdlets(before).edited
    assert dacls(after) == [f"P(D;;GXGWGR;;;{USER01})(D;;GX;;;NS)(D;;GA;;;NU)(D;;GA;;;BG)(A;;GA;;;{USER01})"]


@pytest.mark.parametrize("dacl", ["P(D;;GA;;;NU)(A;;GA;;;BA)", "NO_ACCESS_CONTROL", "P"])
def test_nothing_to_fix_is_no_step(dacl: str) -> None:
    assert normalized_for_cmdlets(configuration(dacl)).edited == ()
    assert normalized_for_cmdlets(with_text("foo")).edited == ()
