"""WS-Management: messages and faults without sockets, the client, and the ways to reach a host.

``messages``, ``replies`` and ``faults`` turn values into bytes and back and never touch a socket. ``client`` runs the
operations over any ``Wire``; ``remote`` is the wire through pywinrm. Whatever comes from a host is untrusted: sizes,
item counts and times are bounded, and a document type declaration is refused.
"""

from gatepost.wsman.transport import Identity, Transport

__all__ = ["Identity", "Transport"]
