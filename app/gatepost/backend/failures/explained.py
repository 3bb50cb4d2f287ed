"""What is said of a failure: what is wrong, and what to do about it."""

from __future__ import annotations

from enum import Enum

from gatepost.backend.text import BACKEND
from gatepost.endpoints.text import Text

TRY_AGAIN = BACKEND.tr("Refresh to try again.")
ADMINISTRATOR = BACKEND.tr("Ask an administrator of the account, then connect again.")


class Explained(Enum):
    """Base of the catalogs of causes.

    Fields in the texts: {host}; {tried}, {offered} and {pick} are ways to log on; {said} is the host's own text,
    {status} an HTTP status, {why} a reason of ours, {rejected_by} another host.
    """

    def __init__(self, summary: Text, next_step: Text) -> None:
        self.summary = summary
        self.next_step = next_step
