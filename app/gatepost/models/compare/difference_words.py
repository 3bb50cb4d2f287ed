"""The words for what two endpoints differ in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gatepost.endpoints.compare.comparison import EndpointComparison, Likeness
from gatepost.endpoints.compare.differences import Difference, Part
from gatepost.security import Accounts, Ace, SddlError, Sid, condition_text, rights_text


def likeness_words(endpoint: EndpointComparison) -> str:
    """Say how the two sides of an endpoint stand to each other."""
    match endpoint.likeness:
        case Likeness.SAME:
            return _tr("Same")
        case Likeness.ONLY_LEFT:
            return _tr("Only on the left")
        case Likeness.ONLY_RIGHT:
            return _tr("Only on the right")
    count = len(endpoint.differences)
    return _tr("1 difference") if count == 1 else _tr("{count} differences").format(count=count)


def topic(difference: Difference, accounts: Accounts) -> str:
    """Say what a difference is about."""
    match difference.part:
        case Part.ENTRY:
            ace = difference.left or difference.right
            return accounts.name_of(ace.sid) if isinstance(ace, Ace) else ""
        case Part.ENABLED:
            return _tr("Enabled")
        case Part.ORDER:
            return _tr("Order of the entries")
        case Part.OWNER:
            return _tr("Owner")
        case Part.GROUP:
            return _tr("Group")
        case Part.DACL:
            return _tr("List of permissions")
        case Part.SACL:
            return _tr("Audit entries")
        case Part.DESCRIPTOR:
            return _tr("Descriptor")
        case Part.SETTING:
            return difference.name


def value_words(part: Part, value: Ace | str | None, accounts: Accounts) -> str:
    """Say what one side has."""
    if value is None:
        return _tr("none")
    if isinstance(value, Ace):
        return _entry(value, accounts)
    if part is Part.ENABLED:
        return _tr("yes") if value == "true" else _tr("no")
    if part in (Part.OWNER, Part.GROUP):
        return _account(value, accounts)
    return value or _tr("empty")


def _entry(ace: Ace, accounts: Accounts) -> str:
    sense = _tr("Deny") if ace.is_deny else _tr("Allow") if ace.is_allow else ace.type.name
    said = f"{sense} {rights_text(ace.mask)}"
    if ace.is_callback and ace.condition:
        said = _tr("{entry}, if {condition}").format(entry=said, condition=condition_text(ace.condition, accounts))
    return _tr("{entry}, inherited").format(entry=said) if ace.is_inherited else said


def _account(sid: str, accounts: Accounts) -> str:
    try:
        return accounts.name_of(Sid.parse(sid))
    except SddlError:
        return sid


def _tr(words: str) -> str:
    return QCoreApplication.translate("Comparison", words)
