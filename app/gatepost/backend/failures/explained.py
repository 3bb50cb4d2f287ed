"""What is said of a failure: what is wrong, and what to do about it."""

from __future__ import annotations

from enum import Enum

from gatepost.backend.text import BACKEND
from gatepost.endpoints.text import Text

TRY_AGAIN = BACKEND.tr("Try again.")
ADMINISTRATOR = BACKEND.tr("Ask an administrator to fix the account, then connect again.")


class Explained(Enum):
    """Base of the catalogs of causes.

    Fields in the texts: {host}; {tried}, {offered} and {pick} are ways to log on; {spn} is the service name of the host;
    {said} is the host's own text, {status} an HTTP status, {why} a reason of ours, {rejected_by} another host. On the
    command line also {detail}, which the window folds out, {names} and {fingerprint} of a certificate, and {options}
    for ``pick``.
    """

    def __init__(self, summary: Text, next_step: Text) -> None:
        self.summary = summary
        self.next_step = next_step
