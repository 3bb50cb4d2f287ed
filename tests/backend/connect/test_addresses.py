"""What a person types as a host."""

import ipaddress
import string
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.backend.connect.addresses import AddressError, HostAddress, parse_address

NAMES = st.lists(
    st.text(string.ascii_letters + string.digits + "_-", min_size=1, max_size=12).filter(
        lambda label: label.strip("-") == label
    ),
    min_size=1,
    max_size=4,
).filter(lambda labels: not labels[-1].isdigit())
HOSTS = st.one_of(NAMES.map(".".join), st.ip_addresses(v=4).map(str), st.ip_addresses(v=6).map(str))
PORTS = st.integers(1, 65535)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("SRV01", HostAddress("SRV01", 5985)),
        ("  srv01.contoso.com\t", HostAddress("srv01.contoso.com", 5985)),
        ("SRV01:5986", HostAddress("SRV01", 5986, True)),
        ("SRV01:443", HostAddress("SRV01", 443, True)),
        ("SRV01:80", HostAddress("SRV01", 80)),
        ("192.0.2.7", HostAddress("192.0.2.7", 5985)),
        ("192.0.2.7:8080", HostAddress("192.0.2.7", 8080)),
        ("2001:DB8:0::1", HostAddress("2001:db8::1", 5985)),
        ("[2001:db8::1]", HostAddress("2001:db8::1", 5985)),
        ("[::1]:5986", HostAddress("::1", 5986, True)),
        ("http://SRV01/wsman", HostAddress("SRV01", 5985)),
        ("HTTPS://srv01/WSMan/", HostAddress("srv01", 5986, True)),
        ("https://[::1]:5985/", HostAddress("::1", 5985, True)),
        ("http://srv01:5986", HostAddress("srv01", 5986)),
        ("WIN_7", HostAddress("WIN_7", 5985)),
        ("fe80::1%eth0", HostAddress("fe80::1%eth0", 5985)),
        ("[FE80::1%12]:8080", HostAddress("fe80::1%12", 8080)),
        ("fe80::1%25", HostAddress("fe80::1%25", 5985)),
        ("https://[fe80::1%25eth0]:5986/wsman", HostAddress("fe80::1%eth0", 5986, True)),
        ("http://[fe80::1%eth0]/", HostAddress("fe80::1%eth0", 5985)),
        ("http://srv01:5985/wsman?PSVersion=5.1.20348.558", HostAddress("srv01", 5985)),
        ("http://srv01/WSMAN?psversion=7.4.1", HostAddress("srv01", 5985)),
        ("https://srv01/Other/prefix/", HostAddress("srv01", 5986, True, "/Other/prefix")),
        ("bücher.example", HostAddress("xn--bcher-kva.example", 5985)),
    ],
)
def test_what_people_type(typed, address):
    assert parse_address(typed) == address


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Enter a host name"),
        ("   ", "Enter a host name"),
        ("a" * 3000, "too long"),
        ("ftp://srv01", "ftp://"),
        ("http://srv01/a b", "isn't the URL of a WinRM listener"),
        ("http://srv01/wsman?x=1", "isn't the URL of a WinRM listener"),
        ("http://srv01/wsman?PSVersion=5.1&x=1", "isn't the URL of a WinRM listener"),
        ("http://srv01/wsman#x", "isn't the URL of a WinRM listener"),
        ("http://admin:secret@srv01", "account"),
        ("CONTOSO\\admin", "account"),
        ("admin@srv01", "account"),
        ("srv01:", "port"),
        ("srv01:0", "port"),
        ("srv01:65536", "port"),
        ("srv01:٣", "port"),
        ("srv 01", "isn't a valid host name"),
        ("-srv", "isn't a valid host name"),
        ("a..b", "isn't a valid host name"),
        ("a" * 64, "isn't a valid host name"),
        ("192.0.2.300", "IPv4"),
        ("42", "IPv4"),
        ("::g", "IPv6"),
        ("[::1", "brackets"),
        ("[srv01]", "brackets"),
        ("[::1]5985", "brackets"),
        ("fe80::1%", "IPv6"),
        ("fe80::1%a/b", "IPv6"),
        ("srv01%eth0", "isn't a valid host name"),
        ("http://[::1", "URL"),
        ("http://", "isn't a valid host name"),
        ("srv01/wsman", "isn't a valid host name"),
        ("srv\u200b01", "(U+200B)"),
        ("\u202esrv01", "(U+202E)"),
        ("srv01\u00ad.contoso.com", "(U+00AD)"),  # an international name would go without it
        ("http://srv\u206001:5985/wsman", "(U+2060)"),
        ("b\u00fccher\u200d.example", "(U+200D)"),
        ("srv\u27e8U+200B\u27e901", "(U+200B)"),  # as a field writes it out
        ("192.0.2.7\ufeff", "(U+FEFF)"),
        ("[fe80::1%eth\x070]", "(U+0007)"),
    ],
)
def test_what_is_no_host_is_refused_with_a_reason(typed, said):
    with pytest.raises(AddressError) as caught:
        parse_address(typed)
    assert said in str(caught.value.reason)
    assert "secret" not in str(caught.value)


ZONES = st.builds("{}%{}".format, st.ip_addresses(v=6), st.text(string.ascii_lowercase + string.digits, min_size=1))
PATHS = st.sampled_from(["/wsman", "/other", "/a/b.c"])


@given(HOSTS | ZONES.filter(lambda host: len(host) < 80), PORTS, st.booleans(), PATHS)
def test_the_url_of_an_address_is_the_address(host, port, secure, path):
    address = HostAddress(host, port, secure, path)
    assert parse_address(address.url) == address
    assert urlsplit(address.url).port == port
    assert parse_address(address.key).key == address.key


@given(HOSTS, PORTS)
def test_its_label_can_be_typed_again(host, port):
    address = parse_address(f"[{host}]:{port}" if ":" in host else f"{host}:{port}")
    assert parse_address(address.label).with_secure(secure=address.secure).key == address.key


@given(st.text(max_size=40))
def test_anything_else_is_an_address_or_an_error(typed):
    try:
        address = parse_address(typed)
    except AddressError:
        return
    assert address.host
    assert 1 <= address.port <= 65535
    assert address.host.isascii()
    assert unquote(urlsplit(address.url).hostname) == address.host.lower()


def test_tls_moves_the_usual_port_and_no_other():
    assert parse_address("srv01").with_secure(secure=True) == HostAddress("srv01", 5986, True)
    assert parse_address("srv01").with_secure(secure=True).with_secure(secure=False) == parse_address("srv01")
    assert parse_address("http://srv01:5986").with_secure(secure=False) == HostAddress("srv01", 5986)
    assert parse_address("srv01:8080").with_secure(secure=True) == HostAddress("srv01", 8080, True)


@pytest.mark.parametrize(
    ("typed", "loopback"), [("localhost", True), ("127.8.0.1", True), ("[::1]", True), ("srv01", False)]
)
def test_an_address_knows_whether_it_is_this_computer(typed, loopback):
    assert parse_address(typed).is_loopback is loopback


@given(st.ip_addresses(v=6))
def test_every_spelling_of_an_ipv6_address_has_one_key(address):
    spelled = [address.exploded, address.compressed.upper(), f"[{address.exploded}]:5985"]
    assert {parse_address(s).key for s in spelled} == {f"http://[{ipaddress.IPv6Address(int(address))}]:5985"}
