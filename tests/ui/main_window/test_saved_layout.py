"""The window comes back as it was left."""

from __future__ import annotations

import os
import stat

import pytest
from PySide6.QtCore import Qt

from gatepost.models.endpoints.table import EndpointColumn
from tests.ui.window_driver import WindowDriver


def test_size_split_columns_sort_and_page_come_back(open_driver) -> None:
    first: WindowDriver = open_driver()
    window = first.window
    window.resize(760, 700)
    window.endpoints.splitter.setSizes([300, 200])
    window.panel.columns.choose(EndpointColumn.KIND, shown=True)
    window.panel.table.sortByColumn(EndpointColumn.NAME, Qt.SortOrder.DescendingOrder)
    window.pages.setCurrentIndex(1)
    saved = window.endpoints.splitter.saveState()
    window.close()

    again = open_driver().window
    assert (again.width(), again.height()) == (760, 700)
    assert again.endpoints.splitter.saveState() == saved
    assert again.panel.columns._chosen == {EndpointColumn.KIND: True}
    header = again.panel.table.horizontalHeader()
    assert header.sortIndicatorSection() == EndpointColumn.NAME
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    assert again.pages.currentIndex() == 1


def test_a_damaged_file_costs_only_the_layout(open_driver, tmp_path) -> None:
    (tmp_path / "window.ini").write_bytes(b"[General]\npage=x\nsort=99\ncolumns=99:5 a=b\nwindow=@ByteArray(rubbish)\n")
    window = open_driver().window
    assert window.pages.currentIndex() == 0
    assert window.width() == 1280


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_the_file_is_for_its_owner_alone(open_driver, tmp_path) -> None:
    before = os.umask(0)
    try:
        open_driver().window.close()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "window.ini").stat().st_mode) == 0o600
