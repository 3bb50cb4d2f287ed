import csv
import io
import json

import pytest

from gatepost.backend.journal.export import as_csv, as_json, export_journal
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.journal_entry import Outcome, SubjectKind, WriteOutcome
from tests.backend.journals import start
from tests.endpoints.documents import HOST, configuration

DANGEROUS = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", " =1", "\uff1d1"]


@pytest.fixture
def entries(tmp_path):
    journal = Journal(tmp_path / "j")
    state = EndpointState.of(configuration("P(A;;GA;;;BA)")).to_json()
    for reason in DANGEROUS:
        number = start(journal, before=state, after=state, reason=reason)
        journal.record_end(number, WriteOutcome("Test", Outcome.CHANGED, english("Written.")))
    start(journal, "WinRM", SubjectKind.START_MODE, "Auto", "Disabled", "a\nb\u202e")
    return journal.entries()


def table(entries):
    return list(csv.DictReader(io.StringIO(as_csv(entries).decode("utf-8-sig"))))


def test_no_cell_is_a_formula(entries):
    for row in table(entries)[: len(DANGEROUS)]:
        assert row["Reason"][0] == "'"
    assert not [
        cell for row in table(entries) for cell in row.values() if cell.lstrip().startswith(tuple("=+-@\uff1d"))
    ]


def test_a_row_holds_everything(entries):
    row = table(entries)[-1]
    assert row["Reason"] == "a\u27e8U+000A\u27e9b\u27e8U+202E\u27e9"
    assert (row["Kind"], row["Subject"], row["Before"], row["After"]) == (
        "service start mode",
        "WinRM",
        "Auto",
        "Disabled",
    )
    assert (row["Host"], row["Host key"], row["Result"]) == (HOST.name, HOST.key, "")
    assert table(entries)[0]["Result"] == "changed"


def test_json_holds_states_as_json(entries):
    writes = json.loads(as_json(entries))["writes"]
    assert [write["reason"] for write in writes[: len(DANGEROUS)]] == DANGEROUS
    assert writes[0]["before"]["enabled"] is True
    assert writes[0]["outcome"] == "changed"
    assert (writes[-1]["kind"], writes[-1]["before"], writes[-1]["outcome"]) == ("service start mode", "Auto", "")


def test_the_suffix_tells_the_form(entries, tmp_path):
    export_journal(tmp_path / "a.JSON", entries)
    export_journal(tmp_path / "a.csv", entries)
    assert (tmp_path / "a.JSON").read_bytes() == as_json(entries)
    assert (tmp_path / "a.csv").read_bytes() == as_csv(entries)


def test_what_cannot_be_saved_is_said_so(entries, tmp_path):
    with pytest.raises(HostError, match="Can't save"):
        export_journal(tmp_path, entries)
