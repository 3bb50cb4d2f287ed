"""WS-Management: messages and faults without sockets, the client, and the ways to reach a host.

From top to bottom: ``Transport`` (transport.py) is what the rest of the program asks, in resource XML. ``WsmanClient``
(client.py) is one over a ``RemoteWire``, ``LocalTransport`` (local.py) one through Windows' own client on this computer.
``connect`` (login/remote.py) builds the wire to a host: ``RemoteWire`` (http/wire.py) repeats what may be repeated, and a
session of login/ logs on, seals, and sends through http/. messages/ turns values into octets and back without a socket.
Whatever comes from a host is untrusted: sizes, item counts and times are bounded.
"""

from gatepost.wsman.transport import Identity, Transport

__all__ = ["Identity", "Transport"]
