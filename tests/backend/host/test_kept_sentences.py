"""What the journal keeps of a failed write is recognized, so that History shows it in the language of the window."""

from __future__ import annotations

import re

import pytest

from gatepost.backend.failures.catalog import Cause
from gatepost.backend.failures.diagnose import DOUBTS, doubt_text, fault_text, host_error
from gatepost.backend.host.kept_sentences import KEPT_SENTENCES
from gatepost.endpoints.text import Text, sentences
from gatepost.endpoints.writes import outcome_text as says
from gatepost.endpoints.writes.action_text import recalled_message
from gatepost.wsman.errors import AuthenticationFailed, WsmanFault

DENIED = WsmanFault(5, "w:AccessDenied", "Access is denied.", "")
ABORTED = WsmanFault(995, "", "The I/O operation has been aborted.", "")
REJECTED = host_error(AuthenticationFailed("no"), "SERVER01").summary


def templates(text: Text) -> list[str]:
    """The sentences that a text is made of."""
    parts = [value for _, value in text.values if isinstance(value, Text)]
    return (
        [each for part in parts for each in templates(part)] if text.template.startswith("{part0}") else [text.template]
    )


@pytest.mark.parametrize("text", KEPT_SENTENCES, ids=lambda text: text.template[:40])
def test_every_sentence_is_recognized(text: Text) -> None:
    kept = text.filled(**{name: name.upper() for name in re.findall(r"{(\w+)}", text.template)})
    recalled = recalled_message(str(kept), KEPT_SENTENCES)
    assert str(recalled) == str(kept)
    assert templates(recalled)[0] == text.template


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (sentences(says.NOT_READ, REJECTED, says.REFRESH), [says.NOT_READ, REJECTED, says.REFRESH]),
        (fault_text(DENIED), ["The host refused: {said}", Cause.ACCESS_DENIED.next_step]),
        (sentences(doubt_text(ABORTED), says.OLD_STATE, says.CHECK), [DOUBTS[0], says.OLD_STATE, says.CHECK]),
    ],
)
def test_so_are_several_in_a_row(text: Text, expected: list[Text | str]) -> None:
    recalled = recalled_message(str(text), KEPT_SENTENCES)
    assert str(recalled) == str(text)
    assert templates(recalled) == [each.template if isinstance(each, Text) else each for each in expected]
