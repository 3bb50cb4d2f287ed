"""Editing sessions of any kind, through the drafts and against a practice host: what holds whatever somebody does."""

from __future__ import annotations

from collections import Counter

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)

from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.changes import permission_edits
from gatepost.endpoints.changes.pending_change import PendingChange, pending_change_set
from gatepost.endpoints.changes.permission_edits import EntryList
from gatepost.endpoints.changes.rights_action import RightsAction, apply_rights_action
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.writes.restore_document import with_state
from gatepost.models.endpoints.pending_changes import PendingChanges
from gatepost.security import NO_ACCOUNTS, AccessMask, Ace, AceFlags, AceType, Sid, sid_from_alias
from gatepost.security.edit.entries import ListKind
from gatepost.security.sddl_parts import components
from gatepost.work import WorkContext
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from tests.endpoints.same import same_on_host
from tests.practice.host_process import PracticeProcess

ENDPOINTS = (
    "microsoft.powershell",
    "JEA.Either",
    "No.Security.Node",
    "Two.Nodes.That.Disagree",
    "Null.Dacl",
    "Windows7.Style",
)
# As a person may have typed it; nothing of it is as Windows would write it.
ODD = "O:BAG:SYD:AI(A; CI;0x10000000;;; ba )(d;;gx;;;NU)(a;;0x20000000;;;S-1-5-4)S:(au;sa;ga;;;wd)(AU; FA;GX;;;WD)"
SIDS = st.sampled_from([*map(sid_from_alias, ("BA", "RM", "IU", "NU", "WD")), Sid.parse("S-1-5-21-1-2-3-1104")])
MASKS = st.sampled_from([0x10000000, 0x20000000, 0x80000000, 0x60000000, 0x1, 0x1200A9]).map(AccessMask)
CONDITIONS = st.sampled_from([None, "(Member_of {SID(BA)})", '(@User.Department == "IT")'])
SDDLS = st.sampled_from(
    [
        "O:NSG:BAD:P(A;;GA;;;BA)S:P(AU;FA;GA;;;WD)",
        ODD,
        "O:NSG:BAD:P(OA;;GA;bf967aba-0de6-11d0-a285-00aa003049e2;;BA)(XA;;GX;;;AU;(@User.x == 1))S:(ML;;NW;;;HI)",
    ]
)
KINDS = st.sampled_from(list(ListKind))
NUMBERS = st.integers(0, 7)


def entry(kind: ListKind, sid: Sid, mask: AccessMask, deny: bool, condition: str | None) -> Ace:
    plain = AceType.ACCESS_DENIED if deny else AceType.ACCESS_ALLOWED
    flags = AceFlags(0)
    if kind is ListKind.SACL:
        plain, flags = AceType.SYSTEM_AUDIT, AceFlags.FAILED_ACCESS if deny else AceFlags.SUCCESSFUL_ACCESS
    return Ace(permission_edits.CONDITIONAL[plain] if condition else plain, flags, mask, sid, condition=condition)


def texts(sddl: str) -> Counter[str]:
    """The entries of a descriptor as they are written, and its other parts."""
    found: Counter[str] = Counter()
    for part in components(sddl):
        found[sddl[part.start : part.aces[0][0] if part.aces else part.end].strip()] += 1
        found.update(sddl[start:end] for start, end in part.aces)
    return found


def said_anew(configuration, place: EntryList) -> int:
    """1 where a list is absent or null, so that an edit says it in words first: that changes its flags."""
    stated = place.kind.of(permission_edits.descriptor_at(configuration, place.descriptor_index))
    return 0 if stated is not None and not stated.is_null else 1


class Workshop:
    """One practice host for all sessions; each puts it back as it found it."""

    def __init__(self, process: PracticeProcess, folder) -> None:
        user, password = process.account()
        transport = connect(RemoteTarget("ntlm", user, password, process.url))
        self.host = Host(transport, Journal(folder / "journal.sqlite3"), process.url, "SERVER01")

    def read(self):
        return self.host.read_snapshot(WorkContext())

    def apply(self, order):
        return self.host.apply(order, "", WorkContext())


class Session(RuleBasedStateMachine):
    """What one person does to the drafts of one host."""

    workshop: Workshop
    names = Bundle("names")

    def __init__(self) -> None:
        super().__init__()
        self.snapshot = self.workshop.read()
        self.pending_changes = PendingChanges()
        self.pending_changes.set_snapshot(self.snapshot)
        self.steps = 0

    @initialize(target=names)
    def start(self):
        return multiple(*ENDPOINTS)

    def take(self, step, *, kept_but: int | None) -> None:
        """Make a step; ``kept_but`` says how many entries of the descriptor it may touch (None: any)."""
        before = {c.name: self.pending_changes.configuration(c.name) for c in step.edited}
        untouched = {c.name: c for c in self.pending_changes.configurations() if c.name not in before}
        self.pending_changes.edit(step)
        for name, configuration in untouched.items():
            assert self.pending_changes.configuration(name).document == configuration.document
        for name, configuration in before.items():
            if kept_but is not None and len(configuration.security_nodes) == len(
                self.pending_changes.configuration(name).security_nodes
            ):
                old, new = configuration.sddls, self.pending_changes.configuration(name).sddls
                gone = sum((sum((texts(a) - texts(b)).values()) for a, b in zip(old, new, strict=True)))
                assert gone <= kept_but, (old, new)

    def place(self, name: str, number: int, kind: ListKind):
        """A list of the endpoint that can be read, or None."""
        configuration = self.pending_changes.configuration(name)
        if not configuration.security_nodes:
            return None, None
        return configuration, EntryList(number % len(configuration.security_nodes), kind)

    @rule(
        name=names, descriptor_index=NUMBERS, kind=KINDS, sid=SIDS, mask=MASKS, deny=st.booleans(), condition=CONDITIONS
    )
    def add(self, name, descriptor_index, kind, sid, mask, deny, condition):
        configuration, place = self.place(name, descriptor_index, kind)
        if configuration is not None:
            self.take(
                permission_edits.add_entry(configuration, place, entry(kind, sid, mask, deny, condition), NO_ACCOUNTS),
                kept_but=said_anew(configuration, place),
            )

    @rule(name=names, descriptor_index=NUMBERS, kind=KINDS, number=NUMBERS, sid=SIDS, mask=MASKS, deny=st.booleans())
    def change(self, name, descriptor_index, kind, number, sid, mask, deny):
        configuration, place = self.place(name, descriptor_index, kind)
        if configuration is not None and (entries := permission_edits.entries_at(configuration, place)):
            number, free = number % len(entries), said_anew(configuration, place)
            self.take(
                permission_edits.change_entry(
                    configuration, place, number, entry(kind, sid, mask, deny, None), NO_ACCOUNTS
                ),
                kept_but=1 + free,
            )

    @rule(
        name=names,
        descriptor_index=NUMBERS,
        kind=KINDS,
        number=NUMBERS,
        to=NUMBERS,
        what=st.sampled_from(["copy", "drop", "move"]),
    )
    def shuffle(self, name, descriptor_index, kind, number, to, what):
        configuration, place = self.place(name, descriptor_index, kind)
        if configuration is None or not (entries := permission_edits.entries_at(configuration, place)):
            return
        number, to, free = number % len(entries), to % len(entries), said_anew(configuration, place)
        if what == "copy":
            self.take(permission_edits.duplicate_entry(configuration, place, number, NO_ACCOUNTS), kept_but=free)
        elif what == "drop":
            self.take(permission_edits.remove_entries(configuration, place, {number}, NO_ACCOUNTS), kept_but=1 + free)
        else:
            self.take(permission_edits.move_entry(configuration, place, number, to, NO_ACCOUNTS), kept_but=free)

    @rule(name=names, descriptor_index=NUMBERS, sid=SIDS, owner=st.booleans())
    def belong(self, name, descriptor_index, sid, owner):
        configuration, place = self.place(name, descriptor_index, ListKind.DACL)
        if configuration is not None:
            setting = permission_edits.set_owner if owner else permission_edits.set_group
            self.take(setting(configuration, place.descriptor_index, sid, NO_ACCOUNTS), kept_but=1)

    @rule(name=names, descriptor_index=NUMBERS)
    def reorder(self, name, descriptor_index):
        configuration, place = self.place(name, descriptor_index, ListKind.DACL)
        if configuration is not None:
            self.take(permission_edits.sort_entries(configuration, place), kept_but=1)

    @rule(name=names, descriptor_index=NUMBERS, text=SDDLS)
    def type(self, name, descriptor_index, text):
        configuration, place = self.place(name, descriptor_index, ListKind.DACL)
        if configuration is not None:
            self.take(permission_edits.set_sddl(configuration, place.descriptor_index, text), kept_but=None)

    @rule(
        chosen=st.lists(names, min_size=1, max_size=4, unique=True),
        wish=st.sampled_from(list(RightsAction)),
        sid=SIDS,
        mask=MASKS,
    )
    def wish(self, chosen, wish, sid, mask):
        meant = [self.pending_changes.configuration(name) for name in chosen]
        self.take(
            apply_rights_action(wish, map(self.snapshot.endpoint_with, meant), sid, mask, NO_ACCOUNTS), kept_but=None
        )

    @rule(name=names)
    def give_or_take_its_own(self, name):
        configuration = self.pending_changes.configuration(name)
        if configuration.bare_resources:
            self.take(permission_edits.own_descriptor(configuration, self.snapshot.root_sddl), kept_but=None)
        else:
            self.take(permission_edits.use_root_sddl(configuration), kept_but=None)

    @precondition(lambda self: self.pending_changes.has_pending)
    @rule(data=st.data())
    def discard(self, data):
        self.pending_changes.discard("Discard", [data.draw(st.sampled_from(self.pending_changes.pending_names))])

    @rule(back=st.booleans())
    def undo_or_redo(self, back):
        self.pending_changes.undo() if back else self.pending_changes.redo()

    @rule()
    def read_again(self):
        self.snapshot = self.workshop.read()
        self.pending_changes.set_snapshot(self.snapshot)
        assert not self.pending_changes.conflicts

    def teardown(self) -> None:
        with_pending = {
            pending_change.name: pending_change.edited.sddls for pending_change in self.pending_changes.pending_changes
        }
        undone = 0
        while self.pending_changes.undo_stack.undo_label:
            self.pending_changes.undo()
            undone += 1
        assert not self.pending_changes.has_pending
        for held in self.snapshot.configurations:
            assert self.pending_changes.configuration(held.name).document == held.document
        for _ in range(undone):
            self.pending_changes.redo()
        assert {
            pending_change.name: pending_change.edited.sddls for pending_change in self.pending_changes.pending_changes
        } == with_pending
        self.send()

    def send(self) -> None:
        """What is applied is what was previewed, and nothing else on the host is touched."""
        preview = self.pending_changes.planner(None)()
        report = self.workshop.apply(preview)
        after = self.workshop.read()
        try:
            assert not report.needs_attention, report.outcomes
            previewed = {change.name: change.after for change in preview.effective}
            for before in self.snapshot.configurations:
                now = after.configuration(before.name)
                if before.name in previewed:
                    assert same_on_host(now, previewed[before.name])
                else:
                    assert now.document == before.document
            self.pending_changes.set_snapshot(after)
            assert not self.pending_changes.has_pending
        finally:
            self.put_back(after)

    def put_back(self, after) -> None:
        found = [(after.configuration(before.name), before) for before in self.snapshot.configurations]
        pending_changes = [PendingChange(now, with_state(now, EndpointState.of(before))) for now, before in found]
        assert not self.workshop.apply(pending_change_set(after, pending_changes)).needs_attention


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    with PracticeProcess("hard-cases") as process:
        for name in ("microsoft.powershell", "Windows7.Style"):
            assert process.console("set-sddl", name, ODD)["ok"]
        made = Workshop(process, tmp_path_factory.mktemp("journal"))
        yield made
        made.host.close()


def test_what_holds_in_every_editing_session(qapp, workshop):
    Session.workshop = workshop
    run_state_machine_as_test(
        Session,
        settings=settings(
            max_examples=60,
            stateful_step_count=14,
            deadline=None,
            phases=(Phase.generate,),  # a session against a host is too slow to be made smaller
            suppress_health_check=list(HealthCheck),
        ),
    )
