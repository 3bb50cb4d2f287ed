"""The mode is read off and set: every row of the rules, and laws over all kinds of lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.endpoints.configuration.access_mode import AccessMode, AccessModeState, mode_of_descriptors
from gatepost.endpoints.configuration.access_mode_edit import (
    LOCAL_DEFAULT,
    local_default_of,
    needs_defaults,
    with_mode,
    without_everyone_deny,
)
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.plugin_document import fingerprint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.security import NETWORK, SddlError, SecurityDescriptor
from tests.endpoints.documents import (
    NO_SECURITY,
    ROOT_SDDL,
    SETTABLE,
    USER01,
    configuration,
    dacls,
    document,
    on_host,
    sddl,
    with_text,
)

REMOTE, LOCAL, DISABLED, CUSTOM = AccessMode
LOCAL_ROOT = ROOT_SDDL.replace("D:P", "D:P(D;;GA;;;NU)")
OBJECT = "11111111-2222-3333-4444-555555555555"


def mode_of(endpoint, root=ROOT_SDDL):
    return Endpoint(endpoint, root).mode_state.mode


@pytest.mark.parametrize(
    "dacl",
    [
        "P(D;;GA;;;NU)(A;;GA;;;BA)",
        "P(D;;GX;;;NU)(A;;GA;;;BA)",
        "P(D;;GAGX;;;NU)(A;;GA;;;BA)",
        "P(D;;0x30000000;;;NU)(A;;GA;;;BA)",
        f"P(D;;GA;;;{USER01})(D;;GA;;;NU)(A;;GA;;;BA)",
        "P(D;;GA;;;WD)(D;;GA;;;NU)(A;;GA;;;BA)",
        "P(D;;GR;;;NU)(D;;GX;;;NU)(A;;GA;;;BA)",
        "P(A;IO;GA;;;BA)(D;;GA;;;NU)(A;;GA;;;BA)",
        "P(D;;GA;;;NU)",
    ],
)
def test_a_leading_network_deny_is_local(dacl):
    assert on_host(configuration(dacl)).mode_state == AccessModeState(LOCAL)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("ML;;NX;;;SI", "SACL alone decides"),
        ("ML;;NX;;;HI", "SACL alone decides"),
        ("TL;;GR;;;S-1-19-512-4096", "SACL alone decides"),
        ("ML;;NX;;;ME", "anyone"),
        ("AU;FA;GA;;;WD", "anyone"),
    ],
)
def test_without_a_dacl_anyone_can_connect_unless_the_sacl_keeps_users_out(entry, said):
    reading = on_host(with_text(f"O:NSG:BAS:({entry})")).mode_state
    assert reading.mode is CUSTOM and said in str(reading.reason)


def test_a_descriptor_for_another_uri_does_not_decide_about_sessions():
    whole = document(sddls=(sddl("P(D;;GA;;;NU)(A;;GA;;;BA)"),))
    for_another = whole.replace(b'powershell/Test" ExactMatch="true" Sddl', b'powershell/Other" ExactMatch="true" Sddl')
    assert for_another != whole
    found = on_host(SessionConfiguration.from_xml(for_another))
    assert found.mode_state.from_root_sddl
    assert found.mode_state.mode is CUSTOM
    assert found.sddls[-1] == ROOT_SDDL
    assert on_host(SessionConfiguration.from_xml(for_another), LOCAL_ROOT).mode_state.mode is LOCAL


@pytest.mark.parametrize(
    "dacl",
    [
        "P(A;;GA;;;BA)",
        "P(A;;GX;;;BA)",
        "P(A;;GXGR;;;IU)(A;;GR;;;WD)",
        f"P(D;;GA;;;{USER01})(A;;GA;;;BA)",
        "P(D;;GA;;;NS)(A;;GA;;;BA)",
        "P(D;;GA;;;S-1-5-2-1)(D;;GA;;;S-1-5-21-2)(D;;GA;;;S-1-15-2)(A;;GA;;;BA)",
        "P(XA;;GX;;;WD;(Member_of {SID(BA)}))",
        "P(D;IO;GA;;;NU)(A;;GA;;;BA)",
        "(A;ID;GA;;;BA)",
    ],
)
def test_a_dacl_without_a_network_deny_is_remote(dacl):
    assert on_host(configuration(dacl)).mode_state == AccessModeState(REMOTE)


@pytest.mark.parametrize(
    ("dacl", "reason"),
    [
        ("P(A;;GA;;;BA)(D;;GA;;;NU)", "An Allow comes before the NETWORK Deny."),
        ("P(D;;GR;;;NU)(A;;GA;;;BA)(D;;GX;;;NU)", "An Allow comes before the NETWORK Deny."),
        ("P(XD;;GA;;;NU;(Member_of {SID(BA)}))(A;;GA;;;BA)", "NETWORK is denied only under a condition."),
        ("P(D;;GRGW;;;NU)(A;;GA;;;BA)", "NETWORK is denied other rights, but not Execute(Invoke)."),
        ("(D;ID;GA;;;NU)(A;ID;GA;;;BA)", "inherited or for an object type"),
        (f"P(OD;;GA;{OBJECT};;NU)(A;;GA;;;BA)", "inherited or for an object type"),
        ("P(D;;GA;;;WD)(A;;GA;;;BA)", "Everyone is denied."),
        ("P(A;;GA;;;BA)(D;;GX;;;WD)", "An Allow comes before the Everyone Deny."),
        ("P(A;;GW;;;BA)(D;;GX;;;WD)", "Everyone is denied."),
        ("P(D;;GRGW;;;WD)(A;;GA;;;BA)", "Everyone is denied other rights, but not Execute(Invoke)."),
        ("P(XD;;GA;;;WD;(Member_of {SID(BA)}))(A;;GA;;;BA)", "Everyone is denied only under a condition."),
        (f"P(OD;;GA;{OBJECT};;WD)(A;;GA;;;BA)", "Everyone is denied by an entry for an object type."),
        ("P", "The DACL is empty: no one can connect."),
        ("P(D;IO;GA;;;NU)", "The DACL is empty: no one can connect."),
        (f"P(D;;GA;;;{USER01})", "No entry allows Execute(Invoke): no one can open a session."),
        ("P(A;;GRGW;;;BA)", "No entry allows Execute(Invoke): no one can open a session."),
        ("NO_ACCESS_CONTROL", "null DACL"),
    ],
)
def test_custom_says_why(dacl, reason):
    reading = on_host(configuration(dacl)).mode_state
    assert reading.mode is CUSTOM
    assert reason in str(reading.reason)


def test_no_dacl_at_all_is_custom():
    reading = on_host(with_text("O:NSG:BA")).mode_state
    assert (reading.mode, "null DACL" in str(reading.reason)) == (CUSTOM, True)


def test_unreadable_text_is_custom_and_cannot_be_edited():
    endpoint = with_text("foo")
    reading = on_host(endpoint).mode_state
    assert (reading.mode, "can't be read" in str(reading.reason)) == (CUSTOM, True)
    with pytest.raises(SddlError):
        with_mode(endpoint, LOCAL)
    assert mode_of(with_mode(endpoint, DISABLED)) is DISABLED


def test_descriptors_that_disagree_are_custom():
    reading = on_host(configuration("P(D;;GA;;;NU)(A;;GA;;;BA)", "P(A;;GA;;;BA)")).mode_state
    assert (reading.mode, str(reading.reason)) == (CUSTOM, "The endpoint has 2 security descriptors that differ.")
    assert mode_of(configuration("P(A;;GX;;;IU)", "P(A;;GA;;;BA)")) is REMOTE


def test_disabled_comes_first():
    for dacl in ("P(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GA;;;BA)", "NO_ACCESS_CONTROL"):
        endpoint = configuration(dacl, enabled=False)
        assert mode_of(endpoint) is DISABLED
        assert on_host(endpoint).when_enabled.mode_state == on_host(configuration(dacl)).mode_state


@pytest.mark.parametrize(("root", "mode"), [(ROOT_SDDL, REMOTE), (LOCAL_ROOT, LOCAL), ("", CUSTOM)])
def test_without_a_descriptor_the_service_decides(root, mode):
    reading = Endpoint(configuration(*NO_SECURITY), root).mode_state
    assert (reading.mode, reading.from_root_sddl) == (mode, True)


def test_a_resource_without_a_descriptor_beside_one_with():
    bare = b'<Resource ResourceUri="urn:b"><Capability Type="Shell"/></Resource></Resources>'
    endpoint = type(configuration()).from_xml(
        document(sddls=(sddl("P(D;;GA;;;NU)(A;;GA;;;BA)"),)).replace(b"</Resources>", bare)
    )
    assert mode_of(endpoint) is CUSTOM
    assert mode_of(endpoint, LOCAL_ROOT) is LOCAL


SET_VECTORS = [
    (LOCAL, "P(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GA;;;BA)"),
    (LOCAL, "P(D;;GA;;;NU)(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GA;;;BA)"),
    (LOCAL, "P(D;;GX;;;NU)(A;;GA;;;BA)", "P(D;;GA;;;NU)(D;;GX;;;NU)(A;;GA;;;BA)"),
    (LOCAL, "P(A;;GA;;;BA)(D;;GA;;;NU)", "P(D;;GA;;;NU)(A;;GA;;;BA)(D;;GA;;;NU)"),
    (LOCAL, f"P(D;;GA;;;{USER01})(A;;GA;;;BA)", f"P(D;;GA;;;NU)(D;;GA;;;{USER01})(A;;GA;;;BA)"),
    (LOCAL, "P(D;;GA;;;NS)(A;;GA;;;BA)", "P(D;;GA;;;NU)(D;;GA;;;NS)(A;;GA;;;BA)"),
    (LOCAL, "PAI(A;;GWGX;;;BA)(A;ID;FAGX;;;IU)", "PAI(D;;GA;;;NU)(A;;GWGX;;;BA)(A;ID;FAGX;;;IU)"),
    (LOCAL, "P", "P(D;;GA;;;NU)"),
    (LOCAL, "NO_ACCESS_CONTROL", "(D;;GA;;;NU)(A;;GA;;;WD)"),
    (REMOTE, "P(D;;GA;;;NU)(A;;GA;;;BA)", "P(A;;GA;;;BA)"),
    (REMOTE, "P(D;;GX;;;NU)(D;;GAGX;;;NU)(A;;GA;;;BA)(D;;GA;;;NU)", "P(A;;GA;;;BA)"),
    (REMOTE, f"P(D;;GA;;;NU)(D;;GA;;;{USER01})(A;;GA;;;BA)", f"P(D;;GA;;;{USER01})(A;;GA;;;BA)"),
    (REMOTE, "P(D;;GR;;;NU)(D;;GA;;;NS)(D;;GA;;;NU)(A;;GA;;;BA)", "P(D;;GR;;;NU)(D;;GA;;;NS)(A;;GA;;;BA)"),
    (REMOTE, "(D;ID;GA;;;NU)(A;ID;GA;;;BA)", "(D;ID;GA;;;NU)(A;ID;GA;;;BA)"),
    (REMOTE, "P(XD;;GA;;;NU;(Member_of {SID(BA)}))", "P(XD;;GA;;;NU;(Member_of {SID(BA)}))"),
    (REMOTE, "P(D;;GA;;;NU)", "P(A;;GA;;;BA)(A;;GA;;;RM)(A;;GA;;;IU)"),
    (REMOTE, "P", "P"),
    (REMOTE, "NO_ACCESS_CONTROL", "NO_ACCESS_CONTROL"),
    (DISABLED, "P(A;;GWGX;;;BA)", "P(A;;GWGX;;;BA)"),
]


@pytest.mark.parametrize("enabled", [True, False])
@pytest.mark.parametrize(("mode", "before", "after"), SET_VECTORS)
def test_setting_makes_the_smallest_edit(mode, before, after, enabled):
    result = with_mode(configuration(before, enabled=enabled), mode)
    assert dacls(result) == [after]
    assert result.enabled is (mode is not DISABLED)
    assert result.sddl == sddl(after)


def test_every_descriptor_is_set():
    both = configuration("P(D;;GA;;;NU)(A;;GA;;;BA)", "P(A;;GA;;;BA)")
    assert dacls(with_mode(both, LOCAL)) == ["P(D;;GA;;;NU)(A;;GA;;;BA)"] * 2
    assert dacls(with_mode(both, REMOTE)) == ["P(A;;GA;;;BA)"] * 2


def test_without_a_descriptor_local_writes_the_local_default():
    result = with_mode(configuration(*NO_SECURITY), LOCAL)
    assert result.sddl == LOCAL_DEFAULT
    assert mode_of(result, "") is LOCAL


@pytest.mark.parametrize(
    ("version", "has_group"),
    [("6.0.6002", False), ("6.1.7601", False), ("6.2.9200", True), ("10.0.20348", True), ("", True), ("6.1x", True)],
)
def test_remote_management_users_are_written_where_windows_has_that_group(version, has_group):
    defaults = local_default_of(version)
    local = with_mode(configuration(*NO_SECURITY), LOCAL, defaults)
    emptied = with_mode(configuration("P(D;;GA;;;NU)"), REMOTE, defaults)
    everyone = without_everyone_deny(configuration("P(D;;GA;;;WD)"), defaults)
    for after in (local, emptied, everyone):
        assert ("(A;;GA;;;RM)" in after.sddl) is has_group
        assert "(A;;GA;;;BA)" in after.sddl and "(A;;GA;;;IU)" in after.sddl


@pytest.mark.parametrize(
    ("endpoint", "needed"),
    [
        (configuration(*NO_SECURITY), True),
        (configuration("P(D;;GA;;;NU)"), True),
        (configuration("P(D;;GA;;;WD)(A;;GX;;;WD)"), True),
        (configuration("P(D;;GA;;;NU)(A;;GA;;;BA)"), False),
        (configuration("P"), False),
    ],
)
def test_the_version_matters_where_a_mode_may_write_defaults(endpoint, needed):
    assert needs_defaults(endpoint) is needed


def test_without_a_descriptor_remote_and_disabled_write_none():
    for mode in (REMOTE, DISABLED):
        assert with_mode(configuration(*NO_SECURITY), mode).security_nodes == ()


def test_custom_cannot_be_ordered():
    with pytest.raises(ValueError, match="read"):
        with_mode(configuration("P"), CUSTOM)


def test_the_local_default_is_the_remote_one_with_a_deny_in_front():
    remote = LOCAL_DEFAULT.replace("(D;;GA;;;NU)", "")
    assert mode_of(with_text(remote)) is REMOTE
    assert mode_of(with_text(LOCAL_DEFAULT)) is LOCAL
    assert with_mode(with_text(remote), LOCAL).sddl == LOCAL_DEFAULT
    assert with_mode(with_text(LOCAL_DEFAULT), REMOTE).sddl == remote


SIDS = st.sampled_from(["NU", "WD", "BA", "IU", "RM", "NS", "S-1-5-21-1-2-3-1001", "S-1-5-2-7"])
MASKS = st.sampled_from(["GA", "GX", "GR", "GWGX", "GAGX", "GWGR", "0x1200a9"])
FLAGS = st.sampled_from(["", "", "", "ID", "IO", "OICI"])
PLAIN = st.builds("({};{};{};;;{})".format, st.sampled_from("AD"), FLAGS, MASKS, SIDS)
CONDITIONAL = st.builds("({};;{};;;{};(Member_of {{SID(BA)}}))".format, st.sampled_from(["XA", "XD"]), MASKS, SIDS)
LISTS = st.builds(
    lambda flags, aces: flags + "".join(aces), st.sampled_from(["", "P", "PAI"]), st.lists(PLAIN | CONDITIONAL)
)
ENDPOINTS = st.builds(
    lambda lists, enabled: configuration(*lists, enabled=enabled), st.lists(LISTS, max_size=2), st.booleans()
)


@given(ENDPOINTS, st.sampled_from(SETTABLE))
def test_setting_twice_is_setting_once(endpoint, mode):
    once = with_mode(endpoint, mode)
    assert fingerprint(with_mode(once, mode).document) == fingerprint(once.document)


@given(ENDPOINTS)
def test_local_and_disabled_are_always_reached(endpoint):
    assert mode_of(with_mode(endpoint, LOCAL), "") is LOCAL
    assert mode_of(with_mode(endpoint, DISABLED), "") is DISABLED


@given(ENDPOINTS)
def test_remote_leaves_no_deny_that_a_click_could_take_away(endpoint):
    after = with_mode(endpoint, REMOTE)
    assert mode_of(after, "O:NSG:BA") not in (LOCAL, DISABLED)
    assert fingerprint(with_mode(after, REMOTE).document) == fingerprint(after.document)


@given(LISTS)
def test_local_then_remote_takes_nothing_else_away(dacl):
    others = [a for a in aces_of(configuration(dacl)) if not (a.is_deny and a.sid == NETWORK)]
    after = aces_of(with_mode(with_mode(configuration(dacl), LOCAL), REMOTE))
    kept = [a for a in after if not (a.is_deny and a.sid == NETWORK)]
    fell_back = not aces_left(dacl) and [str(a.sid) for a in kept] == ["S-1-5-32-544", "S-1-5-32-580", "S-1-5-4"]
    assert kept == others or fell_back


@given(LISTS)
def test_local_only_puts_one_entry_in_front(dacl):
    before, after = aces_of(configuration(dacl)), aces_of(with_mode(configuration(dacl), LOCAL))
    assert after in (before, after[:1] + before)


def aces_of(endpoint):
    return list(SecurityDescriptor.from_sddl(endpoint.sddl).dacl.aces)


def aces_left(dacl):
    """The entries that Remote would leave without the fallback."""
    return [
        a
        for a in aces_of(configuration(dacl))
        if not (a.sid == NETWORK and a.is_deny and a.is_unconditional and not a.is_inherited and a.mask & 0x30000000)
    ]


def test_without_a_descriptor_the_mode_is_not_known():
    assert mode_of_descriptors(()).mode is AccessMode.CUSTOM
