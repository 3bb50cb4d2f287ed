"""What has to be known of a caller to tell how a condition turns out."""

from __future__ import annotations

from functools import lru_cache

from gatepost.security.conditions.expression import Attribute, Condition, Operator, Scope
from gatepost.security.conditions.read import read_condition
from gatepost.security.errors import SddlError
from gatepost.security.sid import Sid


def sids_in_condition(text: str) -> frozenset[Sid]:
    """The accounts and groups it names; none where it cannot be read."""
    condition = _read(text)
    if condition is None:
        return frozenset()
    lists = [token if isinstance(token, tuple) else (token,) for token in condition.tokens]
    return frozenset(item for items in lists for item in items if isinstance(item, Sid))


def asks_for_claims(text: str) -> bool:
    """Whether more than the caller's groups decides: a claim, a device, or what cannot be read."""
    condition = _read(text)
    if condition is None:
        return True
    return any(
        token.scope is not Scope.RESOURCE
        if isinstance(token, Attribute)
        else isinstance(token, Operator) and "DEVICE" in token.name
        for token in condition.tokens
    )


@lru_cache(maxsize=256)
def _read(text: str) -> Condition | None:
    try:
        return read_condition(text, strict=False)
    except SddlError:
        return None
