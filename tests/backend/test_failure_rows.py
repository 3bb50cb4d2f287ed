"""Every failure is produced, and what the user reads of it checked; ``failure_rows`` says which way each comes about."""

from __future__ import annotations

import gc
import socket
import sys
from contextlib import closing

import pytest

from gatepost.backend.failures.catalog import Cause
from gatepost.backend.failures.diagnose import cause_of, host_error
from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.failures.reach_catalog import ReachCause
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.errors import HostError
from gatepost.work import WorkContext
from gatepost.wsman.errors import (
    AlreadyRejected,
    AuthenticationFailed,
    ConnectionFailed,
    ConnectionFailureReason,
    CryptographyUnavailable,
    Delivery,
    WsmanError,
)
from gatepost.wsman.local import LocalTransport, connect_here
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from gatepost.wsman.messages.uris import IDENTITY, WSMAN
from tests.backend.failure_lab import PASSWORD, Lab, SecuredHost
from tests.backend.failure_rows import COM, KDC, LEGS, MADE, OPENSSL, ROWS, check
from tests.wsman import pki
from tests.wsman.http.test_sealing import KEY_128, NTLM_OFFER, STRONG, challenge
from tests.wsman.raw_host import RawHost, http, soap
from tests.wsman.test_local import Automation, fault_xml
from tests.wsman.wires import answer, fault_body

NAME = "microsoft.powershell"
OFFER = http(b"", "401 No", NTLM_OFFER)
CODES = {  # that the practice host gives on demand only
    Cause.SET_BY_POLICY: (2150858890,),
    Cause.QUOTA: (2150859173, 2150859174, 2150859175, 2150859240),
    Cause.QUOTA_OF_HOST: (2150859176, 2150859179, 2150859237),
    Cause.RUN_AS_FORBIDDEN: (2150859232,),
    Cause.ANSWER_TOO_LARGE: (2150858790, 2150858823, 2150858824, 2150858825),
    Cause.GAVE_UP: (2150858793, 2150858779),
    Cause.REMOTE_ACCESS_OFF: (2150859229, 2150859235),
    Cause.DAMAGED: (2150859152,),
    Cause.SECURITY_ELEMENT_NOT_WRITABLE: (2150859199,),
    Cause.ACCESS_DENIED: (5, 0x80070005),
    Cause.RUN_AS_NOT_VERIFIED: (2150859203, 1326),
    Cause.STOPPING: (995, 1115),
    Cause.NO_LOGON_SERVER: (1311,),
    Cause.TRUST_BROKEN: (1787,),
    Cause.NO_MEMORY: (8, 14, 1450, 1455),
    Cause.PLUGIN_CRASHED: (0xC0000005,),
    Cause.REFUSED_REQUEST: (4_000_000_000,),
}
STATUSES = {
    ReachCause.TOO_LARGE: 413,
    ReachCause.HTTP_STATUS: 418,
    ReachCause.NOT_READY: 503,
}


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    lab = Lab(tmp_path_factory.mktemp("pki"))
    yield lab
    lab.close()


@pytest.fixture(autouse=True)
def nothing_left_open():
    yield
    gc.collect()


# --- the way there -----------------------------------------------------------------------------------------------------


def name_not_found(lab):
    return lab.at("http://no-such-host.invalid:5985/wsman")


def no_route(lab):
    if sys.platform != "linux":
        pytest.skip("elsewhere the broadcast address fails in other ways")
    return lab.at("http://255.255.255.255:5985/wsman")


def refused(lab):
    with socket.socket() as held:  # bound and not listening
        held.bind(("127.0.0.1", 0))
        return lab.at(f"http://127.0.0.1:{held.getsockname()[1]}/wsman")


def no_answer(lab):
    with socket.socket() as full, socket.socket() as first:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        first.connect(full.getsockname())  # there is room for no other
        return lab.at(f"http://127.0.0.1:{full.getsockname()[1]}/wsman")


def too_slow(lab):
    return lab.bytes(OFFER, challenge(STRONG), http(b""), b"")


def dropped(lab):
    return lab.bytes(None, None, scheme="basic")


def closed(lab):
    def ask(host):
        host.close()
        host.get(uris.CONFIG, {})

    return lab.logged_on(ask)


def proxy_refused(lab):
    with RawHost(http(b"", "407 Proxy Authentication Required", "Proxy-Authenticate: Basic")) as proxy:
        return lab.at("http://srv01:5985/wsman", proxy=proxy.url.removesuffix("/wsman"))


def no_connection(lab):
    if not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    return lab.at("http://[fe80::1]:5985/wsman")  # without saying by which network


# --- who the host is ---------------------------------------------------------------------------------------------------


def no_tls(lab):
    return lab.at(lab.plain.url.replace("http:", "https:"))


def no_authorities(lab):
    (lab.folder / "empty.pem").write_text("nothing")
    return lab.at(lab.practice.info["https_url"], ca_file=str(lab.folder / "empty.pem"))


def untrusted_certificate(lab):
    return lab.https(pki.host(lab.folder))


def certificate_name(lab):
    authority = pki.authority(lab.folder)
    url = lab.https_url(pki.host(lab.folder, authority, names=()))
    return lab.at(url.replace("127.0.0.1", "localhost"), ca_file=str(authority.path))


def certificate_dates(lab):
    authority = pki.authority(lab.folder)
    old = pki.host(lab.folder, authority, begins=pki.NOW - 3 * pki.DAY, ends=pki.NOW - pki.DAY)
    return lab.https(old, ca_file=str(authority.path))


def certificate_changed(lab):
    return lab.at(lab.practice.info["https_url"], pinned_fingerprint="ab" * 32)


# --- who we are --------------------------------------------------------------------------------------------------------


def logon_refused(lab):
    return lab.at(lab.practice.url)


def closed_account(lab, state):
    user = lab.practice.account()[0]
    lab.tell("account", user, state)
    try:
        assert cause_of(lab.logged_on()) is LoginCause.LOGON_REFUSED  # NTLM does not tell
        return lab.logged_on(scheme="credssp")
    finally:
        lab.tell("account", user, "open")


def account_locked(lab):
    return closed_account(lab, "locked")


def account_disabled(lab):
    return closed_account(lab, "disabled")


def account_restricted(lab):
    return closed_account(lab, "restricted")


def scheme_not_offered(lab):
    return lab.at(lab.plain.url, "credssp")


def no_scheme(lab):
    return lab.bytes(*[http(b"", "401 No", "WWW-Authenticate: Bearer realm=x")] * 3)


def scheme_unavailable(_lab):
    if sys.platform == "win32":
        pytest.skip("this computer is a Windows host")
    with pytest.raises(WsmanError) as caught:
        connect_here("me")
    return caught.value


def client_certificate(lab):
    authority = pki.authority(lab.folder)
    issued = pki.host(lab.folder, authority)
    with SecuredHost(issued.context(), http(b"", "401 No", "WWW-Authenticate: Negotiate")) as raw:
        own = {"ca_file": str(authority.path), "client_certificate": str(issued.path)}
        return lab.failure(RemoteTarget("certificate", "", "", raw.url.replace("http:", "https:"), **own))


def letters_rejected(lab):
    with RawHost(http(b"", "401 No", 'WWW-Authenticate: Basic realm="WSMAN"')) as raw:
        return lab.failure(RemoteTarget("basic", "u", "Pässwört", raw.url))


def already_rejected(lab):
    target = RemoteTarget("ntlm", "LAB\\user", PASSWORD, lab.practice.url)
    with closing(connect(target)) as host:
        for error in (AuthenticationFailed, AlreadyRejected):
            with pytest.raises(error) as caught:
                host.get(uris.CONFIG, {})
    return caught.value


# --- encryption --------------------------------------------------------------------------------------------------------


def no_encryption(lab):
    return lab.bytes(OFFER, challenge(STRONG & ~KEY_128))


def clear_answer(lab):
    return lab.bytes(OFFER, challenge(STRONG), http(b""), http(b"<c/>"))


# --- HTTP and faults ---------------------------------------------------------------------------------------------------


def stale(lab):
    def ask(host):
        host.identify()
        lab.tell("answer-status 401")
        host.put(uris.CONFIG, {}, b"<c/>")  # a read is asked again

    return lab.logged_on(ask)


def bare_error(lab):
    return lab.bytes(http(b"", "500 Oops"), scheme="basic")


def not_found(lab):
    return lab.at(lab.practice.url.replace("/wsman", "/other"))


def access_denied(lab):
    return lab.logged_on(role="remote-management-user")


def run_as_not_verified(lab):
    lab.tell("runas-stale", "Ops.RunAs")

    def ask(host):
        host.put(uris.CONFIG_PLUGIN, {"Name": "Ops.RunAs"}, host.get(uris.CONFIG_PLUGIN, {"Name": "Ops.RunAs"}))

    return lab.logged_on(ask)


def bad_descriptor(lab):
    def ask(host):
        document = host.get(uris.CONFIG_PLUGIN, {"Name": NAME})
        host.put(uris.CONFIG_PLUGIN, {"Name": NAME}, document.replace(b'Sddl="O:', b'Sddl="X:'))

    return lab.logged_on(ask)


def too_large(lab):
    return lab.logged_on(lambda host: host.put(uris.CONFIG_PLUGIN, {"Name": NAME}, b"<P>" + b"x" * 600_000 + b"</P>"))


def not_there(lab):
    return lab.logged_on(lambda host: host.get(uris.CONFIG_PLUGIN, {"Name": "gone"}))


def refused_request(lab):
    return lab.logged_on(lambda host: host.put(uris.CONFIG_PLUGIN, {"Name": NAME}, b"<Nothing/>"))


OMI = (
    f'<i:IdentifyResponse xmlns:i="{IDENTITY}"><i:ProtocolVersion>{WSMAN}</i:ProtocolVersion>'
    "<i:ProductVendor>Open Management Infrastructure</i:ProductVendor><i:ProductVersion>1.7.1</i:ProductVersion>"
    "</i:IdentifyResponse>"
)


def other_service(lab):
    unknown = fault_body("<p:OMI_Error xmlns:p='urn:omi'/>", "a:DestinationUnreachable", "The resource URI is invalid")
    with RawHost(soap(unknown, "500 No"), http(answer(OMI, None))) as raw:
        host = connect(RemoteTarget("basic", "u", PASSWORD, raw.url))
        opened = Host(host, Journal(lab.folder / "journal"), "key", "SRV01")
        with closing(opened), pytest.raises(HostError) as caught:
            opened.read_snapshot(WorkContext())
    assert isinstance(caught.value.__cause__, WsmanError)
    return caught.value.__cause__


def other_quota(lab):
    said = "The maximum number of users executing shell operations has been exceeded."
    return lab.bytes(soap(fault_body("", "w:QuotaLimit", said), "500 No"), scheme="basic")


def unknown_resource(lab):
    body = fault_body("<p:OMI_Error xmlns:p='urn:omi'/>", "a:DestinationUnreachable", "The resource URI is invalid")
    return lab.bytes(soap(body, "500 No"), scheme="basic")


def unreadable(lab):
    lab.tell("garble not-xml")
    return lab.logged_on()


# --- this computer -----------------------------------------------------------------------------------------------------


def asked_here(code: int, elevated: bool) -> WsmanError:
    def automation():
        made = Automation(None)
        made.Error = fault_xml(code, "said by Windows")
        made.failure = OSError("COM")
        return made

    with pytest.raises(WsmanError) as caught:
        LocalTransport(automation, "me", lambda: elevated).get(uris.CONFIG, {})
    return caught.value


def not_running(_lab):
    return asked_here(2150858770, elevated=True)


def local_client_missing(_lab):
    def automation():
        raise ValueError(0x800401F3, "Invalid class string")

    with pytest.raises(WsmanError) as caught:
        LocalTransport(automation, "me", lambda: True).get(uris.CONFIG, {})
    return caught.value


def not_elevated(_lab):
    return asked_here(5, elevated=False)


def cryptography_refused(_lab):
    return CryptographyUnavailable("NTLM", "unsupported")  # test_algorithms has this computer refuse


def other(_lab):
    return WsmanError("of a new kind")


BY_CODE_ONLY = {cause for cause in [*CODES, *STATUSES] if cause.name.lower() not in globals()}
ELSEWHERE = (KDC, LEGS, OPENSSL)
HERE = [cause for cause in ROWS if ROWS[cause].how not in ELSEWHERE and cause not in BY_CODE_ONLY]


def test_every_cause_has_a_row_and_every_row_a_test():
    assert set(ROWS) == {*Cause, *LoginCause, *ReachCause}
    assert {cause for cause in ROWS if ROWS[cause].how in (COM, MADE)} == {
        Cause.LOCAL_CLIENT_MISSING,
        Cause.NOT_RUNNING,
        Cause.NOT_ELEVATED,
        Cause.OTHER,
        LoginCause.CRYPTOGRAPHY_REFUSED,
    }


@pytest.mark.parametrize("cause", HERE, ids=lambda cause: cause.name)
def test_a_failure_and_its_words(lab, cause):
    error = globals()[cause.name.lower()](lab)
    found = host_error(error, "SRV01")
    check(cause, found, cause_of(error))
    assert PASSWORD not in f"{found!s} {found!r} {found.details} {error!s} {error!r}"


@pytest.mark.parametrize(("cause", "code"), [(cause, code) for cause, codes in CODES.items() for code in codes])
def test_a_fault_by_its_code(lab, cause, code):
    lab.tell("fault", str(code))
    error = lab.logged_on()
    found = host_error(error, "SRV01")
    check(cause, found, cause_of(error))
    assert f"Code: {code} (0x{code:08X})" in found.details


@pytest.mark.parametrize(("cause", "status"), list(STATUSES.items()))
def test_an_http_status(lab, cause, status):
    lab.tell("answer-status", str(status))
    error = lab.logged_on()
    found = host_error(error, "SRV01")
    check(cause, found, cause_of(error))
    assert str(status) in found.details


def test_every_reason_of_a_connection_has_words():
    for problem in ConnectionFailureReason:
        for delivery in Delivery:
            assert str(host_error(ConnectionFailed(problem, delivery=delivery), "SRV01").summary)
