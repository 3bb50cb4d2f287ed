"""The transport against the practice host: another implementation of the same protocol, over real HTTP."""

import base64
import threading
import time

import pytest
from lxml import etree

from gatepost.wsman.client import Destination, WsmanClient
from gatepost.wsman.errors import (
    AuthenticationFailed,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    ReplyError,
    WsmanFault,
)
from gatepost.wsman.http.wire import RemoteWire
from gatepost.wsman.login.attempts import LoginAttempts
from gatepost.wsman.login.pywinrm_session import PywinrmSession
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.practice.host_process import PracticeProcess
from tests.wsman.recorder import Recorder

NAME = "microsoft.powershell"
POWERSHELL_URI = "http://schemas.microsoft.com/powershell/microsoft.powershell"


@pytest.fixture(scope="module")
def shared():
    with PracticeProcess("reference-page") as practice:
        yield practice


@pytest.fixture
def practice(shared):
    tell(shared, "page-size")
    tell(shared, "drop 0")
    tell(shared, "delay 0")
    tell(shared, "reset-counts")
    return shared


@pytest.fixture
def recorder(practice):
    with Recorder(practice.url) as recorder:
        yield recorder


@pytest.fixture
def open_host(practice, open_target):
    def open_host(authentication="ntlm", url=None, password=None, role="administrator"):
        user, right = practice.account(role)
        return open_target(url or practice.url, authentication, user, password or right)

    return open_host


def tell(practice, *words):
    assert practice.console(*words)["ok"]


def get(host, name=NAME):
    return host.get(uris.CONFIG_PLUGIN, {"Name": name})


def put(host, document, name=NAME):
    return host.put(uris.CONFIG_PLUGIN, {"Name": name}, document)


def names(host):
    return [etree.fromstring(item).get("Name") for item in host.enumerate(uris.CONFIG_PLUGIN)]


def with_sddl(document, sddl):
    root = etree.fromstring(document)
    next(root.iter("{*}Security")).set("Sddl", sddl)
    return etree.tostring(root)


def sddl_of(document):
    return next(etree.fromstring(document).iter("{*}Security")).get("Sddl")


@pytest.mark.parametrize("authentication", ["ntlm", "basic"])
def test_every_operation_works_with_every_scheme(practice, open_host, authentication):
    host = open_host(authentication)
    assert host.identify().product_vendor == "Microsoft Corporation"
    assert NAME in names(host)
    document = get(host)
    before = sddl_of(document)
    try:
        changed = put(host, with_sddl(document, "O:NSG:BAD:P(A;;GA;;;BA)"))
        assert sddl_of(changed) == sddl_of(get(host)) == practice.sddl(NAME) == "O:NSG:BAD:P(A;;GA;;;BA)"
    finally:
        put(host, with_sddl(document, before))
    assert practice.sddl(NAME) == before
    assert b"RootSDDL" in host.get(uris.CONFIG_SERVICE, {})


def test_descriptor_alone_through_service_security(practice, open_host):
    host = open_host()
    selectors = {"Uri": POWERSHELL_URI}
    security = host.get(uris.CONFIG_SERVICE_SECURITY, selectors)
    root = etree.fromstring(security)
    before = root.get("Sddl")
    root.set("Sddl", "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)")
    try:
        host.put(uris.CONFIG_SERVICE_SECURITY, selectors, etree.tostring(root))
        assert practice.sddl(NAME) == "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)"
    finally:
        tell(practice, "set-sddl", NAME, before)


def test_a_shell_is_created_and_deleted(practice, open_host):
    host = open_host()
    shell = b"<r:Shell xmlns:r='http://schemas.microsoft.com/wbem/wsman/1/windows/shell'/>"
    made = host.create(POWERSHELL_URI, {}, shell, {"protocolversion": "2.3"})
    assert list(made) == ["ShellId"]
    host.delete(POWERSHELL_URI, made)
    with pytest.raises(WsmanFault):
        host.delete(POWERSHELL_URI, made)
    counts = practice.console("counts")
    assert (counts["shell-create"], counts["shell-delete"]) == (1, 2)


def test_a_listing_in_pages_of_two_equals_one_in_a_whole(practice, open_host):
    host = open_host()
    whole = names(host)
    tell(practice, "page-size 2")
    tell(practice, "reset-counts")
    assert names(host) == whole
    counts = practice.console("counts")
    assert counts["enumerate"] == 1
    assert counts["pull"] == (len(whole) - 1) // 2


def test_a_refused_put_changes_nothing(practice, open_host):
    host = open_host()
    before = practice.sddl(NAME)
    with pytest.raises(WsmanFault) as caught:
        put(host, with_sddl(get(host), "foo"))
    assert caught.value.code is not None
    assert caught.value.provider_message
    assert practice.sddl(NAME) == before
    assert get(host)


def test_a_plain_user_is_denied(open_host):
    with pytest.raises(WsmanFault) as caught:
        names(open_host(role="user"))
    assert (caught.value.code, caught.value.subcode) == (5, "w:AccessDenied")


def test_one_connection_serves_many_threads(practice, recorder, open_host):
    host = open_host(url=recorder.url)
    documents = []
    threads = [threading.Thread(target=lambda: documents.extend(get(host) for _ in range(5))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(documents) == 20
    assert len(set(documents)) == 1
    assert recorder.connections == 1
    assert_nothing_in_clear(recorder, practice.account()[1])


# --- nothing in clear ------------------------------------------------------------------------------------------------


def assert_nothing_in_clear(recorder, *secrets):
    heard = recorder.heard
    assert b"HTTP-SPNEGO-session-encrypted" in heard or b"Negotiate" in heard
    for clear in (b"Envelope", b"wsman.xsd", b"Sddl", NAME.encode(), *[secret.encode() for secret in secrets]):
        assert clear not in heard
        assert clear.decode().encode("utf-16-le") not in heard
        assert base64.b64encode(clear) not in heard


def test_ntlm_shows_no_message_and_no_password(practice, recorder, open_host):
    host = open_host(url=recorder.url)
    host.identify()
    names(host)
    put(host, get(host))
    assert len(recorder.heard) > 10_000
    assert_nothing_in_clear(recorder, practice.account()[1])


def test_nor_after_a_login_that_failed(practice, recorder, open_host):
    host = open_host(url=recorder.url, password="not-this-one")
    for operation in (names, get, names):
        with pytest.raises(AuthenticationFailed):
            operation(host)
    assert names(open_host(url=recorder.url))
    assert_nothing_in_clear(recorder, "not-this-one", practice.account()[1])


def test_nor_after_a_dropped_connection(practice, recorder, open_host):
    host = open_host(url=recorder.url)
    document = get(host)
    tell(practice, "drop 1")
    assert get(host) == document
    recorder.hang_up()
    assert get(host) == document
    tell(practice, "drop 2")
    with pytest.raises(ConnectionFailed):
        get(host)
    assert get(host) == document
    assert_nothing_in_clear(recorder, practice.account()[1])


def test_the_recorder_would_notice(recorder, open_host):
    get(open_host("basic", url=recorder.url))
    with pytest.raises(AssertionError):
        assert_nothing_in_clear(recorder)


# --- connections that end --------------------------------------------------------------------------------------------


def test_a_put_that_was_cut_off_is_sent_once(practice, recorder, open_host):
    host = open_host(url=recorder.url)
    document = get(host)
    for command in ("drop 1", "drop-after 1"):
        tell(practice, "reset-counts")
        sealed = recorder.heard.count(b"OriginalContent")
        tell(practice, command)
        with pytest.raises(ConnectionFailed) as caught:
            put(host, document)
        assert caught.value.problem is ConnectionFailureReason.DROPPED
        assert caught.value.delivery is Delivery.MAYBE
        assert sum(practice.console("counts")["put"].values()) <= 1
        assert recorder.heard.count(b"OriginalContent") == sealed + 1
        assert get(host)


def test_a_put_on_a_connection_that_ended_while_idle_is_sent_on_a_new_one(practice, recorder, open_host):
    host = open_host(url=recorder.url)
    document = get(host)
    recorder.hang_up()
    time.sleep(0.1)
    assert put(host, document)
    assert practice.console("counts")["put"] == {"config/plugin": 1}
    assert recorder.connections == 2


def test_a_drop_between_pages_starts_the_listing_over(practice, open_host):
    host = open_host()
    whole = names(host)
    tell(practice, "page-size 2")
    tell(practice, "after 2 drop 1")
    assert names(host) == whole


def test_a_session_is_replaced_when_it_was_idle_for_long(practice, recorder, monkeypatch):
    user, password = practice.account()
    target = RemoteTarget("ntlm", user, password, recorder.url)
    wire = RemoteWire(lambda: PywinrmSession(target, LoginAttempts().attempt(target)))
    host = WsmanClient(wire, Destination(recorder.url, "here", user, "NTLM", True))
    try:
        get(host)
        get(host)
        assert recorder.connections == 1
        monkeypatch.setattr("gatepost.wsman.http.wire.IDLE_LIMIT", -1.0)  # as if it had gone by
        get(host)
        assert recorder.connections == 2
    finally:
        host.close()


@pytest.mark.parametrize("kind", ["not-xml", "truncated", "oversized", "entities", "wrong-relates-to", "empty"])
@pytest.mark.parametrize("authentication", ["ntlm", "basic"])
def test_a_garbled_answer_to_a_write_is_an_error_and_leaves_the_host(practice, open_host, authentication, kind):
    host = open_host(authentication)
    document = get(host)
    tell(practice, "garble", kind)
    with pytest.raises(ReplyError):
        put(host, document)
    assert get(host) == document


def test_a_host_that_vanishes(open_host):
    with PracticeProcess("reference-page") as practice:
        user, password = practice.account()
        host = connect(RemoteTarget("ntlm", user, password, practice.url))
        document = get(host)
        tell(practice, "vanish")
        time.sleep(0.1)
        with pytest.raises(ConnectionFailed) as caught:
            put(host, document)
        assert caught.value.delivery is Delivery.NOT_SENT
        with pytest.raises(ConnectionFailed):
            get(host)
        tell(practice, "return")
        assert get(host) == document
        host.close()
