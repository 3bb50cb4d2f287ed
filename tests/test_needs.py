"""What is missing is skipped on a desk, and fails where it ought to have been installed."""

import sys

import pytest
from hypothesis import settings

from tests.needs import REFERENCE_DATA, needs, reference_folder


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
    with pytest.raises(BaseException, match="krb5-kdc") as caught:  # a skip would skip this test
        needs(False, "krb5-kdc")
    assert caught.type is outcome


def test_reference_data_that_are_named_have_to_be_there(monkeypatch, tmp_path):
    (tmp_path / "sddl").mkdir()
    monkeypatch.setenv(REFERENCE_DATA, str(tmp_path))
    assert reference_folder("sddl") == tmp_path / "sddl"
    with pytest.raises(FileNotFoundError, match="wsman"):
        reference_folder("wsman")
    monkeypatch.delenv(REFERENCE_DATA)
    assert not reference_folder("wsman").exists()


def test_property_tests_see_new_examples_and_say_what_repeats_a_failure():
    assert not settings.default.derandomize
    assert settings.default.print_blob
    assert settings.default.database is not None
    assert settings.default.deadline is None
