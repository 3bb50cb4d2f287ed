"""Between the comparison and the write nothing happens here, and the look afterward compares everything else as well."""

import sqlite3
import threading
import time

import pytest

from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.changes.remoting import disable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.plugin_document import NAMESPACE
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.endpoints.writes.read_back import changed_besides
from tests.backend.journals import apply
from tests.backend.scripted import ScriptedHost, stores
from tests.endpoints.documents import configuration, document, snapshot

OPEN = "P(A;;GA;;;BA)"
FIRST = "microsoft.powershell"


class Ordered(ScriptedHost):
    """A host that notes what it is asked in one list with what the journal is asked."""

    def get(self, *arguments):
        self.seen.append("read")
        return super().get(*arguments)

    def put(self, *arguments):
        self.seen.append("write")
        return super().put(*arguments)


class OrderedJournal(Journal):
    def __getattribute__(self, name):
        if name in ("plan", "record_start", "record_end"):
            super().__getattribute__("seen").append(name)
        return super().__getattribute__(name)


def test_the_journal_comes_first_and_the_write_directly_after_the_comparison(tmp_path):
    endpoint = configuration(OPEN, name="a")
    host, journal = Ordered({"a": endpoint.document}), OrderedJournal(tmp_path / "j")
    host.seen = journal.seen = []
    apply(host, journal, disable_remoting(snapshot(endpoint)))
    assert host.seen == ["plan", "record_start", "read", "write", "read", "record_end"]


def test_a_journal_that_somebody_holds_does_not_widen_the_gap(tmp_path):
    endpoint = configuration(OPEN, name="a")
    journal = Journal(tmp_path / "j")
    journal.entries()
    moments = []

    class Timed(ScriptedHost):
        def get(self, *arguments):
            moments.append(time.monotonic())
            return super().get(*arguments)

        def put(self, *arguments):
            moments.append(time.monotonic())
            return super().put(*arguments)

    holder = sqlite3.connect(tmp_path / "j", isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.5, holder.rollback)
    release.start()
    began = time.monotonic()
    apply(Timed({"a": endpoint.document}), journal, disable_remoting(snapshot(endpoint)))
    release.join()
    holder.close()
    read, written = moments[:2]
    assert read - began > 0.4, "the journal was waited for before the comparison"
    assert written - read < read - began


def meanwhile(change):
    """A host on which somebody changes something else right after our write."""

    def rule(host, name, written):
        stores(host, name, written)
        host.documents[name] = change(host.documents[name])

    return rule


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda d: d.replace(b'MaxShells="25"', b'MaxShells="1"'), "Quotas MaxShells"),
        (lambda d: d.replace(b'Value="5.1"', b'Value="7"'), "InitializationParameters PSVersion"),
        (lambda d: d.replace(b'Architecture="64"', b'Architecture="32"'), "Architecture"),
        (
            lambda d: d.replace(b'Type="Shell"', b'Type="Command"'),
            "Resource http://schemas.microsoft.com/powershell/a Capability",
        ),
        (lambda d: d.replace(b' Name="a"', b' Name="a" RunAsUser="evil"'), "RunAsUser"),
        (
            lambda d: d.replace(b'ExactMatch="true" Sddl', b'ExactMatch="false" Sddl'),
            "Security http://schemas.microsoft.com/powershell/a ExactMatch",
        ),
        (lambda d: d.replace(b"</PlugIn", b'<Other xmlns="urn:other">1</Other></PlugIn'), "Other"),
    ],
    ids=["quota", "parameter", "architecture", "capability", "run as", "exact match", "foreign element"],
)
def test_what_else_changed_at_the_same_time_is_said(tmp_path, change, named):
    endpoint = configuration(OPEN, name="a", attributes='Architecture="64"')
    host = ScriptedHost({"a": endpoint.document}, meanwhile(change))
    (outcome,) = apply(host, Journal(tmp_path / "j"), disable_remoting(snapshot(endpoint))).outcomes
    assert outcome.outcome is Outcome.CHANGED
    assert str(outcome.message).endswith(f"Something else changed at the same time: {named}.")


def test_of_many_changes_at_the_same_time_five_are_named(tmp_path):
    endpoint = configuration(OPEN, name="a")
    more = b"".join(b' Extra%d="1"' % number for number in range(6))
    host = ScriptedHost({"a": endpoint.document}, meanwhile(lambda d: d.replace(b' Name="a"', b' Name="a"' + more)))
    (outcome,) = apply(host, Journal(tmp_path / "j"), disable_remoting(snapshot(endpoint))).outcomes
    assert str(outcome.message).endswith("Extra0, Extra1, Extra2, Extra3, Extra4, ....")


def test_what_the_practice_host_fills_in_itself_is_no_change_of_somebody_else(bench):
    report = bench.apply(disable_remoting(bench.list()))
    assert {str(outcome.message) for outcome in report.values()} == {"Applied and verified."}


def test_a_change_on_the_host_between_write_and_look_is_said(bench):
    change_set = set_access_mode(bench.list(), [FIRST], AccessMode.LOCAL)
    bench.tell("after", "2", "set-enabled", FIRST, "false")
    outcome = bench.apply(change_set)[FIRST]
    assert outcome.outcome is Outcome.UNKNOWN
    assert bench.journal.entries()[-1].is_unsettled


class TestBesides:
    def test_what_we_write_does_not_count(self):
        before = document()
        after = before.replace(b'Enabled="true"', b'Enabled="false"').replace(b"(A;;GA;;;BA)", b"(A;;GX;;;IU)")
        assert changed_besides(before, after) == ()

    def test_prefixes_and_space_do_not_count(self):
        spelled = document().replace(b"><", b">\n <")
        prefixed = spelled.replace(b"<", b"<p:").replace(b"<p:/", b"</p:")
        prefixed = prefixed.replace(f'xmlns="{NAMESPACE}"'.encode(), f'xmlns:p="{NAMESPACE}"'.encode())
        assert changed_besides(document(), prefixed) == ()

    def test_a_default_that_the_service_adds_does_not_count_and_another_value_does(self):
        added = document().replace(b' Name="Test"', b' Name="Test" AutoRestart="false" UseSharedProcess="true"')
        assert changed_besides(document(), added) == ("UseSharedProcess",)

    def test_quotas_where_there_were_none_do_not_count_and_none_where_there_were_do(self):
        bare = document().replace(b'<Quotas MaxShells="25" MaxShellsPerUser="30"/>', b"")
        assert changed_besides(bare, document()) == ()
        assert changed_besides(document(), bare) == ("Quotas MaxShells", "Quotas MaxShellsPerUser")

    def test_an_attribute_that_goes(self):
        assert changed_besides(document(attributes='AutoRestart="true"'), document(attributes="")) == ("AutoRestart",)
