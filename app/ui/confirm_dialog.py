"""The one question before every write: exactly what would change, on one page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.endpoints.change_set import ChangeSet, Order
from app.endpoints.snapshot import HostSnapshot
from app.models.change_table import ChangeTableModel, Column, change_rows
from app.models.plain import visible
from app.ui import confirm_words
from app.ui.icons import icon
from app.ui.tables import fit_height, set_up_table
from app.ui.wording import shown

_BUTTON_WIDTH = 380


class ConfirmDialog(QDialog):
    """Shows a change set; ``confirmed`` carries the reason. As a preview it has no button to confirm."""

    confirmed = Signal(str)  # the reason or ticket, as typed
    include_disabled_changed = Signal(bool)

    def __init__(
        self, change_set: ChangeSet, snapshot: HostSnapshot, preview: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._snapshot = snapshot
        self._preview = preview
        self.change_set = change_set
        self.model = ChangeTableModel(self)
        self._icon = QLabel()
        self._title = _label("dialogTitle")
        self._effect = _label("muted")
        self._where = _label("muted")
        self._table = QTableView()
        set_up_table(self._table, self.model, self.tr("Endpoints and what changes in them"))
        self._table.setColumnWidth(Column.ENDPOINT, 220)
        self._table.setColumnWidth(Column.ACCESS, 150)
        self.include_disabled = QCheckBox()
        self.include_disabled.toggled.connect(self.include_disabled_changed)
        self._warnings = _label("warning")
        self._stays = _label("warning")
        self._powershell = _code(self.tr("PowerShell that does the same"))
        self._sddl = _code(self.tr("SDDL before and after"))
        self._losers = _code(self.tr("Who loses access"))
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        for page, title in (
            (self._powershell, self.tr("PowerShell")),
            (self._sddl, self.tr("SDDL before and after")),
            (self._losers, self.tr("Who loses access")),
        ):
            self._tabs.addTab(page, title)
        self.reason_edit = QLineEdit()
        self.reason_edit.setPlaceholderText(self.tr("Reason or ticket, for the journal"))
        self.reason_edit.setAccessibleName(self.tr("Reason or ticket"))
        self.reason_edit.setMaxLength(500)
        self.confirm_button = QPushButton()
        self.confirm_button.setAutoDefault(False)
        self.confirm_button.clicked.connect(self._confirm)
        self.cancel_button = QPushButton()
        self.cancel_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out()
        self.set_change_set(change_set)
        self.cancel_button.setFocus()

    def set_change_set(self, change_set: ChangeSet) -> None:
        """Show another version of the same order."""
        self.change_set = change_set
        host = change_set.host
        verb, count = visible(shown(change_set.verb)), len(change_set.effective)
        title = self.tr("Preview: {verb} on {host}") if self._preview else self.tr("{verb} on {host}?")
        self._title.setText(title.format(verb=verb, host=visible(host.name)))
        self.setWindowTitle(self._title.text())
        self._effect.setText(confirm_words.effect(change_set))
        self._where.setText(
            visible(
                self.tr("{host} as {account}, {authentication}").format(
                    host=host.name, account=host.account, authentication=host.authentication
                )
            )
        )
        self._show_rows(change_set)
        self._show_pages(change_set)
        self._show_buttons(f"{verb} {self.tr('on')} {visible(host.name)}", bool(count))

    def _show_rows(self, change_set: ChangeSet) -> None:
        rows = change_rows(change_set, self._snapshot.names)
        self.model.set_rows(rows)
        fit_height(self._table, len(rows), 8)
        disabled = sum(not c.enabled for c in self._snapshot.configurations)
        self.include_disabled.setText(
            self.tr("Also close the {count} &disabled endpoints; they stay disabled").format(count=disabled)
        )
        self.include_disabled.setVisible(change_set.order is Order.DISABLE_REMOTING and disabled > 0)
        warnings = "\n".join(shown(w) for w in change_set.warnings)
        self._warnings.setText(visible(warnings))
        self._warnings.setVisible(bool(warnings))
        stays = confirm_words.what_stays(change_set)
        self._stays.setText(stays)
        self._stays.setVisible(bool(stays))

    def _show_pages(self, change_set: ChangeSet) -> None:
        self._powershell.setPlainText(visible(change_set.powershell))
        self._sddl.setPlainText(visible(confirm_words.descriptors(change_set)))
        losers, said = confirm_words.who_loses(change_set, self._snapshot)
        self._losers.setPlainText(visible(said))
        self._tabs.setTabText(2, self.tr("Who loses access ({count})").format(count=losers))

    def _show_buttons(self, words: str, effective: bool) -> None:
        closing = confirm_words.closes(self.change_set)
        self._icon.setPixmap(
            icon("lan-disconnect" if closing else "lan-check", "deny" if closing else "allow").pixmap(34, 34)
        )
        fitting = self.confirm_button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _BUTTON_WIDTH)
        self.confirm_button.setText(fitting.replace("&", "&&"))
        self.confirm_button.setToolTip(words if fitting != words else "")
        self.confirm_button.setAccessibleName(words)
        self.confirm_button.setProperty("tone", "danger" if closing else "primary")
        self.confirm_button.style().polish(self.confirm_button)
        asks = effective and not self._preview
        self.confirm_button.setVisible(asks)
        self.reason_edit.setVisible(asks)
        self.cancel_button.setText(self.tr("Cancel") if asks else self.tr("Close"))

    def _lay_out(self) -> None:
        self.resize(900, 660)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._title, self._effect, self._where):
            words.addWidget(label)
        head.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        layout.addLayout(head)
        layout.addWidget(self._table, 3)
        layout.addWidget(self.include_disabled)
        layout.addWidget(self._warnings)
        layout.addWidget(self._stays)
        layout.addWidget(self._tabs, 2)
        layout.addWidget(self.reason_edit)
        copy = QPushButton(icon("content-copy"), self.tr("C&opy all"))
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.as_text()))
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.confirm_button)
        layout.addLayout(buttons)
        self.setTabOrder(self._tabs, self.reason_edit)
        self.setTabOrder(self.reason_edit, copy)
        self.setTabOrder(copy, self.cancel_button)
        self.setTabOrder(self.cancel_button, self.confirm_button)

    def as_text(self) -> str:
        """Return the whole page as text, to paste into a ticket."""
        rows = [
            "  ".join(str(self.model.index(row, column).data()) for column in Column)
            for row in range(self.model.rowCount())
        ]
        parts = [self._title.text(), self._effect.text(), self._where.text(), "", *rows, ""]
        parts += [self._warnings.text(), self._stays.text()]
        parts += [page.toPlainText() for page in (self._powershell, self._sddl, self._losers)]
        return "\n".join(part for part in parts if part)

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit(self.reason_edit.text().strip())


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _code(name: str) -> QPlainTextEdit:
    edit = QPlainTextEdit(readOnly=True)
    edit.setAccessibleName(name)
    edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    edit.setTabChangesFocus(True)
    edit.setMinimumHeight(60)
    return edit
