"""Owner and group of the selected endpoint's descriptors."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.endpoints.changes import edit
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.models.endpoints.table import EndpointRow
from gatepost.models.plain import one_line
from gatepost.models.sentences import shown
from gatepost.security import NO_ACCOUNTS, Accounts, SddlError, SecurityDescriptor, Sid
from gatepost.session.host_session import HostSession
from gatepost.ui.editor.detail_tab import DetailTab
from gatepost.ui.widgets.dialogs import open_dialog
from gatepost.ui.widgets.plain_widgets import ChoiceBox, ElidedLabel, plain_label


class OwnerTab(DetailTab):
    """Two names with a button each; a choice above them where there is more than one descriptor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: HostSession | None = None
        self._configuration: SessionConfiguration | None = None
        self.place = ChoiceBox()
        self.place.setAccessibleName(self.tr("Descriptor"))
        self.place.activated.connect(lambda _: self._show())
        self.note = plain_label(name="muted")
        self.owner = ElidedLabel()
        self.group = ElidedLabel()
        self.change_owner = QPushButton(self.tr("Change o&wner..."))
        self.change_group = QPushButton(self.tr("Change &group..."))
        self.change_owner.clicked.connect(partial(self._ask, True))
        self.change_group.clicked.connect(partial(self._ask, False))
        about = plain_label(
            self.tr(
                "The owner may always read and change the permissions of what it owns, unless an entry for OWNER RIGHTS "
                "says otherwise. WinRM refuses a descriptor without owner or group."
            ),
            "muted",
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        rows = ((self.tr("Owner"), self.owner, self.change_owner), (self.tr("Group"), self.group, self.change_group))
        for row, (words, value, button) in enumerate(rows):
            grid.addWidget(QLabel(words), row, 0)
            grid.addWidget(value, row, 1)
            grid.addWidget(button, row, 2)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(10)
        for part in (self.place, self.note):
            layout.addWidget(part)
        layout.addLayout(grid)
        layout.addWidget(about)
        layout.addStretch()

    @override
    def show_endpoint(self, row: EndpointRow, session: HostSession) -> None:
        other = self._configuration is None or self._configuration.name != row.configuration.name
        self._session, self._configuration = session, row.configuration
        nodes = row.configuration.security_nodes
        if other or self.place.count() != len(nodes):
            self.place.clear()
            self.place.addItems([one_line(uri) for uri in row.configuration.descriptor_uris])
        self._show()

    @override
    def show_nothing(self) -> None:
        self._session = self._configuration = None
        self.place.clear()
        self._show()

    def _show(self) -> None:
        descriptor = self._descriptor()
        accounts = self._accounts()
        self.place.setVisible(self.place.count() > 1)
        self.owner.setText(one_line(accounts.name_of(descriptor.owner)) if descriptor is not None else "")
        self.group.setText(one_line(accounts.name_of(descriptor.group)) if descriptor is not None else "")
        writable = descriptor is not None and self._session is not None and not self._session.read_only
        for button in (self.change_owner, self.change_group):
            button.setEnabled(writable)
        said = ""
        if self._configuration is not None and descriptor is None:
            said = self.tr("It has no descriptor of its own: RootSDDL decides, which is not edited here.")
            if self._configuration.security_nodes:
                said = self.tr("This descriptor cannot be read. Put a readable one in its place on the SDDL tab.")
        self.note.setText(said)
        self.note.setVisible(bool(said))

    def _node(self) -> int:
        return max(self.place.currentIndex(), 0)

    def _descriptor(self) -> SecurityDescriptor | None:
        if self._configuration is None or not self._configuration.security_nodes:
            return None
        try:
            return edit.descriptor_at(self._configuration, self._node())
        except SddlError:
            return None

    def _accounts(self) -> Accounts:
        return self._session.accounts if self._session is not None else NO_ACCOUNTS

    def _ask(self, owner: bool) -> None:
        from gatepost.ui.editor.principal_dialog import PrincipalDialog

        descriptor = self._descriptor()
        if descriptor is None or self._session is None:
            return
        title = self.tr("Owner") if owner else self.tr("Group")
        question = self.tr("Who owns it?") if owner else self.tr("Which is its primary group?")
        sid = descriptor.owner if owner else descriptor.group
        dialog = PrincipalDialog(self._session, title, question, sid, self.window())
        dialog.answered.connect(partial(self._on_answered, owner, self._node()))
        open_dialog(dialog)

    def _on_answered(self, owner: bool, node: int, sid: Sid) -> None:
        if self._configuration is None or self._session is None or node >= len(self._configuration.security_nodes):
            return
        setting = edit.set_owner if owner else edit.set_group
        step = setting(self._configuration, node, sid, self._accounts())
        self._session.drafts.edit(shown(step.label), step.edited)
