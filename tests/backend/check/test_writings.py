"""What a passing trouble of the host says about sessions on the test endpoint: nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gatepost.backend.check.masking import Mask
from gatepost.backend.check.own_endpoint import OwnEndpoint
from gatepost.backend.check.questions import Question
from gatepost.backend.check.writings import Writings
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

    def put_descriptor(self, sddl: str) -> bytes:
        return b""

    def open_session(self) -> str:
        raise self._fault


@pytest.fixture
def writings(tmp_path: Path) -> Callable[[WsmanFault], Writings]:
    def asked(fault: WsmanFault) -> Writings:
        found = Writings(ScriptedHost({}), Refusing(fault, tmp_path / "journal"), Mask(), None)
        found._created = found._serves = True
        return found

    return asked


@pytest.mark.parametrize("fault", [ABORTED, SHUTTING_DOWN, TIMED_OUT], ids=str)
def test_trouble_is_not_taken_for_the_effect_of_a_descriptor(writings, fault: WsmanFault) -> None:
    with pytest.raises(WsmanFault):
        writings(fault).probes[Question.DESCRIPTOR_AT_ONCE]()


def test_a_refusal_is(writings) -> None:
    assert writings(DENIED).probes[Question.DESCRIPTOR_AT_ONCE]() == "yes"
