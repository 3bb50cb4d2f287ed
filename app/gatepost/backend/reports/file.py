"""A report as a file; its suffix tells the form, of which JSON is made here."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

from gatepost.backend.files.atomic_write import save_file
from gatepost.backend.reports.as_csv import as_csv
from gatepost.backend.reports.as_html import as_html
from gatepost.backend.reports.review import Review
from gatepost.backend.text import BACKEND
from gatepost.endpoints.errors import HostError

SCHEMA = 1


def as_json(review: Review) -> bytes:
    """Return the review as one JSON object with a schema version."""
    document = {
        "format": "gatepost report",
        "schema": SCHEMA,
        "made_at": review.made_at,
        "app_version": review.app_version,
        "hosts": [asdict(host) for host in review.hosts],
    }
    return (json.dumps(document, indent=1, default=lambda member: member.value) + "\n").encode()


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
