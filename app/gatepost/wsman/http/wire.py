"""Wire to a remote host: when a session can be used, and when it has to be replaced."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from gatepost.wsman.errors import ConnectionFailed, ConnectionFailureReason, Delivery

IDLE_LIMIT = 100.0
"""Seconds after which a session is rebuilt before use; Windows drops idle connections after 120."""


class ConnectionGone(Exception):
    """The session's connection ended before anything of the request was sent: a new session may send it."""


@dataclass(frozen=True, slots=True)
class Login:
    """Who was proven to the host and how, in words for the user; ``account`` "" where that is not known."""

    account: str
    authentication: str


class Session(Protocol):
    """One authenticated conversation, begun by the first exchange; of no use after any exception."""

    @property
    def login(self) -> Login: ...

    def exchange(self, envelope: bytes) -> bytes: ...

    def abort(self) -> None: ...

    def close(self) -> None: ...


class RemoteWire:
    """Keeps one session per host, one exchange at a time, and replaces it whenever it may not be good any more.

    Threads: ``exchange`` and ``reset`` belong to the thread of the host's lane and hold the lock, under which alone the
    session is opened or dropped. ``interrupt`` and ``close`` may come from any thread at any time: they set a flag, abort
    the session that there is, and leave dropping it to the thread that holds the lock.
    """

    def __init__(self, open_session: Callable[[], Session]) -> None:
        self._open_session = open_session
        self._lock = threading.Lock()
        self._session: Session | None = None
        self._last_used = 0.0
        self._closed = False
        self._interrupted = False
        self._login: Login | None = None

    @property
    def login(self) -> Login | None:
        """How the last exchange that worked was logged on; None before the first."""
        return self._login

    def exchange(self, envelope: bytes) -> bytes:
        """Send once and wait.

        Raises:
            WsmanError: no envelope came back; ``may_have_changed_host`` tells whether the host may have acted.
        """
        try:
            with self._lock:
                self._interrupted = False
                return self._exchange(envelope)
        finally:
            if self._closed:
                self._drop_if_free()

    def reset(self) -> None:
        """Have the next exchange begin with a new session."""
        with self._lock:
            self._drop()

    def interrupt(self) -> None:
        """End an exchange under way; the next one begins with a new session. Callable from any thread."""
        self._interrupted = True  # a session may still be in the making, or about to be replaced
        session = self._session
        if session is not None:
            session.abort()

    def close(self) -> None:
        """End the session and an exchange under way; callable from any thread, again and again."""
        self._closed = True
        session = self._session
        if session is not None:
            session.abort()
        self._drop_if_free()

    def _exchange(self, envelope: bytes) -> bytes:
        try:
            reply = self._send(envelope)
        except BaseException:
            # A session that met any trouble may go on in clear or under a key of the past.
            self._drop()
            raise
        self._last_used = time.monotonic()
        return reply

    def _send(self, envelope: bytes) -> bytes:
        if time.monotonic() - self._last_used > IDLE_LIMIT:
            self._drop()
        for _ in range(2):
            try:
                return self._ask(envelope)
            except ConnectionGone:
                self._drop()
        raise ConnectionFailed(ConnectionFailureReason.DROPPED, delivery=Delivery.NOT_SENT)

    def _ask(self, envelope: bytes) -> bytes:
        session = self._ready_session()
        reply = session.exchange(envelope)
        self._login = session.login
        return reply

    def _ready_session(self) -> Session:
        session = self._session
        if session is None:
            session = self._session = self._open_session()
        # Looked at last: a close() or interrupt() from another thread either finds the session above or is seen here.
        if self._closed or self._interrupted:
            raise ConnectionFailed(ConnectionFailureReason.CLOSED, delivery=Delivery.NOT_SENT)
        return session

    def _drop(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _drop_if_free(self) -> None:
        # The thread that holds the lock looks at _closed once more after giving it back.
        if self._lock.acquire(blocking=False):
            try:
                self._drop()
            finally:
                self._lock.release()
