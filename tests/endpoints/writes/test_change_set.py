import pytest

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.access_mode_edit import with_mode
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.writes.change_set import EndpointChange
from gatepost.security import INTERACTIVE, NETWORK, AccessMask, Ace
from tests.endpoints.documents import NO_SECURITY, configuration, document, on_host, with_text
from tests.endpoints.same import same_on_host

ALL = AccessMask.GENERIC_ALL


def change(before, after):
    return EndpointChange(on_host(before), after)


def test_entries_are_added_removed_and_kept():
    before = configuration("P(A;;GA;;;BA)(A;;GA;;;IU)")
    found = change(before, before.with_sddls((before.sddl.replace("(A;;GA;;;IU)", "(D;;GA;;;NU)"),)))
    assert found.added == (Ace.deny(NETWORK, ALL),)
    assert found.removed == (Ace.allow(INTERACTIVE, ALL),)
    assert found.kept == 1
    assert (found.is_change, found.changes_descriptors, found.changes_enabled) == (True, True, False)


def test_repeated_entries_are_counted():
    before = configuration("P(A;;GA;;;BA)(A;;GA;;;BA)")
    found = change(before, configuration("P(A;;GA;;;BA)"))
    assert (found.kept, len(found.removed), found.added) == (1, 1, ())


def test_only_enabled_changes():
    found = change(configuration("P(A;;GA;;;BA)"), configuration("P(A;;GA;;;BA)", enabled=False))
    assert (found.changes_enabled, found.changes_descriptors, found.added, found.removed) == (True, False, (), ())
    assert (found.mode_before.mode, found.mode_after.mode) == (AccessMode.REMOTE, AccessMode.DISABLED)


def test_the_same_is_no_change():
    endpoint = configuration("P(D;;GA;;;NU)(A;;GA;;;BA)")
    assert not change(endpoint, with_mode(endpoint, AccessMode.LOCAL)).is_change


def test_a_new_descriptor_is_a_change():
    before = configuration(*NO_SECURITY)
    found = change(before, with_mode(before, AccessMode.LOCAL))
    assert found.changes_descriptors
    assert (len(found.added), found.removed) == (4, ())


def test_unreadable_text_has_no_entries():
    assert change(with_text("foo"), configuration("P(A;;GA;;;BA)")).removed == ()


@pytest.mark.parametrize(
    "rewritten",
    [
        configuration("P(A;;GXGW;;;S-1-5-32-544)"),
        configuration("P(A;;0x60000000;;;BA)"),
        configuration("P(A;;GWGX;;;BA)", attributes='ProcessIdleTimeoutSec="0"'),
        configuration("P(A;;GWGX;;;BA)", parameters=""),
    ],
)
def test_a_host_may_write_the_same_in_other_words(rewritten):
    assert same_on_host(configuration("P(A;;GWGX;;;BA)"), rewritten)


@pytest.mark.parametrize(
    "other",
    [
        configuration("P(A;;GWGX;;;BA)", enabled=False),
        configuration("P(A;;GX;;;BA)"),
        configuration("(A;;GWGX;;;BA)"),
        configuration("P(A;;GWGX;;;BA)", "P(A;;GWGX;;;BA)"),
        configuration(*NO_SECURITY),
        configuration("P(A;;GWGX;;;BA)", attributes='RunAsUser="u"'),
        configuration("P(A;;GWGX;;;BA)", name="Other"),
        with_text("foo"),
    ],
)
def test_what_differs_is_seen(other):
    assert not same_on_host(configuration("P(A;;GWGX;;;BA)"), other)


def test_the_three_kinds_of_missing_list_are_three():
    kinds = [configuration("P"), configuration("NO_ACCESS_CONTROL"), with_text("O:NSG:BA")]
    assert [[same_on_host(a, b) for b in kinds] for a in kinds] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]


def test_texts_that_windows_reads_alike_are_the_same_on_a_host():
    lenient, canonical = with_text("O:NS G:BA D:P (a; ;GA;;; ba )"), with_text("O:NSG:BAD:P(A;;GA;;;BA)")
    assert same_on_host(lenient, canonical)
    assert not same_on_host(lenient, with_text("O:NSG:BAD:P(A;;GX;;;BA)"))


def test_a_descriptor_without_a_uri_is_not_written_alone():
    """The host finds a Security element by its URI, so one that has none could be another's."""
    text = document(sddls=("O:NSG:BAD:P(A;;GA;;;BA)",), attributes='Enabled="true" RunAsUser="a" RunAsPassword=""')
    named = SessionConfiguration.from_xml(text)
    nameless = SessionConfiguration.from_xml(
        text.replace(b'Uri="http://schemas.microsoft.com/powershell/Test" ExactMatch="true" Sddl', b'Uri="" Sddl')
    )
    edited = ("O:NSG:BAD:P(A;;GX;;;BA)",)
    assert change(named, named.with_sddls(edited)).writes_descriptors_only
    assert not change(nameless, nameless.with_sddls(edited)).writes_descriptors_only
