"""Remembered passwords, with keyrings that work, fail, and are none."""

import subprocess
import sys
from dataclasses import replace

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection
from gatepost.backend.connect.credentials import SERVICE, Credentials
from gatepost.endpoints.text import NOTHING

SRV01 = Connection("ntlm", "CONTOSO\\admin", parse_address("srv01"), remember=True)


class MemoryKeyring(KeyringBackend):
    """A keyring as a system has one."""

    priority = 5

    def __init__(self):
        super().__init__()
        self.held = {}

    def get_password(self, service, username):
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        self.held[service, username] = password

    def delete_password(self, service, username):
        try:
            del self.held[service, username]
        except KeyError:
            raise PasswordDeleteError("absent") from None


class LockedKeyring(MemoryKeyring):
    def get_password(self, service, username):
        raise KeyringLocked("locked")

    def set_password(self, service, username, password):
        raise KeyringLocked(f"cannot store {password}")

    delete_password = get_password


class PlainFile(MemoryKeyring):
    priority = 0.5


def test_a_password_outlives_the_program_in_the_keyring():
    keyring = MemoryKeyring()
    assert Credentials(lambda: keyring).remember(SRV01, "hunter2") == NOTHING
    assert keyring.held == {(SERVICE, "CONTOSO\\admin@http://srv01:5985"): "hunter2"}
    later = Credentials(lambda: keyring)
    assert later.recall(SRV01) == "hunter2"
    assert later.limitation() == NOTHING
    later.forget(Credentials.name(SRV01))
    assert keyring.held == {}
    assert later.recall(SRV01) == ""
    later.forget(Credentials.name(SRV01))


def no_keyring():
    raise ImportError("no module named keyring")


@pytest.mark.parametrize("find", [FailKeyring, PlainFile, no_keyring], ids=["none", "plain file", "not installed"])
def test_without_a_keyring_it_is_said_and_kept_for_this_run(find):
    credentials = Credentials(find)
    assert "until you close Gatepost" in str(credentials.limitation())
    assert "until you close Gatepost" in str(credentials.remember(SRV01, "hunter2"))
    assert credentials.recall(SRV01) == "hunter2"
    assert Credentials(find).recall(SRV01) == ""
    credentials.forget(Credentials.name(SRV01))
    assert credentials.recall(SRV01) == ""


def test_a_locked_keyring_is_no_error():
    credentials = Credentials(LockedKeyring)
    assert credentials.recall(SRV01) == ""
    said = str(credentials.remember(SRV01, "hunter2"))
    assert "didn't accept" in said
    assert "hunter2" not in said
    assert credentials.recall(SRV01) == "hunter2"
    credentials.forget(Credentials.name(SRV01))
    assert credentials.recall(SRV01) == ""


def test_each_account_has_its_own():
    credentials = Credentials(MemoryKeyring)
    credentials.remember(SRV01, "hunter2")
    assert credentials.recall(Connection("ntlm", "other", SRV01.address)) == ""
    assert "hunter2" not in repr(credentials) + str(vars(type(credentials)))


def test_each_client_certificate_has_its_own():
    credentials = Credentials(lambda: None)
    mine, yours = (replace(SRV01, user="", client_certificate=f"/home/{name}.pem") for name in ("me", "you"))
    credentials.remember(mine, "of my key")
    assert (credentials.recall(mine), credentials.recall(yours)) == ("of my key", "")


def test_keyring_is_imported_when_it_is_needed():
    code = "import sys, gatepost.backend.connect.credentials as c; c.Credentials(); print('keyring' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout.strip() == "False"
