"""Snapshots as files: what is written comes back, and nothing else is taken for one."""

import dataclasses
import json
from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.backend.files.snapshot_file import FORMAT, MAX_OCTETS, SCHEMA, SavedSnapshot, Source, dump, load
from gatepost.backend.files.snapshots import Snapshots, read_snapshot, suggested_name, write_snapshot
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot, UnreadablePlugin
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.security import Accounts, HostDomains, Sid
from tests.endpoints.documents import HOST, NO_SECURITY, ROOT_SDDL, configuration, document, snapshot

READ_AT = "2026-03-01T10:20:30+00:00"
SECRET = "correct horse battery"
# Windows has no database of time zones.
OFFSETS = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
xml_texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=20)
endpoints = st.builds(
    lambda name, enabled, sddls: SessionConfiguration.from_xml(
        document(name, tuple(sddls), f'Enabled="{str(enabled).lower()}"')
    ),
    xml_texts,
    st.booleans(),
    st.lists(st.sampled_from([ROOT_SDDL, "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)", "nonsense & <more>"]), max_size=2),
)
snapshots = st.builds(
    HostSnapshot,
    host=st.builds(
        HostIdentity, texts, texts, texts, texts, st.booleans(), st.sampled_from([HostKind.REMOTE, HostKind.PRACTICE])
    ),
    configurations=st.lists(endpoints, max_size=3).map(tuple),
    root_sddl=texts,
    other_plugins=st.lists(texts, max_size=2).map(tuple),
    unreadable=st.lists(st.builds(UnreadablePlugin, texts, texts), max_size=2).map(tuple),
    accounts=st.dictionaries(texts, texts, max_size=3).map(Accounts),
    needs_full_document=st.frozensets(texts, max_size=2),
    windows_version=texts,
    missing_files=st.frozensets(texts, max_size=2),
    read_at=st.just(READ_AT) | st.datetimes(timezones=OFFSETS).map(lambda d: d.isoformat()),
)
saved = st.builds(SavedSnapshot, snapshots, texts, st.sampled_from(Source))


def refusal(content: bytes) -> str:
    with pytest.raises(HostError) as refused:
        load(content)
    return f"{refused.value.summary}\n{refused.value.details}"


def edited(**changes) -> bytes:
    return json.dumps(json.loads(dump(SavedSnapshot(full()))) | changes).encode()


def full() -> HostSnapshot:
    return HostSnapshot(
        HOST,
        (configuration("P(A;;GA;;;BA)"), SessionConfiguration.from_xml(document("Bare", NO_SECURITY))),
        ROOT_SDDL,
        ("WMI Provider",),
        (UnreadablePlugin("Broken", "no XML"),),
        Accounts({"S-1-5-21-1-2-3-4": r"DOMAIN01\User01"}, HostDomains(None, Sid.parse("S-1-5-21-1-2-3"))),
        frozenset({"Test"}),
        "6.1.7601",
        frozenset({r"C:\gone.dll"}),
        READ_AT,
    )


@given(saved)
def test_what_is_written_comes_back_and_is_written_the_same(one):
    content = dump(one)
    back = load(content)
    assert back == one
    assert back.snapshot.read_at == one.snapshot.read_at
    assert dump(back) == content


def test_no_part_of_a_snapshot_is_left_out():
    whole = full()
    defaults = {f.name for f in dataclasses.fields(HostSnapshot) if getattr(whole, f.name) == f.default}
    assert not defaults, "this test has to fill every field"
    back = load(dump(SavedSnapshot(whole))).snapshot
    for field in dataclasses.fields(HostSnapshot):
        assert getattr(back, field.name) == getattr(whole, field.name), field.name


def test_a_person_can_read_it():
    content = dump(SavedSnapshot(full())).decode()
    assert '"name": "Test"' in content
    assert '"sddl": "O:NSG:BAD:P(A;;GA;;;BA)' in content
    assert max(map(len, content.splitlines())) < 1500


def test_a_password_never_reaches_the_file():
    endpoint = SessionConfiguration.from_xml(document(attributes=f'RunAsUser="CONTOSO\\svc" RunAsPassword="{SECRET}"'))
    content = dump(SavedSnapshot(snapshot(endpoint)))
    assert SECRET.encode() not in content
    back = load(dump(dataclasses.replace(load(content)))).snapshot.configurations[0]
    assert back.run_as == endpoint.run_as
    assert b'RunAsPassword=""' in back.document


def test_a_document_in_another_encoding_is_saved_in_utf8():
    utf16 = ('<?xml version="1.0" encoding="utf-16"?>' + document("Größe").decode()).encode("utf-16")
    endpoint = SessionConfiguration.from_xml(utf16)
    back = load(dump(SavedSnapshot(snapshot(endpoint)))).snapshot.configurations[0]
    assert (back.name, back.security_nodes) == ("Größe", endpoint.security_nodes)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "isn't valid JSON (line 1, column 1)"),
        (b"\xff\xfe\x00", "isn't text in UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[]", "The field snapshot of the file has a value of the wrong kind"),
        (b"{}", "isn't a Gatepost snapshot"),
        (b'{"a": 1, "a": 2}', "a field twice"),
        (b'{"format": "' + FORMAT.encode() + b'", "schema": ' + b"9" * 5000 + b"}", "A value in the file isn't valid"),
        (b" " * (MAX_OCTETS + 1), "larger than 64 MiB"),
    ],
    ids=lambda value: value[:20] if isinstance(value, bytes) else value,
)
def test_what_is_no_snapshot_is_refused_with_the_reason(content, why):
    assert why in refusal(content)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"schema": SCHEMA + 1}, "newer version of Gatepost"),
        ({"schema": True}, "The field schema of the file has a value of the wrong kind"),
        ({"source": "rumor"}, "'rumor' is not a valid Source"),
        ({"read_at": "yesterday"}, "yesterday"),
        ({"names": {"S-1-1-0": 7}}, "The field names of the file has a value of the wrong kind"),
        ({"endpoints": [{"document": "<a/>"}]}, "Expected a PlugInConfiguration"),
        ({"endpoints": [{"document": "<!DOCTYPE a []><a/>"}]}, "DOCTYPE"),
        ({"endpoints": [{"name": "x"}]}, "The field document of the file is missing"),
        ({"root_sddl": "\ud800"}, "surrogates"),
        ({"surprise": 1}, "doesn't know"),
        (
            {"host": {"key": "", "name": "", "account": "", "authentication": "", "encrypted": 1}},
            "The field encrypted of the file has",
        ),
        ({"unreadable": [{"name": "x"}]}, "The field problem of the file is missing"),
    ],
    ids=str,
)
def test_each_wrong_part_is_named(changes, why):
    assert why in refusal(edited(**changes))


def test_a_descriptor_edited_beside_the_document_is_refused():
    document = json.loads(dump(SavedSnapshot(full())))
    document["endpoints"][0]["descriptors"][0]["sddl"] = ROOT_SDDL
    assert "The parts of the file contradict each other" in refusal(json.dumps(document).encode())


@given(st.binary(max_size=60))
def test_octets_are_a_snapshot_or_refused(content):
    with pytest.raises(HostError):
        load(content)


def test_snapshots_of_the_same_second_stand_side_by_side(tmp_path):
    kept = [Snapshots(tmp_path / "new").keep(full()) for _ in range(3)]
    assert [path.name for path in kept] == [
        "SERVER01-20260301T102030.snapshot.json",
        "SERVER01-20260301T102030-2.snapshot.json",
        "SERVER01-20260301T102030-3.snapshot.json",
    ]
    assert {read_snapshot(path).snapshot == full() for path in kept} == {True}


@pytest.mark.parametrize(
    ("name", "file"), [("http://[::1]:5985", "http_1_5985"), ("../..", "host"), ("", "host"), ("x" * 300, "x" * 60)]
)
def test_a_host_may_be_called_anything(name, file):
    named = dataclasses.replace(full(), host=dataclasses.replace(HOST, name=name))
    assert suggested_name(named) == f"{file}-20260301T102030"


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(HostError, match="Can't save"):
        Snapshots(tmp_path / "file" / "snapshots").keep(full())


def test_a_file_that_is_gone_is_named(tmp_path):
    with pytest.raises(HostError, match=r"Can't read the file \(.*gone\.json\)\."):
        read_snapshot(tmp_path / "gone.json")


def test_saving_over_a_file_replaces_all_of_it(tmp_path):
    path = tmp_path / "one.json"
    path.write_bytes(b"x" * 100_000)
    write_snapshot(path, SavedSnapshot(full()))
    assert path.read_bytes() == dump(SavedSnapshot(full()))
    assert list(tmp_path.iterdir()) == [path]
