"""Sentences in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from gatepost.endpoints.text import english, listed
from gatepost.models.sentences import WINDOW, shown
from tests.ui.pseudo import PseudoTranslator, pseudo


def test_only_texts_with_a_context_are_translated(qapp: QApplication) -> None:
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    try:
        assert shown(WINDOW.tr("Close")) == pseudo("Close")
        assert shown(english("Close")) == "Close"
        assert shown(listed(["one", WINDOW.tr("Close")])) == f"one, {pseudo('Close')}"
    finally:
        QCoreApplication.removeTranslator(translator)
