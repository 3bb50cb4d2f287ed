"""NTLM on our side: never below NTLMv2, names in Windows' upper case, and a computer that forbids its cryptography."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import struct
import subprocess
import sys

import pytest
from spnego._ntlm_raw.crypto import ntowfv1

from gatepost.wsman.errors import CryptographyUnavailable, WsmanError
from gatepost.wsman.login.ntlm import WindowsName
from tests.wsman.calls import put
from tests.wsman.http.test_sealing import NTLM_OFFER, STRONG, challenge
from tests.wsman.raw_host import RawHost, http

OFFER = http(b"", "401 No", NTLM_OFFER)


def answers(raw: RawHost) -> list[bytes]:
    """The NTLM answers that a host got."""
    tokens = [
        line[25:] for asked in raw.asked for line in asked.head.split(b"\r\n") if b"Negotiate TlRMTVNTUAAD" in line
    ]
    return [base64.b64decode(token.strip()) for token in tokens]


@pytest.mark.parametrize("level", ["0", "1", "2", "3", "nonsense"])
def test_a_level_in_the_environment_does_not_lead_back_to_ntlm_v1(transport, monkeypatch, level):
    monkeypatch.setenv("LM_COMPAT_LEVEL", level)
    with RawHost(OFFER, challenge(STRONG), OFFER) as raw:
        with pytest.raises(WsmanError):
            put(transport(raw.url, "ntlm"))
        (answer,) = answers(raw)
    lm_length, nt_length = struct.unpack_from("<H", answer, 12)[0], struct.unpack_from("<H", answer, 20)[0]
    assert nt_length > 24  # NTLMv2; NTLMv1 has 24 octets
    assert lm_length in (0, 24)


@pytest.mark.parametrize(
    ("name", "upper"),
    [
        ("alice", "ALICE"),
        ("stra\u00dfe", "STRA\u00dfE"),  # Python: SS
        ("\ufb01x", "\ufb01X"),  # Python: FI
        ("\u0149a", "\u0149A"),
        ("\u00b5", "\u00b5"),
        ("\u0131", "\u0131"),
        ("\u00ff\u00e9\u0444", "\u0178\u00c9\u0424"),
        ("\u10d0", "\u10d0"),  # Georgian capitals are newer than Windows' table
        ("\U00010428", "\U00010428"),  # beyond 16 bits
    ],
)
def test_upper_case_is_that_of_windows(name, upper):
    assert WindowsName(name).upper() == upper


def test_the_answer_of_a_user_with_a_sharp_s_is_made_of_the_name_in_windows_upper_case(open_target):
    """By the formula of [MS-NLMP] 3.3.2 alone: gss-ntlmssp writes SS, as Python does."""
    with RawHost(OFFER, challenge(STRONG), OFFER) as raw:
        with pytest.raises(WsmanError):
            put(open_target(raw.url, "ntlm", "LAB\\stra\u00dfe", "s3cret"))
        (answer,) = answers(raw)
    length, _, offset = struct.unpack_from("<HHI", answer, 20)
    proof, blob = answer[offset : offset + 16], answer[offset + 16 : offset + length]
    key = hmac.digest(ntowfv1("s3cret"), "STRA\u00dfELAB".encode("utf-16-le"), "md5")
    assert proof == hmac.digest(key, b"12345678" + blob, "md5")


def test_a_computer_that_forbids_md5_says_so_before_anything_is_sent(transport, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise ValueError("[digital envelope routines] unsupported")

    monkeypatch.setattr(hashlib, "md5", refuse)
    with RawHost(OFFER) as raw:
        with pytest.raises(CryptographyUnavailable, match="MD5 and RC4"):
            put(transport(raw.url, "ntlm"))
        assert raw.asked == []


FIPS = """
openssl_conf = i
[i]
providers = p
alg_section = a
[p]
default = d
[d]
activate = 1
[a]
default_properties = fips=yes
"""
ASK = """
import sys
from gatepost.backend.failures.diagnose import host_error
from gatepost.wsman.errors import WsmanError
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
try:
    connect(RemoteTarget(sys.argv[1], "u", "p", "http://127.0.0.1:9/wsman")).identify()
except WsmanError as error:
    print(host_error(error, "SRV01"))
"""


@pytest.mark.parametrize("scheme", ["ntlm", "credssp"])
@pytest.mark.parametrize("kind", ["fips", "no legacy provider"])
def test_openssl_that_refuses_is_explained_with_what_works_instead(tmp_path, scheme, kind):
    """As on a computer in FIPS mode: by OpenSSL's own configuration, in a process of its own."""
    (tmp_path / "fips.cnf").write_text(FIPS)
    refusing = (
        {"OPENSSL_CONF": str(tmp_path / "fips.cnf")} if kind == "fips" else {"CRYPTOGRAPHY_OPENSSL_NO_LEGACY": "1"}
    )
    environment = {**os.environ, **refusing, "PYTHONPATH": os.pathsep.join(sys.path)}
    said = subprocess.run(
        [sys.executable, "-c", ASK, scheme], env=environment, capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert "This computer doesn't allow MD5 or RC4, which" in said
    assert "Use Kerberos, or Basic or a client certificate over HTTPS." in said
