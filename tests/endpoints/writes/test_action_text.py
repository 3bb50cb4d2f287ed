"""Actions in words: every action has a text with its host, and what the journal keeps of it is recognized."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import gatepost.endpoints
from gatepost.endpoints.text import ENDPOINTS, english, sentences
from gatepost.endpoints.writes import outcome_text as says
from gatepost.endpoints.writes.action_text import on_host, recalled_action, recalled_message

ROOM = Path(gatepost.endpoints.__file__).parent
# Functions that name actions.
NAMING = {"_verb", "_mode_verb", "_restoring", "_aligning", "revert_verb"}


def named_actions() -> set[str]:
    """The templates of all actions, from the code that names them."""
    found = set()
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="SettingChangeSet"), args=[name, *_]):
                    found |= templates(name)
                case ast.keyword(arg="verb", value=name):
                    found |= templates(name)
                case ast.Assign(targets=[ast.Name(id="verb" | "verbs")], value=name):
                    found |= templates(name)
                case ast.FunctionDef(name=name) if name in NAMING:
                    found |= templates(node)
    return found


def templates(node: ast.AST) -> set[str]:
    calls = [call for call in ast.walk(node) if isinstance(call, ast.Call)]
    marked = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "tr"]
    return {argument.value for call in marked if isinstance(argument := call.args[0], ast.Constant)}


def test_every_action_has_a_text_with_its_host() -> None:
    actions = named_actions()
    assert len(actions) > 20
    for template in actions:
        said = on_host(ENDPOINTS.tr(template), "SRV01")
        assert "{host}" in said.template, template
        assert not said.template.startswith("{host}"), template


def test_the_host_stands_where_the_sentence_wants_it() -> None:
    action = ENDPOINTS.tr("Set %n endpoint to Local", "Set %n endpoints to Local", 3)
    assert str(on_host(action, "SRV01")) == "Set 3 endpoints to Local on SRV01"
    assert (
        str(on_host(ENDPOINTS.tr("Revert: {action}", action=action), "S")) == 'Revert "Set 3 endpoints to Local" on S'
    )
    assert str(on_host(english("Something else"), "SRV01")) == "SRV01: Something else"


@pytest.mark.parametrize(
    ("kept", "template", "values", "count"),
    [
        ("Disable remoting", "Disable remoting", (), None),
        ("Set JEA to Local to Local", "Set {name} to Local", (("name", "JEA to Local"),), None),
        ("Set 3 endpoints to Local", "Set %n endpoint to Local", (), 3),
        ("Set 1 endpoint to Local", "Set %n endpoint to Local", (), 1),
        ("Change permissions of Test", "Change permissions of {name}", (("name", "Test"),), None),
        ("Align a{b}c with SRV02", "Align {name} with {model}", (("name", "a{b}c"), ("model", "SRV02")), None),
    ],
)
def test_an_action_is_recognized_as_it_was_kept(kept, template, values, count) -> None:
    action = recalled_action(kept)
    assert (action.template, action.values, action.count) == (template, values, count)
    assert str(action) == kept


def test_what_is_reverted_is_recognized_too() -> None:
    ((_, inner),) = recalled_action("Revert: Disable remoting").values
    assert inner == ENDPOINTS.tr("Disable remoting")


@pytest.mark.parametrize("kept", ["", "Take back: Ordnung {x}", "An entry of 0.1. It has {braces}.", "No. " * 5000])
def test_what_is_not_recognized_stays_as_it_was(kept: str) -> None:
    assert str(recalled_action(kept)) == kept
    assert str(recalled_message(kept)) == kept


def test_a_result_is_recognized_sentence_by_sentence() -> None:
    refused = "The host refused: Access is denied. Run as administrator. "
    kept = f"{says.ACCEPTED_PARTLY.filled(accepted='DACL', pending='SACL')} {refused}{says.OLD_STATE} {says.CHECK}"
    message = recalled_message(kept)
    assert str(message) == kept
    assert says.ACCEPTED_PARTLY.template in repr(message)
    assert str(recalled_message(str(says.ENDED))) == str(says.ENDED)
    assert recalled_message(str(says.ENDED)) == says.ENDED


@pytest.mark.parametrize("kept", ["The host couldn't be reached.", "The logon failed."])
def test_a_sentence_that_only_older_rows_hold_is_recognized(kept: str) -> None:
    assert recalled_message(kept) == ENDPOINTS.tr(kept)
    assert recalled_message(f"{says.NOT_READ} {kept}") == sentences(says.NOT_READ, ENDPOINTS.tr(kept))
