"""What is read of a host beyond its configuration: its Windows version, and whether libraries are gone."""

import json

from gatepost.assets import resource_path
from gatepost.endpoints.access.findings import findings
from gatepost.endpoints.changes.remoting import disable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.work import WorkContext


def scenario(folder, build, **endpoints):
    """A file like windows-server, on another Windows, with more endpoints by name and descriptor."""
    data = json.loads(resource_path("practice", "windows-server.json").read_text("utf-8"))
    data["build"] = build
    data["endpoints"] += [{"name": name, "sddl": sddl} for name, sddl in endpoints.items()]
    path = folder / "other.json"
    path.write_text(json.dumps(data), "utf-8")
    return str(path)


def test_windows_7_gets_no_entry_for_a_group_that_it_does_not_have(start, tmp_path):
    bench = start(scenario(tmp_path, "6.1.7601", Bare=[], Closed="O:NSG:BAD:P(D;;GA;;;NU)"))
    snapshot = bench.host.read_snapshot(WorkContext())
    assert snapshot.windows_version == "6.1.7601"
    assert not bench.host.apply(disable_remoting(snapshot), "", WorkContext()).needs_attention
    assert "RM)" not in bench.practice.sddl("Bare") and "(A;;GA;;;BA)(A;;GA;;;IU)" in bench.practice.sddl("Bare")
    again = bench.host.read_snapshot(WorkContext())
    bench.host.apply(set_access_mode(again, ("Closed",), AccessMode.REMOTE), "", WorkContext())
    assert bench.practice.sddl("Closed") == "O:NSG:BAD:P(A;;GA;;;BA)(A;;GA;;;IU)"
    assert bench.practice.console("counts")["get"]["wmi/root/cimv2/Win32_OperatingSystem"] == 1  # asked once


def test_a_host_where_no_default_would_be_written_is_not_asked(start):
    bench = start("windows-server")
    assert bench.host.read_snapshot(WorkContext()).windows_version == ""
    assert list(bench.practice.console("counts")["get"]) == ["config/service"]


def test_a_library_that_is_gone_is_a_finding(start):
    bench = start("windows-server")
    files = {c.name: c.filename for c in bench.host.read_snapshot(WorkContext()).configurations}
    assert bench.host.reader.missing_files(files.values(), WorkContext()) == frozenset()
    assert bench.practice.console("remove-powershell 7.5.4")["ok"]
    missing = bench.host.reader.missing_files(files.values(), WorkContext())
    assert missing == {files["PowerShell.7"]}
    snapshot = bench.host.read_snapshot(WorkContext())
    gone = type(snapshot)(**{**vars(snapshot), "missing_files": missing})
    told = {e.name: [f.code for f in findings(e)] for e in gone.endpoints}
    assert "library-missing" in told["PowerShell.7"] and "library-missing" in told["PowerShell.7.5.4"]
    assert "library-missing" not in told["microsoft.powershell"]


def test_a_host_that_does_not_tell_has_no_missing_library(start):
    bench = start("windows-server")
    assert bench.practice.console("remove-powershell 7.5.4")["ok"]
    file = bench.host.read_snapshot(WorkContext()).configuration("PowerShell.7").filename
    bench.practice.console("fault 5")
    assert bench.host.reader.missing_files([file], WorkContext()) == frozenset()
    assert bench.host.reader.missing_files([r"%ProgramData%\\pwrshplugin.dll"], WorkContext()) == frozenset()
