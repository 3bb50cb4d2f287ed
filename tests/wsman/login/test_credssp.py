"""CredSSP against the practice host: what crosses, what is refused, and that a password goes to a proven host alone."""

import base64
import contextlib
import re
import sys
from importlib.util import find_spec
from types import SimpleNamespace
from unittest.mock import Mock
from urllib.parse import urlsplit

import pytest
import spnego

from gatepost.wsman.certificates import CertificateFacts
from gatepost.wsman.errors import (
    AuthenticationFailed,
    AuthenticationUnavailable,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    EncryptionMissing,
)
from gatepost.wsman.http.tls import certificate_of
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.needs import needs
from tests.practice.host_process import PracticeProcess
from tests.wsman.raw_host import RawHost, http
from tests.wsman.recorder import Recorder

needs(find_spec("requests_credssp"), "requests-credssp, of the extra gatepost[credssp]")

NAME = "microsoft.powershell"
OFFER = http(b"", "401 No", "WWW-Authenticate: CredSSP")


@pytest.fixture(scope="module")
def practice():
    with PracticeProcess("reference-page", "--https", "--credssp") as practice:
        yield practice


@pytest.fixture
def open_host(practice, open_target):
    def open_host(url="", password="", **options):
        user, right = practice.account()
        return open_target(url or practice.url, "credssp", user, password or right, **options)

    return open_host


def certificate(practice) -> CertificateFacts:
    port = urlsplit(practice.info["https_url"]).port
    assert port is not None
    return certificate_of("127.0.0.1", port, 3)


def get(host):
    return host.get(uris.CONFIG_PLUGIN, {"Name": NAME})


@pytest.mark.parametrize("secure", [False, True])
def test_every_operation(practice, open_host, secure):
    options = {"pinned_fingerprint": certificate(practice).sha256} if secure else {}
    host = open_host(practice.info["https_url"] if secure else "", **options)
    assert (host.authentication, host.encrypted) == ("CredSSP", True)
    assert host.identify().product_vendor == "Microsoft Corporation"
    written = host.put(uris.CONFIG_PLUGIN, {"Name": NAME}, get(host))
    assert get(host) == written
    assert list(host.enumerate(uris.CONFIG_PLUGIN))


def test_a_message_of_many_pieces_each_way(open_host):
    host = open_host()
    document = get(host)
    padded = document.replace(b"</PlugInConfiguration>", b"<!--" + b"x" * 60_000 + b"--></PlugInConfiguration>")
    assert len(padded) > 60_000
    assert host.put(uris.CONFIG_PLUGIN, {"Name": NAME}, padded)


def test_nothing_crosses_in_clear(practice, open_host):
    _, password = practice.account()
    with Recorder(practice.url) as recorder:
        open_host(recorder.url, password="not-this-one")
        with pytest.raises(AuthenticationFailed):
            open_host(recorder.url, password="not-this-one").identify()
        host = open_host(recorder.url)
        document = get(host)
        recorder.hang_up()
        assert get(host) == document
        heard = recorder.heard
    assert b"HTTP-CredSSP-session-encrypted" in heard
    tokens = b"".join(base64.b64decode(token) for token in re.findall(rb"CredSSP ([\w+/=]+)", heard))
    for clear in (b"Envelope", b"wsman.xsd", b"Sddl", NAME.encode(), password.encode(), b"not-this-one"):
        for stream in (heard, tokens):
            assert clear not in stream
            assert clear.decode().encode("utf-16-le") not in stream


def test_a_wrong_password_comes_with_the_reason_of_the_host(open_host):
    with pytest.raises(AuthenticationFailed) as caught:
        open_host(password="not-this-one").identify()
    assert caught.value.nt_status
    assert caught.value.delivery is Delivery.NOT_SENT


def test_a_put_that_was_cut_off_is_sent_once(practice, open_host):
    host = open_host()
    document = get(host)
    assert practice.console("drop 1")["ok"]
    with pytest.raises(ConnectionFailed) as caught:
        host.put(uris.CONFIG_PLUGIN, {"Name": NAME}, document)
    assert (caught.value.problem, caught.value.delivery) == (ConnectionFailureReason.DROPPED, Delivery.MAYBE)
    assert get(host) == document


def test_a_host_that_does_not_offer_it_names_what_it_offers(open_host):
    with PracticeProcess("reference-page") as other, pytest.raises(AuthenticationFailed) as caught:
        open_host(other.url).identify()
    assert "CredSSP" not in caught.value.offered
    assert "Negotiate" in caught.value.offered


@pytest.mark.parametrize(
    ("steps", "kind"),
    [
        ([http(b"")], EncryptionMissing),
        ([OFFER, OFFER], AuthenticationFailed),
        ([OFFER, http(b"", "401 No", "WWW-Authenticate: CredSSP !!!!")], AuthenticationFailed),
        ([OFFER, http(b"", "401 No", "WWW-Authenticate: CredSSP AAAA")], AuthenticationFailed),
        ([OFFER, http(b"")], EncryptionMissing),
    ],
    ids=["no-login", "no-token", "no-base64", "no-tls", "let in too early"],
)
def test_a_login_that_goes_wrong_sends_no_message(open_host, steps, kind):
    with RawHost(*steps) as raw:
        with pytest.raises(kind) as caught:
            open_host(raw.url).identify()
        assert caught.value.delivery is Delivery.NOT_SENT
        assert all(asked.body == b"" for asked in raw.asked)


SIGN, SEAL, EXTENDED, KEY_128 = 0x10, 0x20, 0x80000, 0x20000000


@pytest.mark.parametrize("missing", [0, SIGN, SEAL, EXTENDED, KEY_128])
def test_a_host_that_bargains_the_protection_down_gets_no_password(open_host, monkeypatch, tmp_path, missing):
    """A host whose NTLM challenge leaves a flag out: the step with the proof, the one before the password, stays out."""
    from spnego._ntlm_raw.messages import Challenge

    accounts = tmp_path / "accounts"
    accounts.write_text("LAB:somebody:else\n")
    monkeypatch.setenv("NTLM_USER_FILE", str(accounts))
    context = []

    def step(token):
        if not context:
            context.append(spnego.server(protocol="credssp", options=spnego.NegotiateOptions.use_negotiate))
        return context[0].step(token) or b""

    def answer(token):
        return http(b"", "401 No", f"WWW-Authenticate: CredSSP {base64.b64encode(step(token)).decode()}")

    pack = Challenge.pack

    def weak(self):
        self.flags &= ~missing
        return pack(self)

    monkeypatch.setattr(Challenge, "pack", weak)
    with RawHost(OFFER, *[lambda _body: answer(token_of(raw.asked[-1].head))] * 8) as raw:
        with pytest.raises((AuthenticationFailed, EncryptionMissing)) as caught:
            open_host(raw.url).identify()
        # With all flags the acceptor itself, which knows no account, says no; else we say no before it is asked.
        assert isinstance(caught.value, EncryptionMissing) == bool(missing)
        assert all(asked.body == b"" for asked in raw.asked)


@pytest.mark.parametrize("tokens", [1, 2, 3])
def test_a_host_that_ends_the_login_before_its_proof_gets_no_message(open_host, monkeypatch, tmp_path, tokens):
    """Whoever answers has the key of the inner TLS; only the public key exchange shows that it is the host."""
    accounts = tmp_path / "accounts"
    accounts.write_text("LAB:somebody:else\n")
    monkeypatch.setenv("NTLM_USER_FILE", str(accounts))
    context = spnego.server(protocol="credssp", options=spnego.NegotiateOptions.use_negotiate)

    def answer(_body):
        token = context.step(token_of(raw.asked[-1].head)) or b""
        return http(b"", "401 No", f"WWW-Authenticate: CredSSP {base64.b64encode(token).decode()}")

    with RawHost(OFFER, *[answer] * tokens, http(b"")) as raw:
        with pytest.raises(EncryptionMissing) as caught:
            open_host(raw.url).identify()
        assert caught.value.delivery is Delivery.NOT_SENT
        assert len(raw.asked) == tokens + 2
        assert all(asked.body == b"" for asked in raw.asked)


def token_of(head):
    found = re.search(rb"Authorization: CredSSP ([\w+/=]+)", head)
    assert found
    return base64.b64decode(found[1])


def test_a_package_that_cannot_be_loaded_says_why(open_host, monkeypatch):
    monkeypatch.delitem(sys.modules, "gatepost.wsman.login.credssp", raising=False)
    monkeypatch.setitem(sys.modules, "requests_credssp", None)
    cause = r"CredSSP needs a package.*import of requests_credssp halted"
    with pytest.raises(AuthenticationUnavailable, match=cause) as caught:
        open_host().identify()
    assert caught.value.delivery is Delivery.NOT_SENT


class SSPIProxy:
    """In the shape of pyspnego's: its own flags, and below it a handle that has none."""

    def __init__(self, context_attr: int) -> None:
        self.context_attr = context_attr
        self._context = object()


@pytest.mark.parametrize(("flags", "accepted"), [(0x10 | 0x20 | 2, True), (0x10, False), (0x20, False), (0, False)])
def test_a_login_through_windows_own_sspi_is_judged_by_its_flags(flags, accepted):
    from gatepost.wsman.login.credssp import check_credssp

    context = SimpleNamespace(_context=SimpleNamespace(_auth_context=SSPIProxy(flags)))
    with contextlib.nullcontext() if accepted else pytest.raises(EncryptionMissing):
        check_credssp(context)


def test_a_host_without_the_fix_of_2018_gets_no_password_and_a_later_one_does():
    """Version 5 of CredSSP came with CVE-2018-0886."""
    from gatepost.wsman.login.credssp import CredsspAuth

    target = RemoteTarget("credssp", "user", "password", "http://srv01:5985/wsman")
    assert CredsspAuth(target, Mock()).minimum_version == 5
