"""Rights action: grant, deny or revoke rights on many endpoints, or remove a principal from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from gatepost.endpoints.changes.pending_change import EditStep, PendingChange
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.principal import dacl_principals
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.endpoints.writes.change_set import Skipped
from gatepost.security import Accounts, SddlError, SecurityDescriptor, Sid
from gatepost.security.edit.principal import deny, grant, remove_entries_of, revoke

DescriptorEdit = Callable[[SecurityDescriptor], SecurityDescriptor]


class RightsAction(Enum):
    """What is done with the rights of a principal."""

    GRANT = "grant"
    DENY = "deny"
    REVOKE = "revoke"
    REMOVE = "remove"


def apply_rights_action(
    action: RightsAction,
    endpoints: Iterable[Endpoint],
    sid: Sid,
    mask: int,
    accounts: Accounts,
) -> EditStep:
    """Edit every descriptor of every endpoint; ``mask`` does not matter when a principal is forgotten.

    An endpoint for which RootSDDL decides gets a copy of it as its own first, so that nothing else changes. One whose
    descriptor cannot be read is refused. An alias that means the same principal is edited like its SID; where the domain
    of an alias is not known, it is said that it may be the same.
    """
    spellings = accounts.spellings(sid)
    edits: dict[RightsAction, DescriptorEdit] = {
        RightsAction.GRANT: lambda sd: grant(sd, sid, mask, spellings),
        RightsAction.DENY: lambda sd: deny(sd, sid, mask, spellings),
        RightsAction.REVOKE: lambda sd: revoke(sd, sid, mask, spellings),
        RightsAction.REMOVE: lambda sd: remove_entries_of(sd, *spellings),
    }
    changes: list[PendingChange] = []
    refused: list[Skipped] = []
    everywhere = tuple(endpoints)
    for endpoint in everywhere:
        try:
            after = _edited(endpoint, edits[action])
        except SddlError as error:
            reason = ENDPOINTS.tr("The descriptor can't be read, so it isn't edited: {error}", error=error)
            refused.append(Skipped(endpoint.name, reason))
            continue
        change = PendingChange(endpoint.configuration, after)
        if change.is_edit:
            changes.append(change)
        refused += [Skipped(endpoint.name, reason) for reason in _perhaps_the_same(endpoint, sid, accounts)]
    return EditStep(_label(action, accounts.short_name_of(sid), everywhere), tuple(changes), tuple(refused))


def _perhaps_the_same(endpoint: Endpoint, sid: Sid, accounts: Accounts) -> Iterator[Text]:
    for other in dict.fromkeys(other for sddl in endpoint.sddls for other in dacl_principals(sddl)):
        if accounts.may_be_same(sid, other):
            yield ENDPOINTS.tr(
                "The entries for {name} weren't edited: they might refer to the same principal, but the host's domain isn't known.",
                name=accounts.name_of(other),
            )


def _edited(endpoint: Endpoint, edit: DescriptorEdit) -> SessionConfiguration:
    configuration, root_sddl = endpoint.configuration, endpoint.root_sddl
    sddls = [_edited_text(sddl, edit) for sddl in configuration.sddls]
    after = configuration.with_sddls(tuple(sddls))
    if not configuration.bare_resources:
        return after
    if not root_sddl.strip():
        raise SddlError("RootSDDL is not known")
    from_root = _edited_text(root_sddl, edit)
    return after if from_root == root_sddl else after.with_security_on_bare_resources(from_root)


def _edited_text(sddl: str, edit: DescriptorEdit) -> str:
    return edit(SecurityDescriptor.from_sddl(sddl)).to_sddl()


def _label(action: RightsAction, who: str, endpoints: tuple[Endpoint, ...]) -> Text:
    count = ENDPOINTS.tr("%n endpoint", "%n endpoints", len(endpoints))
    where = count if len(endpoints) != 1 else endpoints[0].name
    match action:
        case RightsAction.GRANT:
            return ENDPOINTS.tr("Grant rights to {who} on {where}", who=who, where=where)
        case RightsAction.DENY:
            return ENDPOINTS.tr("Deny rights to {who} on {where}", who=who, where=where)
        case RightsAction.REVOKE:
            return ENDPOINTS.tr("Revoke rights from {who} on {where}", who=who, where=where)
        case RightsAction.REMOVE:
            return ENDPOINTS.tr("Remove all entries for {who} from {where}", who=who, where=where)
