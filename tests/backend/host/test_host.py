"""Listing the practice host, over HTTP with NTLM encryption."""

import pytest

from gatepost.backend.host.account_naming import unnamed_sids
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.permission_text import permission_text
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.security import Accounts
from gatepost.work import Cancelled, CancelToken, WorkContext
from gatepost.wsman.errors import WsmanFault
from tests.backend.scripted import ScriptedHost
from tests.endpoints.documents import NAMESPACE, configuration, document

GARBLES = ["not-xml", "truncated", "oversized", "entities", "wrong-relates-to", "empty"]
SERVICE = {"config/service": 1}


def test_the_reference_page_is_listed(bench):
    found = bench.list()
    names = bench.host.principals.names(unnamed_sids(found), WorkContext())
    assert found.host == HostIdentity(
        "practice", "SERVER01", r"SERVER01\Administrator", "NTLM", True, HostKind.PRACTICE
    )
    assert {c.name: permission_text(c, Accounts(names)) for c in found.configurations} == dict.fromkeys(
        [
            "microsoft.powershell",
            "microsoft.powershell.workflow",
            "microsoft.powershell32",
            "microsoft.ServerManager",
            "WithProfile",
        ],
        r"BUILTIN\Administrators AccessAllowed",
    ) | {
        "Test": r"NT AUTHORITY\INTERACTIVE AccessAllowed, BUILTIN\Administrators AccessAllowed, "
        r"DOMAIN01\User01 AccessAllowed"
    }
    assert found.root_sddl == bench.tell("root-sddl")["root_sddl"]
    assert found.unreadable == ()


@pytest.mark.parametrize(("scenario", "endpoints"), [("reference-page", 6), ("hard-cases", 60)])
def test_a_listing_is_one_enumeration_and_one_get(start, scenario, endpoints):
    bench = start(scenario)
    assert len(bench.list().configurations) == endpoints
    counts = bench.counts()
    # Once more where a mode may write what differs by Windows version: hard-cases has an endpoint without a descriptor.
    version = {"wmi/root/cimv2/Win32_OperatingSystem": 1} if scenario == "hard-cases" else {}
    assert (counts["enumerate"], counts["get"]) == (1, {**SERVICE, **version})
    assert set(counts) <= {"enumerate", "pull", "get"}
    bench.tell("reset-counts")
    bench.tell("page-size", "7")
    assert len(bench.list().configurations) == endpoints
    counts = bench.counts()
    assert (counts["enumerate"], counts["get"]) == (1, SERVICE)
    assert (counts.get("pull", 0) > 0) is (endpoints > 7)


def test_every_endpoint_of_the_hard_cases_is_read(start):
    bench = start("hard-cases")
    found = bench.list()
    stored = {e["name"]: e for e in bench.tell("endpoints")["endpoints"]}
    assert {c.name: [n.sddl for n in c.security_nodes] for c in found.configurations} == {
        name: endpoint["sddl"] for name, endpoint in stored.items()
    }
    assert {c.name: c.enabled for c in found.configurations} == {n: e["enabled"] for n, e in stored.items()}
    assert found.unreadable == ()
    assert {found.endpoint_with(c).mode_state.mode for c in found.configurations} == set(AccessMode)


def test_plugins_of_others_are_named_and_not_listed(start):
    found = start("windows-server").list()
    assert len(found.other_plugins) >= 3
    assert not set(found.other_plugins) & {c.name for c in found.configurations}


@pytest.mark.parametrize("garble", GARBLES)
def test_an_answer_that_cannot_be_understood(bench, garble):
    bench.tell("garble", garble)
    with pytest.raises(HostError) as caught:
        bench.list()
    assert str(caught.value.summary) == "The response from SERVER01 couldn't be understood."
    assert "Traceback" not in caught.value.details
    assert len(bench.list().configurations) == 6


@pytest.mark.parametrize("garble", GARBLES)
def test_an_answer_later_in_the_listing_that_cannot_be_understood(bench, garble):
    bench.tell("page-size", "2")
    bench.tell("after", "2", "garble", garble)
    with pytest.raises(HostError):
        bench.list()


def test_a_host_that_is_gone(bench):
    bench.tell("vanish")
    with pytest.raises(HostError) as caught:
        bench.list()
    assert str(caught.value.summary).startswith("SERVER01 refuses the connection. WinRM might not be running")
    bench.tell("return")
    assert len(bench.list().configurations) == 6


def test_a_host_that_goes_away_between_two_pages(bench):
    bench.tell("page-size", "2")
    bench.tell("after 2 vanish")
    with pytest.raises(HostError, match="refuses the connection"):
        bench.list()


def test_a_wrong_password(bench):
    _, password = bench.practice.account()
    with pytest.raises(HostError, match="user name and password") as caught:
        bench.connect(password="wrong" + password).read_snapshot(WorkContext())
    assert password not in caught.value.details
    assert bench.counts() == {}


@pytest.mark.parametrize("role", ["remote-management-user", "user"])
def test_only_administrators_may_read(bench, role):
    with pytest.raises(HostError, match="Access to SERVER01 is denied") as caught:
        bench.connect(role).read_snapshot(WorkContext())
    assert "Administrators" in str(caught.value.next_step)


def test_cancelled_between_two_pages(bench):
    bench.tell("page-size", "1")
    token = CancelToken()
    context = WorkContext(token, lambda progress: token.cancel() if progress.done == 2 else None)
    with pytest.raises(Cancelled):
        bench.host.read_snapshot(context)
    assert bench.counts()["pull"] < 4
    assert len(bench.list().configurations) == 6


def test_accounts_without_a_name_are_left_out(bench):
    *telling, user01 = unnamed_sids(bench.list())
    assert telling == ["S-1-5-32-544", "S-1-5-32-545"]  # whose names tell the language of the host
    names = bench.host.principals.names([user01, "S-1-5-21-9-9-9-9999"], WorkContext())
    assert dict(names) == {user01: r"DOMAIN01\User01"}


def test_a_host_that_is_gone_while_accounts_are_named(bench):
    bench.tell("vanish")
    assert bench.host.principals.names(["S-1-5-21-1-2-3-4"], WorkContext()) == {}


class TestIncompleteItems:
    """Some hosts may list plug-ins without their Resources, or ones that cannot be read."""

    def listed(self, tmp_path, items, complete):
        host = ScriptedHost(complete)
        host.enumerate = lambda uri: iter(items)
        return host, Host(host, Journal(tmp_path / "j"), "key", "host").read_snapshot(WorkContext())

    def bare(self, name):
        return (f'<PlugInConfiguration xmlns="{NAMESPACE}" Name="{name}" Filename="x\\pwrshplugin.dll"/>').encode()

    def test_they_are_completed_by_a_get(self, tmp_path):
        whole = configuration("P(A;;GA;;;BA)", name="a")
        host, found = self.listed(tmp_path, [self.bare("a")], {"a": whole.document})
        assert found.configurations == (whole,)
        assert host.calls == [("get", "a"), ("get", "")]

    def test_one_that_is_gone_meanwhile_does_not_hide_the_others(self, tmp_path):
        whole = configuration("P(A;;GA;;;BA)", name="b")
        _, found = self.listed(tmp_path, [self.bare("gone"), whole.document], {"b": whole.document})
        assert found.configurations == (whole,)
        assert [(u.name, "not found" in u.problem) for u in found.unreadable] == [("gone", True)]

    def test_one_that_cannot_be_read_does_not_hide_the_others(self, tmp_path):
        whole = configuration("P(A;;GA;;;BA)", name="b")
        doctype = b"<!DOCTYPE p>" + document("a")
        _, found = self.listed(tmp_path, [doctype, b"<Other/>", document(""), whole.document], {})
        assert found.configurations == (whole,)
        assert len(found.unreadable) == 3

    def test_a_fault_of_the_host_itself_ends_the_listing(self, tmp_path):
        host = ScriptedHost({}, gets=[WsmanFault(5, "w:AccessDenied", "Access is denied.", "")])
        with pytest.raises(HostError):
            Host(host, Journal(tmp_path / "j"), "key", "host").read_snapshot(WorkContext())


def test_what_has_not_changed_is_not_read_anew_and_what_has_changed_is(bench):
    first, again = bench.list(), bench.list()
    assert all(old is new for old, new in zip(first.configurations, again.configurations, strict=True))
    bench.tell("set-enabled", "Test", "false")
    changed = bench.list()
    assert [new.enabled for new in changed.configurations if new.name == "Test"] == [False]
    assert sum(old is new for old, new in zip(again.configurations, changed.configurations, strict=True)) == 5
