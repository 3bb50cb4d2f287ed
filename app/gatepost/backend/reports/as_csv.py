"""A review as CSV, one row for each entry; spreadsheets take no cell of it for a formula."""

from __future__ import annotations

from collections.abc import Iterator

from gatepost.backend.files.csv_text import csv_bytes
from gatepost.backend.reports.review import Review, ReviewedEndpoint, ReviewedEntry, ReviewedHost

_HEAD = (
    "Host", "Read at", "Account", "Problem", "Endpoint", "PowerShell", "Kind", "Run as", "Access", "Reason",
    "Access over the network", "Access locally", "Findings",
    "Entry", "Principal", "SID", "Rights", "Condition", "Inherited", "Applies to",
)  # fmt: skip
_NO_ENTRY = ReviewedEntry("", "", "", "", "", False, "")


def as_csv(review: Review) -> bytes:
    """Return the review as CSV; no cell of it is a formula to a spreadsheet."""
    return csv_bytes(_HEAD, (row for host in review.hosts for row in _rows(host)))


def _rows(host: ReviewedHost) -> Iterator[tuple[str, ...]]:
    about = (host.name, host.read_at, host.account)
    blank = ("",) * (len(_HEAD) - len(about) - 1)
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
