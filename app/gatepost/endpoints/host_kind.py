"""Kind of a host."""

from __future__ import annotations

from enum import Enum, auto


class HostKind(Enum):
    """Kind of a host: how it is reached decides what is offered for it."""

    REMOTE = auto()  # a Windows host over the network
    PRACTICE = auto()  # the simulated host
    THIS_COMPUTER = auto()  # through Windows' own client, without a network
    FILE = auto()  # a snapshot or a registry export: shown, never written
