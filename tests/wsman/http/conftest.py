"""A private certification authority for each file of tests."""

from __future__ import annotations

import pytest

from tests.wsman import pki


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pki")


@pytest.fixture(scope="module")
def authority(folder):
    return pki.authority(folder)
