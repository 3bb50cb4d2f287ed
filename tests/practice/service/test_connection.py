"""A connection of the practice host is cut under the thread that serves it, on every system."""

from __future__ import annotations

import contextlib
import socket
import threading
from unittest.mock import Mock

import pytest

from gatepost import interruptible
from gatepost.practice.service.connection import ServerConnection


@pytest.mark.parametrize("wakes", [True, False])
@pytest.mark.parametrize("said", [b"", b"POST /wsman HTTP/1.1\r\nContent-Length: 50\r\n\r\nhalf"])
def test_it_is_cut_while_it_waits_for_the_client(monkeypatch, wakes, said):
    if wakes and not interruptible.SHUTDOWN_WAKES:
        pytest.skip("not on this system")
    monkeypatch.setattr(interruptible, "SHUTDOWN_WAKES", wakes)
    listener = socket.create_server(("127.0.0.1", 0))
    with listener, socket.create_connection(listener.getsockname()) as client:
        connection = ServerConnection(listener.accept()[0], Mock(), network=True)
        serving = threading.Thread(target=connection.serve)
        serving.start()
        client.sendall(said)
        connection.cut()
        serving.join(3)
        assert not serving.is_alive()
        client.settimeout(3)
        with contextlib.suppress(ConnectionResetError):  # some of what it sent was never read
            assert client.recv(100) == b""
