"""The fields of the connect dialog: where, how and who."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from app.backend.addresses import MAX_TYPED, AddressError, HostAddress, parse_address
from app.backend.connections import Connection, KnownConnections
from app.backend.schemes import SCHEMES, Scheme, scheme_of
from app.models.plain import visible
from app.ui.plain_widgets import ChoiceBox, ElidedLabel

_MAX_USER, _MAX_PASSWORD = 256, 1024


class ConnectForm(QWidget):
    """Reads and fills the fields. Whether what they say makes sense is the dialog's business."""

    changed = Signal()

    def __init__(self, known: KnownConnections, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._typed_secure = False
        self.host_box = _host_box(known)
        self.host_box.setAccessibleName(self.tr("Host"))
        self.http = QRadioButton(self.tr("H&TTP"))
        self.https = QRadioButton(self.tr("HTTP&S"))
        self.url_label = ElidedLabel("muted")
        self.scheme_box = ChoiceBox()
        self.scheme_box.setAccessibleName(self.tr("Authentication"))
        for scheme in SCHEMES:
            self.scheme_box.addItem(scheme.label, scheme.key)
        self.user_edit = QLineEdit()
        self.user_edit.setMaxLength(_MAX_USER)
        self.user_edit.setAccessibleName(self.tr("User"))
        self.user_edit.setPlaceholderText(self.tr("DOMAIN\\user, or a user of the host"))
        self.password_edit = QLineEdit()
        self.password_edit.setMaxLength(_MAX_PASSWORD)
        self.password_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.password_edit.setAccessibleName(self.tr("Password"))
        self.remember = QCheckBox(self.tr("&Remember the password"))
        self.limitation_label = ElidedLabel("muted")
        self.limitation_label.hide()
        self.http.setChecked(True)
        self._lay_out()
        self._connect()
        if known.connections:
            self.user_edit.setText(known.connections[0].user)
        self._on_edited()

    # What the fields say

    def address(self) -> HostAddress:
        """Return where to connect to.

        Raises:
            AddressError: the field holds no host.
        """
        return parse_address(self.host_box.currentText()).with_secure(self.https.isChecked())

    def scheme(self) -> Scheme:
        """Return the chosen authentication."""
        return scheme_of(self.scheme_box.currentData())

    def connection(self) -> Connection:
        """Return all but the password.

        Raises:
            AddressError: the field of the host holds none.
        """
        user = self.user_edit.text().strip()
        return Connection(self.address(), self.scheme().key, user, remember=self.remember.isChecked())

    def password_is_remembered(self) -> bool:
        """Whether the password of this account on this host was remembered, so that none need be typed."""
        try:
            wanted = self.connection()
        except AddressError:
            return False
        known = self._known.find(wanted.key)
        return known is not None and known.remember and known.user == wanted.user

    def fill(self, connection: Connection) -> None:
        """Show a connection in the fields; the password stays empty."""
        address = connection.address
        usual = parse_address(address.label).with_secure(address.secure) == address
        self.host_box.setEditText(address.label if usual else address.url)
        (self.https if connection.address.secure else self.http).setChecked(True)
        self.scheme_box.setCurrentIndex(self.scheme_box.findData(scheme_of(connection.authentication).key))
        self.user_edit.setText(connection.user)
        self.password_edit.clear()
        self.remember.setChecked(connection.remember)

    # Building and reacting

    def _lay_out(self) -> None:
        way = QHBoxLayout()
        way.setSpacing(14)
        way.addWidget(self.http)
        way.addWidget(self.https)
        way.addWidget(self.url_label, 1)
        self._protocols = QButtonGroup(self)
        self._protocols.addButton(self.http)
        self._protocols.addButton(self.https)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.addWidget(QLabel(self.tr("Over")), 1, 0)
        grid.addLayout(way, 1, 1)
        fields: tuple[tuple[int, str, QWidget], ...] = (
            (0, self.tr("&Host"), self.host_box),
            (2, self.tr("&Authentication"), self.scheme_box),
            (3, self.tr("&User"), self.user_edit),
            (4, self.tr("&Password"), self.password_edit),
        )
        for row, words, field in fields:
            label = QLabel(words)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.remember, 5, 1)
        grid.addWidget(self.limitation_label, 6, 1)
        order = [self.host_box, self.http, self.https, self.scheme_box, self.user_edit, self.password_edit]
        for before, after in pairwise([*order, self.remember]):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.host_box.editTextChanged.connect(self._on_host_edited)
        self.host_box.activated.connect(self._on_host_picked)
        completer = self.host_box.completer()
        if completer is not None:
            completer.activated.connect(self._on_completed)
        self.https.toggled.connect(self._on_edited)
        self.scheme_box.currentIndexChanged.connect(self._on_edited)
        self.user_edit.textChanged.connect(self._on_edited)
        self.password_edit.textChanged.connect(self._on_edited)
        self.remember.toggled.connect(self._on_edited)

    def _on_host_picked(self, row: int) -> None:
        if 0 <= row < len(self._known.connections):
            self.fill(self._known.connections[row])

    def _on_completed(self, label: str) -> None:
        self._on_host_picked(self.host_box.findText(label, Qt.MatchFlag.MatchFixedString))

    def _on_host_edited(self, typed: str) -> None:
        """What is typed chooses the protocol, until the user chooses another."""
        try:
            secure = parse_address(typed).secure
        except AddressError:
            secure = False
        if secure != self._typed_secure:
            self._typed_secure = secure
            (self.https if secure else self.http).setChecked(True)
        self._on_edited()

    def _on_edited(self) -> None:
        try:
            self.url_label.setText(self.address().url)
        except AddressError:
            self.url_label.setText("")
        remembered = self.password_is_remembered()
        self.password_edit.setPlaceholderText(self.tr("remembered; leave empty to use it") if remembered else "")
        self.changed.emit()


def _host_box(known: KnownConnections) -> QComboBox:
    box = ChoiceBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setMinimumContentsLength(24)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for connection in known.connections:
        box.addItem(visible(connection.address.label))
    edit = box.lineEdit()
    if edit is not None:
        edit.setMaxLength(MAX_TYPED)
        edit.setPlaceholderText(box.tr("Name, IP address, name:port or URL"))
    completer = box.completer()
    if completer is not None:
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
    box.setCurrentIndex(-1)
    return box
