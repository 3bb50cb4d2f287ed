"""Details tab: the settings of the selected endpoint."""

from __future__ import annotations

from typing_extensions import override

from gatepost.models.endpoints.details_table import DetailColumn, DetailsTableModel
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.editor.detail_tab import DetailTab
from gatepost.ui.widgets.boxes import vbox
from gatepost.ui.widgets.columns import TableColumns
from gatepost.ui.widgets.row_heights import TextRowHeights
from gatepost.ui.widgets.tables import RowTable, set_up_table

_WIDEST: dict[int, int] = {DetailColumn.SETTING: 320, DetailColumn.VALUE: 560}  # pixels
_LEAST_MEANING = 320  # pixels


class DetailsTab(DetailTab):
    """The table of settings."""

    def __init__(self) -> None:
        super().__init__()
        self.model = DetailsTableModel(self)
        self.view = RowTable()
        set_up_table(self.view, self.model, self.tr("Details"))
        TableColumns(self.view, DetailColumn.MEANING, _LEAST_MEANING, _WIDEST).follow_model()
        TextRowHeights(self.view, DetailColumn.MEANING)
        vbox(self.view, on=self)

    @override
    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        if endpoint is None:
            self.model.set_configuration(None)
        else:
            self.model.set_configuration(endpoint.configuration, endpoint.accounts)
