"""What is missing is skipped on a desk, and fails where it ought to have been installed."""

import sys

import pytest

from tests.needs import needs


def test_what_is_there_is_no_matter(monkeypatch):
    monkeypatch.setenv("CI", "true")
    needs(True, "nothing")


@pytest.mark.parametrize(
    ("ci", "platform", "outcome"),
    [
        ("true", "linux", pytest.fail.Exception),
        ("", "linux", pytest.skip.Exception),
        ("true", "win32", pytest.skip.Exception),
    ],
)
def test_what_is_missing(monkeypatch, ci, platform, outcome):
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(outcome, match="krb5-kdc"):
        needs(False, "krb5-kdc")
