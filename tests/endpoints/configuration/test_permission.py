"""The Permission column, letter for letter as the reference page lists it."""

import pytest

from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.permission_text import permission_text
from gatepost.security import Accounts, Sid
from tests.endpoints.documents import NO_SECURITY, USER01, configuration, snapshot, with_text

ADMINISTRATORS = r"BUILTIN\Administrators AccessAllowed"
NETWORK_DENIED = r"NT AUTHORITY\NETWORK AccessDenied, "
TEST = rf"NT AUTHORITY\INTERACTIVE AccessAllowed, {ADMINISTRATORS}, DOMAIN01\User01 AccessAllowed"
FIVE = [
    "microsoft.powershell",
    "microsoft.powershell.workflow",
    "microsoft.powershell32",
    "microsoft.ServerManager",
    "WithProfile",
]
ACCOUNTS = Accounts({USER01: r"DOMAIN01\User01"})


def five_endpoints():
    return snapshot(*[configuration("P(A;;GA;;;BA)", name=name) for name in FIVE])


def applied(host, change_set):
    """The host after all changes went well."""
    after = {change.name: change.after for change in change_set.changes}
    return snapshot(*[after.get(c.name, c) for c in host.configurations])


def listing(host):
    return {c.name: permission_text(c, host.accounts) for c in host.configurations}


def test_example_4_disable_then_enable():
    host = applied(five_endpoints(), disable_remoting(five_endpoints()))
    assert listing(host) == dict.fromkeys(FIVE, NETWORK_DENIED + ADMINISTRATORS)
    host = applied(host, enable_remoting(host))
    assert listing(host) == dict.fromkeys(FIVE, ADMINISTRATORS)


def test_example_6_custom_descriptor():
    host = snapshot(
        configuration("P(A;;GA;;;BA)", name="microsoft.powershell"),
        configuration(f"P(A;;GA;;;IU)(A;;GA;;;BA)(A;;GA;;;{USER01})"),
    )
    assert listing(host) == {"microsoft.powershell": ADMINISTRATORS, "Test": TEST}
    host = applied(host, disable_remoting(host))
    assert listing(host) == {"microsoft.powershell": NETWORK_DENIED + ADMINISTRATORS, "Test": NETWORK_DENIED + TEST}


def test_example_7_remote_for_one_endpoint():
    host = applied(five_endpoints(), disable_remoting(five_endpoints()))
    host = applied(host, set_access_mode(host, ["microsoft.ServerManager"], AccessMode.REMOTE))
    assert listing(host) == dict.fromkeys(FIVE, NETWORK_DENIED + ADMINISTRATORS) | {
        "microsoft.ServerManager": ADMINISTRATORS
    }


@pytest.mark.parametrize(
    ("dacl", "text"),
    [
        (
            "P(A;;GA;;;BA)(A;;GA;;;RM)(A;;GA;;;IU)",
            r"NT AUTHORITY\INTERACTIVE AccessAllowed, BUILTIN\Administrators AccessAllowed, "
            r"BUILTIN\Remote Management Users AccessAllowed",
        ),
        ("P(XA;;GA;;;BA;(Member_of {SID(RM)}))", r"BUILTIN\Administrators AccessAllowedCallback"),
        ("P(XD;;GA;;;NU;(Member_of {SID(RM)}))", r"NT AUTHORITY\NETWORK AccessDeniedCallback"),
        ("P(A;;GR;;;BA)(A;;GX;;;BA)", ADMINISTRATORS),  # .NET merges them
        ("P(A;;GA;;;BA)(D;;GA;;;NU)", rf"{ADMINISTRATORS}, NT AUTHORITY\NETWORK AccessDenied"),  # and leaves these
        ("P", ""),
        ("NO_ACCESS_CONTROL", "Everyone AccessAllowed"),
        ("P(A;;GA;;;S-1-5-21-1-2-3-1001)", "S-1-5-21-1-2-3-1001 AccessAllowed"),
    ],
)
def test_order_and_words(dacl, text):
    assert permission_text(configuration(dacl), ACCOUNTS) == text


def test_the_last_descriptor_is_shown():
    assert permission_text(configuration("P(A;;GA;;;IU)", "P(A;;GA;;;BA)"), ACCOUNTS) == ADMINISTRATORS


def test_without_a_readable_descriptor_there_is_no_text():
    assert permission_text(configuration(*NO_SECURITY), ACCOUNTS) == ""
    assert permission_text(with_text("foo"), ACCOUNTS) == ""
    assert permission_text(with_text("O:NSG:BA"), ACCOUNTS) == "Everyone AccessAllowed"


def test_the_host_names_well_known_accounts_in_its_own_language():
    assert Accounts({"S-1-5-2": r"AUTORITE NT\RESEAU"}).name_of(Sid.parse("S-1-5-2")) == r"AUTORITE NT\RESEAU"
    assert Accounts().name_of(Sid.parse("S-1-5-2")) == r"NT AUTHORITY\NETWORK"
    assert ACCOUNTS.name_of(Sid.parse(USER01)) == r"DOMAIN01\User01"
    assert ACCOUNTS.name_of(None) == ""
