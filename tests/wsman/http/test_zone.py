"""An IPv6 address that holds for one network interface alone."""

from __future__ import annotations

import ipaddress
import socket
import threading
from pathlib import Path

import pytest

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connection_test import ConnectionTest, Step
from gatepost.backend.connect.connections import Connection
from gatepost.work import WorkContext

INTERFACES = Path("/proc/net/if_inet6")


def link_local() -> str:
    """An address of this computer with its zone; "" where there is none."""
    lines = INTERFACES.read_text("ascii").splitlines() if INTERFACES.exists() else []
    for digits, *_, interface in map(str.split, lines):
        address = ipaddress.IPv6Address(int(digits, 16))
        if address.is_link_local:
            return f"{address}%{interface}"
    return ""


@pytest.fixture
def zoned():
    address = link_local()
    if not address:
        pytest.skip("this computer has no link-local address")
    with socket.socket(socket.AF_INET6) as listener:
        listener.bind(socket.getaddrinfo(address, 0, type=socket.SOCK_STREAM)[0][4])
        listener.listen()
        yield address, listener


def test_an_address_with_a_zone_is_reached_and_the_zone_is_not_sent(zoned):
    address, listener = zoned
    heard: list[bytes] = []

    def serve() -> None:
        for _ in range(2):  # the test of the port, and the login
            connection, _ = listener.accept()
            with connection:
                heard.append(connection.recv(10_000))
                if heard[-1]:
                    connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")

    serving = threading.Thread(target=serve)
    serving.start()
    where = parse_address(f"[{address}]:{listener.getsockname()[1]}")
    results = ConnectionTest(Connection("ntlm", "u", where), "p", WorkContext()).run()
    serving.join(20)
    assert [result.step for result in results if result.works] == [Step.NAME, Step.PORT]
    plain, _, interface = address.partition("%")
    assert f"Host: [{plain}]:{where.port}\r\n".encode() in heard[1]
    assert interface.encode() not in heard[1]
    assert interface in where.label
