"""Fault injection: requests and replies dropped, delayed, garbled or refused on purpose."""

from __future__ import annotations

import re
import threading
from collections import defaultdict, deque
from collections.abc import Callable
from enum import Enum, auto
from typing import Literal

from gatepost.practice.wire import names, soap

GARBLES = ("not-xml", "truncated", "oversized", "entities", "wrong-relates-to", "empty")
OVERSIZED_BYTES = 8 * 1024 * 1024
_RELATES_TO = re.compile(rb"(<a:RelatesTo>)[^<]*")


class PlannedRefusal(Enum):
    """What a request is answered with instead of its reply."""

    FAULT = auto()  # it is not run
    LATE_FAULT = auto()  # it has run, as at a service that stops
    STATUS = auto()  # a bare HTTP status


class FaultInjection:
    """Faults still to inject. Every method is thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.clear()

    def clear(self) -> None:
        """Forget every fault that is still to come."""
        self._drops = {"request": 0, "answer": 0}
        self._garble = ""
        self._refusals: defaultdict[PlannedRefusal, deque[int]] = defaultdict(deque)
        self._commands: list[tuple[int, Callable[[], object]]] = []
        self.delay_seconds = 0.0

    def drop(self, what: Literal["request", "answer"], count: int) -> None:
        """Close the connection on the next requests: before they run, or without a reply after they have."""
        with self._lock:
            self._drops[what] = count

    def should_drop(self, what: Literal["request", "answer"]) -> bool:
        """Whether to drop the current request or its reply; counts it."""
        with self._lock:
            if self._drops[what] == 0:
                return False
            self._drops[what] -= 1
            return True

    def garble(self, kind: str) -> None:
        """Garble the next reply; ``kind`` is one of GARBLES."""
        with self._lock:
            self._garble = kind

    def refuse(self, refusal: PlannedRefusal, number: int, times: int) -> None:
        """Queue a fault code, or an HTTP status, for the requests to come."""
        with self._lock:
            self._refusals[refusal] += [number] * times

    def next_refusal(self, refusal: PlannedRefusal) -> int:
        """Take the fault code or HTTP status for the current request from the queue; 0: it is not refused so."""
        with self._lock:
            return self._refusals[refusal].popleft() if self._refusals[refusal] else 0

    def after(self, count: int, command: Callable[[], object]) -> None:
        """Call ``command`` once, right before the ``count``-th reply from now is sent."""
        with self._lock:
            self._commands.append((count, command))

    def spoil(self, answer: bytes, message_id: str) -> bytes:
        """Return the reply, garbled if that was asked for."""
        with self._lock:
            kind, self._garble = self._garble, ""
        return spoiled(kind, answer, message_id) if kind else answer

    def answered(self) -> None:
        """Count one reply and run the callbacks that are due, before the reply is sent.

        A client that has the reply can rely on the callback having run.
        """
        with self._lock:
            commands = [(count - 1, command) for count, command in self._commands]
            self._commands = [(count, command) for count, command in commands if count > 0]
        for count, command in commands:
            if count <= 0:
                command()


def spoiled(kind: str, answer: bytes, message_id: str) -> bytes:
    """Return the reply garbled; ``kind`` is one of GARBLES."""
    if kind == "not-xml":
        return b"503 Service & Unavailable <retry later"
    if kind == "truncated":
        return answer[: max(1, len(answer) * 2 // 3)]
    if kind == "oversized":
        return answer.replace(b"</s:Header>", b"</s:Header><!--" + b" " * OVERSIZED_BYTES + b"-->", 1)
    if kind == "entities":
        doctype = '<!DOCTYPE s:Envelope [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        text = answer.decode()
        return (doctype + text.replace("<s:Body>", "<s:Body>&b;", 1)).encode()
    if kind == "wrong-relates-to":
        if message_id:
            return _RELATES_TO.sub(rb"\g<1>" + soap.message_id().encode(), answer, count=1)
        return soap.envelope(names.GET + "Response", soap.message_id(), "")
    return b""
