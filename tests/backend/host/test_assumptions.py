"""What is assumed about Windows is decided in one place: another value there is another behavior of the program."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import gatepost
from gatepost.backend.check.questions import Question
from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.work import WorkContext
from gatepost.wsman import assumptions
from gatepost.wsman.fault_codes import FaultCode

APP = Path(gatepost.__file__).parent
DECISIONS = {name for name in vars(assumptions) if re.fullmatch(r"[A-Z][A-Z0-9_]+", name)}
RUN_AS = "Ops.RunAs"

ASK = "from gatepost.wsman.errors import WsmanFault; from gatepost.backend.failures.diagnose import cause_of; "
# Another value, and what is so then and not before.
AT_IMPORT = {
    "RESOURCE_NOT_FOUND": (99, ASK + "assert cause_of(WsmanFault(99, '', '', '')).name == 'NOT_THERE'"),
    "ACCESS_DENIED": (99, ASK + "assert cause_of(WsmanFault(99, '', '', '')).name == 'ACCESS_DENIED'"),
    "INVALID_SECURITY_DESCRIPTOR": (99, ASK + "assert cause_of(WsmanFault(99, '', '', '')).name == 'BAD_DESCRIPTOR'"),
    "REMOTE_CONNECTION_NOT_ALLOWED": (
        99,
        ASK + "assert cause_of(WsmanFault(99, '', '', '')).name == 'REMOTE_ACCESS_OFF'",
    ),
    "SCHEMA_VALIDATION_ERROR": (99, ASK + "assert not WsmanFault(99, '', '', '').may_have_changed_host"),
    "FIREWALL_RULES": (
        "select 1",
        "from gatepost.wsman import assumptions; assert assumptions.FIREWALL_RULES == 'select 1'",
    ),
    "REGISTRY_IN_CIMV2": (
        False,
        "from gatepost.backend.host import settings_client as c; "
        "assert c._REGISTRIES[0].endswith('/root/default/StdRegProv')",
    ),
}
AT_RUN_TIME = {"PLUGINS_ARE_WHOLE", "SECURITY_ELEMENT_WRITABLE", "RUN_AS_PASSWORD_KEPT"}


def test_every_decision_is_tested():
    assert {*AT_IMPORT, *AT_RUN_TIME} >= DECISIONS


@pytest.mark.parametrize("name", AT_IMPORT)
def test_another_value_is_another_behavior(name, tmp_path):
    """Of a copy of the program in which one line differs."""
    value, proof = AT_IMPORT[name]
    shutil.copytree(APP, tmp_path / "gatepost", ignore=shutil.ignore_patterns("__pycache__"))
    for changed in (False, True):
        if changed:
            module = "assumptions" if name in DECISIONS else "fault_codes"
            path = tmp_path / "gatepost" / "wsman" / f"{module}.py"
            text, lines = re.subn(rf"(?m)^( *){name} = .*$", rf"\g<1>{name} = {value!r}", path.read_text("utf-8"))
            assert lines == 1
            path.write_text(text, "utf-8")
        command = [sys.executable, "-B", "-c", proof]
        environment = os.environ | {"PYTHONPATH": str(tmp_path)}
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode == 0) is changed, done.stderr
        assert changed or "AssertionError" in done.stderr


def test_the_rules_of_the_firewall_are_asked_for_as_assumed(start, monkeypatch):
    host = start("windows-server").host
    assert not isinstance(rules := host.reader.exposure(WorkContext()).rules, HostError) and rules
    monkeypatch.setattr(assumptions, "FIREWALL_RULES", "select * from MSFT_NetFirewallRule where InstanceID like 'X-%'")
    assert host.reader.exposure(WorkContext()).rules == ()


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
    monkeypatch.setattr(assumptions, "SECURITY_ELEMENT_WRITABLE", False)
    outcome, puts = change_of_run_as(start("hard-cases"))
    assert (outcome.outcome, puts) == (Outcome.CHANGED, {"config/plugin": 1})


def test_a_document_is_not_sent_that_would_lose_the_password_of_its_run_as_user(start, monkeypatch):
    monkeypatch.setattr(assumptions, "SECURITY_ELEMENT_WRITABLE", False)
    monkeypatch.setattr(assumptions, "RUN_AS_PASSWORD_KEPT", False)
    outcome, puts = change_of_run_as(start("hard-cases"))
    assert (outcome.outcome, outcome.fulfilled, puts) == (Outcome.UNCHANGED, False, {})
    assert "lose the password" in str(outcome.message)


def test_no_code_of_a_fault_that_is_assumed_is_written_anywhere_else():
    numbers = {int(code) for code in FaultCode if code > 100}
    for path in APP.rglob("*.py"):
        if "practice" in path.parts or path.name == "fault_codes.py":
            continue  # the practice host is written from the protocol, not from us
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        found = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, int)}
        assert not numbers & found, path


def test_each_decision_is_explained_by_the_question_that_asks_for_it():
    source = (APP / "wsman" / "assumptions.py").read_text("utf-8")
    numbers = {question.number for question in Question}
    for name in DECISIONS:
        explained = re.search(rf'(?ms)^{name} = .*?\n"""([\d and]+): ', source)
        assert explained, name
        assert {int(number) for number in re.findall(r"\d+", explained[1])} <= numbers
