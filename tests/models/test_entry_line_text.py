"""Entries that differ in what they do don't read alike where a change of one into the other is shown."""

from __future__ import annotations

import pytest

from gatepost.endpoints.entry_text import entry_text
from gatepost.models.entry_line_text import entry_line, rights_line
from gatepost.security import NO_ACCOUNTS, Ace, SecurityDescriptor

DACL = [
    "(A;;GX;;;WD)",
    "(A;ID;GX;;;WD)",
    "(A;CI;GX;;;WD)",
    "(A;IO;GX;;;WD)",
    "(OA;;GX;bf967aba-0de6-11d0-a285-00aa003049e2;;WD)",
    "(OA;;GX;;bf967aba-0de6-11d0-a285-00aa003049e2;WD)",
    "(A;;GA;;;WD)",
    "(A;;GAGX;;;WD)",
    "(A;;GAGRGX;;;WD)",
    '(XA;;GX;;;WD;(@User.Title=="PM"))',
    '(XA;;GX;;;WD;(@User.Title=="VP"))',
]
SACL = [
    "(AU;SA;GX;;;WD)",
    "(AU;CISA;GX;;;WD)",
    "(AL;SA;GX;;;WD)",
    "(AL;FA;GX;;;WD)",
    "(AL;SAFA;GX;;;WD)",
    "(OL;;GX;bf967aba-0de6-11d0-a285-00aa003049e2;;WD)",
    "(ML;;NW;;;HI)",
    "(ML;;NWNR;;;HI)",
    "(SP;;;;;S-1-17-1)",
    "(SP;;;;;S-1-17-2)",
    "(TL;;GX;;;S-1-19-512-4096)",
    "(TL;;GR;;;S-1-19-512-4096)",
    '(RA;;;;;WD;("a",TS,0,"b"))',
    '(RA;;;;;WD;("a",TS,0,"c"))',
    "(FL;;GX;;;WD)",
    "(FL;TP;GX;;;WD)",
    '(FL;;GX;;;WD;(@User.Title=="PM"))',
    '(FL;;GX;;;WD;(@User.Title=="VP"))',
]


def entries(texts: list[str], *, in_sacl: bool) -> tuple[Ace, ...]:
    descriptor = SecurityDescriptor.from_sddl(("S:" if in_sacl else "D:") + "".join(texts))
    acl = descriptor.sacl if in_sacl else descriptor.dacl
    assert acl is not None
    return acl.aces


@pytest.mark.parametrize("say", [entry_line, rights_line, entry_text])
@pytest.mark.parametrize(("texts", "in_sacl"), [(DACL, False), (SACL, True)], ids=["DACL", "SACL"])
def test_entries_that_differ_read_differently(say: object, texts: list[str], in_sacl: bool) -> None:
    assert callable(say)
    said = [str(say(ace, NO_ACCOUNTS)) for ace in entries(texts, in_sacl=in_sacl)]
    without_account = say is rights_line  # which stands beside it
    alike = {text for text in said if said.count(text) > 1}
    assert alike <= ({"Central access policy"} if without_account else set())
    assert not any("SYSTEM_" in text for text in said)


def test_the_condition_of_an_access_filter_is_shown() -> None:
    (ace,) = entries(['(FL;;GX;;;WD;(@User.Title=="PM"))'], in_sacl=True)
    assert entry_line(ace, NO_ACCOUNTS) == 'Access filter  Everyone  Execute(Invoke), if the user\'s Title is "PM"'
