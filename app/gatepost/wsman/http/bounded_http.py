"""HTTP underneath pywinrm: one connection at a time, each answer read to its end within a budget."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from typing_extensions import override
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from gatepost.wsman.http.bounded_connection import connection_classes
from gatepost.wsman.http.budget import Budget
from gatepost.wsman.http.tls import TlsTrust

Before = Callable[[requests.PreparedRequest], None]
After = Callable[[requests.PreparedRequest, requests.Response], None]


class BoundedAdapter(HTTPAdapter):
    """Carries the requests of one session over at most one connection at a time, within its budget."""

    def __init__(
        self,
        budget: Budget,
        trust: TlsTrust | None,
        proxy: str,
        before: Before,
        after: After,
    ) -> None:
        """Carry requests; ``before`` is told of each, ``after`` of its answer, read to its end.

        Raises:
            ConnectionFailed: the certificate authorities of ``trust`` cannot be read.
            AuthenticationUnavailable: our own certificate cannot be used.
        """
        plain, tls = connection_classes(budget, trust, proxy)

        class Pool(HTTPConnectionPool):
            ConnectionCls = plain

        class TlsPool(HTTPSConnectionPool):
            ConnectionCls = tls

        self._pools = {"http": Pool, "https": TlsPool}
        self._before = before
        self._after = after
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    @override
    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = self._pools

    @override
    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:
        """Send and read the whole answer, so that the connection is free for the next leg of a login."""
        self._before(request)
        response = super().send(request, *args, **options)
        _ = response.content
        response.raw.release_conn()
        self._after(request, response)
        return response
