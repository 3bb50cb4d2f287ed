"""Write the PlugInConfiguration documents of a scenario from a few fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gatepost.practice.state.stored_document import QUOTA_DEFAULTS
from gatepost.practice.wire import names
from gatepost.practice.wire.markup import quoted


@dataclass(frozen=True, slots=True)
class ResourceSpec:
    """A Resource: its URI, its Security elements as (Uri, ExactMatch text, SDDL), its capabilities."""

    uri: str
    securities: tuple[tuple[str, str, str], ...]
    capabilities: tuple[str, ...]
    exact_match: bool = True


@dataclass(frozen=True, slots=True)
class PluginSpec:
    """A plug-in; attributes and quotas are written in the order given."""

    attributes: Mapping[str, str]
    resources: Sequence[ResourceSpec]
    parameters: Mapping[str, str] = field(default_factory=dict)
    quotas: Mapping[str, str] = field(default_factory=lambda: dict(QUOTA_DEFAULTS))


def plugin_document(spec: PluginSpec) -> bytes:
    """Return the document as an untouched host gives it, with the xmlns that Windows repeats on Security."""
    parameters = "".join(_element("Param", {"Name": name, "Value": value}) for name, value in spec.parameters.items())
    initialization = f"<InitializationParameters>{parameters}</InitializationParameters>" if parameters else ""
    resources = "".join(_resource(resource) for resource in spec.resources)
    quotas = _element("Quotas", spec.quotas) if spec.quotas else ""
    head = _start("PlugInConfiguration", {"xmlns": names.PLUGIN, **spec.attributes})
    return f"{head}>{initialization}<Resources>{resources}</Resources>{quotas}</PlugInConfiguration>".encode()


def _resource(spec: ResourceSpec) -> str:
    attributes = {"ResourceUri": spec.uri, "SupportsOptions": "true"}
    if spec.exact_match:
        attributes["ExactMatch"] = "true"
    securities = "".join(
        _element("Security", {"xmlns": names.PLUGIN, "Uri": uri, "ExactMatch": exact, "Sddl": sddl})
        for uri, exact, sddl in spec.securities
    )
    capabilities = "".join(_element("Capability", {"Type": name}) for name in spec.capabilities)
    return f"{_start('Resource', attributes)}>{securities}{capabilities}</Resource>"


def _element(name: str, attributes: Mapping[str, str]) -> str:
    return _start(name, attributes) + "/>"


def _start(name: str, attributes: Mapping[str, str]) -> str:
    return f"<{name}" + "".join(f" {key}={quoted(value)}" for key, value in attributes.items())
