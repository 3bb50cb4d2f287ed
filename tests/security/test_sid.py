from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.security import ADMINISTRATORS, EVERYONE, NETWORK, SddlError, Sid, sid_from_alias, well_known_name
from gatepost.security.sid import sid_from_sddl
from gatepost.security.wellknown import known_sids, relative_name, service_sid
from tests.security.binary.sid import pack_sid, sid_size, unpack_sid

DOMAIN = Sid.parse("S-1-5-21-11-22-33")
sids = st.builds(
    Sid, st.integers(0, (1 << 48) - 1), st.lists(st.integers(0, 0xFFFFFFFF), min_size=1, max_size=15).map(tuple)
)


@given(sids)
def test_text_and_bytes_bring_a_sid_back(sid: Sid) -> None:
    assert Sid.parse(str(sid)) == sid
    assert unpack_sid(b"??" + pack_sid(sid) + b"?", 2) == sid
    assert len(pack_sid(sid)) == sid_size(sid)
    assert sid_from_sddl(sid.sddl()) == sid


def test_a_sid_is_packed_as_windows_packs_it() -> None:
    assert pack_sid(NETWORK) == bytes.fromhex("0101000000000005 02000000".replace(" ", ""))


def test_a_large_authority_is_written_in_hex() -> None:
    assert str(Sid(0x12A05F200, (30, 40))) == "S-1-0x12A05F200-30-40"
    assert Sid.parse("S-1-4294967295-1").authority == 0xFFFFFFFF


@pytest.mark.parametrize(
    "text",
    ["", "S", "S-1", "S-1-", "S-2-5-2", "s-1-5-2", "S-1-5-", "S-1-5-2 ", " S-1-5-2", "S-1-5--2", "S-1-5-4294967296",
     "S-1-281474976710656-1", "S-1-5-0x2", "S-1-5" + "-1" * 16, "S-1-5-" + "1" * 5000, "S-1-5-٢"],
)  # fmt: skip
def test_what_is_no_sid(text: str) -> None:
    with pytest.raises(SddlError):
        Sid.parse(text)


@pytest.mark.parametrize(
    ("text", "sid"),
    [
        ("s-1-5-2", "S-1-5-2"),
        ("S- 1- 5-2", "S-1-5-2"),
        (" S-1-5-2", "S-1-5-2"),
        (" nu ", "S-1-5-2"),
        ("S-1-0x5-0x20-0x220", "S-1-5-32-544"),
        ("S-0x1-5-20-220", "S-1-5-32-544"),
        ("S-1-5-99999999999999999999999999", "S-1-5-4294967295"),
        ("S-1-5-" + "9" * 5000, "S-1-5-4294967295"),  # more digits than Python turns into a number
    ],
)
def test_lenient_reading(text: str, sid: str) -> None:
    assert str(sid_from_sddl(text)) == sid
    with pytest.raises(SddlError):
        Sid.parse(text)


def test_the_largest_authority_is_read_and_a_larger_one_is_not() -> None:
    assert sid_from_sddl("s-1-281474976710655-1").authority == 0xFFFFFFFFFFFF
    with pytest.raises(SddlError):
        sid_from_sddl("s-1-281474976710656-1")


@pytest.mark.parametrize(
    ("text", "account"),
    [("CORP\\nina", "CORP\\nina"), (" nina@corp.example ", "nina@corp.example"), ("(;)", ""), ("S-1-", "")],
)
def test_an_account_name_in_the_place_of_a_sid_is_told_from_other_text(text: str, account: str) -> None:
    with pytest.raises(SddlError) as error:
        sid_from_sddl(text)
    assert error.value.account_name == account


def test_bytes_that_lie() -> None:
    good = pack_sid(ADMINISTRATORS)
    for bad in (good[:-1], good[:7], b"", b"\2" + good[1:], good[:1] + b"\x10" + good[2:] + bytes(80)):
        with pytest.raises(SddlError):
            unpack_sid(bad)


def test_an_account_of_an_unknown_domain() -> None:
    admins = sid_from_alias("DA")
    assert (str(admins), admins.sddl(), admins.alias) == ("DA", "DA", "DA")
    assert admins != Sid.parse("S-1-5-21-512")
    with pytest.raises(SddlError):
        pack_sid(admins)
    resolved = admins.in_domain(DOMAIN)
    assert str(resolved) == "S-1-5-21-11-22-33-512"
    assert resolved.sddl() == "S-1-5-21-11-22-33-512"


def test_well_known_and_relative_sids_have_their_english_names() -> None:
    assert well_known_name(NETWORK) == "NT AUTHORITY\\NETWORK"
    assert well_known_name(ADMINISTRATORS) == "BUILTIN\\Administrators"
    assert well_known_name(EVERYONE) == "Everyone"
    assert well_known_name(Sid.parse("S-1-5-21-11-22-33-512")) is None
    assert relative_name(Sid.parse("S-1-5-21-11-22-33-512")) == relative_name(sid_from_alias("DA")) == "Domain Admins"
    assert relative_name(ADMINISTRATORS) is None
    assert len(known_sids()) > 130


def test_the_sid_of_a_service_comes_from_its_name() -> None:
    # TrustedInstaller's SID is published in many places.
    expected = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"
    assert str(service_sid("TrustedInstaller")) == str(service_sid("TRUSTEDINSTALLER")) == expected
    assert well_known_name(Sid.parse(expected)) == "NT SERVICE\\TrustedInstaller"


@pytest.mark.parametrize(
    ("rid", "name"),
    [
        (498, "Enterprise Read-only Domain Controllers"), (500, "Administrator"), (501, "Guest"), (502, "krbtgt"),
        (512, "Domain Admins"), (513, "Domain Users"), (514, "Domain Guests"), (515, "Domain Computers"),
        (516, "Domain Controllers"), (517, "Cert Publishers"), (518, "Schema Admins"), (519, "Enterprise Admins"),
        (520, "Group Policy Creator Owners"), (521, "Read-only Domain Controllers"),
        (522, "Cloneable Domain Controllers"), (525, "Protected Users"), (526, "Key Admins"),
        (527, "Enterprise Key Admins"), (553, "RAS and IAS Servers"), (571, "Allowed RODC Password Replication Group"),
        (572, "Denied RODC Password Replication Group"), (1105, None),
    ],
)  # fmt: skip
def test_accounts_that_every_domain_has_are_called_as_windows_calls_them(rid: int, name: str | None) -> None:
    assert relative_name(Sid.parse(f"S-1-5-21-11-22-33-{rid}")) == name
