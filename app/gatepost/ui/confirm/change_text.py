"""Texts of the confirmation: title, button, effect, warnings, what stays open, and who loses access."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gatepost.endpoints.access.change_risks import ChangeRisks
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.text import Text
from gatepost.endpoints.writes.action_text import on_host
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet
from gatepost.models.endpoints.mode_text import set_to
from gatepost.models.plain import one_line
from gatepost.models.sentences import enumerated, shown
from gatepost.models.window_text import WINDOW
from gatepost.ui.widgets.plain_widgets import shortened

_LONGEST_PART = 36  # characters of the line that names host and account
_LONGEST_WARNING = 400


def title(change_set: ChangeSet, *, preview: bool) -> str:
    """Return the heading: a question, or the name of the preview, or that nothing can be changed."""
    host, skipped = one_line(change_set.host.name), change_set.skipped
    if change_set.action is ActionKind.ACCESS_MODE and skipped and not change_set.changes:
        name, count = skipped[0].name, len(skipped)
        said = WINDOW.tr(
            "{name} on {host} can't be changed", "%n endpoints on {host} can't be changed", count, name=name, host=host
        )
        return shown(said)
    return heading(change_set.verb, host, preview=preview)


def heading(action: Text, host: str, *, preview: bool) -> str:
    """Return what asks for an action on a host, or names its preview."""
    if preview:
        template = QCoreApplication.translate("ConfirmDialog", "Preview: {action}")
    else:
        template = QCoreApplication.translate("ConfirmDialog", "{action}?")
    return template.format(action=shown(on_host(action, host)))


def verb(change_set: ChangeSet) -> str:
    """Return what the button says: the verb alone, as the title has the rest."""
    match change_set.action:
        case ActionKind.DISABLE_REMOTING:
            return QCoreApplication.translate("ConfirmDialog", "Disable remoting")
        case ActionKind.ENABLE_REMOTING:
            return QCoreApplication.translate("ConfirmDialog", "Enable remoting")
        case ActionKind.ACCESS_MODE if change_set.mode is not None:
            return set_to(change_set.mode)
        case ActionKind.REVERT if change_set.lineage is not None and change_set.lineage.reverts:
            return QCoreApplication.translate("ConfirmDialog", "Revert")
        case _:
            return QCoreApplication.translate("ConfirmDialog", "Apply")


def verb_and_host(change_set: ChangeSet) -> str:
    """Return the whole of what the button does."""
    return shown(on_host(change_set.verb, change_set.host.name))


def details(change_set: ChangeSet) -> str:
    """Return what the details hold."""
    if change_set.action is ActionKind.DISABLE_REMOTING:
        return QCoreApplication.translate("ConfirmDialog", "Script, SDDL and Still open")
    return QCoreApplication.translate("ConfirmDialog", "Script and SDDL")


def connection(change_set: ChangeSet) -> str:
    """Return which host, which account and how it is reached."""
    host = change_set.host
    if host.encrypted:
        template = QCoreApplication.translate("ConfirmDialog", "{host} as {account}, {how}, encrypted")
    else:
        template = QCoreApplication.translate("ConfirmDialog", "{host} as {account}, {how}, not encrypted")
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
        parts.append(shown(WINDOW.tr("%n endpoint changes", "%n endpoints change", changing)))
    if staying:
        parts.append(QCoreApplication.translate("ConfirmDialog", "{count} unchanged").format(count=staying))
    if skipped:
        parts.append(QCoreApplication.translate("ConfirmDialog", "{count} skipped").format(count=skipped))
    return enumerated(parts or [QCoreApplication.translate("ConfirmDialog", "No endpoints")])


def effect(change_set: ChangeSet, *, changes_settings: bool = False) -> str:
    """Return the effect in plain words, and that WinRM goes on running."""
    if changes_settings and not change_set.effective:
        return QCoreApplication.translate("ConfirmDialog", "Only settings of the host change.")
    if not change_set.effective:
        return _no_effect(change_set)
    if change_set.action is ActionKind.DISABLE_REMOTING:
        stays_up = QCoreApplication.translate(
            "ConfirmDialog", "WinRM keeps running; winrs, WMI and SSH aren't affected (see Details)."
        )
    else:
        stays_up = QCoreApplication.translate("ConfirmDialog", "WinRM isn't restarted.")
    return " ".join(filter(None, (_effect(change_set), stays_up)))


def _no_effect(change_set: ChangeSet) -> str:
    as_wanted = bool(change_set.changes) and not change_set.skipped and not change_set.warnings
    if as_wanted and all(change.ends_as_meant(change_set.action) for change in change_set.changes):
        return QCoreApplication.translate("ConfirmDialog", "No changes needed.")
    return QCoreApplication.translate("ConfirmDialog", "Nothing to change; see the reasons below.")


def _effect(change_set: ChangeSet) -> str:
    changes = change_set.effective
    reached = sum(change.ends_as_meant(change_set.action) for change in changes)
    if change_set.action is ActionKind.DISABLE_REMOTING and reached == len(changes):
        return QCoreApplication.translate(
            "ConfirmDialog", "Remote sessions will be blocked. Local sessions still follow the remaining entries."
        )
    if change_set.action is ActionKind.ENABLE_REMOTING:
        return _enable_effect(reached, len(changes))
    if change_set.action in (ActionKind.PERMISSIONS, ActionKind.ALIGN, ActionKind.REVERT):
        return ""
    modes = {change.mode_after.mode for change in changes}
    return _mode_effect(modes.pop() if len(modes) == 1 else AccessMode.CUSTOM, len(changes))


def _enable_effect(reached: int, count: int) -> str:
    """What is enabled is not always open: an entry that stays, or RootSDDL, may be in the way."""
    if reached == 0:
        return QCoreApplication.translate(
            "ConfirmDialog", "No endpoint will accept remote sessions; see the reasons below."
        )
    if reached < count:
        template = QCoreApplication.translate(
            "ConfirmDialog",
            "{reached} of {count} endpoints will accept remote sessions from anyone their permissions allow; see the "
            "reasons for the others below.",
        )
        return template.format(reached=reached, count=count)
    if count == 1:
        return QCoreApplication.translate(
            "ConfirmDialog",
            "This endpoint will be enabled and accept remote sessions from anyone its permissions allow.",
        )
    return QCoreApplication.translate(
        "ConfirmDialog",
        "These endpoints will be enabled and accept remote sessions from anyone their permissions allow.",
    )


def _mode_effect(mode: AccessMode, count: int) -> str:
    match mode:
        case AccessMode.REMOTE:
            return QCoreApplication.translate(
                "ConfirmDialog", "Remote and local sessions will be possible, for users the permissions allow."
            )
        case AccessMode.LOCAL:
            return QCoreApplication.translate(
                "ConfirmDialog", "Only local sessions will be possible, for users the other entries allow."
            )
        case AccessMode.DISABLED if count == 1:
            return QCoreApplication.translate(
                "ConfirmDialog", "The endpoint will be disabled for everyone. Its permissions aren't changed."
            )
        case AccessMode.DISABLED:
            return QCoreApplication.translate(
                "ConfirmDialog", "The endpoints will be disabled for everyone. Their permissions aren't changed."
            )
        case AccessMode.CUSTOM:
            return ""


def warnings(change_set: ChangeSet) -> str:
    """Return what has to be known before the change is confirmed, a line each; empty where there is nothing."""
    return "\n".join(shortened(shown(warning), _LONGEST_WARNING) for warning in change_set.warnings)


def still_open(change_set: ChangeSet, opens_when_enabled: frozenset[str] = frozenset()) -> str:
    """Return what Disable leaves as it is, empty for other actions; no state is claimed, as none of it is read here.

    ``opens_when_enabled`` names the disabled endpoints that are open once they are enabled.
    """
    if change_set.action is not ActionKind.DISABLE_REMOTING:
        return ""
    said = [
        QCoreApplication.translate(
            "ConfirmDialog",
            "This doesn't change the WinRM service, listeners, firewall rules or LocalAccountTokenFilterPolicy.",
        ),
        QCoreApplication.translate(
            "ConfirmDialog", "winrs, WMI over WS-Management and PowerShell over SSH stay available."
        ),
    ]
    left = sum(skipped.name in opens_when_enabled for skipped in change_set.skipped)
    if left:
        skipped = WINDOW.tr(
            "%n endpoint is skipped because it's disabled; it becomes remotely accessible if enabled.",
            "%n endpoints are skipped because they're disabled; they become remotely accessible if enabled.",
            left,
        )
        said.append(shown(skipped))
    return " ".join(said)


def left_outside(risks: ChangeRisks) -> str:
    """Return who loses access, whether that is you, who stands for everybody and gains it; empty where there is nothing."""
    return " ".join(shortened(shown(sentence), _LONGEST_WARNING) for sentence in risks.said)


def type_host_name(risks: ChangeRisks, host: str) -> str:
    """Return why the host's name has to be typed, and which."""
    template = QCoreApplication.translate("ConfirmDialog", "Type {host} to confirm.")
    why = shortened(shown(risks.type_host_name), _LONGEST_WARNING)
    return f"{why} {template.format(host=one_line(host))}"
