"""The page of a host that tells what it is, who may administer WinRM on it, and where it listens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QStackedWidget, QWidget
from typing_extensions import override

from gatepost.endpoints.errors import HostError, Result, T
from gatepost.endpoints.host.facts import ComputerFacts, HostFacts, SystemFacts
from gatepost.endpoints.host.settings import Listener
from gatepost.models.endpoints.ace_table import root_rows
from gatepost.models.roles import Tone
from gatepost.models.window_text import enumerated, one_line, shown
from gatepost.security import NO_ACCOUNTS, Accounts
from gatepost.ui.hosts.page import AskingPage
from gatepost.ui.widgets.boxes import Grow, vbox
from gatepost.ui.widgets.entry_table import EntryTable
from gatepost.ui.widgets.lines import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import plain_label


class FactsPage(AskingPage[HostFacts]):
    """Facts on top, RootSDDL's entries and the listeners under them; each may be missing by itself."""

    def __init__(self) -> None:
        super().__init__(lambda host, context: host.reader.facts(context))
        self.headline = plain_label(name="headline")
        self.system, self.computer, self.powershell = plain_label(), plain_label(), plain_label()
        self.entries_view = EntryTable(self.tr("Entries of RootSDDL"))
        self.entries = self.entries_view.entries
        address_columns = (self.tr("Listener"), 260), (self.tr("Port"), 70)
        how = (self.tr("State"), 170), (self.tr("Addresses"), 300)
        self.listeners = LinesTable(self.tr("Listeners"), *address_columns, *how, stretched=3)
        self.root = _Part(self.entries_view)
        self.listening = _Part(self.listeners)
        self.setFocusProxy(self.entries_view)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(6)
        for label, value in (
            (self.tr("Operating system"), self.system),
            (self.tr("Role"), self.computer),
            (self.tr("PowerShell"), self.powershell),
        ):
            name = QLabel(label)
            name.setObjectName("muted")
            form.addRow(name, value)
        vbox(
            self.headline,
            form,
            _heading(self.tr("Who can administer WinRM and use winrs (RootSDDL)")),
            Grow(self.root, 3),
            _heading(self.tr("Listeners")),
            Grow(self.listening, 2),
            on=self,
            spacing=8,
            margins=(0, 6, 0, 0),
        )

    @override
    def _show(self) -> None:
        snapshot, facts = self._snapshot, self._answer
        if snapshot is None:
            self.headline.setText(self.tr("Open a host to see its details."))
            self._show_nothing("")
            return
        self.headline.setText(one_line(snapshot.host.name))
        if facts is not None:
            self._show_system(facts)
            self._show_root(facts.root_sddl, snapshot.accounts)
            self._show_listeners(facts.listeners)
        elif self._error is not None and not self._is_reading:
            self._show_nothing(shown(self._error.text))
        else:
            self._show_nothing(self.tr("Reading..."))

    def _show_nothing(self, message: str) -> None:
        for label in (self.system, self.computer, self.powershell):
            label.setText(message)
        self.entries.set_rows((), NO_ACCOUNTS)
        self.listeners.set_rows([])
        self.root.show_text(message)
        self.listening.show_text(message)

    def _show_system(self, facts: HostFacts) -> None:
        self.system.setText(_text_of(facts.system, self._system_text))
        self.computer.setText(_text_of(facts.computer, _computer_text))
        self.powershell.setText(_text_of(facts.powershell, self._powershell_text))

    def _system_text(self, system: SystemFacts) -> str:
        template = self.tr("{name}, version {version}")
        return template.format(name=one_line(system.caption), version=one_line(system.version))

    def _powershell_text(self, versions: tuple[str, ...]) -> str:
        return one_line(enumerated(map(_family, versions))) or self.tr("none found")

    def _show_root(self, root_sddl: Result[str], accounts: Accounts) -> None:
        if isinstance(root_sddl, HostError):
            self.entries.set_rows((), NO_ACCOUNTS)
            self.root.show_text(shown(root_sddl.text))
            return
        rows = root_rows(root_sddl)
        self.entries.set_rows(rows, accounts)
        self.root.show_text("" if rows else self.tr("No readable entries."))

    def _show_listeners(self, listeners: Result[tuple[Listener, ...]]) -> None:
        if isinstance(listeners, HostError):
            self.listeners.set_rows([])
            self.listening.show_text(shown(listeners.text))
            return
        self.listeners.set_rows([self._listener(each) for each in listeners])
        self.listening.show_text(
            "" if listeners else self.tr("No listeners. The host responds to local requests only.")
        )

    def _listener(self, listener: Listener) -> tuple[Cell, ...]:
        state = self.tr("enabled") if listener.enabled else self.tr("disabled")
        if listener.from_policy:
            state = self.tr("{state}, set by policy").format(state=state)
        where = enumerated(listener.reaches) or listener.hostname
        return (
            (Line(one_line(listener.key), bold=True),),
            (Line(str(listener.port)),),
            (Line(state),),
            (Line(one_line(where), Tone.MUTED),),
        )


class _Part(QStackedWidget):
    """A table, or why there is none."""

    def __init__(self, table: QWidget) -> None:
        super().__init__()
        self.said = plain_label(name="muted")
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.addWidget(table)
        self.addWidget(self.said)

    def show_text(self, text: str) -> None:
        """Show a sentence; an empty one shows the table."""
        self.said.setText(text)
        self.setCurrentIndex(1 if text else 0)


def _heading(text: str) -> QLabel:
    label = plain_label(text, "headline")
    label.setContentsMargins(0, 8, 0, 0)
    return label


def _family(version: str) -> str:
    """Return a version with the name of the product that counts so: Windows PowerShell ended with 5.1."""
    major = version.partition(".")[0]
    is_windows = major.isascii() and major.isdigit() and int(major) < 6
    return f"Windows PowerShell {version}" if is_windows else f"PowerShell {version}"


def _text_of(reading: Result[T], to_text: Callable[[T], str]) -> str:
    return shown(reading.text) if isinstance(reading, HostError) else to_text(reading)


def _computer_text(computer: ComputerFacts) -> str:
    return f"{shown(computer.role_words)}: {one_line(computer.domain)}"
