"""WS-Management client: retries reads, never writes; bounds enumerations."""

from __future__ import annotations

import contextlib
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from lxml import etree
from typing_extensions import override

from gatepost.wsman import limits
from gatepost.wsman.errors import ConnectionFailed, ConnectionFailureReason, ReplyError, WsmanError
from gatepost.wsman.http.wire import RemoteWire
from gatepost.wsman.messages import uris
from gatepost.wsman.messages.envelopes import Associated, MessageFactory, RequestMessage
from gatepost.wsman.messages.replies import Page, read_body, read_created, read_identity, read_page, read_resource
from gatepost.wsman.messages.reply_cache import ReplyCache
from gatepost.wsman.transport import Identity, Transport

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a wire leads and as whom, for the user's eyes, as far as that is known before it is used.

    ``operation_timeout`` is how many seconds the host may work on one request.
    """

    url: str
    address: str
    account: str
    authentication: str
    encrypted: bool
    operation_timeout: int = limits.OPERATION_TIMEOUT


class WsmanClient(Transport):
    """A ``Transport`` over a wire.

    A read that met a dropped or forgotten session is asked a second time; a write is sent once.
    """

    def __init__(self, wire: RemoteWire, destination: Destination) -> None:
        self.address = destination.address
        self.url = destination.url
        self.encrypted = destination.encrypted
        self._wire = wire
        self._destination = destination
        self.exchanges = 0
        """Requests so far."""
        self._messages = MessageFactory(destination.url, destination.operation_timeout)
        self._first_pages: defaultdict[str, ReplyCache[Page]] = defaultdict(ReplyCache)  # by resource URI
        self._resources: defaultdict[str, ReplyCache[bytes]] = defaultdict(ReplyCache)

    @property
    @override
    def account(self) -> str:
        """The account as the user wrote it; where a ticket or a certificate names it, as that does, once used."""
        login = self._wire.login
        return self._destination.account or (login.account if login is not None else "")

    @property
    @override
    def authentication(self) -> str:
        """The scheme, "NTLM" or "Basic"; where it is chosen with the first operation, "Automatic" until then."""
        login = self._wire.login
        return login.authentication if login is not None else self._destination.authentication

    @override
    def identify(self) -> Identity:
        return self._read(self._messages.identify, lambda reply, request: read_identity(read_body(reply, request)))

    @override
    def get(self, resource_uri: str, selectors: Mapping[str, str]) -> bytes:
        understand = _resource if selectors else partial(self._resources[resource_uri].read, read=_resource)
        return self._read(lambda: self._messages.get(resource_uri, selectors), understand)

    @override
    def put(self, resource_uri: str, selectors: Mapping[str, str], document: bytes) -> bytes:
        return read_resource(self._once(self._messages.put(resource_uri, selectors, document)))

    @override
    def invoke(self, resource_uri: str, action: str, selectors: Mapping[str, str], body: bytes) -> bytes:
        return read_resource(self._once(self._messages.invoke(resource_uri, action, selectors, body)))

    @override
    def create(
        self, resource_uri: str, selectors: Mapping[str, str], body: bytes, options: Mapping[str, str] | None = None
    ) -> Mapping[str, str]:
        return read_created(self._once(self._messages.create(resource_uri, selectors, body, options or {})))

    @override
    def delete(self, resource_uri: str, selectors: Mapping[str, str]) -> None:
        self._once(self._messages.delete(resource_uri, selectors))

    @override
    def enumerate(self, resource_uri: str, query: str = "") -> Iterator[bytes]:
        """Every instance, page by page. Closing the iterator early releases the enumeration on the host.

        A session lost between two pages starts the enumeration over, once; items already given are then compared
        and left out.

        Raises:
            ReplyError: among others, the enumeration passes the limits, or changed while it was started over.
        """
        tally = _Tally()
        try:
            yield from self._listed(resource_uri, query, tally)
        except ConnectionFailed as failure:
            if not _worth_repeating(failure):
                raise
            tally.start_over()
            yield from self._listed(resource_uri, query, tally)

    def associated(self, query: Associated) -> Iterator[bytes]:
        """Every instance that is associated with another one, page by page. Changes nothing."""
        page = self._exchange(self._messages.associated(query), _page)
        return self._pages(page, uris.ALL_OF_CIMV2, _Tally())

    @override
    def interrupt(self) -> None:
        self._wire.interrupt()

    @override
    def close(self) -> None:
        self._wire.close()

    def _listed(self, resource_uri: str, query: str, tally: _Tally) -> Iterator[bytes]:
        understand = _page if query else partial(self._first_pages[resource_uri].read, read=_page)
        page = self._exchange(self._messages.enumerate(resource_uri, query), understand)
        return self._pages(page, resource_uri, tally)

    def _pages(self, page: Page, resource_uri: str, tally: _Tally) -> Iterator[bytes]:
        thread = threading.get_ident()
        while True:
            try:
                yield from tally.fresh(page)
            except (GeneratorExit, ReplyError):
                # An iterator left lying about is closed by whichever thread drops it last; that one must not wait.
                if page.context is not None and threading.get_ident() == thread:
                    self._release(resource_uri, page.context)
                raise
            if page.context is None:
                return
            page = self._exchange(self._messages.pull(resource_uri, page.context), _page)

    def _release(self, resource_uri: str, context: str) -> None:
        with contextlib.suppress(WsmanError):  # a courtesy: the host forgets the enumeration by itself in time
            self._once(self._messages.release(resource_uri, context))

    def _read(self, make: Callable[[], RequestMessage], understand: Callable[[bytes, RequestMessage], _T]) -> _T:
        try:
            return self._exchange(make(), understand)
        except ConnectionFailed as failure:
            if not _worth_repeating(failure):
                raise
        return self._exchange(make(), understand)

    def _once(self, request: RequestMessage) -> etree._Element:
        return self._exchange(request, read_body)

    def _exchange(self, request: RequestMessage, understand: Callable[[bytes, RequestMessage], _T]) -> _T:
        self.exchanges += 1
        reply = self._wire.exchange(request.envelope)
        try:
            return understand(reply, request)
        except ReplyError:
            self._wire.reset()  # whatever the host is answering, it is no longer in step with us
            raise


def _page(reply: bytes, request: RequestMessage) -> Page:
    return read_page(read_body(reply, request))


def _resource(reply: bytes, request: RequestMessage) -> bytes:
    return read_resource(read_body(reply, request))


def _worth_repeating(failure: ConnectionFailed) -> bool:
    return failure.repeatable and failure.problem in (ConnectionFailureReason.DROPPED, ConnectionFailureReason.STALE)


@dataclass(slots=True)
class _Tally:
    """Counts an enumeration against the limits and remembers what was given, to start over without repeating."""

    given: list[int] = field(default_factory=list)
    position: int = 0
    octets: int = 0
    empty_pages: int = 0

    def start_over(self) -> None:
        self.position = self.octets = self.empty_pages = 0

    def fresh(self, page: Page) -> Iterator[bytes]:
        self._admit(page)
        for item in page.items:
            digest = hash(item)
            self.position += 1
            if self.position > len(self.given):
                self.given.append(digest)
                yield item
            elif self.given[self.position - 1] != digest:
                raise ReplyError("The configuration changed while it was being listed.")

    def _admit(self, page: Page) -> None:
        self.empty_pages = 0 if page.items else self.empty_pages + 1
        self.octets += sum(map(len, page.items))
        if self.position + len(page.items) > limits.MAX_ITEMS:
            raise ReplyError(f"The enumeration has more than {limits.MAX_ITEMS} items.")
        if self.octets > limits.MAX_ENUMERATION_OCTETS:
            raise ReplyError(f"The enumeration is larger than {limits.MAX_ENUMERATION_OCTETS} octets.")
        if self.empty_pages > limits.MAX_EMPTY_PAGES:
            raise ReplyError("The enumeration goes on without giving anything.")
