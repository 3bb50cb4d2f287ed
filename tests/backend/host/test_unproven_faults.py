"""Errors of a host that stops: the change was made, or it was not, and only a look tells."""

import pytest

from gatepost.backend.host.settings_client import SettingsClient
from gatepost.backend.host.subjects import SettingSubject
from gatepost.endpoints.changes.remoting import enable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.host.setting_fixes import set_start_mode, set_token_policy
from gatepost.endpoints.host.settings import DISABLED
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.work import WorkContext
from gatepost.wsman.messages import uris

CODES = [995, 1115, 2150858793, 2150859174]
FIRST = "microsoft.powershell"


@pytest.fixture
def bench(start):
    return start("windows-server")


def policy(bench):
    found = bench.host.reader.exposure(WorkContext())
    return set_token_policy(found.token_policy, 1)


def written(bench):
    return bench.tell("machine")["token_policy"] == 1


class TestSettings:
    @pytest.mark.parametrize("code", CODES)
    def test_carried_out_and_seen(self, bench, code):
        change_set = policy(bench)
        bench.tell("after", "1", "fault-after", str(code))
        (outcome,) = bench.host.change_settings(change_set, bench.host.identity, "", WorkContext()).outcomes
        assert outcome.outcome is Outcome.CHANGED and written(bench)
        assert f"code {code}" in str(outcome.message)

    @pytest.mark.parametrize("code", CODES)
    def test_not_carried_out_is_unknown_as_long_as_it_may_be_under_way(self, bench, code):
        change_set = policy(bench)
        bench.tell("after", "1", "fault", str(code))
        (outcome,) = bench.host.change_settings(change_set, bench.host.identity, "", WorkContext()).outcomes
        assert outcome.outcome is Outcome.UNKNOWN and not written(bench)
        assert bench.journal.entries()[-1].is_unsettled

    def test_carried_out_and_the_host_gone(self, bench):
        change_set = policy(bench)
        bench.tell("after", "1", "fault-after", "995")
        bench.tell("after", "2", "vanish")
        (outcome,) = bench.host.change_settings(change_set, bench.host.identity, "", WorkContext()).outcomes
        assert outcome.outcome is Outcome.UNKNOWN
        assert bench.journal.entries()[-1].is_unsettled

    def test_a_write_is_not_tried_in_another_namespace_after_such_an_error(self, bench):
        change_set = policy(bench)
        bench.tell("reset-counts")
        bench.tell("after", "1", "fault-after", "995")
        bench.host.change_settings(change_set, bench.host.identity, "", WorkContext())
        assert bench.counts()["invoke"]["SetDWORDValue"] == 1


class TestEndpoints:
    @pytest.mark.parametrize("code", CODES)
    def test_carried_out_and_seen(self, bench, code):
        change_set = set_access_mode(bench.list(), [FIRST], AccessMode.LOCAL)
        bench.tell("after", "1", "fault-after", str(code))
        assert bench.apply(change_set)[FIRST].outcome is Outcome.CHANGED

    def test_carried_out_and_the_host_gone(self, bench):
        change_set = set_access_mode(bench.list(), [FIRST, "Test"], AccessMode.LOCAL)
        names = [change.name for change in change_set.effective]
        bench.tell("after", "1", "fault-after", "995")
        bench.tell("after", "2", "vanish")
        report = bench.apply(change_set)
        assert report[names[0]].outcome is Outcome.UNKNOWN
        assert bench.journal.entries()[0].is_unsettled
        assert {report[name].outcome for name in names[1:]} <= {Outcome.UNCHANGED}


class Stub:
    """A host whose methods do as told and answer something odd."""

    url = "http://h:5985/wsman"

    def __init__(self, answer, carries_out=True):
        self.mode, self._answer, self._carries_out = "Auto", answer, carries_out

    def get(self, *_):
        fields = f"<p:Name>WinRM</p:Name><p:StartMode>{self.mode}</p:StartMode><p:State>Running</p:State>"
        return f'<p:Win32_Service xmlns:p="{uris.WIN32_SERVICE}">{fields}</p:Win32_Service>'.encode()

    def invoke(self, resource, action, *_):
        self.mode = "Disabled" if self._carries_out else self.mode
        return f'<p:{action}_OUTPUT xmlns:p="{resource}">{self._answer}</p:{action}_OUTPUT>'.encode()


@pytest.mark.parametrize(
    "answer",
    ["<p:ReturnValue>7</p:ReturnValue>", "<p:ReturnValue>8</p:ReturnValue>", "", "<p:ReturnValue>x</p:ReturnValue>"],
)
@pytest.mark.parametrize("carries_out", [True, False])
def test_a_return_value_that_proves_nothing_is_looked_after(bench, answer, carries_out):
    change_set = set_start_mode(SettingsClient(Stub("")).service(), DISABLED)
    outcome = carried_out(bench, change_set, Stub(answer, carries_out))
    assert outcome.outcome is (Outcome.CHANGED if carries_out else Outcome.UNKNOWN)


@pytest.mark.parametrize("number", [2, 3, 5, 14, 21])
def test_a_return_value_that_proves_a_refusal(bench, number):
    change_set = set_start_mode(SettingsClient(Stub("")).service(), DISABLED)
    outcome = carried_out(bench, change_set, Stub(f"<p:ReturnValue>{number}</p:ReturnValue>", carries_out=False))
    assert outcome.outcome is Outcome.REFUSED
    assert "The host refused" in str(outcome.message)


def carried_out(bench, change_set, stub):
    from gatepost.backend.host.carry_out import CarryOut
    from gatepost.endpoints.writes.journal_entry import PlannedAction

    subjects = [SettingSubject(SettingsClient(stub), write) for write in change_set.writes]
    (outcome,) = (
        CarryOut(PlannedAction(bench.host.identity, change_set.verb), subjects, bench.journal)
        .run(WorkContext())
        .outcomes
    )
    return outcome


def test_a_login_that_is_rejected_in_the_settings_part_ends_the_whole_action(bench):
    change_set = set_access_mode(bench.list(), [FIRST], AccessMode.LOCAL)
    bench.apply(change_set)
    settings, change_set = policy(bench).writes, enable_remoting(bench.list())
    assert change_set.effective
    stranger = bench.connect(password="wrong")
    stranger_logons = logons(bench)
    report = stranger.apply(change_set, "", WorkContext(), settings)
    assert {outcome.outcome for outcome in report.outcomes} == {Outcome.UNCHANGED}
    assert [str(outcome.message) for outcome in report.outcomes[1:] if not outcome.fulfilled] == [
        "Skipped after an earlier error."
    ] * len(change_set.effective)
    assert logons(bench) == stranger_logons, "nothing was asked of the host"


def logons(bench):
    return {kind: count for kind, count in bench.counts().items() if kind in ("get", "put", "invoke")}


def test_the_whole_action_is_one_group_settings_first(bench):
    settings = policy(bench).writes
    bench.apply(set_access_mode(bench.list(), [FIRST], AccessMode.LOCAL))
    bench.host.apply(enable_remoting(bench.list()), "", WorkContext(), settings)
    entries = bench.journal.entries()[1:]
    assert len({entry.batch for entry in entries}) == 1
    assert entries[0].subject == "LocalAccountTokenFilterPolicy"
    assert FIRST in [entry.subject for entry in entries[1:]]
