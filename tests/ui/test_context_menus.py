"""Menus where hands expect them, and what they lead to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTranslator, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton
from typing_extensions import override

from gatepost.models.endpoints.table import EndpointColumn
from gatepost.models.roles import Tone, ToneRole
from gatepost.security import AccessMask, Sid
from gatepost.ui.editor.entry_dialog import EntryDialog
from tests.ui.window_driver import WindowDriver

Open = Callable[..., WindowDriver]


def opened_menu(driver: WindowDriver) -> QMenu:
    driver.qtbot.waitUntil(lambda: any(m.isVisible() for m in driver.window.findChildren(QMenu)), timeout=5000)
    return next(menu for menu in driver.window.findChildren(QMenu) if menu.isVisible())


def test_the_menu_of_an_endpoint_names_it_and_copies_its_sddl(reference_driver: WindowDriver) -> None:
    panel = reference_driver.window.panel
    panel.select("Test")
    panel.table.customContextMenuRequested.emit(QPoint(10, 10))
    menu = opened_menu(reference_driver)
    assert menu.actions()[0].text() == "Test: Remote" and not menu.actions()[0].isEnabled()
    assert reference_driver.window.actions_.grant in menu.actions()
    copy = next(action.menu() for action in menu.actions() if action.text() == "&Copy")
    next(action for action in copy.actions() if "SDDL" in action.text()).trigger()
    assert QGuiApplication.clipboard().text() == reference_driver.host.sddl("Test")
    menu.close()


def test_the_menu_of_an_endpoint_leads_to_its_effective_access(reference_driver: WindowDriver) -> None:
    window = reference_driver.window
    window.actions_.details["hidden"].trigger()
    next(
        action for action in window.endpoints.tab_actions(window.history_tab) if action.text() == "Effective access"
    ).trigger()
    assert window.details.isVisible()
    assert window.details.tabs.currentWidget() is window.details.effective_access()
    window.actions_.details["below"].trigger()


def test_pending_changes_are_counted_and_listed(reference_driver: WindowDriver) -> None:
    window = reference_driver.window
    for name in ("WithProfile", "Test"):
        window.panel.select(name)
        window.details.permissions.remove.trigger()
    assert window.actions_.apply_pending.iconText() == "Apply 2 changes"
    button = next(
        b for b in window.findChildren(QToolButton) if b.defaultAction() is window.actions_.apply_pending and b.menu()
    )
    button.menu().aboutToShow.emit()
    listed = [action.text() for action in button.menu().actions() if action.text()]
    assert listed[:2] == ["WithProfile", "Test"]
    button.menu().actions()[0].trigger()
    assert window.panel.selected_names() == ("WithProfile",)


def test_text_that_cannot_be_read_marks_its_endpoint(reference_driver: WindowDriver) -> None:
    window = reference_driver.window
    window.panel.select("Test")
    window.details.tabs.setCurrentWidget(window.details.sddl())
    edit = window.details.sddl().view.sddl.edit
    edit.setPlainText("O:NSG:BAD:P(A;;GA;;;")
    index = window.panel.model.index(window.panel.model.number_of("Test"), EndpointColumn.NAME)
    assert index.data(ToneRole) == Tone.ACCENT
    window.details.sddl().revert.click()
    assert index.data(ToneRole) is None


def test_who_has_access_leads_to_the_endpoint(open_window: Open) -> None:
    driver = open_window("hard-cases")
    window = driver.window
    window.pages.setCurrentWidget(window.pages.access_summary())
    row = next(
        n
        for n in range(window.pages.access_summary().model.rowCount())
        if window.pages.access_summary().model.endpoint_of(n) == "Local.Only"
    )
    window.pages.access_summary().view.setCurrentIndex(window.pages.access_summary().model.index(row, 1))
    window.pages.access_summary().view.setFocus()
    driver.qtbot.keyClick(window.pages.access_summary().view, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.endpoints
    assert window.panel.selected_names() == ("Local.Only",)


def test_a_yes_is_neutral_and_one_for_everybody_a_warning(open_window: Open) -> None:
    driver = open_window("hard-cases")
    window = driver.window
    window.pages.setCurrentWidget(window.pages.access_summary())
    model = window.pages.access_summary().model
    columns = {model.headerData(n, Qt.Orientation.Horizontal): n for n in range(model.columnCount())}
    rows = {model.endpoint_of(n): n for n in range(model.rowCount())}

    def meaning(endpoint: str, who: str) -> object:
        index = model.index(rows[endpoint], columns[who])
        driver.qtbot.waitUntil(lambda: index.data(ToneRole) is not None, timeout=10_000)
        return index.data(ToneRole)

    assert meaning("microsoft.powershell", "Administrator over the network") == Tone.YES
    assert meaning("microsoft.powershell", "Standard user\nOver the network") == Tone.NO
    assert meaning("Null.Dacl", "Standard user\nOver the network") == Tone.WARNING


def test_a_row_of_who_has_access_is_copied_with_its_endpoint(open_window: Open) -> None:
    driver = open_window()
    window = driver.window
    window.pages.setCurrentWidget(window.pages.access_summary())
    window.pages.access_summary().view.setFocus()
    driver.qtbot.keyClick(window.pages.access_summary().view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("microsoft.powershell\t")


class Opened(QObject):
    """Takes what would be opened with another program."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url)


def test_a_saved_report_can_be_opened_and_the_folder_of_a_snapshot(reference_driver: WindowDriver, tmp_path) -> None:
    status, opened = reference_driver.window.status, Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")
    try:
        for name in ("report.html", "host.gatepost"):
            status.show_saved("Saved", tmp_path / name)
            assert status.open.isVisible()
            status.open.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [url.toLocalFile() for url in opened.urls] == [str(tmp_path / "report.html"), str(tmp_path)]
    status.show_message("Something else")
    assert not status.open.isVisible()


def test_an_entry_that_changes_nothing_is_said_to(reference_driver: WindowDriver) -> None:
    reference_driver.window.panel.select("Test")
    reference_driver.window.details.permissions.add.trigger()
    dialog = reference_driver.dialog(EntryDialog)
    dialog.principal.set_sid(Sid.parse("S-1-5-32-544"))
    dialog.rights.set_rights(AccessMask.GENERIC_ALL)
    assert "already covers this" in dialog.summary.text()
    dialog.deny.setChecked(True)
    assert "already covers this" not in dialog.summary.text()
    dialog.reject()


class _OfThePage(QTranslator):
    """Translates the texts of one class alone."""

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return f"#{text}" if context == "EndpointsPage" else None


def test_the_menu_leads_to_the_tabs_whatever_they_are_called(open_window: Callable[..., WindowDriver]) -> None:
    translator = _OfThePage()
    QCoreApplication.installTranslator(translator)
    try:
        driver = open_window("reference-page")
        driver.window.panel.select("Test")
        driver.window.panel.table.customContextMenuRequested.emit(QPoint(10, 10))
        menu = opened_menu(driver)
    finally:
        QCoreApplication.removeTranslator(translator)
    next(action for action in menu.actions() if action.text() == "#History").trigger()
    menu.close()
    assert driver.window.details.tabs.currentWidget() is driver.window.history_tab()
