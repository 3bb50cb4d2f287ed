"""Write the PlugInConfiguration documents of a scenario from a few fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gatepost.practice.wire import names
from gatepost.practice.wire.markup import quoted


@dataclass(frozen=True, slots=True)
class ResourceSpec:
    """A Resource: its URI, its Security elements as (Uri, ExactMatch text, SDDL), its capabilities."""

    uri: str
    securities: tuple[tuple[str, str, str], ...]
    capabilities: tuple[str, ...]
    exact_match: bool = True


def plugin_document(
    attributes: Mapping[str, str],
    resources: Iterable[ResourceSpec],
    parameters: Mapping[str, str],
    quotas: Mapping[str, str],
) -> bytes:
    """Return the document as an untouched host gives it, with the xmlns that Windows repeats on Security.

    Attributes and quotas are written in the order given; no quotas, no Quotas element.
    """
    head = _start("PlugInConfiguration", {"xmlns": names.PLUGIN, **attributes})
    params = "".join(_element("Param", {"Name": name, "Value": value}) for name, value in parameters.items())
    initialization = f"<InitializationParameters>{params}</InitializationParameters>" if params else ""
    written = "".join(_resource(resource) for resource in resources)
    limits = _element("Quotas", quotas) if quotas else ""
    return f"{head}>{initialization}<Resources>{written}</Resources>{limits}</PlugInConfiguration>".encode()


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
