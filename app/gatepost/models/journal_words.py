"""The words for what the journal holds: times, outcomes, and what differs between two states."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gatepost.endpoints.configuration.endpoint_state import EndpointState, StateError
from gatepost.endpoints.configuration.journal_entry import JournalEntry, SubjectKind
from gatepost.endpoints.configuration.report import Outcome
from gatepost.endpoints.history.three_way import Part, Place, Row, rows
from gatepost.endpoints.host.setting_order import SettingWrite, state_words
from gatepost.endpoints.moments import moment_of
from gatepost.models.plain import one_line, visible
from gatepost.security import Accounts, Ace, SddlError, Sid, rights_text

_MINUS = "\u2212"
_PARTS = {
    Part.ENABLED: "Enabled",
    Part.DESCRIPTOR: "Descriptor of its own",
    Part.OWNER: "Owner",
    Part.GROUP: "Group",
    Part.ACCESS_LIST: "Kind of the list of permissions",
    Part.AUDIT_LIST: "Kind of the list of audits",
    Part.ORDER: "Order of the entries",
    Part.AUDIT_ORDER: "Order of the audit entries",
    Part.SETTING: "Setting",
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("Journal", words)


def moment(iso: str) -> str:
    """Return a time of the journal as this computer's clock shows it, to the second; any other text as it is."""
    found = moment_of(iso)
    try:
        return f"{found.astimezone():%Y-%m-%d %H:%M:%S}" if found is not None else iso
    except (OverflowError, OSError, ValueError):  # a year that this computer's clock does not have
        return iso


def outcome_words(entry: JournalEntry) -> str:
    """Return what is known of how the write ended, in a word or three."""
    words = _outcome_words(entry)
    return _tr("{outcome}, checked by hand").format(outcome=words) if entry.checked_by else words


def _outcome_words(entry: JournalEntry) -> str:
    match entry.outcome:
        case None if entry.is_untried:
            return _tr("not tried")
        case None:
            return _tr("not known")
        case Outcome.CHANGED:
            return _tr("changed")
        case Outcome.PARTLY:
            return _tr("partly changed")
        case Outcome.UNCHANGED:
            return _tr("not changed")
        case Outcome.CONFLICT:
            return _tr("conflict")
        case Outcome.REFUSED:
            return _tr("refused")
        case Outcome.UNKNOWN:
            return _tr("unknown")


def row_title(row: Row, accounts: Accounts) -> str:
    """Return what a row is about, in one line."""
    return one_line(_ace_words(row.ace, accounts)) if row.ace is not None else _tr(_PARTS[row.part])


def row_value(row: Row, value: str | None, accounts: Accounts) -> str:
    """Return one of a row's three values, in one line."""
    match row.part:
        case Part.ENTRY | Part.AUDIT_ENTRY:
            return _tr("there") if value is not None else "\u2013"
        case Part.ENABLED:
            return _tr("yes") if value == "true" else _tr("no")
        case Part.SETTING if value is not None:
            return one_line(_setting_words(row, value))
        case Part.OWNER | Part.GROUP if value is not None:
            return one_line(_account(value, accounts))
    return one_line(value) if value is not None else _tr("none")


def difference_lines(entry: JournalEntry, accounts: Accounts) -> list[str]:
    """Return what the write was to change, a line each."""
    if entry.kind is not SubjectKind.ENDPOINT:
        kind = entry.kind.value if entry.kind is not None else ""
        row = Row(Part.SETTING, Place(kind, entry.subject, 0), entry.before, entry.after, entry.after)
        return [f"{row_value(row, row.was, accounts)} \u2192 {row_value(row, row.now, accounts)}"]
    try:
        before, after = EndpointState.from_json(entry.before), EndpointState.from_json(entry.after)
    except StateError:
        return [_tr("The entry cannot be understood."), visible(entry.before), visible(entry.after)]
    lines = [_difference(row, accounts) for row in rows(before, after, after)]
    for label, state in ((_tr("before"), before), (_tr("after"), after)):
        lines += ["", *(f"{label}  {visible(descriptor.sddl)}" for descriptor in state.descriptors)]
        if not state.descriptors:
            lines.append(f"{label}  {_tr('no descriptor of its own')}")
    return lines


def _difference(row: Row, accounts: Accounts) -> str:
    title = row_title(row, accounts)
    if row.ace is not None:
        return f"{_MINUS if row.now is None else '+'} {title}"
    return f"{title}: {row_value(row, row.was, accounts)} \u2192 {row_value(row, row.now, accounts)}"


def _ace_words(ace: Ace, accounts: Accounts) -> str:
    kind = _tr("Deny") if ace.is_deny else _tr("Allow") if ace.is_allow else ace.type.name
    words = f"{kind}  {accounts.name_of(ace.sid)}  {rights_text(ace.mask)}"
    return words if ace.is_unconditional else f"{words}  {_tr('under a condition')}"


def _setting_words(row: Row, value: str) -> str:
    kind = next((kind for kind in SubjectKind if kind.value == row.place.resource), None)
    return str(state_words(SettingWrite(kind, row.place.uri, "", ""), value)) if kind is not None else value


def _account(sid: str, accounts: Accounts) -> str:
    try:
        return accounts.name_of(Sid.parse(sid))
    except SddlError:
        return sid
