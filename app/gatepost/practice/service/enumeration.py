"""Enumerate, Pull and Release, in pages ([MS-WSMV] 3.1.4.1.13 to 3.1.4.1.17, 3.1.4.7)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from gatepost.practice.accounts.accounts import Logon
from gatepost.practice.resources.wmi import Wmi
from gatepost.practice.state.host_state import MAX_OPEN, PracticeState
from gatepost.practice.wire import faults, names
from gatepost.practice.wire.faults import Fault
from gatepost.practice.wire.soap import Request, message_id

_N, _W = f"{{{names.ENUMERATION}}}", f"{{{names.WSMAN}}}"
_ENVELOPE_BYTES = 1500  # what an envelope takes besides its items
_SECONDS = 240.0  # EnumerationTimeoutms of a current host


@dataclass(frozen=True, slots=True)
class Cursor:
    """An enumeration that has items left."""

    resource_uri: str
    owner: str
    items: Sequence[bytes]
    expires: float


class Enumeration:
    """Enumeration of configuration and WMI resources."""

    def __init__(self, state: PracticeState, listings: Mapping[str, Callable[[], Sequence[bytes]]], wmi: Wmi) -> None:
        """Serve a state. The caller holds its lock. ``listings`` maps a lower-case URI to its items."""
        self._state = state
        self._listings = listings
        self._wmi = wmi
        self._cursors: dict[str, Cursor] = {}

    def answer(self, request: Request, logon: Logon) -> str:
        """Carry out Enumerate, Pull or Release.

        Raises:
            Fault: the resource cannot be listed, or the context is not known.
        """
        if request.resource_uri.lower() not in self._listings and not self._wmi.serves(request.resource_uri):
            raise Fault(faults.ACTION_NOT_SUPPORTED)
        operation = request.action.rpartition("/")[2]
        if request.body is None or request.body.tag != _N + operation:
            raise Fault(faults.INVALID_REPRESENTATION)
        if request.action == names.ENUMERATE:
            return self._enumerate(request, logon)
        items = self._taken(request, request.body, logon)
        if request.action == names.RELEASE:
            return ""
        return self._page(request, logon, items, "n", _max_elements(request, _N + "MaxElements"))

    def _enumerate(self, request: Request, logon: Logon) -> str:
        body = request.body
        assert body is not None
        if body.find(_W + "EnumerationMode") is not None:
            raise Fault(faults.ENUMERATION_MODE)
        items = self._items(request, body)
        if body.find(_W + "OptimizeEnumeration") is not None:
            return self._page(request, logon, items, "w", _max_elements(request, _W + "MaxElements"))
        context = self._kept(request, logon, items)
        return _reply(request, f"<n:EnumerationContext>{context}</n:EnumerationContext>")

    def _items(self, request: Request, body: etree._Element) -> Sequence[bytes]:
        if self._wmi.serves(request.resource_uri):
            return self._wmi.instances(request)
        if body.find(_W + "Filter") is not None or body.find(_N + "Filter") is not None:
            raise Fault(faults.FILTERING_NOT_SUPPORTED)
        return self._listings[request.resource_uri.lower()]()

    def _page(self, request: Request, logon: Logon, items: Sequence[bytes], prefix: str, most: int) -> str:
        """Answer with as many items as fit; ``prefix`` is w in an EnumerateResponse and n in a PullResponse."""
        remaining = request.max_envelope_bytes - _ENVELOPE_BYTES
        taken = 0
        while taken < min(len(items), most, self._state.page_items) and remaining >= len(items[taken]):
            remaining -= len(items[taken])
            taken += 1
        if not taken and items:
            raise Fault(faults.RESPONSE_TOO_LARGE)
        page = b"".join(items[:taken]).decode()
        listed = f"<{prefix}:Items>{page}</{prefix}:Items>"
        if taken < len(items):
            context = self._kept(request, logon, items[taken:])
            return _reply(request, f"<n:EnumerationContext>{context}</n:EnumerationContext>{listed}")
        no_context = "<n:EnumerationContext></n:EnumerationContext>" if prefix == "w" else ""
        return _reply(request, f"{no_context}{listed}<{prefix}:EndOfSequence/>")

    def _kept(self, request: Request, logon: Logon, items: Sequence[bytes]) -> str:
        """Store the rest of an enumeration; return its new context."""
        context, now = message_id(), time.monotonic()
        self._cursors = {key: cursor for key, cursor in self._cursors.items() if cursor.expires > now}
        self._cursors[context] = Cursor(request.resource_uri.lower(), logon.account.sid, items, now + _SECONDS)
        while len(self._cursors) > MAX_OPEN:
            del self._cursors[next(iter(self._cursors))]
        return context

    def _taken(self, request: Request, body: etree._Element, logon: Logon) -> Sequence[bytes]:
        """Remove an enumeration and return the rest of it; one that is expired or of another account is not known."""
        context = (body.findtext(_N + "EnumerationContext") or "").strip()
        cursor = self._cursors.get(context)
        if (
            cursor is None
            or cursor.expires < time.monotonic()
            or (cursor.resource_uri, cursor.owner) != (request.resource_uri.lower(), logon.account.sid)
        ):
            raise Fault(faults.INVALID_CONTEXT)
        del self._cursors[context]
        return cursor.items


def _reply(request: Request, body: str) -> str:
    name = request.action.rpartition("/")[2] + "Response"
    return f"<n:{name}>{body}</n:{name}>"


def _max_elements(request: Request, tag: str) -> int:
    text = (request.body.findtext(tag) if request.body is not None else None) or "1"  # absent: one item
    return max(1, int(text[:9])) if text.isascii() and text.isdigit() else 1
