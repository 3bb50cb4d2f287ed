"""The dialogs about several hosts in all their states, for the list of every view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from PySide6.QtWidgets import QDialog, QWidget

from gatepost.endpoints.changes.pending_change import pending_change_set
from gatepost.endpoints.changes.remoting import disable_remoting
from gatepost.endpoints.changes.rights_action import RightsAction, apply_rights_action
from gatepost.endpoints.configuration.access_mode import EXECUTE
from gatepost.endpoints.text import WINDOW, Text, english
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome, WriteOutcome
from gatepost.security import EVERYONE, Sid
from gatepost.session.host_session import HostSession
from gatepost.ui.bulk.action import BulkAction, BulkDisable, Proposal
from gatepost.ui.bulk.dialog import BulkChangeDialog
from gatepost.ui.bulk.grant import BulkGrant
from gatepost.ui.bulk.grant_dialog import BulkGrantDialog
from gatepost.ui.bulk.plan import READING, ChosenHost, HostPlan, planned
from gatepost.ui.bulk.report_dialog import BulkReportDialog
from gatepost.ui.bulk.revert import BulkRevert
from gatepost.ui.bulk.run import BulkReport
from gatepost.ui.widgets.plain_widgets import shortened

LONG = "JEA.Maintenance.Of.The.Very.Long.Names.Of.Northwind.Traders"
LONG_HOST = "fileserver-0123456789.warehouse.europe.northwind-traders.example"
LONG_ACCOUNT = (
    "NORTHWIND-TRADERS\\Operators of the night shift who look after the file servers of the warehouse in Europe"
)
SID = Sid.parse("S-1-5-21-2207715804-3981402277-1276530991-1120")


class Scene(Protocol):
    """A window that shows a host which has been read."""

    @property
    def window(self) -> QWidget: ...

    session: HostSession


class _Named:
    """A host of the scene under another name, as a row of its own."""

    def __init__(self, session: HostSession, name: str) -> None:
        self._session, self.name = session, name

    def __getattr__(self, attribute: str) -> object:
        return getattr(self._session, attribute)


def _named(scene: Scene, name: str) -> HostSession:
    return _Named(scene.session, name)  # type: ignore[return-value]


def _chosen(scene: Scene) -> ChosenHost:
    assert scene.session.snapshot is not None
    return ChosenHost(scene.session, scene.session.snapshot)


def _disabling(scene: Scene) -> Proposal:
    snapshot = _chosen(scene).snapshot
    return Proposal(snapshot, disable_remoting(snapshot))


def _granting(scene: Scene, sid: Sid, account: str) -> Proposal:
    snapshot = _chosen(scene).snapshot
    snapshot = replace(snapshot, accounts=snapshot.accounts.with_names({str(sid): account}))
    step = apply_rights_action(RightsAction.GRANT, snapshot.endpoints[:1], sid, EXECUTE, snapshot.accounts)
    change_set = pending_change_set(snapshot, step.changes)
    return Proposal(snapshot, change_set, (english(account), english(str(sid))))


def _grant(typed: str) -> BulkGrant:
    return BulkGrant(typed, RightsAction.GRANT, EXECUTE, "microsoft.powershell")


def _dialog(scene: Scene, action: BulkAction, plans: list[HostPlan], *, is_done: bool = True) -> BulkChangeDialog:
    dialog = BulkChangeDialog(action, scene.window)
    dialog.show_plans(plans, is_done=is_done)
    return dialog


def _question(scene: Scene, action: BulkAction, proposal: Proposal) -> BulkChangeDialog:
    why = english("Changed again since: microsoft.powershell. Revert it on this host by itself.")
    chosen = _chosen(scene)
    return _dialog(scene, action, [planned(action, chosen, proposal), HostPlan(scene.session, why)])


def _planning(scene: Scene) -> QDialog:
    action, chosen = BulkDisable(), _chosen(scene)
    reading = [HostPlan(scene.session, READING) for _ in range(4)]
    return _dialog(scene, action, [planned(action, chosen, _disabling(scene)), *reading], is_done=False)


def _unfolded(scene: Scene) -> QDialog:
    dialog = _question(scene, BulkDisable(), _disabling(scene))
    dialog.warnings.fold.unfold()
    dialog.details.unfold()
    dialog.host_details.access.losses.unfold()
    return dialog


def _reverting(scene: Scene) -> QDialog:
    proposal = replace(
        _disabling(scene),
        about=(english("Revert: Disable remoting, applied 11/29/2026 11:20 AM"),),
        left_out=(english(f"{shortened(LONG, 34)}: It no longer exists on the host, so there is nothing to revert."),),
    )
    return _question(scene, BulkRevert(()), proposal)


def _granting_one(scene: Scene) -> QDialog:
    account = "NORTHWIND\\Server Operators Night Shift"
    return _question(scene, _grant("Server Operators Night Shift"), _granting(scene, SID, account))


def _long_names(scene: Scene) -> QDialog:
    action, proposal = _grant(LONG_ACCOUNT), _granting(scene, SID, LONG_ACCOUNT)
    chosen = ChosenHost(_named(scene, LONG_HOST), _chosen(scene).snapshot)
    left = WINDOW.tr('"{name}" wasn\'t found on this host.', name=LONG_ACCOUNT)
    return _dialog(scene, action, [planned(action, chosen, proposal), HostPlan(_named(scene, LONG_HOST), left)])


def _many_warnings(scene: Scene) -> QDialog:
    action, plans = _grant("Everyone"), []
    for number in range(1, 13):
        chosen = ChosenHost(_named(scene, f"server{number:02}.northwind.example"), _chosen(scene).snapshot)
        plan = planned(action, chosen, _granting(scene, EVERYONE, "Everyone"))
        if plan.change is not None and number % 3 == 0:
            warning = english(f"Disable-PSRemoting would leave endpoint.{number} open.")
            proposal = plan.change.proposal
            proposal = replace(proposal, change_set=replace(proposal.change_set, warnings=(warning,)))
            plan = replace(plan, change=replace(plan.change, proposal=proposal))
        plans.append(plan)
    dialog = _dialog(scene, action, plans)
    dialog.warnings.fold.unfold()
    return dialog


def _unreadable(scene: Scene) -> QDialog:
    said = (
        "server02.northwind.example refuses the connection. Check that WinRM is running and its port is open.",
        "Not connected. Connect to it, then try again.",
        "Read-only. Turn that off for this host first.",
    )
    return _dialog(scene, BulkDisable(), [HostPlan(scene.session, english(each)) for each in said])


def _report(scene: Scene) -> QDialog:
    host = _chosen(scene).snapshot.host
    done = WriteOutcome("microsoft.powershell", Outcome.CHANGED, english("Applied and verified."), fulfilled=True)
    failed = WriteOutcome(LONG, Outcome.CONFLICT, english("Changed on the host since it was last read. Not applied."))
    verb = english("Disable remoting")
    reports = (
        ApplyReport(host, verb, (done,) * 6),
        ApplyReport(replace(host, name=LONG_HOST), verb, (done, failed)),
        ApplyReport(replace(host, name="srv03"), verb, (_not_known(),)),
    )
    return BulkReportDialog(
        BulkReport(BulkDisable().name, tuple(each.host.name for each in reports), reports), scene.window
    )


def _not_known() -> WriteOutcome:
    said: Text = english("It isn't known what was changed. Open History and select Check again.")
    return WriteOutcome("srv03", Outcome.UNKNOWN, said)


# By the name of their picture.
MANY_HOSTS: Mapping[str, Callable[[Scene], QDialog]] = {
    "many-hosts-planning": _planning,
    "many-hosts-disable": lambda scene: _question(scene, BulkDisable(), _disabling(scene)),
    "many-hosts-unfolded": _unfolded,
    "many-hosts-revert": _reverting,
    "many-hosts-grant-form": lambda scene: BulkGrantDialog((scene.session,) * 2, scene.window),
    "many-hosts-grant": _granting_one,
    "many-hosts-long-names": _long_names,
    "many-hosts-warnings": _many_warnings,
    "many-hosts-unreadable": _unreadable,
    "many-hosts-report": _report,
}
