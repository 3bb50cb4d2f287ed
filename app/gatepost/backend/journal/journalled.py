"""One write with its entry in the journal: noted before it is sent, and how it ended after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.report import EndpointOutcome, Outcome
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import text


def journalled(
    journal: Journal, name: str, start: Callable[[], int], send: Callable[[], EndpointOutcome]
) -> EndpointOutcome:
    """Note the write with ``start``, do it with ``send``, note how it ended. What cannot be noted is not sent."""
    try:
        number = start()
    except HostError as error:
        return EndpointOutcome(name, Outcome.UNCHANGED, text("Not written. {error}", error=error))
    outcome = send()
    try:
        journal.ended(number, outcome)
    except HostError as error:
        said = text("{message} The journal could not note it: {why}", message=outcome.message, why=error.summary)
        return replace(outcome, message=said)
    return outcome
