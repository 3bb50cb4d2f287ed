"""A host that refuses the domain's ticket: the weaker scheme is offered, and never chosen by the program."""

from __future__ import annotations

import base64
from urllib.parse import urlsplit

import pytest

from gatepost.ui.connect.dialog import ConnectDialog
from tests.ui.dialogs import wait_for
from tests.ui.window_driver import WindowDriver
from tests.wsman.conftest import kdc, lab_names, running_kdc
from tests.wsman.raw_host import RawHost, http

__all__ = ["kdc", "lab_names", "running_kdc"]

REFUSED = http(b"", "401 No", "WWW-Authenticate: Negotiate")
NTLM = base64.b64encode(b"NTLMSSP\0")[:10]


@pytest.mark.usefixtures("kdc", "lab_names")
def test_ntlm_is_offered_and_left_to_the_user(driver: WindowDriver) -> None:
    with RawHost(*[REFUSED] * 3) as raw:
        dialog = driver.ask()
        url = f"http://srv01.gatepost.test:{urlsplit(raw.url).port}"
        driver.fill(dialog, url, "alice@GATEPOST.TEST", "sesame")
        dialog.connect_button.click()
        assert "doesn't accept the Kerberos ticket" in str(driver.settled().error)
        offer = driver.window.stack.message.offer
        assert offer.text() == "Try &NTLM..."
        offer.click()
        dialog = wait_for(driver.qtbot, ConnectDialog)
        assert dialog.form.login.scheme().key == "ntlm"
        assert dialog.form.login.user_edit.text() == "alice@GATEPOST.TEST"
        dialog.reject()
        assert not any(NTLM in asked.head for asked in raw.asked)
