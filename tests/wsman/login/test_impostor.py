"""An impostor answers any leg of any login with anything: what it learns, how often, and what is said of it."""

from __future__ import annotations

import base64
import gc
import re
import struct
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from gatepost.backend.failures.diagnose import host_error
from gatepost.wsman.errors import WsmanError
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.wsman.http.test_sealing import EXTENDED, KEY_128, SEAL, SEALED, STRONG, challenge
from tests.wsman.raw_host import Asked, RawHost, http
from tests.wsman.wires import answer, fault_body

PASSWORD = "S3cret-Passw0rd"
GARBAGE = base64.b64encode(b"\x60\x03not a token").decode()
UNSEALABLE = b"--Encrypted Boundary\r\n\tOriginalContent: Length=4\r\n--Encrypted Boundary\r\n\x10\0\0\0" + bytes(20)
SCHEMES = ("Negotiate", "NTLM", "Kerberos", "CredSSP", 'Basic realm="WSMAN"', "Bearer")
TYPES = ("application/soap+xml", "text/html", "text/plain", SEALED.removeprefix("Content-Type: "))


def offers(names: list[str], token: str = "") -> str:
    return "\r\n".join(f"WWW-Authenticate: {name} {token}".rstrip() for name in names) or "Server: nginx"


ANSWERS = st.one_of(
    st.none(),
    st.lists(st.sampled_from(SCHEMES), max_size=4).map(lambda names: http(b"", "401 No", offers(names))),
    st.tuples(
        st.sampled_from(("Negotiate", "Kerberos", "NTLM", "CredSSP")), st.sampled_from(("AAAA", "!!", GARBAGE))
    ).map(lambda pair: http(b"", "401 No", offers([pair[0]], pair[1]))),
    st.sampled_from((STRONG, STRONG & ~SEAL, STRONG & ~KEY_128, STRONG & ~EXTENDED)).map(challenge),
    st.tuples(
        st.sampled_from(("200 OK", "302 Away", "400 Bad", "403 No", "407 Proxy", "413 Large", "500 Oops", "503 Busy")),
        st.sampled_from(
            (b"", b"<html><title>Sign in</title></html>", answer("<c/>", None), answer(fault_body(), None))
        ),
        st.sampled_from(TYPES),
        st.sampled_from(("", f"\r\nWWW-Authenticate: Negotiate {GARBAGE}", "\r\nConnection: close")),
    ).map(lambda parts: http(parts[1], parts[0], f"Content-Type: {parts[2]}{parts[3]}")),
    st.just(http(UNSEALABLE, headers=SEALED)),
    st.sampled_from(
        (b"SSH-2.0-OpenSSH\r\n", b"220 mail\r\n", b"\x15\x03\x03\0\x02\x02\x28", b"HTTP/1.1 2000 OK\r\n\r\n")
    ),
)


class Impostor(RuleBasedStateMachine):
    """Each rule is one thing that a user does; the answers to it are drawn first."""

    scheme, host, user = "ntlm", "127.0.0.1", "LAB\\user"

    def __init__(self) -> None:
        super().__init__()
        self.raw = RawHost()
        self.raw.__enter__()
        url = self.raw.url.replace("127.0.0.1", self.host)
        target = RemoteTarget(self.scheme, self.user, PASSWORD, url, connect_timeout=2, read_timeout=2)  # type: ignore[arg-type]
        self.transport = connect(target)

    def teardown(self) -> None:
        self.transport.close()
        self.raw.__exit__(None, None, None)
        gc.collect()

    @rule(steps=st.lists(ANSWERS, min_size=1, max_size=5), write=st.booleans())
    def ask(self, steps: list[bytes | None], write: bool) -> None:
        self.raw._steps = list(steps)
        before = len(self.raw.asked)
        operation: Callable[[], object] = (
            (lambda: self.transport.put(uris.CONFIG, {}, b"<c/>"))
            if write
            else (lambda: self.transport.get(uris.CONFIG, {}))
        )
        with pytest.raises(WsmanError) as caught:
            operation()
        asked = self.raw.asked[before:]
        assert sum(map(attempts, asked)) <= int(challenge(STRONG) in steps)  # a weak challenge gets no answer
        said = host_error(caught.value, "SRV01")
        assert PASSWORD not in f"{said} {said.details} {caught.value!r}"
        if "intercepted" in str(said):
            assert any(
                b"Encrypted Boundary" in one.body for one in asked
            )  # it was given a message, and spoiled the answer

    @invariant()
    def nothing_is_given_away(self) -> None:
        heard = b"".join(one.head + one.body for one in self.raw.asked)
        for form in (PASSWORD.encode(), PASSWORD.encode("utf-16-le"), b"Authorization: Basic"):
            assert form not in heard
        assert b"Envelope" not in heard  # a message under no key

    @invariant()
    def no_scheme_is_weaker_than_the_user_allowed(self) -> None:
        tokens = [token for one in self.raw.asked if (token := ntlm(one))]
        if self.scheme == "kerberos":
            assert not tokens
        if self.scheme == "automatic":
            assert not tokens or not any(kerberos(one) for one in self.raw.asked)
        for token in tokens:
            assert token[8] != 3 or struct.unpack_from("<H", token, 20)[0] > 24  # NTLMv2


def token_of(asked: Asked) -> bytes:
    found = re.search(rb"Authorization: (?:Negotiate|NTLM|Kerberos) ([\w+/=]+)", asked.head)
    return base64.b64decode(found[1]) if found else b""


def ntlm(asked: Asked) -> bytes:
    token = token_of(asked)
    return token if token.startswith(b"NTLMSSP") else b""


def kerberos(asked: Asked) -> bool:
    return bool(token_of(asked)) and not ntlm(asked)


def attempts(asked: Asked) -> int:
    """Whether a request is an attempt that may count toward a lockout."""
    token = ntlm(asked)
    return int(bool(token) and token[8] == 3)


MANY = settings(max_examples=25, stateful_step_count=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("scheme", ["ntlm", "credssp"])
def test_an_impostor_without_a_domain(scheme):
    if scheme == "credssp":
        pytest.importorskip("requests_credssp")
    run_state_machine_as_test(type("Machine", (Impostor,), {"scheme": scheme}), settings=MANY)


@pytest.mark.parametrize("scheme", ["kerberos", "automatic"])
def test_an_impostor_under_the_name_of_a_host_of_the_domain(kdc, lab_names, scheme):
    kdc.command(f"addprinc -pw {PASSWORD} dora")
    domain = {"scheme": scheme, "host": "srv01.gatepost.test", "user": "dora@GATEPOST.TEST"}
    run_state_machine_as_test(type("Machine", (Impostor,), domain), settings=MANY)
