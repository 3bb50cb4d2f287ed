"""Holding back work that goes on beside the window, to look at the window meanwhile."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

import pytest


@dataclass
class BlockedCall:
    """Holds a function back, and notes the threads in which it is called."""

    open: threading.Event = field(default_factory=threading.Event)
    threads: set[int] = field(default_factory=set)

    def before(self, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
        real = getattr(module, name)

        def held(*arguments: Any, **named: Any) -> Any:
            self.threads.add(threading.get_ident())
            self.open.wait(20)
            return real(*arguments, **named)

        monkeypatch.setattr(module, name, held)
