"""An answer that says again what the last one said is not read again; any other is."""

from __future__ import annotations

import pytest

from gatepost.wsman.errors import ReplyError, WsmanFault
from gatepost.wsman.messages import uris
from gatepost.wsman.messages.envelopes import MessageFactory, RequestMessage
from gatepost.wsman.messages.reply_cache import ReplyCache
from tests.wsman.test_client import client_of, listing, numbered
from tests.wsman.wires import answer, fault_body, first_page, message_id

OTHER = "uuid:11111111-1111-1111-1111-111111111111"


def reply(relates_to: str, own: str = OTHER, said: str = "<x/>") -> bytes:
    head = f"<a:MessageID>{own}</a:MessageID><a:RelatesTo>{relates_to}</a:RelatesTo>"
    return f"<s:Envelope><s:Header>{head}</s:Header><s:Body>{said}</s:Body></s:Envelope>".encode()


def asked(number: int) -> RequestMessage:
    return RequestMessage(f"uuid:{number:08}-0000-0000-0000-000000000000", b"")


class Reader:
    """Counts what is read."""

    def __init__(self) -> None:
        self.read: list[bytes] = []

    def __call__(self, octets: bytes, _: RequestMessage) -> int:
        self.read.append(octets)
        return len(self.read)


def test_only_the_identifiers_differ():
    last, reader = ReplyCache[int](), Reader()
    for number in range(3):
        request = asked(number)
        assert last.read(reply(request.message_id or "", f"uuid:{number}"), request, reader) == 1


@pytest.mark.parametrize(
    "second",
    [
        lambda ours: reply(ours, said="<y/>"),
        lambda ours: reply(ours, said=f"<x/>{' ' * 5000}<y/>"),
        lambda ours: reply(OTHER),
        lambda ours: reply("", ours),
        lambda ours: reply(ours).replace(b"<s:Envelope>", b'<s:Envelope xmlns:n="other">'),
        lambda ours: reply(ours) + b"<!-- more -->",
        lambda ours: b"",
    ],
)
def test_whatever_else_differs_is_read(second):
    last, reader = ReplyCache[int](), Reader()
    first, request = asked(1), asked(2)
    last.read(reply(first.message_id or ""), first, reader)
    assert last.read(second(request.message_id or ""), request, reader) == 2


def test_what_cannot_be_read_is_not_remembered():
    last, reader = ReplyCache[int](), Reader()

    def refuse(_octets: bytes, _request: RequestMessage) -> int:
        raise ReplyError("not this one")

    for number in range(2):
        with pytest.raises(ReplyError):
            last.read(reply(asked(number).message_id or ""), asked(number), refuse)
    assert last.read(reply(asked(3).message_id or ""), asked(3), reader) == 1


def test_an_answer_to_another_request_is_never_taken_for_ours():
    client, _ = client_of(
        first_page(numbered(1, 2)), lambda envelope: answer(first_page(numbered(1, 2)), OTHER), first_page(numbered(3))
    )
    assert listing(client) == numbered(1, 2)
    with pytest.raises(ReplyError, match="another request"):
        listing(client)
    assert listing(client) == numbered(3)


def test_a_change_on_the_host_is_seen_and_a_fault_as_well():
    client, _ = client_of(
        first_page(numbered(1)),
        first_page(numbered(1)),
        first_page(numbered(1, 2)),
        fault_body(),
        first_page(numbered(1)),
    )
    assert [listing(client) for _ in range(3)] == [numbered(1), numbered(1), numbered(1, 2)]
    with pytest.raises(WsmanFault):
        listing(client)
    assert listing(client) == numbered(1)


def test_two_resources_are_not_mistaken_for_one_another():
    client, _ = client_of("<one/>", "<two/>", "<one/>")
    assert [client.get(uri, {}) for uri in (uris.CONFIG_SERVICE, uris.CONFIG_PLUGIN, uris.CONFIG_SERVICE)] == [
        b"<one/>",
        b"<two/>",
        b"<one/>",
    ]


def test_every_message_has_an_identifier_of_its_own_and_no_other_trace_of_it():
    factory = MessageFactory("http://srv01:5985/wsman")
    for make in (
        lambda: factory.enumerate(uris.CONFIG_PLUGIN),
        lambda: factory.get(uris.CONFIG_PLUGIN, {"Name": "uuid:"}),
    ):
        first, second = make(), make()
        assert first.message_id != second.message_id
        assert (message_id(first.envelope), message_id(second.envelope)) == (first.message_id, second.message_id)
        assert first.envelope.replace(str(first.message_id).encode(), b"") == second.envelope.replace(
            str(second.message_id).encode(), b""
        )
