import subprocess
import sys
import threading
import time
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer

from gatepost.jobs.job import JobState
from gatepost.jobs.runner import MAX_THREADS, JobRunner
from gatepost.work import ExpectedError, Progress
from tests.jobs.manual_runner import ManualRunner


@pytest.fixture
def runner(qapp):
    runner = JobRunner()
    yield runner
    assert runner.shutdown(5), "a test left a write running"


def wait_for_all(runner, qtbot):
    qtbot.waitUntil(lambda: not runner._live, timeout=10_000)


def record(job):
    """What a listener hears of the job, always in this thread."""
    seen = []

    def note(name, *values):
        seen.append((name, *values))
        assert threading.current_thread() is threading.main_thread()

    job.then(
        lambda result: note("done", result),
        lambda error: note("failed", str(error)),
        cancelled=lambda: note("cancelled"),
        crashed=lambda: note("crashed"),
        progressed=lambda progress: note("progressed", progress),
    )
    return seen


def test_a_result_and_its_progress_arrive_in_the_gui_thread(runner, qtbot):
    heard = threading.Event()

    def work(context):
        context.progress(1, 2)
        heard.wait(5)
        return threading.current_thread() is threading.main_thread()

    job = runner.submit("a", work)
    seen = record(job)
    job.then(progressed=lambda _: heard.set())
    wait_for_all(runner, qtbot)
    assert seen == [("progressed", Progress(1, 2)), ("done", False)]


def fail(context):
    raise ExpectedError("foreseen")


def test_an_expected_failure_is_data(runner, qtbot):
    job = runner.submit("a", fail)
    seen = record(job)
    wait_for_all(runner, qtbot)
    assert (seen, job.state) == ([("failed", "foreseen")], JobState.FAILED)


def test_an_expected_failure_that_nobody_takes_is_a_bug(runner, qtbot):
    job, heard = runner.submit("a", fail), []
    with qtbot.captureExceptions() as raised:
        job.then(lambda _: heard.append("done"), crashed=lambda: heard.append("crashed"))
        wait_for_all(runner, qtbot)
    assert [str(error) for _, error, _ in raised] == ["foreseen"]
    assert (heard, job.state) == (["crashed"], JobState.CRASHED)


def test_a_failure_that_one_listener_takes_is_a_crash_for_no_other(runner, qtbot):
    job, heard = runner.submit("a", fail), []
    job.then(failed=lambda error: heard.append(str(error)))
    job.then(crashed=lambda: heard.append("crashed"), cancelled=lambda: heard.append("cancelled"))
    wait_for_all(runner, qtbot)
    assert heard == ["foreseen"]


@pytest.mark.parametrize("kind", [ZeroDivisionError, SystemExit, KeyboardInterrupt])
def test_a_bug_is_reported_from_the_worker_and_its_lane_goes_on(runner, qtbot, monkeypatch, kind):
    def boom(context):
        raise kind("planted")

    reported = []
    monkeypatch.setattr(
        sys, "excepthook", lambda *found: reported.append((*found[:2], threading.current_thread().name))
    )
    job = runner.submit("a", boom)
    seen, following = record(job), record(runner.submit("a", lambda context: "next"))
    wait_for_all(runner, qtbot)
    assert [(type_, str(error), thread.rpartition("-")[0]) for type_, error, thread in reported] == [
        (kind, "planted", "lane-worker")
    ]
    assert (seen, job.state) == ([("crashed",)], JobState.CRASHED)
    assert following == [("done", "next")]


def test_jobs_of_a_lane_never_overlap(runner, qtbot):
    inside, order, overlaps = [], [], []

    def work(number):
        def run(context):
            inside.append(number)
            overlaps.append(len(inside) > 1)
            time.sleep(0.002)
            order.append(number)
            inside.remove(number)

        return run

    for number in range(20):
        runner.submit("a", work(number))
    wait_for_all(runner, qtbot)
    assert order == list(range(20))
    assert not any(overlaps)


def test_lanes_run_in_parallel(runner, qtbot):
    meeting = threading.Barrier(3, timeout=5)
    jobs = [runner.submit(lane, lambda context: meeting.wait()) for lane in "abc"]
    wait_for_all(runner, qtbot)
    assert [job.state for job in jobs] == [JobState.SUCCEEDED] * 3


def test_two_hundred_lanes_share_64_threads(runner, qtbot):
    lock, gate, running, most = threading.Lock(), threading.Event(), 0, 0

    def work(context):
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        gate.wait(10)
        with lock:
            running -= 1

    before = threading.active_count()
    done = []
    for lane in range(200):
        runner.submit(str(lane), work).then(lambda _: done.append(1))
    qtbot.waitUntil(lambda: running == MAX_THREADS, timeout=5000)
    assert threading.active_count() - before <= MAX_THREADS
    gate.set()
    wait_for_all(runner, qtbot)
    assert (len(done), most) == (200, MAX_THREADS)


def test_threads_are_used_again(runner, qtbot):
    threads = set()
    for _ in range(5):
        runner.submit("a", lambda context: threads.add(threading.current_thread().name))
        wait_for_all(runner, qtbot)
    assert len(threads) == 1


def test_cancelled_while_queued_never_runs(runner, qtbot):
    gate, ran = threading.Event(), []
    runner.submit("a", lambda context: gate.wait(5))
    second = runner.submit("a", lambda context: ran.append(2), writes=True)
    third = runner.submit("a", lambda context: ran.append(3))
    seen = record(second)
    assert second.cancel()
    assert seen == [("cancelled",)]
    gate.set()
    qtbot.waitUntil(lambda: third.is_finished, timeout=5000)
    assert ran == [3]


def test_cancelling_a_stuck_read_answers_at_once_and_drops_the_late_result(runner, qtbot):
    gate, started = threading.Event(), threading.Event()

    def stuck(context):
        started.set()
        gate.wait(5)
        return "late"

    job = runner.submit("a", stuck)
    seen = record(job)
    assert started.wait(5)
    assert job.cancel()
    assert seen == [("cancelled",)]
    following = record(runner.submit("a", lambda context: "next"))
    gate.set()
    wait_for_all(runner, qtbot)
    qtbot.wait(20)
    assert following[0] == ("done", "next")
    assert seen == [("cancelled",)]


def test_a_running_write_refuses_to_be_cancelled(runner, qtbot):
    gate = threading.Event()
    job = runner.submit("a", lambda context: gate.wait(5), writes=True)
    qtbot.waitUntil(lambda: job.state is JobState.RUNNING, timeout=5000)
    assert job.cancel() is False
    gate.set()
    qtbot.waitUntil(lambda: job.state is JobState.SUCCEEDED, timeout=5000)


def test_a_write_that_a_worker_already_took_cannot_be_cancelled(runner, qtbot):
    started, gate, cancelled = threading.Event(), threading.Event(), []

    def write(context):
        started.set()
        gate.wait(5)
        cancelled.append(context.token.cancelled)

    job = runner.submit("a", write, writes=True)
    assert started.wait(5)  # the worker is inside the write; no event was processed here yet
    assert job.cancel() is False
    gate.set()
    qtbot.waitUntil(lambda: job.state is JobState.SUCCEEDED, timeout=5000)
    assert cancelled == [False]


def test_polite_work_ends_between_its_round_trips(runner, qtbot):
    steps = []

    def work(context):
        for step in range(1000):
            steps.append(step)
            time.sleep(0.01)
            context.progress(step)

    job = runner.submit("a", work)
    qtbot.waitUntil(lambda: len(steps) > 2, timeout=5000)
    job.cancel()
    count = len(steps)
    qtbot.wait(60)
    assert len(steps) <= count + 1


def test_after_shutdown_no_work_is_taken(qapp):
    runner = JobRunner()
    assert runner.shutdown(1)
    with pytest.raises(RuntimeError):
        runner.submit("a", lambda context: None)


def test_shutdown_waits_for_a_write_and_delivers_its_end(qapp):
    runner, started, seen = JobRunner(), threading.Event(), []

    def write(context):
        started.set()
        time.sleep(0.2)
        return "written"

    job = runner.submit("a", write, writes=True)
    job.then(seen.append)
    assert started.wait(5)
    assert runner.shutdown(5)
    assert seen == ["written"]


def test_waiting_for_a_write_leaves_the_processor_to_it(qapp):
    runner, started = JobRunner(), threading.Event()
    runner.submit("a", lambda context: (started.set(), time.sleep(0.5)), writes=True)
    assert started.wait(5)
    busy = time.process_time()
    assert runner.shutdown(5)
    assert time.process_time() - busy < 0.25


def test_shutdown_tells_that_a_write_is_still_running(qapp):
    runner, started, gate = JobRunner(), threading.Event(), threading.Event()
    runner.submit("a", lambda context: (started.set(), gate.wait(5)), writes=True)
    assert started.wait(5)
    assert runner.shutdown(0.1) is False
    gate.set()


EXIT = """
import socket
from PySide6.QtCore import QCoreApplication, QTimer
from gatepost.jobs.runner import JobRunner
app = QCoreApplication([])
runner = JobRunner()
server = socket.create_server(("127.0.0.1", 0))
def stuck(context):
    with socket.create_connection(server.getsockname()) as connection:
        connection.settimeout(30)
        connection.recv(1)
for lane in range(3):
    runner.submit(str(lane), stuck)
QTimer.singleShot(200, app.quit)
app.exec()
print("clean", runner.shutdown(1.0))
"""


def test_the_process_ends_at_once_while_reads_hang():
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-c", EXIT], capture_output=True, text=True, timeout=25, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "clean True", "")
    assert time.monotonic() - begun < 15  # the reads would take 30 seconds


def test_the_manual_runner_shows_the_loading_state(qapp):
    runner = ManualRunner()
    job = runner.submit("a", lambda context: 42)
    seen = record(job)
    assert job.state is JobState.QUEUED
    assert seen == []
    runner.run_all()
    assert seen == [("done", 42)]


def test_the_manual_runner_skips_what_was_cancelled(qapp):
    runner, ran = ManualRunner(), []
    job = runner.submit("a", lambda context: ran.append(1))
    assert job.cancel()
    assert runner.run_next() is job
    assert ran == []


def test_results_that_come_all_at_once_leave_the_window_its_turn(runner, qtbot):
    """A timer of the GUI thread gets round between the results, however many there are."""
    beats, ended = [], []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: beats.append(len(ended)))
    jobs = [runner.submit(str(number), lambda context: None) for number in range(40)]
    for job in jobs:
        job.then(lambda _: (time.sleep(0.002), ended.append(1)))
    time.sleep(0.3)  # the workers are done, and this thread has not looked yet
    timer.start()
    wait_for_all(runner, qtbot)
    assert len(ended) == 40
    assert len({count for count in beats if 0 < count < 40}) >= 3


def test_of_progress_that_nobody_had_time_for_the_latest_counts(runner, qtbot):
    heard = threading.Event()

    def work(context):
        for number in range(1000):
            context.progress(number, 1000)
        heard.wait(5)

    job = runner.submit("a", work)
    seen = record(job)
    job.then(progressed=lambda _: heard.set())
    time.sleep(0.2)
    wait_for_all(runner, qtbot)
    assert seen == [("progressed", Progress(999, 1000)), ("done", None)]


def test_progress_is_not_told_after_the_end(runner, qtbot):
    job = runner.submit("a", lambda context: context.progress(1, 1))
    seen = record(job)
    wait_for_all(runner, qtbot)
    qtbot.wait(120)
    assert seen == [("done", None)]


def test_a_listener_that_raises_stops_neither_the_others_nor_the_lane(runner, qtbot):
    def broken(_):
        raise RuntimeError("of the listener")

    with qtbot.captureExceptions() as raised:
        seen = record(runner.submit("a", lambda context: 1).then(broken))
        following = record(runner.submit("a", lambda context: 2))
        wait_for_all(runner, qtbot)
    assert [str(error) for _, error, _ in raised] == ["of the listener"]
    assert (seen, following) == ([("done", 1)], [("done", 2)])


def test_a_deleted_object_hears_of_nothing(runner, qtbot):
    heard = []

    class Receiver(QObject):
        def take(self, number, result):
            heard.append((number, result))

    gone, there = Receiver(), Receiver()
    for number, receiver in enumerate((gone, there)):
        runner.submit("a", lambda context: "result").then(partial(receiver.take, number))
    shiboken6.delete(gone)
    wait_for_all(runner, qtbot)
    assert heard == [(1, "result")]


def test_a_slot_that_runs_an_event_loop_of_its_own_gets_other_results_in_it(runner, qtbot):
    other = []

    def nested(_):
        qtbot.waitUntil(lambda: bool(other), timeout=5000)

    first, second = runner.submit("a", lambda context: None), runner.submit("b", lambda context: None)
    first.then(nested)
    second.then(other.append)
    time.sleep(0.1)
    wait_for_all(runner, qtbot)
    assert other == [None]
