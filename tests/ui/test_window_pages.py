"""Pages over a host and tabs over an endpoint: only the one in front works, and every order needs a visible selection."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.host_kind import HostKind
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.host_session import HostSession
from gatepost.session.reading import HostConnection
from gatepost.session.session_state import EVERYTHING, Change
from gatepost.ui.editor.sddl_tab import SddlTab
from gatepost.ui.hosts.page import HostPage
from gatepost.work import WorkContext
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import endpoint, rows_of, snapshot


def never_opened(_: WorkContext) -> Host:
    raise AssertionError("nothing is read here")


class Seen(HostPage):
    def __init__(self) -> None:
        super().__init__()
        self.sessions: list[HostSession | None] = []

    def show_session(self, session: HostSession | None, change: Change = EVERYTHING) -> None:
        self.sessions.append(session)


def test_a_page_is_told_when_it_comes_to_the_front(open_window) -> None:
    driver = open_window()
    page = Seen()
    driver.window.pages.addTab(page, "Seen")
    driver.window.actions_.refresh.trigger()
    driver.wait_quiet()
    assert page.sessions == []
    driver.window.pages.setCurrentWidget(page)
    assert page.sessions == [driver.session]
    driver.window.hosts.close(driver.session)
    assert page.sessions[-1].kind is HostKind.THIS_COMPUTER


def test_modes_are_not_set_for_endpoints_that_are_out_of_sight(open_window) -> None:
    driver = open_window()
    action = driver.window.actions_.modes[AccessMode.LOCAL]
    assert action.isEnabled()
    driver.window.pages.addTab(Seen(), "Seen")
    driver.window.pages.setCurrentIndex(1)
    assert not action.isEnabled()
    driver.window.pages.setCurrentIndex(0)
    assert action.isEnabled()


def test_the_host_can_be_asked_beside_its_table(open_window, qtbot) -> None:
    driver = open_window()

    def work(host: Host, _: WorkContext) -> str:
        return host.identity.name

    answers: list[str] = []
    job = driver.session.run_read(work)
    assert job is not None
    job.then(answers.append)
    qtbot.waitUntil(lambda: job.is_finished, timeout=5_000)
    assert answers == [driver.host.info["host"]]
    driver.window.hosts.close(driver.session)
    assert driver.session.run_read(work) is None


def test_the_sddl_is_copied_as_the_host_has_it(qtbot) -> None:
    odd = "O:NSG:BAD:P(A;;GA;;;BA)\u200b"
    dacl = odd.removeprefix("O:NSG:BA")
    session = HostSession("srv01", "SRV01", HostKind.REMOTE, HostConnection(never_opened), ManualRunner())
    session.snapshot = snapshot(endpoint("Odd", dacl))
    session.rows = rows_of(session.snapshot)
    tab = SddlTab(ManualRunner())
    qtbot.addWidget(tab)
    tab.show_endpoint(EndpointInView.of(session, "Odd"))
    assert "\u200b" not in tab.view.sddl.text
    tab.copy.click()
    assert QGuiApplication.clipboard().text() == odd


def test_the_filter_works_where_endpoints_are_listed_and_nowhere_else(open_window) -> None:
    driver = open_window()
    window = driver.window
    window.filter_edit.setText("profile")
    window.pages.setCurrentWidget(window.pages.access_summary())
    view, model = window.pages.access_summary().view, window.pages.access_summary().model

    def seen() -> list[str]:
        return [model.endpoint_of(row) for row in range(model.rowCount()) if not view.isRowHidden(row)]

    assert seen() == ["WithProfile"]
    assert not view.isRowHidden(view.currentIndex().row())
    window.filter_edit.clear()
    assert len(seen()) == 7  # winrs is the last one
    window.pages.setCurrentIndex(3)
    assert not window.filter_edit.isEnabled()
    window.actions_.find.trigger()
    assert window.pages.currentWidget() is window.endpoints and window.filter_edit.isEnabled()
