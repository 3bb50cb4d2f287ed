"""Rights, resources, headers and shells, asked of the service directly."""

from __future__ import annotations

import pytest

from tests.practice.direct import BASE, ENUMERATION, REPLY_TO, TRANSFER, Desk, envelope

PLUGIN = BASE + "config/plugin"
ENUMERATE = "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>9</w:MaxElements></n:Enumerate>"
CFG = "{http://schemas.microsoft.com/wbem/wsman/1/config/service}"


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize(
    ("role", "network", "reads", "writes"),
    [
        ("administrator", True, True, True),
        ("administrator", False, True, True),
        ("remote-management-user", True, False, False),
        ("remote-management-user", False, True, False),  # RootSDDL gives INTERACTIVE Read
        ("user", True, False, False),
        ("user", False, True, False),
    ],
)
def test_the_configuration_is_guarded_by_root_sddl(
    desk: Desk, role: str, network: bool, reads: bool, writes: bool
) -> None:
    who = {"role": role, "network": network}
    listed = desk.ask(ENUMERATION + "Enumerate", PLUGIN, None, ENUMERATE, **who)
    got = desk.ask(TRANSFER + "Get", PLUGIN, {"Name": "Test"}, **who)
    put = desk.ask(TRANSFER + "Put", PLUGIN, {"Name": "Test"}, desk.document("Test"), **who)
    root = desk.ask(TRANSFER + "Get", BASE + "config/service", None, **who)
    assert [reply.code == 0 for reply in (listed, got, put, root)] == [reads, reads, writes, reads]
    for reply in (listed, got, put, root):
        assert (reply.status, reply.code, reply.subcode) in ((200, 0, ""), (500, 5, "w:AccessDenied"))


@pytest.mark.parametrize(
    ("role", "network", "expected"),
    [("administrator", True, 0), ("remote-management-user", True, 0), ("user", True, 5), ("user", False, 0)],
)
def test_names_are_guarded_by_the_wmi_plug_in(desk: Desk, role: str, network: bool, expected: int) -> None:
    uri, selectors = BASE + "wmi/root/cimv2/Win32_SID", {"SID": "S-1-5-32-544"}
    assert desk.ask(TRANSFER + "Get", uri, selectors, role=role, network=network).code == expected


def test_names_of_accounts_of_well_known_and_of_unknown_sids(desk: Desk) -> None:
    user = desk.logon("user").account

    def name_of(sid: str) -> tuple[str, str, str]:
        found = {
            element.tag.rpartition("}")[2]: element.text or ""
            for element in desk.get("wmi/root/cimv2/Win32_SID", SID=sid).body
        }
        return found["ReferencedDomainName"], found["AccountName"], found["SID"]

    assert name_of(user.sid) == ("DOMAIN01", "User01", user.sid)
    assert name_of("S-1-5-2") == ("NT AUTHORITY", "NETWORK", "S-1-5-2")
    assert name_of("S-1-5-21-1-1-1-1") == ("", "", "S-1-5-21-1-1-1-1")
    assert desk.get("wmi/root/cimv2/Win32_SID", SID="nobody").code == 2150858843
    binary = desk.get("wmi/root/cimv2/Win32_SID", SID="S-1-5-32-544").body
    assert [int(e.text) for e in binary if e.tag.endswith("BinaryRepresentation")] == [
        1,
        2,
        0,
        0,
        0,
        0,
        0,
        5,
        32,
        0,
        0,
        0,
        32,
        2,
        0,
        0,
    ]


def test_the_service_configuration_holds_root_sddl(desk: Desk) -> None:
    desk.state.root_sddl = "O:NSG:BAD:P(A;;GA;;;BA)"
    assert desk.get("config/service").body.findtext(CFG + "RootSDDL") == "O:NSG:BAD:P(A;;GA;;;BA)"
    assert (
        b"<cfg:RootSDDL>O:NSG:BAD:P(A;;GA;;;BA)<"
        in desk.service.answer(
            envelope(
                f"<a:Action>{TRANSFER}Get</a:Action><a:MessageID>uuid:1</a:MessageID>{REPLY_TO}<w:ResourceURI>{BASE}config</w:ResourceURI>"
            ),
            desk.logon(),
            "127.0.0.1",
        ).envelope
    )


def test_a_deny_for_network_in_root_sddl_locks_out(desk: Desk) -> None:
    desk.state.root_sddl = "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)"
    assert desk.get("config/service").code == 5
    assert desk.ask(TRANSFER + "Get", BASE + "config/service", network=False).code == 0
    assert desk.open_shell("WithProfile").code == 0  # has a descriptor of its own


@pytest.mark.parametrize(
    ("tail", "selectors", "code", "subcode"),
    [
        ("config/plugin", {"Name": "Nothing"}, 2150858752, "a:DestinationUnreachable"),
        ("config/plugin", {}, 2150858842, "w:InvalidSelectors"),
        ("config/plugin", {"Name": "Test", "Also": "x"}, 2150858843, "w:InvalidSelectors"),
        ("config/service/security", {"Name": "x"}, 2150858842, "w:InvalidSelectors"),
        ("config/nothing", {}, 2150858752, "a:DestinationUnreachable"),
    ],
)
def test_a_resource_that_is_not_there_is_refused(
    desk: Desk, tail: str, selectors: dict[str, str], code: int, subcode: str
) -> None:
    reply = desk.get(tail, **selectors)
    assert (reply.status, reply.code, reply.subcode) == (500, code, subcode)


@pytest.mark.parametrize(
    ("action", "uri", "body", "code"),
    [
        (TRANSFER + "Put", BASE + "config/service", "", 2150858771),
        (TRANSFER + "Create", PLUGIN, "", 2150858803),
        (TRANSFER + "Delete", BASE + "config/service", "", 2150858771),
        (PLUGIN + "/Dance", PLUGIN, "", 2150858771),
        (ENUMERATION + "Enumerate", BASE + "config/service", ENUMERATE, 2150858771),
        (ENUMERATION + "Enumerate", PLUGIN, "<n:Pull/>", 2150858773),
        (ENUMERATION + "Enumerate", PLUGIN, "<n:Enumerate><w:Filter/></n:Enumerate>", 2150858776),
        (ENUMERATION + "Enumerate", PLUGIN, "<n:Enumerate><w:EnumerationMode/></n:Enumerate>", 2150858886),
        (ENUMERATION + "Pull", PLUGIN, "<n:Pull><n:EnumerationContext>x</n:EnumerationContext></n:Pull>", 2150858779),
    ],
)
def test_an_operation_that_a_resource_does_not_have_is_refused(
    desk: Desk, action: str, uri: str, body: str, code: int
) -> None:
    reply = desk.ask(action, uri, {"Name": "Test"}, body)
    assert (reply.status, reply.code) == (500, code)


_ACTION = f"<a:Action>{TRANSFER}Get</a:Action>"
_ID = "<a:MessageID>uuid:1</a:MessageID>"
_URI = f"<w:ResourceURI>{BASE}config</w:ResourceURI>"


@pytest.mark.parametrize(
    ("header", "subcode"),
    [
        (_ACTION + _ID + REPLY_TO + _URI, ""),
        (_ACTION + _ID + _URI, "a:MessageInformationHeaderRequired"),
        (_ID + REPLY_TO + _URI, "a:MessageInformationHeaderRequired"),
        (_ACTION + REPLY_TO + _URI, "a:InvalidMessageInformationHeader"),
        (_ACTION + _ID + REPLY_TO.replace("anonymous", "else") + _URI, "w:UnsupportedFeature"),
        (_ACTION + _ID + REPLY_TO + _URI + '<w:Locale s:mustUnderstand="true"/>', "w:UnsupportedFeature"),
        (_ACTION + _ID + REPLY_TO + _URI + "<w:MaxEnvelopeSize>8191</w:MaxEnvelopeSize>", "w:EncodingLimit"),
        (_ACTION + _ID + REPLY_TO + _URI + '<x:Odd xmlns:x="urn:x" s:mustUnderstand="false"/>', ""),
    ],
)
def test_a_wrong_header_is_refused_with_its_subcode(desk: Desk, header: str, subcode: str) -> None:
    assert desk.raw(envelope(header)).subcode == subcode


def test_an_unknown_mandatory_header_is_named(desk: Desk) -> None:
    reply = desk.raw(envelope(_ACTION + _ID + REPLY_TO + _URI + '<x:Odd xmlns:x="urn:x" s:mustUnderstand="true"/>'))
    assert reply.root.find(".//{*}NotUnderstood").get("qname") == "x:Odd"
    assert reply.root.findtext(".//{*}Code/{*}Value") == "s:MustUnderstand"
    assert reply.root.find(".//{*}Detail") is None


@pytest.mark.parametrize("data", [b"", b"<", b"plain", b"<a/>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_what_is_not_an_envelope_is_refused(desk: Desk, data: bytes) -> None:
    assert desk.raw(data).code in (2150858817, 2150858819)


def test_an_answer_that_does_not_fit_is_refused() -> None:
    desk = Desk("hard-cases")
    small = "<w:MaxEnvelopeSize>8192</w:MaxEnvelopeSize>"
    request = ENUMERATE.replace(">9<", ">99<")
    header = f"<a:Action>{ENUMERATION}Enumerate</a:Action>{_ID}{REPLY_TO}<w:ResourceURI>{PLUGIN}</w:ResourceURI>{small}"
    reply = desk.raw(envelope(header, request))
    assert 1 < len(reply.body.find("{*}Items")) < 10  # as many as fit, the rest by Pull


def test_reply_shape_of_an_enumeration(desk: Desk) -> None:
    whole = desk.ask(ENUMERATION + "Enumerate", PLUGIN, None, ENUMERATE)
    w, n = "{http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd}", "{http://schemas.xmlsoap.org/ws/2004/09/enumeration}"
    assert [child.tag for child in whole.body] == [n + "EnumerationContext", w + "Items", w + "EndOfSequence"]
    first = desk.ask(ENUMERATION + "Enumerate", PLUGIN, None, "<n:Enumerate/>")
    assert [child.tag for child in first.body] == [n + "EnumerationContext"]
    context = first.body[0].text
    pull = f"<n:Pull><n:EnumerationContext>{context}</n:EnumerationContext><n:MaxElements>6</n:MaxElements></n:Pull>"
    # a context belongs to whoever made it
    assert desk.ask(ENUMERATION + "Pull", PLUGIN, None, pull, role="user", network=False).code == 2150858779
    last = desk.ask(ENUMERATION + "Pull", PLUGIN, None, pull)
    assert [child.tag for child in last.body] == [n + "Items", n + "EndOfSequence"]
    assert desk.ask(ENUMERATION + "Pull", PLUGIN, None, pull).code == 2150858779


def test_release_ends_an_enumeration(desk: Desk) -> None:
    context = desk.ask(ENUMERATION + "Enumerate", PLUGIN, None, "<n:Enumerate/>").body[0].text
    inside = f"<n:EnumerationContext>{context}</n:EnumerationContext>"
    assert desk.ask(ENUMERATION + "Release", PLUGIN, None, f"<n:Release>{inside}</n:Release>").status == 200
    assert desk.ask(ENUMERATION + "Pull", PLUGIN, None, f"<n:Pull>{inside}</n:Pull>").code == 2150858779


@pytest.mark.parametrize(
    ("name", "role", "network", "code"),
    [
        ("microsoft.powershell", "remote-management-user", True, 0),
        ("microsoft.powershell", "user", True, 5),
        ("JEA.HelpDesk", "user", True, 5),
        ("JEA.Either", "user", True, 0),
        ("Claim.Department", "administrator", True, 0),
        ("Claim.Department", "user", True, 5),
        ("No.Security.Node", "administrator", True, 0),
        ("No.Security.Node", "user", False, 5),  # RootSDDL gives INTERACTIVE Read, not Execute
        ("Two.Nodes.That.Disagree", "remote-management-user", True, 0),
        ("Disabled.Open.Inside", "administrator", False, 2150859235),
        ("Local.Only", "administrator", True, 5),
        ("Local.Only", "administrator", False, 0),
        ("Not.Canonical", "administrator", True, 0),
        ("Not.Canonical", "remote-management-user", True, 5),
        ("Deny.Everyone", "administrator", False, 5),
        ("Deny.Network.If", "remote-management-user", True, 5),
        ("Deny.Network.If", "remote-management-user", False, 0),
        ("Null.Dacl", "user", True, 0),
        ("Empty.Dacl", "administrator", False, 5),
        ("Windows7.Style", "administrator", True, 0),
        ("Nothing", "administrator", True, 2150858752),
    ],
)
def test_who_may_open_a_shell(name: str, role: str, network: bool, code: int) -> None:
    assert Desk("hard-cases").open_shell(name, role, network).code == code


def test_a_shell_is_closed_by_its_owner_alone(desk: Desk) -> None:
    uri = "http://schemas.microsoft.com/powershell/Test"
    shell_id = desk.open_shell("Test", "user").root.findtext(".//{*}ShellId")
    assert desk.ask(TRANSFER + "Delete", uri, {"ShellId": shell_id}).code == 5
    assert desk.ask(TRANSFER + "Delete", uri, {"ShellId": shell_id}, role="user").status == 200
    assert desk.ask(TRANSFER + "Delete", uri, {"ShellId": shell_id}, role="user").code == 2150858843
