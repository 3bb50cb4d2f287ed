"""CSV that spreadsheets read as it is meant."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from gatepost.endpoints.visible import one_line

_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")  # the last four are their full-width forms


def csv_bytes(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    """Return CSV in UTF-8 with a byte order mark, which spreadsheets need to take it for UTF-8; no cell is a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    """An apostrophe in front makes a spreadsheet take what looks like a formula for text."""
    said = one_line(cell)
    return f"'{said}" if cell.lstrip().startswith(_FORMULA) else said
