"""Changes as code: each form is read by its own grammar, and hostile names stay names in all of them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import tree_sitter
import tree_sitter_powershell
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting, set_access_mode
from gatepost.endpoints.changes.wsman_drive_script import wsman_drive_script
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.access_mode_edit import LOCAL_DEFAULT
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.export import CODE_FORMS, ansible_tasks, dsc_configuration, file_content, unsafe
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet, EndpointChange
from tests.endpoints.changes.test_powershell import SINGLE_QUOTES, read_back
from tests.endpoints.documents import HOST, NO_SECURITY, configuration, document, on_host, sddl, snapshot

GRAMMAR = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
HOSTILE = [
    "plain", "it's", "\u2019; calc; \u2018", "\u201a\u201b", '"; calc; "', "$(calc)", "`n", "a\nb", "a\r\nCalc", "\u2028x",
    "\u202egpj.exe", "{{ lookup('pipe','id') }}", "{% raw %}", "!!python/object:x", "a: b", "# x", "- x", "\\", "\x85", "\U0001f600",
    "%s %(x)s {0}", "--%", "]]>", "<#", "#>", "@'", "'@", "\ufeff", "&a *a", "yes", "~", "\t", " lead", "trail ",
]  # fmt: skip
PATTERN = set("*?[]`")  # what cmdlets take for a pattern
CONDITIONAL = '(XA;;GA;;;AU;(@User.Title == "it\'s" && Member_of {SID(BA)}))'


def made_of(before, after, host=HOST) -> ChangeSet:
    change = EndpointChange(on_host(before), after)
    return ChangeSet(ActionKind.ACCESS_MODE, english("Change"), host, (change,), (), "")


def named(name: str, host=HOST) -> ChangeSet:
    before = configuration("P(A;;GA;;;BA)", enabled=False)
    after = before.with_sddls((sddl(f"P{CONDITIONAL}"),)).with_enabled(enabled=True)
    change = EndpointChange(on_host(before), after)
    object.__setattr__(change.before, "name", name)
    object.__setattr__(change.after, "name", name)
    return ChangeSet(ActionKind.ACCESS_MODE, english("Set {name} to Remote", name=name), host, (change,), (), "")


def take(code: str) -> tuple[str, str]:
    """The value of the expression at the beginning: a string, or strings and code points added up in parentheses."""
    if not code.startswith("("):
        return read_back(code)
    value, rest = "", code[1:]
    while True:
        if found := re.match(r"\[char\](?:::ConvertFromUtf32\()?0x([0-9A-F]+)\)?(?= \+ |\))", rest):
            piece, rest = chr(int(found[1], 16)), rest[found.end() :]
        else:
            piece, rest = read_back(rest)
        value += piece
        if rest.startswith(")"):
            return value, rest[1:]
        assert rest.startswith(" + ")
        rest = rest[3:]


def calls(script: str) -> list[tuple[str, ...]]:
    """Every call of the script's own functions: the function and its arguments. Nothing else may stand at its level."""
    found = []
    body = script.split("$ErrorActionPreference = 'Stop'")[1]
    depth = 0
    for line in body.splitlines():
        depth += line.count("{") - line.count("}") if depth or line.startswith("function ") else 0
        if depth or not line or line in ("}",) or line.startswith(("#", "function ")):
            continue
        function, _, rest = line.partition(" ")
        values = []
        while rest:
            value, rest = take(rest)
            values.append(value)
            assert rest == "" or rest.startswith(" ")
            rest = rest[1:]
        found.append((function, *values))
    return found


def parses(code: str) -> bool:
    """Whether the grammar takes the code; it wants a statement, which code that is all comments has not."""
    return not GRAMMAR.parse(f"{code}\n$null\n".encode()).root_node.has_error


def commands(code: str) -> set[str]:
    """Every command that the grammar sees."""
    names = set()
    stack = [GRAMMAR.parse(code.encode()).root_node]
    while stack:
        node = stack.pop()
        stack += node.children
        if node.type == "command_name":
            names.add(node.text.decode())
    return names


@pytest.fixture
def ansible_accepts(tmp_path, monkeypatch):
    """The syntax check of the package ansible, which CI installs; elsewhere it may be missing."""
    program = Path(sys.executable).with_name("ansible-playbook")
    if not program.exists():
        assert not os.environ.get("CI") or sys.platform == "win32", "CI has to install the extra ansible"
        pytest.skip("ansible is not installed (dependency group ansible)")
    for name, value in (("LC_ALL", "C.UTF-8"), ("ANSIBLE_HOME", tmp_path / "home")):
        monkeypatch.setenv(name, str(value))

    def accepts(playbook: Path) -> bool:
        command = [program, "--syntax-check", playbook]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
        return done.returncode == 0

    return accepts


class Loader(yaml.SafeLoader):
    """YAML with Ansible's tag for text without templates."""


Loader.add_constructor("!unsafe", lambda loader, node: loader.construct_scalar(node))


def tasks(change_set: ChangeSet) -> list[dict]:
    return [t["community.windows.win_pssession_configuration"] for t in yaml.load(ansible_tasks(change_set), Loader)]


# PowerShell through the drive


def test_the_script_sets_what_the_change_sets():
    before = configuration("P(A;;GA;;;BA)")
    change_set = set_access_mode(snapshot(before), ["Test"], AccessMode.LOCAL)
    script = wsman_drive_script(change_set)
    assert parses(script)
    after = change_set.changes[0].after.sddl
    assert calls(script) == [("Set-EndpointDescriptor", "Test", before.sddl, after)]
    assert "Enabled" not in script


def test_an_endpoint_is_disabled_first_and_enabled_last():
    off, on = configuration("P(A;;GA;;;BA)", enabled=False), configuration("P(D;;GA;;;NU)(A;;GA;;;BA)")
    assert [c[0] for c in calls(wsman_drive_script(made_of(off, on)))] == [
        "Set-EndpointDescriptor",
        "Set-EndpointEnabled",
    ]
    assert [c[0] for c in calls(wsman_drive_script(made_of(on, off)))] == [
        "Set-EndpointEnabled",
        "Set-EndpointDescriptor",
    ]
    assert calls(wsman_drive_script(made_of(on, off)))[0] == ("Set-EndpointEnabled", "Test", "false")


def test_a_descriptor_comes_and_goes():
    bare = SessionConfiguration.from_xml(document(sddls=NO_SECURITY))
    added = wsman_drive_script(made_of(bare, bare.with_security_on_bare_resources(LOCAL_DEFAULT)))
    assert calls(added) == [("Add-EndpointDescriptor", "Test", LOCAL_DEFAULT)]
    removed = wsman_drive_script(made_of(configuration("P(A;;GA;;;BA)"), bare))
    assert calls(removed) == [("Remove-EndpointDescriptor", "Test")]
    assert parses(added) and parses(removed)
    assert "fall back to defaults" in added and "fall back to defaults" in removed


def test_equal_descriptors_that_become_different_ones_are_left_out():
    script = wsman_drive_script(
        made_of(configuration("P(A;;GA;;;BA)", "P(A;;GA;;;BA)"), configuration("P(A;;GX;;;BA)", "P"))
    )
    assert calls(script) == []
    assert "# Test is skipped" in script


def test_a_whole_host_is_one_script():
    host = snapshot(configuration("P(A;;GA;;;BA)", name="a"), configuration("P(A;;GA;;;RM)", name="b"))
    script = wsman_drive_script(disable_remoting(host))
    assert [c[1] for c in calls(script)] == ["a", "b"]
    assert script.count("function ") == 1


# Every form


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("make", [wsman_drive_script, dsc_configuration])
def test_powershell_reads_hostile_names_as_names(make, name):
    hostile = HostIdentity("key", name, name, "NTLM", True)
    plain, code = make(named("plain")), make(named(name, hostile))
    assert parses(code)
    if make is wsman_drive_script or not PATTERN & set(name):
        assert commands(code) == commands(plain)
        assert len(code.splitlines()) == len(plain.splitlines())
    after = sddl(f"P{CONDITIONAL}")
    if make is wsman_drive_script:
        before = sddl("P(A;;GA;;;BA)")
        assert calls(code) == [("Set-EndpointDescriptor", name, before, after), ("Set-EndpointEnabled", name, "true")]
    elif not PATTERN & set(name):
        given = [
            line.partition("= ")[2] for line in code.splitlines() if re.match(r" +(Name|SecurityDescriptorSDDL) ", line)
        ]
        assert [take(value) for value in given] == [(name, ""), (after, "")]


@given(
    st.text(
        st.sampled_from([*SINGLE_QUOTES, "a", "`", "$", '"', "\n", ";", "#"]) | st.characters(codec="utf-8"), min_size=1
    )
)
def test_no_name_at_all_breaks_out_of_the_script(name):
    assert [call[1] for call in calls(wsman_drive_script(named(name)))] == [name, name]


@pytest.mark.parametrize("name", [name for name in HOSTILE if not PATTERN & set(name)])
def test_yaml_reads_hostile_names_as_names(name):
    (task,) = tasks(named(name, HostIdentity("key", name, name, "NTLM", True)))
    assert task == {"name": name, "access_mode": "remote", "security_descriptor_sddl": sddl(f"P{CONDITIONAL}")}


@given(st.text(st.characters(codec="utf-8")))
def test_no_text_at_all_breaks_out_of_yaml(value):
    assert yaml.load(f"a: {unsafe(value)}\nb: 1", Loader) == {"a": value, "b": 1}


@pytest.mark.parametrize("name", ["a*", "b?", "[c]", "d`e"])
def test_names_that_cmdlets_take_for_patterns_are_left_out(name):
    assert tasks(named(name)) == []
    assert "xPSEndpoint Endpoint" not in dsc_configuration(named(name))
    assert "skipped: its name would be read as a wildcard pattern" in ansible_tasks(named(name))


def test_what_a_cmdlet_would_lose_is_left_out():
    file = '<Param Name="ConfigFilePath" Value="C:\\x.pssc"/>'
    jea = made_of(configuration("P", parameters=file), configuration("P(A;;GA;;;BA)", parameters=file))
    assert tasks(jea) == [] and "xPSEndpoint Endpoint1" in dsc_configuration(jea)
    run_as = made_of(
        configuration("P", attributes='RunAsUser="a"'), configuration("P(A;;GA;;;BA)", attributes='RunAsUser="a"')
    )
    two = made_of(configuration("P", "P"), configuration("P(A;;GA;;;BA)", "P"))
    for change_set in (run_as, two):
        assert tasks(change_set) == []
        assert parses(dsc_configuration(change_set)) and "xPSEndpoint Endpoint" not in dsc_configuration(change_set)


@pytest.mark.parametrize(
    ("dacl", "enabled", "mode"),
    [
        ("P(A;;GA;;;BA)", True, "Remote"),
        ("P(D;;GA;;;NU)(A;;GA;;;BA)", True, "Local"),
        ("P(A;;GA;;;BA)(D;;GA;;;NU)", True, "Local"),  # Remote would take the Deny away
        ("P(D;;GX;;;NU)(A;;GA;;;BA)", True, "Remote"),  # Local would widen it
        ("P(D;;GA;;;NU)(A;;GA;;;BA)", False, "Disabled"),
    ],
)
def test_the_access_mode_leaves_the_descriptor_as_it_is_given(dacl, enabled, mode):
    change_set = made_of(configuration("P(A;;GX;;;WD)", enabled=not enabled), configuration(dacl, enabled=enabled))
    assert tasks(change_set)[0]["access_mode"] == mode.lower()
    assert f"AccessMode             = '{mode}'" in dsc_configuration(change_set)


def test_what_enabling_changes_besides_endpoints_is_said_to_be_missing():
    host = snapshot(configuration("P(D;;GA;;;NU)(A;;GA;;;BA)"))
    for make in (wsman_drive_script, ansible_tasks, dsc_configuration):
        assert "Changes endpoints only, not the service, listener, firewall rules or token policy." in make(
            enable_remoting(host)
        )
        assert "Changes endpoints only" not in make(disable_remoting(host, include_disabled=True))


LIMITS = {
    wsman_drive_script: ("as administrator", "Stops if the current permissions differ", "Doesn't restart WinRM", "aren't recorded in Gatepost"),
    ansible_tasks: (
        "win_pssession_configuration", "PowerShell 5.1", "restarts WinRM after every change", "doesn't compare access modes",
        "deletes a descriptor before it writes",
    ),
    dsc_configuration: (
        "xPSDesiredStateConfiguration", "PowerShell 5.1", "might restart WinRM", "deletes a descriptor before it writes",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("make", "limits"), LIMITS.items())
def test_every_known_limit_of_a_form_is_in_its_head(make, limits):
    code = make(disable_remoting(snapshot(configuration("P(A;;GA;;;BA)"))))
    comments = "\n".join(line for line in code.splitlines() if line.startswith("#"))
    assert [limit for limit in limits if limit not in comments] == []


@pytest.mark.parametrize("form", CODE_FORMS, ids=lambda form: form.title)
def test_the_known_limits_stand_at_the_top(form):
    code = file_content(form, enable_remoting(snapshot(configuration("P(D;;GA;;;NU)(A;;GA;;;BA)")))).decode("utf-8-sig")
    top = code[: next(at for at, line in _lines(code) if line.strip() and not line.startswith("#"))]
    if "as planned in Gatepost" in code:  # the cmdlets' one line has a head of its own
        assert "# Enable remoting on SERVER01, as planned in Gatepost." in top
        assert "Changes endpoints only, not the service, listener, firewall rules or token policy." in top
        assert len([line for line in top.splitlines() if line.startswith("# ")]) >= 4  # those of the form itself
    else:
        assert top.count("# ") >= 1
    if form.suffix == ".yml":
        assert "restarts WinRM after every change" in top


def _lines(code):
    place = 0
    for line in code.splitlines(keepends=True):
        yield place, line
        place += len(line)


def test_every_form_says_what_it_cannot_do():
    change_set = enable_remoting(snapshot(configuration("P(D;;GA;;;NU)(A;;GA;;;BA)")))
    for form in CODE_FORMS:
        code = file_content(form, change_set).decode("utf-8-sig")
        assert code.startswith("# ") and code.endswith("\n")
        if form.suffix == ".ps1":
            assert parses(code)
    assert "\n- name: Session configuration 1\n" in file_content(CODE_FORMS[2], change_set).decode()
    assert file_content(CODE_FORMS[0], change_set).startswith(b"\xef\xbb\xbf")
    assert not file_content(CODE_FORMS[2], change_set).startswith(b"\xef\xbb\xbf")


def test_ansible_takes_the_tasks(tmp_path, ansible_accepts):
    paths = []
    for number, name in enumerate([*HOSTILE, "a*"]):
        paths.append(tmp_path / f"tasks{number}.yml")
        paths[-1].write_text(ansible_tasks(named(name)), "utf-8")
    imports = "".join(f"    - import_tasks: {path.name}\n" for path in paths)
    playbook = tmp_path / "play.yml"
    playbook.write_text(f"- hosts: localhost\n  gather_facts: false\n  tasks:\n{imports}", "utf-8")
    assert ansible_accepts(playbook)
    paths[0].write_text(ansible_tasks(named("plain")).replace("    name:", "   name:"), "utf-8")
    assert not ansible_accepts(playbook), "the check has to notice a fault"
