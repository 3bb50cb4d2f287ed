"""Console commands for refusals: fault, fault-after, answer-status and account."""

from __future__ import annotations

from collections.abc import Sequence

from gatepost.practice.accounts.accounts import CLOSED
from gatepost.practice.console.command import Answer, Command, CommandError
from gatepost.practice.service.host import PracticeHost

_MAX_TIMES = 1000


def refusal_commands(host: PracticeHost) -> dict[str, Command]:
    """Return the commands under their names."""

    def fault(words: Sequence[str]) -> Answer:
        code = _number(words[0], 2**32 - 1)
        for _ in range(_times(words)):
            host.injection.refuse(code)
        return {}

    def fault_after(words: Sequence[str]) -> Answer:
        code = _number(words[0], 2**32 - 1)
        for _ in range(_times(words)):
            host.injection.fault_after(code)
        return {}

    def answer_status(words: Sequence[str]) -> Answer:
        status = _number(words[0], 599)
        if status < 400:
            raise CommandError("a status is 400 to 599")
        for _ in range(_times(words)):
            host.injection.answer_status(status)
        return {}

    def clear_faults(_words: Sequence[str]) -> Answer:
        host.injection.clear()
        return {}

    def account(words: Sequence[str]) -> Answer:
        if words[1] != "open" and words[1] not in CLOSED:
            raise CommandError(f"one of: open, {', '.join(CLOSED)}")
        if not host.accounts.set_state(words[0], words[1]):
            raise CommandError(f"there is no account {words[0]!r}")
        return {}

    return {
        "fault": ("CODE [N]", "refuse the next N requests (1) with a fault of that code", fault),
        "fault-after": (
            "CODE [N]",
            "carry out the next N requests (1), then answer with a fault of that code",
            fault_after,
        ),
        "answer-status": ("STATUS [N]", "answer the next N requests (1) with a bare HTTP status", answer_status),
        "clear-faults": ("", "forget every fault that is still to come", clear_faults),
        "account": (f"USER open|{'|'.join(CLOSED)}", "close an account to logons, or open it again", account),
    }


def _times(words: Sequence[str]) -> int:
    return _number(words[1], _MAX_TIMES) if len(words) > 1 else 1


def _number(word: str, most: int) -> int:
    if not word.isascii() or not word.isdigit() or len(word) > 10 or int(word) > most:
        raise CommandError(f"not a number up to {most}: {word}")
    return int(word)
