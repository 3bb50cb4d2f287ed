"""Findings about a host as a whole."""

from dataclasses import replace

from gatepost.backend.reports.review import reviewed_host
from gatepost.endpoints.access.findings import host_findings
from gatepost.endpoints.changes.remoting import enable_remoting
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot, UnreadablePlugin
from gatepost.ui.confirm.change_text import effect
from tests.endpoints.documents import HOST, ROOT_SDDL, configuration


def snapshot(*names: str, unreadable: tuple[UnreadablePlugin, ...] = ()) -> HostSnapshot:
    found = tuple(configuration("P(A;;GA;;;BA)", name=name) for name in names)
    return HostSnapshot(HOST, found, ROOT_SDDL, (), unreadable)


def codes(of: HostSnapshot) -> list[str]:
    return [finding.code for finding in host_findings(of)]


def test_a_host_without_the_endpoint_that_clients_use_by_default_is_told():
    (finding,) = host_findings(snapshot("PowerShell.7"))
    assert finding.code == "default-missing"
    assert "microsoft.powershell" in str(finding.text) and "run Enable-PSRemoting on the host" in str(finding.text)
    assert codes(snapshot()) == ["default-missing"]
    assert codes(snapshot("Microsoft.PowerShell", "x")) == []
    assert codes(snapshot("x", unreadable=(UnreadablePlugin("microsoft.powershell", "odd"),))) == []


def test_the_default_endpoint_is_told_by_its_uri():
    named = configuration("P(A;;GA;;;BA)", name="microsoft.powershell").document
    uri = b"http://schemas.microsoft.com/powershell/"
    elsewhere = SessionConfiguration.from_xml(named.replace(uri + b"microsoft.powershell", uri + b"Old"))
    renamed = SessionConfiguration.from_xml(named.replace(b'Name="microsoft.powershell"', b'Name="Shell"'))
    assert codes(replace(snapshot(), configurations=(elsewhere,))) == ["default-missing"]
    assert codes(replace(snapshot(), configurations=(renamed,))) == []


def test_what_may_be_the_default_endpoint_is_not_called_missing():
    assert codes(snapshot("x", unreadable=(UnreadablePlugin("", "odd"),))) == []
    assert codes(replace(snapshot("x"), other_plugins=("Microsoft.PowerShell",))) == []


def test_a_file_that_may_hold_a_part_of_the_endpoints_tells_nothing():
    read = snapshot("x")
    assert codes(replace(read, host=replace(read.host, account=""))) == []


def test_enable_never_says_that_nothing_is_needed_where_the_default_endpoint_is_missing():
    for read in (snapshot("PowerShell.7"), snapshot()):
        change_set = enable_remoting(read)
        assert not change_set.effective
        assert "run Enable-PSRemoting on the host" in str(change_set.warnings[0])
        assert "already" not in effect(change_set) and "No changes needed" not in effect(change_set)
    assert enable_remoting(snapshot("microsoft.powershell")).warnings == ()


def test_a_report_tells_it_of_the_host():
    assert [finding.code for finding in reviewed_host(snapshot("x")).findings] == ["default-missing"]
    assert reviewed_host(snapshot("microsoft.powershell")).findings == ()
