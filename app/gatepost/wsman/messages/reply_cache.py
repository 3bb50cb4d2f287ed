"""Cache of the last reply: one that differs from it in message identifiers alone is not read again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Generic, TypeVar

from gatepost.wsman.messages.envelopes import RequestMessage

_T = TypeVar("_T")
_HEAD = 2048  # octets in which both identifiers stand
_OWN_IDENTIFIER = re.compile(rb"<a:MessageID>[^<]*</a:MessageID>")


class ReplyCache(Generic[_T]):
    """The last reply to one question and what was read in it.

    Two answers to the same question differ in two identifiers, the answer's own and that of the request. If nothing else
    does, then neither does what they say: 200 unchanged hosts are read again in 2.3 times what a bare client needs,
    without this in 3.0 times (``tests/bench``).
    """

    def __init__(self) -> None:
        self._said: tuple[bytes, bytes] | None = None
        self._read: _T

    def read(self, reply: bytes, request: RequestMessage, read: Callable[[bytes, RequestMessage], _T]) -> _T:
        """Return what ``read`` makes of a reply. What it raises comes through, and is not remembered."""
        content = _without_identifiers(reply, request)
        if content is None or content != self._said:
            self._read, self._said = read(reply, request), content
        return self._read


def _without_identifiers(reply: bytes, request: RequestMessage) -> tuple[bytes, bytes] | None:
    relation = f">{request.message_id}</a:RelatesTo>".encode()
    head = reply[:_HEAD]
    if request.message_id is None or relation not in head:
        return None
    return _OWN_IDENTIFIER.sub(b"", head.replace(relation, b"", 1), 1), reply[_HEAD:]
