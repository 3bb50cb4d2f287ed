"""Sentences for people: an English template with values, so that the window can show it in another language."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Text:
    """``template`` holds named fields; ``values`` fills them. ``str()`` gives the English sentence."""

    template: str
    values: tuple[tuple[str, str], ...] = ()

    @override
    def __str__(self) -> str:
        return self.template.format(**dict(self.values))

    def __bool__(self) -> bool:
        return bool(self.template)


NOTHING = Text("")


def text(template: str, **values: object) -> Text:
    """Make a Text; every value is turned into a string, whatever braces it may hold."""
    return Text(template, tuple((name, str(value)) for name, value in values.items()))
