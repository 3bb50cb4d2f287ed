"""The guard warns when and only when somebody loses a way in, as real shells before and after a change show.

Somebody is whoever can be told apart: for every descriptor an account with none of the principals that it names, one
with each of them, and one with each two of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.access.change_risks import change_risks
from gatepost.endpoints.access.tokens import EVERY_TOKEN, Origin
from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.writes.change_set import ChangeSet, EndpointChange
from gatepost.security import ADMINISTRATORS, INTERACTIVE, NETWORK, Ace, Acl, SecurityDescriptor, Sid
from gatepost.work import WorkContext
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from tests.needs import needs_reference_data, reference_folder
from tests.practice.host_process import PracticeProcess
from tests.practice.many_probers import ManyDoors, Token, scenario

CORPUS = reference_folder("sddl") / "plugin.txt"
pytestmark = needs_reference_data

OWN = [  # what the corpus has none of
    "O:NSG:BAD:P(XA;;GX;;;BA;(Member_of {SID(RM)}))(A;;GX;;;SY)",
    "O:NSG:BAD:P(XD;;GX;;;BA;(Member_of {SID(RM)}))(A;;GX;;;BA)",
    "O:NSG:BAD:P(A;;GX;;;RM)(D;;GX;;;BA)(A;;GX;;;WD)",
    "O:NSG:BAD:NO_ACCESS_CONTROL",
    "O:NSG:BAD:P(D;;GX;;;BA)(A;;GX;;;IU)",
]
HELPERS = Sid.parse("S-1-5-32-573")  # nothing in the corpus denies or allows them to execute
UNIVERSAL = EVERY_TOKEN | {NETWORK, INTERACTIVE}
WAYS = {Origin.NETWORK: False, Origin.LOOPBACK: True}
Answers = dict[tuple[str, Origin, Token], bool]


def corpus() -> list[str]:
    """Every descriptor of the corpus, with an owner and a group where a host would ask for them."""
    lines = CORPUS.read_text("utf-8").splitlines()
    return [line if line.startswith("O:") and "G:" in line else f"O:NSG:BA{line}" for line in lines] + OWN


def principals(sddl: str) -> frozenset[Sid]:
    dacl = SecurityDescriptor.from_sddl(sddl).dacl
    named = {ace.sid for ace in dacl.aces if ace.sid} if dacl is not None else set()
    return frozenset(named | ({ADMINISTRATORS, Sid.parse("S-1-5-32-580")} if "(X" in sddl else set())) - UNIVERSAL


def tokens(sids: frozenset[Sid]) -> list[Token]:
    return [frozenset(some) for size in range(3) for some in combinations(sorted(sids, key=str), size)]


def with_helpers_denied(sddl: str) -> str:
    descriptor = SecurityDescriptor.from_sddl(sddl)
    dacl = descriptor.dacl if descriptor.dacl is not None else Acl(is_null=True)
    old = () if dacl.is_null else dacl.aces
    return descriptor.with_dacl(dacl.with_aces((Ace.deny(HELPERS, 0x20000000), *old))).to_sddl()


def mode(wanted: AccessMode) -> Callable[[HostSnapshot], ChangeSet]:
    return lambda snapshot: set_access_mode(snapshot, [c.name for c in snapshot.configurations], wanted)


def edit(of: Callable[[int, list[str]], str]) -> Callable[[HostSnapshot], ChangeSet]:
    def planned(snapshot: HostSnapshot) -> ChangeSet:
        found = [c.sddl or "" for c in snapshot.configurations]
        changes = tuple(
            EndpointChange(snapshot.endpoint_with(c), c.with_sddls((of(number, found),)))
            for number, c in enumerate(snapshot.configurations)
        )
        return replace(set_access_mode(snapshot, [], AccessMode.LOCAL), changes=changes)

    return planned


NEXT, DENIED = "the next descriptor", "helpers denied"
CHANGES = {
    "local": mode(AccessMode.LOCAL),
    "remote": mode(AccessMode.REMOTE),
    "disabled": mode(AccessMode.DISABLED),
    NEXT: edit(lambda number, found: found[(number + 1) % len(found)]),
    DENIED: edit(lambda number, found: with_helpers_denied(found[number])),
}


class Bench:
    """A practice host with an endpoint for every descriptor."""

    def __init__(self, process: PracticeProcess, folder: Path, sddls: list[str]) -> None:
        user, password = process.account()
        self.process, self.sddls = process, sddls
        self.transport = connect(RemoteTarget("ntlm", user, password, process.url))
        self.host = Host(self.transport, Journal(folder / "journal"), "practice", "SERVER01", kind=HostKind.PRACTICE)

    def reset(self) -> HostSnapshot:
        for number, sddl in enumerate(self.sddls):
            self.set(name(number), sddl, True)
        return self.host.read_snapshot(WorkContext())

    def set(self, endpoint: str, sddl: str, enabled: bool) -> None:
        for words in (("set-sddl", endpoint, sddl), ("set-enabled", endpoint, str(enabled).lower())):
            answer = self.process.console(*words)
            assert answer["ok"], (sddl, answer)


def name(number: int) -> str:
    return f"E{number:03}"


def test_it_warns_when_and_only_when_somebody_loses_a_way_in(tmp_path: Path) -> None:
    sddls = corpus()
    named = [principals(sddl) for sddl in sddls]

    def touched(label: str, number: int) -> frozenset[Sid]:
        """The principals that the descriptor names before or after the change."""
        others = {NEXT: named[(number + 1) % len(sddls)], DENIED: frozenset({HELPERS})}
        return named[number] | others.get(label, frozenset())

    asked = [{token for label in CHANGES for token in tokens(touched(label, n))} for n in range(len(sddls))]
    every = sorted(set().union(*asked), key=lambda token: sorted(map(str, token)))
    names = [name(number) for number in range(len(sddls))]
    with PracticeProcess(scenario(tmp_path, names, every)) as process, ManyDoors(process) as session_prober:
        bench = Bench(process, tmp_path, sddls)

        def answers(tried: dict[str, list[Token]]) -> Answers:
            return {
                (endpoint, origin, token): session_prober.opens(token, interactive, endpoint)
                for endpoint, found in tried.items()
                for token in found
                for origin, interactive in WAYS.items()
            }

        snapshot = bench.reset()
        before = answers({name(number): list(found) for number, found in enumerate(asked)})
        verdicts: list[str] = []
        for label, plan in CHANGES.items():
            change_set = plan(snapshot)
            assert len(change_set.changes) == len(sddls) and not change_set.skipped
            for change in change_set.effective:
                bench.set(change.name, change.after.sddl or "", change.after.enabled)
            tried = {name(number): tokens(touched(label, number)) for number in range(len(sddls))}
            after = answers(tried)
            for change in change_set.changes:
                verdicts += [f"{label}: {said}" for said in judged(change, change_set, snapshot, before, after, tried)]
            snapshot = bench.reset()
        bench.transport.close()
    assert verdicts == []
    assert any(before.values()) and not all(before.values())


def judged(
    change: EndpointChange,
    change_set: ChangeSet,
    snapshot: HostSnapshot,
    before: Answers,
    after: Answers,
    tried: dict[str, list[Token]],
) -> list[str]:
    """Compare what the guard says of one endpoint with what the shells showed."""
    found = change_risks(replace(change_set, changes=(change,)), snapshot)
    said = [str(sentence.text) for sentence in found.sentences]
    wrong = []
    was, stays = {}, {}
    for origin in WAYS:
        opened = [token for token in tried[change.name] if before[change.name, origin, token]]
        left = [token for token in tried[change.name] if after[change.name, origin, token]]
        lost = [token for token in opened if token not in left]
        was[origin], stays[origin] = opened, left
        if any(loss.origin is origin for loss in found.losses) is not bool(lost):
            wrong.append(f"{change.before.sddl} -> {change.after.sddl} {origin.value}: {found.losses}, lost {lost}")
    for origin, where in ((Origin.NETWORK, "over the network"), (Origin.LOOPBACK, "locally")):
        closed = bool(was[origin]) and not stays[origin] and change.after.enabled
        sentences = (
            f"No one will be able to open sessions on {change.name} {where}.",
            f"No one will be able to open sessions on {change.name}.",
        )
        if any(sentence in said for sentence in sentences) is not closed:
            wrong.append(f"{change.before.sddl} -> {change.after.sddl} {origin.value}: closed {closed}, said {said}")
    last = change.after.enabled and any(was.values()) and not any(stays.values())
    if ("no one will have access to" in str(found.type_host_name)) is not last:
        wrong.append(f"{change.before.sddl} -> {change.after.sddl}: last way {last}, asks {found.type_host_name}")
    return wrong
