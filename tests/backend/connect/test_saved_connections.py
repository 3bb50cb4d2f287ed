"""The list of hosts and the keyring together: what is remembered goes when its host goes."""

from dataclasses import replace

import pytest

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import MAX_RECENT, Connection, ConnectionStore, ConnectRequest
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.connect.password_names import PasswordNames
from gatepost.backend.connect.saved_connections import SavedConnections
from gatepost.endpoints.errors import HostError
from tests.backend.connect.test_credentials import LockedKeyring, MemoryKeyring

SRV01 = Connection("ntlm", "LAB\\admin", parse_address("srv01"), remember=True)


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture
def hosts(tmp_path, keyring):
    return remembered(tmp_path, keyring)


def remembered(folder, keyring):
    names = PasswordNames(folder / "passwords.json")
    return SavedConnections(ConnectionStore(folder / "connections.json"), Credentials(lambda: keyring), names)


def passwords(keyring):
    return sorted(keyring.held.values())


def test_a_password_goes_with_a_host_that_is_forgotten(hosts, keyring):
    hosts.connected(ConnectRequest(SRV01, "hunter2"))
    assert hosts.password(ConnectRequest(SRV01)) == "hunter2"
    hosts.forget(SRV01)
    assert passwords(keyring) == []


def test_a_password_goes_with_a_host_that_drops_off_the_list(hosts, keyring):
    hosts.connected(ConnectRequest(SRV01, "hunter2"))
    for number in range(MAX_RECENT):
        hosts.keep(Connection("ntlm", "u", parse_address(f"other{number}x")))
    assert hosts.load().find(SRV01.key) is None
    assert passwords(keyring) == []


def test_a_password_goes_when_another_account_takes_its_place(hosts, keyring):
    hosts.connected(ConnectRequest(SRV01, "hunter2"))
    hosts.connected(ConnectRequest(replace(SRV01, user="LAB\\other"), "another"))
    assert passwords(keyring) == ["another"]


def test_a_password_stays_while_its_account_is_used(hosts, keyring):
    hosts.connected(ConnectRequest(SRV01, "hunter2"))
    hosts.connected(ConnectRequest(SRV01))  # by the remembered one
    assert passwords(keyring) == ["hunter2"]
    hosts.connected(ConnectRequest(replace(SRV01, remember=False)))
    assert passwords(keyring) == []


SRV02 = Connection("ntlm", "LAB\\other", parse_address("srv02"))


@pytest.mark.parametrize("content", [b"{", b"", b"[]", b'{"connections": {}}'])
def test_passwords_go_with_a_list_that_is_damaged(tmp_path, hosts, keyring, content):
    hosts.connected(ConnectRequest(SRV01, "hunter2"))
    (tmp_path / "connections.json").write_bytes(content)
    assert hosts.load().connections == ()
    assert passwords(keyring) == ["hunter2"]  # somebody may repair the file yet
    hosts.connected(ConnectRequest(replace(SRV02, remember=True), "another"))
    assert (tmp_path / "connections.damaged").exists()
    assert passwords(keyring) == ["another"]


def test_passwords_stay_while_the_list_cannot_be_read(tmp_path, hosts, keyring):
    """A newer version has written it."""
    hosts.connected(ConnectRequest(SRV01, "hunter2"))
    (tmp_path / "connections.json").write_text('{"schema": 99, "connections": []}')
    with pytest.raises(HostError):
        hosts.keep(SRV02)
    assert passwords(keyring) == ["hunter2"]


def test_passwords_of_earlier_versions_go_with_their_hosts_too(tmp_path, hosts, keyring):
    hosts.connected(ConnectRequest(SRV01, "hunter2"))
    (tmp_path / "passwords.json").unlink()
    hosts.forget(SRV01)
    assert passwords(keyring) == []
    hosts.connected(ConnectRequest(SRV01, "hunter2"))
    (tmp_path / "passwords.json").unlink()
    for number in range(MAX_RECENT):
        hosts.keep(Connection("ntlm", "u", parse_address(f"other{number}x")))
    assert passwords(keyring) == []


def test_a_password_that_cannot_be_reached_now_goes_the_next_time(tmp_path, hosts, keyring):
    hosts.connected(ConnectRequest(SRV01, "hunter2"))
    locked = remembered(tmp_path, LockedKeyring())
    locked.forget(SRV01)
    assert passwords(keyring) == ["hunter2"]
    hosts.keep(SRV02)
    assert passwords(keyring) == []


def test_no_password_is_in_any_file(tmp_path, hosts):
    hosts.connected(ConnectRequest(SRV01, "hunter2"))
    assert all(b"hunter2" not in path.read_bytes() for path in tmp_path.iterdir())
    assert SRV01.key in (tmp_path / "passwords.json").read_text()


def test_what_protects_a_host_is_not_undone_by_a_reading_that_began_before(hosts):
    request = ConnectRequest(SRV01, "hunter2")
    hosts.keep(replace(SRV01, read_only=True))
    hosts.connected(request)
    assert hosts.load().find(SRV01.key).read_only
