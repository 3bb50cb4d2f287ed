"""What else has changed between two readings, and what a host only fills in."""

from __future__ import annotations

import pytest

from gatepost.endpoints.writes.unwritten import changed_besides
from tests.endpoints.documents import document

BEFORE = document()


def with_attribute(attribute: str) -> bytes:
    return BEFORE.replace(b" Enabled=", f" {attribute} Enabled=".encode(), 1)


@pytest.mark.parametrize(
    ("attribute", "names"),
    [
        ('AutoRestart="false"', ()),  # the default, which a host fills in
        ('AutoRestart="true"', ("AutoRestart",)),
        ('Extra="false"', ("Extra",)),
    ],
)
def test_what_a_host_fills_in_is_no_change(attribute: str, names: tuple[str, ...]) -> None:
    after = with_attribute(attribute)
    assert after != BEFORE
    assert changed_besides(BEFORE, after) == names
