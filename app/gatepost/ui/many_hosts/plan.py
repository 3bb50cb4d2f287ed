"""What disabling remoting would do on several hosts, and on which of them it is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gatepost.endpoints.access.change_risks import ChangeRisks, change_risks
from gatepost.endpoints.changes.remoting import disable_remoting
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import NOTHING, Text, sentences
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.models.window_text import WINDOW
from gatepost.security import stopping_evaluation
from gatepost.session.host_session import HostSession
from gatepost.work import WorkContext


@dataclass(frozen=True, slots=True)
class ChosenHost:
    """A selected host as it was when it was asked about."""

    session: HostSession
    snapshot: HostSnapshot | None


@dataclass(frozen=True, slots=True)
class HostPlan:
    """The change of one host and its risks; ``left_alone`` says why nothing is done there, empty where it is."""

    host: ChosenHost
    left_alone: Text
    change_set: ChangeSet | None = None
    risks: ChangeRisks | None = None

    @property
    def is_included(self) -> bool:
        """Whether the host is changed once it is confirmed."""
        return self.change_set is not None and not self.left_alone


def chosen_hosts(sessions: Sequence[HostSession]) -> tuple[ChosenHost, ...]:
    """Return the hosts with what was read of them."""
    return tuple(ChosenHost(session, session.snapshot if session.state.is_ready else None) for session in sessions)


def reason_left_alone(host: ChosenHost) -> Text:
    """Return why a host can't be changed together with others, empty where it can."""
    if host.snapshot is None:
        return WINDOW.tr("Not read, so not changed.")
    if host.session.read_only:
        return WINDOW.tr("Read-only, so not changed.")
    if host.session.drafts.has_pending:
        return WINDOW.tr("Has pending changes. Apply or discard them, or disable remoting on this host by itself.")
    return NOTHING


def plan_all(hosts: Sequence[tuple[ChosenHost, Text]], context: WorkContext) -> tuple[HostPlan, ...]:
    """Work out the change of every host that is not left alone already. Takes a while for large hosts."""
    with stopping_evaluation(context.token.check):
        return tuple(_plan(host, reason) for host, reason in hosts)


def _plan(host: ChosenHost, reason: Text) -> HostPlan:
    if reason or host.snapshot is None:
        return HostPlan(host, reason)
    change_set = disable_remoting(host.snapshot)
    if not change_set.effective:
        return HostPlan(host, WINDOW.tr("No changes needed."))
    risks = change_risks(change_set, host.snapshot, over_network=host.session.over_network)
    if risks.type_host_name:
        return HostPlan(host, sentences(risks.type_host_name, WINDOW.tr("Disable remoting on this host by itself.")))
    return HostPlan(host, reason, change_set, risks)
