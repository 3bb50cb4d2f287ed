"""Common to all forms of code: the head, and which endpoints are left out of a form and why."""

from __future__ import annotations

from gatepost.endpoints.configuration.access_mode import FULL_CONTROL
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.visible import one_line
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet, EndpointChange
from gatepost.security import NETWORK, dacl_entries

_PATTERN = frozenset("*?[]`")
_ENDPOINTS_ALONE = ("Changes endpoints only, not the service, listener, firewall rules or token policy.",)


def comment(text: str) -> str:
    """Return one line of comment, for PowerShell and YAML alike; what ends a line in ``text`` is made visible."""
    return f"# {one_line(text)}"


def head(change_set: ChangeSet, limits: tuple[str, ...]) -> list[str]:
    """Return the comment at the top: what the code does, and its known limits."""
    what = f"{change_set.verb} on {change_set.host.name}, as planned in Gatepost."
    without = _ENDPOINTS_ALONE if change_set.action is ActionKind.ENABLE_REMOTING else ()
    return [comment(text) for text in (what, *without, *limits)]


def for_cmdlets(change_set: ChangeSet, *, loses_file: bool) -> tuple[list[SessionConfiguration], list[str]]:
    """Return the endpoints that a tool built on Windows' cmdlets may be given, and a comment for each left out.

    ``loses_file``: the tool registers an endpoint again that has a session configuration file.
    """
    taken, left_out = [], []
    for change in change_set.effective:
        why = _why_left_out(change, loses_file=loses_file)
        if why:
            left_out.append(comment(f"{change.name} is skipped: {why}."))
        else:
            taken.append(change.after)
    return taken, left_out


def _why_left_out(change: EndpointChange, *, loses_file: bool) -> str:
    after = change.after
    if _PATTERN & set(change.name):
        return "its name would be read as a wildcard pattern"
    if after.run_as.is_managed_account:
        return "it runs as a managed service account, which its session configuration file specifies"
    if after.run_as.user:
        return "it runs as a user whose password would have to be entered again"
    if loses_file and any(name.lower() == "configfilepath" for name, _ in after.parameters):
        return "it would be registered again without its session configuration file"
    if len(set(after.sddls)) > 1:
        return "it has several descriptors, but only one can be set"
    return ""


def cmdlet_mode(configuration: SessionConfiguration) -> str:
    """Return the AccessMode with which the cmdlets leave the descriptor as it stands: Remote, Local or Disabled.

    They add or take away a Deny for NETWORK with the mask of all rights, and no other entry.
    """
    if not configuration.enabled:
        return "Disabled"
    return "Local" if _denies_network(configuration.sddl or "") else "Remote"


def _denies_network(sddl: str) -> bool:
    return any(a.is_deny and a.sid == NETWORK and a.mask == FULL_CONTROL for a in dacl_entries(sddl))
