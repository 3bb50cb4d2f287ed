import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.access_mode_edit import with_mode
from gatepost.endpoints.configuration.endpoint_state import EndpointState, SecurityNode
from gatepost.endpoints.configuration.plugin_document import fingerprint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.writes.restore_document import MisfitError, with_state
from tests.endpoints.documents import SETTABLE, configuration, document, sddl

URI = "http://schemas.microsoft.com/powershell/Test"
OPEN, CLOSED = "P(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GA;;;BA)"
LISTS = st.lists(st.sampled_from([OPEN, CLOSED, "P(A;;GX;;;IU)", "", "garbage"]), max_size=3)
ENABLED = st.sampled_from(["", 'Enabled="true"', 'Enabled="false"', 'Enabled="True"', 'Enabled="FALSE"'])


def endpoint(lists, attributes):
    return SessionConfiguration.from_xml(document(sddls=tuple(map(sddl, lists)), attributes=attributes))


@given(LISTS, ENABLED, LISTS, ENABLED)
def test_every_state_can_be_reached_from_every_other_and_nothing_else_changes(old, old_enabled, new, new_enabled):
    before, after = endpoint(old, old_enabled), endpoint(new, new_enabled)
    back = with_state(after, EndpointState.of(before))
    assert EndpointState.of(back) == EndpointState.of(before)
    assert fingerprint(back.document) == fingerprint(before.document)


@pytest.mark.parametrize("attributes", ["", 'Enabled="True"', 'Enabled="false"'])
@pytest.mark.parametrize("lists", [(), (OPEN,), (CLOSED,), (OPEN, CLOSED)])
@pytest.mark.parametrize("mode", SETTABLE)
def test_a_mode_is_taken_back_byte_for_byte(lists, attributes, mode):
    before = endpoint(lists, attributes)
    back = with_state(with_mode(before, mode), EndpointState.of(before))
    assert back.document_for_put() == before.document_for_put()


def test_what_no_row_shows_is_not_put_back():
    """Somebody has made the descriptor hold for what lies under its URI too: that is no part of what was written."""
    before = endpoint((OPEN,), "")
    foreign = with_mode(before, AccessMode.LOCAL).document.replace(b'ExactMatch="true"', b'ExactMatch="false"')
    assert foreign != before.document
    back = with_state(SessionConfiguration.from_xml(foreign), EndpointState.of(before))
    (node,) = back.security_nodes
    assert (node.sddl, node.is_exact) == (sddl(OPEN), False)
    gone = with_state(before.without_security(), EndpointState.of(SessionConfiguration.from_xml(foreign)))
    assert [n.is_exact for n in gone.security_nodes] == [False]


def test_a_descriptor_goes_back_to_the_uri_that_it_had():
    before = endpoint((OPEN,), "")
    place = 'Uri="{}" ExactMatch="true" Sddl'
    narrowed = SessionConfiguration.from_xml(
        before.document.replace(place.format(URI).encode(), place.format(f"{URI}/x").encode())
    )
    assert [node.uri for node in narrowed.security_nodes] == [f"{URI}/x"]
    back = with_state(narrowed, EndpointState.of(before))
    assert [node.uri for node in back.security_nodes] == [URI]


def test_what_is_so_already_is_left_alone():
    before = configuration(OPEN)
    assert with_state(before, EndpointState.of(before)) is before


def test_the_first_version_did_not_note_how_things_were_written():
    old = EndpointState.from_json(
        f'{{"enabled": true, "descriptors": [{{"resource": "{URI}", "uri": "{URI}", "sddl": "{sddl(OPEN)}"}}]}}'
    )
    before = endpoint((OPEN,), 'Enabled="True"')
    for mode in SETTABLE:
        back = with_state(with_mode(before, mode), old)
        assert back.enabled
        assert back.security_nodes == before.security_nodes
    assert with_state(endpoint((), ""), old).security_nodes == before.security_nodes
    disabled = EndpointState(False, "false", old.descriptors)
    assert not with_state(before, disabled).enabled


def test_a_resource_that_is_gone_cannot_be_put_back():
    state = EndpointState(True, "true", (SecurityNode("other", "other", "true", sddl(OPEN)),))
    with pytest.raises(MisfitError):
        with_state(configuration(OPEN), state)


def test_two_resources_of_one_name():
    once = document(sddls=(sddl(OPEN),))
    start, end = once.index(b"<Resource "), once.index(b"</Resources>")
    twice = SessionConfiguration.from_xml(once[:end] + once[start:end] + once[end:])
    closed = with_mode(twice, AccessMode.LOCAL)
    assert with_state(closed, EndpointState.of(twice)).document_for_put() == twice.document_for_put()
    with pytest.raises(MisfitError):
        with_state(twice.without_security(), EndpointState.of(twice))
