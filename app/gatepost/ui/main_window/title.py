"""Title of the window, by which it is told from others in the task bar, and the banner over its pages."""

from __future__ import annotations

from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import one_line, shown
from gatepost.session.host_session import HostSession


def window_title(session: HostSession | None) -> str:
    """Return the host, the account, and whether anything can be changed."""
    if session is None or session.snapshot is None:
        return "Gatepost" if session is None else f"{one_line(session.name)} - Gatepost"
    host = session.snapshot.host
    if session.kind is HostKind.FILE:
        title = WINDOW.tr("{host} (file) - Gatepost")
    elif session.read_only:
        title = WINDOW.tr("{host} as {account} (read-only) - Gatepost")
    else:
        title = WINDOW.tr("{host} as {account} - Gatepost")
    return shown(title.filled(host=host.name, account=host.account))


def banner_text(session: HostSession | None, problem: str, *, closing: bool) -> str:
    """Return what has to be known of the window as a whole, "" for nothing. ``problem`` is one of the settings."""
    if closing:
        return shown(WINDOW.tr("Applying a change. Gatepost will close when it's done."))
    if problem or session is None:
        return problem
    if session.kind is HostKind.PRACTICE:
        return shown(WINDOW.tr("Practice host: a simulated Windows server. You can change anything."))
    return session.banner()
