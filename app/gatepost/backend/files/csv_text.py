"""CSV files that are safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from gatepost.endpoints.visible import one_line

_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20"  # the last four are their full-width forms
# Where a spreadsheet that separates cells by semicolons would begin a cell with a formula.
_STARTS_FORMULA = re.compile(rf"(^|;)(?=[\s\"]*[{_FORMULA}])")


def csv_bytes(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    """Return CSV in UTF-8 with a byte order mark, which spreadsheets need to take it for UTF-8; no cell is a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    """Return the cell as one line, with an apostrophe before whatever a spreadsheet would take for a formula.

    Tabs cannot separate cells: they are made visible.
    """
    return one_line(_STARTS_FORMULA.sub(r"\1'", cell))
