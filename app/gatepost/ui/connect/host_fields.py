"""The part of the connect dialog for the host: its name, protocol and port, and the list of known hosts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QRadioButton, QSizePolicy, QToolButton

from gatepost.backend.connect.addresses import (
    HTTP_PORT,
    MAX_PORT,
    MAX_TYPED,
    WSMAN_PATH,
    AddressError,
    HostAddress,
    parse_address,
)
from gatepost.backend.connect.connections import Connection, ConnectionHistory
from gatepost.endpoints.text import WINDOW
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown
from gatepost.ui.connect.form_grid import FormGrid
from gatepost.ui.widgets.boxes import STRETCH, Grow, beside
from gatepost.ui.widgets.fields import ChoiceBox, NumberBox, PlainEdit
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.plain_widgets import label_for


class HostFields(QObject):
    """What is typed as the host chooses protocol and port, until the user chooses others."""

    changed = Signal()
    picked = Signal(object)  # Connection, of a known host

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typed = (False, 0)
        self.host_box = _host_box()
        self.save_button = QToolButton()
        self.save_button.setCheckable(True)
        self.save_button.setAccessibleName(self.tr("Keep in the list"))
        self.save_button.setToolTip(self.tr("Keep this host in the list"))
        self.forget_button = QToolButton()
        self.forget_button.setIcon(icon("trash-can-outline", Tone.MUTED))
        self.forget_button.setAccessibleName(self.tr("Forget this host"))
        self.forget_button.setToolTip(self.tr("Remove this host and its password"))
        self.http = QRadioButton(self.tr("H&TTP"))
        self.https = QRadioButton(self.tr("HTTP&S"))
        self.http.setChecked(True)
        self.port_spin = NumberBox(self.tr("Port"), range(1, MAX_PORT + 1))
        self.port_spin.setMinimumWidth(80)
        self.port_spin.setMinimumHeight(self.host_box.sizeHint().height())
        self._draw_star()
        self._connect()

    def add_to(self, form: FormGrid) -> None:
        """Add the rows."""
        host = beside(Grow(self.host_box), self.save_button, self.forget_button)
        form.add_row(self.tr("&Host"), host, self.host_box)
        port_label = label_for(self.port_spin, self.tr("Po&rt"))
        way = beside(self.http, self.https, port_label, self.port_spin, STRETCH)
        form.add_row(self.tr("Protocol"), way, self.http)

    # What the fields say

    def address(self) -> HostAddress:
        """Return where to connect to.

        Raises:
            AddressError: the field holds no host.
        """
        typed = parse_address(self.host_box.currentText())
        return replace(typed, port=self.port_spin.value(), secure=self.https.isChecked())

    def fill(self, connection: Connection) -> None:
        """Show where a connection leads."""
        address = connection.address
        self.host_box.setEditText(address.host if address.path == WSMAN_PATH else address.url)
        (self.https if connection.address.secure else self.http).setChecked(True)
        self.port_spin.setValue(connection.address.port)

    def offer(self, known: ConnectionHistory) -> None:
        """Offer the known hosts: saved ones first, then the newest first; what is typed stays."""
        with QSignalBlocker(self.host_box):
            typed = self.host_box.currentText()
            self.host_box.clear()
            for connection in sorted(known.connections, key=lambda c: not c.saved):
                star = icon("star", Tone.ACCENT) if connection.saved else icon("history", Tone.MUTED)
                self.host_box.addItem(star, one_line(connection.address.label), connection)
            self.host_box.setCurrentIndex(-1)
            self.host_box.setEditText(typed)

    def show_known(self, connection: Connection | None, *, valid: bool) -> None:
        """Show whether the host that is typed is known; ``valid``: it is a host at all."""
        with QSignalBlocker(self.save_button):
            self.save_button.setChecked(connection is not None and connection.saved)
        self.save_button.setEnabled(valid)
        self.forget_button.setEnabled(connection is not None)
        self._draw_star()

    # Reacting

    def _connect(self) -> None:
        self.host_box.editTextChanged.connect(self._on_host_edited)
        self.host_box.activated.connect(self._on_host_picked)
        completer = self.host_box.completer()
        if completer is not None:
            completer.activated.connect(self._on_completed)
        self.https.toggled.connect(self._on_protocol_chosen)
        self.port_spin.valueChanged.connect(self.changed)
        self._on_host_edited("")

    def _on_host_picked(self, row: int) -> None:
        connection = self.host_box.itemData(row)
        if isinstance(connection, Connection):
            self.picked.emit(connection)

    def _on_completed(self, label: str) -> None:
        self._on_host_picked(self.host_box.findText(label, Qt.MatchFlag.MatchFixedString))

    def _on_host_edited(self, typed: str) -> None:
        """What is typed chooses protocol and port where it says others than before."""
        try:
            address = parse_address(typed)
        except AddressError:
            secure, port = False, HTTP_PORT
        else:
            secure, port = address.secure, address.port
        if (secure, port) != self._typed:
            self._typed = (secure, port)
            (self.https if secure else self.http).setChecked(True)
            self.port_spin.setValue(port)
        self.changed.emit()

    def _on_protocol_chosen(self, secure: bool) -> None:  # noqa: FBT001 - a slot
        port = HostAddress("localhost", self.port_spin.value(), not secure).with_secure(secure=secure).port
        self.port_spin.setValue(port)
        self.changed.emit()

    def _draw_star(self) -> None:
        kept = self.save_button.isChecked()
        self.save_button.setIcon(icon("star" if kept else "star-outline", Tone.ACCENT if kept else Tone.MUTED))


def _host_box() -> QComboBox:
    name, hint = WINDOW.tr("Host"), WINDOW.tr("Name, IP address, name:port or URL")
    box = ChoiceBox(shown(name))
    box.setEditable(True)
    box.setLineEdit(PlainEdit(shown(name), shown(hint), MAX_TYPED))
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setMinimumContentsLength(24)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    completer = box.completer()
    if completer is not None:
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return box
