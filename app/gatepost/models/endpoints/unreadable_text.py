"""Typed SDDL text that can't be read, or isn't known to be right: no pending change, but not to be lost."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.endpoints.text import WINDOW, Text

CHECKING = WINDOW.tr("Gatepost is still checking the text on the SDDL tab. Keep that tab open until it's done.")
NOT_CHECKED = WINDOW.tr("The text on the SDDL tab couldn't be checked. Edit or revert it first.")
NOT_VALID = WINDOW.tr("The text on the SDDL tab isn't valid. Correct or revert it first.")


@dataclass(frozen=True, slots=True)
class UnreadableText:
    """The text, and why it holds its endpoint back."""

    text: str
    why: Text
