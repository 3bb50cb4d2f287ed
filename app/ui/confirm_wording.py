"""What the confirmation says in sentences: title, effect, what stays open, and whether it is you."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.endpoints.access_mode import AccessMode, keeps_administrators_out
from app.endpoints.change_set import ChangeSet, Order
from app.endpoints.permission import account_name
from app.endpoints.snapshot import HostSnapshot
from app.endpoints.who_gets_in import Entrants, Loss, who_gets_in
from app.models.plain import one_line
from app.security import SddlError, SecurityDescriptor
from app.ui.plain_widgets import shortened
from app.ui.wording import shown

_LONGEST_NAME = 90  # characters
_LONGEST_PART = 36  # of the line that names host and account
_LONGEST_WARNING = 400


def title(change_set: ChangeSet, preview: bool) -> str:
    """Return the heading: a question, or the name of the preview."""
    if preview:
        template = QCoreApplication.translate("ConfirmDialog", "Preview: {verb} on {host}")
    else:
        template = QCoreApplication.translate("ConfirmDialog", "{verb} on {host}?")
    return template.format(verb=shown(change_set.verb), host=one_line(change_set.host.name))


def connection(change_set: ChangeSet) -> str:
    """Return which host, which account and how it is reached."""
    host = change_set.host
    if host.encrypted:
        template = QCoreApplication.translate("ConfirmDialog", "{host} as {account}, {how}, encrypted")
    else:
        template = QCoreApplication.translate("ConfirmDialog", "{host} as {account}, {how}, NOT encrypted")
    return template.format(
        host=shortened(one_line(host.name), _LONGEST_PART),
        account=shortened(one_line(host.account), _LONGEST_PART),
        how=host.authentication,
    )


def tally(change_set: ChangeSet) -> str:
    """Return how many endpoints change, are skipped and stay."""
    changing, skipped = len(change_set.effective), len(change_set.skipped)
    staying = len(change_set.changes) - changing
    parts: list[str] = []
    if changing:
        one = QCoreApplication.translate("ConfirmDialog", "1 endpoint changes")
        many = QCoreApplication.translate("ConfirmDialog", "{count} endpoints change")
        parts.append((one if changing == 1 else many).format(count=changing))
    if staying:
        one = QCoreApplication.translate("ConfirmDialog", "1 stays as it is")
        many = QCoreApplication.translate("ConfirmDialog", "{count} stay as they are")
        parts.append((one if staying == 1 else many).format(count=staying))
    if skipped:
        parts.append(QCoreApplication.translate("ConfirmDialog", "{count} skipped").format(count=skipped))
    return ", ".join(parts) + "."


def effect(change_set: ChangeSet) -> str:
    """Return the effect in one plain sentence, and that WinRM goes on running."""
    if not change_set.effective:
        return _no_effect(change_set)
    stays_up = QCoreApplication.translate("ConfirmDialog", "WinRM is not restarted.")
    return f"{_effect(change_set)} {stays_up}"


def _no_effect(change_set: ChangeSet) -> str:
    if change_set.changes and not change_set.skipped:
        return QCoreApplication.translate("ConfirmDialog", "Nothing would change: it is already so.")
    return QCoreApplication.translate("ConfirmDialog", "Nothing would change. The table says why.")


def _effect(change_set: ChangeSet) -> str:
    if change_set.order is Order.DISABLE_REMOTING:
        return QCoreApplication.translate(
            "ConfirmDialog",
            "From another computer, no one can open a session on these endpoints any more. "
            "On the host itself, their other entries decide.",
        )
    if change_set.order is Order.ENABLE_REMOTING:
        return QCoreApplication.translate(
            "ConfirmDialog", "These endpoints are enabled and opened to the network, for whom their entries allow."
        )
    return _mode_effect({change.mode_after.mode for change in change_set.effective})


def _mode_effect(modes: set[AccessMode]) -> str:
    if modes == {AccessMode.REMOTE}:
        return QCoreApplication.translate(
            "ConfirmDialog", "Sessions can be opened from the network and on the host, by whom the entries allow."
        )
    if modes == {AccessMode.LOCAL}:
        return QCoreApplication.translate(
            "ConfirmDialog", "Sessions can be opened on the host itself only, by whom the other entries allow."
        )
    if modes == {AccessMode.DISABLED}:
        return QCoreApplication.translate(
            "ConfirmDialog", "It is disabled, for the network and on the host. Its entries stay as they are."
        )
    return QCoreApplication.translate("ConfirmDialog", "The table says what changes.")


def stays_open(change_set: ChangeSet) -> tuple[str, ...]:
    """Return what the order leaves as it is; none of it is read from the host, so no state is claimed."""
    said = [shortened(shown(warning), _LONGEST_WARNING) for warning in change_set.warnings]
    if change_set.order is Order.ENABLE_REMOTING:
        only = QCoreApplication.translate(
            "ConfirmDialog",
            "Gatepost changes the endpoints only, not the WinRM service, the listener, the firewall or "
            "LocalAccountTokenFilterPolicy.",
        )
        return (only, *said)
    if change_set.order is not Order.DISABLE_REMOTING:
        return tuple(said)
    four = QCoreApplication.translate(
        "ConfirmDialog",
        "Gatepost does not change these four: the WinRM service, the listener on any address, the firewall "
        "exceptions, and the setting LocalAccountTokenFilterPolicy = 1.",
    )
    also = QCoreApplication.translate(
        "ConfirmDialog", "Also still open: winrs and everything that rides on it, for whom RootSDDL allows."
    )
    return (four, also, *said)


def about_you(change_set: ChangeSet, snapshot: HostSnapshot, lost: tuple[Loss, ...], over_network: bool) -> str:
    """Say whether the connected account is among those who lose a way in, and whether there is a way back.

    Its groups are not known, only its name. Empty where no one loses anything.
    """
    if not lost:
        return ""
    said = _whether_you(change_set, snapshot, lost, over_network)
    if over_network and any(loss.from_network for loss in lost):
        return f"{said} {_way_back(snapshot.root_sddl)}"
    return said


def _whether_you(change_set: ChangeSet, snapshot: HostSnapshot, lost: tuple[Loss, ...], over_network: bool) -> str:
    if over_network and closes_network(change_set, snapshot.root_sddl, lost):
        template = QCoreApplication.translate(
            "ConfirmDialog", "No one gets in from the network any more, you ({account}) included."
        )
    elif any(_same_account(account_name(loss.sid, snapshot.names), snapshot.host.account) for loss in lost):
        template = QCoreApplication.translate("ConfirmDialog", "You lose a way in: you are connected as {account}.")
    else:
        template = QCoreApplication.translate(
            "ConfirmDialog",
            "Whether you lose a way in is not known: Gatepost knows your account, {account}, but not its groups.",
        )
    return template.format(account=shortened(one_line(snapshot.host.account), _LONGEST_NAME))


def closes_network(change_set: ChangeSet, root_sddl: str, lost: tuple[Loss, ...]) -> bool:
    """Whether nobody gets in from the network after the change, where somebody loses that way in."""
    names = {name for loss in lost if loss.from_network for name in loss.endpoints}
    changes = [change for change in change_set.effective if change.name in names]
    return bool(changes) and all(_closed(who_gets_in(change.after, root_sddl)) for change in changes)


def _closed(after: Entrants) -> bool:
    return not (after.network or after.anyone or after.unknown)


def _way_back(root_sddl: str) -> str:
    if not _readable(root_sddl):
        return QCoreApplication.translate(
            "ConfirmDialog",
            "Whether permissions can still be changed from here is not known: RootSDDL decides that, "
            "and it could not be read.",
        )
    if keeps_administrators_out(root_sddl):
        return QCoreApplication.translate(
            "ConfirmDialog",
            "RootSDDL denies the network as well: this cannot be undone from here, only on the host itself.",
        )
    return QCoreApplication.translate(
        "ConfirmDialog", "Changing permissions stays possible: RootSDDL decides that, and it is not changed."
    )


def _readable(sddl: str) -> bool:
    try:
        SecurityDescriptor.from_sddl(sddl, strict=False)
    except SddlError:
        return False
    return bool(sddl)


def _same_account(left: str, right: str) -> bool:
    return bool(left) and left.casefold() == right.casefold()
