"""Make resources/icons/material-design-icons.ttf: the glyphs that the window uses, out of the whole font.

The whole font and its table of names come with qtawesome, the tool that cuts is fontTools; both are in the dependency
group "icons", and the program needs neither:

    pip install --group icons
    python .ci/icon_font.py

Run it after a new icon name is used. A test says when a name is missing.
"""

from __future__ import annotations

import ast
import json
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset

ROOT = Path(__file__).resolve().parents[1]
ICONS = ROOT / "resources" / "icons"
FONT = "materialdesignicons6-webfont-*.ttf"
NAMES = "materialdesignicons6-webfont-charmap-*.json"


def whole_font(pattern: str) -> Path:
    """Return a file of the installed qtawesome, which is not imported."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise SystemExit("qtawesome is not installed: pip install --group icons")
    return next((Path(spec.origin).parent / "fonts").glob(pattern))


def used_names(known: dict[str, str]) -> list[str]:
    """Return every string in the window's code that is the name of an icon; a word too many costs 200 octets."""
    names: set[str] = set()
    for path in (ROOT / "app" / "gatepost" / "ui").rglob("*.py"):
        strings = (
            node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)
        )
        names |= {string for string in strings if isinstance(string, str) and string in known}
    return sorted(names)


def main() -> None:
    """Write the font and its table of names."""
    known = json.loads(whole_font(NAMES).read_text("utf-8"))
    codes = {name: known[name] for name in used_names(known)}
    options = subset.Options(
        hinting=False, layout_features=[], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True
    )
    font = subset.load_font(str(whole_font(FONT)), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[int(code, 16) for code in codes.values()])
    cutter.subset(font)
    ICONS.mkdir(parents=True, exist_ok=True)
    subset.save_font(font, str(ICONS / "material-design-icons.ttf"), options)
    (ICONS / "material-design-icons.json").write_text(json.dumps(codes, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
