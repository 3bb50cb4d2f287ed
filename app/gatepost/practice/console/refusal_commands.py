"""Console commands for refusals: fault, fault-after, answer-status and account."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from gatepost.practice.accounts.accounts import CLOSED
from gatepost.practice.console.command import Command, CommandError, number
from gatepost.practice.service.fault_injection import Refusal
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
            "fault": Command(
                "CODE [N]",
                "refuse the next N requests (1) with a fault of that code",
                partial(self._refuse, Refusal.FAULT),
            ),
            "fault-after": Command(
                "CODE [N]",
                "carry out the next N requests (1), then answer with a fault of that code",
                partial(self._refuse, Refusal.LATE_FAULT),
            ),
            "answer-status": Command(
                "STATUS [N]",
                "answer the next N requests (1) with a bare HTTP status",
                partial(self._refuse, Refusal.STATUS),
            ),
            "clear-faults": Command("", "forget every fault that is still to come", lambda _: self._injection.clear()),
            "account": Command(
                f"USER open|{'|'.join(CLOSED)}", "close an account to logons, or open it again", self._account
            ),
        }

    def _refuse(self, refusal: Refusal, words: Sequence[str]) -> None:
        code = number(words[0], _MAX_STATUS if refusal is Refusal.STATUS else _MAX_CODE)
        if refusal is Refusal.STATUS and code < 400:
            raise CommandError("a status is 400 to 599")
        self._injection.refuse(refusal, code, number(words[1], _MAX_TIMES) if len(words) > 1 else 1)

    def _account(self, words: Sequence[str]) -> None:
        if words[1] != "open" and words[1] not in CLOSED:
            raise CommandError(f"one of: open, {', '.join(CLOSED)}")
        if not self._accounts.set_state(words[0], words[1]):
            raise CommandError(f"there is no account {words[0]!r}")
