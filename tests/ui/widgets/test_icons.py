"""Every icon that the window asks for is in its font."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

import gatepost
from gatepost.assets import resource_path
from gatepost.ui.widgets.icons import icon

UI = Path(gatepost.__file__).parent / "ui"
NAMES = json.loads(resource_path("icons", "material-design-icons.json").read_text("utf-8"))
# What takes the name of an icon, and in which place.
TAKES = {
    "icon": 0,
    "IconButton": 0,
    "SignLabel": 0,
    "set_sign": 0,
    "_action": 1,
    "Line": 2,
}


def asked_for() -> dict[str, str]:
    """Return the names that are written where an icon is asked for, with the file."""
    found: dict[str, str] = {}
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = TAKES.get(name)
            if place is not None and len(node.args) > place:
                given = node.args[place]
                if isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value:
                    found[given.value] = path.name
    return found


def test_every_icon_is_in_the_font() -> None:
    names = asked_for()
    assert len(names) > 25
    assert {name: file for name, file in names.items() if name not in NAMES} == {}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_glyph_can_be_drawn(qapp, name: str) -> None:
    image = icon(name).pixmap(QSize(32, 32)).toImage()
    drawn = sum(image.pixelColor(x, y).alpha() > 0 for x in range(32) for y in range(32))
    assert drawn > 20


def test_the_font_comes_with_its_license() -> None:
    assert "Apache License" in resource_path("icons", "material-design-icons.LICENSE.txt").read_text("utf-8")
    assert resource_path("icons", "material-design-icons.ttf").stat().st_size < 16_000
