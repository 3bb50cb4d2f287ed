"""An expected failure at a host, as a value with cause and next step."""

from __future__ import annotations

from typing_extensions import override

from gatepost.endpoints.text import NOTHING, Text
from gatepost.work import ExpectedError


class HostError(ExpectedError):
    """``summary`` says what is wrong, ``next_step`` what to do, ``details`` folds out and holds no secret."""

    def __init__(
        self,
        summary: Text,
        next_step: Text = NOTHING,
        details: str = "",
    ) -> None:
        super().__init__(str(summary))
        self.summary = summary
        self.next_step = next_step
        self.details = details

    @override
    def __str__(self) -> str:
        return f"{self.summary} {self.next_step}".strip()
