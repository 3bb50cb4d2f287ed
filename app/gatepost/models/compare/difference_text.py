"""Texts for the differences between two endpoints."""

from __future__ import annotations

from gatepost.endpoints.compare.comparison import ComparisonState, Difference, EndpointComparison
from gatepost.endpoints.text import WINDOW
from gatepost.models.row_text import row_title
from gatepost.models.window_text import shown
from gatepost.security import Accounts

_STATES = {
    ComparisonState.SAME: WINDOW.tr("Same"),
    ComparisonState.ONLY_LEFT: WINDOW.tr("Only in the reference"),
    ComparisonState.ONLY_RIGHT: WINDOW.tr("Only in the target"),
}


def comparison_words(endpoint: EndpointComparison) -> str:
    """Say how the two sides of an endpoint stand to each other."""
    count = len(endpoint.differences)
    return shown(_STATES.get(endpoint.state) or WINDOW.tr("%n difference", "%n differences", count))


def topic(difference: Difference, accounts: Accounts) -> str:
    """Say what a difference is about: whose entry has changed, or what else."""
    row = difference.rows[0]
    return accounts.name_of(row.entry.ace.sid) if row.entry is not None else row_title(row, accounts)
