"""The page for people who cannot connect is made from the program's own tables, and is up to date."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.failures.reach_catalog import ReachCause

SCRIPT = Path(__file__).parents[1] / ".ci" / "connecting.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    specification = importlib.util.spec_from_file_location("connecting", SCRIPT)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_the_page_is_what_the_script_makes(script):
    written = script.PAGE.read_text("utf-8")
    assert script.page(written) == written, "run: python .ci/connecting.py"


@pytest.mark.parametrize("cause", [*ReachCause, *LoginCause], ids=lambda cause: cause.name)
def test_every_cause_says_when_it_applies(script, cause):
    assert list(script._conditions(cause))
