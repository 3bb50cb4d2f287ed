"""Single-point mutants of a module: one expression or statement of its source replaced by another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}  # fmt: skip
_LOG_METHODS = frozenset(("debug", "info", "warning", "error", "exception"))


@dataclass(frozen=True)
class Mutant:
    """One change of a source: its line, what kind, which octets become which text."""

    line: int
    kind: str
    start: int
    end: int
    text: str

    def applied(self, source: str) -> str:
        """Return the source with the change."""
        octets = source.encode()
        return (octets[: self.start] + self.text.encode() + octets[self.end :]).decode()

    def replaced(self, source: str) -> str:
        """Return what the change takes the place of."""
        return source.encode()[self.start : self.end].decode()


def mutants(source: str) -> list[Mutant]:
    """Return every mutant of a module's source, in the order of its lines."""
    ends = [0, *accumulate(map(len, source.encode().splitlines(keepends=True)))]  # offsets count octets

    def made(node: ast.expr | ast.stmt, kind: str, text: str) -> Mutant:
        assert node.end_lineno is not None and node.end_col_offset is not None
        start, end = ends[node.lineno - 1] + node.col_offset, ends[node.end_lineno - 1] + node.end_col_offset
        return Mutant(node.lineno, kind, start, end, text)

    return sorted((made(*change) for change in _changes(ast.parse(source))), key=lambda each: (each.line, each.start))


def _changes(tree: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    skipped = set(map(id, _left_alone(tree)))
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        match node:
            case ast.Compare(ops=[operator]) if type(operator) in _COMPARISONS:
                changed = ast.Compare(node.left, [_COMPARISONS[type(operator)]()], node.comparators)
                yield node, "comparison", f"({ast.unparse(changed)})"
            case ast.BoolOp():
                other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
                yield node, "and/or", f"({ast.unparse(ast.BoolOp(other, node.values))})"
            case ast.UnaryOp(op=ast.Not()):
                yield node, "not", f"({ast.unparse(node.operand)})"
            case ast.BinOp() if type(node.op) in _OPERATORS and not isinstance(node.left, ast.Constant | ast.JoinedStr):
                changed_operation = ast.BinOp(node.left, _OPERATORS[type(node.op)](), node.right)
                yield node, "arithmetic", f"({ast.unparse(changed_operation)})"
            case ast.If() | ast.IfExp() | ast.While():
                yield node.test, "branch", "(False)" if isinstance(node, ast.While) else "(True)"
                yield node.test, "branch", "(False)"
            case ast.Constant(value=bool()):
                yield node, "constant", str(not node.value)
            case ast.Constant(value=int()):
                yield node, "constant", str(node.value + 1)
            case ast.Expr(value=ast.Call()) if not _is_log(node.value):
                yield node, "removed call", "pass"
            case ast.Raise(exc=ast.expr()):
                yield node, "removed raise", "pass"


def _left_alone(tree: ast.AST) -> Iterator[ast.AST]:
    """What is no behavior: annotations, decorators, f-strings (whose places are not exact), imports for types."""
    for node in ast.walk(tree):
        parts: list[ast.AST | None] = []
        if isinstance(node, ast.arg | ast.AnnAssign):
            parts.append(node.annotation)
        elif isinstance(node, ast.FunctionDef):
            parts += [node.returns, *node.decorator_list]
        elif isinstance(node, ast.ClassDef):
            parts += node.decorator_list
        elif isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        ):
            parts.append(node)
        for part in parts:
            if part is not None:
                yield from ast.walk(part)


def _is_log(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in _LOG_METHODS
