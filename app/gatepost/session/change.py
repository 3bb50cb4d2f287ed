"""Change flags of a session: whoever shows it repaints what they name, and nothing else."""

from __future__ import annotations

from enum import Flag, auto


class Change(Flag):
    """The parts of a session that views ask for."""

    ACTIVITY = auto()  # what it is doing
    SNAPSHOT = auto()  # another reading of the host
    ERROR = auto()  # what went wrong, or that nothing did
    NAMES = auto()  # names of accounts, the endpoints being the same
    DRAFTS = auto()  # pending changes, conflicts, what can be undone
    ACCESS = auto()  # whether it may be written to


EVERYTHING = ~Change(0)
"""As when another session is shown."""
