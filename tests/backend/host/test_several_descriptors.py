"""Descriptors that are written one by one: whatever was accepted counts, and none lands in another endpoint."""

import pytest
from lxml import etree

from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.backend.reports.file import as_json
from gatepost.backend.reports.review import Review, reviewed_host
from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet, EndpointChange
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.endpoints.writes.restore_document import with_state
from gatepost.work import WorkContext
from gatepost.wsman.errors import AuthenticationFailed, EncryptionMissing
from tests.backend.scripted import ABORTED, LOST, REFUSED, UNREACHABLE, ScriptedHost
from tests.endpoints.documents import HOST, NAMESPACE, ROOT_SDDL, configuration, dacls

OPEN, CLOSED = "P(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GA;;;BA)"
RUN_AS = 'RunAsUser="D\\svc" RunAsPassword="p"'
URI = "http://schemas.microsoft.com/powershell/Test"


def two_descriptors(name="Test"):
    """An endpoint with one descriptor for its resource and one for what is below it."""
    made = configuration(OPEN, OPEN, name=name, attributes=RUN_AS)
    root = etree.fromstring(made.document)
    list(root.iter(f"{{{NAMESPACE}}}Security"))[1].set("Uri", f"{URI}/Shell")
    return SessionConfiguration.from_xml(etree.tostring(root))


class ByUri(ScriptedHost):
    """Answers a Put of a descriptor with the endpoint that has it."""

    def put(self, resource_uri, selectors, document):
        self.calls.append(("put", selectors.get("Uri", "")))
        self.put_rule(self, "Test", document)
        return self.documents["Test"]


class Bench:
    """A host on which each descriptor is stored where its URI is; ``errors`` are what the writes end with."""

    def __init__(self, folder, *endpoints, errors=()):
        self.host = ByUri({c.name: c.document for c in endpoints}, self.put)
        self.journal = Journal(folder / "journal")
        self.connected = Host(self.host, self.journal, "key", "host")
        self.errors = list(errors)
        self.without_effect = False
        self.puts = []

    def put(self, host, name, document):
        element = etree.fromstring(document)
        uri = element.get("Uri")
        self.puts.append(uri)
        error = self.errors.pop(0) if self.errors else None
        if error is not None:
            raise error
        if self.without_effect:
            return
        root = etree.fromstring(host.documents["Test"])
        for node in root.iter(f"{{{NAMESPACE}}}Security"):
            if node.get("Uri") == uri:
                node.set("Sddl", element.get("Sddl"))
        host.documents["Test"] = etree.tostring(root)

    def close(self):
        """Set the endpoint to Local."""
        change_set = set_access_mode(self.connected.read_snapshot(WorkContext()), ["Test"], AccessMode.LOCAL)
        (outcome,) = self.connected.apply(change_set, "", WorkContext()).outcomes
        return outcome

    @property
    def stored(self):
        return dacls(SessionConfiguration.from_xml(self.host.documents["Test"]))

    @property
    def entry(self):
        return self.journal.entries()[-1]


@pytest.fixture
def bench(tmp_path):
    return Bench(tmp_path, two_descriptors())


def test_each_is_written_by_itself(bench):
    assert bench.close().outcome is Outcome.CHANGED
    assert bench.puts == [URI, f"{URI}/Shell"]
    assert bench.stored == [CLOSED, CLOSED]


@pytest.mark.parametrize("error", [UNREACHABLE, LOST, EncryptionMissing("x")], ids=repr)
def test_half_written_and_the_host_gone_is_unknown_and_names_both(bench, error):
    bench.errors = [None, error]
    bench.host.gets = [None, None, UNREACHABLE]  # RootSDDL, the reading before the write, the look after it
    outcome = bench.close()
    assert outcome.outcome is Outcome.UNKNOWN
    assert f"The host accepted {URI}, not {URI}/Shell." in str(outcome.message)
    assert bench.entry.is_unsettled
    assert bench.stored == [CLOSED, OPEN]


@pytest.mark.parametrize("error", [UNREACHABLE, REFUSED], ids=repr)
def test_half_written_and_seen_is_partly_changed_and_settled(bench, error):
    bench.errors = [None, error]
    outcome = bench.close()
    assert outcome.outcome is Outcome.PARTLY
    assert f"Changed: {URI}. Not changed: {URI}/Shell." in str(outcome.message)
    assert not bench.entry.is_unsettled
    assert bench.entry.may_be_on_host


@pytest.mark.parametrize(("error", "outcome"), [(UNREACHABLE, Outcome.UNCHANGED), (REFUSED, Outcome.REFUSED)], ids=repr)
def test_only_what_the_host_refused_is_refused_where_an_accepted_descriptor_does_not_show(bench, error, outcome):
    bench.without_effect = True
    bench.errors = [None, error]
    found = bench.close()
    assert found.outcome is outcome
    assert str(found.message).startswith(f"The host accepted {URI}, not {URI}/Shell.")
    assert str(found.message).endswith("The host still shows the old state.")
    assert bench.puts == [URI, f"{URI}/Shell"]
    assert bench.stored == [OPEN, OPEN]
    assert bench.entry.outcome is outcome


@pytest.mark.parametrize("error", [LOST, ABORTED], ids=repr)
def test_half_written_and_the_rest_perhaps_under_way_is_unknown(bench, error):
    bench.errors = [None, error]
    outcome = bench.close()
    assert outcome.outcome is Outcome.UNKNOWN
    assert f"Not changed: {URI}/Shell." in str(outcome.message)
    assert bench.entry.is_unsettled


def test_a_login_that_is_rejected_in_between_is_not_tried_again(bench):
    bench.errors = [None, AuthenticationFailed("no")]
    outcome = bench.close()
    assert outcome.outcome is Outcome.UNKNOWN
    assert bench.entry.is_unsettled
    assert [verb for verb, _ in bench.host.calls].count("get") == 2  # RootSDDL and the reading before the write


def test_refused_before_anything_was_accepted_is_refused(bench):
    bench.errors = [REFUSED]
    bench.host.gets = [None, None, UNREACHABLE]
    assert bench.close().outcome is Outcome.REFUSED
    assert bench.stored == [OPEN, OPEN]


@pytest.mark.parametrize("shared", ["a descriptor", "a resource"])
def test_a_uri_that_another_endpoint_has_too_is_not_written_by_itself(bench, shared):
    other = configuration(OPEN, name="Other").document
    wanted, tail = (b'ResourceUri="', b"") if shared == "a resource" else (b'Uri="', b"")
    other = other.replace(wanted + b"http://schemas.microsoft.com/powershell/Other", wanted + URI.encode() + tail)
    bench.host.documents["Other"] = other
    (change,) = set_access_mode(bench.connected.read_snapshot(WorkContext()), ["Test"], AccessMode.LOCAL).changes
    assert not change.writes_descriptors_only


def test_a_uri_that_a_plug_in_has_that_cannot_be_read_is_not_written_by_itself(bench):
    other = configuration(OPEN, name="Other").document
    damaged = other.replace(b'Uri="http://schemas.microsoft.com/powershell/Other"', f'Uri="{URI}"'.encode())
    bench.host.documents["Other"] = damaged.replace(b"<Resources>", b"<Resources><unclosed>")
    snapshot = bench.connected.read_snapshot(WorkContext())
    (change,) = set_access_mode(snapshot, ["Test"], AccessMode.LOCAL).changes
    assert not change.writes_descriptors_only
    assert b"Other" in as_json(Review((reviewed_host(snapshot),)))


def test_what_lands_in_another_endpoint_after_all_is_said_so(bench):
    """It came after the host was listed; the host names what it has changed."""
    change_set = set_access_mode(bench.connected.read_snapshot(WorkContext()), ["Test"], AccessMode.LOCAL)
    bench.host.put = lambda *_: configuration(CLOSED, name="Other").document
    (outcome,) = bench.connected.apply(change_set, "", WorkContext()).outcomes
    assert outcome.outcome is Outcome.UNKNOWN
    assert "applied the change to Other instead" in str(outcome.message)
    assert bench.entry.is_unsettled


def test_a_place_that_changes_goes_with_the_whole_document(tmp_path):
    """Reverting a state in which the Security had another Uri: there is no descriptor to send by itself."""
    was = configuration(OPEN, attributes=RUN_AS)
    narrowed = was.document.replace(f'Uri="{URI}"'.encode(), f'Uri="{URI}/narrow"'.encode())
    now = SessionConfiguration.from_xml(
        narrowed.replace(f'ResourceUri="{URI}/narrow"'.encode(), f'ResourceUri="{URI}"'.encode())
    )
    change = EndpointChange(Endpoint(now, ROOT_SDDL), with_state(now, EndpointState.of(was)))
    host = ScriptedHost({"Test": now.document})
    change_set = ChangeSet(ActionKind.REVERT, english("Revert"), HOST, (change,), (), "")
    (outcome,) = Host(host, Journal(tmp_path / "j"), "key", "host").apply(change_set, "", WorkContext()).outcomes
    assert host.puts == ["Test"]
    assert outcome.outcome is Outcome.CHANGED
    assert SessionConfiguration.from_xml(host.documents["Test"]).security_nodes == was.security_nodes
