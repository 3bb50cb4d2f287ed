"""Texts of the confirmation: title, button, effect, warnings, what stays open, and who loses access."""

from __future__ import annotations

from gatepost.endpoints.access.change_risks import ChangeRisks
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.text import NOTHING, WINDOW, Text, sentences
from gatepost.endpoints.writes.action_text import on_host
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet
from gatepost.models.endpoints.mode_text import set_to
from gatepost.models.window_text import enumerated, one_line, shown
from gatepost.ui.widgets.plain_widgets import shortened

_LONGEST_PART = 36  # characters of the line that names host and account
_LONGEST_WARNING = 400


def title(change_set: ChangeSet, *, preview: bool) -> str:
    """Return the heading: a question, or the name of the preview, or that nothing can be changed."""
    host, skipped = one_line(change_set.host.name), change_set.skipped
    if change_set.action is ActionKind.ACCESS_MODE and skipped and not change_set.changes:
        name, count = skipped[0].name, len(skipped)
        text = WINDOW.tr(
            "{name} on {host} can't be changed", "%n endpoints on {host} can't be changed", count, name=name, host=host
        )
        return shown(text)
    return heading(change_set.verb, host, preview=preview)


def heading(action: Text, host: str, *, preview: bool) -> str:
    """Return what asks for an action on a host, or names its preview."""
    template = WINDOW.tr("Preview: {action}") if preview else WINDOW.tr("{action}?")
    return shown(template.filled(action=on_host(action, host)))


def verb(change_set: ChangeSet) -> str:
    """Return what the button says: the verb alone, as the title has the rest."""
    match change_set.action:
        case ActionKind.DISABLE_REMOTING:
            return shown(WINDOW.tr("Disable remoting"))
        case ActionKind.ENABLE_REMOTING:
            return shown(WINDOW.tr("Enable remoting"))
        case ActionKind.ACCESS_MODE if change_set.mode is not None:
            return set_to(change_set.mode)
        case ActionKind.REVERT if change_set.lineage is not None and change_set.lineage.reverts:
            return shown(WINDOW.tr("Revert"))
        case _:
            return shown(WINDOW.tr("Apply"))


def verb_and_host(change_set: ChangeSet) -> str:
    """Return the whole of what the button does."""
    return shown(on_host(change_set.verb, change_set.host.name))


def details(change_set: ChangeSet) -> str:
    """Return what the details hold."""
    has_more = change_set.action is ActionKind.DISABLE_REMOTING
    return shown(WINDOW.tr("Script, SDDL and Still open") if has_more else WINDOW.tr("Script and SDDL"))


def connection(change_set: ChangeSet) -> str:
    """Return which host, which account and how it is reached."""
    host = change_set.host
    name, account = (shortened(one_line(each), _LONGEST_PART) for each in (host.name, host.account))
    template = (
        WINDOW.tr("{host} as {account}, {how}, encrypted")
        if host.encrypted
        else WINDOW.tr("{host} as {account}, {how}, not encrypted")
    )
    return shown(template.filled(host=name, account=account, how=host.authentication))


def tally(change_set: ChangeSet) -> str:
    """Return how many endpoints change, are skipped and stay."""
    changing, skipped = len(change_set.effective), len(change_set.skipped)
    staying = len(change_set.changes) - changing
    parts = (
        (changing, WINDOW.tr("%n endpoint changes", "%n endpoints change", changing)),
        (staying, WINDOW.tr("{count} unchanged", count=staying)),
        (skipped, WINDOW.tr("{count} skipped", count=skipped)),
    )
    return enumerated(shown(text) for count, text in parts if count) or shown(WINDOW.tr("No endpoints"))


def effect(change_set: ChangeSet, *, changes_settings: bool = False) -> str:
    """Return the effect in plain words, and that WinRM goes on running."""
    if changes_settings and not change_set.effective:
        return shown(WINDOW.tr("Only settings of the host change."))
    if not change_set.effective:
        return shown(_no_effect(change_set))
    stays_up = WINDOW.tr("WinRM isn't restarted.")
    if change_set.action is ActionKind.DISABLE_REMOTING:
        stays_up = WINDOW.tr("WinRM keeps running; winrs, WMI and SSH aren't affected (see Details).")
    return shown(sentences(_effect(change_set), stays_up))


def _no_effect(change_set: ChangeSet) -> Text:
    as_wanted = bool(change_set.changes) and not change_set.skipped and not change_set.warnings
    if as_wanted and all(change.ends_as_meant(change_set.action) for change in change_set.changes):
        return WINDOW.tr("No changes needed.")
    return WINDOW.tr("Nothing to change; see the reasons below.")


def _effect(change_set: ChangeSet) -> Text:
    changes = change_set.effective
    reached = sum(change.ends_as_meant(change_set.action) for change in changes)
    if change_set.action is ActionKind.DISABLE_REMOTING and reached == len(changes):
        return WINDOW.tr("Remote sessions will be blocked. Local sessions still follow the remaining entries.")
    if change_set.action is ActionKind.ENABLE_REMOTING:
        return _enable_effect(reached, len(changes))
    if change_set.action in (ActionKind.PERMISSIONS, ActionKind.ALIGN, ActionKind.REVERT):
        return NOTHING
    modes = {change.mode_after.mode for change in changes}
    return _mode_effect(modes.pop() if len(modes) == 1 else AccessMode.CUSTOM, len(changes))


def _enable_effect(reached: int, count: int) -> Text:
    """What is enabled is not always open: an entry that stays, or RootSDDL, may be in the way."""
    if reached == 0:
        return WINDOW.tr("No endpoint will accept remote sessions; see the reasons below.")
    if reached < count:
        sentence = WINDOW.tr(
            "{reached} of {count} endpoints will accept remote sessions from anyone their permissions allow; see the "
            "reasons for the others below."
        )
        return sentence.filled(reached=reached, count=count)
    if count == 1:
        return WINDOW.tr("This endpoint will be enabled and accept remote sessions from anyone its permissions allow.")
    return WINDOW.tr("These endpoints will be enabled and accept remote sessions from anyone their permissions allow.")


def _mode_effect(mode: AccessMode, count: int) -> Text:
    match mode:
        case AccessMode.REMOTE:
            return WINDOW.tr("Remote and local sessions will be possible, for users the permissions allow.")
        case AccessMode.LOCAL:
            return WINDOW.tr("Only local sessions will be possible, for users the other entries allow.")
        case AccessMode.DISABLED if count == 1:
            return WINDOW.tr("The endpoint will be disabled for everyone. Its permissions aren't changed.")
        case AccessMode.DISABLED:
            return WINDOW.tr("The endpoints will be disabled for everyone. Their permissions aren't changed.")
        case AccessMode.CUSTOM:
            return NOTHING


def warnings(change_set: ChangeSet) -> str:
    """Return what has to be known before the change is confirmed, a line each; empty where there is nothing."""
    return "\n".join(shortened(shown(warning), _LONGEST_WARNING) for warning in change_set.warnings)


def still_open(change_set: ChangeSet, opens_when_enabled: frozenset[str] = frozenset()) -> str:
    """Return what Disable leaves as it is, empty for other actions; no state is claimed, as none of it is read here.

    ``opens_when_enabled`` names the disabled endpoints that are open once they are enabled.
    """
    if change_set.action is not ActionKind.DISABLE_REMOTING:
        return ""
    stays = WINDOW.tr(
        "This doesn't change the WinRM service, listeners, firewall rules or LocalAccountTokenFilterPolicy."
    )
    others = WINDOW.tr("winrs, WMI over WS-Management and PowerShell over SSH stay available.")
    count = sum(skipped.name in opens_when_enabled for skipped in change_set.skipped)
    skipped = WINDOW.tr(
        "%n endpoint is skipped because it's disabled; it becomes remotely accessible if enabled.",
        "%n endpoints are skipped because they're disabled; they become remotely accessible if enabled.",
        count,
    )
    return shown(sentences(stays, others, skipped if count else NOTHING))


def left_outside(risks: ChangeRisks) -> str:
    """Return who loses access, whether that is you, who stands for everybody and gains it; empty where there is nothing."""
    return " ".join(shortened(shown(sentence.text), _LONGEST_WARNING) for sentence in risks.sentences)


def type_host_name(risks: ChangeRisks, host: str) -> str:
    """Return why the host's name has to be typed, and which."""
    why = shortened(shown(risks.type_host_name), _LONGEST_WARNING)
    return " ".join((why, shown(WINDOW.tr("Type {host} to confirm.", host=host))))
