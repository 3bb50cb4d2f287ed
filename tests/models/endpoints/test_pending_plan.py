"""What an action leaves of the pending changes that it covers."""

from gatepost.endpoints.changes.pending_change import PendingChange
from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.writes.differences import Part
from gatepost.models.endpoints.pending_plan import PendingChoice, PendingState, plan_with_pending
from tests.endpoints.documents import NO_SECURITY, configuration, snapshot

OWN = "O:NSG:BAD:P(A;;GA;;;BA)"


def test_own_permissions_stay_pending_on_an_action_that_gives_the_endpoint_none():
    inherited = configuration(*NO_SECURITY)
    change = PendingChange(inherited, inherited.with_security_on_bare_resources(OWN))
    pending = PendingState({"Test": change}, frozenset({"Test"}), frozenset())
    planned = plan_with_pending(
        lambda read: set_access_mode(read, ["Test"], AccessMode.DISABLED),
        snapshot(inherited),
        pending,
        PendingChoice.KEEP,
    )
    ((name, rows),) = planned.remaining
    assert name == "Test"
    assert [(row.part, row.ours) for row in rows] == [(Part.ENABLED, False), (Part.DESCRIPTOR, OWN)]
