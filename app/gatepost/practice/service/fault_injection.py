"""Fault injection: requests and replies dropped, delayed, garbled or refused on purpose."""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Callable

from gatepost.practice.wire import names, soap

GARBLES = ("not-xml", "truncated", "oversized", "entities", "wrong-relates-to", "empty")
OVERSIZED_BYTES = 8 * 1024 * 1024
_RELATES_TO = re.compile(rb"(<a:RelatesTo>)[^<]*")


class FaultInjection:
    """Faults still to inject. Every method is thread-safe."""

    def __init__(self) -> None:
        """Start without faults."""
        self._lock = threading.Lock()
        self.clear()

    def clear(self) -> None:
        """Forget every fault that is still to come."""
        self._drops = 0
        self._drops_after = 0
        self._garble = ""
        self._refusals: deque[int] = deque()
        self._late_faults: deque[int] = deque()
        self._statuses: deque[int] = deque()
        self._commands: list[tuple[int, Callable[[], object]]] = []
        self.delay_seconds = 0.0

    def drop(self, count: int) -> None:
        """Close the connection on the next requests, before they run."""
        with self._lock:
            self._drops = count

    def drop_after(self, count: int) -> None:
        """Run the next requests, then close the connection without a reply."""
        with self._lock:
            self._drops_after = count

    def garble(self, kind: str) -> None:
        """Garble the next reply; ``kind`` is one of GARBLES."""
        with self._lock:
            self._garble = kind

    def refuse(self, code: int) -> None:
        """Queue a WS-Management fault code for a later request; first in, first out."""
        with self._lock:
            self._refusals.append(code)

    def fault_after(self, code: int) -> None:
        """Queue a fault code with which a later request is answered once it has run, as by a service that stops."""
        with self._lock:
            self._late_faults.append(code)

    def answer_status(self, status: int) -> None:
        """Queue a bare HTTP status for a later request."""
        with self._lock:
            self._statuses.append(status)

    def next_fault(self) -> int:
        """Take the fault code for the current request from the queue; 0: no fault."""
        with self._lock:
            return self._refusals.popleft() if self._refusals else 0

    def next_late_fault(self) -> int:
        """Take the fault code for the reply to the request that has just run from the queue; 0: no fault."""
        with self._lock:
            return self._late_faults.popleft() if self._late_faults else 0

    def next_status(self) -> int:
        """Take the HTTP status for the current request from the queue; 0: a normal reply."""
        with self._lock:
            return self._statuses.popleft() if self._statuses else 0

    def after(self, count: int, command: Callable[[], object]) -> None:
        """Call ``command`` once, right before the ``count``-th reply from now is sent."""
        with self._lock:
            self._commands.append((count, command))

    def should_drop_request(self) -> bool:
        """Whether to drop the current request; counts it."""
        with self._lock:
            self._drops, dropped = max(0, self._drops - 1), self._drops > 0
            return dropped

    def should_drop_answer(self) -> bool:
        """Whether to drop the current reply; counts it."""
        with self._lock:
            self._drops_after, dropped = max(0, self._drops_after - 1), self._drops_after > 0
            return dropped

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
            orders = [(count - 1, order) for count, order in self._commands]
            self._commands = [(count, order) for count, order in orders if count > 0]
        for count, order in orders:
            if count <= 0:
                order()


def spoiled(kind: str, answer: bytes, message_id: str) -> bytes:
    """Return the reply garbled; ``kind`` is one of GARBLES."""
    if kind == "not-xml":
        return b"The service is on its lunch break & will be back <soon"
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
