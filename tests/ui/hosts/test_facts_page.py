from __future__ import annotations

from types import SimpleNamespace

from PySide6.QtTest import QAbstractItemModelTester

from gatepost.backend.host.host_reader import HostReader
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.host.facts import HostFacts
from gatepost.endpoints.host_kind import HostKind
from gatepost.models.endpoints.ace_table import AceColumn
from gatepost.session.host_session import HostSession
from gatepost.ui.hosts.facts_page import FactsPage
from gatepost.ui.hosts.still_open_page import StillOpenPage
from tests.endpoints.settings import FAILED, exposure
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import endpoint, snapshot
from tests.session.test_host_session import Source


def shown(driver):
    page = driver.window.pages.facts()
    driver.window.pages.setCurrentWidget(page)
    driver.qtbot.waitUntil(lambda: "Reading" not in page.system.text(), timeout=20_000)
    return page


def entries(page):
    model = page.entries
    return [
        tuple(model.index(row, column).data() for column in (AceColumn.TYPE, AceColumn.PRINCIPAL, AceColumn.RIGHTS))
        for row in range(model.rowCount())
    ]


def test_what_the_host_is(open_window):
    page = shown(open_window("windows-server"))
    QAbstractItemModelTester(page.entries, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.system.text() == "Microsoft Windows Server 2022 Standard, version 10.0.20348"
    assert page.computer.text() == "Member server: northwind.example"
    assert page.powershell.text() == "Windows PowerShell 5.1.20348.2849, PowerShell 7.5.4"
    assert entries(page) == [
        ("Allow", "BUILTIN\\Administrators", "Full Control(All Operations)"),
        ("Allow", "NT AUTHORITY\\INTERACTIVE", "Read(Get,Enumerate,Subscribe)"),
    ]
    assert page.listeners.as_text().startswith("* HTTP  |  5985  |  enabled  |  10.20.0.14, 127.0.0.1")
    assert page.root.currentWidget() is page.entries_view and page.listening.currentWidget() is page.listeners


def test_a_bug_is_no_endless_reading(reference_driver, monkeypatch):
    def crash(*_):
        raise ZeroDivisionError("planted")

    reported = []
    message = "Unexpected error in Gatepost while reading SERVER01. Refresh to try again."
    pages = reference_driver.window.pages
    facts, still_open = pages.facts(), pages.exposure()
    with monkeypatch.context() as patch:
        patch.setattr("sys.excepthook", lambda _, error, __: reported.append(str(error)))
        for work in ("facts", "exposure"):
            patch.setattr(HostReader, work, crash)
        pages.setCurrentWidget(facts)
        reference_driver.qtbot.waitUntil(lambda: facts.system.text() == message)
        pages.setCurrentWidget(still_open)
        reference_driver.qtbot.waitUntil(lambda: still_open.said.text() == message)
    assert reported == ["planted"] * 2
    reference_driver.session.load()
    reference_driver.wait_quiet()
    reference_driver.qtbot.waitUntil(lambda: still_open.said.text().startswith("Current state of the host."))


def test_cancel_keeps_an_earlier_answer_and_another_try_is_told(qtbot):

    answers = {"facts": HostFacts(FAILED, FAILED, FAILED, FAILED, FAILED), "exposure": exposure()}
    runner, source = ManualRunner(), Source(snapshot)
    source.host = SimpleNamespace(  # type: ignore[assignment]
        reader=SimpleNamespace(facts=lambda _: answers["facts"], exposure=lambda _: answers["exposure"]),
        interrupt=lambda: None,
    )
    session = HostSession("key", "SRV01", HostKind.REMOTE, source, runner)
    facts, still_open = FactsPage(), StillOpenPage()
    pages = (facts, still_open)

    def read() -> None:
        session.snapshot = snapshot(endpoint("a"))
        for page in pages:
            page.show_session(session)

    for page in pages:
        qtbot.addWidget(page)
    canceled = "Reading was canceled. Refresh to try again."
    read()
    session.cancel()
    assert (facts.system.text(), still_open.said.text()) == (canceled, canceled)
    read()
    assert facts.system.text() == "Reading..." and still_open.said.text().startswith("Reading the service")
    runner.run_all()
    answered = still_open.table.as_text()
    assert facts.system.text() == str(FAILED.summary) and still_open.said.text().startswith("Current state")
    read()
    session.cancel()
    assert (facts.system.text(), still_open.said.text()) == (str(FAILED.summary), canceled)
    assert still_open.table.as_text() == answered and not still_open.fold.isHidden()


def test_accounts_of_root_sddl_get_their_names(open_window):
    driver = open_window("windows-server", quiet=False)
    driver.host.console("root-sddl", "O:NSG:BAD:P(D;;GX;;;S-1-5-21-2207715804-3981402277-1276530991-513)(A;;GA;;;BA)")
    driver.wait_quiet()
    driver.session.load()
    driver.wait_quiet()
    page = shown(driver)
    assert entries(page)[0] == ("Deny", "NORTHWIND\\Domain Users", "Execute(Invoke)")


def test_a_member_of_remote_management_users_sees_what_he_may(open_window):
    """The endpoints cannot be read at all then, so the page stays with its words."""
    driver = open_window("windows-server", role="remote-management-user")
    page = driver.window.pages.facts()
    driver.window.pages.setCurrentWidget(page)
    assert driver.session.error is not None and "Open a host" in page.headline.text()


def test_each_part_fails_alone(open_window):
    driver = open_window("windows-server")
    driver.host.console("garble entities")  # the operating system is read first
    page = shown(driver)
    assert "couldn't be understood" in page.system.text()
    assert page.computer.text() == "Member server: northwind.example"
    assert len(entries(page)) == 2


def test_a_listener_that_a_policy_sets_is_called_so(open_window):
    driver = open_window("windows-server")
    driver.host.console("by-policy", "*", "HTTP")
    driver.session.load()
    driver.wait_quiet()
    assert "set by policy" in shown(driver).listeners.as_text()


def test_the_page_is_read_again_after_a_change(open_window):
    driver = open_window("reference-page")
    page = shown(driver)
    driver.host.console("root-sddl", "O:NSG:BAD:P(A;;GA;;;BA)")
    driver.window.changes.set_mode(("Test",), AccessMode.DISABLED)
    driver.confirm().close()
    driver.qtbot.waitUntil(lambda: len(entries(page)) == 1, timeout=20_000)
