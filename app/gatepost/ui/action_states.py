"""Enabled states of the actions, for the host that is shown."""

from __future__ import annotations

from gatepost.endpoints.configuration.host_kind import HostKind
from gatepost.session.host_session import HostSession
from gatepost.session.session_state import Activity
from gatepost.ui.widgets.actions import Actions


def enable_actions(actions: Actions, session: HostSession | None, *, selected: bool, locked: bool) -> None:
    """Enable what applies to the host; ``selected``: an endpoint is; ``locked``: nothing may be written."""
    ready = session is not None and session.ready
    for action in actions.writing:
        action.setVisible(not locked)
    for action in (actions.disable, actions.enable, actions.preview_disable, actions.preview_enable):
        action.setEnabled(ready)
    for action in (*actions.modes.values(), *actions.preview_modes.values()):
        action.setEnabled(ready and selected)
    actions.disconnect.setEnabled(session is not None and _can_be_closed(session))
    actions.refresh.setEnabled(session is not None and not session.busy and not session.explanation)
    actions.cancel.setEnabled(session is not None and session.cancellable)


def _can_be_closed(session: HostSession) -> bool:
    is_closed = session.kind is HostKind.THIS_COMPUTER and session.untouched
    return session.activity is not Activity.WRITING and not is_closed
