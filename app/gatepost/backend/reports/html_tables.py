"""Tables of the HTML report: entries, who has access, services and firewall. All text is escaped here."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from gatepost.backend.reports.review import ReviewedEndpoint, ReviewedEntry, ReviewedHost
from gatepost.endpoints.access.findings import Severity
from gatepost.endpoints.host.exposure import ExposureStatus
from gatepost.endpoints.visible import one_line

_STATUS = {
    ExposureStatus.CLOSED: "Closed",
    ExposureStatus.OPEN: "Open",
    ExposureStatus.POLICY: "Set by policy",
    ExposureStatus.OTHER: "Mixed",
    ExposureStatus.UNKNOWN: "Couldn't be read",
}


def escaped(text: str) -> str:
    """Return text as HTML, on one line, with control and direction characters made visible."""
    return html.escape(one_line(text))


def endpoint_id(host: int, number: int) -> str:
    """Return the anchor of an endpoint; both numbers are 0-based."""
    return f"endpoint-{host}-{number}"


def summary_tables(host_number: int, host: ReviewedHost) -> str:
    """Return what stands before the endpoints of a host: who has access, services and firewall, RootSDDL."""
    parts: list[str] = []
    if host.endpoints:
        head = ["Endpoint", "Access", "Over the network", "Locally", "Warnings"]
        rows = (_access_cells(host_number, number, each) for number, each in enumerate(host.endpoints))
        parts += [_card("Who has access", _table(head, rows))]
    if host.settings:
        head = ["Item", "State", "Meaning", "Status"]
        cells = ((each.title, each.state, each.meaning, _STATUS[each.standing]) for each in host.settings)
        parts += [_card("Services and firewall", _table(head, (map(escaped, row) for row in cells)))]
    if host.root_sddl:
        sddl = f"<p><code>{escaped(host.root_sddl)}</code></p>"
        parts += [_card("RootSDDL", entry_table(host.root_entries, with_resource=False) + sddl)]
    return "\n".join(parts)


def _card(title: str, body: str) -> str:
    return f'<div class="card">\n<h3>{title}</h3>\n{body}\n</div>'


def _access_cells(host_number: int, number: int, endpoint: ReviewedEndpoint) -> Iterator[str]:
    yield f'<a href="#{endpoint_id(host_number, number)}">{escaped(endpoint.name)}</a>'
    yield escaped(endpoint.mode.value)
    for people in (endpoint.network, endpoint.local):
        yield escaped(", ".join(people) or "-") if endpoint.enabled else "disabled"
    yield str(sum(finding.severity is Severity.WARNING for finding in endpoint.findings) or "")


def entry_table(entries: tuple[ReviewedEntry, ...], *, with_resource: bool = True) -> str:
    """Return the entries of one endpoint as a table."""
    if not entries:
        return '<p class="muted">No entries.</p>'
    several = with_resource and (len({entry.resource for entry in entries}) > 1 or entries[0].resource == "RootSDDL")
    conditional = any(entry.condition for entry in entries)
    head = ["Type", "Principal", "Rights", *(["Condition"] if conditional else []), "SID"]
    head += ["Applies to"] if several else []
    return _table(head, (_entry_cells(entry, conditional=conditional, several=several) for entry in entries), "entries")


def _entry_cells(entry: ReviewedEntry, *, conditional: bool, several: bool) -> Iterable[str]:
    tone = {"Deny": "deny", "Allow": "allow"}.get(entry.type, "")
    inherited = ", inherited" if entry.inherited else ""
    yield f'<span class="{tone}">{escaped(entry.type + inherited)}</span>'
    yield escaped(entry.principal)
    yield escaped(entry.rights)
    if conditional:
        yield escaped(entry.condition)
    yield f"<code>{escaped(entry.sid)}</code>"
    if several:
        yield f"<code>{escaped(entry.resource)}</code>"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]], kind: str = "") -> str:
    titles = "".join(f'<th scope="col">{title}</th>' for title in head)
    body = "\n".join(map(_row, rows))
    named = f' class="{kind}"' if kind else ""
    return f"<table{named}>\n<thead><tr>{titles}</tr></thead>\n<tbody>{body}</tbody>\n</table>"


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
