import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.endpoints.configuration.endpoint_state import EndpointState, SecurityNode, StateError
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from tests.endpoints.documents import configuration, document

TEXTS = st.text(max_size=20)


def test_everything_is_kept_as_the_host_wrote_it():
    endpoint = SessionConfiguration.from_xml(
        document(sddls=("o:bad:(A;;ga;;;BA)",), attributes='Enabled="True"').replace(
            b'ExactMatch="true" Sddl', b'ExactMatch="False" Sddl'
        )
    )
    state = EndpointState.of(endpoint)
    assert (state.enabled, state.enabled_text) == (True, "True")
    uri = "http://schemas.microsoft.com/powershell/Test"
    assert state.descriptors == (SecurityNode(uri, uri, "False", "o:bad:(A;;ga;;;BA)"),)


def test_what_is_not_there_is_kept_as_not_there():
    endpoint = SessionConfiguration.from_xml(document(sddls=(), attributes=""))
    assert EndpointState.of(endpoint) == EndpointState(True, "", ())


def test_a_run_as_user_and_its_password_are_not_part_of_it():
    endpoint = configuration("P(A;;GA;;;BA)", attributes='RunAsUser="u" RunAsPassword="hunter2"')
    assert "hunter2" not in EndpointState.of(endpoint).to_json()


@given(
    st.builds(
        EndpointState,
        st.booleans(),
        TEXTS,
        st.lists(st.builds(SecurityNode, TEXTS, TEXTS, TEXTS, TEXTS), max_size=3).map(tuple),
    )
)
def test_text_and_back(state):
    assert EndpointState.from_json(state.to_json()) == state


def test_the_first_version_noted_less():
    kept = '{"enabled": false, "descriptors": [{"resource": "r", "uri": "u", "sddl": "D:"}]}'
    assert EndpointState.from_json(kept) == EndpointState(False, "false", (SecurityNode("r", "u", "", "D:"),))


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"enabled": 1, "descriptors": []}',
        '{"enabled": true, "descriptors": [1]}',
        '{"enabled": true, "descriptors": [{"resource": 1, "uri": "", "sddl": ""}]}',
        '{"enabled": true, "descriptors": 5}',
        json.dumps({"enabled": True, "enabled_text": None, "descriptors": []}),
    ],
)
def test_anything_else_is_refused(damaged):
    with pytest.raises(StateError):
        EndpointState.from_json(damaged)
