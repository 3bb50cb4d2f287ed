"""Own vectors for .NET's rules; each was worked out by hand from the rule that its name tells."""

from __future__ import annotations

import pytest

from gatepost.security import SecurityDescriptor, WindowsRefusesError, WindowsView, as_powershell_shows
from gatepost.security.edit.windows_cmdlets import (
    CmdletOutcome,
    add_network_deny,
    remove_network_deny,
)
from tests.security.windows_text import windows_text

USER = "S-1-5-21-1-2-3-1001"
GUID = "11111111-2222-3333-4444-555555555555"


def shown(text: str) -> str:
    return windows_text(as_powershell_shows(SecurityDescriptor.from_sddl(text)))


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
        ("audit outcomes merge", "S:(AU;SA;GA;;;WD)(AU;FA;GA;;;WD)", "S:(AU;SAFA;GA;;;WD)"),
        ("audits of other masks do not", "S:(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)", "S:(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"),
        ("nothing allowed, nothing kept", "D:(A;;;;;BA)(D;;;;;NU)", "D:"),
        ("inherit-only is dropped", "D:(A;CIIO;GA;;;BA)(A;OICINP;GA;;;IU)", "D:(A;;GA;;;IU)"),
        ("audit bits leave a DACL", "D:(A;SAFA;GA;;;BA)", "D:(A;;GA;;;BA)"),
        ("labels and silent audits leave a SACL", "S:(ML;;NW;;;LW)(AU;;GA;;;WD)(AL;SA;GA;;;WD)(XU;SA;GA;;;WD;(a))", "S:(XU;SA;GA;;;WD;(a))"),
        ("others in a SACL keep their order, behind the audits", "S:(ML;SA;NW;;;LW)(ML;FA;NW;;;HI)(AU;FA;GA;;;WD)", "S:(AU;FA;GA;;;WD)(ML;SA;NW;;;LW)(ML;FA;NW;;;HI)"),
        (
            "half of all numbers apart, each is less than the other",
            "D:(A;;GA;;;S-1-5-21-1-2-3-0)(A;;GA;;;S-1-5-21-1-2-3-2147483648)",
            "D:(A;;GA;;;S-1-5-21-1-2-3-2147483648)(A;;GA;;;S-1-5-21-1-2-3-0)",
        ),
        ("a null SACL is none", "O:BAS:NO_ACCESS_CONTROL", "O:BAD:(A;;0xffffffff;;;WD)"),
        ("out of order: cleaned, not sorted", "D:(A;CI;GA;;;BA)(A;;GA;;;IU)(D;;GA;;;NU)(A;;GR;;;IU)(A;;;;;WD)", "D:(A;;GA;;;BA)(A;;GA;;;IU)(D;;GA;;;NU)(A;;GR;;;IU)"),
        ("an alias counts as a domain account", "D:(A;;GA;;;DA)(A;;GA;;;BA)", "D:(A;;GA;;;BA)(A;;GA;;;DA)"),
    ],
)  # fmt: skip
def test_canonical(rule: str, text: str, expected: str) -> None:
    if "D:" not in expected:
        text, expected = "D:" + text, "D:" + expected
    assert shown(text) == expected, rule


def test_merging_is_done_once_so_twice_merges_further() -> None:
    once = shown("D:(A;;GR;;;BA)(A;;GW;;;BA)(A;;GX;;;BA)")
    assert shown(once) == "D:(A;;GXGWGR;;;BA)"


@pytest.mark.parametrize("text", ["O:BAG:BA", "O:BAG:BAD:NO_ACCESS_CONTROL"])
def test_no_dacl_is_shown_as_everyone_and_not_written(text: str) -> None:
    sd = SecurityDescriptor.from_sddl(text)
    assert WindowsView.of(sd).is_stand_in
    assert as_powershell_shows(sd).to_sddl() == "O:BAG:BAD:(A;;0xffffffff;;;WD)"
    assert WindowsView.of(sd).written().to_sddl() == "O:BAG:BA"
    added = add_network_deny(sd).descriptor
    assert added.to_sddl() == "O:BAG:BAD:(D;;GA;;;NU)(A;;0xffffffff;;;WD)"


def test_an_empty_dacl_stays_empty() -> None:
    assert shown("O:BAD:") == "O:BAD:"


def test_sddl_flags_are_kept() -> None:
    assert shown("D:PAIS:PAR") == "D:PAIS:PAR"


def outcome(result: CmdletOutcome) -> tuple[str, str | None, bool]:
    return windows_text(result.descriptor), result.found and str(result.found), result.changed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("D:(A;;GA;;;BA)", ("D:(D;;GA;;;NU)(A;;GA;;;BA)", None, True)),
        ("D:(D;;GA;;;NU)", ("D:(D;;GA;;;NU)", "S-1-5-2", False)),
        # The new entry merges into the one that is there, and no cmdlet finds it any more.
        ("D:(D;;GX;;;NU)", ("D:(D;;GAGX;;;NU)", None, True)),
        # S-1-5-20 and every account of a domain look like S-1-5-2 to the scripts: the endpoint stays open.
        ("D:(D;;GA;;;NS)", ("D:(D;;GA;;;NS)", "S-1-5-20", False)),
        (f"D:(D;;GA;;;{USER})", (f"D:(D;;GA;;;{USER})", USER, False)),
        ("D:(D;;GA;;;DU)", ("D:(D;;GA;;;DU)", "DU", False)),
    ],
)
def test_denying_the_network(text: str, expected: tuple[str, str | None, bool]) -> None:
    assert outcome(add_network_deny(SecurityDescriptor.from_sddl(text))) == expected


def test_allowing_the_network_again() -> None:
    both = f"D:(D;;GA;;;NU)(D;;GA;;;{USER})(A;;GA;;;BA)"
    sd = SecurityDescriptor.from_sddl(both)
    assert outcome(remove_network_deny(sd)) == ("D:(D;;GA;;;NU)(A;;GA;;;BA)", USER, True)
    conditional = SecurityDescriptor.from_sddl("D:(XD;;GA;;;NU;(a))(A;;GA;;;BA)")
    assert outcome(remove_network_deny(conditional))[0] == "D:(A;;GA;;;BA)"


@pytest.mark.parametrize(("account", "found"), [("NU", "S-1-5-2"), (USER, USER)])
def test_an_inherited_deny_is_found_and_not_removed(account: str, found: str) -> None:
    text = f"D:(A;;GA;;;BA)(D;ID;GA;;;{account})"
    assert outcome(remove_network_deny(SecurityDescriptor.from_sddl(text))) == (text, found, False)


def test_an_emptied_list_gets_the_defaults() -> None:
    defaults = "D:(A;;GA;;;IU)(A;;GA;;;BA)(A;;GA;;;RM)"
    assert outcome(remove_network_deny(SecurityDescriptor.from_sddl("D:(D;;GA;;;NU)")))[0] == defaults


def test_out_of_order_every_edit_fails() -> None:
    sd = SecurityDescriptor.from_sddl("D:(A;;GA;;;BA)(D;;GX;;;WD)")
    assert not WindowsView.of(sd).is_canonical
    with pytest.raises(WindowsRefusesError) as caught:
        add_network_deny(sd)
    assert caught.value.exception == "InvalidOperationException"
    assert outcome(remove_network_deny(sd)) == ("D:(A;;GA;;;BA)(D;;GX;;;WD)", None, False)
