"""Languages of the window: English, and those with a translation."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from gatepost.assets import resource_root


def languages() -> tuple[str, ...]:
    """Return the locales that can be chosen, English first."""
    return ("en", *sorted(path.stem.removeprefix("gatepost_") for path in _folder().glob("gatepost_*.qm")))


def install_translator(app: QCoreApplication, language: str) -> bool:
    """Speak ``language``, "" for the system's, from now on. False where it stays English.

    Dates, numbers and the direction of the window follow a language that was set; without one the system's are kept.
    """
    locale = QLocale(language) if language else QLocale()
    if language:
        QLocale.setDefault(locale)
    own = QTranslator(app)
    if not own.load(locale, "gatepost", "_", str(_folder())):
        return False
    qt = QTranslator(app)  # the buttons of Qt's own dialogs
    if qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    if isinstance(app, QGuiApplication):
        app.setLayoutDirection(locale.textDirection())
    return app.installTranslator(own)


def _folder() -> Path:
    return resource_root() / "i18n"
