"""Differences between the settings of two plug-ins: attributes, initialization parameters and quotas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.writes.differences import ENDPOINT, DifferenceRow, Part
from gatepost.endpoints.writes.unwritten import ADDED_ON_WRITE

_DEFAULTS = {name.lower(): value for name, value in ADDED_ON_WRITE.items()}
_IDENTITY = {"name", "enabled"}  # compared by themselves


def setting_rows(left: SessionConfiguration, right: SessionConfiguration) -> Iterator[DifferenceRow]:
    """Return the settings that differ; what a host rewrites without changing its meaning makes no difference."""
    for prefix, l_values, r_values in (
        ("", _attributes(left), _attributes(right)),
        ("InitializationParameters/", left.parameters, right.parameters),
        ("Quotas/", left.quotas, right.quotas),
    ):
        yield from _rows(prefix, l_values, r_values)


def _attributes(configuration: SessionConfiguration) -> tuple[tuple[str, str], ...]:
    return tuple((k, v) for k, v in configuration.attributes if k.lower() not in _IDENTITY)


def _rows(prefix: str, left: Iterable[tuple[str, str]], right: Iterable[tuple[str, str]]) -> Iterator[DifferenceRow]:
    l_values, r_values = _by_name(left), _by_name(right)
    for key in dict.fromkeys([*l_values, *r_values]):
        default = _DEFAULTS.get(key) if not prefix else None
        name, l_value = l_values.get(key, (None, default))
        other_name, r_value = r_values.get(key, (None, default))
        if _comparable(l_value) != _comparable(r_value):
            yield DifferenceRow(Part.SETTING, ENDPOINT, l_value, l_value, r_value, prefix + (name or other_name or ""))


def _by_name(values: Iterable[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    return {name.lower(): (name, value) for name, value in values}


def _comparable(value: str | None) -> str | None:
    return value.lower() if value is not None and value.lower() in ("true", "false") else value
