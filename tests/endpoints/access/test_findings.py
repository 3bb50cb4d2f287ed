import pytest

from gatepost.endpoints.access.findings import (
    Severity,
    deny_taken_by_windows,
    findings,
    misread_by_windows,
    refused_by_windows,
)
from tests.endpoints.documents import NO_SECURITY, USER01, configuration, on_host, with_text

PLAIN = "P(A;;GA;;;BA)"
# Authenticated Users, Users, NETWORK, guests, anonymous; Domain Users by alias and by SID; This Organization, local accounts,
# NTLM, identities that an authority asserts, Domain Computers, Pre-Windows 2000 Compatible Access
BROAD = (
    "AU", "BU", "NU", "BG", "AN", "DU", "S-1-5-21-1-2-3-513",
    "S-1-5-15", "S-1-5-113", "S-1-5-64-10", "S-1-18-1", "DC", "RU",
)  # fmt: skip
CONDITIONAL = "P(XA;;GX;;;WD;(Member_of {SID(BA)}))"


def codes(endpoint):
    return {finding.code for finding in findings(on_host(endpoint))}


def test_an_ordinary_endpoint_has_none():
    assert codes(configuration(PLAIN)) == set()
    assert codes(configuration("P(D;;GA;;;NU)(A;;GA;;;BA)")) == set()


@pytest.mark.parametrize(
    ("endpoint", "found"),
    [
        (configuration("P(A;;GA;;;BA)(D;;GA;;;NU)"), {"custom", "order"}),
        (configuration("P(D;;GA;;;WD)(A;;GA;;;BA)"), {"custom"}),
        (configuration("NO_ACCESS_CONTROL"), {"custom"}),
        (configuration(PLAIN, "P(D;;GA;;;NU)"), {"custom"}),
        (with_text("foo"), {"custom"}),
        (configuration(f"P(D;;GA;;;{USER01})(A;;GA;;;BA)"), {"misread", "takes-deny", "others-denied"}),
        (configuration(f"P(D;;GA;;;{USER01})(D;;GX;;;NU)(A;;GA;;;BA)"), {"takes-deny", "others-denied"}),
        (configuration(f"P(D;;GA;;;{USER01})", enabled=False), {"takes-deny"}),
        (with_text("foo").with_enabled(enabled=False), {"unreadable"}),
        (configuration("P(A;;GA;;;WD)"), {"everyone"}),
        *((configuration(f"P(A;;GX;;;{broad})"), {"everyone"}) for broad in BROAD),
        (configuration("P(A;;GX;;;S-1-5-21-1-2-3-1513)"), set()),  # no group of the domain
        (configuration("P(A;;GA;;;WD)", enabled=False), {"opens-when-enabled"}),
        (configuration("P(D;;GA;;;WD)(A;;GA;;;WD)"), {"custom"}),
        (configuration("P(A;;GR;;;WD)(A;;GA;;;BA)"), set()),
        (configuration(CONDITIONAL), {"conditional"}),
        (configuration(*NO_SECURITY), {"no-descriptor"}),
        (configuration(PLAIN, enabled=False), {"opens-when-enabled"}),
        (configuration("P(D;;GA;;;NU)(A;;GA;;;BA)", enabled=False), set()),
        (configuration("P", enabled=False), set()),
        (configuration(PLAIN, attributes='RunAsUser="D\\svc"'), {"run-as"}),
        (configuration(PLAIN, attributes='RunAsVirtualAccount="true"'), {"virtual-admin"}),
        (
            configuration(PLAIN, attributes='RunAsVirtualAccount="true" RunAsVirtualAccountGroups="A;S-1-5-32-544"'),
            {"virtual-admin"},
        ),
        (configuration(PLAIN, attributes='RunAsVirtualAccount="true" RunAsVirtualAccountGroups="Users"'), set()),
        (configuration(PLAIN, name="a\u202egpj"), {"name"}),
        (configuration(PLAIN, name="a\u200bb"), {"name"}),
        (configuration(PLAIN, name="a\u3164b"), {"name"}),
        (configuration(PLAIN, name="<b>'quoted\" name</b>"), set()),
    ],
)
def test_an_endpoint_has_exactly_these_findings(endpoint, found):
    assert codes(endpoint) == found


def test_warnings_come_first():
    endpoint = configuration(CONDITIONAL, attributes='RunAsUser="u" RunAsVirtualAccount="true"')
    severities = [finding.severity for finding in findings(on_host(endpoint))]
    assert severities == sorted(severities, key=[Severity.WARNING, Severity.INFO].index)
    assert set(severities) == set(Severity)


@pytest.mark.parametrize(
    ("dacl", "misread"),
    [
        (f"P(D;;GA;;;{USER01})(A;;GA;;;BA)", True),
        ("P(D;;GA;;;NS)(A;;GA;;;BA)", True),
        ("P(D;;GA;;;LS)(A;;GA;;;BA)", False),
        (f"P(D;;GX;;;{USER01})(A;;GA;;;BA)", False),
        (f"P(A;;GA;;;{USER01})", False),
        (f"P(D;;GA;;;NU)(D;;GA;;;{USER01})(A;;GA;;;BA)", False),
    ],
)
def test_what_the_pattern_of_windows_takes_for_network(dacl, misread):
    assert misread_by_windows(configuration(dacl)) is misread


@pytest.mark.parametrize(
    ("dacl", "taken"),
    [
        (f"P(D;;GA;;;NU)(D;;GA;;;{USER01})(A;;GA;;;BA)", USER01),
        ("P(D;;GA;;;NS)(A;;GA;;;BA)", "S-1-5-20"),
        ("P(D;;GA;;;NU)(A;;GA;;;BA)", None),
        (f"P(A;;GA;;;BA)(D;;GA;;;{USER01})", None),
        (f"(A;;GA;;;BA)(D;ID;GA;;;{USER01})", None),
        (f"(D;CI;GA;;;{USER01})(A;;GA;;;BA)", USER01),  # .NET drops the flag, then removes the entry
    ],
)
def test_whose_deny_windows_would_take_away(dacl, taken):
    found = deny_taken_by_windows(configuration(dacl))
    assert (str(found) if found else None) == taken


@pytest.mark.parametrize(
    ("dacl", "out_of_order"),
    [
        ("D:(D;;GA;;;NU)(A;;GA;;;BA)(D;ID;GA;;;NU)(A;ID;GA;;;BA)", False),
        ("D:(A;;GA;;;BA)(D;;GA;;;NU)", True),
        ("D:(A;ID;GA;;;BA)(A;;GA;;;BA)", True),
        ("D:(A;;GA;;;BA)(XD;;GA;;;NU;(Member_of {SID(BA)}))", True),
        ("D:", False),
    ],
)
def test_windows_refuses_a_dacl_that_is_out_of_canonical_order(dacl, out_of_order):
    assert refused_by_windows(dacl) is out_of_order
