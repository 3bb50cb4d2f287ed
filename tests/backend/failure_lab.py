"""Practice hosts, listeners and certificates, for the tests that produce every failure."""

from __future__ import annotations

from contextlib import ExitStack, closing, suppress

import pytest

from gatepost.wsman.errors import WsmanError
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.practice.host_process import PracticeProcess
from tests.wsman import pki
from tests.wsman.raw_host import RawHost

PASSWORD = "not-a-real-one"


class Lab:
    """Practice hosts, listeners and certificates, and one question asked of any of them."""

    def __init__(self, folder) -> None:
        self._stack = ExitStack()
        self.folder = folder
        self.practice = self.host("hard-cases", "--https", "--credssp")
        self.plain = self.host("reference-page")

    def host(self, *arguments) -> PracticeProcess:
        return self._stack.enter_context(PracticeProcess(*arguments))

    def tell(self, *words) -> None:
        answer = self.practice.console(*words)
        assert answer["ok"], answer

    def failure(self, target: RemoteTarget, ask=lambda host: host.get(uris.CONFIG, {})) -> WsmanError:
        try:
            host = connect(target)
        except WsmanError as error:
            return error
        with closing(host), pytest.raises(WsmanError) as caught:
            ask(host)
        return caught.value

    def at(self, url: str, scheme: str = "ntlm", **options) -> WsmanError:
        account = ("LAB\\user", PASSWORD)
        return self.failure(RemoteTarget(scheme, *account, url, connect_timeout=0.5, read_timeout=0.5, **options))

    def logged_on(self, ask=lambda host: host.get(uris.CONFIG, {}), role="administrator", scheme="ntlm") -> WsmanError:
        return self.failure(RemoteTarget(scheme, *self.practice.account(role), self.practice.url), ask)

    def bytes(self, *steps, scheme="ntlm", **options) -> WsmanError:
        with RawHost(*steps) as raw:
            return self.at(raw.url, scheme, **options)

    def https(self, certificate: pki.Issued, **options) -> WsmanError:
        return self.at(self.https_url(certificate), **options)

    def https_url(self, certificate: pki.Issued) -> str:
        return self.host("reference-page", "--https", "--certificate", str(certificate.path)).info["https_url"]

    def close(self) -> None:
        self._stack.close()


class SecuredHost(RawHost):
    """A ``RawHost`` over TLS."""

    def __init__(self, context, *steps) -> None:
        super().__init__(*steps)
        self._context = context

    def _serve(self, connection, number) -> None:
        with suppress(OSError):
            super()._serve(self._context.wrap_socket(connection, server_side=True), number)
