"""The installed PySide6 is sound: it keeps its references to the singletons (PYSIDE-3474)."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, Signal

MANY_EMITS = """
from PySide6.QtCore import QObject, Signal
class Probe(QObject):
    ping = Signal(object)
probe = Probe()
for _ in range(2000):
    probe.ping.emit(None)
    probe.setObjectName("x")
print("alive")
"""


class Probe(QObject):
    ping = Signal()


@pytest.mark.parametrize("singleton", [True, None], ids=repr)
def test_qt_calls_keep_singleton_references(qapp, singleton):
    probe = Probe()
    probe.ping.emit()
    before = sys.getrefcount(singleton)
    for _ in range(50):
        probe.ping.emit()
        probe.setObjectName("x")
    assert abs(sys.getrefcount(singleton) - before) < 25


def test_a_process_survives_two_thousand_emits():
    done = subprocess.run([sys.executable, "-c", MANY_EMITS], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
