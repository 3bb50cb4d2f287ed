"""Two hosts, or what they were, side by side; and the way to make one like the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHeaderView, QStyleOptionViewItem, QTreeView, QWidget
from typing_extensions import override

from gatepost.backend.files.snapshot_file import SavedSnapshot
from gatepost.endpoints.compare.align import align
from gatepost.endpoints.compare.comparison import Comparison, ComparisonState, compare
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import WINDOW
from gatepost.jobs.job import Job
from gatepost.models.comparison_tree import ComparisonColumn, ComparisonTree
from gatepost.models.window_text import enumerated, one_line, shown
from gatepost.session.host_session import HostSession
from gatepost.ui.dialogs.fitted import FittedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_layout
from gatepost.ui.files.compare_sides import Side, open_sides, place_of
from gatepost.ui.widgets.boxes import STRETCH, grid, hbox
from gatepost.ui.widgets.fields import ChoiceBox
from gatepost.ui.widgets.plain_widgets import IconButton, button_text, label_for, plain_label, push_button, shortened
from gatepost.ui.widgets.tables import give_header_menu
from gatepost.ui.widgets.tick_delegate import TickDelegate

Run = Callable[[Callable[[], Comparison]], Job[Comparison]]
AskForSnapshot = Callable[[Callable[[Path, SavedSnapshot], None], QWidget], None]
_MANY = 40  # endpoints; fewer are unfolded at once
_ROW = 28  # pixels
_LONGEST = 40  # characters of a host's name on a button


class CompareDialog(FittedDialog):
    """Stays open beside the window; ``sessions`` gives the open hosts. What is ticked on the right can be made like the left."""

    align_requested = Signal(object, object)  # HostSession, what works the ChangeSet out

    def __init__(
        self,
        sessions: Callable[[], Sequence[HostSession]],
        current: HostSession | None,
        ask_for_snapshot: AskForSnapshot,
        run: Run,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare"))
        self._sessions = sessions
        self._ask_for_snapshot = ask_for_snapshot
        self._run = run
        self._running: Job[Comparison] | None = None
        self._sides = open_sides(sessions())
        self._comparison: Comparison | None = None
        self._why_none = ""  # in place of a comparison
        self.left_box, self.right_box = ChoiceBox(), ChoiceBox()
        self.swap_button = IconButton("swap-horizontal", self.tr("S&wap"), self._swap)
        self.only_differences = QCheckBox(self.tr("&Only differences"))
        self.ignore_order = QCheckBox(self.tr("&Ignore the order of entries"))
        self.summary = plain_label()
        self.model = ComparisonTree(self)
        self.tree = QTreeView()
        self.all_button = IconButton("check-all", self.tr("Select a&ll"), self.model.choose_all)
        self.make_like_button = push_button("", self._on_make_like_clicked, tone="primary")
        self.close_button = push_button(self.tr("&Close"), self.reject, is_default=True)
        self._lay_out()
        self._fill_boxes()
        self._choose_first(current)
        self._connect()
        self._compare()
        self.resize(1080, 680)
        self.left_box.setFocus()

    def refresh(self) -> None:
        """Take what was read, opened or closed since; ticks stay while neither of the two sides is new."""
        sides = [*open_sides(self._sessions()), *(side for side in self._sides if side.session is None)]
        if [id(side.snapshot) for side in sides] == [id(side.snapshot) for side in self._sides]:
            self._show_button()  # a host may have become busy
            return
        boxes = (self.left_box, self.right_box)
        before = self._compared()
        self._sides = sides
        self._fill_boxes()
        for box, side in zip(boxes, before, strict=True):
            with QSignalBlocker(box):
                box.setCurrentIndex(place_of(side, sides))
        if [side and id(side.snapshot) for side in before] != [side and id(side.snapshot) for side in self._compared()]:
            self._compare()

    def _compared(self) -> tuple[Side | None, Side | None]:
        return self.left_box.currentData(), self.right_box.currentData()

    def _lay_out(self) -> None:
        self.only_differences.setChecked(True)
        choices = grid(10, 4)
        for box in (self.left_box, self.right_box):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setPlaceholderText(self.tr("Select a host or a file"))
            box.setMinimumContentsLength(20)  # a long name is left out in part, and the dialog keeps its width
        for column, (box, label) in enumerate(
            ((self.left_box, self.tr("Re&ference")), (self.right_box, self.tr("&Target")))
        ):
            choices.addWidget(label_for(box, label), 0, column * 2)
            choices.addWidget(box, 1, column * 2)
            choices.setColumnStretch(column * 2, 1)
        choices.addWidget(self.swap_button, 1, 1)
        filters = hbox(self.only_differences, self.ignore_order, STRETCH, spacing=18)
        self._set_up_tree()
        bottom = dialog_buttons([self.all_button], [self.close_button, self.make_like_button])
        dialog_layout(self, choices, filters, self.summary, self.tree, bottom)

    def _set_up_tree(self) -> None:
        tree = self.tree
        tree.setModel(self.model)
        tree.setItemDelegate(_RowDelegate(tree))
        tree.setAccessibleName(self.tr("Endpoints and differences"))
        tree.setUniformRowHeights(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setAllColumnsShowFocus(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        give_header_menu(tree)
        header = tree.header()
        header.setStretchLastSection(True)
        header.setSectionsMovable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in (
            (ComparisonColumn.NAME, 340),
            (ComparisonColumn.RESULT, 150),
            (ComparisonColumn.LEFT, 260),
        ):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            tree.setColumnWidth(column, width)

    def _fill_boxes(self) -> None:
        for box in (self.left_box, self.right_box):
            chosen = box.currentIndex()
            with QSignalBlocker(box):
                box.clear()
                for side in self._sides:
                    box.addItem(one_line(side.words), side)
                box.addItem(self.tr("Open a file..."), None)
                box.setCurrentIndex(chosen)

    def _choose_first(self, current: HostSession | None) -> None:
        """The host that is shown on the right; on the left another one, a file before anything else, if there is one."""
        number = next((n for n, side in enumerate(self._sides) if side.session is current), 0)
        others = [n for n in range(len(self._sides)) if n != number]
        files = [n for n in others if self._sides[n].is_file]
        if current is not None and current.kind is HostKind.FILE and len(others) > len(files):
            live = next(n for n in others if n not in files)
            number, files = live, [number]
        self.right_box.setCurrentIndex(number)
        self.left_box.setCurrentIndex(next(iter(files or others), -1))

    def _connect(self) -> None:
        self.left_box.activated.connect(lambda _: self._on_chosen(self.left_box))
        self.right_box.activated.connect(lambda _: self._on_chosen(self.right_box))
        self.left_box.currentIndexChanged.connect(self._compare)
        self.right_box.currentIndexChanged.connect(self._compare)
        self.only_differences.toggled.connect(self._show)
        self.ignore_order.toggled.connect(self._compare)
        self.model.chosen_changed.connect(self._show_button)
        self.finished.connect(self._stop)

    def _on_chosen(self, box: ChoiceBox) -> None:
        if box.currentData() is None:
            self._ask_for_snapshot(lambda _, saved: self._add_file(box, saved), self)

    def _add_file(self, box: ChoiceBox, saved: SavedSnapshot) -> None:
        self._sides.append(Side(saved.snapshot.host.name, saved.snapshot))
        self._fill_boxes()
        box.setCurrentIndex(len(self._sides) - 1)
        self._compare()

    def _swap(self) -> None:
        left, right = self.left_box.currentIndex(), self.right_box.currentIndex()
        self.left_box.setCurrentIndex(right)
        self.right_box.setCurrentIndex(left)

    def _compare(self) -> None:
        left, right = self._compared()
        self._comparison = self._running = None
        self._why_none = self.tr("Select a reference and a target.")
        if left is not None and right is not None:
            work = partial(compare, left.snapshot, right.snapshot, ignore_order=self.ignore_order.isChecked())
            job = self._running = self._run(work)
            job.then(partial(self._on_compared, job), crashed=partial(self._on_crashed, job))
            self._why_none = self.tr("Comparing...")
        self._show()

    def _stop(self) -> None:
        self._running = None  # whatever is still being compared comes too late

    def _on_compared(self, job: Job[Comparison], comparison: Comparison) -> None:
        """Show a comparison, unless another one has been asked for meanwhile."""
        if job is self._running:
            self._comparison, self._running = comparison, None
            self._show()

    def _on_crashed(self, job: Job[Comparison]) -> None:
        if job is self._running:
            self._why_none = self.tr("Unexpected error in Gatepost: the comparison couldn't be completed.")
            self._show()

    def _show(self) -> None:
        _, right = self._compared()
        writable = right is not None and right.can_be_changed
        self.model.show_comparison(
            self._comparison, only_differences=self.only_differences.isChecked(), writable=writable
        )
        self.summary.setText(self._summary())
        if self.model.rowCount() <= _MANY:
            self.tree.expandAll()
        self.tree.setCurrentIndex(self.model.index(0, 0))

    def _summary(self) -> str:
        comparison = self._comparison
        if comparison is None:
            return self._why_none
        counts = (
            (self.tr("{count} same"), comparison.count(ComparisonState.SAME)),
            (self.tr("{count} different"), comparison.count(ComparisonState.DIFFERENT)),
            (self.tr("{count} only in the reference"), comparison.count(ComparisonState.ONLY_LEFT)),
            (self.tr("{count} only in the target"), comparison.count(ComparisonState.ONLY_RIGHT)),
        )
        totals = enumerated(template.format(count=count) for template, count in counts if count) or self.tr(
            "No endpoints"
        )
        same = comparison.count(ComparisonState.SAME)
        if same and same == sum(count for _, count in counts):
            totals = shown(WINDOW.tr("No differences in %n endpoint", "No differences in %n endpoints", same))
        root = self.tr("RootSDDL differs.") if comparison.root else ""
        return f"{totals}. {root}".rstrip()

    def _show_button(self) -> None:
        _, right = self._compared()
        for button in (self.all_button, self.make_like_button):
            button.setVisible(right is not None and right.can_be_changed)
        if right is not None:
            name = button_text(shortened(one_line(right.snapshot.host.name), _LONGEST))
            self.make_like_button.setText(self.tr("&Apply selected to {host}...").format(host=name))
        self.all_button.setEnabled(self.model.has_choices())
        ready = right is not None and right.is_ready
        self.make_like_button.setEnabled(ready and bool(self.model.chosen()))

    def _on_make_like_clicked(self) -> None:
        _, right = self._compared()
        if self._comparison is not None and right is not None and right.session is not None:
            plan = partial(align, self._comparison, self.model.chosen())
            self.align_requested.emit(right.session, plan)


class _RowDelegate(TickDelegate):
    """Rows as high as a finger or a check box wants them."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)
