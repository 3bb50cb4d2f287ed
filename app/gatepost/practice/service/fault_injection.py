"""What can be made to go wrong on purpose: dropped, late, garbled and refused."""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Callable

from gatepost.practice.wire import names, soap

GARBLES = ("not-xml", "truncated", "oversized", "entities", "wrong-relates-to", "empty")
OVERSIZED_BYTES = 8 * 1024 * 1024
_RELATES_TO = re.compile(rb"(<a:RelatesTo>)[^<]*")


class Mischief:
    """Counters and one-time orders; each method is safe to call from any connection's thread."""

    def __init__(self) -> None:
        """Start well-behaved."""
        self._lock = threading.Lock()
        self._drops = 0
        self._drops_after = 0
        self._garble = ""
        self._refusals: deque[int] = deque()
        self._statuses: deque[int] = deque()
        self._orders: list[tuple[int, Callable[[], None]]] = []
        self.delay_seconds = 0.0

    def drop(self, count: int) -> None:
        """Cut the next requests off before they are carried out."""
        with self._lock:
            self._drops = count

    def drop_after(self, count: int) -> None:
        """Carry the next requests out, then cut them off without an answer."""
        with self._lock:
            self._drops_after = count

    def garble(self, kind: str) -> None:
        """Spoil the next answer in one of the GARBLES ways."""
        with self._lock:
            self._garble = kind

    def refuse(self, code: int) -> None:
        """Refuse one more request with this fault code, in the order in which they were told."""
        with self._lock:
            self._refusals.append(code)

    def answer_status(self, status: int) -> None:
        """Answer one more request with this HTTP status and nothing else."""
        with self._lock:
            self._statuses.append(status)

    def takes_fault(self) -> int:
        """Return the code to refuse the request with that has just come in; 0: none."""
        with self._lock:
            return self._refusals.popleft() if self._refusals else 0

    def takes_status(self) -> int:
        """Return the HTTP status to answer the request with that has just come in; 0: none."""
        with self._lock:
            return self._statuses.popleft() if self._statuses else 0

    def after(self, count: int, order: Callable[[], None]) -> None:
        """Run an order once, when ``count`` more requests are answered."""
        with self._lock:
            self._orders.append((count, order))

    def takes_request(self) -> bool:
        """Return whether the request that has just come in is to be dropped."""
        with self._lock:
            self._drops, dropped = max(0, self._drops - 1), self._drops > 0
            return dropped

    def takes_answer(self) -> bool:
        """Return whether the answer that is ready is to be dropped."""
        with self._lock:
            self._drops_after, dropped = max(0, self._drops_after - 1), self._drops_after > 0
            return dropped

    def spoil(self, answer: bytes, message_id: str) -> bytes:
        """Return the answer, or what takes its place once."""
        with self._lock:
            kind, self._garble = self._garble, ""
        return spoiled(kind, answer, message_id) if kind else answer

    def answered(self) -> None:
        """Count one answer and run the orders that are due, before the answer leaves.

        So whoever has the answer can rely on the order having been carried out.
        """
        with self._lock:
            orders = [(count - 1, order) for count, order in self._orders]
            self._orders = [(count, order) for count, order in orders if count > 0]
        for count, order in orders:
            if count <= 0:
                order()


def spoiled(kind: str, answer: bytes, message_id: str) -> bytes:
    """Return a spoiled answer; kind is one of GARBLES."""
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
