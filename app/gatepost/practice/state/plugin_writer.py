"""Plug-in documents as an untouched host gives them, written from a few fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gatepost.practice.wire import names
from gatepost.practice.wire.markup import quoted


def plugin_document(
    attributes: Mapping[str, str], resources: Sequence[str], parameters: Mapping[str, str], quotas: Mapping[str, str]
) -> bytes:
    """Return a PlugInConfiguration as an untouched host gives it: everything in the order given, absent if empty."""
    head = _start("PlugInConfiguration", {"xmlns": names.PLUGIN, **attributes})
    params = "".join(_element("Param", {"Name": name, "Value": value}) for name, value in parameters.items())
    initialization = f"<InitializationParameters>{params}</InitializationParameters>" if params else ""
    limits = _element("Quotas", quotas) if quotas else ""
    written = f"{initialization}<Resources>{''.join(resources)}</Resources>{limits}"
    return f"{head}>{written}</PlugInConfiguration>".encode()


def resource_element(uri: str, securities: Sequence[str], capabilities: Sequence[str], *, exact_match: bool) -> str:
    """Return a Resource element."""
    attributes = {"ResourceUri": uri, "SupportsOptions": "true"}
    if exact_match:
        attributes["ExactMatch"] = "true"
    listed = "".join(_element("Capability", {"Type": name}) for name in capabilities)
    return f"{_start('Resource', attributes)}>{''.join(securities)}{listed}</Resource>"


def security_element(uri: str, exact_match: str, sddl: str) -> str:
    """Return a Security element, with the xmlns that Windows repeats on it."""
    return _element("Security", {"xmlns": names.PLUGIN, "Uri": uri, "ExactMatch": exact_match, "Sddl": sddl})


def _element(name: str, attributes: Mapping[str, str]) -> str:
    return _start(name, attributes) + "/>"


def _start(name: str, attributes: Mapping[str, str]) -> str:
    return f"<{name}" + "".join(f" {key}={quoted(value)}" for key, value in attributes.items())
