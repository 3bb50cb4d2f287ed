"""Translatable text: an English template with values, which the window shows in its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Text:
    """``template`` holds named fields; ``values`` fills them, a Text where it has to be
    translated, too. ``str()`` gives the English sentence.

    A text that counts has ``many``, its English plural, and ``count``, which both forms show as ``%n``.
    ``context`` is where Qt looks for the translation.
    """

    template: str
    values: tuple[tuple[str, str | Text], ...] = ()
    context: str = ""
    many: str = ""
    count: int | None = None

    @override
    def __str__(self) -> str:
        return self.fill(self.english, {name: str(value) for name, value in self.values})

    def __bool__(self) -> bool:
        return bool(self.template)

    @property
    def english(self) -> str:
        """The English template, in the number that fits."""
        return self.many if self.count is not None and self.count != 1 else self.template

    def fill(self, template: str, values: dict[str, str]) -> str:
        """Put the values and the count into a template of any language."""
        counted = template if self.count is None else template.replace("%n", str(self.count))
        return counted.format(**values)

    def filled(self, **values: object) -> Text:
        """Return the same sentence with other values: a table may hold sentences whose values come later."""
        return replace(self, values=_strings(values))


NOTHING = Text("")


def _strings(values: dict[str, object]) -> tuple[tuple[str, str | Text], ...]:
    return tuple((name, value if isinstance(value, Text) else str(value)) for name, value in values.items())


@dataclass(frozen=True, slots=True)
class TextContext:
    """A translation context: marks the texts of one package. Its variable is called like the context, which
    lupdate reads in front of ``.tr``.
    """

    context: str

    def tr(self, template: str, many: str = "", count: int | None = None, /, **values: object) -> Text:
        """Make a Text; every value but a Text is turned into a string, whatever braces it may hold.

        Where the sentence counts, ``template`` is for one and ``many`` for any other number; both hold ``%n``.
        """
        return Text(template, _strings(values), self.context, many, count)


ENDPOINTS = TextContext("ENDPOINTS")
BACKEND = TextContext("BACKEND")
# Of all from the models upwards, where there is no ``self.tr`` at hand, or where it counts.
WINDOW = TextContext("WINDOW")

COMMA = ENDPOINTS.tr(", ")


def listed(parts: Sequence[str | Text], between: str | Text = COMMA) -> Text:
    """Return several names or phrases as one value of a sentence; ``between`` is translated like any text."""
    names = {f"part{number}": part for number, part in enumerate(parts)}
    return english("{between}".join(f"{{{name}}}" for name in names), **names, between=between)


def sentences(*texts: Text) -> Text:
    """Return whole sentences one after the other, without the empty ones; none depends on the words of another."""
    spoken = [sentence for sentence in texts if sentence]
    return listed(spoken, " ") if len(spoken) > 1 else (*spoken, NOTHING)[0]


def english(template: str, **values: object) -> Text:
    """Make a Text that is never translated: for the command line."""
    return Text(template, _strings(values))
