"""The condition of an entry: none, groups the account has to be in, or any other as text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QStackedWidget, QWidget
from typing_extensions import override

from gatepost.endpoints.condition_text import condition_sentence
from gatepost.endpoints.configuration.plugin_document import check_storable
from gatepost.models.roles import ValueRole
from gatepost.models.window_text import one_line, shown
from gatepost.security import Accounts, Sid
from gatepost.security.conditions.needs import GroupCondition, group_condition
from gatepost.security.conditions.text import read_condition
from gatepost.session.host_session import HostSession
from gatepost.ui.editor.principal_field import PrincipalField
from gatepost.ui.editor.validated_text import ValidatedTextEdit
from gatepost.ui.widgets.boxes import STRETCH, hbox, vbox
from gatepost.ui.widgets.fields import ChoiceBox
from gatepost.ui.widgets.plain_widgets import IconButton, plain_label

_NONE, _GROUPS, _TEXT = range(3)
_LIST_HEIGHT = 84  # pixels


class ConditionBox(QWidget):
    """Shows a condition and lets it be built from groups or typed; ``text`` is what stands in the entry."""

    changed = Signal()

    def __init__(self, session: HostSession) -> None:
        super().__init__()
        self._accounts = session.accounts
        self._given = ""  # as it came: what is not changed keeps its form
        self.kind = ChoiceBox(self.tr("Condition"))
        self.kind.addItems(
            [self.tr("No condition"), self.tr("Only members of these groups"), self.tr("Custom condition (SDDL)")]
        )
        self.all_of = _SidList(self.tr("Member of all of these"), self._accounts)
        self.any_of = _SidList(self.tr("And of at least one of these"), self._accounts)
        self.group = PrincipalField(session, self.tr("Group"))
        self.add_all = IconButton("plus", self.tr('Add to "Member o&f all of these"'))
        self.add_any = IconButton("plus", self.tr('Add to "at lea&st one of these"'))
        self.typed = ValidatedTextEdit(self.tr("Condition as text"), _check_condition)
        self.sentence = plain_label(name="muted")
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.set_text("")

    @property
    def text(self) -> str:
        """The condition with its parentheses; empty for none."""
        if self.kind.currentIndex() == _GROUPS:
            built = self._built()
            return self._given if built == group_condition(self._given) else built.text()
        return self.typed.text.strip() if self.kind.currentIndex() == _TEXT else ""

    @property
    def is_valid(self) -> bool:
        """Whether the condition can be read, and names a group where it is about groups."""
        kind = self.kind.currentIndex()
        return kind == _NONE or (bool(self.text) and (kind == _GROUPS or self.typed.error is None))

    def set_text(self, text: str) -> None:
        """Show a condition: as groups where it asks for nothing else."""
        groups = group_condition(text) if text else None
        self._given = text
        self.all_of.set_sids(groups.all_of if groups is not None else ())
        self.any_of.set_sids(groups.any_of if groups is not None else ())
        self.typed.set_text(text)
        kind_with_text = _GROUPS if groups is not None else _TEXT
        self.kind.setCurrentIndex(kind_with_text if text else _NONE)
        self._show()

    def _built(self) -> GroupCondition:
        return GroupCondition(self.all_of.sids, self.any_of.sids)

    def _lay_out(self) -> None:
        lists = hbox(
            vbox(QLabel(self.tr("Member of all of these")), self.all_of, spacing=4),
            vbox(QLabel(self.tr("And of at least one of these")), self.any_of, spacing=4),
            spacing=10,
        )
        buttons = hbox(self.add_all, self.add_any, STRETCH, spacing=8)
        builder = QWidget()
        vbox(self.group, buttons, lists, on=builder, spacing=6)
        for page in (QWidget(), builder, self.typed):
            self._pages.addWidget(page)
        vbox(self.kind, self._pages, self.sentence, on=self, spacing=6)

    def _connect(self) -> None:
        self.kind.activated.connect(self._on_kind_chosen)
        self.add_all.clicked.connect(lambda: self._add(self.all_of))
        self.add_any.clicked.connect(lambda: self._add(self.any_of))
        self.group.resolved.connect(self._enable)
        for part in (self.all_of, self.any_of):
            part.changed.connect(self._show)
        self.typed.edited.connect(lambda _: self._show())

    def _on_kind_chosen(self) -> None:
        """Text starts from what was built; groups start from the text where it asks for groups alone."""
        if self.kind.currentIndex() == _TEXT and not self.typed.text:
            self.typed.set_text(self._built().text() or "(Member_of {SID(BA)})")
        elif self.kind.currentIndex() == _GROUPS and (groups := group_condition(self.typed.text)) is not None:
            self.all_of.set_sids(groups.all_of)
            self.any_of.set_sids(groups.any_of)
        self._show()

    def _add(self, part: _SidList) -> None:
        if self.group.sid is not None:
            part.add(self.group.sid)
            self.group.clear()
            self.group.setFocus()

    def _enable(self) -> None:
        for button in (self.add_all, self.add_any):
            button.setEnabled(self.group.sid is not None)

    def _show(self) -> None:
        kind = self.kind.currentIndex()
        self._pages.setCurrentIndex(kind)
        self._pages.setVisible(kind != _NONE)
        self.sentence.setText(self._sentence())
        self.sentence.setVisible(kind != _NONE)
        self._enable()
        self.changed.emit()

    def _sentence(self) -> str:
        if not self.is_valid:
            return "" if self.kind.currentIndex() == _TEXT else self.tr("Add at least one group.")
        return shown(condition_sentence(self.text, self._accounts))


def _check_condition(text: str) -> None:
    """Raise SddlError for a condition that cannot be read or stored."""
    check_storable(text)
    read_condition(text)


class _SidList(QListWidget):
    """Groups by name; Delete takes the current one out."""

    changed = Signal()

    def __init__(self, label: str, accounts: Accounts) -> None:
        super().__init__()
        self._accounts = accounts
        self.setAccessibleName(label)
        self.setToolTip(self.tr("Press Delete to remove a group"))
        self.setFixedHeight(_LIST_HEIGHT)

    @property
    def sids(self) -> tuple[Sid, ...]:
        """The groups in their order."""
        return tuple(self.item(row).data(ValueRole) for row in range(self.count()))

    def set_sids(self, sids: tuple[Sid, ...]) -> None:
        """Show these groups."""
        self.clear()
        for sid in sids:
            self.add(sid)

    def add(self, sid: Sid) -> None:
        """Add a group that is not in it yet."""
        if sid not in self.sids:
            item = QListWidgetItem(one_line(self._accounts.name_of(sid)))
            item.setData(ValueRole, sid)
            self.addItem(item)
            self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.takeItem(self.currentRow())
            self.changed.emit()
            return
        super().keyPressEvent(event)
