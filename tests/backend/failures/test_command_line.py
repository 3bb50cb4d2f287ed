"""What is said on the command line can be done there: options are named, and nothing of a window."""

from __future__ import annotations

import re

import pytest
from cryptography.x509 import DNSName

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection
from gatepost.backend.connect.open_host import open_transport
from gatepost.backend.failures.catalog import Cause
from gatepost.backend.failures.diagnose import host_error
from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.failures.reach_catalog import ReachCause
from gatepost.endpoints.errors import HostError
from gatepost.wsman.errors import (
    AuthenticationFailed,
    CertificateRefused,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
)
from tests.backend.failure_lab import Lab
from tests.wsman import pki

OF_THE_WINDOW = re.compile(
    r"\brefresh\b|\bchoose\b(?!.*--)|\bEdit connection\b|\bconnect again and\b|\bdetails\b", re.IGNORECASE
)


@pytest.mark.parametrize("cause", [*ReachCause, *LoginCause, *Cause], ids=lambda cause: cause.name)
def test_no_next_step_needs_a_window(cause):
    said = cause.command_line.template
    assert not OF_THE_WINDOW.findall(said), said


def test_every_text_can_be_filled():
    fields = ("host", "spn", "detail", "names", "fingerprint", "options")
    own = [each.command_line for each in (*ReachCause, *LoginCause, *Cause) if each.command_line is not each.next_step]
    assert own
    for said in own:
        said.template.format(**dict.fromkeys(fields, "x"))


def test_what_a_host_offers_is_named_by_its_options():
    error = AuthenticationFailed("no", ("Negotiate", "Basic"), tried="CredSSP")
    assert str(host_error(error, "SRV01").command_line) == (
        "Use --auth ntlm, --auth kerberos or --auth basic with https://."
    )


def test_what_the_window_folds_out_is_in_the_line():
    error = ConnectionFailed(ConnectionFailureReason.OTHER, delivery=Delivery.NOT_SENT, detail="Protocol not available")
    assert "Protocol not available" in host_error(error, "SRV01").on_command_line


def test_names_and_fingerprint_of_a_certificate_are_in_the_line(tmp_path):
    lab = Lab(tmp_path)
    try:
        authority = pki.authority(tmp_path)
        named, unknown = pki.host(tmp_path, authority, names=(DNSName("srv09.example"),)), pki.host(tmp_path)
        other_name = lab.https(named, ca_file=str(authority.path))
        untrusted = lab.https(unknown)
    finally:
        lab.close()
    assert isinstance(other_name, CertificateRefused) and isinstance(untrusted, CertificateRefused)
    assert "--verify-as" in (said := host_error(other_name, "SRV01").on_command_line) and "srv09.example" in said
    assert "--ca FILE" in (said := host_error(untrusted, "SRV01").on_command_line) and unknown.sha256 in said


def test_what_is_still_missing_is_named_by_its_options():
    with pytest.raises(HostError) as caught:
        open_transport(Connection("ntlm", "u", parse_address("srv01")), "")
    assert "--password-stdin" in caught.value.on_command_line
    assert "--password-stdin" not in str(caught.value)
