"""Warnings before a change is confirmed: who loses and who gains access, and what asks for more care."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gatepost.endpoints.access.access_changes import AccessChange, AccessChanges, gains, losses
from gatepost.endpoints.access.connected_account import ConnectedAccount, connected_account
from gatepost.endpoints.access.deciding_lists import DecidingLists
from gatepost.endpoints.access.effect import ByOrigin, Effect, sentences_by_origin, short_list
from gatepost.endpoints.access.summary import opens_when_enabled, person
from gatepost.endpoints.access.tokens import SESSION_ORIGINS, Origin, is_broad
from gatepost.endpoints.configuration.access_mode import keeps_administrators_out
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import ENDPOINTS, NOTHING, Text
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet
from gatepost.security import Accounts, TruthValue, read_descriptor

_GAIN = ByOrigin(
    ENDPOINTS.tr("{who} will gain access to {names}."),
    ENDPOINTS.tr("{who} will gain access to {names} over the network."),
    ENDPOINTS.tr("{who} will gain access to {names} locally."),
)


@dataclass(frozen=True, slots=True)
class RiskSentence:
    """A sentence about a change; it warns, or it reassures."""

    text: Text
    reassures: bool = False


@dataclass(frozen=True, slots=True)
class ChangeRisks:
    """Access that a change takes away and gives. ``sentences``: most serious first; empty where nobody loses access
    and only single accounts or groups gain it.

    ``type_host_name``: why the host's name has to be typed to confirm; NOTHING where it need not be. ``is_complete`` False:
    more might change for anyone. ``opens_when_enabled`` names the disabled endpoints that do; they are looked at where
    remoting is disabled alone.
    """

    losses: tuple[AccessChange, ...] = ()
    gains: tuple[AccessChange, ...] = ()
    sentences: tuple[RiskSentence, ...] = ()
    type_host_name: Text = NOTHING
    is_complete: bool = True
    opens_when_enabled: frozenset[str] = frozenset()

    @property
    def may_take_access(self) -> bool:
        """Whether someone loses access, or might."""
        return bool(self.losses) or not self.is_complete

    @property
    def warnings(self) -> tuple[Text, ...]:
        """The sentences without those that only reassure."""
        return tuple(sentence.text for sentence in self.sentences if not sentence.reassures)


def change_risks(change_set: ChangeSet, snapshot: HostSnapshot, *, over_network: bool = True) -> ChangeRisks:
    """Evaluate a change. ``over_network`` tells how the connected account reaches the host."""
    lost, gained = losses(change_set), gains(change_set)
    sentences = list(map(RiskSentence, _about_gains(gained, snapshot.accounts)))
    type_host_name = NOTHING
    if lost.found or lost.incomplete:
        effect = Effect(change_set.effective, snapshot)
        sentences = [*_about_losses(effect, lost, snapshot, over_network=over_network), *sentences]
        type_host_name = effect.host_name_reason()
    incomplete = tuple(dict.fromkeys((*lost.incomplete, *gained.incomplete)))
    if incomplete:
        sentences.append(
            RiskSentence(
                ENDPOINTS.tr(
                    "{names}: can't be evaluated completely from here. Access might change.",
                    names=short_list(incomplete),
                )
            )
        )
    opens: frozenset[str] = frozenset()
    if change_set.action is ActionKind.DISABLE_REMOTING:
        opens = frozenset(each.name for each in snapshot.endpoints if not each.enabled and opens_when_enabled(each))
    return ChangeRisks(lost.found, gained.found, tuple(sentences), type_host_name, not incomplete, opens)


def _about_losses(
    effect: Effect, lost: AccessChanges, snapshot: HostSnapshot, *, over_network: bool
) -> list[RiskSentence]:
    about_others = [*effect.closed_sentences(), *effect.administrator_sentences(), *effect.losses_of_others(lost.found)]
    sentences = list(map(RiskSentence, about_others))
    if lost.found:
        sentences.append(_about_you(effect, lost, connected_account(snapshot, over_network=over_network)))
    if over_network and any(loss.origin is Origin.NETWORK for loss in lost.found):
        sentences.append(_way_back(snapshot.root_sddl))
    return sentences


def _about_gains(gained: AccessChanges, accounts: Accounts) -> list[Text]:
    """A sentence for each principal that stands for everybody, or for more people than one usually means."""
    sentences: list[Text] = []
    gains_by_name: dict[str | Text, list[AccessChange]] = {}
    for gain in gained.found:
        if gain.sid is None:
            gains_by_name.setdefault(ENDPOINTS.tr("Anyone (no DACL)"), []).append(gain)
        elif all(map(is_broad, (gain.sid, *gain.also))):  # who has to be in a smaller group too is not everybody
            name = person(accounts.short_name_of(gain.sid), on_condition=gain.on_condition)
            gains_by_name.setdefault(name, []).append(gain)
    for who, account_gains in gains_by_name.items():
        origins = {origin: _endpoints(account_gains, origin) for origin in SESSION_ORIGINS}
        sentences += sentences_by_origin(_GAIN, origins, who=who)
    return sentences


def _endpoints(changes: Iterable[AccessChange], origin: Origin) -> list[str]:
    return list(dict.fromkeys(name for change in changes if change.origin is origin for name in change.endpoints))


def _about_you(effect: Effect, lost: AccessChanges, connected: ConnectedAccount) -> RiskSentence:
    """Whether the connected account is among the losers; what is not known of it and its groups is not guessed."""
    account, origin = connected.account, connected.origin
    concerned = {name for loss in lost.found if loss.origin is origin for name in loss.endpoints}
    if concerned and effect.closed_endpoints[origin] >= concerned:
        return RiskSentence(ENDPOINTS.tr("This includes you ({account}).", account=account))
    changes = [change for change in effect.changes if change.name in concerned.union(lost.incomplete)]
    if not changes:
        sentence = ENDPOINTS.tr("Your own access ({account}) isn't changed.", account=account)
        return RiskSentence(sentence, reassures=True)
    access = [(c.name, _access(c.endpoint, connected), _access(c.endpoint_after, connected)) for c in changes]
    surely_lost = [name for name, before, after in access if before is TruthValue.TRUE and after is TruthValue.FALSE]
    if surely_lost:
        sentence = ENDPOINTS.tr("You ({account}) lose access to {names} (based on known group memberships).")
        return RiskSentence(sentence.filled(account=account, names=short_list(surely_lost)))
    if all(after is TruthValue.TRUE for _, _, after in access):
        sentence = ENDPOINTS.tr("You ({account}) keep access (based on known group memberships).")
        return RiskSentence(sentence.filled(account=account), reassures=True)
    if any(TruthValue.UNKNOWN in (before, after) for _, before, after in access):
        sentence = ENDPOINTS.tr(
            "It isn't known whether you ({account}) lose access: the permissions can't be evaluated completely from here."
        )
        return RiskSentence(sentence.filled(account=account))
    sentence = ENDPOINTS.tr(
        "It isn't known whether you ({account}) lose access: not all groups of your account are known."
    )
    return RiskSentence(sentence.filled(account=account))


def _access(endpoint: Endpoint, connected: ConnectedAccount) -> TruthValue:
    """Whether the connected account gets in, as each of the accounts that it might be (TRUE) or as one of them."""
    lists = DecidingLists.of(endpoint, connected.origin)
    tokens = connected.possible_tokens(lists.named)
    if all(map(lists.surely_admit, tokens)):
        return TruthValue.TRUE
    return TruthValue.UNKNOWN if any(map(lists.may_admit, tokens)) else TruthValue.FALSE


def _way_back(root_sddl: str) -> RiskSentence:
    if read_descriptor(root_sddl) is None:
        return RiskSentence(
            ENDPOINTS.tr(
                "It isn't known whether you can still manage permissions from here: RootSDDL decides that, and it "
                "couldn't be read."
            )
        )
    if keeps_administrators_out(root_sddl):
        return RiskSentence(
            ENDPOINTS.tr("RootSDDL denies the network as well: this can't be undone from here, only on the host.")
        )
    return RiskSentence(ENDPOINTS.tr("You can still manage permissions from here."), reassures=True)
