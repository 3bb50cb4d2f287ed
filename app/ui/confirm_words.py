"""What the confirmation says: the effect, what stays, who loses access, the descriptors before and after."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.endpoints.access_mode import AccessMode, keeps_administrators_out
from app.endpoints.change_set import ChangeSet, EndpointChange, Order
from app.endpoints.permission import account_name
from app.endpoints.snapshot import HostSnapshot
from app.endpoints.who_gets_in import Loss, losses


def _tr(words: str) -> str:
    return QCoreApplication.translate("ConfirmDialog", words)


def closes(change_set: ChangeSet) -> bool:
    """Whether the order takes access away."""
    if change_set.order is Order.ACCESS_MODE:
        return any(c.mode_after.mode in (AccessMode.LOCAL, AccessMode.DISABLED) for c in change_set.effective)
    return change_set.order is Order.DISABLE_REMOTING


def effect(change_set: ChangeSet) -> str:
    """Say in one sentence what will be so afterwards."""
    count = len(change_set.effective)
    if not count:
        return _tr("Nothing would change: it is already so.")
    match change_set.order:
        case Order.DISABLE_REMOTING:
            said = _tr(
                "Callers from other computers are denied on {count} endpoints; sessions on the host itself go on."
            )
        case Order.ENABLE_REMOTING:
            said = _tr(
                "{count} endpoints are enabled and open to callers from other computers whom their entries allow."
            )
        case _:
            said = _tr("{count} endpoints change.") if count > 1 else _tr("One endpoint changes.")
    return said.format(count=count) + " " + _tr("WinRM is not restarted.")


def what_stays(change_set: ChangeSet) -> str:
    """Say what the order does not touch; "" where that would be noise."""
    if change_set.order is Order.DISABLE_REMOTING:
        return "\n".join(
            [
                _tr("Four things stay as they are; undo them by hand if nothing else needs them:"),
                _tr("1. the WinRM service, which may go on running"),
                _tr("2. the listener that accepts requests on any address"),
                _tr("3. the firewall exceptions for WS-Management"),
                _tr(
                    "4. LocalAccountTokenFilterPolicy: 1 lets local administrators in with full rights, 0 restricts them"
                ),
                _tr("Also open: winrs and what rides on it (Ansible, for example), for whom RootSDDL allows."),
            ]
        )
    if change_set.order is Order.ENABLE_REMOTING:
        return _tr("The service, the listener, the firewall and LocalAccountTokenFilterPolicy are not changed here.")
    return ""


def descriptors(change_set: ChangeSet) -> str:
    """Return every descriptor that changes, before and after."""
    return "\n\n".join(_descriptor(change) for change in change_set.effective) or _tr("No descriptor changes.")


def _descriptor(change: EndpointChange) -> str:
    before = [node.sddl for node in change.before.security_nodes] or [_tr("(none of its own)")]
    after = [node.sddl for node in change.after.security_nodes] or [_tr("(none of its own)")]
    lines = [change.name]
    if change.changes_enabled:
        lines.append(f"  Enabled: {str(change.before.enabled).lower()} \u2192 {str(change.after.enabled).lower()}")
    if before == after:
        lines += [f"  {sddl}" for sddl in after]
    else:
        lines += [*(f"\u2212 {sddl}" for sddl in before), *(f"+ {sddl}" for sddl in after)]
    return "\n".join(lines)


def who_loses(change_set: ChangeSet, snapshot: HostSnapshot) -> tuple[int, str]:
    """Return how many lose a way in, and who, with a word about the connected account."""
    lost = losses(change_set, snapshot.root_sddl)
    if not lost:
        return 0, _tr("Nobody loses a way in.")
    lines = [_loss(loss, snapshot.names) for loss in lost]
    return len(lost), "\n".join([*lines, "", you(change_set, snapshot)])


def you(change_set: ChangeSet, snapshot: HostSnapshot) -> str:
    """Say what is known of the connected account's own way in, and of the way back."""
    account = change_set.host.account
    shut = (AccessMode.LOCAL, AccessMode.DISABLED)
    if any(c.mode_before.mode not in shut and c.mode_after.mode in shut for c in change_set.effective):
        said = _tr("You, {account}, come from the network: you can no longer open sessions there either.")
    else:
        said = _tr("Whether you, {account}, lose access depends on your groups, which are not known here.")
    if keeps_administrators_out(snapshot.root_sddl):
        back = _tr("RootSDDL denies the network: you may be unable to take this back from here.")
    else:
        back = _tr("You can still change these permissions from here: RootSDDL decides that, and it stays.")
    return f"{said.format(account=account)} {back}"


def _loss(loss: Loss, names: Mapping[str, str]) -> str:
    who = account_name(loss.sid, names) if loss.sid is not None else _tr("Anyone")
    way = _tr("from the network") if loss.from_network else _tr("on the host itself")
    where = (
        ", ".join(loss.endpoints)
        if len(loss.endpoints) <= 3
        else _tr("{count} endpoints").format(count=len(loss.endpoints))
    )
    return f"{who}, {way}: {where}"
