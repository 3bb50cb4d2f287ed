"""What is assumed about Windows is decided in one place: another value there is another behavior of the program."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import gatepost
from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.report import Outcome
from gatepost.wsman import assumptions
from gatepost.wsman.assumptions import Question

APP = Path(gatepost.__file__).parent
SOURCE = (APP / "wsman" / "assumptions.py").read_text("utf-8")
CONSTANTS = {name for name in vars(assumptions) if re.fullmatch(r"[A-Z][A-Z0-9_]+", name)}
RUN_AS = "Ops.RunAs"

FAULT = "from gatepost.wsman.errors import WsmanFault; from gatepost.backend.failures.diagnose import cause_of; "
# Another value, and what is so then and not before.
AT_IMPORT = {
    "UNKNOWN_PLUGIN_FAULT": (99, FAULT + "assert cause_of(WsmanFault(99, '', '', '')).name == 'NOT_THERE'"),
    "ACCESS_DENIED_FAULT": (99, FAULT + "assert cause_of(WsmanFault(99, '', '', '')).name == 'ACCESS_DENIED'"),
    "BAD_DESCRIPTOR_FAULT": (99, FAULT + "assert cause_of(WsmanFault(99, '', '', '')).name == 'BAD_DESCRIPTOR'"),
    "PLUGIN_DISABLED_FAULT": (99, "from gatepost.backend.host.proof import PLUGIN_CLOSED; assert PLUGIN_CLOSED == 99"),
    "BAD_DOCUMENT_FAULT": (99, "from gatepost.wsman.refusals import proves_unchanged; assert proves_unchanged(99, '')"),
    "BAD_FILTER_FAULT": (99, "assert a.Question.BAD_FILTER.assumed == 'fault 99'"),  # reloaded below
    "FIREWALL_RULES": ("select 1", "from gatepost.backend.host import machine; assert machine._RULES == 'select 1'"),
    "REGISTRY_IN_CIMV2": (
        False,
        "from gatepost.backend.host import machine; assert machine._REGISTRIES[0].endswith('/root/default/StdRegProv')",
    ),
}  # fmt: skip
AT_RUN_TIME = {"PLUGINS_ARE_WHOLE", "DESCRIPTORS_GO_ALONE", "RUN_AS_PASSWORD_KEPT"}


def test_every_constant_is_tested():
    assert {*AT_IMPORT, *AT_RUN_TIME} == CONSTANTS


@pytest.mark.parametrize("name", AT_IMPORT)
def test_another_value_is_another_behavior(name, tmp_path):
    value, proof = AT_IMPORT[name]
    assert f"\n{name} = " in SOURCE
    changed = re.sub(rf"(?m)^{name} = .*$", lambda _: f"{name} = {value!r}", SOURCE)  # one line
    path = tmp_path / "assumptions.py"
    path.write_text(changed, "utf-8")
    code = (
        "import sys, importlib.util as u\n"
        f"s = u.spec_from_file_location('gatepost.wsman.assumptions', {str(path)!r}); a = u.module_from_spec(s)\n"
        "sys.modules['gatepost.wsman.assumptions'] = a; s.loader.exec_module(a)\n"
        "import gatepost.wsman; gatepost.wsman.assumptions = a\n"
    )
    for prepared, status in (("", 1), (code, 0)):
        prelude = prepared or "import gatepost.wsman.assumptions as a\n"
        done = subprocess.run([sys.executable, "-c", prelude + proof], capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stderr
        assert status == 0 or "AssertionError" in done.stderr


def test_plugins_that_are_not_whole_are_read_one_by_one(start, monkeypatch):
    bench = start("windows-server")
    whole = bench.list()
    bench.tell("reset-counts")
    monkeypatch.setattr(assumptions, "PLUGINS_ARE_WHOLE", False)
    found = bench.list()
    assert (found.configurations, found.other_plugins) == (whole.configurations, whole.other_plugins)
    assert bench.counts()["get"]["config/plugin"] >= len(found.configurations)


def change_of_run_as(bench):
    change_set = set_access_mode(bench.list(), [RUN_AS], AccessMode.LOCAL)
    bench.tell("reset-counts")
    (outcome,) = bench.apply(change_set).values()
    return outcome, bench.counts().get("put", {})


def test_descriptors_that_cannot_go_alone_go_with_their_documents(start, monkeypatch):
    assert change_of_run_as(start("hard-cases"))[1] == {"config/service/security": 1}
    monkeypatch.setattr(assumptions, "DESCRIPTORS_GO_ALONE", False)
    outcome, puts = change_of_run_as(start("hard-cases"))
    assert (outcome.outcome, puts) == (Outcome.CHANGED, {"config/plugin": 1})


def test_a_document_is_not_sent_that_would_lose_the_password_of_its_run_as_user(start, monkeypatch):
    monkeypatch.setattr(assumptions, "DESCRIPTORS_GO_ALONE", False)
    monkeypatch.setattr(assumptions, "RUN_AS_PASSWORD_KEPT", False)
    outcome, puts = change_of_run_as(start("hard-cases"))
    assert (outcome.outcome, outcome.fulfilled, puts) == (Outcome.UNCHANGED, False, {})
    assert "lose the password" in str(outcome.message)


def test_no_number_of_an_assumption_is_written_anywhere_else():
    numbers = {str(value) for name in CONSTANTS if type(value := getattr(assumptions, name)) is int and value > 100}
    for path in APP.rglob("*.py"):
        if "practice" in path.parts or path.name == "assumptions.py":
            continue  # the practice host is written from the protocol, not from us
        found = {
            str(node.value) for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)
        }
        assert not numbers & found, path


def test_each_constant_is_explained_by_the_question_that_asks_for_it():
    numbers = {question.number for question in Question}
    for name in CONSTANTS:
        explained = re.search(rf'(?ms)^{name} = .*?\n"""([\d and]+): ', SOURCE)
        assert explained, name
        assert {int(number) for number in re.findall(r"\d+", explained[1])} <= numbers
