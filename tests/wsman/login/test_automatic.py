"""Which login is chosen, that it is said, and that the password is not tried twice where it was wrong."""

from urllib.parse import urlsplit

import pytest

from gatepost.wsman.errors import AlreadyRejected, AuthenticationFailed, KerberosFailed, KerberosFailureReason
from gatepost.wsman.login.remote import ways_of
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.practice.host_process import PracticeProcess
from tests.wsman.acceptor import AcceptingHost
from tests.wsman.gss_kerberos import GssKerberos
from tests.wsman.raw_host import RawHost, http

LAB = "srv01.gatepost.test"


@pytest.fixture
def open_host(open_target):
    def open_host(url, username="", password="", **options):
        return open_target(url, "automatic", username, password, **options)

    return open_host


@pytest.fixture
def domain_host(kdc, lab_names):
    with AcceptingHost(GssKerberos) as host:
        yield host


@pytest.fixture(scope="module")
def practice():
    with PracticeProcess("reference-page") as practice:
        yield practice


def named(url):
    return f"http://{LAB}:{urlsplit(url).port}/wsman"


@pytest.mark.parametrize(
    ("host", "user", "password", "ways"),
    [
        ("srv01", "CONTOSO\\admin", "p", ["kerberos", "ntlm"]),
        ("srv01", "admin@contoso.com", "p", ["kerberos", "ntlm"]),
        ("srv01", "", "", ["kerberos"]),
        ("srv01.contoso.com", "SRV01\\admin", "p", ["ntlm"]),
        ("srv01", ".\\admin", "p", ["ntlm"]),
        ("srv01", "admin", "p", ["ntlm"]),
        ("10.0.0.1", "CONTOSO\\admin", "p", ["ntlm"]),
        ("[2001:db8::1]", "CONTOSO\\admin", "p", ["ntlm"]),
        ("localhost", "CONTOSO\\admin", "p", ["ntlm"]),
    ],
)
def test_what_is_tried(monkeypatch, host, user, password, ways):
    monkeypatch.setattr("gatepost.wsman.schemes.is_installed", lambda package: True)
    target = RemoteTarget("automatic", user, password, f"http://{host}:5985/wsman")
    assert [way.authentication for way in ways_of(target)] == ways


def test_an_address_has_no_ticket_so_an_account_is_needed():
    with pytest.raises(ValueError, match="user name"):
        RemoteTarget("automatic", "", "", "http://10.0.0.1:5985/wsman")


def test_without_the_package_there_is_no_kerberos(monkeypatch):
    monkeypatch.setattr("gatepost.wsman.schemes.is_installed", lambda package: False)
    assert [way.authentication for way in ways_of(RemoteTarget("automatic", "a@b", "p", "http://srv01/wsman"))] == [
        "ntlm"
    ]


@pytest.mark.parametrize("account", [("", ""), ("alice@GATEPOST.TEST", "sesame")], ids=["ticket", "password"])
def test_kerberos_where_there_is_a_ticket(kdc, domain_host, open_host, account):
    if not account[1]:
        kdc.kinit("alice", "sesame")
    host = open_host(named(domain_host.url), *account)
    assert host.authentication == "Automatic"
    assert host.get(uris.CONFIG, {}) == b"<c/>"
    assert (host.authentication, host.account) == ("Kerberos", "alice@GATEPOST.TEST")
    assert domain_host.users == ["alice@GATEPOST.TEST"]


def test_ntlm_where_the_domain_is_unknown(kdc, lab_names, practice, open_host):
    user, password = practice.account()
    host = open_host(named(practice.url), user, password)
    assert host.identify().product_vendor
    assert (host.authentication, host.account) == ("NTLM", user)


def test_a_host_that_the_domain_does_not_know_is_asked_with_ntlm(kdc, lab_names, open_host):
    with RawHost(*[http(b"", "401 No", "WWW-Authenticate: Negotiate")] * 2) as raw:
        host = open_host(named(raw.url).replace("srv01", "srv02"), "alice@GATEPOST.TEST", "sesame")
        with pytest.raises(AuthenticationFailed):
            host.identify()
        assert raw.asked[1].head.count(b"Authorization: Negotiate TlRMTVNTUA") == 1  # NTLMSSP


@pytest.mark.parametrize(
    ("user", "password", "reason"),
    [
        ("alice", "not-this-one", KerberosFailureReason.WRONG_PASSWORD),
        ("stale", "sesame", KerberosFailureReason.PASSWORD_EXPIRED),
        ("disabled", "sesame", KerberosFailureReason.ACCOUNT_CLOSED),
    ],
)
def test_what_the_domain_refuses_is_not_asked_again(domain_host, open_host, user, password, reason):
    host = open_host(named(domain_host.url), f"{user}@gatepost.test", password)
    with pytest.raises(KerberosFailed) as caught:
        host.identify()
    assert caught.value.reason is reason
    with pytest.raises(AlreadyRejected):
        host.identify()
    assert domain_host.asked == []


def test_without_a_password_there_is_no_second_way(domain_host, open_host):
    with pytest.raises(KerberosFailed) as caught:
        open_host(named(domain_host.url)).identify()
    assert caught.value.reason is KerberosFailureReason.NO_TICKET
    assert domain_host.asked == []


def test_the_way_that_worked_is_the_only_one_from_then_on(kdc, domain_host, open_host, monkeypatch):
    host = open_host(named(domain_host.url), "alice@GATEPOST.TEST", "sesame")
    host.get(uris.CONFIG, {})
    monkeypatch.setenv("KRB5_CONFIG", "/nonexistent")
    domain_host.hang_up()
    asked = len(domain_host.asked)
    with pytest.raises(KerberosFailed):
        host.get(uris.CONFIG, {})
    assert len(domain_host.asked) == asked
    assert host.authentication == "Kerberos"


def test_a_host_that_offers_basic_alone_gets_no_password(open_host):
    with RawHost(*[http(b"", "401 No", 'WWW-Authenticate: Basic realm="WSMAN"')] * 2) as raw:
        with pytest.raises(AuthenticationFailed) as caught:
            open_host(raw.url, "u", "s3cret").identify()
        assert caught.value.offered == ("Basic",)
        assert all(b"Authorization" not in asked.head and asked.body == b"" for asked in raw.asked)
