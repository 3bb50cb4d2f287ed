"""One request and its answer on the connection that a login is bound to, with nothing of requests and urllib3 around it.

What those do for each request is for logins, cookies, redirects and pools. For hundreds of hosts it takes longer than
sealing and parsing.
"""

from __future__ import annotations

import io

import requests
from requests.structures import CaseInsensitiveDict
from urllib3.connection import HTTPConnection

from app.wsman.wire import ConnectionGone


def exchange_on(connection: HTTPConnection, request: requests.PreparedRequest, timeout: float) -> requests.Response:
    """Send a request and read the whole answer. ``timeout`` in seconds is for the sending.

    Raises:
        ConnectionGone: the connection has ended; nothing was sent.
        OSError: it ended, or nothing came, after that.
        http.client.HTTPException: the answer is no HTTP, or was cut short.
    """
    if connection.sock is None or not connection.is_connected:
        connection.close()
        raise ConnectionGone
    connection.sock.settimeout(timeout)
    connection.send(_octets(connection, request))
    incoming = connection.response_class(connection.sock, method="POST")
    try:
        incoming.begin()
        content = incoming.read()
    finally:
        incoming.close()
    if incoming.will_close:
        connection.close()
    answer = requests.Response()
    answer.request = request
    answer.status_code = incoming.status
    answer.headers = CaseInsensitiveDict(incoming.headers.items())
    answer.raw = io.BytesIO(content)
    return answer


def _octets(connection: HTTPConnection, request: requests.PreparedRequest) -> bytes:
    body = request.body if isinstance(request.body, bytes) else (request.body or "").encode()
    host = f"[{connection.host}]" if ":" in connection.host else connection.host
    lines = [f"POST {request.path_url} HTTP/1.1", f"Host: {host}:{connection.port}"]
    lines += [f"{name}: {value}" for name, value in request.headers.items() if name.lower() != "host"]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
