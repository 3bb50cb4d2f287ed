"""The mutants themselves: each compiles, differs in one place, and no behavior is left out."""

import ast
from pathlib import Path

import pytest

import gatepost
from tests.mutation.mutants import mutants

SOURCE = """
def weigh(größe: int | None, flag: bool = True) -> bool:
    if größe is None or not flag:
        raise ValueError("no")
    note(größe + 1)
    return größe >= 10
"""


def test_each_kind_of_mutant():
    found = {(each.line, each.kind, each.text) for each in mutants(SOURCE)}
    assert found == {
        (2, "constant", "False"),
        (3, "and/or", "(größe is None and (not flag))"),
        (3, "branch", "(False)"),
        (3, "branch", "(True)"),
        (3, "comparison", "(größe is not None)"),
        (3, "not", "(flag)"),
        (4, "removed raise", "pass"),
        (5, "arithmetic", "(größe - 1)"),
        (5, "constant", "2"),
        (5, "removed call", "pass"),
        (6, "comparison", "(größe > 10)"),
        (6, "constant", "11"),
    }


@pytest.mark.parametrize("name", ["security/sid.py", "endpoints/configuration/access_mode.py", "wsman/client.py"])
def test_mutants_of_the_program_compile_and_differ(name):
    source = Path(gatepost.__file__).parent.joinpath(name).read_text("utf-8")
    found = mutants(source)
    assert len(found) > 20
    for mutant in found[:: len(found) // 20]:
        assert ast.dump(ast.parse(mutant.applied(source))) != ast.dump(ast.parse(source))
