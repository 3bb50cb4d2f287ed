"""Registry exports of the plug-in configuration, in the forms in which regedit and reg.exe write them."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.backend.files.registry_export import is_registry_export, load_registry_export
from gatepost.backend.files.snapshot_file import SavedSnapshot, Source, dump, load
from gatepost.backend.files.snapshots import read_snapshot
from gatepost.endpoints.access.findings import findings
from gatepost.endpoints.access.summary import access_summary
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.errors import HostError
from tests.endpoints.documents import NO_SECURITY, ROOT_SDDL, document
from tests.needs import needs_reference_data, reference_folder

WSMAN = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\WSMAN"
FOLDER = reference_folder("wsman")
REGISTRY = [*FOLDER.glob("plugin-reg-*.xml"), *FOLDER.glob("plugin-reg-*.raw.txt")]
READ_AT = "2026-03-01T10:20:30+00:00"


def quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def octets(value: str) -> str:
    """REG_SZ as regedit writes it when it does not fit a line."""
    digits = [f"{octet:02x}" for octet in (value + "\0").encode("utf-16-le")]
    lines = [",".join(digits[at : at + 25]) for at in range(0, len(digits), 25)]
    return "hex(1):" + ",\\\r\n  ".join(lines)


def export(plugins: dict[str, str], root: str = "", how=quoted, version: str = "Windows Registry Editor Version 5.00"):
    lines = [version, "", f"[{WSMAN}]", '"StackVersion"="2.0"', ""]
    lines += (
        [f"[{WSMAN}\\Service]", '"allow_remote_requests"=dword:00000001', f'"rootSDDL"={how(root)}'] if root else []
    )
    lines += [f"[{WSMAN}\\Plugin]", ""]
    for name, configxml in plugins.items():
        lines += [f"[{WSMAN}\\Plugin\\{name}]", f'"ConfigXML"={how(configxml)}', ""]
    return "\r\n".join(lines) + "\r\n"


def loaded(text: str, encoding: str = "utf-16") -> SavedSnapshot:
    return load_registry_export(text.encode(encoding), "export", READ_AT)


ONE = {"Test": document().decode()}


@pytest.mark.parametrize("how", [quoted, octets])
@pytest.mark.parametrize(
    ("encoding", "version"),
    [
        ("utf-16", "Windows Registry Editor Version 5.00"),
        ("utf-8", "Windows Registry Editor Version 5.00"),
        ("cp1252", "REGEDIT4"),
        ("utf-8-sig", "REGEDIT4"),
    ],
)
def test_each_form_gives_the_endpoint(how, encoding, version):
    plugins = {"Größe": document("Größe").decode(), "SEL Plugin": "<x Filename='wsmselpl.dll'"}
    saved = loaded(export(plugins, ROOT_SDDL, how, version), encoding)
    assert [c.name for c in saved.snapshot.configurations] == ["Größe"]
    assert saved.snapshot.other_plugins == ("SEL Plugin",)
    assert saved.snapshot.root_sddl == ROOT_SDDL
    assert (saved.source, saved.snapshot.read_at) == (Source.REGISTRY_EXPORT, READ_AT)


def test_a_document_may_run_over_lines():
    value = document().decode().replace("><", ">\r\n[<").replace("[", "")
    found = loaded(export({"Test": value})).snapshot.configurations[0]
    assert found.name == "Test"
    assert found.sddl == "O:NSG:BAD:P(A;;GA;;;BA)"


def test_a_powershell_plugin_that_cannot_be_read_is_named():
    saved = loaded(export({"Bad": r"<PlugInConfiguration Filename='%windir%\system32\pwrshplugin.dll'"}))
    assert [plugin.name for plugin in saved.snapshot.unreadable] == ["Bad"]


def test_a_password_is_left_behind():
    saved = loaded(export({"Test": document(attributes='RunAsUser="a" RunAsPassword="hunter2"').decode()}))
    assert b"hunter2" not in saved.snapshot.configurations[0].document


def test_rootsddl_is_the_value_of_that_name_under_the_service():
    elsewhere = export(ONE).replace('"StackVersion"="2.0"', '"rootSDDL"="O:BAG:BAD:"')
    assert loaded(elsewhere).snapshot.root_sddl == ""
    beside = export(ONE, ROOT_SDDL).replace('"allow_remote_requests"=dword:00000001', '"other"="O:BAG:BAD:"')
    assert loaded(beside).snapshot.root_sddl == ROOT_SDDL
    after = beside.replace(f"[{WSMAN}\\Plugin]", f'[{WSMAN}\\Service]\r\n"other"="O:BAG:BAD:"\r\n\r\n[{WSMAN}\\Plugin]')
    assert loaded(after).snapshot.root_sddl == ROOT_SDDL


def test_without_rootsddl_nothing_is_claimed():
    endpoint = loaded(export({"Test": document(sddls=NO_SECURITY).decode()})).snapshot.configurations[0]
    reading = Endpoint(endpoint, "").mode_state
    assert (reading.mode, str(reading.reason)) == (AccessMode.CUSTOM, "The descriptor that decides isn't known.")
    entrants = access_summary(Endpoint(endpoint, ""))
    assert entrants.unknown and not entrants.anyone
    assert "everyone" not in [f.code for f in findings(Endpoint(endpoint, ""))]


def test_a_key_that_the_file_takes_away_is_no_endpoint():
    text = export(ONE).replace(f"[{WSMAN}\\Plugin\\Test]", f"[-{WSMAN}\\Plugin\\Test]")
    with pytest.raises(HostError, match="no plug-in configuration"):
        loaded(text)


@pytest.mark.parametrize("content", [b"", b"REGEDIT4", b"\xff\xfe", b'REGEDIT4\r\n["', b"REGEDIT4\r\n" + b'"a' * 9])
def test_without_plugins_it_is_refused(content):
    with pytest.raises(HostError):
        load_registry_export(content, "x", READ_AT)


@given(st.text(max_size=200), st.sampled_from(["utf-16", "utf-8"]))
def test_anything_after_the_header_is_read_or_refused(rest, encoding):
    content = (export(ONE) + rest).encode(encoding, "replace")
    assert is_registry_export(content)
    assert len(load_registry_export(content, "x", READ_AT).snapshot.configurations) <= 2


def test_a_value_that_never_ends_takes_no_time():
    text = export(ONE) + f'[{WSMAN}\\Plugin\\Odd]\r\n"ConfigXML"="' + '\\"\r\n"' * 200_000
    assert len(loaded(text).snapshot.configurations) == 1


def test_the_file_is_known_by_what_it_holds(tmp_path):
    path = tmp_path / "server07.txt"
    path.write_bytes(export(ONE).encode("utf-16"))
    os.utime(path, (1_700_000_000, 1_700_000_000))
    saved = read_snapshot(path)
    assert saved.snapshot.host.name == "server07"
    assert saved.snapshot.read_at == "2023-11-14T22:13:20+00:00"
    assert load(dump(saved)) == saved


@needs_reference_data
def test_the_registries_of_real_hosts():
    plugins = {path.name: path.read_text("utf-8") for path in REGISTRY}
    snapshot = loaded(export(plugins)).snapshot
    ours = [name for name in plugins if "microsoft-" in name]
    assert len(snapshot.configurations) == len(ours) > 10
    assert sorted(snapshot.other_plugins) == sorted(set(plugins) - set(ours))
    assert not snapshot.unreadable


PLUGIN = f"{WSMAN}\\Plugin"


@pytest.mark.parametrize("removed", [PLUGIN + "\\Test", PLUGIN.upper(), WSMAN, PLUGIN + "\\TEST"])
def test_a_key_that_is_removed_later_in_the_file_is_no_endpoint(removed):
    saved = loaded(export(ONE) + f"[-{removed}]\r\n\r\n" + export({"Other": document("Other").decode()}))
    assert [c.name for c in saved.snapshot.configurations] == ["Other"]


def test_a_key_with_a_longer_name_is_not_removed_with_it():
    saved = loaded(export({"Test2": document("Test2").decode()}) + f"[-{PLUGIN}\\Test]\r\n")
    assert [c.name for c in saved.snapshot.configurations] == ["Test2"]


def test_a_value_that_is_removed_or_written_again_later_counts_as_it_is_at_the_end():
    again = f'[{PLUGIN}\\Test]\r\n"ConfigXML"={quoted(document(sddls=("O:NSG:BAD:P(A;;GX;;;RM)",)).decode())}\r\n'
    (only,) = loaded(export(ONE) + again).snapshot.configurations
    assert only.sddl == "O:NSG:BAD:P(A;;GX;;;RM)"
    with pytest.raises(HostError, match="no plug-in configuration"):
        loaded(export(ONE) + f'[{PLUGIN}\\Test]\r\n"configxml"=-\r\n')
    saved = loaded(export(ONE, ROOT_SDDL) + f'[{WSMAN}\\Service]\r\n"rootSDDL"=-\r\n')
    assert saved.snapshot.root_sddl == ""


def test_the_copy_for_32_bit_programs_is_not_the_configuration():
    """WinRM reads the 64-bit view alone."""
    other = export({"Test": document(sddls=("O:NSG:BAD:NO_ACCESS_CONTROL",)).decode()}, "O:BAG:BAD:NO_ACCESS_CONTROL")
    other = other.replace("\\SOFTWARE\\", "\\SOFTWARE\\WOW6432Node\\")
    saved = loaded(export(ONE, ROOT_SDDL) + other)
    assert [c.sddl for c in saved.snapshot.configurations] == ["O:NSG:BAD:P(A;;GA;;;BA)"]
    assert saved.snapshot.root_sddl == ROOT_SDDL
    with pytest.raises(HostError, match="32-bit"):
        loaded(other)


@pytest.mark.parametrize("no_text", ["dword:00000001", "hex:00,00", "hex(7):41,00,00,00,00,00", "-"])
def test_a_value_that_a_later_line_makes_no_text_is_gone(no_text):
    later = f'[{PLUGIN}\\Test]\r\n"ConfigXML"={no_text}\r\n'
    (only,) = loaded(export({**ONE, "Other": document("Other").decode()}) + later).snapshot.configurations
    assert only.name == "Other"


def test_a_line_within_a_default_value_removes_nothing():
    (only,) = loaded(export(ONE) + f'[{PLUGIN}]\r\n@="a note\r\n[-{PLUGIN}\\Test]\r\n"\r\n').snapshot.configurations
    assert only.name == "Test"


@pytest.mark.parametrize(
    "key",
    [
        PLUGIN.replace("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER"),
        r"HKEY_LOCAL_MACHINE\SOFTWARE\Contoso\Backup\WSMAN\Plugin",
        r"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\WSMAN\Plugin",
    ],
)
def test_a_key_that_winrm_never_reads_is_no_endpoint(key):
    copy = export({"Copy": document("Copy").decode()}).replace(PLUGIN, key)
    assert [c.name for c in loaded(export(ONE) + copy).snapshot.configurations] == ["Test"]


def test_the_hive_of_another_system_is_read_where_it_is_loaded():
    text = export(ONE, ROOT_SDDL).replace(r"HKEY_LOCAL_MACHINE\SOFTWARE", r"HKEY_LOCAL_MACHINE\OFFLINE")
    snapshot = loaded(text).snapshot
    assert ([c.name for c in snapshot.configurations], snapshot.root_sddl) == (["Test"], ROOT_SDDL)


def test_indents_blanks_around_the_sign_and_a_final_backslash_change_nothing():
    text = export(ONE).replace("\r\n[", "\r\n\t[").replace('\r\n"ConfigXML"=', '\r\n  "ConfigXML" = ')
    assert [c.name for c in loaded(text).snapshot.configurations] == ["Test"]
    with pytest.raises(HostError, match="no plug-in configuration"):
        loaded(text + f" [-{PLUGIN}\\Test\\]\r\n")
