"""A translation of the four modes reaches every place that shows one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from typing_extensions import override

from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.models.endpoints.mode_text import mode_word
from gatepost.models.endpoints.table import EndpointColumn, EndpointTableModel
from gatepost.ui.confirm.planned_change import endpoint_rows
from tests.models.documents import endpoint, rows_of, snapshot

HOST = snapshot(endpoint("a"))


class Shouting(QTranslator):
    """Translates two of the modes, and nothing else."""

    @override
    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text.upper() if (context, text) in {("WINDOW", "Remote"), ("WINDOW", "Local")} else ""

    @override
    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def shouting(qapp) -> Iterator[None]:
    translator = Shouting()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_each_mode_has_its_word(qapp) -> None:
    assert [mode_word(mode) for mode in AccessMode] == ["Remote", "Local", "Disabled", "Custom"]


def test_one_translation_serves_the_table_and_the_confirmation(shouting: None) -> None:
    model = EndpointTableModel()
    model.set_rows(rows_of(HOST))
    assert model.index(0, EndpointColumn.ACCESS).data() == "REMOTE"
    rows = endpoint_rows(set_access_mode(HOST, ["a"], AccessMode.LOCAL), HOST)
    assert rows[0].access[0].text == "REMOTE → LOCAL"
