"""An account is called in the history as it was called when the write was made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatepost.endpoints.changes.pending_change import PendingChange, pending_change_set
from gatepost.endpoints.changes.rights_action import RightsAction, apply_rights_action
from gatepost.endpoints.configuration.endpoint_state import EndpointState, accounts_in
from gatepost.models.journal_text import difference_lines
from gatepost.security import NO_ACCOUNTS, Accounts, Sid
from gatepost.work import WorkContext
from tests.endpoints.documents import with_text

PAUL = "S-1-5-21-2207715804-3981402277-1276530991-1109"


def test_the_name_that_was_resolved_is_kept_in_the_journal(start):
    bench = start("windows-server")
    read = bench.list()
    (found,) = bench.host.principals.find(r"NORTHWIND\paul.plain", WorkContext())
    known = replace(read, accounts=read.accounts.with_names({found.sid: found.name}))
    endpoint = known.endpoints[0]
    (edited,) = apply_rights_action(RightsAction.GRANT, [endpoint], Sid.parse(PAUL), 0x20000000, known.accounts).edited
    bench.apply(pending_change_set(known, [PendingChange(endpoint.configuration, edited)]))
    (entry,) = bench.journal.entries()
    assert accounts_in(entry.after).names[PAUL] == r"NORTHWIND\paul.plain"
    assert EndpointState.from_json(entry.after).descriptors  # which an earlier version reads as well
    assert any(r"NORTHWIND\paul.plain" in line for line in difference_lines(entry, NO_ACCOUNTS))


@pytest.mark.parametrize(
    "sddl",
    [
        "O:{}G:BAD:P(A;;GA;;;BA)",
        "O:BAG:{}D:P(A;;GA;;;BA)",
        "O:BAG:BAD:P(A;;GA;;;BA)S:(AU;FA;GA;;;{})",
        "O:BAG:BAD:P(XA;;GX;;;BU;(Member_of {{SID({})}}))",
    ],
)
def test_so_are_those_of_every_part_of_a_descriptor(sddl):
    state = EndpointState.of(with_text(sddl.format(PAUL)))
    assert accounts_in(state.to_json(Accounts({PAUL: r"NORTHWIND\paul.plain"}))).names == {
        PAUL: r"NORTHWIND\paul.plain"
    }


def test_a_state_without_names_or_with_nonsense_has_none():
    for text in ('{"enabled": true}', "", "[]", '{"names": 3}', '{"names": {"S-1-5-2": 3}}', "[" * 100_000):
        assert accounts_in(text) == NO_ACCOUNTS
