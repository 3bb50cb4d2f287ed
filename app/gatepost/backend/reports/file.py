"""A report as a file; its suffix tells the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from gatepost.backend.files.atomic_write import save_file
from gatepost.backend.reports.as_csv import as_csv
from gatepost.backend.reports.as_html import as_html
from gatepost.backend.reports.as_json import as_json
from gatepost.backend.reports.review import Review
from gatepost.backend.text import BACKEND
from gatepost.endpoints.errors import HostError

FORMS: Mapping[str, Callable[[Review], bytes]] = {".html": as_html, ".csv": as_csv, ".json": as_json}


def is_report_name(path: Path) -> bool:
    """Whether the suffix names a form."""
    return path.suffix.lower() in FORMS


def write_report(path: Path, review: Review) -> None:
    """Write a review in the form that the suffix names: .html, .csv or .json.

    Raises:
        HostError: another suffix, or the file cannot be written; what was there before is still there.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise HostError(
            BACKEND.tr('"{name}" isn\'t a valid name for a report.', name=path.name),
            BACKEND.tr("Use the extension .html, .csv or .json."),
        )
    save_file(path, form(review), private=False)
