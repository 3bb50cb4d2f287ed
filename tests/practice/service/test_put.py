"""Put on config/plugin and config/service/security: what is stored, and every refusal."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.practice.direct import Desk

NS = "http://schemas.microsoft.com/wbem/wsman/1/config/PluginConfiguration"
SHELL_URI = "http://schemas.microsoft.com/powershell/"
SDDL = "O:NSG:BAD:P(A;;GA;;;BA)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
NEW = "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)"
NAME = "WithProfile"


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('Enabled="true"', 'Enabled="true" xml:lang="en-US"', 2150858817),
        ('Enabled="true"', 'Enabled="true" Color="red"', 2150858817),
        ('Enabled="true"', 'Enabled="perhaps"', 2150858838),
        ('SDKVersion="2" ', "", 2150858839),
        ('SDKVersion="2"', 'SDKVersion="7"', 2150858838),
        ('Name="WithProfile"', 'Name="Other"', 2150858838),
        (f'<PlugInConfiguration xmlns="{NS}"', '<PlugInConfiguration xmlns="urn:other"', 2150858840),
        ("</PlugInConfiguration>", "<Extra/></PlugInConfiguration>", 2150858817),
        ("</PlugInConfiguration>", "text</PlugInConfiguration>", 2150858817),
        ("</PlugInConfiguration>", '<Quotas MaxShells="5"/></PlugInConfiguration>', 2150858817),
        ('<Capability Type="Shell"/>', "", 2150858839),
        ('<Capability Type="Shell"/>', '<Capability Type="Sing"/>', 2150858838),
        ('IdleTimeoutms="7200000"', 'IdleTimeoutms="59999"', 2150858838),
        ('MaxShells="2147483647"', 'MaxShells="0"', 2150858838),
        ('MaxShells="2147483647"', 'MaxShells="many"', 2150858838),
        (SDDL, "foo", 2150859100),
        (SDDL, "", 2150859100),
        (SDDL, "D:P(A;;GA;;;BA)", 2150859100),
        (SDDL, "O:NSD:P(A;;GA;;;BA)", 2150859100),
        (f' Sddl="{SDDL}"', "", 2150858839),
        (f'Uri="{SHELL_URI}WithProfile" ExactMatch="true" Sddl', f'Uri="{SHELL_URI}Else" Sddl', 2150859183),
        ('Enabled="true"', 'Enabled="true" RunAsUser="DOMAIN01\\nobody" RunAsPassword="x"', 2150859203),
    ],
)
def test_a_refused_put_changes_nothing(desk: Desk, old: str, new: str, code: int) -> None:
    before = desk.document(NAME)
    assert old in before
    reply = desk.put("config/plugin", before.replace(old, new), Name=NAME)
    assert (reply.status, reply.code) == (500, code)
    assert reply.provider_message
    assert desk.document(NAME) == before


@pytest.mark.parametrize("body", ["", "<other/>", f'<Security xmlns="{NS}" Uri="" Sddl="{NEW}"/>'])
def test_a_put_of_something_else_is_refused(desk: Desk, body: str) -> None:
    before = desk.document(NAME)
    assert desk.put("config/plugin", body, Name=NAME).status == 500
    assert desk.document(NAME) == before


def test_what_is_stored_is_normalized(desk: Desk) -> None:
    spaced = desk.document(NAME).replace("><", ">\n  <").replace(SDDL, NEW)
    reply = desk.put("config/plugin", spaced, Name="withprofile")
    assert reply.status == 200
    stored = etree.fromstring(desk.document(NAME))
    assert etree.tostring(reply.body, method="c14n", exclusive=True) == etree.tostring(stored, method="c14n")
    assert list(stored.attrib)[-9:] == [
        "Architecture",
        "UseSharedProcess",
        "ProcessIdleTimeoutSec",
        "RunAsUser",
        "RunAsPassword",
        "RunAsVirtualAccount",
        "RunAsVirtualAccountGroups",
        "AutoRestart",
        "OutputBufferingMode",
    ]
    assert not any((element.text or element.tail or "").strip(" ") for element in stored.iter())
    assert stored.find(f".//{{{NS}}}Security").get("Sddl") == NEW


def test_missing_quotas_are_added_and_a_second_put_changes_nothing_more() -> None:
    desk = Desk("hard-cases")
    assert "<Quotas" not in desk.document("Windows7.Style")
    assert desk.put("config/plugin", desk.document("Windows7.Style"), Name="Windows7.Style").status == 200
    first = desk.document("Windows7.Style")
    assert 'MaxShellsPerUser="2147483647"' in first and "Enabled" not in first
    assert desk.put("config/plugin", first, Name="Windows7.Style").status == 200
    assert desk.document("Windows7.Style") == first


def test_prefixes_of_the_client_do_not_matter(desk: Desk) -> None:
    text = (
        desk.document(NAME)
        .replace(f' xmlns="{NS}"', "")
        .replace("</", "</q:")
        .replace("<", "<q:")
        .replace("<q:/q:", "</q:")
    )
    text = text.replace("<q:PlugInConfiguration", f'<q:PlugInConfiguration xmlns:q="{NS}"', 1)
    assert desk.put("config/plugin", text, Name=NAME).status == 200
    assert desk.document(NAME).startswith(f'<PlugInConfiguration xmlns="{NS}"')


def test_security_of_one_uri(desk: Desk) -> None:
    uri = SHELL_URI + NAME
    element = desk.get("config/service/security", Uri=uri).body
    assert dict(element.attrib) == {"Uri": uri, "ExactMatch": "true", "Sddl": SDDL}
    reply = desk.put(
        "config/service/security", f'<Security xmlns="{NS}" Uri="{uri}" ExactMatch="true" Sddl="{NEW}"/>', Uri=uri
    )
    assert reply.body.tag == f"{{{NS}}}PlugInConfiguration"
    assert desk.state.plugin(NAME).sddl == [NEW]


@pytest.mark.parametrize(
    ("uri", "sddl", "code"),
    [
        (SHELL_URI + NAME, "D:P(A;;GA;;;BA)", 2150859100),
        (SHELL_URI + NAME, "foo", 2150859100),
        (SHELL_URI + "Nothing", NEW, 2150859199),
        ("http://schemas.microsoft.com/wbem/wsman/1/config", NEW, 2150859199),
    ],
)
def test_security_put_is_refused(desk: Desk, uri: str, sddl: str, code: int) -> None:
    before = desk.document(NAME)
    body = f'<Security xmlns="{NS}" Uri="{uri}" ExactMatch="true" Sddl="{sddl}"/>'
    assert desk.put("config/service/security", body, Uri=uri).code == code
    assert desk.document(NAME) == before


def test_security_put_keeps_to_its_resource(desk: Desk) -> None:
    body = f'<Security xmlns="{NS}" Uri="{SHELL_URI}Else" Sddl="{NEW}"/>'
    assert desk.put("config/service/security", body, Uri=SHELL_URI + NAME).code == 2150859183
    for wrong in (body.replace("Uri=", 'xml:lang="en" Uri='), body.replace("Security", "Securities"), ""):
        assert desk.put("config/service/security", wrong, Uri=SHELL_URI + NAME).status == 500
    assert desk.state.plugin(NAME).sddl == [SDDL]


def test_security_of_an_endpoint_without_any() -> None:
    desk = Desk("hard-cases")
    uri = SHELL_URI + "No.Security.Node"
    body = f'<Security xmlns="{NS}" Uri="{uri}" Sddl="{NEW}"/>'
    assert desk.get("config/service/security", Uri=uri).code == 2150858752
    assert desk.put("config/service/security", body, Uri=uri).code == 2150858752


def test_run_as_password_is_kept_never_shown_and_verified_again() -> None:
    desk = Desk("hard-cases")
    name = "Ops.RunAs"
    secret = desk.state.plugin(name).run_as_password
    document = desk.document(name)
    assert secret and secret not in document and 'RunAsPassword=""' in document

    assert desk.put("config/plugin", document, Name=name).status == 200
    assert desk.state.plugin(name).run_as_password == secret
    with_secret = document.replace('RunAsPassword=""', f'RunAsPassword="{secret}"')
    reply = desk.put("config/plugin", with_secret, Name=name)
    assert reply.status == 200 and secret not in etree.tostring(reply.root).decode()
    wrong = document.replace('RunAsPassword=""', 'RunAsPassword="wrong"')
    assert desk.put("config/plugin", wrong, Name=name).code == 2150859203
    cleared = document.replace("DOMAIN01\\svc-ops", "")
    assert desk.put("config/plugin", cleared, Name=name).status == 200
    assert desk.state.plugin(name).run_as_password == ""


def test_run_as_can_become_an_account_of_the_host(desk: Desk) -> None:
    account = desk.logon("user").account
    given = f'Enabled="true" RunAsUser="{account.user}" RunAsPassword="{account.password}"'
    assert desk.put("config/plugin", desk.document(NAME).replace('Enabled="true"', given), Name=NAME).status == 200
    assert desk.state.plugin(NAME).run_as_password == account.password
    assert account.password not in desk.document(NAME)
