"""The style sheet of the window. Its variables are the roles of a theme (``theme.Colors``) and its marks."""

from string import Template

STYLE_SHEET = Template(
    """
QMainWindow, QDialog, QFrame#page { background: $background; }
QToolBar { background: $panel; border: none; border-bottom: 1px solid $line; padding: 2px 8px; spacing: 4px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px 9px; color: $text; }
QToolButton:hover { background: $background; border-color: $line; }
QToolButton#withMenu { padding-right: 22px; }
QToolButton::menu-button { border: none; width: 20px; }
QToolButton#framed { background: $panel; border-color: $control; }
QToolButton:checked { background: $selection; border-color: $control; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $muted; }
QMenuBar { background: $panel; }
QMenuBar::item { padding: 5px 9px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: $selection; color: $text; }
QMenu { background: $panel; border: 1px solid $control; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 22px; border-radius: 4px; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QTableView, QTreeView, QListView { background: $panel; border: 1px solid $control; border-radius: 6px; }
QPlainTextEdit, QTextBrowser { background: $panel; border: 1px solid $control; border-radius: 6px; }
QTableView:focus, QTreeView:focus, QListView:focus, QPlainTextEdit:focus, QTextBrowser:focus { border-color: $accent; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 6px; }
QTreeView::item { padding: 4px; min-height: 18px; }
QTableView::item:selected, QTreeView::item:selected { background: $selection; color: $text;
    border-top: 1px solid $accent; border-bottom: 1px solid $accent; }
QListView::item:selected { background: $selection; color: $text; border: 1px solid $accent; }
QListView, QTableView, QTreeView { outline: 0; }
QListView { padding: 4px; }
QListView::item { border: 1px solid transparent; border-radius: 6px; padding: 0 6px; min-height: 24px; }
QHeaderView { background: $panel; border: none; border-top-left-radius: 8px; border-top-right-radius: 8px; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 5px 8px; font-weight: 600; }
QHeaderView::section:vertical { color: $text; font-weight: 400; border-bottom: 1px solid $line; }
QTableCornerButton::section { background: $panel; border: none; border-bottom: 1px solid $line; }
QLineEdit, QAbstractSpinBox { background: $panel; border: 1px solid $control; border-radius: 5px; padding: 5px 6px; }
QLineEdit:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 4px 5px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; border: none; background: transparent;
    width: 22px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: 14px; height: 14px; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: 14px; height: 14px; position: relative; top: 1px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off { image: url("$up_off"); }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off { image: url("$down_off"); }
QLineEdit:disabled, QAbstractSpinBox:disabled { background: $background; border-color: $line; color: $muted; }
QPushButton { background: $panel; border: 1px solid $control; border-radius: 6px; padding: 6px 16px; }
QPushButton:hover { background: $background; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 15px; }
QPushButton:disabled { color: $muted; border-color: $line; }
QPushButton[tone="primary"] { background: $accent; color: $panel; border-color: $accent; font-weight: 600; }
QPushButton[tone="danger"] { background: $deny; color: $panel; border-color: $deny; font-weight: 600; }
QPushButton[tone="primary"]:focus, QPushButton[tone="danger"]:focus { border: 2px solid $text; }
QPushButton[tone="primary"]:disabled, QPushButton[tone="danger"]:disabled { background: $line; border-color: $line;
    color: $muted; }
QPushButton#fold { background: transparent; border-color: transparent; padding: 5px 8px 5px 4px; }
QPushButton#fold:focus { border-color: $accent; padding: 4px 7px 4px 3px; }
QScrollArea#body, QWidget#body { background: transparent; border: none; }
QCheckBox, QRadioButton { min-height: 24px; border: 1px solid transparent; border-radius: 4px; padding: 0 2px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator, QTreeView::indicator { width: 13px; height: 13px;
    border: 1px solid $muted; border-radius: 3px; background: $panel; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:indeterminate, QTableView::indicator:indeterminate, QListView::indicator:indeterminate,
QTreeView::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$dash"); }
QCheckBox::indicator:checked:disabled, QListView::indicator:checked:disabled { background: $muted; border-color: $muted; }
QCheckBox::indicator:unchecked:disabled { border-color: $line; }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid $muted; border-radius: 7px;
    background: $panel; }
QRadioButton::indicator:checked { width: 7px; height: 7px; border: 4px solid $accent; border-radius: 7px; }
QComboBox { combobox-popup: 0; background: $panel; border: 1px solid $control; border-radius: 5px; padding: 5px 6px; }
QComboBox:focus { border: 2px solid $accent; padding: 4px 5px; }
QComboBox:disabled { background: $background; border-color: $line; color: $muted; }
QComboBox::drop-down { subcontrol-origin: border; border: none; width: 22px; right: 3px; }
QComboBox::down-arrow { image: url("$down"); width: 16px; height: 16px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { background: transparent; border: none; padding: 0; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $control; border-radius: 0; padding: 0;
    selection-background-color: $selection;
    selection-color: $text; }
QTabWidget::pane { border: none; padding-top: 4px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 5px 12px; border: 1px solid transparent;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { border: 1px solid $accent; border-bottom: 2px solid $accent; border-radius: 4px; }
QScrollBar { background: transparent; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $muted; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QStatusBar { background: $panel; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 3px 6px; }
QStatusBar QPushButton { padding: 2px 12px; }
QStatusBar QPushButton:focus { padding: 1px 11px; }
QProgressBar { border: 1px solid $control; border-radius: 4px; background: $background; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QToolTip { background: $panel; color: $text; border: 1px solid $control; padding: 4px; }
QLabel#banner { background: $selection; color: $text; border-radius: 8px; padding: 4px 12px; }
QFrame#pendingLine { background: $selection; border-radius: 8px; }
QLabel#warning { background: $warning_ground; color: $warning; border-radius: 8px; padding: 9px 12px; }
QLabel#dialogTitle { font-size: 14pt; font-weight: 700; }
QLabel#headline { font-weight: 700; }
QLabel#messageTitle { font-size: 13pt; font-weight: 600; }
QLabel#muted { color: $muted; }
QPlainTextEdit#sentence { background: transparent; border: none; }
QLabel#verdict { font-weight: 600; }
QLabel[tone="allow"] { color: $allow; }
QLabel[tone="deny"] { color: $deny; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="muted"] { color: $muted; }
QLineEdit[wrong="true"] { border-color: $deny; color: $deny; }
"""
)
