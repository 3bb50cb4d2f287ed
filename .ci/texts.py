"""Renew the translations: ``python3 .ci/dev.py texts``.

It collects the program's texts with Qt's lupdate into resources/i18n/*.ts, keeping every translation, builds the
``.qm`` files that the program loads, and writes all English texts to build/texts.txt, to be read from top to bottom.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "app" / "gatepost"
FOLDER = ROOT / "resources" / "i18n"
LIST = ROOT / "build" / "texts.txt"
LANGUAGES = ("de",)
TOOLS = Path(sys.executable).parent
MARKERS = ("ENDPOINTS", "BACKEND", "WINDOW")


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A text of the program: where it is, the context that it is looked up in, and its forms for one and many."""

    place: str
    context: str
    one: str
    many: str = ""


class Unmarked(ValueError):
    """A marker that lupdate or the program could not follow: the place and what is wrong."""


def texts_in(path: Path, source: str) -> Iterator[Said]:
    """Yield the texts of a module.

    Raises:
        Unmarked: a marker has something else than literal text, or no context that run time asks for.
    """
    yield from _walk(ast.parse(source), "", path.name)


def _walk(node: ast.AST, owner: str, file: str) -> Iterator[Said]:
    if isinstance(node, ast.JoinedStr):
        for value in node.values:
            if next(_walk(value, owner, file), None) is not None:
                raise Unmarked(f"{file}:{node.lineno}: lupdate doesn't look into f-strings")
        return
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.Call):
            found = _marked(child, owner, f"{file}:{child.lineno}")
            if found is not None:
                yield found
        yield from _walk(child, inside, file)


def _marked(call: ast.Call, owner: str, place: str) -> Said | None:
    function = call.func
    if isinstance(function, ast.Name) and function.id in ("tr", "_tr", "text"):
        raise Unmarked(f"{place}: {function.id}() has no context; use self.tr or a package's marker")
    if not isinstance(function, ast.Attribute):
        return None
    if ast.unparse(call).startswith("QCoreApplication.translate(said.context"):  # the one look-up behind every marker
        return None
    if function.attr == "translate" and isinstance(function.value, ast.Name) and function.value.id.startswith("QCore"):
        return Said(place, _literal(call.args[0], place), _literal(call.args[1], place))
    if function.attr != "tr":
        return None
    named = function.value.id if isinstance(function.value, ast.Name) else ""
    if named != "self" and named not in MARKERS:
        raise Unmarked(f"{place}: {ast.unparse(function)} is no marker")
    if not call.args or (named == "self" and len(call.args) != 1):
        raise Unmarked(f"{place}: one literal text, and in a package's marker its plural and the count")
    context = owner if named == "self" else named
    many = _literal(call.args[1], place) if len(call.args) > 1 else ""
    return Said(place, context, _literal(call.args[0], place), many)


def _literal(node: ast.expr, place: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise Unmarked(f"{place}: {ast.unparse(node)} is no literal text")


def framed(source: str) -> list[str]:
    """Return the templates of a module into which another text of the program is put as a value."""
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    return [template for function in functions for template in _framed_in(function)]


def _framed_in(function: ast.FunctionDef) -> Iterator[str]:
    held: dict[str, str] = {}  # the variables that hold a text
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            for value in _choices(node.value):
                if _says(value, {}):
                    held[node.targets[0].id] = _template(value, {})
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("tr", "format"):
            values = [choice for keyword in node.keywords for choice in _choices(keyword.value)]
            if any(_says(value, held) for value in values):
                yield _template(node, held)


def _choices(value: ast.expr) -> list[ast.expr]:
    return [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]


def _says(value: ast.expr, held: dict[str, str]) -> bool:
    """Whether an expression is a text of the program, translated or to be translated."""
    match value:
        case ast.Name(id=name):
            return name in held
        case ast.Call(func=ast.Name(id="shown")):
            return True
        case ast.Call(func=ast.Attribute(attr="tr" | "translate")):
            return True
        case ast.Call(func=ast.Attribute(value=inner, attr="format")):
            return _says(inner, held)
    return False


def _template(value: ast.expr, held: dict[str, str]) -> str:
    match value:
        case ast.Call(func=ast.Attribute(value=inner, attr="format")):
            return _template(inner, held)
        case ast.Name(id=name):
            return held.get(name, name)
        case ast.Call(func=ast.Attribute(attr="tr" | "translate"), args=args):
            texts = [arg.value for arg in args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if texts:
                return texts[-1] if ast.unparse(value.func).endswith("translate") else texts[0]
    return ast.unparse(value)


def modules() -> list[Path]:
    """Return the modules of the program, by name."""
    return sorted(SOURCES.rglob("*.py"))


def all_texts() -> list[Said]:
    """Return every text of the program, once for each place."""
    return [said for path in modules() for said in texts_in(path.relative_to(SOURCES), path.read_text("utf-8"))]


def renew(language: str) -> None:
    """Bring a language's ``.ts`` up to date; what is translated stays, what is gone goes."""
    target = FOLDER / f"gatepost_{language}.ts"
    command = [str(TOOLS / "pyside6-lupdate"), "-extensions", "py", str(SOURCES), "-locations", "none", "-no-obsolete"]
    command += ["-sort-messages", "-source-language", "en_US", "-target-language", language, "-ts", str(target)]
    subprocess.run(command, check=True, timeout=60)  # 6.x runs for ever on some calls that it cannot parse


def build(language: str) -> None:
    """Make the ``.qm`` that the program loads."""
    target = FOLDER / f"gatepost_{language}.ts"
    command = [str(TOOLS / "pyside6-lrelease"), "-silent", str(target), "-qm", str(target.with_suffix(".qm"))]
    subprocess.run(command, check=True, timeout=60)


def listed() -> str:
    """Return all texts in the order of the modules, each once in its context, with the modules as headings."""
    seen: set[tuple[str, str]] = set()
    places: dict[str, list[str]] = defaultdict(list)
    for path in modules():
        for said in texts_in(path, path.read_text("utf-8")):
            if (said.context, said.one) not in seen:
                seen.add((said.context, said.one))
                number = said.place.rpartition(":")[2]
                both = f"{said.one}  /  {said.many}" if said.many else said.one
                places[path.relative_to(SOURCES).as_posix()].append(f"{number:>4}  " + both.replace("\n", "\\n"))
    return "\n\n".join("\n".join([place, *lines]) for place, lines in places.items()) + "\n"


def main() -> int:
    """Do all of it; 1 where a marker is used in a way that cannot be translated."""
    try:
        content = listed()
    except Unmarked as problem:
        print(problem, file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        renew(language)
        build(language)
    LIST.parent.mkdir(exist_ok=True)
    LIST.write_text(content, "utf-8")
    print(f"All texts: {LIST.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
