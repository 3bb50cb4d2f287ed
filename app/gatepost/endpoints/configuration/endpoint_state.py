"""What of an endpoint can be taken back: Enabled, and every descriptor with its place."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from gatepost.endpoints.configuration import plugin_document as xml
from gatepost.endpoints.configuration.change_set import descriptor_key
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration


class StateError(ValueError):
    """The text is no state of an endpoint: it was damaged, or written by another program."""


@dataclass(frozen=True, slots=True)
class DescriptorState:
    """One Security element; every text is as the host wrote it. ``exact_match`` "" means nobody noted it."""

    resource: str
    uri: str
    exact_match: str
    sddl: str


@dataclass(frozen=True, slots=True)
class EndpointState:
    """``enabled_text`` is the attribute as written, "" where it was absent; a Resource not named has no descriptor."""

    enabled: bool
    enabled_text: str
    descriptors: tuple[DescriptorState, ...]

    @classmethod
    def of(cls, configuration: SessionConfiguration) -> EndpointState:
        """Return what ``configuration`` holds."""
        root = xml.parse(configuration.document)
        found = tuple(
            DescriptorState(
                resource.get("ResourceUri", ""), node.get("Uri", ""), node.get("ExactMatch", ""), node.get("Sddl", "")
            )
            for resource in xml.resources(root)
            for node in resource.findall(xml.tag("Security"))
        )
        return cls(configuration.enabled, root.get("Enabled", ""), found)

    @classmethod
    def from_json(cls, text: str) -> EndpointState:
        """Read what ``to_json`` wrote, now or in an earlier version.

        Raises:
            StateError: it is something else.
        """
        try:
            kept = json.loads(text)
            descriptors = tuple(
                DescriptorState(d["resource"], d["uri"], d.get("exact_match", ""), d["sddl"])
                for d in kept["descriptors"]
            )
            written = "true" if kept["enabled"] else "false"  # the first version did not note how
            state = cls(kept["enabled"], kept.get("enabled_text", written), descriptors)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise StateError(f"not the state of an endpoint: {error!r}") from None
        texts = [state.enabled_text, *(value for d in descriptors for value in asdict(d).values())]
        if not isinstance(state.enabled, bool) or not all(isinstance(t, str) for t in texts):
            raise StateError("not the state of an endpoint: a value has the wrong type")
        return state

    def to_json(self) -> str:
        """Return the state as text for the journal."""
        return json.dumps(asdict(self), ensure_ascii=False)

    def means(self, other: EndpointState) -> bool:
        """Tell whether both say the same; descriptors by value, because a host may rewrite their text."""
        return self.enabled == other.enabled and self._meaning() == other._meaning()

    def _meaning(self) -> list[tuple[str, str, object]]:
        return [(d.resource.lower(), d.uri.lower(), descriptor_key(d.sddl)) for d in self.descriptors]
