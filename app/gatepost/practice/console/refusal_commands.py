"""Console commands for refusals: fault, fault-after, answer-status and account."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gatepost.practice.accounts.accounts import CLOSED
from gatepost.practice.console.command import Answer, Command, CommandError, number
from gatepost.practice.service.host import PracticeHost

_MAX_TIMES = 1000
_MAX_CODE = 2**32 - 1
_MAX_STATUS = 599


class RefusalCommands:
    """The commands of one host."""

    def __init__(self, host: PracticeHost) -> None:
        """Control a practice host."""
        self._injection = host.injection
        self._accounts = host.accounts

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {
            "fault": Command("CODE [N]", "refuse the next N requests (1) with a fault of that code", self._fault),
            "fault-after": Command(
                "CODE [N]",
                "carry out the next N requests (1), then answer with a fault of that code",
                self._fault_after,
            ),
            "answer-status": Command(
                "STATUS [N]", "answer the next N requests (1) with a bare HTTP status", self._answer_status
            ),
            "clear-faults": Command("", "forget every fault that is still to come", self._clear),
            "account": Command(
                f"USER open|{'|'.join(CLOSED)}", "close an account to logons, or open it again", self._account
            ),
        }

    def _fault(self, words: Sequence[str]) -> Answer:
        return _repeat(self._injection.refuse, number(words[0], _MAX_CODE), words)

    def _fault_after(self, words: Sequence[str]) -> Answer:
        return _repeat(self._injection.fault_after, number(words[0], _MAX_CODE), words)

    def _answer_status(self, words: Sequence[str]) -> Answer:
        status = number(words[0], _MAX_STATUS)
        if status < 400:
            raise CommandError("a status is 400 to 599")
        return _repeat(self._injection.answer_status, status, words)

    def _clear(self, _words: Sequence[str]) -> Answer:
        self._injection.clear()
        return {}

    def _account(self, words: Sequence[str]) -> Answer:
        if words[1] != "open" and words[1] not in CLOSED:
            raise CommandError(f"one of: open, {', '.join(CLOSED)}")
        if not self._accounts.set_state(words[0], words[1]):
            raise CommandError(f"there is no account {words[0]!r}")
        return {}


def _repeat(inject: Callable[[int], None], what: int, words: Sequence[str]) -> Answer:
    for _ in range(number(words[1], _MAX_TIMES) if len(words) > 1 else 1):
        inject(what)
    return {}
