"""The user whose access is evaluated: a usual one, the connected account, or what is ticked and typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from gatepost.endpoints.access.connected_account import connected_account
from gatepost.endpoints.access.tokens import PRESETS, AccountToken, Origin
from gatepost.models.access.group_list import GroupListModel
from gatepost.models.window_text import one_line, shown
from gatepost.security import Sid
from gatepost.session.host_session import HostSession
from gatepost.ui.editor.principal_field import PrincipalField
from gatepost.ui.widgets.boxes import Grow, hbox, vbox
from gatepost.ui.widgets.fields import ChoiceBox
from gatepost.ui.widgets.lines_delegate import breakable
from gatepost.ui.widgets.plain_widgets import label_for, push_button
from gatepost.ui.widgets.row_heights import wrapped_lines
from gatepost.ui.widgets.tick_delegate import TickDelegate

_ROW = 24  # pixels
_BESIDE_NAME = 44  # pixels: the box and the padding
_LEAST_NAME = 60  # pixels
_MOST_LINES = 3  # of a name
_MOST_MEASURED = 200  # names; more have one line each
_YOU, _OTHER = len(PRESETS), len(PRESETS) + 1


class AccountChooser(QWidget):
    """Holds the account; ``changed`` when it is another."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._session: HostSession | None = None
        self.model = GroupListModel(self)
        self.preset = ChoiceBox(self.tr("User"))
        self.preset.addItems([shown(preset.name) for preset in PRESETS])
        self.preset.addItems([self.tr("The connected account"), self.tr("Custom (select groups below)")])
        self.carries = TickList()
        self.carries.setModel(self.model)
        self.carries.setAccessibleName(self.tr("Accounts and groups of the user"))
        self.add = push_button(self.tr("&Add"), self._add)
        self.add.setEnabled(False)
        self.field: PrincipalField | None = None
        self._field_row = hbox(self.add, spacing=6)
        self._field_row.setAlignment(self.add, Qt.AlignmentFlag.AlignTop)
        label = label_for(self.preset, self.tr("&User"))
        vbox(hbox(label, Grow(self.preset), spacing=10), Grow(self.carries), self._field_row, on=self, spacing=6)
        self.preset.activated.connect(self._choose)
        self.model.dataChanged.connect(self._on_data_changed)
        self._choose(0)

    @property
    def origin(self) -> Origin | None:
        """The way that the chosen account is known to come, or None."""
        number = self.preset.currentIndex()
        return PRESETS[number].origin if number < len(PRESETS) else None

    def account_token(self) -> AccountToken:
        """The account as it is ticked."""
        return self.model.account_token()

    def show_host(self, session: HostSession, named: Iterable[Sid]) -> None:
        """Offer the principals that an endpoint's descriptors name; typed ones are looked up on the host."""
        if session is not self._session:
            self._session = session
            self._renew_field(session)
            if self.preset.currentIndex() == _YOU:
                self._choose(_YOU)
        self.model.offer(named, session.accounts)
        if session.snapshot is not None:
            account = self.tr("The connected account, {account}").format(
                account=one_line(session.snapshot.host.account)
            )
            self.preset.setItemText(_YOU, account)

    def _renew_field(self, session: HostSession) -> None:
        """The field asks one host, so another host gets another field."""
        if self.field is not None:
            self._field_row.removeWidget(self.field)
            self.field.deleteLater()
        self.field = PrincipalField(session, self.tr("User or group"))
        self.field.edit.setPlaceholderText(self.tr("CONTOSO\\Helpdesk"))
        self.field.resolved.connect(self._on_resolved)
        self.field.edit.returnPressed.connect(self._add)
        self._field_row.insertWidget(0, self.field, 1)
        self.add.setEnabled(False)

    def _on_resolved(self) -> None:
        self.add.setEnabled(self.field is not None and self.field.sid is not None)

    def _add(self) -> None:
        """Ask about a typed account or group by itself, whatever was chosen before."""
        if self.field is None or self.field.sid is None:
            return
        self.carries.setCurrentIndex(self.model.index(self.model.start_from(self.field.sid)))
        self.preset.setCurrentIndex(_OTHER)
        self.field.clear()
        self.field.setFocus()  # not left to the button, which goes off
        self.add.setEnabled(False)
        self.changed.emit()

    def _choose(self, number: int) -> None:
        self.preset.setCurrentIndex(number)
        if number < len(PRESETS):
            account_token = PRESETS[number].account_token
        elif number == _YOU and self._session is not None and self._session.snapshot is not None:
            account_token = connected_account(
                self._session.snapshot, over_network=self._session.over_network
            ).account_token
        else:
            account_token = replace(self.model.account_token(), other_logons=frozenset())
        self.model.set_account_token(account_token)
        self.changed.emit()

    def _on_data_changed(self, _first: QModelIndex, _last: QModelIndex, roles: list[int]) -> None:
        if Qt.ItemDataRole.CheckStateRole in roles:  # the user ticked a row; a change of the whole list names no role
            self.preset.setCurrentIndex(_OTHER)
            self.changed.emit()


class TickList(QListView):
    """A list to tick, in which the first row is current, so that Space ticks at once. Long names are wrapped."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_RoomyDelegate(self))
        self.setMinimumHeight(3 * _ROW)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names differ at their ends

    @override
    def reset(self) -> None:
        model = self.model()
        is_short = model is not None and model.rowCount(QModelIndex()) <= _MOST_MEASURED
        self.setWordWrap(is_short)
        self.setUniformItemSizes(not is_short)
        super().reset()

    @override
    def dataChanged(self, top: QModelIndex, bottom: QModelIndex, roles: Sequence[int] = ()) -> None:  # type: ignore[override]
        super().dataChanged(top, bottom, roles)
        if not roles or Qt.ItemDataRole.DisplayRole in roles:
            self.scheduleDelayedItemsLayout()  # other names have other heights

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0, QModelIndex()))
        super().focusInEvent(event)


class _RoomyDelegate(TickDelegate):
    """Rows with room for a finger, as wide as the list; a long name has up to three lines, and is cut in its middle."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
        option.text, _ = _wrapped(option, index.data())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        _, lines = _wrapped(option, index.data())
        return QSize(0, _ROW + (lines - 1) * option.fontMetrics.lineSpacing())


def _wrapped(option: QStyleOptionViewItem, name: str) -> tuple[str, int]:
    """Return a name as it is painted in a list, with places to wrap, and its number of lines."""
    view, metrics = option.widget, option.fontMetrics
    if not isinstance(view, QListView) or not view.wordWrap():
        return name, 1
    width = max(view.viewport().width() - _BESIDE_NAME, _LEAST_NAME)
    text, room = breakable(name), _MOST_LINES * width
    while (lines := wrapped_lines(text, metrics, width)) > _MOST_LINES:
        text = breakable(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room))
        room -= width // 4
    return text, lines
