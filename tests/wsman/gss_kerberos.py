"""The acceptor's side of a Kerberos login, by pykerberos; the key of the host is in ``KRB5_KTNAME``."""

from __future__ import annotations

import base64
from typing import Any

from tests.wsman.acceptor import Refused


class GssKerberos:
    """One security context."""

    def __init__(self) -> None:
        import kerberos

        self.user = ""
        self._library: Any = kerberos
        _, self._state = kerberos.authGSSServerInit("")  # any host whose key there is

    def step(self, token: bytes) -> bytes:
        try:
            self._library.authGSSServerStep(self._state, base64.b64encode(token).decode())
        except self._library.GSSError as error:
            raise Refused from error
        self.user = self._library.authGSSServerUserName(self._state)
        return base64.b64decode(self._library.authGSSServerResponse(self._state) or "")

    def open(self, header: bytes, sealed: bytes) -> bytes:
        plain = self._library.authGSSWinRMDecryptMessage(self._state, sealed, header)
        return plain if isinstance(plain, bytes) else plain.encode()

    def seal(self, plain: bytes) -> tuple[bytes, bytes]:
        sealed, header = self._library.authGSSWinRMEncryptMessage(self._state, plain)
        return header, sealed
