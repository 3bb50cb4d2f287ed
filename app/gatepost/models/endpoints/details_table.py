"""Table of an endpoint's settings: values, and what they mean."""

from __future__ import annotations

from typing_extensions import override

from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.settings_text import Setting, settings_in_words
from gatepost.endpoints.text import WINDOW, Text
from gatepost.models.flat_table import FlatTableModel, TableColumn
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.security import NO_ACCOUNTS, Accounts


class DetailColumn(TableColumn):
    SETTING = WINDOW.tr("Setting")
    VALUE = WINDOW.tr("Value")
    MEANING = WINDOW.tr("Meaning")


class DetailsTableModel(FlatTableModel[Setting]):
    """A row for each setting; a risky one is a warning."""

    columns = DetailColumn

    def set_configuration(self, configuration: SessionConfiguration | None, accounts: Accounts = NO_ACCOUNTS) -> None:
        """Show another endpoint of a host that calls its accounts so, or nothing."""
        rows = () if configuration is None else settings_in_words(configuration, accounts)
        if rows != self._rows:
            self._reset_rows(rows)

    @override
    def cell_tone(self, row: Setting, column: int, /) -> Tone | None:
        if column == DetailColumn.SETTING:
            return Tone.MUTED
        return Tone.WARNING if column == DetailColumn.MEANING and row.risky else None

    @override
    def cell_text(self, row: Setting, column: int, /) -> str:
        match DetailColumn(column):
            case DetailColumn.SETTING:
                return _said(row.name)
            case DetailColumn.VALUE:
                return _said(row.value) if isinstance(row.value, Text) else row.value
            case DetailColumn.MEANING:
                return _said(row.meaning)


def _said(text: Text) -> str:
    """The words in the language of the window, values as they came."""
    return shown(text, str)
