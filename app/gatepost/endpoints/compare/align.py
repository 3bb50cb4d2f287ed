"""From differences to a change: the right side of a comparison is made like the left one, where that was chosen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from gatepost.endpoints.compare.comparison import Comparison, EndpointComparison
from gatepost.endpoints.compare.differences import Difference, Part, descriptor_differences, node_pairs
from gatepost.endpoints.configuration.change_set import ChangeSet, Order, Skipped, endpoint_change
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import Text, text
from gatepost.security import Ace, Acl, SddlError, SecurityDescriptor, read_descriptor

_ACCOUNT = re.compile(r"S-1-5-21(?:-\d{1,10}){3,15}")

Chosen = Mapping[str, Collection[Difference]]  # by the name that the endpoint has on the right side


def can_be_taken_over(endpoint: EndpointComparison, difference: Difference) -> bool:
    """Whether the right side can be given what the left one has: Enabled and descriptors, on endpoints of both."""
    if endpoint.left is None or endpoint.right is None or difference.part is Part.SETTING:
        return False
    if difference.part is not Part.DESCRIPTOR:
        return True
    if difference.left is None:  # taking the only one away leaves the endpoint to RootSDDL, as the left one is
        return not endpoint.left.security_nodes and len(endpoint.right.security_nodes) == 1
    if not isinstance(difference.left, str) or read_descriptor(difference.left) is None:
        return False  # one that cannot be read is not spread
    return difference.right is not None or len(endpoint.right.bare_resources) == 1


def make_like(comparison: Comparison, chosen: Chosen) -> ChangeSet:
    """Return the change that gives the right side's endpoints the chosen parts of the left side's."""
    target, model = comparison.right, comparison.left
    changes, skipped = [], []
    for endpoint in comparison.endpoints:
        wanted = [d for d in _wanted(endpoint, chosen) if can_be_taken_over(endpoint, d)]
        if not wanted or endpoint.left is None or endpoint.right is None:
            continue
        try:
            after = _taken_over(endpoint.left, endpoint.right, wanted)
        except SddlError as error:
            skipped.append(Skipped(endpoint.name, text("It cannot be made like the other one: {error}", error=error)))
            continue
        changes.append(endpoint_change(target.endpoint_with(endpoint.right), after))
    return ChangeSet(
        order=Order.MAKE_LIKE,
        verb=_verb(tuple(change.name for change in changes), model, target),
        host=target.host,
        changes=tuple(changes),
        skipped=tuple(skipped),
        powershell="",
        warnings=tuple(_foreign_accounts([c.after for c in changes], model, target)),
    )


def _wanted(endpoint: EndpointComparison, chosen: Chosen) -> Collection[Difference]:
    return chosen.get(endpoint.right.name, ()) if endpoint.right is not None else ()


def _taken_over(
    left: SessionConfiguration, right: SessionConfiguration, wanted: Collection[Difference]
) -> SessionConfiguration:
    after = right
    if any(d.part is Part.ENABLED for d in wanted):
        after = after.with_enabled(left.enabled)
    texts = {id(node): node.sddl for node in right.security_nodes}
    missing = ""
    for resource, l_node, r_node in node_pairs(left, right):
        if l_node is not None and r_node is not None:
            texts[id(r_node)] = _descriptor(resource, l_node.sddl, r_node.sddl, wanted)
        elif l_node is not None and any(d.part is Part.DESCRIPTOR and d.resource == resource for d in wanted):
            missing = l_node.sddl
    if any(d.part is Part.DESCRIPTOR and d.left is None for d in wanted):
        return after.without_security()
    after = after.with_sddls(tuple(texts[id(node)] for node in right.security_nodes))
    return after.with_security_on_bare_resources(missing) if missing else after


def _descriptor(resource: str, left: str, right: str, wanted: Collection[Difference]) -> str:
    """Return the right side's descriptor with what was chosen: all of it means the left side's own text."""
    found = list(descriptor_differences(resource, left, right, ignore_order=False))
    taken = [d for d in found if d in wanted]
    if not taken:
        return right
    l_sd, r_sd = read_descriptor(left), read_descriptor(right)
    if len(taken) == len(found) or l_sd is None or r_sd is None:
        return left
    parts = {d.part for d in taken}
    made = r_sd.with_dacl(_dacl(l_sd, r_sd, taken)) if parts & {Part.DACL, Part.ENTRY, Part.ORDER} else r_sd
    if parts & {Part.OWNER, Part.GROUP, Part.SACL}:
        made = replace(
            made,
            owner=l_sd.owner if Part.OWNER in parts else made.owner,
            group=l_sd.group if Part.GROUP in parts else made.group,
            sacl=l_sd.sacl if Part.SACL in parts else made.sacl,
        )
    return made.to_sddl()


def _dacl(left: SecurityDescriptor, right: SecurityDescriptor, taken: list[Difference]) -> Acl | None:
    model, own = left.dacl, right.dacl
    frame = model if any(d.part is Part.DACL for d in taken) or own is None else own
    if frame is None or (frame.is_null and frame is model):
        return frame
    aces = _entries(own.aces if own is not None else (), [d for d in taken if d.part is Part.ENTRY], model)
    if any(d.part is Part.ORDER for d in taken) and model is not None:
        aces = _ordered(aces, model.aces)
    return frame.with_aces(aces)


def _entries(own: tuple[Ace, ...], taken: list[Difference], model: Acl | None) -> list[Ace]:
    """The own entries without those to remove, with those to change, and the new ones after what precedes them there."""
    gone = {d.right_place for d in taken if d.left is None}
    changed = {d.right_place: d.left for d in taken if d.left is not None and d.right is not None}
    kept = [changed.get(place, ace) for place, ace in enumerate(own) if place not in gone]
    aces = [ace for ace in kept if isinstance(ace, Ace)]
    for new in sorted((d for d in taken if d.right is None), key=lambda d: d.left_place or 0):
        if isinstance(new.left, Ace) and model is not None:
            aces.insert(_place_after(aces, model.aces[: new.left_place]), new.left)
    return aces


def _place_after(aces: list[Ace], preceding: tuple[Ace, ...]) -> int:
    for ace in reversed(preceding):
        if ace in aces:
            return len(aces) - aces[::-1].index(ace)
    return 0


def _ordered(aces: list[Ace], model: tuple[Ace, ...]) -> list[Ace]:
    """The entries in the order of the model; one that it does not have stays behind its predecessor."""
    places = {ace: place for place, ace in reversed(list(enumerate(model)))}
    keys, last = [], -1
    for ace in aces:
        last = places.get(ace, last)
        keys.append(last)
    return [ace for _, ace in sorted(zip(keys, aces, strict=True), key=lambda pair: pair[0])]


def _verb(names: tuple[str, ...], model: HostSnapshot, target: HostSnapshot) -> Text:
    """Say what is done; a host that is made like itself goes back to what it was."""
    if model.host.name == target.host.name:
        moment = model.read_at.replace("T", " ").replace("+00:00", " UTC")
        if len(names) == 1:
            return text("Bring {name} back to its state of {moment}", name=names[0], moment=moment)
        return text("Bring {count} endpoints back to their state of {moment}", count=len(names), moment=moment)
    if len(names) == 1:
        return text("Align {name} with {model}", name=names[0], model=model.host.name)
    return text("Align {count} endpoints with {model}", count=len(names), model=model.host.name)


def _foreign_accounts(after: list[SessionConfiguration], model: HostSnapshot, target: HostSnapshot) -> Iterator[Text]:
    """Warn of accounts of a machine or domain that the target shows no sign of: there they may be nobody."""
    known = {_authority(sid) for c in target.configurations for sid in _accounts(c)} | set(
        map(_authority, target.accounts.names)
    )
    foreign = [sid for sid in dict.fromkeys(s for c in after for s in _accounts(c)) if _authority(sid) not in known]
    if foreign:
        yield text(
            "{accounts}: from another machine or domain. On {host} such a SID may stand for nobody.",
            accounts=", ".join(_named(sid, model) for sid in foreign),
            host=target.host.name,
        )


def _accounts(configuration: SessionConfiguration) -> list[str]:
    """The account SIDs in the descriptors, those in conditions included."""
    return _ACCOUNT.findall("\n".join(node.sddl for node in configuration.security_nodes))


def _authority(sid: str) -> str:
    return sid.rpartition("-")[0]


def _named(sid: str, model: HostSnapshot) -> str:
    name = model.accounts.names.get(sid)
    return f"{name} ({sid})" if name else sid
