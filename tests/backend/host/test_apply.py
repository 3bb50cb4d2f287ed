"""What is said of an endpoint after each way in which a write can end."""

import json
import sqlite3

import pytest

from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.changes.remoting import disable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.work import WorkContext
from gatepost.wsman.errors import (
    AuthenticationFailed,
    Delivery,
    EncryptionMissing,
    HttpError,
    ReplyError,
    UnsealFailed,
    WsmanFault,
)
from tests.backend.journals import apply
from tests.backend.scripted import (
    ABORTED,
    LOST,
    REFUSED,
    SHUTTING_DOWN,
    TIMED_OUT,
    UNREACHABLE,
    ScriptedHost,
    raises,
    stores,
    stores_and,
)
from tests.endpoints.documents import configuration, dacls, snapshot

OPEN, CLOSED = "P(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GA;;;BA)"
CHANGED, PARTLY, UNCHANGED, CONFLICT, REFUSED_, UNKNOWN = Outcome


class Bench:
    """A scripted host with endpoints, the order to close it, and a journal."""

    def __init__(self, folder, *endpoints):
        self.snapshot = snapshot(*endpoints)
        self.host = ScriptedHost({c.name: c.document for c in endpoints})
        self.journal = Journal(folder / "journal")
        self.change_set = disable_remoting(self.snapshot)

    def apply(self):
        self.seen = []
        report = apply(self.host, self.journal, self.change_set, "CHG-1", self.seen.append)
        self.report = report
        self.messages = [str(o.message) for o in report.outcomes]
        return [o.outcome for o in report.outcomes]

    @property
    def journalled(self):
        return [entry.outcome.value if entry.outcome else "" for entry in self.journal.entries()]


@pytest.fixture
def bench(tmp_path):
    return Bench(tmp_path, configuration(OPEN, name="a"))


@pytest.fixture
def three(tmp_path):
    return Bench(tmp_path, *[configuration(OPEN, name=name) for name in "abc"])


def test_read_compared_written_read_back(bench):
    assert bench.apply() == [CHANGED]
    assert bench.host.calls == [("get", "a"), ("put", "a"), ("get", "a")]
    assert bench.journalled == ["changed"]
    (entry,) = bench.journal.entries()
    assert (entry.verb, entry.reason) == ("Disable remoting", "CHG-1")
    assert [d["sddl"] for d in json.loads(entry.after)["descriptors"]] == [bench.change_set.changes[0].after.sddl]


def test_the_journal_knows_of_a_write_before_it_is_sent(bench):
    seen = []
    bench.host.put_rule = lambda host, name, document: (seen.append(bench.journalled), stores(host, name, document))
    bench.apply()
    assert seen == [[""]]


def test_nothing_to_do_asks_nothing(tmp_path):
    bench = Bench(tmp_path, configuration(CLOSED))
    assert bench.apply() == [UNCHANGED]
    assert bench.host.calls == []
    assert bench.journalled == []


def test_progress_counts_the_endpoints(three):
    three.apply()
    assert [(p.done, p.total) for p in three.seen] == [(0, 3), (1, 3), (2, 3)]


@pytest.mark.parametrize(
    "meanwhile",
    [
        configuration("P(A;;GA;;;BA)(A;;GA;;;IU)", name="a"),
        configuration(OPEN, name="a", enabled=False),
        configuration(OPEN, name="a", parameters=""),
    ],
)
def test_a_change_by_somebody_else_is_a_conflict(bench, meanwhile):
    bench.host.documents["a"] = meanwhile.document
    assert bench.apply() == [CONFLICT]
    assert bench.host.puts == []
    assert bench.journalled == ["conflict"]
    assert "since it was last read" in bench.messages[0]


def test_the_same_change_by_somebody_else_is_said_so(bench):
    bench.host.documents["a"] = bench.change_set.changes[0].after.document
    assert bench.apply() == [UNCHANGED]
    assert "changed in the same way" in bench.messages[0]
    assert bench.report.outcomes[0].fulfilled
    assert bench.host.puts == []


def test_other_spelling_of_the_same_document_is_no_conflict(bench):
    bench.host.documents["a"] = bench.host.documents["a"].replace(b"><", b">\n  <")
    assert bench.apply() == [CHANGED]


def test_an_endpoint_that_is_gone(bench):
    bench.host.documents.clear()
    assert bench.apply() == [REFUSED_]
    assert "not found" in bench.messages[0]
    assert bench.journalled == ["refused"]


def test_a_refused_write(bench):
    bench.host.put_rule = raises(REFUSED)
    assert bench.apply() == [REFUSED_]
    assert "The security descriptor is not valid." in bench.messages[0]
    assert bench.journalled == ["refused"]


def test_refused_but_changed_all_the_same_is_what_the_host_shows(bench):
    bench.host.put_rule = stores_and(REFUSED)
    assert bench.apply() == [CHANGED]
    assert "valid" in bench.messages[0] and "However, the host shows the change" in bench.messages[0]
    assert bench.journalled == ["changed"]


def test_refused_and_something_else_there_is_unknown(bench):
    other = configuration("P(A;;GA;;;IU)", name="a").document

    def rule(host, name, document):
        host.documents["a"] = other
        raise REFUSED

    bench.host.put_rule = rule
    assert bench.apply() == [UNKNOWN]
    assert bench.journalled == ["unknown"]


@pytest.mark.parametrize(
    "error", [LOST, TIMED_OUT, ABORTED, SHUTTING_DOWN, ReplyError("not XML"), HttpError(500)], ids=repr
)
class TestLostAnswer:
    def test_a_write_that_the_host_made_despite_the_error_is_changed(self, bench, error):
        bench.host.put_rule = stores_and(error)
        assert bench.apply() == [CHANGED]
        assert bench.host.puts == ["a"]
        assert bench.journalled == ["changed"]

    def test_a_write_of_which_the_old_state_is_read_is_unknown(self, bench, error):
        """The write may still be under way, so an old state that is read now proves nothing."""
        bench.host.put_rule = raises(error)
        assert bench.apply() == [UNKNOWN]
        assert bench.host.puts == ["a"]
        assert bench.journalled == ["unknown"]

    def test_and_no_look_at_it_either(self, bench, error):
        bench.host.put_rule = stores_and(error)
        bench.host.gets = [None, UNREACHABLE]
        assert bench.apply() == [UNKNOWN]
        assert bench.host.puts == ["a"]


@pytest.mark.parametrize("error", [UNREACHABLE, EncryptionMissing("clear")], ids=repr)
def test_a_write_that_never_left_is_unchanged(bench, error):
    bench.host.put_rule = raises(error)
    assert bench.apply() == [UNCHANGED]
    assert bench.journalled == ["unchanged"]


def test_what_kept_a_write_from_being_sent_is_said_with_the_next_step(bench):
    bench.host.put_rule = raises(HttpError(503, delivery=Delivery.NOT_SENT))
    assert bench.apply() == [UNCHANGED]
    (said,) = bench.messages
    assert said.startswith("Not applied. WinRM on SERVER01 isn't ready (HTTP 503).")
    assert said.endswith("Wait a minute, then try again.")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (HttpError(503), "WinRM on SERVER01 isn't ready (HTTP 503)."),
        (ReplyError("not XML"), "The response from SERVER01 couldn't be understood."),
        (UnsealFailed("no"), "The encrypted response from SERVER01 can't be decrypted. It wasn't used."),
    ],
    ids=repr,
)
def test_a_response_that_says_nothing_of_the_change_is_not_called_lost(bench, error, said):
    bench.host.put_rule = raises(error)
    assert bench.apply() == [UNKNOWN]
    assert bench.messages == [
        f"{said} It isn't known whether the change was applied. The host still shows the old state. "
        "Open History and select Check again."
    ]


def test_why_the_state_before_a_write_was_not_read_is_said(bench):
    bench.host.gets = [HttpError(503)]
    assert bench.apply() == [UNCHANGED]
    assert bench.messages == [
        "Not applied: the current state couldn't be read before the change. WinRM on SERVER01 isn't ready (HTTP 503). "
        "Refresh and try again."
    ]


def test_accepted_but_not_done(bench):
    bench.host.put_rule = lambda host, name, document: None
    assert bench.apply() == [REFUSED_]
    assert "still shows the old state" in bench.messages[0]


def test_accepted_but_something_else_done(bench):
    other = configuration("P(A;;GA;;;IU)", name="a").document
    bench.host.put_rule = lambda host, name, document: host.documents.update(a=other)
    assert bench.apply() == [UNKNOWN]


def test_accepted_but_not_readable_after(bench):
    bench.host.gets = [None, LOST]
    assert bench.apply() == [UNKNOWN]
    assert "couldn't be read back" in bench.messages[0]


def test_a_host_that_goes_away_in_the_middle(three):
    three.host.put_rule = lambda host, name, document: (raises(LOST) if name == "b" else stores)(host, name, document)
    three.host.gets = [None, None, None, UNREACHABLE]
    assert three.apply() == [CHANGED, UNKNOWN, UNCHANGED]
    assert "Skipped" in three.messages[2]
    assert three.host.puts == ["a", "b"]
    assert three.journalled == ["changed", "unknown", "unchanged"]


def test_one_refusal_does_not_stop_the_others(three):
    three.host.put_rule = lambda host, name, document: (raises(REFUSED) if name == "a" else stores)(
        host, name, document
    )
    assert three.apply() == [REFUSED_, CHANGED, CHANGED]


@pytest.mark.parametrize("error", [ReplyError("cut"), TIMED_OUT, ABORTED])
def test_an_unreadable_answer_before_the_write(three, error):
    three.host.gets = [error]
    assert three.apply() == [UNCHANGED, CHANGED, CHANGED]
    assert three.host.puts == ["b", "c"]
    assert "couldn't be read before the change" in three.messages[0] and "refused" not in three.messages[0]


def test_without_a_journal_nothing_is_sent(three, tmp_path):
    (tmp_path / "file").write_text("x")
    three.journal = Journal(tmp_path / "file" / "journal")
    assert three.apply() == [UNCHANGED] * 3
    assert three.host.puts == []
    assert all("Can't save History (" in message and "). " in message for message in three.messages)


def test_a_journal_that_fails_after_the_write_does_not_hide_the_outcome(bench, tmp_path):
    def rule(host, name, document):
        stores(host, name, document)
        with sqlite3.connect(tmp_path / "journal") as connection:
            connection.execute("DROP TABLE write")
            connection.execute("CREATE TABLE write (id)")
        connection.close()

    bench.host.put_rule = rule
    assert bench.apply() == [CHANGED]
    assert "This result couldn't be saved in History" in bench.messages[0]
    assert "No changes are made" not in bench.messages[0]


class TestRunAs:
    """A change of the descriptor alone must not carry the RunAs user or its password."""

    def bench(self, folder, *lists, mode=AccessMode.LOCAL, **how):
        endpoint = configuration(*lists, attributes='RunAsUser="D\\svc" RunAsPassword="p"', **how)
        bench = Bench(folder, endpoint)
        bench.change_set = set_access_mode(bench.snapshot, ["Test"], mode)
        return bench

    def test_a_descriptor_goes_by_itself(self, tmp_path):
        bench = self.bench(tmp_path, OPEN)
        sent = []
        bench.host.put_rule = lambda host, name, document: (sent.append(document), stores(host, name, document))
        assert bench.apply() == [CHANGED]
        assert bench.host.puts == ["Test (descriptor)"]
        assert b"RunAs" not in sent[0]
        assert dacls(bench.change_set.changes[0].after) == [CLOSED]

    def test_enabled_needs_the_whole_document_with_the_password_as_read(self, tmp_path):
        bench = self.bench(tmp_path, OPEN, mode=AccessMode.DISABLED)
        assert bench.apply() == [CHANGED]
        assert bench.host.puts == ["Test"]
        assert b'RunAsPassword="p"' in bench.host.documents["Test"]

    def test_no_password_reaches_the_journal(self, tmp_path):
        endpoint = configuration(OPEN, attributes='RunAsUser="u" RunAsPassword="hunter2"')
        bench = Bench(tmp_path, endpoint)
        assert bench.apply() == [CHANGED]
        assert b"hunter2" in bench.host.documents["Test"]
        assert not any(b"hunter2" in file.read_bytes() for file in tmp_path.iterdir())

    def test_descriptors_that_cannot_be_told_apart_by_their_uri_go_with_the_whole_document(self, tmp_path):
        bench = self.bench(tmp_path, OPEN, "P(A;;GA;;;IU)")
        assert bench.apply() == [CHANGED]
        assert bench.host.puts == ["Test"]

    def test_a_new_descriptor_needs_the_whole_document(self, tmp_path):
        bench = self.bench(tmp_path)
        assert bench.apply() == [CHANGED]
        assert bench.host.puts == ["Test"]

    def test_a_managed_account_has_no_password_that_could_be_verified(self, tmp_path):
        for user, has_password in (("D\\svc", True), ("D\\gmsa$", False)):
            endpoint = configuration(OPEN, attributes=f'RunAsUser="{user}"', enabled=False)
            host = Host(ScriptedHost({endpoint.name: endpoint.document}), Journal(tmp_path / "journal"), "key", "host")
            change_set = set_access_mode(host.read_snapshot(WorkContext()), ["Test"], AccessMode.REMOTE)
            assert change_set.changes[0].changes_enabled
            assert change_set.changes[0].sends_run_as is has_password

    def test_where_the_host_refuses_that_the_next_try_sends_the_whole_document_and_says_so(self, tmp_path):
        endpoint = configuration(OPEN, attributes='RunAsUser="D\\svc" RunAsPassword="p"')
        scripted = ScriptedHost({endpoint.name: endpoint.document})
        host = Host(scripted, Journal(tmp_path / "journal"), "key", "host")
        not_alone = WsmanFault(2150859199, "", "", "The SDDL of this URI cannot be changed.")
        scripted.put_rule = raises(not_alone)
        first = set_access_mode(host.read_snapshot(WorkContext()), ["Test"], AccessMode.LOCAL)
        assert not first.changes[0].sends_run_as
        (outcome,) = host.apply(first, "", WorkContext()).outcomes
        assert outcome.outcome is Outcome.REFUSED
        assert "whole configuration" in str(outcome.message)
        scripted.put_rule = None
        second = set_access_mode(host.read_snapshot(WorkContext()), ["Test"], AccessMode.LOCAL)
        assert second.changes[0].sends_run_as
        assert [o.outcome for o in host.apply(second, "", WorkContext()).outcomes] == [Outcome.CHANGED]
        assert scripted.puts == ["Test (descriptor)", "Test"]


def test_a_rejected_password_is_tried_once(three):
    three.host.gets = [AuthenticationFailed("no")]
    assert three.apply() == [UNCHANGED] * 3
    assert three.host.calls == [("get", "a")]


def test_a_password_that_is_rejected_at_a_write_is_not_tried_again(three):
    def rejects(host, name, document):
        raise AuthenticationFailed("no")

    three.host.put_rule = rejects
    assert three.apply() == [UNCHANGED] * 3
    assert three.host.calls == [("get", "a"), ("put", "a")]
    assert three.messages[0].startswith("Not applied. SERVER01 didn't accept")


def test_an_error_of_our_own_leaves_the_report_of_the_others(three, caplog):
    def fails_at_b(host, name, document):
        if name == "b":
            raise ValueError("nobody foresaw this")
        stores(host, name, document)

    three.host.put_rule = fails_at_b
    assert three.apply() == [CHANGED, UNKNOWN, UNCHANGED]
    assert "nobody foresaw this" in caplog.text
    assert three.journalled == ["changed", "", "unchanged"]


def test_what_cannot_be_reached_is_not_called_already_so(tmp_path):
    bench = Bench(tmp_path, configuration("P(D;;GA;;;WD)(A;;GA;;;BA)"))
    bench.change_set = set_access_mode(bench.snapshot, ["Test"], AccessMode.REMOTE)
    assert bench.apply() == [UNCHANGED]
    assert "Everyone is denied" in bench.messages[0]
    assert not bench.report.outcomes[0].fulfilled
    assert bench.report.needs_attention
