"""Edits of one endpoint, worked out at once or in a worker thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from gatepost.endpoints.changes.pending_change import EditStep
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.evaluator import Evaluator


@dataclass(frozen=True)
class EntryEdit:
    """A step, and the descriptor and number of the entry to look at after it."""

    step: EditStep
    descriptor_index: int
    number: int = 0


class EditWorker:
    """Works edits out; for a large descriptor in a worker thread, one at a time.

    ``take`` gets them, unless the endpoint has been changed in the meantime.
    """

    def __init__(self, take: Callable[[EndpointInView, list[EntryEdit]], object]) -> None:
        self._take = take
        self._worked_on: EndpointInView | None = None
        self._evaluator: Evaluator | None = None

    def work_out(self, endpoint: EndpointInView, work: Callable[[], list[EntryEdit]]) -> None:
        """Have what ``work`` gives taken: at once, or when it is there. It is dropped while another one is on its way."""
        if not endpoint.is_large:
            self._take(endpoint, work())
        elif self._worked_on is not endpoint:
            originals = endpoint.session.pending_changes.originals()

            def put_on_originals() -> list[EntryEdit]:
                return [replace(each, step=each.step.on(originals)) for each in work()]

            self._worked_on, self._evaluator = endpoint, endpoint.session.evaluator()
            self._evaluator.evaluate(put_on_originals, partial(self._on_worked_out, endpoint), self._on_crashed)

    def _on_crashed(self) -> None:
        self._worked_on = None

    def _on_worked_out(self, endpoint: EndpointInView, edits: list[EntryEdit]) -> None:
        self._worked_on = None
        now = EndpointInView.of(endpoint.session, endpoint.name)
        if now is not None and now.endpoint.sddls == endpoint.endpoint.sddls:
            self._take(endpoint, edits)
