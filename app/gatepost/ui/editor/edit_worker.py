"""Edits of one endpoint, worked out at once or in a worker thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from gatepost.endpoints.changes.draft import DraftStep, worked_out
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.evaluator import Evaluator


@dataclass(frozen=True)
class Edit:
    """A step, and the descriptor and number of the entry to look at after it."""

    step: DraftStep
    node: int
    number: int = 0


_Made = tuple[SessionConfiguration, ...]


class EditWorker:
    """Works edits out; for a large descriptor in a worker thread, one at a time.

    ``take`` gets them, unless the endpoint has been changed in the meantime.
    """

    def __init__(self, take: Callable[[EndpointInView, list[Edit]], None]) -> None:
        self._take = take
        self._worked_on: EndpointInView | None = None
        self._evaluator: Evaluator | None = None

    def work_out(self, endpoint: EndpointInView, work: Callable[[], list[Edit]]) -> None:
        """Have what ``work`` gives taken: at once, or when it is there. It is dropped while another one is on its way."""
        if not endpoint.is_large:
            self._take(endpoint, work())
        elif self._worked_on is not endpoint:
            originals = endpoint.session.drafts.originals()

            def with_drafts() -> tuple[list[Edit], _Made]:
                edits = work()
                return edits, worked_out((c for each in edits for c in each.step.edited), originals)

            self._worked_on, self._evaluator = endpoint, endpoint.session.evaluator()
            self._evaluator.evaluate(with_drafts, partial(self._on_worked_out, endpoint))

    def _on_worked_out(self, endpoint: EndpointInView, found: tuple[list[Edit], _Made]) -> None:
        self._worked_on = None
        edits, _ = found  # the drafts are held until the edits are taken
        now = EndpointInView.of(endpoint.session, endpoint.name)
        if now is not None and now.endpoint.sddls == endpoint.endpoint.sddls:
            self._take(endpoint, edits)
