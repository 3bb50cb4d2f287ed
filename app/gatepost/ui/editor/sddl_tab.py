"""The security descriptors of the selected endpoint as text: the other view of the same draft."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.endpoints.changes import edit
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.models.endpoints.table import EndpointRow
from gatepost.models.plain import one_line, visible
from gatepost.models.sentences import shown
from gatepost.security import NO_ACCOUNTS, SddlError
from gatepost.session.host_session import HostSession
from gatepost.ui.editor.detail_tab import DetailTab
from gatepost.ui.editor.sddl_view import SddlView, read_whole
from gatepost.ui.widgets.plain_widgets import ChoiceBox, plain_label


class SddlTab(DetailTab):
    """Text that can be read becomes the draft with every key; the rest stays here, with its error, until it can."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: HostSession | None = None
        self._configuration: SessionConfiguration | None = None
        self._visits = 0
        self.place = ChoiceBox()
        self.place.setAccessibleName(self.tr("Descriptor"))
        self.place.activated.connect(lambda _: self._show())
        self.note = plain_label(name="muted")
        self.view = SddlView(self.tr("SDDL"))
        self.view.edited.connect(self._on_edited)
        self.copy = QPushButton(self.tr("&Copy SDDL"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._stored()))
        self.revert = QPushButton(self.tr("Back to what could be &read"))
        self.revert.clicked.connect(self._forget_unfinished)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.revert)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.place)
        layout.addWidget(self.note)
        layout.addWidget(self.view, 1)
        layout.addLayout(buttons)

    @override
    def show_endpoint(self, row: EndpointRow, session: HostSession) -> None:
        other = self._configuration is None or self._configuration.name != row.configuration.name
        self._session, self._configuration = session, row.configuration
        nodes = row.configuration.security_nodes
        if other or self.place.count() != len(nodes):
            self._visits += 1  # what is typed from here on is another step
            self.place.clear()
            self.place.addItems([one_line(uri) for uri in row.configuration.descriptor_uris])
        self._show()

    @override
    def show_nothing(self) -> None:
        self._session = self._configuration = None
        self.place.clear()
        self._show()

    def _key(self) -> tuple[str, int]:
        name = self._configuration.name if self._configuration is not None else ""
        return name, max(self.place.currentIndex(), 0)

    def _stored(self) -> str:
        """The descriptor as the draft holds it: what is shown has its invisible characters made visible."""
        if self._configuration is None:
            return ""
        nodes = self._configuration.security_nodes
        if nodes:
            return nodes[self._key()[1]].sddl
        return self._session.snapshot.root_sddl if self._session is not None and self._session.snapshot else ""

    def _show(self) -> None:
        configuration, session = self._configuration, self._session
        own = configuration is not None and bool(configuration.security_nodes)
        stored = self._stored()
        # Text with invisible characters is shown with them made visible, so it cannot be typed on.
        editable = own and session is not None and not session.read_only and visible(stored) == stored
        accounts = session.accounts if session is not None else NO_ACCOUNTS
        self.place.setVisible(self.place.count() > 1)
        self.view.set_read_only(not editable)
        unfinished = session.drafts.unfinished.get(self._key()) if session is not None and editable else None
        self.view.show_sddl(visible(stored) if unfinished is None else unfinished, accounts)
        self.revert.setVisible(unfinished is not None)
        self.copy.setEnabled(bool(stored))
        self.note.setText(self.tr("No descriptor of its own. RootSDDL decides:"))
        self.note.setVisible(configuration is not None and not own)

    def _on_edited(self, text: str) -> None:
        if self._configuration is None or self._session is None:
            return
        key = self._key()
        try:
            read_whole(text)
            step = edit.set_sddl(self._configuration, key[1], text)
        except SddlError:
            self._session.drafts.unfinished[key] = text
            self.revert.show()
            return
        self._session.drafts.unfinished.pop(key, None)
        merge_key = f"{key[0]}\n{key[1]}\n{self._visits}"
        self._session.drafts.edit(shown(step.label), step.edited, merge_key)
        self.revert.hide()

    def _forget_unfinished(self) -> None:
        if self._session is not None:
            self._session.drafts.unfinished.pop(self._key(), None)
        self._show()
