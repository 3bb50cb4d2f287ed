"""What has to be said before a change is confirmed: who is left outside, whether that is you, and what asks for more care."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gatepost.endpoints.access.access_changes import Loss, Losses, losses
from gatepost.endpoints.access.candidate_tokens import Lists
from gatepost.endpoints.access.connected_account import You, you
from gatepost.endpoints.access.tokens import ADMINISTRATOR_NETWORK, SESSION_ORIGINS, Caller, Origin
from gatepost.endpoints.configuration.access_mode import keeps_administrators_out
from gatepost.endpoints.configuration.change_set import ChangeSet, EndpointChange
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import NOTHING, Text, text
from gatepost.security import ADMINISTRATORS, Sid, read_descriptor

_NAMED = 3  # endpoints that a sentence names; more are counted


@dataclass(frozen=True, slots=True)
class Guard:
    """What a change takes away. ``said``: sentences, most serious first; empty where nobody loses a way in.

    ``type_host_name``: why the host's name has to be typed to confirm; NOTHING where it need not be.
    """

    losses: tuple[Loss, ...] = ()
    said: tuple[Text, ...] = ()
    type_host_name: Text = NOTHING


def guard(change_set: ChangeSet, snapshot: HostSnapshot, over_network: bool = True) -> Guard:
    """Weigh a change. ``over_network`` tells how the connected account reaches the host."""
    found = losses(change_set)
    if not found.found and not found.not_weighed:
        return Guard()
    effect = _Effect(change_set.effective, snapshot)
    said = [*effect.closed(), *effect.administrators(), *effect.others(found.found)]
    if found.found:
        said.append(_about_you(effect, found, you(snapshot, over_network)))
    if over_network and any(loss.origin is Origin.NETWORK for loss in found.found):
        said.append(_way_back(snapshot.root_sddl))
    if found.not_weighed:
        names = _some(found.not_weighed)
        said.append(
            text(
                "{names}: too many entries or conditions to weigh them all; somebody else may lose a way in.",
                names=names,
            )
        )
    return Guard(found.found, tuple(said), effect.last_way_in())


class _Effect:
    """A change to a host, asked about from several sides."""

    def __init__(self, changes: tuple[EndpointChange, ...], snapshot: HostSnapshot) -> None:
        self.changes = changes
        self._snapshot = snapshot
        self.shut = {origin: {c.name for c in changes if self._is_shut(c, origin)} for origin in SESSION_ORIGINS}

    def closed(self) -> list[Text]:
        """The endpoints that nobody can open any more, by the way in.

        Of a disabled one it is not said: whether a host heeds that beyond the cmdlets is not established.
        """
        edited = [change.name for change in self.changes if change.after.enabled]
        origins = {origin: [name for name in edited if name in self.shut[origin]] for origin in SESSION_ORIGINS}
        return _by_origin("After this, nobody can open {names}", origins)

    @staticmethod
    def _is_shut(change: EndpointChange, origin: Origin) -> bool:
        """Whether a change takes a way in from everybody who had it."""
        return _somebody(change.endpoint, origin) and not _somebody(change.endpoint_after, origin)

    def administrators(self) -> list[Text]:
        """The endpoints that Administrators lose, where others do not."""
        lost = {origin: self.lost_by(ADMINISTRATOR_NETWORK.caller, origin) for origin in SESSION_ORIGINS}
        origins = {
            origin: [c.name for c in lost[origin] if _somebody(c.endpoint_after, origin)] for origin in SESSION_ORIGINS
        }
        return _by_origin("Administrators can no longer open {names}", origins)

    def others(self, found: Iterable[Loss]) -> list[Text]:
        """Who else loses what others keep: the principals by themselves, and those whom a group keeps out."""
        left = [loss for loss in found if loss.sid != ADMINISTRATORS or loss.also]
        left = [loss for loss in left if not self.shut[loss.origin].issuperset(loss.endpoints)]
        where = _some(dict.fromkeys(name for loss in left for name in loss.endpoints))
        people: dict[frozenset[Sid], dict[str, None]] = {}
        for loss in sorted(left, key=lambda loss: len(loss.also)):
            people.setdefault(loss.also, {})[self._name(loss.sid)] = None
        who = [self._described(names, also) for also, names in people.items()]
        if not who:
            return []
        return [text("These lose a way into {names}: {who}.", names=where, who=_some(who, "kinds of callers", "; "))]

    def _described(self, names: Iterable[str], also: frozenset[Sid]) -> str:
        said = _some(names, "accounts and groups")
        return f"{said}, if also {' and '.join(sorted(map(self._name, also)))}" if also else said

    def _name(self, sid: Sid | None) -> str:
        return self._snapshot.accounts.name_of(sid) or "Anyone"

    def lost_by(self, caller: Caller, origin: Origin) -> list[EndpointChange]:
        """The changes that take a way in from a caller."""
        changes = self.changes
        return [
            c for c in changes if _admits(c.endpoint, caller, origin) and not _admits(c.endpoint_after, caller, origin)
        ]

    def last_way_in(self) -> Text:
        """Why this is more than one click should do: the last way in, or the last administrator, is gone.

        Disabling an endpoint says so by its very word; only if nothing is left of the whole host is it weighed too.
        """
        edited = [c for c in self.changes if c.after.enabled]
        shut = [c.name for c in edited if _open(c.endpoint) and not _open(c.endpoint_after)]
        if shut:
            return text("This takes away the last way into {names}.", names=_some(shut))
        unadministered = [c.name for c in edited if _administered(c.endpoint) and not _administered(c.endpoint_after)]
        if unadministered:
            return text("This takes the last administrator from {names}.", names=_some(unadministered))
        return self._nothing_left()

    def _nothing_left(self) -> Text:
        after = {change.name: change.endpoint_after for change in self.changes}
        before = self._snapshot.endpoints
        left = [after.get(endpoint.name, endpoint) for endpoint in before]
        if any(map(_open, before)) and not any(map(_open, left)):
            return text("After this, every endpoint of this host is disabled or closed to everyone.")
        if any(map(_administered, before)) and not any(map(_administered, left)):
            return text("After this, every endpoint of this host is disabled or closed to administrators.")
        return NOTHING


def _admits(endpoint: Endpoint, caller: Caller, origin: Origin) -> bool:
    """Whether a caller gets in, or may."""
    return Lists.of(endpoint, origin).may_admit(caller)


def _somebody(endpoint: Endpoint, origin: Origin) -> bool:
    return Lists.of(endpoint, origin).may_admit_somebody


def _open(endpoint: Endpoint) -> bool:
    return any(_somebody(endpoint, origin) for origin in SESSION_ORIGINS)


def _administered(endpoint: Endpoint) -> bool:
    return any(_admits(endpoint, ADMINISTRATOR_NETWORK.caller, origin) for origin in SESSION_ORIGINS)


def _about_you(effect: _Effect, found: Losses, caller: You) -> Text:
    """Whether the connected account is among the losers; what is not known of its groups is not guessed."""
    account, origin = caller.account, caller.origin
    concerned = {name for loss in found.found if loss.origin is origin for name in loss.endpoints}
    changes = [change for change in effect.changes if change.name in concerned]
    if not changes:
        return text("You ({account}) come another way, which stays as it is.", account=account)
    if effect.shut[origin] >= concerned:
        return text("That goes for everyone, you ({account}) included.", account=account)
    lost = effect.lost_by(caller.caller, origin)
    if lost:
        names = _some(change.name for change in lost)
        said = "You ({account}) lose access to {names}, as far as your groups are known."
        return text(said, account=account, names=names)
    if all(_admits(change.endpoint_after, caller.caller, origin) for change in changes):
        return text("You ({account}) keep access, as far as your groups are known.", account=account)
    said = "Whether you lose a way in is not known: not all groups of your account, {account}, are known."
    return text(said, account=account)


def _way_back(root_sddl: str) -> Text:
    if read_descriptor(root_sddl) is None:
        return text(
            "Whether permissions can still be changed from here is not known: RootSDDL decides that, and it could not "
            "be read."
        )
    if keeps_administrators_out(root_sddl):
        return text("RootSDDL denies the network as well: this cannot be undone from here, only on the host itself.")
    return text("Changing permissions stays possible: RootSDDL decides that, and it is not changed.")


def _by_origin(said: str, origins: Mapping[Origin, list[str]]) -> list[Text]:
    """The sentence for endpoints of which it is true both ways, then for those where it is true one way."""
    both = [name for name in origins[Origin.NETWORK] if name in origins[Origin.LOOPBACK]]
    found = [
        (both, said + "."),
        ([name for name in origins[Origin.NETWORK] if name not in both], said + " from the network."),
        ([name for name in origins[Origin.LOOPBACK] if name not in both], said + " on the host itself."),
    ]
    return [text(template, names=_some(names)) for names, template in found if names]


def _some(names: Iterable[str], what: str = "endpoints", between: str = ", ") -> str:
    """Few names as they are, many as a number."""
    all_names = list(names)
    return between.join(all_names) if len(all_names) <= _NAMED else f"{len(all_names)} {what}"
