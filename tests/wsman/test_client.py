import threading

import pytest

from gatepost.wsman import limits
from gatepost.wsman.client import Destination, WsmanClient
from gatepost.wsman.errors import (
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    ReplyError,
    WsmanError,
    WsmanFault,
)
from gatepost.wsman.messages import uris
from tests.wsman.wires import ScriptedWire, answer, fault_body, first_page, message_id, next_page

DROPPED = ConnectionFailed(ConnectionFailureReason.DROPPED, delivery=Delivery.MAYBE, repeatable=True)
STALE = ConnectionFailed(ConnectionFailureReason.STALE, delivery=Delivery.MAYBE, repeatable=True)
IDENTIFIED = (
    '<i:IdentifyResponse xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd">'
    "<i:ProductVendor>V</i:ProductVendor></i:IdentifyResponse>"
)


def client_of(*steps):
    wire = ScriptedWire(list(steps))
    endpoint = Destination("http://srv01:5985/wsman", "srv01", "SRV01\\admin", "NTLM", True)
    return WsmanClient(wire, endpoint), wire


def numbered(*numbers):
    return [f"<i>{number}</i>" for number in numbers]


def listing(client):
    return [item.decode() for item in client.enumerate(uris.CONFIG_PLUGIN)]


def test_a_client_tells_what_its_transport_tells_and_closes_it():
    client, wire = client_of()
    assert (client.address, client.account, client.authentication, client.encrypted) == (
        "srv01",
        "SRV01\\admin",
        "NTLM",
        True,
    )
    client.close()
    assert wire.closed


def test_enumerate_pulls_to_the_end_with_the_latest_context():
    client, wire = client_of(first_page(numbered(1), "c1"), next_page([], "c2"), next_page(numbered(2, 3)))
    assert listing(client) == numbered(1, 2, 3)
    assert wire.actions == ["Enumerate", "Pull", "Pull"]
    assert b"c2" in wire.sent[2] and b"c1" not in wire.sent[2]


def test_pages_are_asked_for_only_when_needed():
    client, wire = client_of(first_page(numbered(1, 2), "c1"), next_page(numbered(3)))
    items = client.enumerate(uris.CONFIG_PLUGIN)
    assert wire.actions == []
    assert next(items) == b"<i>1</i>"
    assert next(items) == b"<i>2</i>"
    assert wire.actions == ["Enumerate"]
    assert list(items) == [b"<i>3</i>"]


def test_closing_early_releases():
    client, wire = client_of(first_page(numbered(1), "c1"), "")
    items = client.enumerate(uris.CONFIG_PLUGIN)
    next(items)
    items.close()
    assert wire.actions == ["Enumerate", "Release"]
    assert b"c1" in wire.sent[1]


def test_a_failing_release_is_nobodys_concern():
    client, wire = client_of(first_page(numbered(1), "c1"), DROPPED)
    items = client.enumerate(uris.CONFIG_PLUGIN)
    next(items)
    items.close()
    assert wire.actions == ["Enumerate", "Release"]


def test_nothing_to_release_after_the_last_page():
    client, wire = client_of(first_page(numbered(1)))
    items = client.enumerate(uris.CONFIG_PLUGIN)
    next(items)
    items.close()
    assert wire.actions == ["Enumerate"]


def test_another_thread_that_drops_the_iterator_does_not_wait_for_the_host():
    client, wire = client_of(first_page(numbered(1), "c1"))
    items = client.enumerate(uris.CONFIG_PLUGIN)
    next(items)
    thread = threading.Thread(target=items.close)
    thread.start()
    thread.join()
    assert wire.actions == ["Enumerate"]


@pytest.mark.parametrize("failure", [DROPPED, STALE])
@pytest.mark.parametrize(
    ("operation", "reply"),
    [
        (lambda client: client.get(uris.CONFIG, {}), "<c/>"),
        (lambda client: client.identify(), IDENTIFIED),
        (listing, first_page(numbered(1))),
    ],
)
def test_reads_are_repeated_once(failure, operation, reply):
    client, wire = client_of(failure, reply)
    assert operation(client)
    first, second = wire.sent
    assert message_id(first) != message_id(second) or b"Identify" in first
    client, wire = client_of(failure, failure)
    with pytest.raises(ConnectionFailed):
        operation(client)
    assert len(wire.sent) == 2


@pytest.mark.parametrize(
    "problem", [ConnectionFailureReason.TIMED_OUT, ConnectionFailureReason.REFUSED, ConnectionFailureReason.CLOSED]
)
def test_other_failures_are_not_repeated(problem):
    client, wire = client_of(ConnectionFailed(problem, delivery=Delivery.MAYBE))
    with pytest.raises(ConnectionFailed):
        client.get(uris.CONFIG, {})
    assert len(wire.sent) == 1


WRITES = {
    "Put": lambda client: client.put(uris.CONFIG_PLUGIN, {"Name": "x"}, b"<P/>"),
    "Create": lambda client: client.create(uris.CONFIG_PLUGIN, {"Name": "x"}, b"<P/>"),
    "Delete": lambda client: client.delete(uris.CONFIG_PLUGIN, {"Name": "x"}),
    "Analyze": lambda client: client.invoke(uris.CONFIG_SERVICE, "Analyze", {}, b"<I/>"),
}


@pytest.mark.parametrize("failure", [DROPPED, STALE, ReplyError("x"), WsmanError("x")])
@pytest.mark.parametrize("write", WRITES)
def test_a_write_is_never_repeated(failure, write):
    client, wire = client_of(failure)
    with pytest.raises(type(failure)):
        WRITES[write](client)
    assert wire.actions == [write]


def test_create_returns_the_selectors_of_what_was_made():
    reference = (
        "<x:ResourceCreated><a:Address>x</a:Address><a:ReferenceParameters><w:SelectorSet>"
        '<w:Selector Name="ShellId">7</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated><r/>'
    )
    client, _ = client_of(reference, "<r/>")
    assert client.create("urn:shell", {}, b"<Shell/>") == {"ShellId": "7"}
    assert client.create("urn:shell", {}, b"<Shell/>") == {}


def test_delete_takes_an_empty_answer_and_raises_a_fault():
    client, _ = client_of("", fault_body())
    client.delete("urn:shell", {"ShellId": "7"})
    with pytest.raises(WsmanFault):
        client.delete("urn:shell", {"ShellId": "7"})


def test_invoke_returns_the_output():
    client, _ = client_of("<Stop_OUTPUT><ReturnValue>0</ReturnValue></Stop_OUTPUT>")
    assert b"ReturnValue" in client.invoke("urn:class", "Stop", {}, b"<Stop_INPUT/>")


def test_put_returns_what_the_host_made_of_it():
    client, _ = client_of('<P a="1"/>')
    assert client.put(uris.CONFIG_PLUGIN, {"Name": "x"}, b"<P/>") == b'<P a="1"/>'


def test_a_session_lost_between_pages_starts_over_without_repeating():
    client, wire = client_of(
        first_page(numbered(1, 2), "c1"), DROPPED, first_page(numbered(1), "d1"), next_page(numbered(2, 3))
    )
    assert listing(client) == numbered(1, 2, 3)
    assert wire.actions == ["Enumerate", "Pull", "Enumerate", "Pull"]


@pytest.mark.parametrize(
    "problem",
    [p for p in ConnectionFailureReason if p not in (ConnectionFailureReason.DROPPED, ConnectionFailureReason.STALE)],
)
def test_a_listing_is_not_repeated_after_any_other_failure(problem):
    """A listing that was cancelled, or that took too long, is not begun again behind somebody's back."""
    client, wire = client_of(first_page(numbered(1), "c1"), ConnectionFailed(problem, delivery=Delivery.MAYBE))
    with pytest.raises(ConnectionFailed):
        listing(client)
    assert wire.actions.count("Enumerate") == 1


def test_the_limit_of_items_counts_over_all_pages(monkeypatch):
    monkeypatch.setattr(limits, "MAX_ITEMS", 4)
    client, _ = client_of(first_page(numbered(1, 2), "c1"), next_page(numbered(3, 4), "c2"), next_page(numbered(5)), "")
    with pytest.raises(ReplyError):
        listing(client)


def test_the_account_of_a_ticket_is_not_known_before_the_first_answer():
    wire = ScriptedWire([])
    client = WsmanClient(wire, Destination("http://srv01:5985/wsman", "srv01", "", "Kerberos", True))
    assert client.account == ""


def test_lost_twice_is_lost():
    client, wire = client_of(first_page(numbered(1), "c1"), DROPPED, first_page(numbered(1), "d1"), DROPPED)
    with pytest.raises(ConnectionFailed):
        listing(client)
    assert len(wire.sent) == 4


def test_a_listing_that_changed_while_starting_over_is_not_patched_together():
    client, _ = client_of(first_page(numbered(1), "c1"), DROPPED, first_page(numbered(9), "d1"), "")
    with pytest.raises(ReplyError, match="changed"):
        listing(client)


@pytest.mark.parametrize(
    ("limit", "most", "page"),
    [
        ("MAX_ITEMS", 10, next_page(numbered(1, 2, 3), "c")),
        ("MAX_ENUMERATION_OCTETS", 100, next_page(numbered(1, 2, 3), "c")),
        ("MAX_EMPTY_PAGES", 20, next_page([], "c")),
    ],
)
def test_an_enumeration_without_end_is_cut_and_released(monkeypatch, limit, most, page):
    monkeypatch.setattr(limits, limit, most)
    client, wire = client_of(first_page(numbered(1), "c"), *[page] * 100)
    with pytest.raises(ReplyError):
        listing(client)
    assert len(wire.sent) < 40
    assert wire.actions[-1] == "Release"


def test_a_reply_out_of_step_begins_a_new_session():
    client, wire = client_of(lambda _: answer("<c/>", "uuid:other"))
    with pytest.raises(ReplyError):
        client.get(uris.CONFIG, {})
    assert wire.resets == 1


def test_a_fault_keeps_the_session():
    client, wire = client_of(fault_body())
    with pytest.raises(WsmanFault):
        client.get(uris.CONFIG, {})
    assert wire.resets == 0
