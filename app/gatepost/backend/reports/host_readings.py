"""Reading many hosts at the same time, each within a time limit of its own."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from gatepost.backend.failures.details import scrubbed
from gatepost.backend.host.account_naming import AccountNaming, with_domains
from gatepost.backend.host.host import Host
from gatepost.backend.reports.review import ReviewedHost, reviewed_host, with_settings
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError, Result
from gatepost.endpoints.host.exposure import RemainingExposure
from gatepost.endpoints.text import BACKEND
from gatepost.security import stopping_evaluation
from gatepost.work import Cancelled, CancelToken, WorkContext
from gatepost.wsman.login.attempts import around_waits

log = logging.getLogger(__name__)

AT_ONCE = 16  # hosts
_MOST_TURNS = 10  # times as long as its own limit, that a host waits for its turn to log on
_GRACE = 5.0  # seconds between asking a reading to stop and going on without it

Opener = Callable[[], Host]


class HostReading:
    """One host, read and reviewed in a thread of its own. ``outcome`` is there once it has ended."""

    def __init__(self, name: str, opened: Opener, seconds: float) -> None:
        self.name = name
        self.outcome: ReviewedHost | None = None
        self.not_asked = 0
        """Accounts whose names were not asked for: there are too many, or the host is too slow."""
        self.settings_missing = False
        """Whether time was over before all settings of the host were read; its endpoints were."""
        self._so_far: ReviewedHost | None = None  # with its endpoints, and without its settings
        self._opened = opened
        self._seconds = seconds
        self._token = CancelToken()  # of what the host is asked
        self._given_up = CancelToken()  # of what is worked out from its answers
        self._deadline = 0.0
        self._paused_at: float | None = None
        self._pause_left = _MOST_TURNS * seconds

    def start(self, ended: queue.SimpleQueue[HostReading]) -> None:
        """Begin, and tell ``ended`` once it is over."""

        def run() -> None:
            with around_waits(self._paused):
                outcome = self._whatever_happens()
            if self.outcome is None:  # the report hasn't gone on without it
                self.outcome = outcome
            ended.put(self)

        self._deadline = time.monotonic() + self._seconds
        # A thread that nothing can stop, such as one in the system's name lookup, must not keep the program alive.
        threading.Thread(target=run, name=f"report {self.name}", daemon=True).start()

    def time_left(self) -> float:
        """Seconds until ``too_late`` has something to do."""
        now = time.monotonic()
        paused = min(now - self._paused_at, self._pause_left) if self._paused_at is not None else 0.0
        return self._deadline + paused + (_GRACE if self._token.cancelled else 0.0) - now

    @contextmanager
    def _paused(self) -> Iterator[None]:
        """While another host is asked about the same password, no time of this one passes, up to a limit."""
        self._paused_at = began = time.monotonic()
        try:
            yield
        finally:
            paused = min(time.monotonic() - began, self._pause_left)
            self._pause_left -= paused
            self._deadline += paused
            self._paused_at = None

    def too_late(self) -> ReviewedHost | None:
        """Stop it once its time is over. Return that it failed where it does not stop either; None while it may."""
        if self.time_left() > 0:
            return None
        if self._token.cancelled:
            self._given_up.cancel()
            return self._failed_in_time()
        self._token.cancel()
        return None

    def _whatever_happens(self) -> ReviewedHost:
        try:
            return self._reviewed()
        except HostError as error:
            return self._failed(self._out_of_time() if self._token.cancelled else error)
        except Cancelled:
            return self._failed_in_time()
        except Exception as error:
            log.exception("the report on one host failed")
            return self._failed(_unexpected(error))

    def _reviewed(self) -> ReviewedHost:
        self._token.raise_if_cancelled()
        host = self._opened()
        try:
            with self._token.stopping(host.interrupt), stopping_evaluation(self._given_up.raise_if_cancelled):
                snapshot = self._named(host, host.read_snapshot(WorkContext(self._token)))
                self._so_far = reviewed_host(snapshot, self._out_of_time())
                return with_settings(self._so_far, self._exposure(host), snapshot)
        finally:
            host.close()

    def _named(self, host: Host, snapshot: HostSnapshot) -> HostSnapshot:
        """No name is asked for once a quarter of the time that is left is over: without names a report is still one."""
        end = time.monotonic() + self.time_left() / 4
        naming, context = AccountNaming(), WorkContext(self._token)
        sids: tuple[str, ...] = ()
        with suppress(Cancelled):  # the time of the host is over: the names that it has given so far will do
            snapshot = with_domains(snapshot, host)
            while (
                (sids := naming.next_sids(snapshot, at_once=1))
                and time.monotonic() <= end
                and not self._token.cancelled
            ):
                names = host.principals.names(sids, context)
                snapshot = replace(snapshot, accounts=snapshot.accounts.with_names(names))
        self.not_asked = len(sids) + naming.left(snapshot)
        return snapshot

    def _exposure(self, host: Host) -> Result[RemainingExposure]:
        """What surrounds the endpoints, as far as the host answers in time."""
        try:
            exposure = host.reader.exposure(WorkContext(self._token))
        except Cancelled:
            self.settings_missing = True
            return self._out_of_time()
        except Exception as error:
            log.exception("the settings of one host could not be read")
            self.settings_missing = True
            return _unexpected(error)
        self.settings_missing = self._token.cancelled
        return exposure

    def _failed_in_time(self) -> ReviewedHost:
        """What was read until now, where the endpoints are among it."""
        if self._so_far is None:
            return self._failed(self._out_of_time())
        self.settings_missing = True
        return self._so_far

    def _failed(self, error: HostError) -> ReviewedHost:
        return ReviewedHost(self.name, problem=error.on_command_line)

    def _out_of_time(self) -> HostError:
        return HostError(
            BACKEND.tr(
                "Reading didn't finish within {seconds} seconds. Check the connection, then try again.",
                seconds=f"{self._seconds:g}",
            )
        )


def _unexpected(error: Exception) -> HostError:
    return HostError(BACKEND.tr("Unexpected error: {said}", said=scrubbed(f"{type(error).__name__}: {error}")))


def read_hosts(hosts: Iterable[tuple[str, Opener]], seconds: float) -> tuple[HostReading, ...]:
    """Read all hosts, a few at a time; each ends with an outcome, within ``seconds`` and a few more."""
    readings = tuple(HostReading(name, opened, seconds) for name, opened in hosts)
    waiting, running = deque(readings), set[HostReading]()
    ended = queue.SimpleQueue[HostReading]()
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            reading = waiting.popleft()
            running.add(reading)
            reading.start(ended)
        try:
            running.discard(ended.get(timeout=max(0.0, min(reading.time_left() for reading in running))))
        except queue.Empty:
            for reading in tuple(running):
                if (outcome := reading.too_late()) is not None:
                    reading.outcome = outcome
                    running.discard(reading)
    return readings
