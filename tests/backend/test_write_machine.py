"""Writes with a fault at every leg, over endpoints with one and several descriptors and over settings.

Whatever happens, report and journal say what the practice host's own state shows: neither more nor less.
"""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from lxml import etree

from gatepost.backend.host import reconcile_write
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.changes.revert import plan_revert, revert_change_set
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.host.setting_change_set import TOKEN_POLICY, SettingChangeSet, SettingWrite
from gatepost.endpoints.host.setting_state import read_state
from gatepost.endpoints.host.settings import WINRM
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind
from gatepost.endpoints.writes.read_back import ReadBackState, read_back_of
from gatepost.work import WorkContext
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.backend.journals import unsettled
from tests.endpoints.documents import NAMESPACE
from tests.practice.host_process import PracticeProcess

ONE, TWO_AT_ONCE, SEVERAL = "microsoft.powershell", "Two.Nodes.That.Disagree", "Ops.RunAs"
NAMES = (ONE, TWO_AT_ONCE, SEVERAL)
SEEN = 3  # read, write, look: what changes after that is none of ours
ABSENT = "absent"
POLICIES, START_MODES = (ABSENT, "0", "1"), ("Auto", "Manual", "Disabled")
CLOSED = "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)"
WIDE = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;IU)"

FAULTS = {  # what is done to a request
    "accepted": "",
    "refused": "fault 5",
    "lost before": "drop 2",  # once more for the read that is tried again
    "lost after": "drop-after 2",
    "aborted before": "fault 995",
    "aborted after": "fault-after 995",
    "shutting down": "fault-after 1115",
    "gone": "vanish",
}
# What happens, after how many answers, and whether the host is gone after one more.
steps = st.tuples(st.sampled_from(sorted(FAULTS)), st.integers(0, 6), st.booleans())
ExchangeStep = tuple[str, int, bool]


def setting_write(kind, subject, before, after):
    return SettingWrite(subject, *(read_state(kind, note) for note in (before, after)))


class Writes(RuleBasedStateMachine):
    """One practice host for all examples; each begins with it as it was."""

    practice: PracticeProcess
    target: object

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        folder = self._stack.enter_context(tempfile.TemporaryDirectory())
        self._stack.enter_context(mock.patch.object(reconcile_write, "STILL_UNDER_WAY", timedelta(0)))
        transport = connect(self.target)
        self._stack.callback(transport.close)
        self.transport = transport
        self.journal = Journal(Path(folder) / "journal.sqlite3")
        self.host = Host(transport, self.journal, "practice", "SERVER01", kind=HostKind.PRACTICE)

    @initialize()
    def begin(self) -> None:
        self.calm()
        for name in NAMES:
            self.tell("set-sddl", name, WIDE)
            self.tell("set-enabled", name, "true")
        self.tell("set-policy", ABSENT)
        self.tell("set-start-mode", "Automatic")

    def teardown(self) -> None:
        self.calm()
        self._stack.close()

    # What can be asked for

    @rule(
        names=st.sets(st.sampled_from(NAMES), min_size=1),
        mode=st.sampled_from(["Local", "Remote", "Disabled"]),
        step=steps,
    )
    def change_endpoints(self, names: set[str], mode: str, step: ExchangeStep) -> None:
        change_set = set_access_mode(self.host.read_snapshot(WorkContext()), sorted(names), AccessMode(mode))
        self.carried_out(lambda: self.host.apply(change_set, "", WorkContext()), step)

    @rule(policy=st.sampled_from(POLICIES), mode=st.sampled_from(START_MODES), step=steps)
    def change_settings(self, policy: str, mode: str, step: ExchangeStep) -> None:
        order = self.order(policy, mode)
        self.carried_out(lambda: self.host.change_settings(order, self.host.identity, "", WorkContext()), step)

    @rule(policy=st.sampled_from(POLICIES), step=steps)
    def enable(self, policy: str, step: ExchangeStep) -> None:
        change_set = set_access_mode(self.host.read_snapshot(WorkContext()), NAMES, AccessMode.REMOTE)
        writes = self.order(policy, "Auto").writes
        self.carried_out(lambda: self.host.apply(change_set, "", WorkContext(), writes), step)

    @rule(step=steps)
    def revert(self, step: ExchangeStep) -> None:
        entries = [e for e in self.journal.entries() if e.kind is SubjectKind.ENDPOINT and e.may_be_on_host]
        if entries:
            group = [entry for entry in entries if entry.batch == entries[-1].batch]
            change_set = revert_change_set(plan_revert(group, self.host.read_snapshot(WorkContext())))
            self.carried_out(lambda: self.host.apply(change_set, "", WorkContext()), step)

    @rule(name=st.sampled_from(NAMES), answers=st.integers(0, 4))
    def change_against_somebody_else(self, name: str, answers: int) -> None:
        """Somebody writes another descriptor at some point of the write."""
        change_set = set_access_mode(self.host.read_snapshot(WorkContext()), [name], AccessMode.DISABLED)
        foreign = f"O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;S-1-5-21-1-2-3-{len(self.journal.entries()) + 1000})"
        self.at(answers, "set-sddl", name, foreign)
        (outcome,) = self.host.apply(change_set, "", WorkContext()).outcomes
        self.calm()
        if change_set.effective:
            (entry,) = self.journal.entries()[-1:]
            assert entry.outcome is outcome.outcome
            if answers < SEEN:
                self.agrees(entry)

    @rule()
    def reconcile_write(self) -> None:
        for entry in unsettled(self.journal):
            outcome = self.host.reconcile_write(entry)
            found = self.found(entry)
            expected = {
                ReadBackState.AFTER: Outcome.CHANGED,
                ReadBackState.BEFORE: Outcome.UNCHANGED,
                ReadBackState.PARTLY: Outcome.PARTLY,
            }
            assert outcome.outcome is expected.get(found, Outcome.UNKNOWN)
        assert unsettled(self.journal) == ()

    @invariant()
    def every_write_has_an_end(self) -> None:
        assert not any(entry.outcome is None for entry in self.journal.entries())

    # How it is carried out, and what is known then

    def carried_out(self, work, step: ExchangeStep) -> None:
        fault, answers, is_gone_then = step
        known, before = len(self.journal.entries()), {name: self.state(name) for name in NAMES}
        puts = self.writes()
        if FAULTS[fault]:
            self.at(answers, *FAULTS[fault].split())
        if is_gone_then:
            self.at(answers + 1, "vanish")
        report = work()
        self.calm()
        entries = self.journal.entries()[known:]
        note(f"{step}: {[(o.name, o.outcome.value, str(o.message)) for o in report.outcomes]}")
        written = [outcome for outcome in report.outcomes if str(outcome.message) != "No change needed."]
        assert [entry.outcome for entry in entries] == [outcome.outcome for outcome in written]
        for entry in entries:
            self.agrees(entry)
            if fault == "accepted" and not is_gone_then:
                assert entry.outcome is Outcome.CHANGED, "less is said than the host shows"
        touched = {entry.subject for entry in entries}
        assert all(self.state(name).means(state) for name, state in before.items() if name not in touched)
        assert self.writes() - puts <= 2 * len(entries), "a write was sent twice"

    def agrees(self, entry: JournalEntry) -> None:
        """What the journal says of a write that has just ended is what the host shows."""
        found = self.found(entry)
        match entry.outcome:
            case Outcome.CHANGED:
                assert found is ReadBackState.AFTER
            case Outcome.PARTLY:
                assert found is ReadBackState.PARTLY
            case Outcome.REFUSED | Outcome.UNCHANGED:
                assert found is ReadBackState.BEFORE
            case Outcome.CONFLICT:
                assert found is not ReadBackState.AFTER
            case Outcome.UNKNOWN:
                assert entry.is_unsettled

    def found(self, entry: JournalEntry) -> ReadBackState:
        if entry.kind is SubjectKind.ENDPOINT:
            before, after = EndpointState.from_json(entry.before), EndpointState.from_json(entry.after)
            return read_back_of(self.state(entry.subject), before, after).state
        machine = self.tell("machine")
        policy = machine["token_policy"]
        now = (
            machine["service"]["start_mode"]
            if entry.kind is SubjectKind.START_MODE
            else ABSENT
            if policy is None
            else str(policy)
        )
        return (
            ReadBackState.AFTER
            if now == entry.after
            else ReadBackState.BEFORE
            if now == entry.before
            else ReadBackState.OTHER
        )

    def order(self, policy: str, mode: str) -> SettingChangeSet:
        machine = self.tell("machine")
        now = ABSENT if machine["token_policy"] is None else str(machine["token_policy"])
        writes = (
            setting_write(SubjectKind.TOKEN_POLICY, TOKEN_POLICY, now, policy),
            setting_write(SubjectKind.START_MODE, WINRM, machine["service"]["start_mode"], mode),
        )
        return SettingChangeSet(english("Change settings"), writes, english(""))

    def state(self, name: str) -> EndpointState:
        return EndpointState.of(SessionConfiguration.from_xml(self.tell("show", name)["document"].encode()))

    def writes(self) -> int:
        counts = self.tell("counts")
        return sum(counts["put"].values()) + sum(n for what, n in counts["invoke"].items() if what != "GetDWORDValue")

    def at(self, answers: int, *command: str) -> None:
        """Run a command of the console after that many answers."""
        self.tell(*(("after", str(answers), *command) if answers else command))

    def calm(self) -> None:
        self.tell("clear-faults")
        self.tell("return")

    def tell(self, *words: str):
        answer = self.practice.console(*words)
        assert answer["ok"], answer
        return answer


@pytest.fixture(scope="module")
def practice():
    with PracticeProcess("hard-cases") as process:
        yield process


def give_several_descriptors(transport) -> None:
    """Add a descriptor for what is below the resource of an endpoint with a RunAs user: each is written by itself."""
    root = etree.fromstring(transport.get(uris.CONFIG_PLUGIN, {"Name": SEVERAL}))
    (only,) = root.iter(f"{{{NAMESPACE}}}Security")
    only.addnext(etree.fromstring(etree.tostring(only)))
    only.getnext().set("Uri", only.get("Uri") + "/Shell")
    transport.put(uris.CONFIG_PLUGIN, {"Name": SEVERAL}, etree.tostring(root))


def test_report_and_journal_say_what_the_host_shows(practice):
    Writes.practice = practice
    Writes.target = RemoteTarget("ntlm", *practice.account(), practice.url)
    transport = connect(Writes.target)
    give_several_descriptors(transport)
    transport.close()
    limits = settings(max_examples=25, stateful_step_count=8, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Writes, settings=limits)
