import pytest

from gatepost.endpoints.changes.other_changes import other_changes
from gatepost.endpoints.writes.change_set import EndpointChange
from gatepost.security import NO_ACCOUNTS
from tests.endpoints.documents import on_host, with_text

BASE = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;RM)S:P(AU;FA;GA;;;WD)"


def said(before, after):
    return [str(t) for t in other_changes(EndpointChange(on_host(before), after), NO_ACCOUNTS)]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (BASE, []),
        (BASE.replace("D:P(", "D:P(D;;GA;;;NU)("), []),
        (BASE.replace("O:NS", "O:BA"), [r"Owner: NT AUTHORITY\NETWORK SERVICE → BUILTIN\Administrators"]),
        (BASE.replace("G:BA", "G:SY"), [r"Primary group: BUILTIN\Administrators → NT AUTHORITY\SYSTEM"]),
        (BASE.replace("D:P", "D:"), ["DACL flags: P → no flags"]),
        (
            "O:NSG:BAD:P(A;;GX;;;RM)(A;;GA;;;BA)S:P(AU;FA;GA;;;WD)",
            [
                "Order of entries: Allow Administrators, Allow Remote Management Users → "
                "Allow Remote Management Users, Allow Administrators"
            ],
        ),
        (
            BASE.replace("(AU;FA;GA;;;WD)", "(AU;SA;GX;;;WD)"),
            [
                "Auditing \u2212 Logs Everyone: Full Control(All Operations), when refused.",
                "Auditing + Logs Everyone: Execute(Invoke), when granted.",
            ],
        ),
        (
            BASE.replace("GA;;;BA", "0x10000000;;;BA"),
            ["Only the notation of the descriptor changes, not its meaning."],
        ),
    ],
)
def test_everything_but_the_entries_of_the_dacl_is_said(after, expected):
    assert said(with_text(BASE), with_text(after)) == expected


def test_a_descriptor_that_goes_or_could_not_be_read_is_said():
    assert said(with_text(BASE), with_text(BASE).without_security()) == [
        "Its own permissions are removed; they will be inherited from RootSDDL."
    ]
    assert said(with_text("D:(what"), with_text(BASE)) == ["A descriptor that couldn't be read is replaced."]
