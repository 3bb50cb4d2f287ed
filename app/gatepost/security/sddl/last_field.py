"""The last field of an ACE: a condition or a resource attribute, checked, compared and written."""

from __future__ import annotations

from gatepost.security.ace_types import AceType
from gatepost.security.conditions.expression import Condition
from gatepost.security.conditions.resource_attribute import (
    ResourceAttribute,
    read_attribute,
    write_resource_attribute,
)
from gatepost.security.conditions.text import read_condition, write_condition
from gatepost.security.errors import SddlError
from gatepost.security.sid import HostDomains, Sid


def parse_last_field(kind: AceType, text: str) -> Condition | ResourceAttribute:
    """Read the field.

    Raises:
        SddlError: not what an ACE of this kind carries.
    """
    if kind is AceType.SYSTEM_RESOURCE_ATTRIBUTE:
        return read_attribute(text)
    return read_condition(text)


def last_field_key(kind: AceType, text: str) -> object:
    """What two fields that mean the same have in common; the text itself where it cannot be read."""
    try:
        return parse_last_field(kind, text)
    except SddlError:
        return text


def write_last_field(kind: AceType, text: str) -> str:
    """The field as Windows writes it.

    Raises:
        SddlError: not what an ACE of this kind carries.
    """
    return _written(parse_last_field(kind, text))


def last_field_in_domain(kind: AceType, text: str, domain: Sid | HostDomains) -> str:
    """The field with its account-relative aliases resolved; the text as it is where there are none."""
    try:
        parsed = parse_last_field(kind, text)
    except SddlError:
        return text
    resolved = parsed.in_domain(domain)
    return text if resolved == parsed else _written(resolved)


def _written(field: Condition | ResourceAttribute) -> str:
    return write_resource_attribute(field) if isinstance(field, ResourceAttribute) else write_condition(field)
