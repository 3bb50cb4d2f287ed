"""Granting, denying and revoking rights on several hosts, each of which says itself who is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from typing_extensions import override

from gatepost.backend.host.host import Host
from gatepost.endpoints.changes.pending_change import pending_change_set
from gatepost.endpoints.changes.rights_action import RightsAction, apply_rights_action
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.principal import Principal, meant_by, sid_or_none
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import NOTHING, WINDOW, Text, english, listed
from gatepost.models.window_text import one_line
from gatepost.security import AccessMask, SddlError, rights_text
from gatepost.security.sid import sid_from_sddl
from gatepost.ui.bulk.action import LONGEST_NAME, BulkAction, Proposal, first_names, left_out
from gatepost.ui.widgets.plain_widgets import shortened
from gatepost.work import WorkContext

_NAMED = 4  # accounts of a reason
_LONGEST_IN_TITLE = 40  # characters; each row has the SID and the name that the host gives it
_UNNAMED = WINDOW.tr("The host has no name for this SID.")


@dataclass(frozen=True, slots=True)
class BulkGrant(BulkAction):
    """``typed`` is the account as the user typed it; ``endpoint`` is the name of one on each host, "" for all of them."""

    typed: str
    rights_action: RightsAction
    rights: AccessMask
    endpoint: str = ""

    @property
    @override
    def takes_access(self) -> bool:
        return self.rights_action is not RightsAction.GRANT

    @property
    @override
    def name(self) -> Text:
        match self.rights_action:
            case RightsAction.GRANT:
                return WINDOW.tr("Grant rights to {who}", who=self.typed)
            case RightsAction.DENY:
                return WINDOW.tr("Deny rights to {who}", who=self.typed)
            case RightsAction.REVOKE:
                return WINDOW.tr("Revoke rights from {who}", who=self.typed)
            case RightsAction.REMOVE:
                return WINDOW.tr("Remove every entry for {who}", who=self.typed)

    @property
    @override
    def effect(self) -> Text:
        rights, endpoint = rights_text(self.rights), self.endpoint
        if self.rights_action is RightsAction.REMOVE and endpoint:
            return WINDOW.tr(
                "On {endpoint}. The account is looked up on each host. WinRM isn't restarted.", endpoint=endpoint
            )
        if self.rights_action is RightsAction.REMOVE:
            return WINDOW.tr("On all endpoints. The account is looked up on each host. WinRM isn't restarted.")
        if endpoint:
            sentence = WINDOW.tr(
                "{rights}, on {endpoint}. The account is looked up on each host. WinRM isn't restarted."
            )
            return sentence.filled(rights=rights, endpoint=endpoint)
        sentence = WINDOW.tr(
            "{rights}, on all endpoints. The account is looked up on each host. WinRM isn't restarted."
        )
        return sentence.filled(rights=rights)

    @property
    @override
    def by_itself(self) -> Text:
        return WINDOW.tr("Make this change on this host by itself.")

    @override
    def title(self, count: int) -> Text:
        match self.rights_action:
            case RightsAction.GRANT:
                question = WINDOW.tr("Grant rights to {who} on %n host?", "Grant rights to {who} on %n hosts?", count)
            case RightsAction.DENY:
                question = WINDOW.tr("Deny rights to {who} on %n host?", "Deny rights to {who} on %n hosts?", count)
            case RightsAction.REVOKE:
                question = WINDOW.tr(
                    "Revoke rights from {who} on %n host?", "Revoke rights from {who} on %n hosts?", count
                )
            case RightsAction.REMOVE:
                question = WINDOW.tr(
                    "Remove every entry for {who} on %n host?", "Remove every entry for {who} on %n hosts?", count
                )
        return question.filled(who=shortened(self.typed, _LONGEST_IN_TITLE))

    @override
    def verb(self, count: int) -> Text:
        match self.rights_action:
            case RightsAction.GRANT:
                return WINDOW.tr("Grant on %n host", "Grant on %n hosts", count)
            case RightsAction.DENY:
                return WINDOW.tr("Deny on %n host", "Deny on %n hosts", count)
            case RightsAction.REVOKE:
                return WINDOW.tr("Revoke on %n host", "Revoke on %n hosts", count)
            case RightsAction.REMOVE:
                return WINDOW.tr("Remove on %n host", "Remove on %n hosts", count)

    @override
    def plan(self, host: Host, snapshot: HostSnapshot, context: WorkContext) -> Proposal | Text:
        meant = tuple(self._endpoints(snapshot))
        if not meant:
            return self._unreadable(snapshot) or self._missing()
        principals = _accounts(self.typed, host, snapshot, context)
        if not principals:
            return WINDOW.tr('"{name}" wasn\'t found on this host.', name=self.typed)
        if len(principals) > 1:
            names = listed([f"{each.name} ({each.sid})" for each in principals[:_NAMED]])
            reason = WINDOW.tr('Several accounts are called "{name}" here: {accounts}. Enter a SID or the full name.')
            return reason.filled(name=self.typed, accounts=names)
        return self._planned(principals[0], snapshot, meant)

    def _endpoints(self, snapshot: HostSnapshot) -> Iterator[Endpoint]:
        folded = self.endpoint.lower()  # PowerShell takes a name in any case
        return (each for each in snapshot.endpoints if not folded or each.name.lower() == folded)

    def _missing(self) -> Text:
        if self.endpoint:
            return WINDOW.tr("This host has no endpoint {name}.", name=self.endpoint)
        return WINDOW.tr("This host has no endpoints.")

    def _unreadable(self, snapshot: HostSnapshot) -> Text:
        """Return which of the endpoints that are meant can't be read, empty where all can."""
        names = [each.name for each in snapshot.unreadable if self.endpoint.lower() in ("", each.name.lower())]
        sentence = WINDOW.tr("Not changed, because they can't be read: {names}.")
        return sentence.filled(names=first_names(names, _NAMED)) if names else NOTHING

    def _planned(self, who: Principal, snapshot: HostSnapshot, meant: tuple[Endpoint, ...]) -> Proposal | Text:
        try:
            sid = sid_from_sddl(who.sid)
        except SddlError:
            return WINDOW.tr("{sid} can't be used in a permission.", sid=who.sid)
        if who.name:
            snapshot = replace(snapshot, accounts=snapshot.accounts.with_names({who.sid: who.name}))
        step = apply_rights_action(self.rights_action, meant, sid, self.rights, snapshot.accounts)
        change_set = pending_change_set(snapshot, step.changes, step.refused)
        sid_line = english("{sid}", sid=str(snapshot.accounts.resolved(sid)))
        name = english("{name}", name=shortened(one_line(who.name), LONGEST_NAME)) if who.name else _UNNAMED
        about = (sid_line, name)  # the SID is what counts; a host may call it whatever it likes
        excluded = [*left_out(step.refused)]
        if unreadable := self._unreadable(snapshot):
            excluded.append(unreadable)
        return Proposal(snapshot, change_set, about, tuple(excluded))


def _accounts(typed: str, host: Host, snapshot: HostSnapshot, context: WorkContext) -> tuple[Principal, ...]:
    """Return everybody whom a host may mean by a name, each SID once; a SID or an alias is that account alone.

    Raises:
        HostError: the host could not be asked, or refuses to tell.
    """
    known = meant_by(typed, snapshot.accounts)
    if sid_or_none(typed) is not None:
        if known and known[0].name:
            return known
        return host.principals.find(typed, context) or known
    told = host.principals.find(typed, context)  # also where a name is known: the host may have another of that name
    return tuple({each.sid: each for each in (*known, *told)}.values())
