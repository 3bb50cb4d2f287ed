"""Limits on the size and duration of a host's answers."""

MAX_ENVELOPE_SIZE = 512_000
"""Octets of an envelope that we ask a host to stay under: what current Windows allows (MaxEnvelopeSizekb 500)."""

MAX_REPLY_OCTETS = 4 * 1024 * 1024
"""Octets read per exchange, headers and authentication included; a host that respects our request needs an eighth."""

OPERATION_TIMEOUT = 50
"""Seconds that a host may work on one request, in the OperationTimeout header; below the read timeout."""

MAX_ITEMS = 20_000
"""Items after which an enumeration is cut."""

MAX_ENUMERATION_OCTETS = 64 * 1024 * 1024
"""Octets of items after which an enumeration is cut."""

MAX_EMPTY_PAGES = 20
"""Pages in a row without an item after which an enumeration is cut."""
