"""Whom the transport believes over HTTPS, and that nobody else is told anything."""

import ssl
import threading
import time
import warnings

import pytest
from cryptography import x509
from hypothesis import given
from hypothesis import strategies as st

from gatepost.wsman.certificates import CertificateProblem, normal_fingerprint, read_certificate
from gatepost.wsman.errors import (
    AuthenticationFailed,
    CertificateRefused,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
)
from gatepost.wsman.http.tls import certificate_of
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.practice.host_process import PracticeProcess
from tests.wsman import pki
from tests.wsman.raw_host import RawHost
from tests.wsman.recorder import Recorder
from tests.wsman.tls_hosts import Ear, Interceptor, Mute

AUTHENTICATIONS = ["ntlm", "basic"]


@pytest.fixture(scope="module")
def issued(folder, authority):
    """A host with a certificate of the private authority."""
    certificate = pki.host(folder, authority)
    with PracticeProcess("reference-page", "--https", "--certificate", str(certificate.path)) as practice:
        yield practice


@pytest.fixture(scope="module")
def strict():
    """A self-signed host that demands channel bindings."""
    with PracticeProcess("reference-page", "--https", "--cbt", "strict") as practice:
        yield practice


@pytest.fixture
def open_host(open_target):
    def open_host(url, authentication="ntlm", account=("user", "s3cret"), **options):
        return open_target(url, authentication, *account, **options)

    return open_host


def https(practice):
    return practice.info["https_url"]


def port_of(url):
    return int(url.rpartition(":")[2].partition("/")[0])


def refused(host):
    with pytest.raises(CertificateRefused) as caught:
        host.identify()
    assert caught.value.delivery is Delivery.NOT_SENT
    return caught.value


# --- believed --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("authentication", AUTHENTICATIONS)
@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_a_private_authority(issued, authority, open_host, name, authentication):
    url = https(issued).replace("127.0.0.1", name)
    host = open_host(url, authentication, issued.account(), ca_file=str(authority.path))
    assert host.encrypted
    assert host.identify().product_vendor == "Microsoft Corporation"
    document = host.get(uris.CONFIG_PLUGIN, {"Name": "microsoft.powershell"})
    assert host.put(uris.CONFIG_PLUGIN, {"Name": "microsoft.powershell"}, document)
    assert list(host.enumerate(uris.CONFIG_PLUGIN))


def test_a_host_behind_another_name_is_verified_under_its_own(folder, authority, open_host):
    certificate = pki.host(folder, authority, names=(x509.DNSName("srv01.example"),))
    with PracticeProcess("reference-page", "--https", "--certificate", str(certificate.path)) as practice:
        options = {"account": practice.account(), "ca_file": str(authority.path)}
        host = open_host(https(practice), verify_as="srv01.example", **options)
        assert host.identify().product_vendor == "Microsoft Corporation"
        other = refused(open_host(https(practice), verify_as="srv02.example", **options))
        assert other.reason is CertificateProblem.NAME_MISMATCH


def test_tls_1_3_can_be_kept_out(folder, authority, open_host):
    context = pki.host(folder, authority).context()
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    for tls12_only, heard in ((False, True), (True, False)):
        with Ear(context) as ear:
            options = {"ca_file": str(authority.path), "read_timeout": 0.3, "tls12_only": tls12_only}
            with pytest.raises(ConnectionFailed):  # it never answers
                open_host(ear.url, "basic", **options).identify()
        assert bool(ear.heard) is heard


@pytest.mark.parametrize("authentication", AUTHENTICATIONS)
def test_a_pinned_self_signed_certificate_and_its_channel(strict, open_host, authentication):
    facts = certificate_of("127.0.0.1", port_of(https(strict)), 3)
    assert (facts.subject, facts.issuer) == ("CN=SERVER01", "CN=SERVER01")
    host = open_host(https(strict), authentication, strict.account(), pinned_fingerprint=facts.sha256)
    assert host.identify().product_vendor == "Microsoft Corporation"
    assert b"MaxEnvelopeSizekb" in host.get(uris.CONFIG, {})


def test_a_pin_holds_whatever_the_name_and_the_dates(folder, open_host):
    odd = pki.host(folder, names=(x509.DNSName("elsewhere"),), begins=pki.NOW - 9 * pki.DAY, ends=pki.NOW - pki.DAY)
    with Ear(odd.context()) as ear:
        pin = ":".join(odd.sha256[i : i + 2] for i in range(0, 64, 2)).upper()
        host = open_host(ear.url, "basic", pinned_fingerprint=pin, read_timeout=0.3)
        with pytest.raises(ConnectionFailed):  # it never answers
            host.identify()
    assert ear.heard.startswith(b"POST /wsman")


def test_a_wrong_password_over_tls(issued, authority, open_host):
    for authentication in AUTHENTICATIONS:
        account = (issued.account()[0], "not-this-one")
        host = open_host(https(issued), authentication, account, ca_file=str(authority.path))
        with pytest.raises(AuthenticationFailed):
            host.identify()


# --- not believed ----------------------------------------------------------------------------------------------------


CASES = [
    *["unknown authority", "other authority", "self-signed", "wrong name", "no name", "expired", "too early"],
    *["changed pin", "pin beats authority"],
]


def cases(folder, authority):
    """What the host shows, what we trust, and why that does not fit."""
    ours = {"ca_file": str(authority.path)}
    elsewhere = (x509.DNSName("srv02.example.org"),)
    long_ago, yesterday, tomorrow = pki.NOW - 9 * pki.DAY, pki.NOW - pki.DAY, pki.NOW + pki.DAY
    good = pki.host(folder, authority)
    return {
        "unknown authority": (good, {}, CertificateProblem.UNKNOWN_ISSUER),
        "other authority": (
            pki.host(folder, pki.authority(folder, "Other CA")),
            ours,
            CertificateProblem.UNKNOWN_ISSUER,
        ),
        "self-signed": (pki.host(folder), ours, CertificateProblem.UNTRUSTED),
        "wrong name": (pki.host(folder, authority, elsewhere), ours, CertificateProblem.ADDRESS_MISMATCH),
        "no name": (pki.host(folder, authority, ()), ours, CertificateProblem.ADDRESS_MISMATCH),
        "expired": (pki.host(folder, authority, begins=long_ago, ends=yesterday), ours, CertificateProblem.EXPIRED),
        "too early": (
            pki.host(folder, authority, begins=tomorrow, ends=tomorrow + pki.DAY),
            ours,
            CertificateProblem.EXPIRED,
        ),
        "changed pin": (
            pki.host(folder),
            {"pinned_fingerprint": pki.host(folder).sha256},
            CertificateProblem.CHANGED_PIN,
        ),
        "pin beats authority": (good, {**ours, "pinned_fingerprint": "0" * 64}, CertificateProblem.CHANGED_PIN),
    }


@pytest.mark.parametrize("authentication", AUTHENTICATIONS)
@pytest.mark.parametrize("case", CASES)
def test_nobody_else_hears_more_than_a_handshake(folder, authority, open_host, case, authentication):
    shown, trust, reason = cases(folder, authority)[case]
    with Ear(shown.context()) as ear:
        host = open_host(ear.url, authentication, **trust)
        errors = [refused(host), refused(host)]
    assert ear.connections >= 2
    assert ear.heard == b""
    for error in errors:
        assert error.reason is reason
        assert error.certificate.sha256 == shown.sha256
        assert "s3cret" not in f"{error} {error!r}"


def test_nothing_readable_crosses_a_wire_that_is_not_trusted(issued, open_host):
    user, password = issued.account()
    with Recorder(https(issued)) as recorder:
        for authentication in AUTHENTICATIONS:
            refused(open_host(recorder.url, authentication, (user, password)))
        sent = [bytes(each) for each in recorder.sent]
    assert len(sent) == 4
    for stream in sent:
        assert 0 < len(stream) < 2_000
        # ContentType 23 carries what TLS 1.3 encrypts: here a Finished and an alert at most, smaller than any request.
        assert sum(size for kind, size in records(stream) if kind == 23) < 150


def records(stream):
    """Type and length of the records of a TLS stream, RFC 8446 5.1."""
    position = 0
    while position + 5 <= len(stream):
        size = int.from_bytes(stream[position + 3 : position + 5])
        yield stream[position], size
        position += 5 + size


def test_what_is_trusted_is_read_by_no_wire(issued, authority, open_host):
    user, password = issued.account()
    with Recorder(https(issued)) as recorder:
        for authentication in AUTHENTICATIONS:
            host = open_host(recorder.url, authentication, (user, password), ca_file=str(authority.path))
            assert host.get(uris.CONFIG, {})
        heard = recorder.heard
    for clear in (b"Envelope", b"wsman", b"POST", b"Negotiate", b"Basic", password.encode()):
        assert clear not in heard


def test_a_certificate_that_changes_while_connected_is_noticed(folder, open_host):
    first, second = pki.host(folder), pki.host(folder)
    context = first.context()
    with Ear(context) as ear:
        host = open_host(ear.url, "basic", pinned_fingerprint=first.sha256, read_timeout=0.2)
        with pytest.raises(ConnectionFailed):
            host.identify()
        context.load_cert_chain(second.path)
        assert refused(host).reason is CertificateProblem.CHANGED_PIN


@pytest.mark.parametrize("content", [None, b"no certificate"])
def test_a_file_of_authorities_that_is_none(tmp_path, open_host, content):
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConnectionFailed, match=r"unreadable: (no such file|it has no certificate)") as caught:
        open_host("https://127.0.0.1:9/wsman", ca_file=str(path)).identify()
    assert (caught.value.problem, caught.value.delivery) == (ConnectionFailureReason.NO_AUTHORITIES, Delivery.NOT_SENT)


# --- channel binding -------------------------------------------------------------------------------------------------


def test_a_login_through_a_man_in_the_middle_is_refused_where_bindings_are_demanded(strict, issued, folder, open_host):
    his = pki.host(folder)
    for practice, demanded in ((issued, False), (strict, True)):
        with Interceptor(https(practice), his.context()) as between:
            host = open_host(between.url, "ntlm", practice.account(), pinned_fingerprint=his.sha256)
            if demanded:
                with pytest.raises(AuthenticationFailed):
                    host.identify()
            else:
                assert host.identify().product_vendor
            host.close()


# --- handshakes that do not end --------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"\x16\x03\x03\x40\x00" + bytes(100)], ids=["mute", "drips"])
def test_a_handshake_has_one_deadline(open_host, data):
    with Mute(data) as mute:
        started = time.monotonic()
        with pytest.raises(ConnectionFailed) as caught:
            open_host(mute.url, connect_timeout=0.4).identify()
        assert (caught.value.problem, caught.value.delivery) == (ConnectionFailureReason.TIMED_OUT, Delivery.NOT_SENT)
        with pytest.raises(ConnectionFailed) as caught:
            certificate_of("127.0.0.1", mute.port, 0.4)
        assert caught.value.problem is ConnectionFailureReason.TIMED_OUT
        assert time.monotonic() - started < 4


def test_closing_ends_a_handshake(open_host):
    with Mute() as mute:
        host = open_host(mute.url, connect_timeout=30)
        failures = []

        def ask():
            try:
                host.identify()
            except ConnectionFailed as error:
                failures.append(error.problem)

        waiting = threading.Thread(target=ask)
        waiting.start()
        deadline = time.monotonic() + 10
        while not mute.connections and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.1)
        host.close()
        waiting.join(5)
        assert failures == [ConnectionFailureReason.CLOSED]


# --- the certificate of a host ---------------------------------------------------------------------------------------


def test_the_certificate_of_a_host(folder, authority):
    shown = pki.host(folder, authority)
    with Ear(shown.context()) as ear:
        facts = certificate_of("127.0.0.1", ear.port, 3)
    assert ear.heard == b""
    assert (facts.subject, facts.issuer) == ("CN=srv01", "CN=Private CA")
    assert (facts.not_before, facts.not_after) == (pki.NOW - pki.DAY, pki.NOW + pki.DAY)
    assert facts.sha256 == shown.sha256
    assert facts.names == ("localhost", "127.0.0.1")


def test_no_certificate_where_there_is_no_tls():
    with RawHost() as raw:
        port = raw.port
    for name, where, problem in [
        ("127.0.0.1", port, ConnectionFailureReason.REFUSED),
        ("no-such-host.invalid", 5986, ConnectionFailureReason.NAME_NOT_FOUND),
    ]:
        with pytest.raises(ConnectionFailed) as caught:
            certificate_of(name, where, 3)
        assert (caught.value.problem, caught.value.delivery) == (problem, Delivery.NOT_SENT)
    with Mute(b"220 this is something else\r\n", 0) as talker:
        with pytest.raises(ConnectionFailed) as caught:
            certificate_of("127.0.0.1", talker.port, 3)
        assert caught.value.problem is ConnectionFailureReason.TLS


def test_a_certificate_that_the_library_cannot_read_is_a_failure_of_tls(folder, authority, monkeypatch):
    def unreadable(_der):
        raise ValueError("invalid certificate")

    monkeypatch.setattr("gatepost.wsman.http.tls.read_certificate", unreadable)
    with Ear(pki.host(folder, authority).context()) as ear, pytest.raises(ConnectionFailed) as caught:
        certificate_of("127.0.0.1", ear.port, 3)
    assert (caught.value.problem, caught.value.delivery) == (ConnectionFailureReason.TLS, Delivery.NOT_SENT)
    assert caught.value.detail == "The certificate cannot be read."


def test_texts_of_a_certificate_are_cut_and_visible(folder):
    facts = read_certificate(pki.host(folder, subject="a\u202eb\n" + "x" * 40).der)
    assert all(text.isprintable() and len(text) <= 300 for text in (facts.subject, facts.issuer))
    names = tuple(x509.DNSName(f"h{number}." + "y" * 200) for number in range(200))
    assert len(read_certificate(pki.host(folder, names=names).der).names) == 50


@given(data=st.data())
def test_a_garbled_certificate_is_a_value_error_at_most(data, folder):
    der = bytearray(_SAMPLE.setdefault("der", pki.host(folder).der))
    for _ in range(data.draw(st.integers(0, 3))):
        der[data.draw(st.integers(0, len(der) - 1))] = data.draw(st.integers(0, 255))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            facts = read_certificate(bytes(der[: data.draw(st.integers(0, len(der)))]))
        except ValueError:
            return
    assert len(facts.sha256) == 64


_SAMPLE: dict[str, bytes] = {}


@pytest.mark.parametrize("text", ["", "00", "0" * 63, "g" * 64, "0" * 65, "٠" * 64])
def test_what_is_no_fingerprint(text):
    with pytest.raises(ValueError, match="64"):
        normal_fingerprint(text)


def test_a_pin_needs_tls():
    with pytest.raises(ValueError, match="https"):
        RemoteTarget("ntlm", "u", "p", "http://srv01:5985/wsman", pinned_fingerprint="0" * 64)


def test_the_port_of_a_url_without_one():
    target = RemoteTarget("ntlm", "u", "p", "https://srv01/wsman")
    assert target.trust is not None
    assert (target.trust.name, target.trust.port) == ("srv01", 443)
