from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.security import ADMINISTRATORS, SddlError, SecurityDescriptor, Sid, Token
from gatepost.security.conditions.resource_attribute import ResourceAttribute, read_attribute, write_resource_attribute
from tests.security.access_check import is_granted
from tests.security.binary.attribute import pack_attribute, unpack_attribute

names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=8)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters='\0"'), max_size=8)
VALUES: dict[str, st.SearchStrategy[int | str | bytes | Sid]] = {
    "TI": st.integers(-(1 << 63), (1 << 63) - 1),
    "TU": st.integers(0, (1 << 63) - 1),
    "TB": st.integers(0, 1),
    "TS": texts,
    "TD": st.just(ADMINISTRATORS),
    "TX": st.binary(min_size=1, max_size=6),
}
attributes = st.sampled_from(sorted(VALUES)).flatmap(
    lambda kind: st.builds(
        ResourceAttribute,
        names,
        st.just(kind),
        st.integers(0, 0xFFFFFFFF),
        st.lists(VALUES[kind], max_size=4).map(tuple),
    )
)


@given(attributes)
def test_text_and_bytes_bring_an_attribute_back(attribute: ResourceAttribute) -> None:
    assert read_attribute(write_resource_attribute(attribute)) == attribute
    assert unpack_attribute(pack_attribute(attribute)) == attribute


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('("a",TS,0,"x", "y")', '("a",TS,0x0,"x","y")'),
        ('( "a" , TI , 0x10 , +5,-3,0x10 )', '("a",TI,0x10,5,-3,16)'),
        ('("a",TX,0,1234,#5)', '("a",TX,0x0,1234,05)'),
        ('("a%000ab",TB,0,1,0)', '("a%000ab",TB,0x0,1,0)'),
        ('("a",TD,0,SID(S-1-1-0))', '("a",TD,0x0,SID(WD))'),
        ('("a",TU,0)', '("a",TU,0x0)'),
    ],
)
def test_windows_form(text: str, written: str) -> None:
    assert write_resource_attribute(read_attribute(text)) == written


@pytest.mark.parametrize(
    "text",
    ["", "()", '("a")', '("a",TZ,0)', '("",TS,0)', '("a",TS,x)', '("a",TS,0', '("a",TS,0,1)', '("a",TI,0,"1")', '("a",TB,0,2)',
     '("a",TU,0,-1)', '("a",TX,0,)', '("a",TS,0,"x" "y")', '("a",TS,4294967296)', '("a%",TS,0)', "(a,TS,0)"],
)  # fmt: skip
def test_what_is_no_attribute(text: str) -> None:
    with pytest.raises(SddlError):
        read_attribute(text)


@given(attributes, st.data())
def test_bytes_that_lie(attribute: ResourceAttribute, data: st.DataObject) -> None:
    packed = bytearray(pack_attribute(attribute))
    packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    del packed[data.draw(st.integers(0, len(packed))) :]
    try:
        unpack_attribute(bytes(packed))
    except SddlError:
        return


def test_an_attribute_of_the_object_is_what_a_condition_sees() -> None:
    token = Token(ADMINISTRATORS)
    text = 'D:(XA;;GX;;;BA;(@Resource.Color == "red"))S:(RA;;;;;WD;("color",TS,0,"{}"))'
    for color in ("red", "blue"):
        descriptor = SecurityDescriptor.from_sddl(text.format(color))
        assert is_granted(descriptor, token, 0x20000000) is (color == "red")


def test_an_alias_among_the_values_is_resolved_in_a_domain_and_everything_else_stays() -> None:
    domain = Sid.parse("S-1-5-21-11-22-33")
    sids = read_attribute('("who",TD,0,SID(DA),SID(BA))').in_domain(domain)
    assert [str(value) for value in sids.values] == ["S-1-5-21-11-22-33-512", "S-1-5-32-544"]
    texts = read_attribute('("what",TS,0,"a","b")')
    assert texts.in_domain(domain) == texts
