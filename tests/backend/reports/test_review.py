"""What a report says of the entries of an endpoint."""

import pytest

from gatepost.backend.reports.review import reviewed_host
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from tests.endpoints.documents import NO_SECURITY, configuration, document, snapshot

URI = "http://schemas.microsoft.com/powershell/Test"
NARROW = configuration("P(A;;GA;;;BA)").document.replace(
    f'Uri="{URI}" ExactMatch="true" Sddl'.encode(), f'Uri="{URI}/x" ExactMatch="true" Sddl'.encode()
)
PLACELESS = configuration("P(A;;GA;;;BA)").document.replace(
    f'Uri="{URI}" ExactMatch="true" Sddl'.encode(), b'ExactMatch="true" Sddl'
)


@pytest.mark.parametrize(
    ("document", "resources"),
    [
        (NARROW, {f"{URI}/x", "RootSDDL"}),  # nothing of its own is for the URI of a session
        (PLACELESS, {URI}),
        (document("Test", NO_SECURITY), {"RootSDDL"}),
    ],
    ids=["a URI of its own", "no URI", "no descriptor"],
)
def test_each_entry_says_what_it_is_for(document, resources):
    host = reviewed_host(snapshot(SessionConfiguration.from_xml(document)))
    assert {entry.resource for entry in host.endpoints[0].entries} == resources
