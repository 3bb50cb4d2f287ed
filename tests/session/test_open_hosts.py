"""The open hosts: one is shown, and one that is closed is heard of no more."""

from __future__ import annotations

from gatepost.backend.host.host import Host
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import english
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.session.reading import HostConnection
from gatepost.work import Progress, WorkContext
from tests.jobs.manual_runner import ManualRunner


def never_opened(_: WorkContext) -> Host:
    raise AssertionError("nothing is read here")


def test_a_host_that_is_closed_is_neither_shown_nor_heard_of(qapp) -> None:
    hosts, heard, elsewhere = OpenHosts(), [], []
    session = HostSession("srv01", "SRV01", HostKind.REMOTE, HostConnection(never_opened), ManualRunner())
    hosts.add(session)
    hosts.show("srv01")
    for signal in (hosts.changed, hosts.progressed, hosts.applied):
        signal.connect(heard.append)
    session.changed.connect(elsewhere.append)
    assert hosts.close(session)
    assert hosts.current is None and hosts.sessions == [] and hosts.model.rowCount() == 0
    heard.clear()
    session.fail(HostError(english("It is gone.")))
    session.progressed.emit(Progress(1))
    session.applied.emit(None)
    assert heard == []
    assert elsewhere  # whoever else listens to it is left alone
