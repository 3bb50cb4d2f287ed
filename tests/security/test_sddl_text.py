from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from gatepost.security import (
    ADMINISTRATORS,
    AccessMask,
    Ace,
    AceFlags,
    AceType,
    Acl,
    SddlError,
    SecurityDescriptor,
    Sid,
    sid_from_alias,
)
from tests.security.binary.descriptor import control_of, from_bytes, to_bytes
from tests.security.strategies import texts
from tests.security.windows_text import windows_text

GUID = "11111111-2222-3333-4444-5555abcdef00"
STOCK = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)S:P(AU;FA;GA;;;WD)(AU;SA;GWGX;;;WD)"


def read(text: str) -> SecurityDescriptor:
    return SecurityDescriptor.from_sddl(text)


def test_a_stock_endpoint() -> None:
    sd = read(STOCK)
    assert sd.to_sddl() == STOCK
    assert windows_text(sd) == STOCK.replace("GWGX", "GXGW")
    assert sd.owner == sid_from_alias("NS")
    assert sd.dacl is not None and sd.dacl.protected and len(sd.dacl.aces) == 2
    assert sd.dacl.aces[0] == Ace.allow(ADMINISTRATORS, AccessMask.GENERIC_ALL)
    assert sd.sacl is not None and sd.sacl.aces[0].flags == AceFlags.FAILED_ACCESS


def test_absent_null_and_empty_are_three_values() -> None:
    absent, null, empty = read("O:BA"), read("O:BAD:NO_ACCESS_CONTROL"), read("O:BAD:")
    assert absent.dacl is None
    assert null.dacl == Acl(is_null=True)
    assert empty.dacl == Acl()
    assert len({absent, null, empty}) == 3
    for sd in (absent, null, empty):
        assert from_bytes(to_bytes(sd)) == sd
        assert read(windows_text(sd)) == sd


@given(texts)
def test_the_common_form_means_the_same_in_one_go_and_part_by_part(text: str) -> None:
    # A leading blank is not of the common form.
    assert read(text) == read(" " + text)


def test_nothing_is_a_descriptor_too() -> None:
    assert read("") == SecurityDescriptor()
    assert control_of(read("")) == 0x8000


@pytest.mark.parametrize(
    "text",
    [
        "S:NO_ACCESS_CONTROL",
        "D:PARAI",
        "D:ARP(A;;GA;;;BA)",
        "D:(A;OICINPIOIDSAFA;GA;;;BA)",
        f"D:(OA;;CR;{GUID};;BA)(OD;;CR;;{GUID};BA)(ZA;;CR;{GUID};;BA;(a))",
        "D:(A;;;;;BA)(A;;0x1200a9;;;BA)(A;;17;;;BA)(A;;FA;;;LA)",
        "S:(AU;SA;GA;;;WD)(AL;FA;GA;;;WD)(XU;SA;GA;;;WD;(a))(ML;;NWNR;;;HI)(SP;;;;;S-1-17-1-2)(TL;;GR;;;S-1-19-512-1024)",
        'S:(RA;;;;;WD;("a b",TS,0x0,"x","y"))(FL;TP;GA;;;WD;(@User.a))(FL;;GA;;;WD)',
        'D:(XA;;GX;;;WD;(@User.a == ") (" && Member_of {SID(BA)}))(XD;;GA;;;NU;(b))',
    ],
)
def test_it_is_given_back_as_it_was_read(text: str) -> None:
    assert read(text).to_sddl() == text
    assert read(windows_text(read(text))) == read(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (" O:ba  G:WD ", "O:BAG:WD"),
        ("S:D:P", "D:PS:"),
        ("D: PARP (a; oici ;ga; ; ; wd ) (A;; GR;;;BA) ", "D:PAR(A;OICI;GA;;;WD)(A;;GR;;;BA)"),
        ("O:S-1-2-0x200D:", "O:S-1-2-512D:"),
        ("O:S-1-5-32-544 G:S-1-1-0 D:ai", "O:BAG:WDD:AI"),
        ("D:(A;;010;;;lg)", "D:(A;;SW;;;LG)"),
        ("D:(OL;;GA;;;BA)", "D:(AL;;GA;;;BA)"),
        ("D:(xa;;gx;;;wd; (member_OF(sid(ba))))", "D:(XA;;GX;;;WD;(Member_of SID(BA)))"),
    ],
)
def test_all_that_windows_reads_and_what_it_writes(text: str, written: str) -> None:
    sd = read(text)
    assert (sd.to_sddl(), windows_text(sd)) == (text, written)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("x", 0),
        ("O:", 2),
        ("O:XX", 2),
        ("O:BAO:BA", 4),
        ("D:Q", 2),
        ("D:P:S:", 3),
        ("D:NO_ACCESS_CONTROL(A;;GA;;;BA)", 19),
        ("D:(A;;GA;;BA)", 12),
        ("D:(Q;;GA;;;BA)", 3),
        ("D:(AU;;GA;;;BA)", 3),
        ("D:(A;ZZ;GA;;;BA)", 5),
        ("D:(A;;GAZZ;;;BA)", 8),
        ("D:(A;;GA;x;;BA)", 9),
        (f"D:(A;;GA;{GUID};;BA)", 9),
        (f"D:(OA;;GA;{{{GUID}}};;BA)", 10),
        ("D:(A;;GA;;;BAX)", 11),
        ("D:(A;;GA;;;BA;)", 14),
        ("D:(A;;GA;;;BA)(A;;GA;;;QQ)", 23),
        ("D:(A;;GA;;;BA)x", 14),
        ("D:((A;;GA;;;BA))", 2),
        ("D:(XA;;GA;;;BA)", 14),
        ("D:(XA;;GA;;;BA;(@User.a == ))", 27),
        ("D:(XA;;GA;;;BA;(a)", 2),
        ('S:(RA;;;;;BA;("a",TS,0))', 13),
    ],
)
def test_faults_have_a_position(text: str, position: int) -> None:
    with pytest.raises(SddlError) as caught:
        read(text)
    assert caught.value.position == position
    assert caught.value.message


@pytest.mark.parametrize("text", ["S:D:", "S:(A;;GA;;;BA)", "D:PP", "D:(A;;1GA;;;BA)"])
def test_windows_reads_more_than_is_documented(text: str) -> None:
    assert read(text).to_sddl() == text


def test_an_object_ace_without_types_is_the_plain_kind() -> None:
    sd = read("D:(OA;;GA;;;BA)")
    assert sd.to_sddl() == "D:(OA;;GA;;;BA)"
    assert sd == read("D:(A;;GA;;;BA)")
    assert windows_text(sd) == "D:(A;;GA;;;BA)"


def test_an_edited_ace_is_written_anew_and_the_rest_stays() -> None:
    text = "O:S-1-5-32-544D:ARP(A;;GRGA;;;S-1-1-0)(A;;GWGX;;;BA)S:(AU;FASA;GA;;;WD)"
    sd = read(text)
    assert sd.dacl is not None
    first, second = sd.dacl.aces
    edited = sd.with_dacl(sd.dacl.with_aces([first, replace(second, sid=Sid.parse("S-1-5-4"))]))
    assert edited.to_sddl() == text.replace("GWGX;;;BA", "GXGW;;;IU")
    assert read(edited.to_sddl()) == edited


def test_a_dacl_comes_and_goes_at_its_place() -> None:
    sd = read("O:BAG:BAS:P")
    assert sd.with_dacl(Acl((Ace.allow(ADMINISTRATORS, 1),))).to_sddl() == "O:BAG:BAD:(A;;CC;;;BA)S:P"
    assert read("O:BAD:(A;;GA;;;BA)S:P").with_dacl(None).to_sddl() == "O:BAS:P"
    lenient = read("S:P D: (A;;GA;;;BA) (A;;GR;;;WD) O:ba")
    assert lenient.dacl is not None
    kept = lenient.with_dacl(lenient.dacl.with_aces(lenient.dacl.aces[1:]))
    assert kept.to_sddl() == "S:P D:  (A;;GR;;;WD) O:ba"
    assert SecurityDescriptor(owner=ADMINISTRATORS).with_dacl(Acl()).to_sddl() == "O:BAD:"


def test_relative_aliases_stay_until_a_domain_is_given() -> None:
    domain = Sid.parse("S-1-5-21-11-22-33")
    text = "O:LAD:(A;;GA;;;DA)(XA;;GA;;;WD;(Member_of {SID(DU)}))"
    assert windows_text(read(text)) == text
    with pytest.raises(SddlError):
        to_bytes(read(text))
    resolved = read(text).in_domain(domain)
    numeric = (
        "O:S-1-5-21-11-22-33-500D:(A;;GA;;;S-1-5-21-11-22-33-512)(XA;;GA;;;WD;(Member_of {SID(S-1-5-21-11-22-33-513)}))"
    )
    assert from_bytes(to_bytes(resolved)).to_sddl() == numeric


@pytest.mark.parametrize("condition", ["(Member_of SID(DU))", "(member_of { sid(du) })", "(@User.a == 1)"])
def test_aliases_of_a_condition_are_resolved_however_it_is_written(condition: str) -> None:
    resolved = read(f"D:(XA;;GA;;;WD;{condition})").in_domain(Sid.parse("S-1-5-21-11-22-33"))
    assert resolved.dacl is not None and resolved.dacl.aces[0].condition is not None
    assert ("S-1-5-21-11-22-33-513" in resolved.dacl.aces[0].condition) is ("du" in condition.lower())


@pytest.mark.parametrize("kind", [kind for kind in AceType if kind.sddl is None])
def test_an_entry_without_a_text_form_cannot_be_written(kind: AceType) -> None:
    with pytest.raises(SddlError, match="no text form"):
        SecurityDescriptor().with_dacl(Acl((replace(Ace.allow(ADMINISTRATORS, 1), type=kind),))).to_sddl()


def test_equality_ignores_how_it_was_written() -> None:
    first = read('O:BAD:(XA;;GX;;;S-1-1-0;(@User.a=="b"))')
    second = read('O:S-1-5-32-544D:(XA;;0x20000000;;;WD;( (@USER.a == "b") ))')
    assert first == second and hash(first) == hash(second)
    assert first != read('O:BAD:(XA;;GX;;;WD;(@User.a=="c"))')


def test_errors_hold_no_more_than_an_excerpt() -> None:
    with pytest.raises(SddlError) as caught:
        read("O:" + "Z" * 10000)
    assert len(str(caught.value)) < 200


def test_half_a_surrogate_pair_is_refused_where_it_stands() -> None:
    with pytest.raises(SddlError, match="surrogate") as caught:
        SecurityDescriptor.from_sddl('D:(XA;;GX;;;WD;(@User.a == "\ud800"))')
    assert caught.value.position == 28
    assert SecurityDescriptor.from_sddl('D:(XA;;GX;;;WD;(@User.a == "\U0001f600"))').dacl is not None


@pytest.mark.parametrize(
    ("text", "account", "position"),
    [
        ("D:(A;;GA;;;CORP\\Domain Admins (Tier 0))(A;;GA;;;BA)", "CORP\\Domain Admins (Tier 0)", 11),
        ("D:P(A;;GA;;;BA)(A;;GA;;;Night (a) (b) shift)", "Night (a) (b) shift", 24),
        ("D:(XA;;GA;;;CORP\\A (b);(Member_of {SID(BA)}))", "CORP\\A (b)", 12),
        ("O:CORP\\Admins (x)G:BAD:", "CORP\\Admins (x)", 2),
    ],
)
def test_an_account_name_with_parentheses_is_known_for_one(text: str, account: str, position: int) -> None:
    with pytest.raises(SddlError) as error:
        SecurityDescriptor.from_sddl(text)
    assert (error.value.account_name, error.value.position) == (account, position)
