"""What opens a session is read by pypsrp, an implementation nobody here wrote."""

from __future__ import annotations

import base64
import struct
import uuid
import xml.etree.ElementTree as ET  # noqa: TID251 - what pypsrp gives

import pytest
from lxml import etree
from pypsrp.complex_objects import ApartmentState, HostInfo, PSThreadOptions
from pypsrp.messages import InitRunspacePool, Message, SessionCapability
from pypsrp.powershell import Fragment
from pypsrp.serializer import Serializer

from gatepost.wsman.messages.powershell_shell import OPTIONS, SHELL, new_shell_id, shell_document

CREATION = "{http://schemas.microsoft.com/powershell}creationXml"
HEADER = struct.Struct("<II16s16s")  # destination, kind, runspace pool, pipeline


def fragments(document: bytes) -> list[Fragment]:
    text = etree.fromstring(document).findtext(CREATION)
    assert text is not None
    rest, found = base64.b64decode(text), []
    while rest:
        fragment, rest = Fragment.unpack(rest)
        found.append(fragment)
    return found


def leaves(clixml: bytes) -> list[tuple[str | None, str | None]]:
    """The values of a message, by name; names of .NET types left out."""
    return [(each.get("N"), each.text) for each in etree.fromstring(clixml).iter() if not len(each) and each.tag != "T"]


def by_pypsrp(message: object) -> bytes:
    return ET.tostring(Serializer().serialize(message))


def test_each_message_goes_in_one_fragment_as_pypsrp_takes_it_apart() -> None:
    first, second = fragments(shell_document(new_shell_id()))
    assert (first.object_id, second.object_id) == (1, 2)
    assert all(each.start and each.end and each.fragment_id == 0 for each in (first, second))


def test_the_two_messages_that_a_session_begins_with_are_those_of_pypsrp() -> None:
    shell_id = new_shell_id()
    capability, pool = fragments(shell_document(shell_id))
    assert isinstance(Message.unpack(capability.data, Serializer()).data, SessionCapability)
    wanted = InitRunspacePool(
        1,
        1,
        PSThreadOptions(value=PSThreadOptions.DEFAULT),
        ApartmentState(value=ApartmentState.UNKNOWN),
        HostInfo(),
        None,
    )
    for sent, kind, expected in (
        (capability.data, 0x00010002, SessionCapability(OPTIONS["protocolversion"], "2.0", "1.1.0.1")),
        (pool.data, 0x00010004, wanted),
    ):
        destination, found, rpid, pipeline = HEADER.unpack_from(sent)
        assert (destination, found, pipeline) == (2, kind, bytes(16))
        assert str(uuid.UUID(bytes_le=rpid)).upper() == shell_id
        lower = [(name, text and text.lower()) for name, text in leaves(by_pypsrp(expected))]
        assert [(name, text and text.lower()) for name, text in leaves(sent[HEADER.size :])] == lower


@pytest.mark.parametrize("name", ["InputStreams", "OutputStreams"])
def test_the_streams_of_a_powershell_shell(name: str) -> None:
    root = etree.fromstring(shell_document(new_shell_id()))
    assert root.tag == f"{{{SHELL}}}Shell"
    assert root.findtext(f"{{{SHELL}}}{name}") == {"InputStreams": "stdin pr", "OutputStreams": "stdout"}[name]


def test_every_shell_has_an_identifier_of_its_own() -> None:
    assert len({new_shell_id() for _ in range(10)}) == 10
    assert uuid.UUID(new_shell_id()).version == 4
