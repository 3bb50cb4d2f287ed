import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.host.facts import ComputerFacts
from gatepost.endpoints.host.instance import read_instance, write_instance
from gatepost.endpoints.host.settings import Carrier, FirewallRule, Listener, Profile, WinrmService

xml_text = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30)
names = st.from_regex(r"[A-Za-z][A-Za-z0-9]{0,10}", fullmatch=True)


@given(st.dictionaries(names, xml_text.map(str.strip), max_size=6))
def test_an_instance_survives_any_values(values):
    read = read_instance(write_instance("urn:x", "Thing", values))
    assert read.name == "Thing"
    assert {name: read.text(name) for name in values} == {name: value.strip() for name, value in values.items()}


@pytest.mark.parametrize("document", [b"", b"<a", b"<!DOCTYPE a><a/>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_what_is_no_instance(document):
    with pytest.raises(DocumentError):
        read_instance(document)


@pytest.mark.parametrize("kind", [WinrmService, Listener, FirewallRule, ComputerFacts])
def test_something_else_is_refused(kind):
    with pytest.raises(DocumentError):
        kind.of(read_instance(b"<Thing><Other>1</Other></Thing>"))


def test_a_listener_as_windows_writes_it():
    document = (
        b'<cfg:Listener xmlns:cfg="urn:l" xml:lang="en-US" Source="GPO"><cfg:Address>IP:192.0.2.1</cfg:Address>'
        b"<cfg:Transport>HTTPS</cfg:Transport><cfg:Port>5986</cfg:Port><cfg:Hostname/><cfg:Enabled>true</cfg:Enabled>"
        b"<cfg:URLPrefix>wsman</cfg:URLPrefix><cfg:CertificateThumbprint>AB</cfg:CertificateThumbprint>"
        b"<cfg:ListeningOn>192.0.2.1</cfg:ListeningOn><cfg:ListeningOn>::1</cfg:ListeningOn></cfg:Listener>"
    )
    listener = Listener.of(read_instance(document))
    assert listener == Listener(
        "IP:192.0.2.1", "HTTPS", 5986, True, "", "wsman", "AB", ("192.0.2.1", "::1"), from_policy=True
    )
    assert listener.key == "IP:192.0.2.1 HTTPS"


@pytest.mark.parametrize("enabled", ["", "<Enabled/>", "<Enabled>yes</Enabled>", "<Enabled>3</Enabled>"])
@pytest.mark.parametrize(
    ("kind", "rest"),
    [
        (Listener, "<Address>*</Address><Transport>HTTP</Transport><Port>5985</Port>"),
        (FirewallRule, "<InstanceID>WINRM-HTTP-In-TCP</InstanceID><Profiles>1</Profiles>"),
    ],
)
def test_what_does_not_tell_whether_it_is_enabled_is_not_called_disabled(kind, rest, enabled):
    with pytest.raises(DocumentError, match="tell whether it is enabled"):
        kind.of(read_instance(f"<Thing>{rest}{enabled}</Thing>".encode()))


@given(
    st.builds(Listener, xml_text, st.sampled_from(["HTTP", "HTTPS"]), st.integers(1, 65535), st.booleans(), xml_text)
)
def test_a_listener_goes_into_the_journal_and_back(listener):
    assert Listener.from_json(listener.to_json()) == listener


@pytest.mark.parametrize("text", ["", "{}", "[]", "7", '{"address": "*"}', '{"color": 1}', "absent"])
def test_other_text_is_no_listener(text):
    with pytest.raises(ValueError, match="not a listener"):
        Listener.from_json(text)


@pytest.mark.parametrize(
    ("name", "profiles", "expected", "carrier"),
    [
        ("WINRM-HTTP-In-TCP", 3, Profile.DOMAIN | Profile.PRIVATE, Carrier.HTTP),
        ("WINRM-HTTP-In-TCP-PUBLIC", 4, Profile.PUBLIC, Carrier.HTTP),
        ("winrm-https-in", 0, Profile.DOMAIN | Profile.PRIVATE | Profile.PUBLIC, Carrier.HTTPS),
        ("WINRM-HTTP-Compat-In-TCP", 2147483647, Profile.DOMAIN | Profile.PRIVATE | Profile.PUBLIC, None),
    ],
)
def test_a_rule_tells_where_it_holds_and_what_it_lets_in(name, profiles, expected, carrier):
    body = {"InstanceID": name, "Enabled": "2", "Profiles": str(profiles), "PolicyStoreSourceType": "2"}
    rule = FirewallRule.of(read_instance(write_instance("urn:r", "MSFT_NetFirewallRule", body)))
    assert (rule.profiles, rule.lets_in, rule.enabled, rule.from_policy) == (expected, carrier, False, True)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (WinrmService, {"State": "x" * 1001, "StartMode": "Auto"}),
        (Listener, {"Address": "x" * 1001, "Transport": "HTTP"}),
        (FirewallRule, {"InstanceID": "x" * 1001}),
    ],
)
def test_a_name_that_no_table_could_show(kind, body):
    with pytest.raises(DocumentError, match="1001 characters"):
        kind.of(read_instance(write_instance("urn:x", "Thing", body)))


def test_a_service_that_starts_late():
    body = {"State": "Running", "StartMode": "Auto", "DelayedAutoStart": "true"}
    assert WinrmService.of(read_instance(write_instance("urn:s", "S", body))) == WinrmService("Running", "Auto", True)


@pytest.mark.parametrize(
    ("text", "number"),
    [("12345678901", 12345678901), ("123456789012", None), ("-1", None), ("\u0663", None), ("", None)],
)
def test_a_number_has_eleven_digits_at_most(text, number):
    assert read_instance(write_instance("urn:x", "Thing", {"Port": text})).number("Port") == number
