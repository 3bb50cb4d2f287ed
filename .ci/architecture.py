"""Write the table of folders in resources/docs/architecture.md from the first sentence of each package.

python .ci/architecture.py
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
APP = ROOT / "app" / "gatepost"
PAGE = ROOT / "resources" / "docs" / "architecture.md"
PACKAGES = (
    "bootstrap", "ui", "session", "models", "jobs", "backend", "practice", "endpoints", "wsman", "security",
)  # fmt: skip


def rows() -> list[str]:
    """Return a row for each folder, in the order of the packages."""
    folders = [path.parent for path in APP.rglob("__init__.py") if path.parent != APP]
    names = sorted(folder.relative_to(APP).as_posix() for folder in folders)
    names.sort(key=lambda name: PACKAGES.index(name.partition("/")[0]))
    return [f"| `{name}/` | {first_sentence(APP / name)} |" for name in names]


def first_sentence(folder: Path) -> str:
    """Return the first line of what a package says of itself."""
    docstring = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    return docstring.partition("\n")[0]


def main() -> None:
    """Replace the table."""
    table = "| folder | holds |\n|---|---|\n" + "\n".join(rows()) + "\n"
    page = re.sub(r"\| folder \| holds \|\n\|---\|---\|\n(\|.*\n)+", lambda _: table, PAGE.read_text("utf-8"))
    PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
