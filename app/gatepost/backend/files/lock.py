"""Lock for a file: one program at a time."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 10.0  # seconds for which a lock is waited for
_PAUSE = 0.02


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other programs out; the system lets go of the lock when this one ends, however it ends.

    Raises:
        OSError: the file cannot be made, or on Windows another program has held the lock for ten seconds.
    """
    with path.open("ab") as file:
        if sys.platform == "win32":
            import msvcrt

            deadline = time.monotonic() + _PATIENCE
            while True:
                file.seek(0)
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # waiting itself, it would look once a second
                    break
                except OSError:
                    if time.monotonic() > deadline:
                        raise
                time.sleep(_PAUSE)
            try:
                yield
            finally:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
            yield
