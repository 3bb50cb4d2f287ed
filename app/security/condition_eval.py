"""Evaluating conditions ([MS-DTYP] 2.4.4.17): true, false or unknown."""

from __future__ import annotations

from collections.abc import Mapping

from app.security.acl import Acl
from app.security.token import Claim, Token


def evaluate_text(condition: str, token: Token, resource: Mapping[str, Claim]) -> bool | None:
    """The outcome of a condition; None is unknown."""
    return None


def resource_claims(sacl: Acl | None) -> dict[str, Claim]:
    """The attributes that resource attribute ACEs of the SACL give the object, by lower-case name."""
    return {}
