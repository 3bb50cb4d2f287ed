"""Transports that are closed in the end, and a Kerberos realm, for the tests of this room."""

from __future__ import annotations

import gc
import socket
from collections.abc import Callable, Iterator

import pytest

from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.transport import Transport
from tests.wsman.calls import SECRET
from tests.wsman.kdc import Kdc, needs_kerberos


@pytest.fixture
def open_target() -> Iterator[Callable[..., Transport]]:
    """Make a transport to what would be a ``RemoteTarget``."""
    made: list[Transport] = []

    def open_target(url: str, authentication: str, *account: str, **options) -> Transport:
        made.append(connect(RemoteTarget(authentication, *account, url, **options)))
        return made[-1]

    yield open_target
    for transport in made:
        transport.close()
        transport.close()
    gc.collect()  # a socket left open would show here as a ResourceWarning


@pytest.fixture(scope="session")
def running_kdc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kdc]:
    needs_kerberos()
    kdc = Kdc(tmp_path_factory.mktemp("kdc"))
    yield kdc
    kdc.close()


@pytest.fixture
def kdc(running_kdc: Kdc, monkeypatch: pytest.MonkeyPatch, tmp_path) -> Kdc:
    """The realm of this test, in which nobody has a ticket yet."""
    for name, value in running_kdc.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("KRB5CCNAME", f"FILE:{tmp_path}/tickets")
    return running_kdc


@pytest.fixture
def lab_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the names of the realm lead to loopback, for which there is no name server here."""
    look_up = socket.getaddrinfo

    def look_up_here(host, *arguments, **options):
        is_ours = isinstance(host, str) and host.endswith(".gatepost.test")
        return look_up("127.0.0.1" if is_ours else host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", look_up_here)


@pytest.fixture
def transport(open_target: Callable[..., Transport]) -> Callable[..., Transport]:
    """Makes transports and closes them after the test."""

    def make(url: str, authentication: str = "basic", **options: object) -> Transport:
        return open_target(url, authentication, "user", SECRET, **options)

    return make
