"""This computer through a fake of the automation object, which has its answers from the practice host."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from xml.sax.saxutils import quoteattr

import pytest
from lxml import etree

from gatepost.wsman import limits
from gatepost.wsman.errors import (
    AuthenticationUnavailable,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    LocalClientMissing,
    NotElevated,
    ReplyError,
    ServiceNotRunning,
    WsmanError,
    WsmanFault,
)
from gatepost.wsman.local import LocalTransport, connect_here
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from gatepost.wsman.messages.uris import FAULT, IDENTITY, TRANSFER, WSMAN
from tests.practice.host_process import PracticeProcess

NAME = "microsoft.powershell"
SHELL = b"<r:Shell xmlns:r='http://schemas.microsoft.com/wbem/wsman/1/windows/shell'/>"
GENERAL_FAILURE = -2147352567  # DISP_E_EXCEPTION


class ComError(Exception):
    """In the shape of pywintypes.com_error: number, text, details, argument."""

    def __init__(self, code: int) -> None:
        super().__init__(GENERAL_FAILURE, "Exception occurred.", (0, "WSMan", "text", None, 0, code - 2**32), None)


class Locator:
    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.selectors: dict[str, str] = {}
        self.options: dict[str, str] = {}

    def AddSelector(self, name: str, value: str) -> None:  # noqa: N802 - the dispatch interface's name
        self.selectors[name] = value

    def AddOption(self, name: str, value: str, must_comply: bool) -> None:  # noqa: N802
        assert must_comply is True
        self.options[name] = value


class Enumerator:
    def __init__(self, session, items) -> None:
        self._session = session
        self._items = items

    @property
    def AtEndOfStream(self) -> bool:  # noqa: N802
        self._session.check()
        return not self._items

    def ReadItem(self) -> str:  # noqa: N802
        self._session.check()
        return self._items.pop(0).decode()


class Automation:
    """WSMan.Automation and its session in one; usable in the thread that made it only, as COM has it."""

    made = 0

    def __init__(self, host) -> None:
        type(self).made += 1
        self.Error = ""
        self.Timeout = 0
        self.failure: Exception | None = None
        self._host = host
        self._thread = threading.get_ident()

    def check(self) -> None:
        assert threading.get_ident() == self._thread
        if self.failure:
            raise self.failure

    def CreateSession(self, connection: str, flags: int, options: object):  # noqa: N802
        assert (connection, flags, options) == ("", 0, None)
        return self

    def CreateResourceLocator(self, uri: str) -> Locator:  # noqa: N802
        return Locator(uri)

    def _asked(self, operation):
        self.check()
        try:
            return operation()
        except WsmanFault as fault:
            self.Error = fault_xml(fault.code, fault.provider_message)
            raise ComError(fault.code) from fault

    def Identify(self, _flags: int) -> str:  # noqa: N802
        found = self._asked(self._host.identify)
        return (
            f'<wsmid:IdentifyResponse xmlns:wsmid="{IDENTITY}"><wsmid:ProductVendor>{found.product_vendor}'
            f"</wsmid:ProductVendor></wsmid:IdentifyResponse>"
        )

    def Get(self, locator: Locator, _flags: int) -> str:  # noqa: N802
        return self._asked(lambda: self._host.get(locator.uri, locator.selectors)).decode()

    def Put(self, locator: Locator, text: str, _flags: int) -> str:  # noqa: N802
        return self._asked(lambda: self._host.put(locator.uri, locator.selectors, text.encode())).decode()

    def Create(self, locator: Locator, text: str, _flags: int) -> str:  # noqa: N802
        made = self._asked(lambda: self._host.create(locator.uri, locator.selectors, text.encode(), locator.options))
        selectors = "".join(f'<w:Selector Name="{name}">{value}</w:Selector>' for name, value in made.items())
        return (
            f'<x:ResourceCreated xmlns:x="{TRANSFER}" xmlns:w="{WSMAN}">'
            f"<w:SelectorSet>{selectors}</w:SelectorSet></x:ResourceCreated>"
        )

    def Delete(self, locator: Locator, _flags: int) -> None:  # noqa: N802
        self._asked(lambda: self._host.delete(locator.uri, locator.selectors))

    def Invoke(self, action: str, locator: Locator, text: str, _flags: int) -> str:  # noqa: N802
        return self._asked(lambda: self._host.invoke(locator.uri, action, locator.selectors, text.encode())).decode()

    def Enumerate(self, uri: str, query: str, dialect: str, _flags: int) -> Enumerator:  # noqa: N802
        assert dialect == (uris.WQL if query else "")
        return Enumerator(self, self._asked(lambda: list(self._host.enumerate(uri, query))))


def fault_xml(code: int, message: str) -> str:
    return (
        f'<f:WSManFault xmlns:f="{FAULT}" Code={quoteattr(str(code))} Machine="localhost">'
        f"<f:Message>{message.replace('&', '').replace('<', '')}</f:Message></f:WSManFault>"
    )


@pytest.fixture(scope="module")
def practice():
    with PracticeProcess("reference-page") as practice:
        yield practice


@pytest.fixture
def remote(practice):
    host = connect(RemoteTarget("basic", *practice.account(), practice.url))
    yield host
    host.close()


@pytest.fixture
def objects():
    return []


@pytest.fixture
def here(remote, objects):
    def automation():
        objects.append(Automation(remote))
        return objects[-1]

    return LocalTransport(automation, "LAB\\admin", lambda: True)


def get(host):
    return host.get(uris.CONFIG_PLUGIN, {"Name": NAME})


def test_every_operation_gives_locally_what_it_gives_remotely(here, remote, practice):
    assert (here.address, here.account, here.encrypted) == ("localhost", "LAB\\admin", True)
    assert here.identify().product_vendor == "Microsoft Corporation"
    assert get(here) == get(remote)
    assert list(here.enumerate(uris.CONFIG_PLUGIN)) == list(remote.enumerate(uris.CONFIG_PLUGIN))
    root = etree.fromstring(get(here))
    next(root.iter("{*}Security")).set("Sddl", "O:NSG:BAD:P(A;;GA;;;BA)")
    assert b"O:NSG:BAD:P(A;;GA;;;BA)" in here.put(uris.CONFIG_PLUGIN, {"Name": NAME}, etree.tostring(root))
    assert practice.sddl(NAME) == "O:NSG:BAD:P(A;;GA;;;BA)"


def test_a_shell_is_created_and_deleted(here, practice):
    practice.console("reset-counts")
    uri = f"http://schemas.microsoft.com/powershell/{NAME}"
    made = here.create(uri, {}, SHELL, {"protocolversion": "2.3"})
    assert list(made) == ["ShellId"]
    here.delete(uri, made)
    counts = practice.console("counts")
    assert (counts["shell-create"], counts["shell-delete"]) == (1, 1)
    with pytest.raises(WsmanFault):
        here.delete(uri, made)


@pytest.mark.parametrize(
    "write",
    [
        lambda here: here.create("urn:x", {}, b"<a/>"),
        lambda here: here.delete("urn:x", {}),
        lambda here: here.invoke("urn:x", "Stop", {}, b"<a/>"),
    ],
)
def test_other_writes_are_unknown_too_after_a_failure(here, objects, write):
    failing(here, objects, ComError(0x80004005))
    with pytest.raises(ConnectionFailed) as caught:
        write(here)
    assert caught.value.delivery is Delivery.MAYBE


def test_a_create_without_options_names_none(here, objects, monkeypatch):
    asked = []
    monkeypatch.setattr(Locator, "AddOption", lambda self, name, value, _: asked.append((name, value)))
    for options in (None, {"protocolversion": "2.3"}):
        with suppress(WsmanError):
            here.create("urn:x", {}, b"<a/>", options)
    assert asked == [("protocolversion", "2.3")]


def test_each_thread_has_objects_of_its_own(here, objects):
    found = []
    threads = [threading.Thread(target=lambda: found.extend([get(here), get(here)])) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert len(set(found)) == 1
    assert len(objects) == 3
    assert {each.Timeout for each in objects} == {50_000}


def test_a_refusal_is_the_fault_that_a_remote_host_would_send(here, remote):
    document = get(here).replace(b"<PlugInConfiguration", b"<PlugInConfiguration Nonsense='1'", 1)
    root = etree.fromstring(document)
    next(root.iter("{*}Security")).set("Sddl", "foo")
    faults = []
    for host in (here, remote):
        with pytest.raises(WsmanFault) as caught:
            host.put(uris.CONFIG_PLUGIN, {"Name": NAME}, etree.tostring(root))
        faults.append(caught.value)
    assert faults[0].code == faults[1].code is not None
    assert get(here)


def failing(here, objects, error, xml=""):
    here.identify()
    objects[0].failure = error
    objects[0].Error = xml


def test_a_service_that_stops_while_it_writes_may_have_written(here, objects):
    failing(here, objects, ComError(2150858770))
    with pytest.raises(ServiceNotRunning) as caught:
        here.put(uris.CONFIG_PLUGIN, {"Name": NAME}, b"<a/>")
    assert caught.value.may_have_changed_host


@pytest.mark.parametrize("xml", ["", fault_xml(2150858770, "The client cannot connect")])
def test_a_service_that_does_not_run(here, objects, xml):
    failing(here, objects, ComError(2150858770), xml)
    for operation in (lambda: get(here), lambda: list(here.enumerate(uris.CONFIG_PLUGIN))):
        with pytest.raises(ServiceNotRunning) as caught:
            operation()
        assert caught.value.delivery is Delivery.NOT_SENT


@pytest.mark.parametrize("code", [0x80040154, 0x800401F3])
def test_a_windows_without_its_client_says_so_in_its_own_words(code):
    class NotRegistered(Exception):
        """In the shape of pywintypes.com_error, of a call that never reached an object."""

    def automation():
        raise NotRegistered(code - 2**32, "Invalid class string\r\n", None, None)

    with pytest.raises(LocalClientMissing, match=f"0x{code:08X}: Invalid class string$") as caught:
        get(LocalTransport(automation, "user", lambda: True))
    assert caught.value.delivery is Delivery.NOT_SENT


@pytest.mark.parametrize("elevated", [False, True])
def test_access_denied_with_and_without_elevation(remote, objects, elevated):
    def automation():
        objects.append(Automation(remote))
        return objects[-1]

    here = LocalTransport(automation, "user", lambda: elevated)
    failing(here, objects, ComError(0x80070005), fault_xml(5, "Access is denied."))
    with pytest.raises(WsmanFault) as caught:
        get(here)
    assert isinstance(caught.value, NotElevated) == (not elevated)
    assert (caught.value.code, caught.value.provider_message) == (5, "Access is denied.")


@pytest.mark.parametrize("xml", ["", "no xml", "<other/>", "<!DOCTYPE a><a/>"])
def test_a_failure_without_a_fault_leaves_a_write_unknown(here, objects, xml):
    failing(here, objects, ComError(0x80004005), xml)
    for operation, delivery in [
        (lambda: get(here), Delivery.NOT_SENT),
        (lambda: here.put(uris.CONFIG_PLUGIN, {"Name": NAME}, b"<a/>"), Delivery.MAYBE),
    ]:
        with pytest.raises(ConnectionFailed, match="0x80004005") as caught:
            operation()
        assert caught.value.delivery is delivery


def test_a_write_that_the_service_gave_up_waiting_for_is_not_called_refused(here, objects):
    failing(here, objects, ComError(2150858793), fault_xml(2150858793, "The operation timed out."))
    with pytest.raises(WsmanFault) as caught:
        here.put(uris.CONFIG_PLUGIN, {"Name": NAME}, b"<a/>")
    assert caught.value.timed_out
    assert caught.value.may_have_changed_host


@pytest.mark.parametrize("error", [OSError(), RuntimeError("x"), ValueError(1, 2, 3, 4)])
def test_errors_of_any_shape(here, objects, error):
    failing(here, objects, error)
    with pytest.raises(ConnectionFailed):
        get(here)


@pytest.mark.parametrize("answer", ["", None, 7, "<a", "<!DOCTYPE a><a/>"])
def test_an_answer_that_is_none(here, objects, answer, monkeypatch):
    here.identify()
    monkeypatch.setattr(objects[0], "Get", lambda *_: answer)
    with pytest.raises(ReplyError):
        get(here)


def test_an_enumeration_without_end(here, objects, monkeypatch):
    here.identify()
    monkeypatch.setattr(limits, "MAX_ITEMS", 10)
    monkeypatch.setattr(objects[0], "Enumerate", lambda *_: Enumerator(objects[0], [b"<a/>"] * 11))
    with pytest.raises(ReplyError, match="larger"):
        list(here.enumerate(uris.CONFIG_PLUGIN))


def test_nothing_is_asked_after_closing(here, objects):
    here.close()
    here.close()
    with pytest.raises(ConnectionFailed) as caught:
        get(here)
    assert caught.value.problem is ConnectionFailureReason.CLOSED
    assert objects == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a service to ask")
def test_other_systems_explain_themselves():
    with pytest.raises(AuthenticationUnavailable, match="Windows"):
        connect_here("user")
