"""A review as one HTML page without scripts or anything from elsewhere: to read, to print, to send.

Everything that comes from a host goes through ``_text``, which escapes it.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from gatepost.backend.reports.html_style import STYLE
from gatepost.endpoints.compare.review import Review, ReviewedEndpoint, ReviewedEntry, ReviewedFinding, ReviewedHost
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.visible import one_line

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(review: Review) -> bytes:
    """Return the review as a page in UTF-8."""
    body = "\n".join([_heading(review), _overview(review), *map(_host, range(len(review.hosts)), review.hosts)])
    page = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_text(_title(review))}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _text(said: str) -> str:
    return html.escape(one_line(said))


def _title(review: Review) -> str:
    names = [host.name for host in review.hosts]
    return f"Session configurations: {', '.join(names) if len(names) <= 3 else f'{len(names)} hosts'}"


def _heading(review: Review) -> str:
    endpoints = sum(len(host.endpoints) for host in review.hosts)
    parts = [_count(len(review.hosts), "host"), _count(endpoints, "endpoint")]
    parts += [f"{len(review.failed)} could not be read"] if review.failed else []
    said = f"{', '.join(parts)}. Made {_moment(review.made_at)} with Gatepost {review.app_version}."
    return f'<h1>PowerShell session configurations</h1>\n<p class="muted">{_text(said)}</p>'


def _count(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number} {noun}s"


def _moment(moment: str) -> str:
    return moment.replace("T", " ").replace("+00:00", " UTC")


def _overview(review: Review) -> str:
    head = ["Host", *(mode.value for mode in AccessMode), "Warnings", "Read"]
    rows = "\n".join(map(_overview_row, range(len(review.hosts)), review.hosts))
    cells = "".join(f'<th scope="col"{_number(0 < place < 6)}>{said}</th>' for place, said in enumerate(head))
    return f'<div class="card"><table>\n<thead><tr>{cells}</tr></thead>\n<tbody>{rows}</tbody>\n</table></div>'


def _number(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _overview_row(place: int, host: ReviewedHost) -> str:
    name = f'<td><a href="#host-{place}">{_text(host.name)}</a></td>'
    if host.problem:
        return f'<tr>{name}<td colspan="6" class="problem">Could not be read. {_text(host.problem)}</td></tr>'
    findings = [*host.findings, *(f for endpoint in host.endpoints for f in endpoint.findings)]
    warnings = sum(finding.severity == "warning" for finding in findings)
    numbers = [*(host.count(mode) for mode in AccessMode), warnings]
    cells = "".join(f'<td class="number">{number}</td>' for number in numbers)
    return f"<tr>{name}{cells}<td>{_text(_moment(host.read_at))}</td></tr>"


def _host(place: int, host: ReviewedHost) -> str:
    head = f'<section>\n<h2 id="host-{place}">{_text(host.name)}</h2>'
    if host.problem:
        return f'{head}\n<p class="problem">Could not be read. {_text(host.problem)}</p>\n</section>'
    cards = "\n".join(map(_endpoint, host.endpoints)) or "<p>It has no endpoints.</p>"
    return f"{head}\n{_about(host)}\n{cards}\n</section>"


def _about(host: ReviewedHost) -> str:
    encrypted = "encrypted" if host.encrypted else "not encrypted"
    how = f"as {host.account}, {host.authentication}, {encrypted}" if host.account else "from a registry export"
    practice = "A simulated practice host. " if host.practice else ""
    lines = [f'<p class="muted">{_text(f"{practice}Read {how}, {_moment(host.read_at)}.")}</p>']
    lines += [f'<p class="problem">{_text(finding.text)}</p>' for finding in host.findings]
    for plugin in host.unreadable:
        lines.append(f'<p class="problem">{_text(f"{plugin.name} cannot be understood: {plugin.problem}")}</p>')
    if host.root_sddl:
        lines.append(f'<p class="muted">RootSDDL <code>{_text(host.root_sddl)}</code></p>')
    if host.other_plugins:
        others = ", ".join(host.other_plugins)
        lines.append(f'<p class="muted">{_text(f"Other plug-ins: {others}.")}</p>')
    return "\n".join(lines)


def _endpoint(endpoint: ReviewedEndpoint) -> str:
    facts = [f"PowerShell {endpoint.powershell}", endpoint.kind]
    facts += [f"runs as {endpoint.run_as}"] if endpoint.run_as else []
    mode = f'<span class="mode {endpoint.mode.lower()}">{_text(endpoint.mode)}</span>'
    parts = [
        f'<article class="card">\n<div class="title"><h3>{_text(endpoint.name)}</h3>{mode}</div>',
        f'<p class="muted">{_text(" · ".join(facts))}</p>',
        f"<p>{_text(endpoint.who)}</p>" if endpoint.enabled else "<p>Disabled: no one can open a session.</p>",
        _findings(endpoint.findings),
        _entries(endpoint.entries),
        *(f"<p><code>{_text(sddl)}</code></p>" for sddl in endpoint.descriptors),
        "</article>",
    ]
    return "\n".join(part for part in parts if part)


def _findings(findings: tuple[ReviewedFinding, ...]) -> str:
    items = "".join(
        f'<li class="{"warning" if f.severity == "warning" else "info"}">'
        f"{'<b>Warning:</b> ' if f.severity == 'warning' else ''}{_text(f.text)}</li>"
        for f in findings
    )
    return f'<ul class="findings">{items}</ul>' if items else ""


def _entries(entries: tuple[ReviewedEntry, ...]) -> str:
    if not entries:
        return '<p class="muted">It has no entries.</p>'
    several = len({entry.resource for entry in entries}) > 1 or entries[0].resource == "RootSDDL"
    conditional = any(entry.condition for entry in entries)
    head = ["Type", "Principal", "Rights", *(["Condition"] if conditional else []), "SID"]
    head += ["Applies to"] if several else []
    rows = "\n".join(_row(_entry_cells(entry, conditional, several)) for entry in entries)
    titles = "".join(f'<th scope="col">{title}</th>' for title in head)
    return f'<table class="entries">\n<thead><tr>{titles}</tr></thead>\n<tbody>{rows}</tbody>\n</table>'


def _entry_cells(entry: ReviewedEntry, conditional: bool, several: bool) -> Iterable[str]:
    tone = {"Deny": "deny", "Allow": "allow"}.get(entry.type, "")
    inherited = ", inherited" if entry.inherited else ""
    yield f'<span class="{tone}">{_text(entry.type + inherited)}</span>'
    yield _text(entry.principal)
    yield _text(entry.rights)
    if conditional:
        yield _text(entry.condition)
    yield f"<code>{_text(entry.sid)}</code>"
    if several:
        yield f"<code>{_text(entry.resource)}</code>"


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
