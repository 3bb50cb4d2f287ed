"""The state of an endpoint that can be reverted: Enabled, and every descriptor with its place."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from gatepost.endpoints.configuration.principal import named_sids
from gatepost.endpoints.configuration.session_configuration import SecurityNode, SessionConfiguration
from gatepost.security import NO_ACCOUNTS, Accounts, read_descriptor


class StateError(ValueError):
    """The text is no state of an endpoint: it was damaged, or written by another program."""


@dataclass(frozen=True, slots=True)
class EndpointState:
    """``enabled_text`` is the attribute as written, "" where it was absent; a Resource not named has no descriptor."""

    enabled: bool
    enabled_text: str
    descriptors: tuple[SecurityNode, ...]

    @classmethod
    def of(cls, configuration: SessionConfiguration) -> EndpointState:
        """Return what ``configuration`` holds."""
        return cls(
            configuration.enabled, dict(configuration.attributes).get("Enabled", ""), configuration.security_nodes
        )

    @classmethod
    def from_json(cls, text: str) -> EndpointState:
        """Read what ``to_json`` wrote, now or in an earlier version.

        Raises:
            StateError: it is something else.
        """
        try:
            kept = json.loads(text)
            descriptors = tuple(
                SecurityNode(d["resource"], d["uri"], d.get("exact_match", ""), d["sddl"]) for d in kept["descriptors"]
            )
            written = "true" if kept["enabled"] else "false"  # the first version did not note how
            state = cls(kept["enabled"], kept.get("enabled_text", written), descriptors)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise StateError(f"not the state of an endpoint: {error!r}") from None
        texts = [state.enabled_text, *(value for d in descriptors for value in asdict(d).values())]
        if not isinstance(state.enabled, bool) or not all(isinstance(t, str) for t in texts):
            raise StateError("not the state of an endpoint: a value has the wrong type")
        return state

    def to_json(self, accounts: Accounts = NO_ACCOUNTS) -> str:
        """Return the state as text for the journal, with the names of its accounts as far as they are known."""
        descriptors = [
            {"resource": node.resource_uri, "uri": node.uri, "exact_match": node.exact_match, "sddl": node.sddl}
            for node in self.descriptors
        ]
        kept = {"enabled": self.enabled, "enabled_text": self.enabled_text, "descriptors": descriptors}
        sids = {sid for node in self.descriptors for sid in named_sids(node.sddl)}
        names = accounts.restricted_to(sorted(str(accounts.resolved(sid)) for sid in sids)).names
        return json.dumps({**kept, "names": names} if names else kept, ensure_ascii=False)

    def means(self, other: EndpointState) -> bool:
        """Tell whether both say the same; descriptors by value, because a host may rewrite their text."""
        return self.enabled == other.enabled and _meaning(self.descriptors) == _meaning(other.descriptors)


def accounts_in(text: str) -> Accounts:
    """Return the accounts that were named when ``to_json`` wrote the text; none where it is something else."""
    try:
        names = json.loads(text)["names"]
        return Accounts({sid: name for sid, name in names.items() if isinstance(sid, str) and isinstance(name, str)})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return NO_ACCOUNTS


def same_descriptors(left: SessionConfiguration, right: SessionConfiguration) -> bool:
    """Tell whether two endpoints have equal descriptors in the same places, however their text is written."""
    return _meaning(left.security_nodes) == _meaning(right.security_nodes)


def meaning(node: SecurityNode) -> tuple[str, str, object]:
    """Return a descriptor by value, with its place; a text that cannot be read stands for itself."""
    return node.resource_uri.lower(), node.uri.lower(), read_descriptor(node.sddl) or node.sddl


def _meaning(nodes: tuple[SecurityNode, ...]) -> list[tuple[str, str, object]]:
    return [meaning(node) for node in nodes]
