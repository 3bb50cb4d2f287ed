"""Effect of a change on the endpoints of a host: which of them it closes, and to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from gatepost.endpoints.access.access_changes import AccessChange
from gatepost.endpoints.access.deciding_lists import DecidingLists
from gatepost.endpoints.access.summary import access_summary, person
from gatepost.endpoints.access.tokens import ADMINISTRATOR_NETWORK, SESSION_ORIGINS, Origin
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import COMMA, ENDPOINTS, NOTHING, Text, listed
from gatepost.endpoints.writes.change_set import EndpointChange
from gatepost.security import ADMINISTRATORS, Sid
from gatepost.security.sid import Sids

_NAMED = 3  # endpoints that a sentence names; more are counted


class Effect:
    """Effect of one change on a host. ``closed_endpoints`` names the endpoints that no one can open any more."""

    def __init__(self, changes: tuple[EndpointChange, ...], snapshot: HostSnapshot) -> None:
        self.changes = changes
        self._snapshot = snapshot
        self.closed_endpoints = {
            origin: {c.name for c in changes if _closes(_admits_anyone, c, [origin])} for origin in SESSION_ORIGINS
        }

    def closed_sentences(self) -> list[Text]:
        """The endpoints that nobody will be able to open, those included that nobody could open before.

        Of a disabled one it is not said: whether a host heeds that beyond the cmdlets is not established.
        """
        edited = [change for change in self.changes if change.after.enabled]
        origins = {
            origin: [each.name for each in edited if not _admits_anyone(each.endpoint_after, [origin])]
            for origin in SESSION_ORIGINS
            if any(each.name in self.closed_endpoints[origin] for each in edited)
        }
        return sentences_by_origin(_NOBODY, origins)

    def administrator_sentences(self) -> list[Text]:
        """The endpoints that Administrators lose, where others do not."""
        origins = {
            origin: [
                each.name
                for each in self.changes
                if _closes(_admits_administrators, each, [origin]) and _admits_anyone(each.endpoint_after, [origin])
            ]
            for origin in SESSION_ORIGINS
        }
        return sentences_by_origin(_NO_ADMINISTRATOR, origins)

    def losses_of_others(self, lost: Iterable[AccessChange]) -> list[Text]:
        """Who else loses what others keep: the principals by themselves, and those whom a group keeps out."""
        losses = [loss for loss in lost if loss.sid != ADMINISTRATORS or loss.also]
        losses = [loss for loss in losses if not self.closed_endpoints[loss.origin].issuperset(loss.endpoints)]
        where = short_list(list(dict.fromkeys(name for loss in losses for name in loss.endpoints)))
        people: dict[Sids, dict[str | Text, None]] = {}
        for loss in sorted(losses, key=lambda loss: len(loss.also)):
            people.setdefault(loss.also, {})[self._who(loss)] = None
        who = [self._described(names, also) for also, names in people.items()]
        if not who:
            return []
        many = ENDPOINTS.tr("%n kind of account", "%n kinds of accounts", len(who))
        return [ENDPOINTS.tr("{who} will lose access to {names}.", names=where, who=few(who, many, "; "))]

    def _described(self, names: Iterable[str | Text], also: Sids) -> Text:
        all_names = list(names)
        who = few(all_names, ENDPOINTS.tr("%n account or group", "%n accounts and groups", len(all_names)))
        if not also:
            return who
        groups = few(sorted(map(self._name, also), key=str), ENDPOINTS.tr("%n group", "%n groups", len(also)), " + ")
        return ENDPOINTS.tr("{who} (if also a member of {groups})", who=who, groups=groups)

    def _who(self, loss: AccessChange) -> str | Text:
        name = self._name(loss.sid)
        return person(name, on_condition=loss.on_condition) if isinstance(name, str) else name

    def _name(self, sid: Sid | None) -> str | Text:
        return self._snapshot.accounts.name_of(sid) or ENDPOINTS.tr("Anyone")

    def host_name_reason(self) -> Text:
        """Why this is more than one click should do: the last access, or that of the last administrator, is gone.

        Disabling an endpoint says so by its very word; only if nothing is left of the whole host is it asked too.
        """
        edited = [c for c in self.changes if c.after.enabled]
        shut = [c.name for c in edited if _closes(_admits_anyone, c)]
        if shut:
            return ENDPOINTS.tr("After this, no one will have access to {names}.", names=short_list(shut))
        unadministered = [c.name for c in edited if _closes(_admits_administrators, c)]
        if unadministered:
            return ENDPOINTS.tr(
                "After this, administrators won't be able to open sessions on {names}.",
                names=short_list(unadministered),
            )
        return self._whole_host_reason()

    def _whole_host_reason(self) -> Text:
        after = {change.name: change.endpoint_after for change in self.changes}
        before = self._snapshot.endpoints
        remaining = [after.get(endpoint.name, endpoint) for endpoint in before]
        if any(map(_admits_anyone, before)) and not any(map(_admits_anyone, remaining)):
            return ENDPOINTS.tr("After this, every endpoint on this host is disabled or closed to everyone.")
        if any(map(_admits_administrators, before)) and not any(map(_admits_administrators, remaining)):
            return ENDPOINTS.tr("After this, every endpoint on this host is disabled or closed to administrators.")
        return NOTHING


def _admits_anyone(endpoint: Endpoint, origins: Iterable[Origin] = SESSION_ORIGINS) -> bool:
    return any(not access_summary(endpoint).admits_nobody(each) for each in origins)


def _admits_administrators(endpoint: Endpoint, origins: Iterable[Origin] = SESSION_ORIGINS) -> bool:
    return any(DecidingLists.of(endpoint, each).may_admit(ADMINISTRATOR_NETWORK.account_token) for each in origins)


def _closes(
    admits: Callable[[Endpoint, Iterable[Origin]], bool],
    change: EndpointChange,
    origins: Iterable[Origin] = SESSION_ORIGINS,
) -> bool:
    """Whether ``admits`` is true of the endpoint before a change, and no longer after it."""
    return admits(change.endpoint, origins) and not admits(change.endpoint_after, origins)


@dataclass(frozen=True, slots=True)
class ByOrigin:
    """One statement of endpoints, for each way to open a session; its templates name them ``names``."""

    both: Text
    over_network: Text
    locally: Text


def sentences_by_origin(templates: ByOrigin, origins: Mapping[Origin, list[str]], **values: object) -> list[Text]:
    """The sentence for endpoints of which it is true both ways, then for those where it is true one way."""
    network, local = origins.get(Origin.NETWORK, []), origins.get(Origin.LOOPBACK, [])
    both = [name for name in network if name in local]
    statements = [
        (both, templates.both),
        ([name for name in network if name not in both], templates.over_network),
        ([name for name in local if name not in both], templates.locally),
    ]
    return [template.filled(names=short_list(names), **values) for names, template in statements if names]


def short_list(names: Sequence[str]) -> Text:
    """The names of few endpoints, else how many there are."""
    return few(names, ENDPOINTS.tr("%n endpoint", "%n endpoints", len(names)))


def few(names: Sequence[str | Text], many: Text, between: str | Text = COMMA) -> Text:
    """Few names as they are, else ``many``."""
    return listed(names, between) if len(names) <= _NAMED else many


_NOBODY = ByOrigin(
    ENDPOINTS.tr("No one will be able to open sessions on {names}."),
    ENDPOINTS.tr("No one will be able to open sessions on {names} over the network."),
    ENDPOINTS.tr("No one will be able to open sessions on {names} locally."),
)
_NO_ADMINISTRATOR = ByOrigin(
    ENDPOINTS.tr("Administrators will lose access to {names}."),
    ENDPOINTS.tr("Administrators will lose access to {names} over the network."),
    ENDPOINTS.tr("Administrators will lose access to {names} locally."),
)
