"""The list of hosts and the keyring together: what is remembered goes when its host goes."""

from dataclasses import replace

import pytest

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import MAX_RECENT, Connection, ConnectionStore, ConnectRequest
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.connect.remembered_hosts import RememberedHosts
from tests.backend.connect.test_credentials import MemoryKeyring

SRV01 = Connection("ntlm", "LAB\\admin", parse_address("srv01"), remember=True)


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture
def hosts(tmp_path, keyring):
    return RememberedHosts(ConnectionStore(tmp_path / "connections.json"), Credentials(lambda: keyring))


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


def test_what_protects_a_host_is_not_undone_by_a_reading_that_began_before(hosts):
    request = ConnectRequest(SRV01, "hunter2")
    hosts.keep(replace(SRV01, read_only=True))
    hosts.connected(request)
    assert hosts.load().find(SRV01.key).read_only
