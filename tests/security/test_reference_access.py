"""The access check against an independent one."""

from __future__ import annotations

from dataclasses import replace

from gatepost.security import Ace, AceType, SecurityDescriptor, Token
from gatepost.security.mask import mask_from_sddl
from gatepost.security.sid import sid_from_sddl
from tests.needs import needs_reference_data
from tests.security.access_check import is_granted
from tests.security.reference import records

pytestmark = needs_reference_data


def fed(text: str) -> SecurityDescriptor:
    """What the other check was given: it keeps an OA without object types as it is, where Windows stores a plain A."""
    descriptor = SecurityDescriptor.from_sddl(text)
    if descriptor.dacl is None:
        return descriptor
    return descriptor.with_dacl(descriptor.dacl.with_aces(map(as_object, descriptor.dacl.aces)))


def as_object(ace: Ace) -> Ace:
    is_object = ace.source is not None and ace.source.startswith("(OA;")
    return replace(ace, type=AceType.ACCESS_ALLOWED_OBJECT) if is_object else ace


def test_every_decision() -> None:
    compared = absent = 0
    for record in records("access_checks.jsonl.gz"):
        descriptor = fed(record["sddl"])
        user, *groups = (sid_from_sddl(text) for text in record["sids"])
        granted = is_granted(descriptor, Token(user, frozenset(groups)), mask_from_sddl(record["desired"]))
        if descriptor.dacl is None:
            # Windows grants everything where there is no DACL; the other check refuses.
            assert granted
            absent += 1
        else:
            assert granted == record["granted"], record
            compared += 1
    assert (compared, absent) == (14952, 21)
