"""Through a proxy, where one was asked for and only then."""

import gc
import time
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connection_test import ConnectionTest, Step
from gatepost.backend.connect.connections import Connection
from gatepost.work import WorkContext
from gatepost.wsman.errors import (
    CertificateRefused,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    EncryptionMissing,
)
from gatepost.wsman.http.tls import certificate_of
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.practice.host_process import PracticeProcess
from tests.wsman.proxy import Proxy
from tests.wsman.tls_hosts import Mute


@pytest.fixture(scope="module")
def practice():
    with PracticeProcess("reference-page", "--https") as practice:
        yield practice


@pytest.fixture
def open_host(practice, open_target):
    def open_host(proxy, url="", authentication="ntlm", **options):
        url = (url or practice.url).replace("127.0.0.1", "far-away.invalid")
        return open_target(url, authentication, *practice.account(), proxy=proxy, **options)

    return open_host


def failure_of(host):
    with pytest.raises(ConnectionFailed) as caught:
        host.identify()
    assert caught.value.delivery is Delivery.NOT_SENT
    return caught.value


def test_http_goes_through_a_tunnel_that_shows_nothing(practice, open_host):
    with Proxy(practice.url) as proxy:
        host = open_host(proxy.url)
        assert host.get(uris.CONFIG, {}) == host.get(uris.CONFIG, {})
        proxy.hang_up()
        assert host.get(uris.CONFIG, {})
        where = f"far-away.invalid:{urlsplit(practice.url).port}".encode()
        assert proxy.asked == [b"CONNECT %b HTTP/1.1\r\nHost: %b\r\n\r\n" % (where, where)] * 2
        assert b"Envelope" not in proxy.heard


def test_https_is_judged_as_it_is_without(practice, open_host):
    url = practice.info["https_url"]
    with Proxy(url) as proxy:
        with pytest.raises(CertificateRefused) as caught:
            open_host(proxy.url, url).identify()
        shown = certificate_of("far-away.invalid", urlsplit(url).port or 0, 3, proxy.url)
        assert caught.value.certificate == shown
        host = open_host(proxy.url, url, pinned_fingerprint=shown.sha256)
        assert host.identify().product_vendor
        assert b"POST" not in proxy.heard


@pytest.mark.parametrize(
    ("reply", "detail"),
    [
        (b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n", "407"),
        (b"HTTP/1.1 403 Forbidden\r\nContent-Length: 5\r\n\r\nwords", "403"),
        (b"HTTP/1.1 200 OK\r\n\r\nand more", "more"),
        (b"SSH-2.0-hello\r\n\r\n", "status"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 9_000, "not HTTP"),
        (b"", "not HTTP"),
    ],
)
def test_a_proxy_that_says_no(practice, open_host, reply, detail):
    with Proxy(practice.url, reply) as proxy:
        error = failure_of(open_host(proxy.url))
        assert error.problem is ConnectionFailureReason.PROXY
        assert detail in error.detail
        assert len(proxy.asked) == 1


def test_a_proxy_that_is_not_there(practice, open_host):
    with Proxy(practice.url) as proxy:
        url = proxy.url
    assert failure_of(open_host(url)).problem is ConnectionFailureReason.PROXY
    assert failure_of(open_host("http://no-such-proxy.invalid:3128")).problem is ConnectionFailureReason.PROXY


def test_a_proxy_whose_name_cannot_be_one(open_host):
    failure = failure_of(open_host("http://proxy..lab:3128"))
    assert failure.problem is ConnectionFailureReason.PROXY
    assert failure.detail == "http://proxy..lab:3128 can't be reached (a part of the name is empty or too long)"


def test_a_proxy_that_does_not_answer_costs_the_connect_timeout(practice, open_host):
    with Mute() as proxy:
        for url in (practice.url, practice.info["https_url"]):
            started = time.monotonic()
            error = failure_of(open_host(f"http://127.0.0.1:{proxy.port}", url, connect_timeout=0.3))
            assert error.problem is ConnectionFailureReason.TIMED_OUT
            assert time.monotonic() - started < 4


def test_proxies_of_the_environment_are_not_asked_for(practice, monkeypatch):
    with Proxy(practice.url) as proxy:
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        host = connect(RemoteTarget("ntlm", *practice.account(), practice.url.replace("127.0.0.1", "localhost")))
        assert host.identify().product_vendor
        host.close()
        assert proxy.asked == []
    gc.collect()


def test_basic_to_this_computer_does_not_take_the_way_round():
    with pytest.raises(EncryptionMissing):
        connect(RemoteTarget("basic", "u", "p", "http://localhost:5985/wsman", proxy="http://proxy.lab:3128"))


@pytest.mark.parametrize("proxy", ["http://u:p@proxy.lab:3128", "https://proxy.lab:3128", "proxy.lab", "http://"])
def test_what_is_no_proxy(proxy):
    with pytest.raises(ValueError, match="URL"):
        RemoteTarget("ntlm", "u", "p", "http://srv01:5985/wsman", proxy=proxy)


def test_the_way_is_tried_through_it(practice):
    user, password = practice.account()
    url = practice.info["https_url"].replace("127.0.0.1", "far-away.invalid")
    with Proxy(practice.info["https_url"]) as proxy:
        connection = Connection("ntlm", user, parse_address(url), proxy=proxy.url)
        results = ConnectionTest(connection, password, WorkContext()).run()
        assert [(r.step, r.works) for r in results] == [(Step.NAME, True), (Step.PORT, True), (Step.TLS, False)]
        assert results[-1].question is not None
        pinned = replace(connection, pinned_fingerprint=results[-1].question.certificate.sha256)
        assert all(result.works for result in ConnectionTest(pinned, password, WorkContext()).run())
    gone = ConnectionTest(connection, password, WorkContext()).run()
    assert [(r.step, r.works) for r in gone] == [(Step.NAME, True), (Step.PORT, False)]
    assert connection.proxy in str(gone[-1].said)
