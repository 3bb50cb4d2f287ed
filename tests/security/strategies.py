"""Random descriptors and SDDL texts in the documented grammar."""

from __future__ import annotations

from hypothesis import strategies as st

from gatepost.security import AccessMask, Ace, AceFlags, AceType, Acl, SecurityDescriptor, Sid

SIDS = ("WD", "NU", "IU", "BA", "RM", "AU", "S-1-5-21-1-2-3-1001", "S-1-5-21-1-2-3-3000000000", "S-1-5-94-7")
CONDITIONS = (
    "(Member_of {SID(BA)})",
    '(@User.Title == "PM" && !(@Device.x))',
    "(@User.a Any_of {1, 2} || b)",
)

sids = st.builds(Sid, st.integers(0, 15), st.lists(st.integers(0, 0xFFFFFFFF), min_size=1, max_size=6).map(tuple))
masks = st.integers(0, 0xFFFFFFFF).map(AccessMask) | st.just(AccessMask.GENERIC_ALL)
_plain = st.builds(
    Ace,
    st.sampled_from([AceType.ACCESS_ALLOWED, AceType.ACCESS_DENIED]),
    st.integers(0, 255).map(AceFlags),
    masks,
    sids,
)
_object = st.builds(
    Ace,
    st.sampled_from([AceType.ACCESS_ALLOWED_OBJECT, AceType.ACCESS_DENIED_OBJECT]),
    st.integers(0, 31).map(AceFlags),
    masks,
    sids,
    st.none() | st.uuids(),
    st.none() | st.uuids(),
)
_conditional = st.builds(
    Ace,
    st.sampled_from([AceType.ACCESS_ALLOWED_CALLBACK, AceType.ACCESS_DENIED_CALLBACK]),
    st.integers(0, 31).map(AceFlags),
    masks,
    sids,
    condition=st.sampled_from(CONDITIONS),
)
aces = _plain | _object | _conditional
_flags = st.booleans()
acls = st.builds(Acl, st.lists(aces, max_size=6).map(tuple), _flags, _flags, _flags) | st.just(Acl(is_null=True))
descriptors = st.builds(SecurityDescriptor, st.none() | sids, st.none() | sids, st.none() | acls, st.none() | acls)

_rights = st.sampled_from(["GA", "GX", "GXGR", "GRGX", "0x1", "FA", ""])
_ace_texts = st.one_of(
    st.builds("({};{};{};;;{})".format, st.sampled_from("AD"), st.sampled_from(["", "CI", "ID"]), _rights, st.sampled_from(SIDS)),
    st.builds("(X{};;{};;;{};{})".format, st.sampled_from("AD"), _rights, st.sampled_from(SIDS), st.sampled_from(CONDITIONS)),
)  # fmt: skip
_dacls = st.one_of(
    st.just(""),
    st.just("D:NO_ACCESS_CONTROL"),
    st.builds("D:{}{}".format, st.sampled_from(["", "P", "ARP", "PAI"]), st.lists(_ace_texts, max_size=5).map("".join)),
)
texts = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "O:NSG:BA", "O:S-1-5-32-544"]),
    _dacls,
    st.sampled_from(["", "S:P", "S:P(AU;FA;GA;;;WD)(AU;SA;GWGX;;;WD)"]),
)
