import pytest

from gatepost.endpoints.changes.permission_edits import EntryList
from gatepost.endpoints.changes.powershell import set_descriptors
from gatepost.endpoints.changes.reorder import moves
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.entry_text import descriptor_text
from gatepost.security import NO_ACCOUNTS, SddlError
from gatepost.security.edit.entries import ListKind
from tests.endpoints.documents import configuration, document


@pytest.mark.parametrize(
    ("sddl", "sentence"),
    [
        ("D:P(A;;GA;;;BA)", "There is no owner: WinRM doesn't accept such a descriptor."),
        ("O:BAD:P", "There is no primary group: WinRM doesn't accept such a descriptor."),
        ("O:NSG:BA", "There is no DACL: anyone has full access."),
        ("O:NSG:BAD:NO_ACCESS_CONTROL", "There is no DACL: anyone has full access."),
        ("O:NSG:BAD:P", "The DACL is empty: no one has access."),
        ("O:NSG:BAD:P(A;;GA;;;BA)(D;;GA;;;NU)", "The entries aren't in canonical order, so Windows tools can't edit them."),
        ("O:NSG:BAS:(AU;FA;GA;;;WD)", "Logs Everyone: Full Control(All Operations), when refused."),
    ],
)  # fmt: skip
def test_a_descriptor_says_what_it_means_for_winrm(sddl, sentence):
    assert sentence in [str(said) for said in descriptor_text(sddl, NO_ACCOUNTS)]


def test_text_that_cannot_be_read_is_not_explained():
    with pytest.raises(SddlError):
        descriptor_text("D:(A", NO_ACCOUNTS)


def test_only_what_has_to_move_is_named_with_the_reason():
    found = moves(configuration("P(A;;GA;;;BA)(D;;GA;;;NU)(A;ID;GX;;;RM)(A;;GX;;;IU)"), EntryList())
    assert [(str(m.ace.sid), m.before, m.after) for m in found] == [("S-1-5-2", 1, 0), ("S-1-5-4", 3, 2)]
    assert "Deny entries come before Allow entries" in str(found[0].why)
    assert "before inherited" in str(found[1].why)
    assert moves(configuration("P(D;;GA;;;NU)(A;;GA;;;BA)"), EntryList()) == ()
    assert moves(configuration("P(D;;GA;;;NU)"), EntryList(0, ListKind.SACL)) == ()


def test_the_cmdlet_for_a_descriptor_cannot_be_broken_out_of():
    shapes = [("a'b", ("O:NSG:BAD:P",)), ("two\nlines", ("x", "y")), ("gone", ())]
    script = set_descriptors(SessionConfiguration.from_xml(document(*shape)) for shape in shapes)
    assert script.splitlines()[1:] == [
        "Set-PSSessionConfiguration -Name 'a''b' -SecurityDescriptorSddl 'O:NSG:BAD:P' -Force",
        "# ('two' + [char]0x000A + 'lines'): the cmdlet would replace its 2 descriptors with one.",
        "Set-PSSessionConfiguration -Name ('two' + [char]0x000A + 'lines') -SecurityDescriptorSddl 'y' -Force",
        "# 'gone': no cmdlet removes its own descriptor; Gatepost does.",
    ]
