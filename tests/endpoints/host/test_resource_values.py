import pytest

from gatepost.backend.host.account_naming import TELLING_LANGUAGE, unnamed_sids
from gatepost.endpoints.configuration.plugin_document import MAX_DOCUMENT_BYTES, DocumentError
from gatepost.endpoints.host.instance import read_root_sddl, read_sid_name
from tests.endpoints.documents import NO_SECURITY, ROOT_SDDL, USER01, configuration, snapshot, with_text

OTHER = "S-1-5-21-1-2-3-1001"


def service(body):
    return f'<cfg:Service xmlns:cfg="urn:cfg">{body}</cfg:Service>'.encode()


def sid_of(name, domain):
    return (
        f'<p:Win32_SID xmlns:p="urn:sid"><p:AccountName>{name}</p:AccountName>'
        f"<p:ReferencedDomainName>{domain}</p:ReferencedDomainName></p:Win32_SID>"
    ).encode()


def test_the_root_sddl_is_read_and_empty_where_there_is_none():
    assert read_root_sddl(service(f"<cfg:RootSDDL> {ROOT_SDDL}\n</cfg:RootSDDL>")) == ROOT_SDDL
    assert read_root_sddl(service("<cfg:RootSDDL/>")) == ""
    assert read_root_sddl(service("<cfg:Other>x</cfg:Other>")) == ""


@pytest.mark.parametrize(
    "odd",
    [
        "<cfg:RootSDDL>O:NSG:BA<b>D:P(A;;GA;;;BA)</b></cfg:RootSDDL>",
        "<cfg:RootSDDL>O:NSG:BAD:P(A;;GA;;;BA)<b/>(A;;GA;;;WD)</cfg:RootSDDL>",
        "<cfg:RootSDDL>D:P(A;;GA;;;BA)</cfg:RootSDDL><cfg:RootSDDL>D:P(A;;GA;;;WD)</cfg:RootSDDL>",
        "<cfg:RootSDDL>D:P(A;;GA;;;BA)</cfg:RootSDDL><cfg:RootSDDL/>",
    ],
)
def test_a_part_of_root_sddl_or_one_of_several_is_not_taken_for_it(odd):
    assert read_root_sddl(service(odd)) == ""


def test_a_comment_is_no_part_of_root_sddl():
    assert read_root_sddl(service("<cfg:RootSDDL>D:P<!-- x -->(A;;GA;;;BA)</cfg:RootSDDL>")) == "D:P(A;;GA;;;BA)"


@pytest.mark.parametrize(
    ("name", "domain", "account"),
    [
        ("User01", "DOMAIN01", r"DOMAIN01\User01"),
        ("Everyone", "", "Everyone"),
        ("", "", ""),
        ("", "DOMAIN01", ""),
        ("R&amp;D", "D", r"D\R&D"),
    ],
)
def test_an_account_is_named_with_its_domain_where_it_has_one(name, domain, account):
    assert read_sid_name(sid_of(name, domain)) == account


@pytest.mark.parametrize(
    "refused",
    [
        b"",
        b"<a>",
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a><RootSDDL>&e;</RootSDDL></a>',
        b"<a>" + b" " * MAX_DOCUMENT_BYTES + b"</a>",
    ],
)
def test_a_resource_that_is_not_xml_or_declares_a_doctype_is_refused(refused):
    for read in (read_root_sddl, read_sid_name):
        with pytest.raises(DocumentError):
            read(refused)


def test_sids_that_still_need_a_name():
    host = snapshot(
        configuration(f"P(A;;GA;;;BA)(A;;GA;;;{OTHER})(D;;GA;;;S-1-5-21-9-9-9-500)", name="a"),
        configuration(f"P(A;;GA;;;{USER01})(A;;GA;;;{OTHER})", "NO_ACCESS_CONTROL", name="b"),
        configuration(*NO_SECURITY, name="c"),
        with_text("foo"),
    )
    assert unnamed_sids(host) == (*TELLING_LANGUAGE, OTHER, "S-1-5-21-9-9-9-500")
