"""What a question that needs a write takes for an answer, and how it leaves the test endpoint."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from gatepost.backend.check.masking import Mask
from gatepost.backend.check.own_endpoint import ADMINISTRATORS_ONLY, NOBODY, OwnEndpoint
from gatepost.backend.check.questions import Question
from gatepost.backend.check.readings import Unanswered
from gatepost.backend.check.writings import RunAsAccount, Writings
from gatepost.backend.journal.journal import Journal
from gatepost.wsman.errors import WsmanFault
from tests.backend.check.hosts import IDENTITY
from tests.backend.scripted import ABORTED, SHUTTING_DOWN, TIMED_OUT, ScriptedHost

DENIED = WsmanFault(5, "w:AccessDenied", "", "Access is denied.")


class Refusing(OwnEndpoint):
    """Whatever is asked about a session ends in one fault."""

    def __init__(self, fault: WsmanFault, journal: Path) -> None:
        super().__init__(ScriptedHost({}), Journal(journal), IDENTITY)
        self._fault = fault
        self.descriptors: list[str] = []

    def put_descriptor(self, sddl: str) -> bytes:
        self.descriptors.append(sddl)
        return b""

    def open_session(self) -> str:
        raise self._fault


@pytest.fixture
def refusing(tmp_path: Path) -> Callable[[WsmanFault], Refusing]:
    return lambda fault: Refusing(fault, tmp_path / "journal")


def writings(endpoint: OwnEndpoint, *, created: bool = True, serves: bool = True) -> Writings:
    found = Writings(ScriptedHost({}), endpoint, Mask(), RunAsAccount("svc", "not-a-real-one"))
    found._created, found._serves = created, serves
    return found


@pytest.mark.parametrize("fault", [ABORTED, SHUTTING_DOWN, TIMED_OUT], ids=str)
def test_trouble_is_not_taken_for_the_effect_of_a_descriptor(refusing, fault: WsmanFault) -> None:
    with pytest.raises(WsmanFault):
        writings(refusing(fault)).probes[Question.DESCRIPTOR_AT_ONCE]()


def test_a_refusal_is(refusing) -> None:
    assert writings(refusing(DENIED)).probes[Question.DESCRIPTOR_AT_ONCE]() == "yes"


@pytest.mark.parametrize("fault", [DENIED, TIMED_OUT], ids=str)
def test_the_questions_after_it_find_an_endpoint_that_administrators_can_open(refusing, fault: WsmanFault) -> None:
    endpoint = refusing(fault)
    with suppress(WsmanFault):
        writings(endpoint).probes[Question.DESCRIPTOR_AT_ONCE]()
    assert endpoint.descriptors == [NOBODY, ADMINISTRATORS_ONLY]


@pytest.mark.parametrize("question", [q for q in Question if q.number > Question.CREATE.number], ids=str)
def test_nothing_is_answered_without_a_test_endpoint(refusing, question: Question) -> None:
    with pytest.raises(Unanswered):
        writings(refusing(DENIED), created=False, serves=False).probes[question]()


@pytest.mark.parametrize(
    "question",
    [
        Question.OPEN_SESSION,
        Question.DESCRIPTOR_AT_ONCE,
        Question.RUN_AS_KEPT,
        Question.ENABLED,
        Question.DELETED,
    ],
    ids=str,
)
def test_an_endpoint_that_never_took_a_session_says_nothing_about_sessions(refusing, question: Question) -> None:
    with pytest.raises(Unanswered, match="no session"):
        writings(refusing(DENIED), serves=False).probes[question]()
