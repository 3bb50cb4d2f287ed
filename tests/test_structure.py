"""What a reader may rely on: one class name for one thing, and imports that never go in a circle."""

import ast
from collections import Counter, defaultdict
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import gatepost

APP = Path(gatepost.__file__).parent
FILES = sorted(APP.rglob("*.py"))
MOST_MODULES = 22  # in one folder


def module_name(path: Path) -> str:
    parts = path.relative_to(APP.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


TREES = {module_name(path): ast.parse(path.read_text("utf-8")) for path in FILES}


def imported(tree: ast.AST) -> set[str]:
    """The modules of the package that a module imports, those for type checking and those inside functions included."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in TREES else node.module for name in names}
    return found & TREES.keys()


def cycle_in(imports: dict[str, set[str]]) -> list[str]:
    """One circle of imports, () where there is none."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_class_name_is_used_for_two_things():
    modules: defaultdict[str, list[str]] = defaultdict(list)
    for module, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                modules[node.name].append(module)
    assert {name: found for name, found in modules.items() if len(found) > 1} == {}


def test_no_import_goes_in_a_circle():
    assert cycle_in({module: imported(tree) - {module} for module, tree in TREES.items()}) == []


def test_a_circle_would_be_found():
    assert cycle_in({"a": {"b"}, "b": {"c"}, "c": {"a"}})
    assert imported(ast.parse("if TYPE_CHECKING:\n    from gatepost.security import ace")) == {"gatepost.security.ace"}
    assert imported(ast.parse("def f():\n    import gatepost.work")) == {"gatepost.work"}


def test_no_folder_is_too_large_to_look_through():
    counts = Counter(path.parent for path in FILES if path.name != "__init__.py")
    assert {str(folder): count for folder, count in counts.items() if count > MOST_MODULES} == {}
