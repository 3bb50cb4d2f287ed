import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.models.endpoints import endpoint_row as endpoint_row_module
from gatepost.models.endpoints.endpoint_row import endpoint_row
from gatepost.models.endpoints.table import EndpointColumn, EndpointTableModel
from gatepost.models.roles import ToneRole, ValueRole
from gatepost.models.row_filter import RowFilter
from gatepost.security import NO_ACCOUNTS, Accounts
from tests.models.documents import endpoint, on_host, rows_of, snapshot
from tests.ui.pseudo import PseudoTranslator, pseudo

READ = snapshot(
    endpoint("microsoft.powershell"),
    endpoint("Closed", "D:P(D;;GA;;;NU)(A;;GA;;;BA)"),
    endpoint("Off", enabled=False),
    endpoint("Odd", "D:P(D;;GA;;;WD)"),
    endpoint("Bare", None),
    endpoint("Evil\u202e<b>", extra='RunAsUser="CONTOSO\\svc"'),
)


@pytest.fixture
def model(qtmodeltester, qapp):
    made = EndpointTableModel()
    qtmodeltester.check(made)
    return made


def dump(model, *columns):
    return ["|".join(model.index(r, c).data() for c in columns) for r in range(model.rowCount())]


@pytest.mark.parametrize("force_py", [False, True], ids=["cpp", "py"])
def test_the_endpoint_table_keeps_the_contract_of_a_qt_model(qtmodeltester, qapp, force_py):
    made = EndpointTableModel()
    made.set_rows(rows_of(READ))
    qtmodeltester.check(made, force_py=force_py)
    made.set_rows(rows_of(snapshot(endpoint("one"))))
    made.set_rows(())


def test_shows_every_endpoint_in_words(model):
    model.set_rows(rows_of(READ))
    assert dump(model, EndpointColumn.NAME, EndpointColumn.ACCESS, EndpointColumn.PERMISSION) == [
        r"microsoft.powershell|Remote|BUILTIN\Administrators AccessAllowed",
        r"Closed|Local|NT AUTHORITY\NETWORK AccessDenied, BUILTIN\Administrators AccessAllowed",
        r"Off|Disabled|BUILTIN\Administrators AccessAllowed",
        "Odd|Custom|Everyone AccessDenied",
        "Bare|Remote|Inherited from RootSDDL",
        "Evil\u27e8U+202E\u27e9<b>|Remote|BUILTIN\\Administrators AccessAllowed",
    ]
    assert model.index(5, EndpointColumn.RUN_AS).data() == r"CONTOSO\svc"
    assert model.index(3, EndpointColumn.FINDINGS).data(ToneRole) == "warning"
    assert model.data(QModelIndex()) is None


def test_a_descriptor_for_another_uri_is_not_shown_as_the_permission(model):
    """RootSDDL decides there, as the access and the finding say."""
    bare = endpoint("bare", "D:(A;;GA;;;WD)").document.replace(b'Security Uri="', b'Security Uri="http://other/')
    model.set_rows(rows_of(snapshot(SessionConfiguration.from_xml(bare))))
    assert dump(model, EndpointColumn.ACCESS, EndpointColumn.PERMISSION) == ["Remote|Inherited from RootSDDL"]
    assert "Everyone" not in model.index(0, EndpointColumn.PERMISSION).data(Qt.ItemDataRole.ToolTipRole)
    finding = "No security descriptor of the endpoint applies to its sessions, so RootSDDL decides who can open one."
    assert finding in model.index(0, EndpointColumn.FINDINGS).data(Qt.ItemDataRole.ToolTipRole)


def test_a_new_reading_of_the_same_endpoints_keeps_the_rows(model, qtbot):
    model.set_rows(rows_of(READ))
    renamed = replace(READ, accounts=READ.accounts.with_names({"S-1-5-32-544": "BUILTIN\\Administratoren"}))
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        assert model.set_rows(rows_of(renamed))
    with qtbot.waitSignal(model.modelReset):
        assert model.set_rows(rows_of(snapshot(endpoint("other"))))


def test_a_new_reading_that_shows_nothing_new_is_not_painted_again(model, qtbot):
    model.set_rows(rows_of(READ))
    later = replace(READ, read_at="2026-03-01T10:20:30+00:00")
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        assert not model.set_rows(rows_of(later))


def test_the_same_reading_is_not_shown_again(model, qtbot):
    rows = rows_of(READ)
    model.set_rows(rows)
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        assert not model.set_rows(rows)
    assert model.row(0) is rows[0]


def test_the_filter_wants_every_word_and_looks_everywhere(model, qtmodeltester):
    proxy = RowFilter()
    proxy.setSourceModel(model)
    qtmodeltester.check(proxy)
    model.set_rows(rows_of(READ))

    def left(typed):
        proxy.set_words(typed)
        return [proxy.index(r, 0).data(ValueRole).configuration.name for r in range(proxy.rowCount())]

    assert left("deny") == ["Closed", "Odd"]
    assert left("deny local") == ["Closed"]
    assert left(r"contoso\svc") == ["Evil\u202e<b>"]
    assert left("no such thing") == []
    assert len(left("  ")) == 6


def test_a_key_in_the_filter_looks_at_each_row_once(model, monkeypatch):
    proxy = RowFilter()
    proxy.setSourceModel(model)
    model.set_rows(rows_of(READ))
    asked = []
    found_by = model.filter_words
    monkeypatch.setattr(model, "filter_words", lambda number: asked.append(number) or found_by(number))
    proxy.set_words("deny")
    assert shown_names(proxy) == ["Closed", "Odd"]
    assert asked == list(range(6))


def test_the_filter_follows_the_rows(model):
    proxy = RowFilter()
    proxy.setSourceModel(model)
    model.set_rows(rows_of(READ))
    proxy.set_words("pending")
    assert shown_names(proxy) == []
    model.set_pending_changes({"Odd": False, "Closed": False})
    assert shown_names(proxy) == ["Closed", "Odd"]
    proxy.sort(EndpointColumn.NAME, Qt.SortOrder.DescendingOrder)
    assert shown_names(proxy) == ["Odd", "Closed"]
    model.set_pending_changes({"Odd": False})
    assert shown_names(proxy) == ["Odd"]
    model.set_rows(rows_of(snapshot(endpoint("Another", None))))
    assert shown_names(proxy) == []


def test_sorts_by_mode_and_by_loudest_finding(model):
    proxy = RowFilter()
    proxy.setSourceModel(model)
    model.set_rows(rows_of(READ))
    proxy.sort(EndpointColumn.ACCESS, Qt.SortOrder.AscendingOrder)
    assert [proxy.index(r, EndpointColumn.ACCESS).data() for r in range(6)] == ["Remote"] * 3 + [
        "Local",
        "Disabled",
        "Custom",
    ]
    proxy.sort(EndpointColumn.FINDINGS, Qt.SortOrder.AscendingOrder)
    assert proxy.index(0, EndpointColumn.FINDINGS).data(ToneRole) == "warning"


def shown_names(model) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def run_as(name: str, user: str) -> SessionConfiguration:
    return endpoint(name, None, extra=f'RunAsUser="{user}"')


def with_run_as(*users: str) -> HostSnapshot:
    return snapshot(*(run_as(name, user) for name, user in zip("abc", users, strict=True)))


def test_rows_stay_sorted_by_a_column_in_later_readings_and_go_back_to_the_order_of_the_host(qtmodeltester) -> None:
    model = EndpointTableModel()
    qtmodeltester.check(model)
    model.set_rows(rows_of(with_run_as("z", "y", "x")))
    model.sort(EndpointColumn.RUN_AS, Qt.SortOrder.AscendingOrder)
    assert shown_names(model) == ["c", "b", "a"]
    chosen = QPersistentModelIndex(model.index(0, 0))
    assert model.set_rows(rows_of(with_run_as("z", "x", "y")))
    assert (shown_names(model), chosen.row(), chosen.data()) == (["b", "c", "a"], 1, "c")
    assert model.number_of("a") == 2
    model.set_rows(rows_of(snapshot(run_as("d", "w"), run_as("a", "v"))))
    assert shown_names(model) == ["a", "d"]
    model.sort(-1)
    assert shown_names(model) == ["d", "a"]


def test_rows_of_the_same_key_keep_the_order_of_the_host_in_both_directions() -> None:
    model = EndpointTableModel()
    model.set_rows(rows_of(with_run_as("x", "y", "x")))
    model.sort(EndpointColumn.RUN_AS, Qt.SortOrder.AscendingOrder)
    assert shown_names(model) == ["a", "c", "b"]
    model.sort(EndpointColumn.RUN_AS, Qt.SortOrder.DescendingOrder)
    assert shown_names(model) == ["b", "a", "c"]


def test_words_that_find_the_same_rows_leave_the_table_alone(qtbot) -> None:
    model, proxy = EndpointTableModel(), RowFilter()
    proxy.setSourceModel(model)
    model.set_rows(rows_of(with_run_as("x", "y", "x")))
    proxy.set_words("y")
    assert shown_names(proxy) == ["b"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    with qtbot.assertNotEmitted(proxy.layoutChanged):
        proxy.set_words("y b")
    assert shown_names(proxy) == ["b"]
    proxy.set_words("")
    assert shown_names(proxy) == ["c", "b", "a"]


def test_a_row_is_worked_out_again_only_where_the_endpoint_or_a_name_in_it_is_another(monkeypatch) -> None:
    sid, asked = "S-1-5-21-1-2-3-4711", []
    monkeypatch.setattr(endpoint_row_module, "findings", lambda *of: asked.append(of) or ())
    first, again = (on_host(endpoint("a", f"D:P(A;;GA;;;{sid})")) for _ in range(2))
    row = endpoint_row(first, NO_ACCOUNTS)
    others = Accounts({"S-1-5-21-1-2-3-1": "CONTOSO\\Bob"})
    assert endpoint_row(again, others, row).endpoint is again
    assert len(asked) == 1
    assert "CONTOSO\\Ann" in endpoint_row(again, Accounts({sid: "CONTOSO\\Ann"}), row).permission
    closed = endpoint_row(Endpoint(first.configuration, "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)"), NO_ACCOUNTS, row)
    assert (closed.endpoint.root_sddl, len(asked)) == ("O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)", 3)


def test_equal_endpoints_of_many_hosts_are_worked_out_once_and_nothing_is_kept_of_a_closed_one(monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(endpoint_row_module, "findings", lambda *of: asked.append(of[0].name) or ())
    rows = [endpoint_row(on_host(endpoint("on many hosts")), NO_ACCOUNTS) for _ in range(3)]
    assert asked == ["on many hosts"]
    configurations = [weakref.ref(row.configuration) for row in rows]
    del rows[:2]
    gc.collect()
    assert [kept() is None for kept in configurations] == [True, True, False]  # the last one is still open
    assert endpoint_row(on_host(endpoint("on many hosts")), NO_ACCOUNTS) and len(asked) == 1
    del rows
    gc.collect()
    assert configurations[2]() is None


def test_reasons_and_findings_are_in_the_language_of_the_window(model, qapp):
    model.set_rows(rows_of(READ))
    access, finding = model.index(3, EndpointColumn.ACCESS), model.index(3, EndpointColumn.FINDINGS)
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    try:
        model.set_rows(rows_of(READ))
        told = (
            access.data(Qt.ItemDataRole.ToolTipRole),
            access.data(Qt.ItemDataRole.AccessibleTextRole),
            finding.data(Qt.ItemDataRole.ToolTipRole),
        )
    finally:
        QCoreApplication.removeTranslator(translator)
    assert all(pseudo("Everyone is denied.") in words for words in told)


def test_a_name_with_an_invisible_character_is_found_as_it_is_shown(qapp):
    model = EndpointTableModel()
    model.set_rows(rows_of(snapshot(endpoint("Te\u200bst"), endpoint("Other"))))
    proxy = RowFilter()
    proxy.setSourceModel(model)
    proxy.set_words("te\u27e8u+200b\u27e9st")
    assert proxy.rowCount() == 1
