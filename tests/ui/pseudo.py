"""A language that nobody speaks: every text long, accented and in brackets, so that one sees what was forgotten."""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator
from typing_extensions import override

_ACCENTED = str.maketrans("aeiouAEIOUcnsyz", "àéîöûÀÉÎÖÛçñšÿž")
_KEPT = re.compile(r"(\{\w+\}|%n|&\w|\(\*[^)]*\)|;;)")  # fields, access keys, and what a file dialog reads
OPENING, CLOSING = "⟦", "⟧"


def pseudo(text: str) -> str:
    """Return the text a third longer, which is what German and Finnish need."""
    parts = _KEPT.split(text)
    accented = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTED) for part in parts)
    return f"{OPENING}{accented}{'·' * (len(text) // 3)}{CLOSING}"


class PseudoTranslator(QTranslator):
    """Translates each text of the program; Qt's own are left to Qt."""

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        if context.startswith(("Q", "CloseButton", "MAC_")) or not any(map(str.isalpha, source)):
            return None
        return pseudo(source if n in (-1, 1) or not disambiguation else disambiguation)
