"""Everything a client of the practice host does, done by pypsrp."""

from __future__ import annotations

import pytest
from pypsrp.exceptions import AuthenticationError, WSManFaultError

from tests.practice.client import PLUGIN_NS, client, security
from tests.practice.host_process import PracticeProcess

LOCAL = "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
IDENTIFY = (
    b'<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" '
    b'xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd">'
    b"<s:Header/><s:Body><i:Identify/></s:Body></s:Envelope>"
)


@pytest.mark.parametrize("auth", ["ntlm", "negotiate"])
def test_identify_enumerate_get_put_over_encrypted_connections(page: PracticeProcess, auth: str) -> None:
    with client(page, auth=auth) as wsman:
        identity = wsman.wsman.transport.send(IDENTIFY)
        assert b"OS: 10.0.17763 SP: 0.0 Stack: 3.0" in identity
        assert wsman.wsman.transport.encryption is not None

        items, pulls = wsman.enumerate()
        assert [item.get("Name") for item in items] == [
            "microsoft.powershell",
            "microsoft.powershell.workflow",
            "microsoft.powershell32",
            "microsoft.ServerManager",
            "WithProfile",
            "Test",
        ]
        assert pulls == 0

        document = wsman.plugin("microsoft.powershell")
        security(document).set("Sddl", LOCAL)
        stored = wsman.put("config/plugin", document, Name="microsoft.powershell")
        assert security(stored).get("Sddl") == LOCAL
        assert security(wsman.plugin("MICROSOFT.powershell")).get("Sddl") == LOCAL
    assert page.sddl("microsoft.powershell") == LOCAL


@pytest.mark.parametrize(("most", "expected_pulls"), [(32000, 2), (None, 6)])
def test_pages_and_pulls(page: PracticeProcess, most: int | None, expected_pulls: int) -> None:
    assert page.console("page-size 2")["ok"]
    with client(page) as wsman:
        items, pulls = wsman.enumerate(most)
        assert (len(items), pulls) == (6, expected_pulls)
        assert all(item.tag == PLUGIN_NS + "PlugInConfiguration" for item in items)
        with pytest.raises(WSManFaultError) as error:
            wsman.pull("uuid:00000000-0000-0000-0000-000000000000")
        assert error.value.code == 2150858779
    counts = page.console("counts")
    assert (counts["enumerate"], counts["pull"]) == (1, expected_pulls + 1)


def test_shell_is_denied_from_the_network_and_opens_interactively(page: PracticeProcess) -> None:
    with client(page) as network, client(page, interactive=True) as interactive:
        shell = network.open_shell("microsoft.powershell")
        network.close_shell("microsoft.powershell", shell)
        assert page.console("set-sddl", "microsoft.powershell", LOCAL)["ok"]
        with pytest.raises(WSManFaultError) as error:
            network.open_shell("microsoft.powershell")
        assert error.value.code == 5
        shell = interactive.open_shell("microsoft.powershell")
        interactive.close_shell("microsoft.powershell", shell)
        with pytest.raises(WSManFaultError):
            interactive.close_shell("microsoft.powershell", shell)
    counts = page.console("counts")
    assert (counts["shell-create"], counts["shell-delete"]) == (3, 3)


def test_wrong_password_is_refused(page: PracticeProcess) -> None:
    page.info["accounts"][0]["password"] = "wrong"
    with client(page) as wsman, pytest.raises(AuthenticationError):
        wsman.get("config")
    assert page.console("counts")["get"] == {}
