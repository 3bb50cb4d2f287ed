"""Dialog for a list of hosts: which to connect to, and how; nothing that is not checked is contacted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from gatepost.backend.connect.addresses import HostAddress
from gatepost.backend.connect.connections import Connection, ConnectRequest
from gatepost.backend.connect.host_names import HostNames, ListedHost
from gatepost.backend.connect.schemes import identity_unverified, missing_text, refusal
from gatepost.endpoints.text import NOTHING, WINDOW
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown
from gatepost.session.host_opener import HostOpener
from gatepost.session.saved_connection_jobs import SavedConnectionJobs
from gatepost.ui.connect.form_grid import FormGrid
from gatepost.ui.connect.login_fields import LoginFields
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.widgets.boxes import STRETCH, beside, vbox
from gatepost.ui.widgets.plain_widgets import (
    ElidedLabel,
    SignLabel,
    code_view,
    plain_label,
    push_button,
    set_text_or_hide,
)
from gatepost.ui.widgets.tick_delegate import TickDelegate

_MARGIN, _MOST = 14, 120  # pixels
_MOST_ROWS = 8  # of the list that are shown without scrolling
_ROW, _FRAME = 24, 12  # pixels


class HostPicker(QWidget):
    """The hosts with a check box each; likely ones are checked at first."""

    changed = Signal()

    def __init__(self, hosts: Sequence[ListedHost]) -> None:
        super().__init__()
        self._hosts = hosts
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Hosts"))
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(TickDelegate(self.list))
        for host in hosts:
            item = QListWidgetItem(host.address.label, self.list)
            item.setSizeHint(QSize(0, _ROW))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if host.likely else Qt.CheckState.Unchecked)
        self.all_button = push_button(self.tr("Select a&ll"), lambda: self._check_all(Qt.CheckState.Checked))
        self.none_button = push_button(self.tr("Select non&e"), lambda: self._check_all(Qt.CheckState.Unchecked))
        vbox(self.list, beside(self.all_button, self.none_button, STRETCH), on=self, spacing=6)
        for button in (self.all_button, self.none_button):
            button.setVisible(len(hosts) > 1)
        self.list.setFixedHeight(min(len(hosts), _MOST_ROWS) * _ROW + _FRAME)
        self.list.itemChanged.connect(self.changed)

    def checked(self) -> tuple[HostAddress, ...]:
        """Return the hosts that are checked, in their order."""
        states = (self.list.item(row).checkState() for row in range(self.list.count()))
        pairs = zip(self._hosts, states, strict=True)
        return tuple(host.address for host, state in pairs if state is Qt.CheckState.Checked)

    def _check_all(self, state: Qt.CheckState) -> None:
        with QSignalBlocker(self.list):
            for row in range(self.list.count()):
                self.list.item(row).setCheckState(state)
        self.list.viewport().update()
        self.changed.emit()


class HostListDialog(SizedDialog):
    """Gives a ConnectRequest for each host that is checked, and closes. Use ``open()``."""

    requests_made = Signal(object)  # tuple[ConnectRequest, ...]

    def __init__(
        self, names: HostNames, opener: HostOpener, saved: SavedConnectionJobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._opener = opener
        known = saved.known()
        self._lasting_problem = shown(known.problem)
        known_connections = {host.address.key: known.find(host.address.key) for host in names.hosts}
        self._before = {key: c for key, c in known_connections.items() if c is not None}
        self._known = {key: c for key, c in self._before.items() if not missing_text(c, has_password=c.remember)}
        self.setWindowTitle(self.tr("Open a list of hosts"))
        self.picker = HostPicker(names.hosts)
        self.as_before = QCheckBox(
            shown(
                WINDOW.tr("Use &saved credentials for %n host", "Use &saved credentials for %n hosts", len(self._known))
            )
        )
        self.as_before.setChecked(bool(self._known))
        self.as_before.setVisible(bool(self._known))
        self.fields = QWidget()
        self.login = LoginFields(self)
        self.login.add_to(FormGrid(self.fields))
        self.login.show_remembered(remembered=False)
        self.login.identity_note.https_button.hide()  # a host that speaks it is listed by its URL
        if known.connections:
            self.login.user_edit.setText(known.connections[0].user)
        self.problems = code_view(self.tr("Omitted from the list"))
        self.problem_label = plain_label("", "warning")
        self.cancel_button = push_button(self.tr("&Cancel"), self.reject)
        self.open_button = push_button("", self._on_open_clicked, tone="primary", is_default=True)
        self._lay_out()
        self.picker.changed.connect(self._show_what_applies)
        self.as_before.toggled.connect(self._show_what_applies)
        self.login.changed.connect(self._show_what_applies)
        self.finished.connect(self.login.password_edit.clear)
        self._show_what_applies()
        (self.login.user_edit if self.fields.isVisibleTo(self) else self.open_button).setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top where not everything fits: the first field would be scrolled to, and the hosts out of sight."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and layout.totalHeightForWidth(self.width()) > self.height():
            self.picker.list.setFocus()

    def _lay_out(self) -> None:
        heading = ElidedLabel("dialogTitle", self.windowTitle())
        hint = plain_label(self.tr("Only the selected hosts are contacted, all with one account."), "muted")
        left_out = self._left_out()
        self.problems.setPlainText("\n".join(left_out))
        self.problems.setVisible(bool(left_out))
        lines = self.problems.fontMetrics().lineSpacing() * len(left_out)
        self.problems.setFixedHeight(min(lines + 2 * _MARGIN, _MOST))
        dialog_layout(
            self,
            dialog_header(SignLabel("playlist-plus", Tone.ACCENT), heading, hint),
            self.picker,
            self.problems,
            self.as_before,
            self.fields,
            self.problem_label,
            dialog_buttons([], [self.cancel_button, self.open_button]),
        )

    def _left_out(self) -> list[str]:
        names = self._names
        lines = []
        for item in names.left_out:
            excerpt = f"{one_line(item.excerpt)} - " if item.excerpt else ""
            line = self.tr("Line {number}: {excerpt}{reason}")
            lines.append(line.format(number=item.line, excerpt=excerpt, reason=shown(item.reason)))
        if names.repeated:
            lines.append(self.tr("Listed more than once: {count}").format(count=names.repeated))
        if names.too_many:
            lines.append(self.tr("Omitted because there are too many: {count}").format(count=names.too_many))
        return lines

    def _show_what_applies(self) -> None:
        set_text_or_hide(self.problem_label, self._lasting_problem)
        count = len(self.picker.checked())
        self.open_button.setText(shown(WINDOW.tr("&Open %n host", "&Open %n hosts", count)))
        self.open_button.setEnabled(count > 0)
        asked_for = self._asked_for()
        self.fields.setVisible(bool(asked_for))
        exposed = filter(None, (identity_unverified(self._connection(address)) for address in asked_for))
        self.login.show_exposure(next(exposed, NOTHING))

    def _asked_for(self) -> tuple[HostAddress, ...]:
        """Return the hosts that the fields are for."""
        known = self._known if self.as_before.isChecked() else {}
        return tuple(address for address in self.picker.checked() if address.key not in known)

    def _on_open_clicked(self) -> None:
        asked_for = {address.key for address in self._asked_for()}
        password = self.login.password()
        requests = []
        for address in self.picker.checked():
            if address.key not in asked_for:
                requests.append(ConnectRequest(self._known[address.key]))
                continue
            connection = self._connection(address)
            problem = refusal(connection) or missing_text(connection, has_password=bool(password))
            if problem:
                message = f"{address.label}: {shown(problem)}" if len(asked_for) > 1 else shown(problem)
                set_text_or_hide(self.problem_label, message)
                return
            requests.append(ConnectRequest(connection, password))
        for request in filter(lambda request: request.password, requests):
            self._opener.allow_retry(request)
        self.accept()
        self.requests_made.emit(tuple(requests))

    def _connection(self, address: HostAddress) -> Connection:
        """Another account; the certificate that is trusted, and whatever else was set for a host, stays."""
        scheme, user = self.login.scheme().key, self.login.user()
        return replace(
            self._before.get(address.key, Connection(scheme, user, address)),
            authentication=scheme,
            user=user,
            remember=self.login.remember.isChecked(),
            client_certificate=self.login.certificate_path(),
            client_key=self.login.key_path(),
        )
