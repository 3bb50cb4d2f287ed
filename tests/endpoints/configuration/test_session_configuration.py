import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.endpoints.configuration.plugin import IncompletePlugin, OtherPlugin, plugin_name, read_plugin
from gatepost.endpoints.configuration.plugin_document import DocumentError, fingerprint, parse
from gatepost.endpoints.configuration.session_configuration import (
    Family,
    RunAs,
    SessionConfiguration,
)
from gatepost.security import SddlError
from tests.endpoints.documents import (
    NAMESPACE,
    NO_SECURITY,
    POWERSHELL_7,
    WINDOWS_POWERSHELL,
    configuration,
    document,
    sddl,
)

CONDITION = sddl('P(XA;;GX;;;WD;((Member_of {SID(BA)}) && (@User.T == "<&>")))')
TWO = (sddl("P(A;;GA;;;BA)"), sddl("P(A;;GA;;;IU)"))
XML_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="￾￿"))


def read(**how: object) -> SessionConfiguration:
    return SessionConfiguration.from_xml(document(**how))


def test_everything_that_is_shown_is_read():
    endpoint = read(
        name="JEA <b> & Co",
        sddls=(CONDITION,),
        attributes='Enabled="false" Architecture="32" RunAsUser="D\\svc" RunAsPassword="p" RunAsVirtualAccount="True"'
        ' RunAsVirtualAccountGroups="A; B;"',
        parameters='<Param Name="PSVersion" Value="5.1"/><Param Name="x" Value="1"/>',
    )
    assert (endpoint.name, endpoint.enabled, endpoint.architecture_bits) == ("JEA <b> & Co", False, 32)
    assert endpoint.run_as == RunAs("D\\svc", True, ("A", "B"))
    assert endpoint.sddl == CONDITION
    assert endpoint.parameters == (("PSVersion", "5.1"), ("x", "1"))
    assert endpoint.quotas == (("MaxShells", "25"), ("MaxShellsPerUser", "30"))
    assert endpoint.resource_uris == ("http://schemas.microsoft.com/powershell/JEA <b> & Co",)
    assert endpoint.bare_resources == ()


def test_the_run_as_password_is_shown_nowhere():
    endpoint = read(attributes='RunAsUser="u" RunAsPassword="hunter2"')
    assert "hunter2" not in repr(endpoint)
    assert "RunAsPassword" not in dict(endpoint.attributes)
    assert b"hunter2" in endpoint.document_for_put()


@pytest.mark.parametrize(
    ("filename", "family", "version"),
    [
        (WINDOWS_POWERSHELL, Family.WINDOWS_POWERSHELL, "5.1"),
        (r"C:\Windows\SysWOW64\PwrshPlugin.dll", Family.WINDOWS_POWERSHELL, "5.1"),
        (POWERSHELL_7, Family.POWERSHELL, "7.5.4"),
        (r"C:\WINDOWS\SYSTEM32\POWERSHELL\7.6.0-preview.1\PWRSHPLUGIN.DLL", Family.POWERSHELL, "7.6.0-preview.1"),
        (r"C:\powershell\pwrshplugin.dll", Family.WINDOWS_POWERSHELL, "5.1"),
    ],
)
def test_family_and_version(filename, family, version):
    endpoint = read(filename=filename)
    assert (endpoint.family, endpoint.version) == (family, version)
    assert read_plugin(endpoint.document) == endpoint


@pytest.mark.parametrize("filename", ["", "WsmWmiPl.dll", r"%windir%\system32\pwrshplugin.dll.bak"])
def test_other_plugins_are_not_ours(filename):
    uri = "http://schemas.microsoft.com/powershell/test"
    assert read_plugin(document(filename=filename)) == OtherPlugin("Test", frozenset({uri}))


@pytest.mark.parametrize(
    ("parameters", "kind"),
    [
        ("", "Standard"),
        ('<Param Name="SessionType" Value="Default"/>', "Standard"),
        ('<Param Name="sessiontype" Value="RestrictedRemoteServer"/>', "RestrictedRemoteServer"),
        ('<Param Name="PSSessionConfigurationTypeName" Value="M.PSWorkflowSessionConfiguration"/>', "Workflow"),
        ('<Param Name="SessionType" Value="Empty"/>', "Empty"),
        ('<Param Name="ConfigFilePath" Value="c.pssc"/>', "Configuration file"),
        ('<Param Name="StartupScript" Value="s.ps1"/>', "Startup script"),
    ],
)
def test_the_kind_follows_from_the_parameters(parameters, kind):
    assert read(parameters=parameters).kind_text == kind


CONFIG_FILE = '<Param Name="ConfigFilePath" Value="c.pssc"/><Param Name="PSVersion" Value="5.1"/>'
CONFIG_FILE_IN_CAPITALS = '<Param Name="PSVERSION" Value="5.1"/><Param Name="CONFIGFILEPATH" Value="c.pssc"/>'
REQUIRED_GROUPS = "O:NSG:BAD:P(XA;;GA;;;BA;(Member_of {SID(S-1-5-21-1-2-3-1211)}))"


@pytest.mark.parametrize(
    ("parameters", "attributes", "sddl", "kind"),
    [
        (CONFIG_FILE, 'RunAsVirtualAccount="true"', "O:NSG:BAD:P(A;;GA;;;BA)", "JEA"),
        (CONFIG_FILE, 'RunAsVirtualAccount="True" RunAsVirtualAccountGroups="a;b"', "O:NSG:BAD:P(A;;GA;;;BA)", "JEA"),
        (CONFIG_FILE, 'RunAsVirtualAccount="false"', REQUIRED_GROUPS, "JEA"),
        (CONFIG_FILE, 'RunAsVirtualAccount="false"', "O:NSG:BAD:P(A;;GA;;;BA)", "Configuration file"),
        (CONFIG_FILE, "", "unreadable", "Configuration file"),
        ("", 'RunAsVirtualAccount="true"', REQUIRED_GROUPS, "Standard"),
        (CONFIG_FILE, r'RunAsUser="CONTOSO\gmsa$"', "O:NSG:BAD:P(A;;GA;;;BA)", "JEA"),
        (CONFIG_FILE, r'RunAsUser="CONTOSO\ops"', "O:NSG:BAD:P(A;;GA;;;BA)", "Configuration file"),
        ("", r'RunAsUser="CONTOSO\gmsa$"', "O:NSG:BAD:P(A;;GA;;;BA)", "Standard"),
        (CONFIG_FILE_IN_CAPITALS, 'RunAsVirtualAccount=" TRUE "', "O:NSG:BAD:P(A;;GA;;;BA)", "JEA"),
        (CONFIG_FILE, "", REQUIRED_GROUPS.replace("P(", "P(D;;GA;;;NU)("), "JEA"),  # closed to the network since
        (CONFIG_FILE, "", REQUIRED_GROUPS + "(XA;;GA;;;RM;((Member_of {SID(BG)}) || (Member_of {SID(BU)})))", "JEA"),
        # what somebody has written by hand
        (CONFIG_FILE, "", REQUIRED_GROUPS + "(A;;GA;;;BA)", "Configuration file"),
        (CONFIG_FILE, "", "O:NSG:BAD:P(XD;;GA;;;WD;(Member_of {SID(BG)}))(A;;GA;;;BA)", "Configuration file"),
        (CONFIG_FILE, "", 'O:NSG:BAD:P(XA;;GA;;;BA;(@User.Team == "a"))', "Configuration file"),
        (CONFIG_FILE, "", "O:NSG:BAD:P(XA;;GA;;;BA;(!(Member_of {SID(BG)})))", "Configuration file"),
        (CONFIG_FILE, "", "O:NSG:BAD:P", "Configuration file"),
    ],
)
def test_jea_is_recognized_by_what_register_writes(parameters, attributes, sddl, kind):
    assert read(parameters=parameters, attributes=attributes, sddls=(sddl,)).kind_text == kind


@pytest.mark.parametrize(
    ("filename", "ps_version", "family", "version"),
    [
        (r"D:\ps\7-preview\pwrshplugin.dll", "", Family.POWERSHELL, ""),
        ("C:/Windows/System32/pwrshplugin.dll", "", Family.WINDOWS_POWERSHELL, ""),
        (r"%SystemRoot%\SysWOW64\pwrshplugin.dll", "", Family.WINDOWS_POWERSHELL, ""),
        (r"C:\Windows\sysnative\PWRSHPLUGIN.DLL", "", Family.WINDOWS_POWERSHELL, ""),
        ("pwrshplugin.dll", "", Family.WINDOWS_POWERSHELL, ""),
        (r"%windir%\system32\pwrshplugin.dll", "5.1", Family.WINDOWS_POWERSHELL, "5.1"),
        (r"%windir%\system32\PowerShell\7.5.4\pwrshplugin.dll", "7.0", Family.POWERSHELL, "7.5.4"),
        (r"C:\Program Files\PowerShell\7\pwrshplugin.dll", "7.0", Family.POWERSHELL, "7"),
        (r"D:\tools\pwsh\pwrshplugin.dll", "7.4", Family.POWERSHELL, "7.4"),
        (r"D:\tools\pwsh\pwrshplugin.dll", "6", Family.POWERSHELL, "6"),
        (r"D:\tools\old\pwrshplugin.dll", "2.0", Family.WINDOWS_POWERSHELL, "2.0"),
        (r"D:\tools\odd\pwrshplugin.dll", "x", Family.WINDOWS_POWERSHELL, "x"),
    ],
)
def test_the_family_is_told_by_the_folder_or_by_psversion(filename, ps_version, family, version):
    found = read(filename=filename, parameters=f'<Param Name="PSVersion" Value="{ps_version}"/>')
    assert (found.family, found.version) == (family, version)


@pytest.mark.parametrize(
    ("attributes", "enabled"),
    [
        ("", True),
        ('Enabled="true"', True),
        ('Enabled="True"', True),
        ('Enabled=" 1 "', True),
        ('Enabled="false"', False),
        ('Enabled="0"', False),
    ],
)
def test_an_endpoint_is_enabled_unless_its_attribute_says_otherwise(attributes, enabled):
    assert read(attributes=attributes).enabled is enabled


@pytest.mark.parametrize("text", ["yes", "", "-1", "enabled", "true false"])
@pytest.mark.parametrize("name", ["Enabled", "RunAsVirtualAccount"])
def test_what_is_neither_true_nor_false_is_not_taken_for_either(name, text):
    with pytest.raises(DocumentError, match=f"{name} that is neither true nor false"):
        read(attributes=f'{name}="{text}"')


@pytest.mark.parametrize("text", ["yes", " ", "-1"])
def test_a_descriptor_is_not_taken_for_one_of_longer_uris_by_an_odd_exact_match(text):
    whole = document(sddls=(sddl("P(A;;GA;;;BA)"),))
    assert b'ExactMatch="true" Sddl' in whole
    with pytest.raises(DocumentError, match="ExactMatch that is neither true nor false"):
        SessionConfiguration.from_xml(whole.replace(b'ExactMatch="true" Sddl', f'ExactMatch="{text}" Sddl'.encode()))


@pytest.mark.parametrize("attribute", [b'ExactMatch="" ', b""])
def test_a_descriptor_without_an_exact_match_is_for_longer_uris_too(attribute):
    whole = document(sddls=(sddl("P(A;;GA;;;BA)"),)).replace(b'ExactMatch="true" Sddl', attribute + b"Sddl")
    (node,) = SessionConfiguration.from_xml(whole).security_nodes
    assert not node.is_exact


@pytest.mark.parametrize(
    ("written", "odd"),
    [
        (b' Enabled="', b' enabled="'),
        (b' Enabled="', b' ENABLED="'),
        (b' Enabled="', f' xmlns:p="{NAMESPACE}" p:Enabled="'.encode()),
        (b' Sddl="', b' sddl="'),
        (b' Sddl="', b' SDDL="O:BAG:BAD:(A;;GA;;;WD)" Sddl="'),
        (b' Filename="', b' FileName="'),
        (b"<Security ", b"<security "),
        (b"<Resources>", b'<Resources xmlns="urn:q">'),
        (b"<Capability ", b'<Security Uri="x" Sddl="O:BAG:BAD:(A;;GA;;;WD)"><Security/></Security><Capability '),
    ],
)
def test_what_decides_about_access_is_not_passed_over_for_its_spelling(written, odd):
    whole = document(sddls=(sddl("P(A;;GA;;;BA)"),), attributes='Enabled="false"')
    assert written in whole
    with pytest.raises(DocumentError, match="unexpected"):
        read_plugin(whole.replace(written, odd))


@pytest.mark.parametrize(
    "others",
    [
        {"parameters": '<Param name="PSVersion" value="5.1"/>'},
        {"parameters": '<Param Name="Odd" Value="x"><security sddl="x"/></Param>'},
        {"attributes": 'Enabled="false" xmlns:x="urn:x" x:Name="odd" x:enabled="true"'},
        {"more": '<Odd name="a" sddl="b"/>'},
    ],
)
def test_what_is_not_read_about_access_may_be_spelled_in_any_way(others):
    endpoint = read_plugin(document(**{"attributes": 'Enabled="false"', **others}))
    assert (endpoint.name, endpoint.enabled) == ("Test", False)


@pytest.mark.parametrize(
    "incomplete",
    [
        document(name=""),
        f'<PlugInConfiguration xmlns="{NAMESPACE}" Name="x"/>'.encode(),
        f'<PlugInConfiguration xmlns="{NAMESPACE}" Name="x"><Resources/></PlugInConfiguration>'.encode(),
    ],
)
def test_incomplete_documents_are_refused(incomplete):
    with pytest.raises(DocumentError):
        SessionConfiguration.from_xml(incomplete)


def test_a_listed_item_without_resources_is_known_to_be_incomplete():
    bare = f'<PlugInConfiguration xmlns="{NAMESPACE}" Name="x" Filename="pwrshplugin.dll"/>'.encode()
    assert read_plugin(bare) == IncompletePlugin("x")
    assert plugin_name(bare) == "x"
    assert plugin_name(b"<") == ""


def test_the_last_of_several_descriptors_is_the_one_shown():
    endpoint = read(sddls=TWO)
    assert endpoint.sddl == TWO[1]
    assert [node.sddl for node in endpoint.security_nodes] == list(TWO)


def test_a_configuration_without_a_descriptor_has_bare_resources_only():
    endpoint = read(sddls=NO_SECURITY)
    assert endpoint.sddl is None
    assert endpoint.bare_resources == endpoint.resource_uris


def test_enabled_is_the_only_thing_that_changes():
    before = document(sddls=(CONDITION, *TWO), attributes='Enabled="true" RunAsPassword="p"', more="<Odd a='1'/>")
    after = SessionConfiguration.from_xml(before).with_enabled(enabled=False).document_for_put()
    assert after == as_written(before).replace(b'Enabled="true"', b'Enabled="false"')


def test_enabled_is_added_where_a_host_sends_none():
    after = read(attributes="").with_enabled(enabled=False)
    assert after.enabled is False
    assert fingerprint(after.document) == fingerprint(document(attributes='Enabled="false"'))


def test_the_same_state_is_the_same_value():
    endpoint = configuration("P(A;;GA;;;BA)")
    assert endpoint.with_enabled(enabled=True) is endpoint
    assert endpoint.with_sddls((endpoint.sddl,)) is endpoint
    assert endpoint.with_security_on_bare_resources("O:BA") is endpoint


def test_each_security_gets_its_own_descriptor():
    endpoint = read(sddls=TWO)
    after = endpoint.with_sddls((TWO[0], CONDITION))
    assert [node.sddl for node in after.security_nodes] == [TWO[0], CONDITION]
    assert fingerprint(after.document) == fingerprint(document(sddls=(TWO[0], CONDITION)))
    with pytest.raises(ValueError, match="shorter"):
        endpoint.with_sddls((CONDITION,))


def test_a_bare_resource_gets_a_descriptor_and_the_others_keep_theirs():
    second = '<Resource ResourceUri="urn:b" ExactMatch="False"><Capability Type="Shell"/></Resource></Resources>'
    both = document().replace(b"</Resources>", second.encode())
    after = SessionConfiguration.from_xml(both).with_security_on_bare_resources(CONDITION)
    assert [(n.resource_uri, n.uri, n.is_exact) for n in after.security_nodes][1] == ("urn:b", "urn:b", False)
    assert after.sddl == CONDITION
    assert after.security_nodes[0].sddl == "O:NSG:BAD:P(A;;GA;;;BA)"


def test_the_language_is_left_out_of_a_write():
    endpoint = read(attributes='Enabled="true" xml:lang="en-US"')
    assert b"lang" not in endpoint.document_for_put()
    assert b"lang" not in endpoint.with_enabled(enabled=False).document_for_put()


@given(XML_TEXT, st.lists(XML_TEXT, min_size=1, max_size=3), st.booleans())
def test_edits_come_back_as_they_were_made(name, texts, enabled):
    endpoint = read(sddls=TWO[:1] * len(texts), name=f"n{name}")
    after = endpoint.with_sddls(tuple(texts)).with_enabled(enabled=enabled)
    again = SessionConfiguration.from_xml(after.document_for_put())
    assert ([n.sddl for n in again.security_nodes], again.enabled, again.name) == (texts, enabled, endpoint.name)
    back = again.with_sddls(TWO[:1] * len(texts)).with_enabled(enabled=True)
    assert fingerprint(back.document) == fingerprint(endpoint.document)


def as_written(before: bytes) -> bytes:
    """The document with the quotes and empty elements that our XML library writes."""
    from lxml import etree

    return etree.tostring(parse(before), encoding="utf-8")


@pytest.mark.parametrize("character", ["\0", "\x1b", "\ud800", "\ufffe"])
def test_a_descriptor_with_a_character_that_cannot_be_stored_is_refused(character):
    with pytest.raises(SddlError, match="cannot be stored"):
        configuration("P").with_sddls((f"O:NSG:BAD:P{character}",))
