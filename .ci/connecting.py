"""Write the table of ``resources/docs/connecting.md`` from the tables that the program reads.

    python .ci/connecting.py

A test fails where the page is not what this makes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "app"))

from gatepost.backend.failures.causes import (  # noqa: E402
    CAUSE_OF_CERTIFICATE_PROBLEM,
    CAUSE_OF_CONNECTION_PROBLEM,
    CAUSE_OF_KERBEROS_PROBLEM,
    CAUSE_OF_NT_STATUS,
    CAUSE_OF_TLS_PROBLEM,
    CAUSES_BY_LEG,
    CauseRow,
)
from gatepost.backend.failures.explained import Explained  # noqa: E402
from gatepost.backend.failures.login_catalog import LoginCause  # noqa: E402
from gatepost.backend.failures.reach_catalog import ReachCause  # noqa: E402
from gatepost.wsman.exchange_steps import ResponseKind  # noqa: E402

PAGE = ROOT / "resources" / "docs" / "connecting.md"
BEGIN, END = "<!-- table: python .ci/connecting.py -->", "<!-- end of table -->"
FIELDS = {
    "host": "SRV01",
    "spn": "HTTP/SRV01",
    "tried": "NTLM",
    "offered": "Kerberos",
    "pick": "Kerberos",
    "said": "(its words)",
    "status": "(number)",
    "why": "(reason)",
    "rejected_by": "SRV02",
}
OTHERWISE: dict[Explained, str] = {
    LoginCause.NO_SCHEME: "HTTP 401 that names only ways that Gatepost doesn't have",
    LoginCause.SCHEME_NOT_OFFERED: "HTTP 401 that names other ways than the one that was chosen",
    LoginCause.ALREADY_REJECTED: "another host rejected the same account and password; nothing was sent",
    LoginCause.LETTERS_REJECTED: "HTTP 401 after user name and password (Basic) with letters outside ASCII",
    LoginCause.UNSEALED: "an encrypted answer that doesn't decrypt under the key of the logon",
    LoginCause.CRYPTOGRAPHY_REFUSED: "this computer refuses MD5 or RC4; nothing was sent",
    LoginCause.SCHEME_UNAVAILABLE: "a package or a file is missing on this computer; nothing was sent",
}
"""Causes that no single leg tells."""


def table() -> str:
    """Return the table in Markdown: one row for each cause, in the order of the catalogs."""
    lines = ["| Message | Cause | What to do |", "|---|---|---|"]
    for cause in [*ReachCause, *LoginCause]:
        conditions = dict.fromkeys(_conditions(cause))
        lines.append(
            f"| {_text(cause.summary.template)} | {'; '.join(conditions)} | {_text(cause.next_step.template)} |"
        )
    return "\n".join(lines)


def page(written: str) -> str:
    """Return the page with its table made anew."""
    before, _, rest = written.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


def _conditions(cause: Explained) -> Iterator[str]:
    yield from (_condition(row) for row in CAUSES_BY_LEG if row.cause is cause)
    tables: list[Mapping[Any, Explained]] = [
        CAUSE_OF_CONNECTION_PROBLEM,
        CAUSE_OF_TLS_PROBLEM,
        CAUSE_OF_CERTIFICATE_PROBLEM,
        CAUSE_OF_KERBEROS_PROBLEM,
    ]
    for causes in tables:
        yield from (str(problem.value) for problem, found in causes.items() if found is cause)
    codes = [f"0x{status:08X}" for status, found in CAUSE_OF_NT_STATUS.items() if found is cause]
    if codes:
        yield f"CredSSP: NTSTATUS {', '.join(codes)}"
    if cause in OTHERWISE:
        yield OTHERWISE[cause]


def _condition(row: CauseRow) -> str:
    came = [found.value for found in row.came] or [f"HTTP {status}" for status in row.status]
    if {ResponseKind.UNAUTHORIZED_WITH_SCHEMES, ResponseKind.UNAUTHORIZED_WITHOUT_SCHEMES} <= set(row.came):
        came = ["HTTP 401"]
    if row.speaker is not None:
        came = [f"an answer in {row.speaker.value}"]
    page = f' with "{row.page[0]}"' if row.page else ""
    sent = f", after {' or '.join(kind.value for kind in row.sent)}" if row.sent else ""
    return f"{' or '.join(came) or 'a page'}{page}{sent}"


def _text(template: str) -> str:
    return template.format(**FIELDS).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
