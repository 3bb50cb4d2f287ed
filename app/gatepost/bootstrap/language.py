"""The languages of the window: English, and those whose translations came along."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from gatepost.assets import resource_root


def languages() -> tuple[str, ...]:
    """Return the locales that can be chosen, English first."""
    return ("en", *sorted(path.stem.removeprefix("app_") for path in _folder().glob("app_*.qm")))


def install_translator(app: QCoreApplication, language: str) -> bool:
    """Translate what is said from now on into ``language``, "" for the system's. False where it stays English."""
    translator = QTranslator(app)
    locale = QLocale(language) if language else QLocale()
    return translator.load(locale, "app", "_", str(_folder())) and app.installTranslator(translator)


def _folder() -> Path:
    return resource_root() / "i18n"
