"""Layout helpers: rows and columns of widgets, each in one call."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QBoxLayout, QFormLayout, QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

Margins = tuple[int, int, int, int]  # left, top, right, bottom, in pixels
_NONE: Margins = (0, 0, 0, 0)
_OF_STYLE = -1  # spacing


@dataclass(frozen=True, slots=True)
class Grow:
    """A part, or empty room, that takes ``share`` of the room that the others leave."""

    part: QWidget | QLayout | None
    share: int = 1


STRETCH = Grow(None, 0)  # what no other part takes
Part = QWidget | QLayout | Grow


def vbox(*parts: Part, on: QWidget | None = None, spacing: int = _OF_STYLE, margins: Margins = _NONE) -> QVBoxLayout:
    """Lay parts out one below the other; ``on`` is the widget that they fill."""
    layout = QVBoxLayout() if on is None else QVBoxLayout(on)
    _fill(layout, parts, spacing, margins)
    return layout


def hbox(*parts: Part, on: QWidget | None = None, spacing: int = _OF_STYLE, margins: Margins = _NONE) -> QHBoxLayout:
    """Lay parts out side by side; ``on`` is the widget that they fill."""
    layout = QHBoxLayout() if on is None else QHBoxLayout(on)
    _fill(layout, parts, spacing, margins)
    return layout


def _fill(layout: QBoxLayout, parts: tuple[Part, ...], spacing: int, margins: Margins) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for part in parts:
        inner, share = (part.part, part.share) if isinstance(part, Grow) else (part, 0)
        if inner is None:
            layout.addStretch(share)
        elif isinstance(inner, QLayout):
            layout.addLayout(inner, share)
        else:
            layout.addWidget(inner, share)


def grid(
    across: int, down: int, *, grows: int | None = None, on: QWidget | None = None, margins: Margins = _NONE
) -> QGridLayout:
    """Return an empty grid with so many pixels between its columns and rows; the column ``grows`` takes the room that is left."""
    layout = QGridLayout() if on is None else QGridLayout(on)
    layout.setContentsMargins(*margins)
    layout.setHorizontalSpacing(across)
    layout.setVerticalSpacing(down)
    if grows is not None:
        layout.setColumnStretch(grows, 1)
    return layout


def beside(*parts: Part, spacing: int = 10) -> QWidget:
    """Return parts side by side, as one widget."""
    widget = QWidget()
    hbox(*parts, on=widget, spacing=spacing)
    return widget


def form_rows(*rows: tuple[QLabel | str, QWidget | QLayout]) -> QFormLayout:
    """Lay out labels and what they name, one row below the other; more can be added by ``add_form_row``."""
    form = QFormLayout()
    form.setHorizontalSpacing(14)
    form.setVerticalSpacing(10)
    for label, field in rows:
        add_form_row(form, label, field)
    return form


def add_form_row(form: QFormLayout, label: QLabel | str, field: QWidget | QLayout) -> None:
    """Add a row; its label stands on the line of the first control of the field, however high the field is."""
    name = QLabel(label) if isinstance(label, str) else label
    first = _first_control(field)
    if first is not None:
        first.ensurePolished()
        name.setFixedHeight(first.sizeHint().height())
    form.addRow(name, field)


def _first_control(part: QWidget | QLayout | None) -> QWidget | None:
    layout = part.layout() if isinstance(part, QWidget) else part
    if layout is None:
        return part if isinstance(part, QWidget) else None
    first = layout.itemAt(0)
    return _first_control(first.widget() or first.layout()) if first is not None else None
