"""Two snapshots as a tree: what it shows, and what can be ticked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from gatepost.endpoints.compare.comparison import compare
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.models.comparison_tree import ComparisonColumn, ComparisonTree
from tests.endpoints.documents import HOST, USER01, configuration, document, sddl, snapshot

CHECK = Qt.ItemDataRole.CheckStateRole
UNCHECKED, PARTIAL, CHECKED = Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked
LEFT = snapshot(
    configuration("P(A;;GA;;;BA)", name="same"),
    configuration(f"P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GX;;;{USER01})", name="other", enabled=False),
    configuration("P(A;;GA;;;BA)", name="<b>here</b>\u202e"),
)
RIGHT = replace(
    snapshot(
        configuration("P(A;;GA;;;BA)", name="same"),
        configuration("P(A;;GA;;;BA)", name="other", attributes='RunAsUser="CONTOSO\\svc"'),
        configuration("P(A;;GA;;;BA)", name="there"),
    ),
    host=replace(HOST, name="SRV02"),
    root_sddl=sddl("P(A;;GA;;;BA)"),
)


@pytest.fixture
def tree(qtmodeltester):
    model = ComparisonTree()
    qtmodeltester.check(model, force_py=True)
    yield model
    qtmodeltester.check(model, force_py=True)


def shown(model, only_differences=True, writable=True):
    model.show_comparison(compare(LEFT, RIGHT), only_differences=only_differences, writable=writable)
    return [line for row in range(model.rowCount()) for line in dump(model, model.index(row, 0))]


def dump(model, index, depth=0):
    """The row and everything under it as text."""
    cells = [model.index(index.row(), column, index.parent()).data() for column in ComparisonColumn]
    yield "  " * depth + " | ".join(cells)
    for row in range(model.rowCount(index)):
        yield from dump(model, model.index(row, 0, index), depth + 1)


def find(model, name) -> QModelIndex:
    return next(model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data() == name)


def test_everything_that_differs_is_shown(tree):
    assert shown(tree) == [
        "RootSDDL | setting of the host |  | ",
        "  NT AUTHORITY\\INTERACTIVE |  | Allow Read(Get,Enumerate,Subscribe) | none",
        "other | 4 differences | Disabled | Remote",
        "  Enabled |  | no | yes",
        "  NT AUTHORITY\\NETWORK |  | Deny Full Control(All Operations) | none",
        "  DOMAIN01\\User01 |  | Allow Execute(Invoke) | none",
        "  RunAsUser |  | empty | CONTOSO\\svc",
        "<b>here</b>\u27e8U+202E\u27e9 | Only in the reference | Remote | absent",
        "there | Only in the target | absent | Remote",
    ]
    assert tree.headerData(ComparisonColumn.LEFT, Qt.Orientation.Horizontal) == "Reference: SERVER01"
    assert tree.headerData(ComparisonColumn.RIGHT, Qt.Orientation.Horizontal) == "Target: SRV02"


def test_the_same_is_shown_on_request(tree):
    assert "same | Same | Remote | Remote" in shown(tree, only_differences=False)


def test_an_endpoint_is_ticked_with_all_that_can_be_taken_over(tree):
    shown(tree)
    other = find(tree, "other")
    assert [tree.index(row, 0, other).data(CHECK) for row in range(4)] == [UNCHECKED] * 3 + [None]
    assert tree.setData(other, CHECKED, CHECK)
    assert [d.part.name for d in tree.chosen()["other"]] == ["ENABLED", "ENTRY", "ENTRY"]
    assert other.data(CHECK) == CHECKED
    tree.setData(tree.index(0, 0, other), UNCHECKED, CHECK)
    assert other.data(CHECK) == PARTIAL
    assert [d.part.name for d in tree.chosen()["other"]] == ["ENTRY", "ENTRY"]
    tree.setData(other, UNCHECKED, CHECK)
    assert tree.chosen() == {}


def test_all_can_be_ticked_at_once(tree, qtbot):
    shown(tree)
    with qtbot.waitSignal(tree.chosen_changed):
        tree.choose_all()
    assert list(tree.chosen()) == ["other"]


def test_what_is_not_on_both_sides_or_of_the_host_cannot_be_ticked(tree):
    shown(tree)
    for name in ("RootSDDL", "<b>here</b>\u27e8U+202E\u27e9", "there"):
        index = find(tree, name)
        assert index.data(CHECK) is None
        assert not tree.setData(index, CHECKED, CHECK)
    assert tree.chosen() == {}


def test_nothing_can_be_ticked_where_nothing_may_be_written(tree):
    shown(tree, writable=False)
    other = find(tree, "other")
    assert other.data(CHECK) is None
    assert not other.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert not tree.setData(other, CHECKED, CHECK)


def test_tips_are_plain_text(tree):
    shown(tree)
    tip = find(tree, "<b>here</b>\u27e8U+202E\u27e9").data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;here" in tip


def test_another_comparison_forgets_what_was_ticked(tree):
    shown(tree)
    tree.choose_all()
    shown(tree)
    assert tree.chosen() == {}
    tree.show_comparison(None, only_differences=True, writable=True)
    assert tree.rowCount() == 0


def test_descriptors_that_cannot_be_read_are_shown_as_they_stand(tree):
    bad = SessionConfiguration.from_xml(document(sddls=("rub\u202ebish",)))
    tree.show_comparison(compare(snapshot(bad), snapshot(configuration("P"))), only_differences=True, writable=True)
    assert list(dump(tree, tree.index(0, 0)))[1].startswith("  Descriptor |  | rub\u27e8U+202E\u27e9bish | O:NSG")
