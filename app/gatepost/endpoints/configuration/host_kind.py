"""What a host in the window is."""

from __future__ import annotations

from enum import Enum, auto


class HostKind(Enum):
    """How a host is reached decides what is offered for it."""

    REMOTE = auto()  # a Windows host over the network
    PRACTICE = auto()  # the simulated host
    THIS_COMPUTER = auto()  # through Windows' own client, without a network
    FILE = auto()  # a snapshot or a registry export: shown, never written
