"""Who loses and who gains access, in the head of the confirmation and on pages of their own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.writes.change_set import EndpointChange
from gatepost.models.endpoints.pending_changes import PendingChanges
from gatepost.models.roles import Tone
from gatepost.security import Accounts
from gatepost.session.evaluator import Evaluator
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.planned_change import ChangeRequest
from gatepost.ui.dialogs.files import FileSaver
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import endpoint, snapshot
from tests.ui.confirm.test_dialog import HOST, OPEN, USER, Show, show
from tests.ui.sign import shows_sign

__all__ = ["show"]  # the fixture


def test_names_each_principal_and_way(show: Show) -> None:
    of = replace(snapshot(endpoint("one", f"D:P(A;;GX;;;{USER})")), accounts=Accounts({USER: r"DOMAIN01\User01"}))
    dialog = show(set_access_mode(of, ["one"], AccessMode.DISABLED), of)
    assert dialog.access.losses.brief.text() == r"DOMAIN01\User01"
    dialog.access.losses.unfold()
    table = dialog.access.losses.table
    found = [[table.rows.text(row, column) for column in range(3)] for row in range(table.rows.rowCount())]
    assert found == [
        [r"DOMAIN01\User01", "Over the network", "one"],
        [r"DOMAIN01\User01", "Locally", "one"],
    ]


def test_you_included_and_the_way_back_without_opening_a_page(show: Show) -> None:
    dialog = show(disable_remoting(HOST))
    said = dialog.you_label.text()
    assert dialog.you_label.isVisible() and said in dialog.as_text()
    assert said.startswith("No one will be able to open sessions on microsoft.powershell, Bare over the network. ")
    assert r"This includes you (SRV01\admin)." in said
    assert "You can still manage permissions from here." in said


def test_no_way_back_where_root_sddl_denies_the_network(show: Show) -> None:
    of = replace(HOST, root_sddl="O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)")
    assert "can't be undone from here" in show(disable_remoting(of), of).you_label.text()


@pytest.mark.parametrize("root", ["", "nonsense"])
def test_an_unread_root_sddl_promises_nothing(show: Show, root: str) -> None:
    of = replace(HOST, root_sddl=root)
    said = show(disable_remoting(of), of).you_label.text()
    assert "from here: RootSDDL" in said and "You can still" not in said


def test_on_the_host_itself_closing_the_network_takes_nothing_from_you(show: Show) -> None:
    assert "Your own access" in show(disable_remoting(HOST), over_network=False).you_label.text()


def test_who_loses_only_together_with_a_denied_group_is_named_so(show: Show) -> None:
    of = replace(snapshot(endpoint("one", OPEN)), accounts=Accounts({USER: r"DOMAIN01\User01"}))
    denied = of.configurations[0].with_sddls((f"O:NSG:BAD:P(D;;GA;;;{USER})(A;;GA;;;BA)(A;;GA;;;RM)",))
    change = EndpointChange(of.endpoints[0], denied)
    dialog = show(replace(set_access_mode(of, [], AccessMode.LOCAL), changes=(change,)), of)
    dialog.access.losses.unfold()
    assert (
        "BUILTIN\\Remote Management Users (if also a member of DOMAIN01\\User01) will lose" in dialog.you_label.text()
    )
    table = dialog.access.losses.table
    assert table.rows.text(0, 0) == r"BUILTIN\Administrators, if also a member of DOMAIN01\User01"


def test_where_no_one_loses_access_one_line_says_so(show: Show) -> None:
    dialog = show(enable_remoting(HOST))
    assert not dialog.you_label.isVisible()
    nobody = dialog.access.losses.brief
    assert nobody.text() == "No one loses access."
    assert nobody.isVisible() and nobody.text() in dialog.as_text()
    assert not dialog.access.losses.button.isVisible()


def test_where_only_the_host_can_tell_no_one_is_said_to_keep_access(show: Show) -> None:
    of = snapshot(endpoint("one", "D:P(A;;GA;;;BA)S:(FL;;GX;;;WD;(@User.a == 1))"))
    other = of.configurations[0].with_sddls(("O:NSG:BAD:P(A;;GA;;;BA)S:(FL;;GX;;;WD;(@User.b == 1))",))
    change = EndpointChange(of.endpoints[0], other)
    dialog = show(replace(set_access_mode(of, [], AccessMode.LOCAL), changes=(change,)), of)
    assert "Access might change." in dialog.you_label.text()
    assert dialog.access.losses.brief.text() == "It isn't fully known who loses access."
    assert dialog.access.gains.brief.text() == "It isn't fully known who gains access."
    assert dialog.access.losses.brief.text() in dialog.as_text() and "No one" not in dialog.as_text()
    assert dialog.confirm_button.property("tone") == "danger"
    assert shows_sign(dialog, "lan-disconnect", Tone.DENY)


def test_who_gains_is_said_in_the_head_and_listed(show: Show) -> None:
    of = snapshot(endpoint("one", "D:P(D;;GA;;;NU)(A;;GX;;;AU)"))
    dialog = show(set_access_mode(of, ["one"], AccessMode.REMOTE), of)
    assert dialog.you_label.text() == "Authenticated Users will gain access to one over the network."
    assert dialog.access.gains.button.text() == "Access &gained (1)"
    dialog.access.gains.unfold()
    table = dialog.access.gains.table
    found = [[table.rows.text(row, column) for column in range(3)] for row in range(table.rows.rowCount())]
    assert found == [[r"NT AUTHORITY\Authenticated Users", "Over the network", "one"]]
    assert "Authenticated Users" in dialog.as_text()
    assert not dialog.access.losses.button.isVisible()


def test_nothing_is_confirmed_before_it_is_known_who_loses_access(qtbot) -> None:
    """Where that takes long, the page is shown and painted first."""
    runner, request = ManualRunner(), ChangeRequest(disable_remoting, HOST)
    slow = replace(request.planned(), evaluation=None)
    dialog = ConfirmDialog(request, slow, PendingChanges(), FileSaver(ManualRunner()), Evaluator(runner))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not runner.pending and dialog.table.rows.rowCount() == 4
    qtbot.waitUntil(lambda: bool(runner.pending))
    assert dialog.you_label.text() == "Evaluating who loses and who gains access..."
    assert not dialog.confirm_button.isEnabled()
    assert shows_sign(dialog, "help-circle-outline", Tone.MUTED) and "No one" not in dialog.as_text()
    runner.run_all()
    assert dialog.you_label.text().startswith("No one will be able to open sessions on")
    assert dialog.confirm_button.isEnabled()
    dialog.replan(replace(request, plan=partial(disable_remoting, include_disabled=True)))
    assert not dialog.confirm_button.isEnabled()  # what was known was about another change
    dialog.reject()
    assert runner.pending and all(job.is_finished for job in runner.pending)
