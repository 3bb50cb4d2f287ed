"""Fingerprints as people compare them."""

from __future__ import annotations

_HALF = 48  # characters: 16 octets with their colons


def grouped(fingerprint: str) -> str:
    """Return hexadecimal digits as capitals, in pairs with colons between: "AB:CD:EF"."""
    digits = fingerprint.upper()
    return ":".join(digits[start : start + 2] for start in range(0, len(digits), 2))


def in_two_lines(fingerprint: str) -> str:
    """Return ``grouped(fingerprint)`` of a SHA-256, cut in the middle."""
    written = grouped(fingerprint)
    return f"{written[:_HALF]}\n{written[_HALF:]}"
