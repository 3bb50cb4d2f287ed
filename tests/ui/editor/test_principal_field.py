"""A name that is typed is looked for on the host, whose silence is no answer."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from gatepost.endpoints.host_kind import HostKind
from gatepost.session.host_session import HostSession
from gatepost.ui.editor.principal_field import PrincipalField
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import snapshot
from tests.session.test_host_session import Source


@pytest.fixture
def looking(qtbot) -> tuple[PrincipalField, ManualRunner]:
    """The field, while a host that does not work any more is asked for a name."""

    def crash(*_: object) -> None:
        raise ZeroDivisionError

    source, runner = Source(snapshot), ManualRunner()
    source.host = SimpleNamespace(principals=SimpleNamespace(find=crash), interrupt=lambda: None)
    field = PrincipalField(HostSession("srv01", "SRV01", HostKind.REMOTE, source, runner), "User or group:")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "nina")
    qtbot.waitUntil(lambda: len(runner.pending) == 1)
    return field, runner


def test_a_bug_is_no_answer_of_the_host(
    looking: tuple[PrincipalField, ManualRunner], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    field, runner = looking
    runner.run_all()
    assert field.answer.text() == (
        "Unexpected error in Gatepost while reading SRV01. Enter a SID instead (S-1-5-21-…)."
    )


def test_a_key_that_stops_the_search_shows_no_error(looking: tuple[PrincipalField, ManualRunner], qtbot) -> None:
    field, _ = looking
    said: list[str] = []
    field.resolved.connect(lambda: said.append(field.answer.text()))
    qtbot.keyClicks(field.edit, "s")
    assert said == ["Looking for ninas..."]


def test_a_search_that_was_canceled_says_how_to_go_on(looking: tuple[PrincipalField, ManualRunner]) -> None:
    field, _ = looking
    assert field._session.cancel()
    assert field.answer.text() == "Reading was canceled. Enter a SID instead (S-1-5-21-…)."
