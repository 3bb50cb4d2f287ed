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
from gatepost.endpoints.changes import edit
from gatepost.endpoints.changes.bulk import GrantKind, apply_wish
from gatepost.endpoints.changes.draft import Draft, draft_change_set
from gatepost.endpoints.changes.edit import EntryList
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.writes.restore_document import with_state
from gatepost.models.endpoints.drafts import Drafts
from gatepost.security import NO_ACCOUNTS, AccessMask, Ace, AceFlags, AceType, Sid, sid_from_alias
from gatepost.security.edit.entries import ListKind
from gatepost.security.sddl.scan import components
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
    return Ace(edit.CONDITIONAL[plain] if condition else plain, flags, mask, sid, condition=condition)


def texts(sddl: str) -> Counter[str]:
    """The entries of a descriptor as they are written, and its other parts."""
    found: Counter[str] = Counter()
    for part in components(sddl):
        found[sddl[part.start : part.aces[0][0] if part.aces else part.end].strip()] += 1
        found.update(sddl[start:end] for start, end in part.aces)
    return found


def said_anew(configuration, place: EntryList) -> int:
    """1 where a list is absent or null, so that an edit says it in words first: that changes its flags."""
    stated = place.kind.of(edit.descriptor_at(configuration, place.node))
    return 0 if stated is not None and not stated.is_null else 1


class Workshop:
    """One practice host for all sessions; each puts it back as it found it."""

    def __init__(self, process: PracticeProcess, folder) -> None:
        user, password = process.account()
        self.host = Host(
            connect(RemoteTarget("ntlm", user, password, process.url)), Journal(folder / "journal.sqlite3")
        )

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
        self.drafts = Drafts()
        self.drafts.set_snapshot(self.snapshot)
        self.steps = 0

    @initialize(target=names)
    def start(self):
        return multiple(*ENDPOINTS)

    def take(self, step, *, kept_but: int | None) -> None:
        """Make a step; ``kept_but`` says how many entries of the descriptor it may touch (None: any)."""
        before = {c.name: self.drafts.configuration(c.name) for c in step.edited}
        untouched = {c.name: c for c in self.drafts.configurations() if c.name not in before}
        self.drafts.edit(str(step.label), step.edited)
        for name, configuration in untouched.items():
            assert self.drafts.configuration(name).document == configuration.document
        for name, configuration in before.items():
            if kept_but is not None and len(configuration.security_nodes) == len(
                self.drafts.configuration(name).security_nodes
            ):
                old, new = configuration.sddls, self.drafts.configuration(name).sddls
                gone = sum((sum((texts(a) - texts(b)).values()) for a, b in zip(old, new, strict=True)))
                assert gone <= kept_but, (old, new)

    def place(self, name: str, number: int, kind: ListKind):
        """A list of the endpoint that can be read, or None."""
        configuration = self.drafts.configuration(name)
        if not configuration.security_nodes:
            return None, None
        return configuration, EntryList(number % len(configuration.security_nodes), kind)

    @rule(name=names, node=NUMBERS, kind=KINDS, sid=SIDS, mask=MASKS, deny=st.booleans(), condition=CONDITIONS)
    def add(self, name, node, kind, sid, mask, deny, condition):
        configuration, place = self.place(name, node, kind)
        if configuration is not None:
            self.take(
                edit.add_entry(configuration, place, entry(kind, sid, mask, deny, condition), NO_ACCOUNTS),
                kept_but=said_anew(configuration, place),
            )

    @rule(name=names, node=NUMBERS, kind=KINDS, number=NUMBERS, sid=SIDS, mask=MASKS, deny=st.booleans())
    def change(self, name, node, kind, number, sid, mask, deny):
        configuration, place = self.place(name, node, kind)
        if configuration is not None and (entries := edit.entries_at(configuration, place)):
            number, free = number % len(entries), said_anew(configuration, place)
            self.take(
                edit.change_entry(configuration, place, number, entry(kind, sid, mask, deny, None), NO_ACCOUNTS),
                kept_but=1 + free,
            )

    @rule(
        name=names, node=NUMBERS, kind=KINDS, number=NUMBERS, to=NUMBERS, what=st.sampled_from(["copy", "drop", "move"])
    )
    def shuffle(self, name, node, kind, number, to, what):
        configuration, place = self.place(name, node, kind)
        if configuration is None or not (entries := edit.entries_at(configuration, place)):
            return
        number, to, free = number % len(entries), to % len(entries), said_anew(configuration, place)
        if what == "copy":
            self.take(edit.duplicate_entry(configuration, place, number, NO_ACCOUNTS), kept_but=free)
        elif what == "drop":
            self.take(edit.remove_entries(configuration, place, {number}, NO_ACCOUNTS), kept_but=1 + free)
        else:
            self.take(edit.move_entry(configuration, place, number, to, NO_ACCOUNTS), kept_but=free)

    @rule(name=names, node=NUMBERS, sid=SIDS, owner=st.booleans())
    def belong(self, name, node, sid, owner):
        configuration, place = self.place(name, node, ListKind.DACL)
        if configuration is not None:
            setting = edit.set_owner if owner else edit.set_group
            self.take(setting(configuration, place.node, sid, NO_ACCOUNTS), kept_but=1)

    @rule(name=names, node=NUMBERS)
    def reorder(self, name, node):
        configuration, place = self.place(name, node, ListKind.DACL)
        if configuration is not None:
            self.take(edit.sort_entries(configuration, place), kept_but=1)

    @rule(name=names, node=NUMBERS, text=SDDLS)
    def type(self, name, node, text):
        configuration, place = self.place(name, node, ListKind.DACL)
        if configuration is not None:
            self.take(edit.set_sddl(configuration, place.node, text), kept_but=None)

    @rule(
        chosen=st.lists(names, min_size=1, max_size=4, unique=True),
        wish=st.sampled_from(list(GrantKind)),
        sid=SIDS,
        mask=MASKS,
    )
    def wish(self, chosen, wish, sid, mask):
        meant = [self.drafts.configuration(name) for name in chosen]
        self.take(apply_wish(wish, map(self.snapshot.endpoint_with, meant), sid, mask, NO_ACCOUNTS), kept_but=None)

    @rule(name=names)
    def give_or_take_its_own(self, name):
        configuration = self.drafts.configuration(name)
        if configuration.bare_resources:
            self.take(edit.own_descriptor(configuration, self.snapshot.root_sddl), kept_but=None)
        else:
            self.take(edit.use_root_sddl(configuration), kept_but=None)

    @precondition(lambda self: self.drafts.has_pending)
    @rule(data=st.data())
    def discard(self, data):
        self.drafts.discard("Discard", [data.draw(st.sampled_from(self.drafts.drafted))])

    @rule(back=st.booleans())
    def undo_or_redo(self, back):
        self.drafts.undo() if back else self.drafts.redo()

    @rule()
    def read_again(self):
        self.snapshot = self.workshop.read()
        self.drafts.set_snapshot(self.snapshot)
        assert not self.drafts.conflicts

    def teardown(self) -> None:
        wished = {draft.name: draft.edited.sddls for draft in self.drafts.drafts}
        undone = 0
        while self.drafts.history.undo_label:
            self.drafts.undo()
            undone += 1
        assert not self.drafts.has_pending
        for held in self.snapshot.configurations:
            assert self.drafts.configuration(held.name).document == held.document
        for _ in range(undone):
            self.drafts.redo()
        assert {draft.name: draft.edited.sddls for draft in self.drafts.drafts} == wished
        self.send()

    def send(self) -> None:
        """What is applied is what was previewed, and nothing else on the host is touched."""
        preview = self.drafts.planner(None)()
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
            self.drafts.set_snapshot(after)
            assert not self.drafts.has_pending
        finally:
            self.put_back(after)

    def put_back(self, after) -> None:
        found = [(after.configuration(before.name), before) for before in self.snapshot.configurations]
        drafts = [Draft(now, with_state(now, EndpointState.of(before))) for now, before in found]
        assert not self.workshop.apply(draft_change_set(after, drafts)).needs_attention


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
