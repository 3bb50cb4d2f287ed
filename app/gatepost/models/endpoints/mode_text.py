"""Texts for the access modes."""

from __future__ import annotations

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import shown

MODES = (AccessMode.REMOTE, AccessMode.LOCAL, AccessMode.DISABLED)  # in the order of the access switch
_WORDS = {
    AccessMode.REMOTE: WINDOW.tr("Remote"),
    AccessMode.LOCAL: WINDOW.tr("Local"),
    AccessMode.DISABLED: WINDOW.tr("Disabled"),
    AccessMode.CUSTOM: WINDOW.tr("Custom"),
}
_SENTENCES = {
    AccessMode.REMOTE: WINDOW.tr("Access: Remote"),
    AccessMode.LOCAL: WINDOW.tr("Access: Local"),
    AccessMode.DISABLED: WINDOW.tr("Access: Disabled"),
    AccessMode.CUSTOM: WINDOW.tr("Access: Custom"),
}
_VERBS = {
    AccessMode.REMOTE: WINDOW.tr("Set to Remote"),
    AccessMode.LOCAL: WINDOW.tr("Set to Local"),
    AccessMode.DISABLED: WINDOW.tr("Set to Disabled"),
}


def mode_word(mode: AccessMode) -> str:
    """Return the word for a mode in the language of the window."""
    return shown(_WORDS[mode])


def mode_sentence(mode: AccessMode) -> str:
    """Return a mode as it is said where no column title stands above it."""
    return shown(_SENTENCES[mode])


def set_to(mode: AccessMode) -> str:
    """Return the verb of a button that sets a mode of the access switch."""
    return shown(_VERBS[mode])
