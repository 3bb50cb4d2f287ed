"""WS-Management: messages and faults without sockets, the client, and the ways to reach a host."""
