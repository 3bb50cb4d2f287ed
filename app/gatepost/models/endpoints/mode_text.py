"""Texts for the access modes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gatepost.endpoints.configuration.access_mode import AccessMode

MODES = (AccessMode.REMOTE, AccessMode.LOCAL, AccessMode.DISABLED)  # in the order of the access switch


def mode_word(mode: AccessMode) -> str:
    """Return the word for a mode in the language of the window."""
    match mode:
        case AccessMode.REMOTE:
            return QCoreApplication.translate("AccessMode", "Remote")
        case AccessMode.LOCAL:
            return QCoreApplication.translate("AccessMode", "Local")
        case AccessMode.DISABLED:
            return QCoreApplication.translate("AccessMode", "Disabled")
        case AccessMode.CUSTOM:
            return QCoreApplication.translate("AccessMode", "Custom")


def mode_sentence(mode: AccessMode) -> str:
    """Return a mode as it is said where no column title stands above it."""
    match mode:
        case AccessMode.REMOTE:
            return QCoreApplication.translate("AccessMode", "Access: Remote")
        case AccessMode.LOCAL:
            return QCoreApplication.translate("AccessMode", "Access: Local")
        case AccessMode.DISABLED:
            return QCoreApplication.translate("AccessMode", "Access: Disabled")
        case AccessMode.CUSTOM:
            return QCoreApplication.translate("AccessMode", "Access: Custom")


def set_to(mode: AccessMode) -> str:
    """Return the verb of a button that sets a mode of the access switch."""
    match mode:
        case AccessMode.REMOTE:
            return QCoreApplication.translate("AccessMode", "Set to Remote")
        case AccessMode.LOCAL:
            return QCoreApplication.translate("AccessMode", "Set to Local")
    return QCoreApplication.translate("AccessMode", "Set to Disabled")
