"""Limits on the size and duration of a host's answers."""

from dataclasses import dataclass

MAX_ENVELOPE_SIZE = 512_000
"""Octets of an envelope that we ask a host to stay under: what current Windows allows (MaxEnvelopeSizekb 500)."""

MAX_REPLY_OCTETS = 4 * 1024 * 1024
"""Octets read per exchange, headers and authentication included; a host that respects our request needs an eighth."""

OPERATION_TIMEOUT = 50
"""Seconds that a host may work on one request, in the OperationTimeout header; below the read timeout."""


@dataclass(frozen=True, slots=True)
class EnumerationLimits:
    """Where an enumeration is cut. ``empty_pages`` counts pages in a row that carry no item."""

    items: int = 20_000
    octets: int = 64 * 1024 * 1024
    empty_pages: int = 20
