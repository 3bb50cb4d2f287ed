"""Results of the host check, and the file that holds them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import Enum
from typing import Any

from gatepost.backend.check.questions import Question
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import BACKEND

FORMAT = "gatepost_host_check"
VERSION = 1
MAX_OCTETS = 4 * 1024 * 1024


class CheckAnswer(Enum):
    """How what a host does compares with what Gatepost assumes."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    NOT_ANSWERED = "not answered"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The answer to one question: ``observed`` in the words of the assumption, or why there is none."""

    number: int
    question: str
    assumed: str
    observed: str
    answer: CheckAnswer
    seconds: float

    @classmethod
    def of(cls, question: Question, observed: str, seconds: float) -> CheckResult:
        """Compare what was observed with what is assumed."""
        answer = CheckAnswer.CONFIRMED if observed == question.assumed else CheckAnswer.CONTRADICTED
        return cls(question.number, question.text, question.assumed, observed, answer, round(seconds, 3))

    @classmethod
    def unanswered(cls, question: Question, why: str, seconds: float = 0.0) -> CheckResult:
        """Say why a question has no answer."""
        none = CheckAnswer.NOT_ANSWERED
        return cls(question.number, question.text, question.assumed, why, none, round(seconds, 3))


@dataclass(frozen=True, slots=True)
class HostCheck:
    """Everything that one check found, without a name, an address, a SID or a secret of the host.

    ``shapes`` are documents of the host by what they are, each as lines with their values replaced. ``left`` says what
    may be on the host that was not there before; empty after a clean end.
    """

    gatepost: str
    windows: str
    stack: str
    test_endpoint: bool
    results: tuple[CheckResult, ...]
    shapes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left: str = ""

    def count(self, answer: CheckAnswer) -> int:
        """How many questions were answered so."""
        return sum(result.answer is answer for result in self.results)


def as_json(check: HostCheck) -> str:
    """Return the file's content, for people to read before they hand it on."""
    results = [asdict(result) | {"answer": result.answer.value} for result in check.results]
    document = {
        FORMAT: VERSION,
        "gatepost": check.gatepost,
        "windows": check.windows,
        "stack": check.stack,
        "test_endpoint": check.test_endpoint,
        "left_on_the_host": check.left,
        "answers": results,
        "shapes": {name: list(lines) for name, lines in check.shapes.items()},
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def read_check(octets: bytes) -> HostCheck:
    """Read a file that ``as_json`` wrote; its author is not trusted.

    Raises:
        HostError: it is something else, or too large.
    """
    try:
        document = json.loads(octets[: MAX_OCTETS + 1])
        if len(octets) > MAX_OCTETS or document[FORMAT] != VERSION:
            raise ValueError(FORMAT)
        return HostCheck(
            _word(document["gatepost"]),
            _word(document["windows"]),
            _word(document["stack"]),
            document["test_endpoint"] is True,
            tuple(_results(document["answers"])),
            {_word(name): tuple(map(_word, lines)) for name, lines in document["shapes"].items()},
            _word(document["left_on_the_host"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise HostError(BACKEND.tr("This file isn't a host check that this version of Gatepost can read.")) from error


def _results(entries: Iterable[Mapping[str, Any]]) -> Iterable[CheckResult]:
    for entry in entries:
        yield CheckResult(
            int(entry["number"]),
            _word(entry["question"]),
            _word(entry["assumed"]),
            _word(entry["observed"]),
            CheckAnswer(entry["answer"]),
            float(entry["seconds"]),
        )


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
