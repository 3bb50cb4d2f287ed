"""One wish for many endpoints: grant, deny or revoke rights, or forget a principal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum

from gatepost.endpoints.changes.draft import Step, sddls
from gatepost.endpoints.configuration.change_set import Skipped
from gatepost.endpoints.configuration.permission import short_account_name
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.text import Text, text
from gatepost.security import SddlError, SecurityDescriptor, Sid, purge
from gatepost.security.edit.principal import deny, grant, revoke

Edit = Callable[[SecurityDescriptor], SecurityDescriptor]


class Wish(Enum):
    """What is wished for a principal."""

    GRANT = "grant"
    DENY = "deny"
    REVOKE = "revoke"
    FORGET = "forget"


def apply_wish(
    wish: Wish,
    configurations: Iterable[SessionConfiguration],
    sid: Sid,
    mask: int,
    root_sddl: str,
    names: Mapping[str, str],
) -> Step:
    """Edit every descriptor of every endpoint; ``mask`` does not matter when a principal is forgotten.

    An endpoint for which RootSDDL decides gets a copy of it as its own first, so that nothing else changes. One whose
    descriptor cannot be read is refused.
    """
    edits: dict[Wish, Edit] = {
        Wish.GRANT: lambda sd: grant(sd, sid, mask),
        Wish.DENY: lambda sd: deny(sd, sid, mask),
        Wish.REVOKE: lambda sd: revoke(sd, sid, mask),
        Wish.FORGET: lambda sd: purge(sd, sid),
    }
    edited: list[SessionConfiguration] = []
    refused: list[Skipped] = []
    everywhere = tuple(configurations)
    for configuration in everywhere:
        try:
            after = _edited(configuration, edits[wish], root_sddl)
        except SddlError as error:
            reason = text("Its descriptor cannot be read, so it is not edited: {error}", error=error)
            refused.append(Skipped(configuration.name, reason))
            continue
        if after.security_nodes != configuration.security_nodes:
            edited.append(after)
    return Step(_label(wish, short_account_name(sid, names), everywhere), tuple(edited), tuple(refused))


def _edited(configuration: SessionConfiguration, edit: Edit, root_sddl: str) -> SessionConfiguration:
    wished = [_edited_text(sddl, edit) for sddl in sddls(configuration)]
    after = configuration.with_sddls(tuple(wished))
    if not configuration.bare_resources:
        return after
    if not root_sddl.strip():
        raise SddlError("RootSDDL is not known")
    from_root = _edited_text(root_sddl, edit)
    return after if from_root == root_sddl else after.with_security_on_bare_resources(from_root)


def _edited_text(sddl: str, edit: Edit) -> str:
    return edit(SecurityDescriptor.from_sddl(sddl, strict=False)).to_sddl()


def _label(wish: Wish, who: str, configurations: tuple[SessionConfiguration, ...]) -> Text:
    many = len(configurations) != 1
    where = str(len(configurations)) if many else configurations[0].name
    match wish:
        case Wish.GRANT:
            return text("Grant {who} on {where} endpoints" if many else "Grant {who} on {where}", who=who, where=where)
        case Wish.DENY:
            return text("Deny {who} on {where} endpoints" if many else "Deny {who} on {where}", who=who, where=where)
        case Wish.REVOKE:
            template = "Revoke from {who} on {where} endpoints" if many else "Revoke from {who} on {where}"
            return text(template, who=who, where=where)
        case Wish.FORGET:
            template = "Remove {who} from {where} endpoints" if many else "Remove {who} from {where}"
            return text(template, who=who, where=where)
