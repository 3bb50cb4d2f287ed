"""The last field of an ACE: a condition or a resource attribute, checked, compared and written."""

from __future__ import annotations

from gatepost.security.ace_types import AceType
from gatepost.security.conditions.expression import Condition
from gatepost.security.conditions.read import read_condition
from gatepost.security.conditions.resource_attribute import (
    ResourceAttribute,
    read_attribute,
    write_resource_attribute,
)
from gatepost.security.conditions.write import write_condition
from gatepost.security.errors import SddlError
from gatepost.security.sid import HostDomains, Sid


def parse_last_field(kind: AceType, text: str, *, strict: bool) -> Condition | ResourceAttribute:
    """Read the field.

    Raises:
        SddlError: not what an ACE of this kind carries.
    """
    if kind is AceType.SYSTEM_RESOURCE_ATTRIBUTE:
        return read_attribute(text, strict=strict)
    return read_condition(text, strict=strict)


def last_field_key(kind: AceType, text: str) -> object:
    """What two fields that mean the same have in common; the text itself where it cannot be read."""
    try:
        return parse_last_field(kind, text, strict=False)
    except SddlError:
        return text


def write_last_field(kind: AceType, text: str) -> str:
    """The field as Windows writes it.

    Raises:
        SddlError: not what an ACE of this kind carries.
    """
    parsed = parse_last_field(kind, text, strict=False)
    if isinstance(parsed, ResourceAttribute):
        return write_resource_attribute(parsed)
    return write_condition(parsed)


def last_field_in_domain(kind: AceType, text: str, domain: Sid | HostDomains) -> str:
    """The field with its account-relative aliases resolved; the text as it is where there are none."""
    try:
        parsed = parse_last_field(kind, text, strict=False)
    except SddlError:
        return text
    resolved = parsed.in_domain(domain)
    if resolved == parsed:
        return text
    if isinstance(resolved, ResourceAttribute):
        return write_resource_attribute(resolved)
    return write_condition(resolved)
