"""The access check on several rights at once, in the worst case."""

from __future__ import annotations

from gatepost.security import SecurityDescriptor, Token
from gatepost.security.access_check import AccessDecision, access_bounds
from gatepost.security.mask import expand_generic


def decisions(descriptor: SecurityDescriptor, token: Token, desired: int) -> dict[int, AccessDecision]:
    """What is decided on each right of a mask, lowest bit first."""
    rights = [1 << bit for bit in range(32) if expand_generic(desired) >> bit & 1]
    return {right: access_bounds(descriptor, token, right).least for right in rights}


def is_granted(descriptor: SecurityDescriptor, token: Token, desired: int) -> bool:
    """Whether a token gets every right of a mask."""
    return all(decision.granted for decision in decisions(descriptor, token, desired).values())
