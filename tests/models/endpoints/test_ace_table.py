import pytest
from PySide6.QtCore import QModelIndex, Qt

from gatepost.models.endpoints.ace_table import AceColumn, AceTableModel, ace_rows
from gatepost.models.roles import ToneRole, ValueRole
from gatepost.security import NO_ACCOUNTS, Accounts
from gatepost.security.edit.entries import ListKind
from tests.endpoints.documents import configuration, on_host
from tests.models.documents import endpoint

USER = "S-1-5-21-1-2-3-1104"
MIXED = endpoint("Test", f"D:P(D;;GA;;;NU)(XA;;GX;;;{USER};(Member_of {{SID(BA)}}))(A;ID;GXGR;;;BA)")


@pytest.mark.parametrize("force_py", [False, True], ids=["cpp", "py"])
def test_the_entry_table_keeps_the_contract_of_a_qt_model(qtmodeltester, qapp, force_py):
    model = AceTableModel()
    qtmodeltester.check(model, force_py=force_py)
    model.set_rows(ace_rows(on_host(MIXED)), NO_ACCOUNTS)
    model.set_rows((), NO_ACCOUNTS)


def test_shows_type_principal_rights_condition_and_sid(qapp):
    model = AceTableModel()
    model.set_rows(ace_rows(on_host(MIXED)), Accounts({USER: r"DOMAIN01\User01"}))
    rows = [[model.index(r, c).data() for c in list(AceColumn)[:5]] for r in range(model.rowCount())]
    assert rows == [
        ["Deny", r"NT AUTHORITY\NETWORK", "Full Control(All Operations)", "", "S-1-5-2"],
        ["Allow", r"DOMAIN01\User01", "Execute(Invoke)", r"only members of BUILTIN\Administrators", USER],
        [
            "Allow, inherited",
            r"BUILTIN\Administrators",
            "Read(Get,Enumerate,Subscribe), Execute(Invoke)",
            "",
            "S-1-5-32-544",
        ],
    ]
    assert (
        model.index(1, AceColumn.CONDITION).data(Qt.ItemDataRole.ToolTipRole).endswith("\n(Member_of {SID(BA)})</span>")
    )
    assert model.index(0, AceColumn.TYPE).data(ToneRole) == "deny"
    assert model.index(0, AceColumn.TYPE).data(ValueRole).ace.mask == 0x10000000
    assert model.data(QModelIndex()) is None


def test_without_a_descriptor_it_shows_root_sddl(qapp):
    model = AceTableModel()
    model.set_rows(ace_rows(on_host(endpoint("Bare", None))), NO_ACCOUNTS)
    assert [model.index(r, AceColumn.RESOURCE).data() for r in range(model.rowCount())] == ["RootSDDL", "RootSDDL"]
    assert not model.has_several_resources


def test_entries_of_two_descriptors_for_one_uri_are_told_apart(qapp):
    model = AceTableModel()
    model.set_rows(ace_rows(on_host(configuration("P(A;;GA;;;BA)", "P(D;;GA;;;NU)"))), NO_ACCOUNTS)
    uri = "http://schemas.microsoft.com/powershell/Test"
    assert [model.index(r, AceColumn.RESOURCE).data() for r in range(model.rowCount())] == [f"{uri} (1)", f"{uri} (2)"]
    assert model.has_several_resources


def test_an_account_without_a_name_is_its_sid_and_marked_until_the_host_names_it(qapp):
    model = AceTableModel()
    model.set_rows(ace_rows(on_host(MIXED)), NO_ACCOUNTS)
    nameless, well_known = model.index(1, AceColumn.PRINCIPAL), model.index(0, AceColumn.PRINCIPAL)
    assert (nameless.data(), nameless.data(ToneRole)) == (USER, "info")
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "Unknown account" in nameless.data(role)
    assert well_known.data(ToneRole) is None
    model.set_rows(ace_rows(on_host(MIXED)), Accounts({USER: r"DOMAIN01\User01"}))
    assert (nameless.data(), nameless.data(ToneRole)) == (r"DOMAIN01\User01", None)
    assert nameless.data(Qt.ItemDataRole.AccessibleTextRole) == r"DOMAIN01\User01"


def test_root_sddl_that_is_not_known_is_not_shown_as_open_to_everyone():
    assert ace_rows(on_host(endpoint("Bare", None), "")) == ()


def test_only_what_the_host_does_not_hold_is_marked(qapp):
    held = endpoint("Test", "D:P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GA;;;BA)")
    edited = endpoint("Test", "D:P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GA;;;BA)(A;;GX;;;RM)(A;;GA;;;BA)")
    marked = [row.pending for row in ace_rows(on_host(edited), original=held)]
    assert marked == [False, False, False, True, True]
    assert [row.pending for row in ace_rows(on_host(held), original=held)] == [False] * 3
    assert [row.pending for row in ace_rows(on_host(edited))] == [False] * 5


def test_what_is_audited_is_told_apart(qapp):
    model = AceTableModel()
    audited = endpoint("Test", "D:P(A;;GA;;;BA)S:P(AU;FA;GA;;;WD)(AU;SA;GX;;;WD)(AU;SAFA;GR;;;WD)(AU;;GW;;;WD)")
    model.set_rows(ace_rows(on_host(audited), ListKind.SACL), NO_ACCOUNTS)
    words = [model.index(row, AceColumn.TYPE).data() for row in range(model.rowCount())]
    assert words == ["Audit failure", "Audit success", "Audit all", "Audit"]
