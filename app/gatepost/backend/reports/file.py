"""A report as a file; its suffix tells the form. JSON and CSV are made here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from gatepost.backend.files.atomic_write import save_file
from gatepost.backend.files.csv_text import csv_bytes
from gatepost.backend.reports.as_html import as_html
from gatepost.backend.reports.review import Review, ReviewedEndpoint, ReviewedEntry, ReviewedHost
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import BACKEND

SCHEMA = 1
_CSV_HEAD = (
    "Host", "Read at", "Account", "Problem", "Endpoint", "PowerShell", "Kind", "Run as", "Access", "Reason",
    "Access over the network", "Access locally", "Findings",
    "Entry", "Principal", "SID", "Rights", "Condition", "Inherited", "Applies to",
)  # fmt: skip
_NO_ENTRY = ReviewedEntry("", "", "", "", "", False, "")


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


def as_csv(review: Review) -> bytes:
    """Return the review as CSV; no cell of it is a formula to a spreadsheet."""
    return csv_bytes(_CSV_HEAD, (row for host in review.hosts for row in _rows(host)))


def _rows(host: ReviewedHost) -> Iterator[tuple[str, ...]]:
    about = (host.name, host.read_at, host.account)
    blank = ("",) * (len(_CSV_HEAD) - len(about) - 1)
    for finding in host.findings:
        yield (*about, finding.text, *blank)
    if host.problem or not (host.endpoints or host.unreadable):
        yield (*about, host.problem or "No PowerShell endpoints.", *blank)
    for plugin in host.unreadable:
        yield (*about, plugin.problem, plugin.name, *blank[1:])
    for endpoint in host.endpoints:
        for entry in endpoint.entries or (_NO_ENTRY,):
            yield (*about, "", *_endpoint(endpoint), *_entry(entry))


def _endpoint(endpoint: ReviewedEndpoint) -> tuple[str, ...]:
    return (
        endpoint.name,
        endpoint.powershell,
        endpoint.kind,
        endpoint.run_as,
        endpoint.mode.value,
        endpoint.reason,
        "; ".join(endpoint.network),
        "; ".join(endpoint.local),
        " ".join(f"{finding.severity.value.capitalize()}: {finding.text}" for finding in endpoint.findings),
    )


def _entry(entry: ReviewedEntry) -> tuple[str, ...]:
    inherited = "yes" if entry.inherited else ""
    return entry.type, entry.principal, entry.sid, entry.rights, entry.condition, inherited, entry.resource


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
