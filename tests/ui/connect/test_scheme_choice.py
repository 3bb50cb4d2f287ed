"""What follows from the choice of an authentication in the dialog."""

from __future__ import annotations

import pytest

from gatepost.ui.connect.dialog import ConnectDialog
from tests.ui.window_driver import WindowDriver


@pytest.mark.parametrize("scheme", ["basic", "certificate"])
def test_choosing_what_needs_https_means_https(driver: WindowDriver, scheme: str) -> None:
    dialog = driver.ask()
    host = dialog.form.host
    assert host.http.isChecked() and host.port_spin.value() == 5985
    choose_scheme(dialog, scheme)
    assert host.https.isChecked() and host.port_spin.value() == 5986
    dialog.reject()


@pytest.mark.parametrize(
    ("scheme", "example"),
    [
        ("basic", "local user on the host"),
        ("kerberos", "user@DOMAIN or DOMAIN\\user"),
        ("ntlm", "DOMAIN\\user, or a local user on the host"),
    ],
)
def test_the_example_of_a_user_fits_the_authentication(driver: WindowDriver, scheme: str, example: str) -> None:
    dialog = driver.ask()
    choose_scheme(dialog, scheme)
    assert dialog.form.login.user_edit.placeholderText() == example
    dialog.reject()


def choose_scheme(dialog: ConnectDialog, scheme: str) -> None:
    box = dialog.form.login.scheme_box
    box.setCurrentIndex(box.findData(scheme))
    box.activated.emit(box.currentIndex())
