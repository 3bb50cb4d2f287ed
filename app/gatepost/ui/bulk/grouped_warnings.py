"""Warnings of a change on several hosts: each once, with the hosts that it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import WINDOW, Text, sentences
from gatepost.security import Sid
from gatepost.ui.bulk.plan import HostChange, HostPlan


@dataclass(frozen=True, slots=True)
class GroupedWarning:
    """A warning, and the names of the hosts that it concerns, in the order of their rows."""

    said: Text
    hosts: tuple[str, ...]


def grouped_warnings(plans: Iterable[HostPlan]) -> tuple[GroupedWarning, ...]:
    """Return the warnings of the hosts that are changed: of two names of one host, of access, then those of the actions."""
    changes = [plan.change for plan in plans if plan.change is not None]
    of_access = ((sentences(*each.risks.warnings), each) for each in changes if each.risks.warnings)  # they follow on
    of_actions = ((warning, each) for each in changes for warning in each.proposal.change_set.warnings)
    hosts: dict[Text, dict[str, None]] = {}
    for warning, change in chain(_same_host_warnings(changes), of_access, of_actions):
        hosts.setdefault(warning, {})[change.session.name] = None
    return tuple(GroupedWarning(warning, tuple(names)) for warning, names in hosts.items())


def _same_host_warnings(changes: Sequence[HostChange]) -> Iterator[tuple[Text, HostChange]]:
    """Warn of rows that might be one host under several names: its accounts are of one machine, and nothing differs.

    A copied disk has the SID of its original as well, so nobody is kept from changing both.
    """
    same: dict[tuple[object, ...], list[HostChange]] = {}
    for change in changes:
        if change.session.kind is HostKind.REMOTE:
            snapshot = change.proposal.snapshot
            sid = _machine_sid(snapshot)
            if sid is not None:
                same.setdefault((sid, snapshot.configurations, snapshot.root_sddl), []).append(change)
    for (machine, *_), of_one in same.items():
        if len(of_one) > 1:
            warning = WINDOW.tr(
                "These might be one host under several names, which would be changed more than once: they have the "
                "same machine SID, {sid}, and the same endpoints.",
                sid=machine,
            )
            yield from ((warning, change) for change in of_one)


def _machine_sid(snapshot: HostSnapshot) -> Sid | None:
    """Return the SID of the accounts of the host itself, None where it isn't known or is that of a whole domain."""
    domains = snapshot.accounts.domains
    return domains.machine if domains.machine != domains.domain else None
