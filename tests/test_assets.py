import pytest

from gatepost.assets import resource_path, resource_root


def test_resources_are_found():
    assert resource_path("practice", "reference-page.json").is_file()
    assert resource_path("icons").parent == resource_root()


def test_a_missing_resource_is_named():
    with pytest.raises(FileNotFoundError, match="no-such"):
        resource_path("icons", "no-such.svg")
