"""What the confirmation says in sentences: title, effect, what stays open, and who is left outside."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gatepost.endpoints.access.change_risks import ChangeRisks
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.change_set import ChangeSet, EndpointChange, Order
from gatepost.models.plain import one_line
from gatepost.models.sentences import shown
from gatepost.ui.widgets.plain_widgets import shortened

_LONGEST_PART = 36  # characters of the line that names host and account
_LONGEST_WARNING = 400


def title(change_set: ChangeSet, *, preview: bool) -> str:
    """Return the heading: a question, or the name of the preview, or that the order cannot be carried out."""
    host, skipped = one_line(change_set.host.name), change_set.skipped
    if change_set.order is Order.ACCESS_MODE and skipped and not change_set.changes:
        one = QCoreApplication.translate("ConfirmDialog", "{name} on {host} cannot be changed")
        many = QCoreApplication.translate("ConfirmDialog", "{count} endpoints on {host} cannot be changed")
        template = one if len(skipped) == 1 else many
        return template.format(name=one_line(skipped[0].name), count=len(skipped), host=host)
    if preview:
        template = QCoreApplication.translate("ConfirmDialog", "Preview: {verb} on {host}")
    else:
        template = QCoreApplication.translate("ConfirmDialog", "{verb} on {host}?")
    return template.format(verb=shown(change_set.verb), host=host)


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
    return ", ".join(parts or [QCoreApplication.translate("ConfirmDialog", "No endpoints")]) + "."


def effect(change_set: ChangeSet, *, changes_settings: bool = False) -> str:
    """Return the effect in one plain sentence, and that WinRM goes on running."""
    if changes_settings and not change_set.effective:
        return QCoreApplication.translate("ConfirmDialog", "The host's settings change; no endpoint does.")
    if not change_set.effective:
        return _no_effect(change_set)
    stays_up = QCoreApplication.translate("ConfirmDialog", "WinRM is not restarted.")
    return f"{_effect(change_set)} {stays_up}"


def _no_effect(change_set: ChangeSet) -> str:
    as_wanted = bool(change_set.changes) and not change_set.skipped and not change_set.warnings
    if as_wanted and all(_as_wanted(change_set, c) for c in change_set.changes):
        return QCoreApplication.translate("ConfirmDialog", "Nothing would change: it is already so.")
    return QCoreApplication.translate("ConfirmDialog", "This order changes nothing here; the table says why.")


def _as_wanted(change_set: ChangeSet, change: EndpointChange) -> bool:
    """Whether the endpoint ends up as the order means it."""
    match change_set.order:
        case Order.DISABLE_REMOTING:
            return change.mode_after.mode in (AccessMode.LOCAL, AccessMode.DISABLED)
        case Order.ENABLE_REMOTING:
            return change.mode_after.mode is AccessMode.REMOTE
        case Order.ACCESS_MODE:
            return change.reaches_wanted and change.mode_after.mode is not AccessMode.CUSTOM
        case Order.PERMISSIONS | Order.ALIGN | Order.REVERT:
            return True


def _effect(change_set: ChangeSet) -> str:
    changes = change_set.effective
    reached = sum(_as_wanted(change_set, change) for change in changes)
    if change_set.order is Order.DISABLE_REMOTING and reached == len(changes):
        return _disable_effect(reached)
    if change_set.order is Order.ENABLE_REMOTING:
        return _enable_effect(reached, len(changes))
    if change_set.order in (Order.PERMISSIONS, Order.ALIGN, Order.REVERT):
        return QCoreApplication.translate("ConfirmDialog", "The table says what changes.")
    modes = {change.mode_after.mode for change in changes}
    return _mode_effect(modes.pop() if len(modes) == 1 else AccessMode.CUSTOM, len(changes))


def _disable_effect(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate(
            "ConfirmDialog",
            "From another computer, no one can open a session on this endpoint any more. "
            "On the host itself, its other entries decide.",
        )
    return QCoreApplication.translate(
        "ConfirmDialog",
        "From another computer, no one can open a session on these endpoints any more. "
        "On the host itself, their other entries decide.",
    )


def _enable_effect(reached: int, count: int) -> str:
    """What is enabled is not always open: an entry that stays, or RootSDDL, may be in the way."""
    if reached == 0:
        return QCoreApplication.translate("ConfirmDialog", "No endpoint is opened to the network; the table says why.")
    if reached < count:
        template = QCoreApplication.translate(
            "ConfirmDialog",
            "{reached} of {count} endpoints are enabled and open to the network afterwards, for whom their entries "
            "allow; the table says what the others will be.",
        )
        return template.format(reached=reached, count=count)
    if count == 1:
        return QCoreApplication.translate(
            "ConfirmDialog", "This endpoint is enabled and open to the network afterwards, for whom its entries allow."
        )
    return QCoreApplication.translate(
        "ConfirmDialog",
        "These endpoints are enabled and open to the network afterwards, for whom their entries allow.",
    )


def _mode_effect(mode: AccessMode, count: int) -> str:
    match mode:
        case AccessMode.REMOTE:
            return QCoreApplication.translate(
                "ConfirmDialog", "Sessions can be opened from the network and on the host, by whom the entries allow."
            )
        case AccessMode.LOCAL:
            return QCoreApplication.translate(
                "ConfirmDialog", "Sessions can be opened on the host itself only, by whom the other entries allow."
            )
        case AccessMode.DISABLED if count == 1:
            return QCoreApplication.translate(
                "ConfirmDialog", "It is disabled, for the network and on the host. Its entries stay as they are."
            )
        case AccessMode.DISABLED:
            return QCoreApplication.translate(
                "ConfirmDialog", "They are disabled, for the network and on the host. Their entries stay as they are."
            )
        case AccessMode.CUSTOM:
            return QCoreApplication.translate("ConfirmDialog", "The table says what changes.")


def stays_open(change_set: ChangeSet, opens_when_enabled: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return what the order leaves as it is; none of it is read from the host, so no state is claimed.

    ``opens_when_enabled`` names the disabled endpoints that are open once somebody enables them.
    """
    said = [shortened(shown(warning), _LONGEST_WARNING) for warning in change_set.warnings]
    if change_set.order is not Order.DISABLE_REMOTING:
        return tuple(said)
    four = QCoreApplication.translate(
        "ConfirmDialog",
        "This order leaves four things as they are: the WinRM service, the listener, the firewall exceptions and "
        "LocalAccountTokenFilterPolicy. What stays open tells their state, below and as a page of the host; there each "
        "can be changed by itself.",
    )
    also = QCoreApplication.translate(
        "ConfirmDialog",
        "Nor does this close: winrs and what rides on it, for whom RootSDDL allows; WMI over WS-Man, which has a "
        "descriptor of its own; remoting over SSH{skipped}.",
    )
    left = sum(skipped.name in opens_when_enabled for skipped in change_set.skipped)
    return (four, also.format(skipped=_skipped_because_disabled(left)), *said)


def _skipped_because_disabled(count: int) -> str:
    if count == 0:
        return ""
    one = QCoreApplication.translate("ConfirmDialog", "; the endpoint skipped because it is disabled")
    many = QCoreApplication.translate("ConfirmDialog", "; the {count} endpoints skipped because they are disabled")
    return (one if count == 1 else many).format(count=count)


def left_outside(risks: ChangeRisks) -> str:
    """Return who loses access, whether that is you, who stands for everybody and gains it; empty where there is nothing."""
    return " ".join(shortened(shown(sentence), _LONGEST_WARNING) for sentence in risks.said)


def type_host_name(risks: ChangeRisks, host: str) -> str:
    """Return why the host's name has to be typed, and which."""
    template = QCoreApplication.translate("ConfirmDialog", "{why} Type the name of the host, {host}, to confirm.")
    return template.format(why=shortened(shown(risks.type_host_name), _LONGEST_WARNING), host=one_line(host))
