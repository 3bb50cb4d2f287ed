"""Own vectors for .NET's rules; each was worked out by hand from the rule that its name tells."""

from __future__ import annotations

import pytest

from gatepost.security import Acl, SecurityDescriptor
from gatepost.security.edit.windows_cmdlets import (
    entries_in_powershell,
    is_canonical_for_windows,
    removed_as_network_deny,
    taken_for_network_deny,
)
from tests.security.windows_text import windows_text

USER = "S-1-5-21-1-2-3-1001"
GUID = "11111111-2222-3333-4444-555555555555"


def shown(text: str) -> str:
    return windows_text(SecurityDescriptor(dacl=Acl(entries_in_powershell(SecurityDescriptor.from_sddl(text)))))


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("by number of sub-authorities", "D:(A;;GA;;;BA)(A;;GA;;;RM)(A;;GA;;;IU)", "D:(A;;GA;;;IU)(A;;GA;;;BA)(A;;GA;;;RM)"),
        ("authority comes first", "D:(A;;GA;;;IU)(A;;GA;;;WD)", "D:(A;;GA;;;WD)(A;;GA;;;IU)"),
        (
            "sub-authorities compare signed",
            "D:(A;;GA;;;S-1-5-21-1-2-3-1000)(A;;GA;;;S-1-5-21-1-2-3-3000000000)",
            "D:(A;;GA;;;S-1-5-21-1-2-3-3000000000)(A;;GA;;;S-1-5-21-1-2-3-1000)",
        ),
        (
            "object entries come after plain ones",
            f"D:(OD;;GA;{GUID};;BA)(D;;GA;;;BU)(OA;;GA;{GUID};;BA)(A;;GA;;;BU)",
            f"D:(D;;GA;;;BU)(OD;;GA;{GUID};;BA)(A;;GA;;;BU)(OA;;GA;{GUID};;BA)",
        ),
        (
            "equal keys change places",
            "D:(XA;;GA;;;AC;(a))(A;;GA;;;NS)(XA;;GR;;;NS;(b))",
            "D:(XA;;GR;;;NS;(b))(A;;GA;;;NS)(XA;;GA;;;AC;(a))",
        ),
        ("inherited entries keep their order", "D:(A;ID;GA;;;BA)(A;ID;GA;;;IU)(D;ID;GA;;;NU)", "D:(A;ID;GA;;;BA)(A;ID;GA;;;IU)(D;ID;GA;;;NU)"),
        ("three of one merge into two", "D:(A;;GR;;;BA)(A;;GW;;;BA)(A;;GX;;;BA)", "D:(A;;GWGR;;;BA)(A;;GX;;;BA)"),
        ("four of one merge into two", "D:(A;;CC;;;BA)(A;;DC;;;BA)(A;;LC;;;BA)(A;;SW;;;BA)", "D:(A;;CCDC;;;BA)(A;;LCSW;;;BA)"),
        ("same condition merges", "D:(XA;;GR;;;BA;(a==1))(XA;;GX;;;BA;( a == 1 ))", "D:(XA;;GXGR;;;BA;(a == 1))"),
        ("another condition does not", "D:(XA;;GR;;;BA;(a))(XA;;GX;;;BA;(b))", "D:(XA;;GR;;;BA;(a))(XA;;GX;;;BA;(b))"),
        ("a condition and none do not", "D:(A;;GR;;;BA)(XA;;GX;;;BA;(a))", "D:(A;;GR;;;BA)(XA;;GX;;;BA;(a))"),
        ("inherited ones do not merge", "D:(A;ID;GR;;;BA)(A;ID;GX;;;BA)", "D:(A;ID;GR;;;BA)(A;ID;GX;;;BA)"),
        ("nothing allowed, nothing kept", "D:(A;;;;;BA)(D;;;;;NU)", "D:"),
        ("inherit-only is dropped", "D:(A;CIIO;GA;;;BA)(A;OICINP;GA;;;IU)", "D:(A;;GA;;;IU)"),
        (
            "half of all numbers apart, each is less than the other",
            "D:(A;;GA;;;S-1-5-21-1-2-3-0)(A;;GA;;;S-1-5-21-1-2-3-2147483648)",
            "D:(A;;GA;;;S-1-5-21-1-2-3-2147483648)(A;;GA;;;S-1-5-21-1-2-3-0)",
        ),
        ("out of order: cleaned, not sorted", "D:(A;CI;GA;;;BA)(A;;GA;;;IU)(D;;GA;;;NU)(A;;GR;;;IU)(A;;;;;WD)", "D:(A;;GA;;;BA)(A;;GA;;;IU)(D;;GA;;;NU)(A;;GR;;;IU)"),
        ("an alias counts as a domain account", "D:(A;;GA;;;DA)(A;;GA;;;BA)", "D:(A;;GA;;;BA)(A;;GA;;;DA)"),
    ],
)  # fmt: skip
def test_canonical(rule: str, text: str, expected: str) -> None:
    assert shown(text) == expected, rule


def test_merging_is_done_once_so_twice_merges_further() -> None:
    once = shown("D:(A;;GR;;;BA)(A;;GW;;;BA)(A;;GX;;;BA)")
    assert shown(once) == "D:(A;;GXGWGR;;;BA)"


@pytest.mark.parametrize("text", ["O:BAG:BA", "O:BAG:BAD:NO_ACCESS_CONTROL"])
def test_no_dacl_is_shown_as_everyone(text: str) -> None:
    assert shown(text) == "D:(A;;0xffffffff;;;WD)"
    assert taken_for_network_deny(SecurityDescriptor.from_sddl(text)) is None


def test_an_empty_dacl_stays_empty() -> None:
    assert shown("O:BAD:") == "D:"


def account(found: object) -> str | None:
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("dacl", "found"),
    [
        ("(A;;GA;;;BA)", None),
        ("(D;;GA;;;NU)", "S-1-5-2"),
        # The new entry merges into the one that is there, and no cmdlet finds it any more.
        ("(D;;GX;;;NU)", None),
        # S-1-5-20 and every account of a domain look like S-1-5-2 to the scripts: the endpoint stays open.
        ("(D;;GA;;;NS)", "S-1-5-20"),
        (f"(D;;GA;;;{USER})", USER),
        ("(D;;GA;;;DU)", "DU"),
    ],
)
def test_what_disabling_remoting_takes_for_the_deny(dacl: str, found: str | None) -> None:
    assert account(taken_for_network_deny(SecurityDescriptor.from_sddl("D:" + dacl))) == found


def test_what_enabling_remoting_takes_away() -> None:
    both = SecurityDescriptor.from_sddl(f"D:(D;;GA;;;NU)(D;;GA;;;{USER})(A;;GA;;;BA)")
    assert account(removed_as_network_deny(both)) == USER
    conditional = SecurityDescriptor.from_sddl("D:(XD;;GA;;;NU;(a))(A;;GA;;;BA)")
    assert account(removed_as_network_deny(conditional)) == "S-1-5-2"


@pytest.mark.parametrize(("denied", "found"), [("NU", "S-1-5-2"), (USER, USER)])
def test_an_inherited_deny_is_found_and_not_removed(denied: str, found: str) -> None:
    descriptor = SecurityDescriptor.from_sddl(f"D:(A;;GA;;;BA)(D;ID;GA;;;{denied})")
    assert account(taken_for_network_deny(descriptor)) == found
    assert removed_as_network_deny(descriptor) is None


def test_out_of_order_nothing_is_taken_away() -> None:
    descriptor = SecurityDescriptor.from_sddl("D:(A;;GA;;;BA)(D;;GA;;;NU)")
    assert not is_canonical_for_windows(descriptor)
    assert account(taken_for_network_deny(descriptor)) == "S-1-5-2"
    assert removed_as_network_deny(descriptor) is None
