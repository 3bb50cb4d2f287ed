"""A review as one HTML page without scripts or anything from elsewhere: to read, to print, to send.

Everything that comes from a host goes through ``_escaped``, which escapes it.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from gatepost.backend.reports.html_style import STYLE
from gatepost.backend.reports.review import Review, ReviewedEndpoint, ReviewedEntry, ReviewedFinding, ReviewedHost
from gatepost.endpoints.access.findings import Severity
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.host.exposure import ExposureStatus
from gatepost.endpoints.moments import moment_text
from gatepost.endpoints.visible import one_line

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

_UNREAD = "Couldn't be read."
_STATUS = {
    ExposureStatus.CLOSED: "Closed",
    ExposureStatus.OPEN: "Open",
    ExposureStatus.POLICY: "Set by policy",
    ExposureStatus.OTHER: "Mixed",
    ExposureStatus.UNKNOWN: "Couldn't be read",
}


def as_html(review: Review) -> bytes:
    """Return the review as a page in UTF-8."""
    body = "\n".join([_heading(review), _overview(review), *map(_host, range(len(review.hosts)), review.hosts)])
    page = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_escaped(_title(review))}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _title(review: Review) -> str:
    names = [host.name for host in review.hosts]
    return f"Session configurations: {', '.join(names) if len(names) <= 3 else f'{len(names)} hosts'}"


def _heading(review: Review) -> str:
    endpoints = sum(len(host.endpoints) for host in review.hosts)
    parts = [_count(len(review.hosts), "host"), _count(endpoints, "endpoint")]
    parts += [f"{len(review.failed)} couldn't be read"] if review.failed else []
    subtitle = f"{', '.join(parts)}. Created {moment_text(review.made_at)} with Gatepost {review.app_version}."
    return f'<h1>PowerShell session configurations</h1>\n<p class="muted">{_escaped(subtitle)}</p>'


def _count(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number} {noun}s"


def _overview(review: Review) -> str:
    head = ["Host", *(mode.value for mode in AccessMode), "Warnings", "Read"]
    rows = "\n".join(map(_overview_row, range(len(review.hosts)), review.hosts))
    cells = "".join(
        f'<th scope="col"{_number(is_number=0 < column < 6)}>{title}</th>' for column, title in enumerate(head)
    )
    return f'<div class="card"><table>\n<thead><tr>{cells}</tr></thead>\n<tbody>{rows}</tbody>\n</table></div>'


def _number(*, is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _overview_row(host_number: int, host: ReviewedHost) -> str:
    name = f'<td><a href="#host-{host_number}">{_escaped(host.name)}</a></td>'
    if host.problem:
        return f'<tr>{name}<td colspan="6" class="problem">{_UNREAD} {_escaped(host.problem)}</td></tr>'
    findings = [*host.findings, *(f for endpoint in host.endpoints for f in endpoint.findings)]
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    numbers = [*(host.count(mode) for mode in AccessMode), warnings]
    cells = "".join(f'<td class="number">{number}</td>' for number in numbers)
    return f"<tr>{name}{cells}<td>{_escaped(moment_text(host.read_at))}</td></tr>"


def _host(host_number: int, host: ReviewedHost) -> str:
    head = f'<section>\n<h2 id="host-{host_number}">{_escaped(host.name)}</h2>'
    if host.problem:
        return f'{head}\n<p class="problem">{_UNREAD} {_escaped(host.problem)}</p>\n</section>'
    cards = "\n".join(_endpoint(host_number, number, each) for number, each in enumerate(host.endpoints))
    parts = [
        head,
        _about(host),
        _summary_tables(host_number, host),
        cards or "<p>No PowerShell endpoints.</p>",
        "</section>",
    ]
    return "\n".join(part for part in parts if part)


def _about(host: ReviewedHost) -> str:
    encrypted = "encrypted" if host.encrypted else "not encrypted"
    how = f"as {host.account}, {host.authentication}, {encrypted}" if host.account else "from a registry export"
    practice = "A simulated practice host. " if host.practice else ""
    lines = [f'<p class="muted">{_escaped(f"{practice}Read {how}, {moment_text(host.read_at)}.")}</p>']
    lines += [f'<p class="problem">{_escaped(finding.text)}</p>' for finding in host.findings]
    for plugin in host.unreadable:
        lines.append(f'<p class="problem">{_escaped(f"{plugin.name} cannot be understood: {plugin.problem}")}</p>')
    if host.other_plugins:
        others = ", ".join(host.other_plugins)
        lines.append(f'<p class="muted">{_escaped(f"Other plug-ins: {others}.")}</p>')
    return "\n".join(lines)


def _endpoint(host: int, number: int, endpoint: ReviewedEndpoint) -> str:
    facts = [f"PowerShell {endpoint.powershell}", endpoint.kind]
    facts += [f"runs as {endpoint.run_as}"] if endpoint.run_as else []
    mode = f'<span class="mode {endpoint.mode.value.lower()}">{_escaped(endpoint.mode.value)}</span>'
    parts = [
        f'<article class="card">\n<div class="title"><h3 id="{_endpoint_id(host, number)}">{_escaped(endpoint.name)}</h3>'
        f"{mode}</div>",
        f'<p class="muted">{_escaped(" · ".join(facts))}</p>',
        f"<p>{_escaped(endpoint.who)}</p>" if endpoint.enabled else "<p>Disabled: no one can open a session.</p>",
        _findings(endpoint.findings),
        _entry_table(endpoint.entries),
        *(f"<p><code>{_escaped(sddl)}</code></p>" for sddl in endpoint.descriptors),
        "</article>",
    ]
    return "\n".join(part for part in parts if part)


def _findings(findings: tuple[ReviewedFinding, ...]) -> str:
    items = "".join(map(_finding, findings))
    return f'<ul class="findings">{items}</ul>' if items else ""


def _finding(finding: ReviewedFinding) -> str:
    if finding.severity is Severity.WARNING:
        return f'<li class="warning"><b>Warning:</b> {_escaped(finding.text)}</li>'
    return f'<li class="info">{_escaped(finding.text)}</li>'


def _escaped(text: str) -> str:
    """Return text as HTML, on one line, with control and direction characters made visible."""
    return html.escape(one_line(text))


def _endpoint_id(host: int, number: int) -> str:
    """Return the anchor of an endpoint; both numbers are 0-based."""
    return f"endpoint-{host}-{number}"


def _summary_tables(host_number: int, host: ReviewedHost) -> str:
    """Return what stands before the endpoints of a host: who has access, services and firewall, RootSDDL."""
    parts: list[str] = []
    if host.endpoints:
        head = ["Endpoint", "Access", "Over the network", "Locally", "Warnings"]
        rows = (_access_cells(host_number, number, each) for number, each in enumerate(host.endpoints))
        parts += [_card("Who has access", _table(head, rows))]
    if host.settings:
        head = ["Item", "State", "Meaning", "Status"]
        cells = ((each.title, each.state, each.meaning, _STATUS[each.standing]) for each in host.settings)
        parts += [_card("Services and firewall", _table(head, (map(_escaped, row) for row in cells)))]
    if host.root_sddl:
        sddl = f"<p><code>{_escaped(host.root_sddl)}</code></p>"
        parts += [_card("RootSDDL", _entry_table(host.root_entries, with_resource=False) + sddl)]
    return "\n".join(parts)


def _card(title: str, body: str) -> str:
    return f'<div class="card">\n<h3>{title}</h3>\n{body}\n</div>'


def _access_cells(host_number: int, number: int, endpoint: ReviewedEndpoint) -> Iterator[str]:
    yield f'<a href="#{_endpoint_id(host_number, number)}">{_escaped(endpoint.name)}</a>'
    yield _escaped(endpoint.mode.value)
    for people in (endpoint.network, endpoint.local):
        yield _escaped(", ".join(people) or "-") if endpoint.enabled else "disabled"
    yield str(sum(finding.severity is Severity.WARNING for finding in endpoint.findings) or "")


def _entry_table(entries: tuple[ReviewedEntry, ...], *, with_resource: bool = True) -> str:
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
    yield f'<span class="{tone}">{_escaped(entry.type + inherited)}</span>'
    yield _escaped(entry.principal)
    yield _escaped(entry.rights)
    if conditional:
        yield _escaped(entry.condition)
    yield f"<code>{_escaped(entry.sid)}</code>"
    if several:
        yield f"<code>{_escaped(entry.resource)}</code>"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]], kind: str = "") -> str:
    titles = "".join(f'<th scope="col">{title}</th>' for title in head)
    body = "\n".join(map(_row, rows))
    named = f' class="{kind}"' if kind else ""
    return f"<table{named}>\n<thead><tr>{titles}</tr></thead>\n<tbody>{body}</tbody>\n</table>"


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
