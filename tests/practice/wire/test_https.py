"""The HTTPS port, with pypsrp as the client."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from pypsrp.exceptions import AuthenticationError
from pypsrp.wsman import WSMan

from gatepost.practice.wire.tls import self_signed
from tests.practice.client import Client
from tests.practice.host_process import PracticeProcess


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    path = tmp_path_factory.mktemp("tls") / "host.pem"
    path.write_bytes(self_signed("srv01.example.org"))
    return path


@pytest.fixture(scope="module")
def strict(certificate):
    with PracticeProcess("reference-page", "--https", "--certificate", str(certificate), "--cbt", "strict") as process:
        yield process


@contextmanager
def client(process, certificate, **options):
    user, password = process.account()
    url = urlsplit(process.info["https_url"])
    options = {"auth": "ntlm", "no_proxy": True, "cert_validation": str(certificate)} | options
    wsman = WSMan(url.hostname, port=url.port, username=user, password=password, ssl=True, **options)
    try:
        yield Client(wsman)
    finally:
        wsman.close()


@pytest.mark.parametrize("auth", ["ntlm", "negotiate", "basic"])
def test_a_given_certificate_and_a_bound_login(strict, certificate, auth):
    with client(strict, certificate, auth=auth) as https:
        document = https.plugin("microsoft.powershell")
        assert https.put("config/plugin", document, Name="microsoft.powershell") is not None
        assert len(https.enumerate()[0]) > 1


def test_an_unbound_login_is_refused_where_bindings_are_demanded(strict, certificate):
    with client(strict, certificate, negotiate_send_cbt=False) as https, pytest.raises(AuthenticationError):
        https.plugin("microsoft.powershell")


def test_an_unbound_login_passes_where_they_are_not(certificate):
    with PracticeProcess("reference-page", "--https", "--certificate", str(certificate)) as process:
        for bound in (False, True):
            with client(process, certificate, negotiate_send_cbt=bound) as https:
                assert https.plugin("microsoft.powershell") is not None


def test_there_is_no_https_port_unless_asked_for():
    with PracticeProcess("reference-page") as process:
        assert "https_url" not in process.info


@pytest.mark.parametrize("content", [None, b"", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_certificate_that_cannot_be_used_is_a_bad_argument(tmp_path, content):
    path = tmp_path / "x.pem"
    if content is not None:
        path.write_bytes(content)
    command = [sys.executable, "-m", "gatepost.practice", "--https", "--certificate", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert done.stderr.startswith("gatepost.practice: ")
    assert "Traceback" not in done.stderr
