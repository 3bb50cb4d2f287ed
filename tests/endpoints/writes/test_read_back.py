"""What was read back after a write: which state it is, what else has changed, and what a host only fills in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.writes.read_back import ReadBackState, changed_besides, read_back_of
from tests.endpoints.documents import configuration, document

BEFORE = document()
OPEN, CLOSED, OTHER = "P(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GA;;;BA)", "P(A;;GX;;;IU)"


def with_attribute(attribute: str) -> bytes:
    return BEFORE.replace(b" Enabled=", f" {attribute} Enabled=".encode(), 1)


@pytest.mark.parametrize(
    ("attribute", "names"),
    [
        ('AutoRestart="false"', ()),  # the default, which a host fills in
        ('AutoRestart="0"', ()),
        ('AutoRestart="true"', ("AutoRestart",)),
        ('Extra="false"', ("Extra",)),
    ],
)
def test_what_a_host_fills_in_is_no_change(attribute: str, names: tuple[str, ...]) -> None:
    after = with_attribute(attribute)
    assert after != BEFORE
    assert changed_besides(BEFORE, after) == names


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ((CLOSED, CLOSED), ReadBackState.AFTER),
        ((OPEN, OPEN), ReadBackState.BEFORE),
        ((CLOSED, OPEN), ReadBackState.PARTLY),
        ((OPEN, CLOSED), ReadBackState.PARTLY),
        ((CLOSED, OTHER), ReadBackState.OTHER),
        ((CLOSED,), ReadBackState.OTHER),
        ((), ReadBackState.OTHER),
    ],
)
def test_descriptors_are_compared_one_by_one(now, found):
    states = [EndpointState.of(configuration(*dacls)) for dacls in (now, (OPEN, OPEN), (CLOSED, CLOSED))]
    assert read_back_of(*states).state is found


def test_an_endpoint_of_which_only_being_enabled_is_as_wanted_is_not_half_written():
    """Another change may have enabled it: no descriptor of it is as this write wanted."""
    now, after = (EndpointState.of(configuration(dacl)) for dacl in (OPEN, CLOSED))
    before = replace(now, enabled=not now.enabled)
    assert read_back_of(now, before, after).state is ReadBackState.OTHER
