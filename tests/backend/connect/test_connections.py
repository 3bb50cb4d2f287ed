"""The file of connections: what it keeps, and what it survives."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import (
    MAX_RECENT,
    Connection,
    ConnectionHistory,
    ConnectionStore,
    ConnectRequest,
)
from gatepost.backend.connect.schemes import SCHEMES, identity_unverified, refusal, scheme_of, with_allowed_scheme
from gatepost.endpoints.errors import HostError


def connection(typed="srv01", user="CONTOSO\\admin", **more):
    return Connection("ntlm", user, parse_address(typed), **more)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deeper" / "connections.json"


@pytest.fixture
def store(path):
    return ConnectionStore(path)


def test_no_file_is_no_connection(store):
    assert store.load() == ConnectionHistory()


def test_the_newest_comes_first_and_one_host_is_there_once(store):
    for typed in ("srv01", "srv02", "SRV01"):
        store.note(connection(typed))
    assert [c.address.host for c in store.load().connections] == ["SRV01", "srv02"]
    store.note(connection("srv02", "other", remember=True, saved=True))
    assert store.load().connections[0] == connection("srv02", "other", remember=True, saved=True)
    assert store.load().find("http://srv01:5985") == connection("SRV01")
    assert store.load().find("http://srv01:5986") is None


def test_all_that_leads_to_a_host_is_kept(store):
    whole = connection(
        "https://srv01",
        ca_file="/etc/ca.pem",
        pinned_fingerprint="ab" * 32,
        client_certificate="/home/me/me.pem",
        client_key="/home/me/me.key",
        proxy="http://proxy.lab:3128",
        read_only=True,
        kerberos_or_https_only=True,
    )
    store.note(whole)
    assert store.load().connections == (whole,)
    bare = replace(whole, pinned_fingerprint="", proxy="", read_only=False, kerberos_or_https_only=False)
    store.note(bare)
    assert store.load().connections == (bare,)


def test_the_account_of_a_proxy_is_not_kept(store, path):
    store.note(connection(proxy="http://me:hunter2@proxy.lab:3128"))
    assert "hunter2" not in path.read_text("utf-8")
    assert store.load().connections == (connection(),)
    path.write_text(path.read_text("utf-8").replace('"proxy": ""', '"proxy": "http://me:hunter2@proxy.lab:3128"'))
    assert store.load().connections == (connection(),)


def test_a_host_can_be_forgotten(store):
    store.note(connection("srv01"))
    store.note(connection("srv02"))
    store.forget(connection("srv02").key)
    assert store.load().connections == (connection("srv01"),)


def test_old_ones_drop_off_unless_they_were_saved(store):
    store.note(connection("keep", saved=True))
    for number in range(MAX_RECENT + 5):
        store.note(connection(f"srv{number}x"))
    hosts = [c.address.host for c in store.load().connections]
    assert len(hosts) == MAX_RECENT + 1
    assert hosts[-1] == "keep"
    assert "srv4x" not in hosts


def test_what_another_version_wrote_stays(store, path):
    store.note(connection())
    document = json.loads(path.read_text("utf-8"))
    document["window"] = {"x": 1}
    document["connections"][0]["color"] = "red"
    document["connections"].append({"url": "pipe:later", "kind": 7})
    path.write_text(json.dumps(document), "utf-8")
    store.note(replace(connection(), user="other"))
    after = json.loads(path.read_text("utf-8"))
    assert after["window"] == {"x": 1}
    assert after["connections"][0]["color"] == "red"
    assert after["connections"][0]["user"] == "other"
    assert after["connections"][1] == {"url": "pipe:later", "kind": 7}
    assert len(store.load().connections) == 1


PROTECTED = Connection(
    "ntlm", "u", parse_address("https://guarded"), pinned_fingerprint="ab" * 32, ca_file="/ca.pem", read_only=True
)


def test_what_protects_a_host_outlives_its_place_in_the_list(store):
    strict = connection("strict", kerberos_or_https_only=True)
    store.note(PROTECTED)
    store.note(strict)
    for number in range(MAX_RECENT):
        store.note(connection(f"srv{number}x"))
    known = store.load()
    assert PROTECTED.key not in {c.key for c in known.connections}
    assert known.find(PROTECTED.key).protection == PROTECTED.protection
    assert known.find(strict.key).kerberos_or_https_only
    store.note(replace(PROTECTED, user="other"))  # as a dialog makes it of what was found
    assert store.load().connections[0].protection == PROTECTED.protection


def test_what_an_old_version_kept_in_the_list_goes_on_protecting(store, path):
    path.parent.mkdir(parents=True)
    old = {"url": "https://guarded:5986/wsman", "authentication": "ntlm", "user": "u"}
    old |= {"pinned_fingerprint": "ab" * 32, "ca_file": "/ca.pem", "read_only": True, "remember": True}
    path.write_text(json.dumps({"schema": 1, "connections": [old]}), "utf-8")
    assert store.load().connections == (replace(PROTECTED, remember=True),)
    for number in range(MAX_RECENT):
        store.note(connection(f"srv{number}x"))
    assert "ab" * 32 not in path.read_text("utf-8")
    assert store.load().find(PROTECTED.key).protection == PROTECTED.protection
    store.forget(PROTECTED.key)
    assert store.load().find(PROTECTED.key) is None


@pytest.mark.parametrize("damage", ["{", '{"hosts": []}', '{"hosts": {"https://guarded:5986": {"read_only": "yes"}}}'])
def test_protections_that_cannot_be_read_are_said_to_be(store, path, damage):
    store.note(PROTECTED)
    protections = path.with_name("protections.json")
    protections.write_text(damage, "utf-8")
    assert str(protections) in str(store.load().problem)
    assert store.load().protections_lost
    store.note(connection())  # of a host without any: the file stays as it is
    assert protections.read_text("utf-8") == damage


def test_protections_of_a_newer_version_are_left_alone(store, path):
    protections = path.with_name("protections.json")
    protections.parent.mkdir(parents=True)
    protections.write_text('{"schema": 2}', "utf-8")
    with pytest.raises(HostError, match="newer"):
        store.note(PROTECTED)
    assert protections.read_text("utf-8") == '{"schema": 2}'


def test_what_another_version_says_of_a_protected_host_stays(store, path):
    store.note(PROTECTED)
    protections = path.with_name("protections.json")
    document = json.loads(protections.read_text("utf-8"))
    document["hosts"][PROTECTED.key]["later"] = 7
    protections.write_text(json.dumps(document), "utf-8")
    store.note(replace(PROTECTED, read_only=False))
    assert json.loads(protections.read_text("utf-8"))["hosts"][PROTECTED.key]["later"] == 7
    assert store.load().connections == (replace(PROTECTED, read_only=False),)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"connections": 3}', '{"schema": "x"}', "[" * 100_000, "\udcff"])
def test_a_damaged_file_is_empty_is_said_to_be_and_is_kept(store, path, damage):
    path.parent.mkdir(parents=True)
    path.write_bytes(damage.encode("utf-8", "surrogateescape"))
    known = store.load()
    assert known.connections == ()
    assert str(path) in str(known.problem)
    store.note(connection())
    assert store.load() == ConnectionHistory((connection(),))
    assert path.with_suffix(".damaged").read_bytes() == damage.encode("utf-8", "surrogateescape")


def test_the_file_of_a_newer_version_is_left_alone(store, path):
    path.parent.mkdir(parents=True)
    path.write_text('{"schema": 2, "connections": []}', "utf-8")
    assert "newer" in str(store.load().problem)
    with pytest.raises(HostError, match="newer"):
        store.note(connection())
    assert path.read_text("utf-8") == '{"schema": 2, "connections": []}'


def test_a_folder_that_cannot_be_written_is_an_error_for_people(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(HostError, match="Can't save"):
        ConnectionStore(tmp_path / "file" / "connections.json").note(connection())


def test_a_file_that_cannot_be_replaced_leaves_nothing_beside_it(path, store):
    (path / "folder").mkdir(parents=True)  # a folder stands where the file belongs
    with pytest.raises(HostError, match=r"Can't read.*at the moment"):
        store.note(connection())
    assert sorted(p.name for p in path.parent.iterdir()) == [
        "connections.json",
        "connections.lock",
    ]


def test_writing_leaves_nothing_else_behind(store, path):
    store.note(connection())
    assert {p.name for p in path.parent.iterdir()} == {"connections.json", "connections.lock"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
ENTRIES = st.lists(
    st.fixed_dictionaries({}, optional=dict.fromkeys(("url", "authentication", "user", "saved"), JSON)), max_size=3
)


@given(st.fixed_dictionaries({}, optional={"schema": st.integers(-1, 3) | JSON, "connections": JSON | ENTRIES}) | JSON)
def test_whatever_the_file_holds_it_is_read_or_said_to_be_damaged(tmp_path_factory, document):
    path = tmp_path_factory.mktemp("store") / "connections.json"
    path.write_text(json.dumps(document), "utf-8")
    known = ConnectionStore(path).load()
    assert all(isinstance(c, Connection) for c in known.connections)


NOTE_TWENTY = """
import sys
from pathlib import Path
from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection, ConnectionStore
for number in range(20):
    ConnectionStore(Path(sys.argv[1])).note(Connection("ntlm", "u", parse_address(f"{sys.argv[2]}{number}x"), saved=True))
"""


def test_two_windows_at_once_lose_nothing(store, path):
    programs = [subprocess.Popen([sys.executable, "-c", NOTE_TWENTY, path, name]) for name in ("left", "right")]
    assert [program.wait(60) for program in programs] == [0, 0]
    assert len(store.load().connections) == 40


def test_a_request_never_shows_its_password():
    request = ConnectRequest(connection(), "hunter2")
    assert "hunter2" not in repr(request) + str(request)


@pytest.mark.parametrize(
    ("key", "typed", "refused"),
    [
        ("ntlm", "srv01", False),
        ("basic", "srv01", True),
        ("basic", "https://srv01", False),
        ("basic", "127.0.0.1", False),
        ("basic", "[::1]", False),
    ],
)
def test_basic_in_clear_is_refused_except_to_this_computer(key, typed, refused):
    assert bool(refusal(Connection(key, "u", parse_address(typed)))) is refused


@pytest.mark.parametrize(
    ("key", "typed", "refused"),
    [
        ("automatic", "srv01", False),
        ("kerberos", "srv01", False),
        ("ntlm", "srv01", True),
        ("credssp", "srv01", True),
        ("basic", "127.0.0.1", True),
        ("ntlm", "https://srv01", False),
        ("basic", "https://srv01", False),
    ],
)
def test_kerberos_or_https_only_refuses_everything_else(key, typed, refused):
    strict = Connection(key, "u", parse_address(typed), kerberos_or_https_only=True)
    assert bool(refusal(strict)) is refused


def test_kerberos_or_https_only_leaves_kerberos_of_automatic():
    strict = Connection("automatic", "u", parse_address("srv01"), kerberos_or_https_only=True)
    assert with_allowed_scheme(strict).authentication == "kerberos"
    assert with_allowed_scheme(replace(strict, kerberos_or_https_only=False)).authentication == "automatic"
    assert with_allowed_scheme(replace(strict, address=parse_address("https://srv01"))).authentication == "automatic"


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("automatic", "srv01", "If Kerberos isn't available"),
        ("ntlm", "srv01", "NTLM doesn't prove the host's identity"),
        ("credssp", "10.0.0.7", "CredSSP doesn't prove"),
        ("kerberos", "srv01", ""),
        ("ntlm", "https://srv01", ""),
        ("ntlm", "localhost", ""),
    ],
)
def test_what_a_host_gets_before_it_proves_its_identity(key, typed, said):
    connection = Connection(key, "u", parse_address(typed))
    exposed = str(identity_unverified(connection))
    assert said in exposed
    assert bool(exposed) is bool(said)
    assert ("used to crack your password" in exposed) is bool(said)
    assert not identity_unverified(replace(connection, authentication="automatic", kerberos_or_https_only=True))


def test_an_unknown_scheme_is_the_first_one():
    assert scheme_of("later") is SCHEMES[0]
