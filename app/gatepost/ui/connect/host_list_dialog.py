"""Asks once how a whole list of hosts is to be reached."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from gatepost.backend.connect.addresses import HostAddress
from gatepost.backend.connect.connections import Connection, ConnectRequest
from gatepost.backend.connect.host_names import HostNames
from gatepost.backend.connect.schemes import missing, refusal
from gatepost.endpoints.text import NOTHING, Text
from gatepost.models.plain import one_line
from gatepost.models.sentences import shown
from gatepost.session.connector import Connector
from gatepost.ui.connect.login_fields import LoginFields
from gatepost.ui.widgets.form_grid import FormGrid
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, code_view, foot, head, plain_label, stack
from gatepost.ui.widgets.sized_dialog import SizedDialog

_MARGIN, _MOST = 14, 120  # pixels


class HostListDialog(SizedDialog):
    """Gives a ConnectRequest for each host and closes. Use ``open()``."""

    requests_made = Signal(object)  # tuple[ConnectRequest, ...]

    def __init__(self, names: HostNames, connector: Connector, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        known = connector.known()
        found = {address.key: known.find(address.key) for address in names.addresses}
        self._before = {key: c for key, c in found.items() if c is not None}
        self._known = {key: c for key, c in self._before.items() if not missing(c, c.remember)}
        title = self.tr("Open a list of hosts")
        self.setWindowTitle(title)
        heading = ElidedLabel("dialogTitle")
        heading.setText(title)
        self.as_before = QCheckBox(self._known_words())
        self.as_before.setChecked(bool(self._known))
        self.as_before.setVisible(bool(self._known))
        self.fields = QWidget()
        self.login = LoginFields(self)
        self.login.add_to(FormGrid(self.fields))
        self.login.show_remembered(False)
        if known.connections:
            self.login.user_edit.setText(known.connections[0].user)
        self.problems = code_view(self.tr("What is left out of the list"))
        lines = self.problems.fontMetrics().lineSpacing() * len(self._left_out())
        self.problems.setFixedHeight(min(lines + 2 * _MARGIN, _MOST))
        self.problems.setPlainText("\n".join(self._left_out()))
        self.problems.setVisible(bool(self._left_out()))
        self.problem_label = plain_label("", "warning")
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.open_button = QPushButton(self.tr("&Open all {count}").format(count=len(names.addresses)))
        self.open_button.setDefault(True)
        self.open_button.setProperty("tone", "primary")
        hint = plain_label(self.tr("All with the same account, each in a connection of its own."), "muted")
        stack(
            self,
            head(SignLabel("playlist-plus", "accent"), heading, hint),
            self.problems,
            self.as_before,
            self.fields,
            self.problem_label,
            foot([], [self.cancel_button, self.open_button]),
        )
        self.as_before.toggled.connect(self._show_what_applies)
        self.login.changed.connect(lambda: self._say(NOTHING))
        self.cancel_button.clicked.connect(self.reject)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.finished.connect(self.login.password_edit.clear)
        self._show_what_applies()

    def _known_words(self) -> str:
        return self.tr("&As before where it is known: {count} of them").format(count=len(self._known))

    def _left_out(self) -> list[str]:
        names = self._names
        line = self.tr("Line {number}: {said} - {why}")
        said = [line.format(number=b.number, said=one_line(b.said), why=shown(b.why)) for b in names.bad]
        if names.repeated:
            said.append(self.tr("Named more than once: {count}").format(count=names.repeated))
        if names.left_out:
            said.append(self.tr("Too many, left out: {count}").format(count=names.left_out))
        return said

    def _show_what_applies(self) -> None:
        self._say(NOTHING)
        self.fields.setVisible(bool(self._asked_for()))
        (self.login.user_edit if self.fields.isVisibleTo(self) else self.open_button).setFocus()

    def _asked_for(self) -> tuple[HostAddress, ...]:
        """The hosts that the fields are for."""
        known = self._known if self.as_before.isChecked() else {}
        return tuple(address for address in self._names.addresses if address.key not in known)

    def _on_open_clicked(self) -> None:
        asked_for = {address.key for address in self._asked_for()}
        password = self.login.password()
        requests = []
        for address in self._names.addresses:
            if address.key not in asked_for:
                requests.append(ConnectRequest(self._known[address.key]))
                continue
            connection = self._connection(address)
            problem = refusal(connection) or missing(connection, bool(password))
            if problem:
                self._say(problem)
                return
            requests.append(ConnectRequest(connection, password))
        self.accept()
        self.requests_made.emit(tuple(requests))

    def _connection(self, address: HostAddress) -> Connection:
        """Another account; the certificate that is trusted, and whatever else was set for a host, stays."""
        certificate, key = self.login.files()
        scheme, user = self.login.scheme().key, self.login.user()
        return replace(
            self._before.get(address.key, Connection(address, scheme, user)),
            authentication=scheme,
            user=user,
            remember=self.login.remember.isChecked(),
            client_certificate=certificate,
            client_key=key,
        )

    def _say(self, problem: Text) -> None:
        said = shown(problem)
        self.problem_label.setText(said)
        self.problem_label.setAccessibleName(said)
        self.problem_label.setVisible(bool(said))
