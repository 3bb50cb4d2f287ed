import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.security import EVERYONE, AccessMask, SecurityDescriptor, Sid, Token
from gatepost.security.edit.principal import deny, grant, revoke
from tests.security.access_check import is_granted
from tests.security.strategies import SIDS, texts

GA, GX, GW, GR = (
    AccessMask.GENERIC_ALL,
    AccessMask.GENERIC_EXECUTE,
    AccessMask.GENERIC_WRITE,
    AccessMask.GENERIC_READ,
)
RM = Sid.parse("S-1-5-32-580")
MASKS = st.sampled_from([GA, GX, GW | GX, GR])


def read(text):
    return SecurityDescriptor.from_sddl(text)


@pytest.mark.parametrize(
    ("before", "mask", "after"),
    [
        ("P(A;;GA;;;BA)", GX, "P(A;;GA;;;BA)(A;;GX;;;RM)"),
        ("P(A;;GA;;;BA)(A;;GR;;;RM)", GX, "P(A;;GA;;;BA)(A;;GXGR;;;RM)"),
        ("P(A;;GR;;;RM)", GA, "P(A;;GA;;;RM)"),
        ("P(A;;GA;;;RM)", GX, "P(A;;GA;;;RM)"),
        ("P(A;;GR;;;RM)(A;;GX;;;RM)", GX | GR, "P(A;;GR;;;RM)(A;;GX;;;RM)"),
        ("P(D;;GA;;;RM)(A;;GA;;;BA)", GX, "P(D;;GWGR;;;RM)(A;;GA;;;BA)(A;;GX;;;RM)"),
        ("P(D;;GX;;;RM)(A;;GA;;;RM)", GX, "P(A;;GA;;;RM)"),
        ("P(D;;GX;;;IU)(XD;;GX;;;RM;(Member_of {SID(BA)}))", GX,
         "P(D;;GX;;;IU)(XD;;GX;;;RM;(Member_of {SID(BA)}))(A;;GX;;;RM)"),
        ("NO_ACCESS_CONTROL", GX, "NO_ACCESS_CONTROL"),
    ],
)  # fmt: skip
def test_granted_rights_join_the_allow_and_leave_the_denies_of_the_principal(before, mask, after):
    assert grant(read(f"O:NSG:BAD:{before}"), RM, mask).to_sddl() == f"O:NSG:BAD:{after}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("P(A;;GA;;;BA)", "P(D;;GX;;;RM)(A;;GA;;;BA)"),
        ("P(D;;GR;;;RM)(A;;GA;;;BA)", "P(D;;GX;;;RM)(D;;GR;;;RM)(A;;GA;;;BA)"),
        ("P(D;;GA;;;RM)(A;;GA;;;BA)", "P(D;;GA;;;RM)(A;;GA;;;BA)"),
        ("P(A;;GA;;;BA)(D;;GA;;;RM)", "P(D;;GX;;;RM)(A;;GA;;;BA)(D;;GA;;;RM)"),
        ("NO_ACCESS_CONTROL", "(D;;GX;;;RM)(A;;GA;;;WD)"),
    ],
)
def test_deny_of_execute(before, after):
    assert deny(read(f"O:NSG:BAD:{before}"), RM, GX).to_sddl() == f"O:NSG:BAD:{after}"


@pytest.mark.parametrize(
    ("before", "mask", "after"),
    [
        ("P(A;;GA;;;BA)(A;;GX;;;RM)", GX, "P(A;;GA;;;BA)"),
        ("P(A;;GA;;;RM)", GX, "P(A;;GWGR;;;RM)"),
        ("P(A;;GX;;;RM)(XA;;GA;;;RM;(Member_of {SID(BA)}))(D;;GX;;;RM)(A;ID;GX;;;RM)", GA,
         "P(D;;GX;;;RM)(A;ID;GX;;;RM)"),
        ("NO_ACCESS_CONTROL", GX, "NO_ACCESS_CONTROL"),
    ],
)  # fmt: skip
def test_revoked_rights_leave_the_allow_entries_of_the_principal(before, mask, after):
    assert revoke(read(f"O:NSG:BAD:{before}"), RM, mask).to_sddl() == f"O:NSG:BAD:{after}"


@given(texts, st.sampled_from(SIDS), MASKS)
def test_who_is_denied_does_not_get_it_and_nobody_else_notices(text, name, mask):
    sid = read(f"O:{name}").owner
    before, other = read(text), Token(Sid.parse("S-1-5-21-9-9-9-500"), frozenset({EVERYONE}))
    after = deny(before, sid, mask)
    assert not is_granted(after, Token(sid), mask)
    if sid != EVERYONE:
        assert is_granted(after, other, mask) == is_granted(before, other, mask)


@given(texts, st.sampled_from(SIDS), MASKS)
def test_grant_twice_is_grant_once(text, name, mask):
    sid = read(f"O:{name}").owner
    once = grant(read(text), sid, mask)
    assert grant(once, sid, mask) is once
