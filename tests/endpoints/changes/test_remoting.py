"""The orders for a whole host and for chosen endpoints."""

from dataclasses import replace

import pytest

from gatepost.endpoints.access.findings import findings
from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.access_mode_edit import LOCAL_DEFAULT
from gatepost.endpoints.configuration.plugin_document import fingerprint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from tests.endpoints.documents import (
    HOST,
    NO_SECURITY,
    POWERSHELL_7,
    USER01,
    configuration,
    dacls,
    document,
    on_host,
    snapshot,
    with_text,
)

LOCAL_LIST, REMOTE_LIST = "P(D;;GA;;;NU)(A;;GA;;;BA)", "P(A;;GA;;;BA)"


def only(change_set):
    (change,) = change_set.changes
    return change


def after_disable(dacl):
    return dacls(only(disable_remoting(snapshot(configuration(dacl)))).after)[0]


def after_enable(dacl, enabled=True):
    return dacls(only(enable_remoting(snapshot(configuration(dacl, enabled=enabled)))).after)[0]


@pytest.mark.parametrize(
    ("start", "disabled", "enabled"),
    [
        ("P(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GA;;;BA)", "P(A;;GA;;;BA)"),
        (
            f"P(A;;GA;;;IU)(A;;GA;;;BA)(A;;GA;;;{USER01})",
            f"P(D;;GA;;;NU)(A;;GA;;;IU)(A;;GA;;;BA)(A;;GA;;;{USER01})",
            f"P(A;;GA;;;IU)(A;;GA;;;BA)(A;;GA;;;{USER01})",
        ),
    ],
)
def test_disable_then_enable(start, disabled, enabled):
    assert after_disable(start) == disabled
    assert after_enable(disabled) == enabled


def test_remote_on_one_of_many():
    host = snapshot(*[configuration(LOCAL_LIST, name=name) for name in ("a", "b", "c")])
    change_set = set_access_mode(host, ["b"], AccessMode.REMOTE)
    assert dacls(only(change_set).after) == [REMOTE_LIST]
    assert only(change_set).name == "b"
    assert str(change_set.verb) == "Set b to Remote"


class TestExactSids:
    """Windows' scripts find S-1-5-2 inside other SIDs; we do not, in either direction."""

    @pytest.mark.parametrize("other", [USER01, "S-1-5-20", "S-1-5-2-1"])
    def test_a_deny_for_another_account_is_not_the_one_for_network(self, other):
        alias = {"S-1-5-20": "NS"}.get(other, other)
        start = f"P(D;;GA;;;{alias})(A;;GA;;;BA)"
        assert after_disable(start) == f"P(D;;GA;;;NU)(D;;GA;;;{alias})(A;;GA;;;BA)"

    @pytest.mark.parametrize("other", [USER01, "NS", "S-1-5-2-1"])
    def test_enable_takes_no_other_accounts_deny_away(self, other):
        assert after_enable(f"P(D;;GA;;;NU)(D;;GA;;;{other})(A;;GA;;;BA)") == f"P(D;;GA;;;{other})(A;;GA;;;BA)"

    @pytest.mark.parametrize("other", [USER01, "S-1-5-20", "S-1-5-2-1"])
    def test_the_confirmation_warns_of_what_windows_would_do(self, other):
        (warning,) = disable_remoting(snapshot(configuration(f"P(D;;GA;;;{other})(A;;GA;;;BA)", name="left"))).warnings
        assert "left" in str(warning)
        assert "compares SIDs exactly" in str(warning)

    @pytest.mark.parametrize("dacl", [REMOTE_LIST, LOCAL_LIST, f"P(D;;GX;;;{USER01})(A;;GA;;;BA)"])
    def test_no_warning_where_windows_reads_it_right(self, dacl):
        assert disable_remoting(snapshot(configuration(dacl))).warnings == ()


def test_disable_covers_both_families_and_leaves_disabled_endpoints_out():
    host = snapshot(
        configuration(REMOTE_LIST, name="five"),
        configuration(REMOTE_LIST, name="seven", filename=POWERSHELL_7),
        configuration(REMOTE_LIST, name="open", enabled=False),
        configuration(LOCAL_LIST, name="closed", enabled=False),
    )
    change_set = disable_remoting(host)
    assert [c.name for c in change_set.effective] == ["five", "seven"]
    assert [s.name for s in change_set.skipped] == ["open", "closed"]
    assert "accepts remote sessions when enabled" in str(change_set.skipped[0].reason)
    assert "blocked for remote sessions when enabled" in str(change_set.skipped[1].reason)


def test_disable_may_include_disabled_endpoints_and_leaves_them_disabled():
    change = only(disable_remoting(snapshot(configuration(REMOTE_LIST, enabled=False)), include_disabled=True))
    assert (dacls(change.after), change.after.enabled) == ([LOCAL_LIST], False)


def test_disable_gives_an_endpoint_without_a_descriptor_the_local_default():
    change = only(disable_remoting(snapshot(configuration(*NO_SECURITY))))
    assert change.after.sddl == LOCAL_DEFAULT
    assert change.mode_after.mode is AccessMode.LOCAL


def test_enable_enables_and_opens():
    change = only(enable_remoting(snapshot(configuration(LOCAL_LIST, enabled=False))))
    assert (change.after.enabled, dacls(change.after)) == (True, [REMOTE_LIST])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("P(D;;GX;;;WD)(A;;GR;;;WD)(A;;GA;;;BA)", "P(A;;GA;;;BA)"),
        ("P(D;;GX;;;WD)(A;;GR;;;WD)", "P(A;;GA;;;BA)(A;;GA;;;RM)(A;;GA;;;IU)"),
        ("P(D;;GA;;;NU)(D;;GX;;;WD)", "P(A;;GA;;;BA)(A;;GA;;;RM)(A;;GA;;;IU)"),
        ("P(A;;GA;;;WD)", "P(A;;GA;;;WD)"),
        ("(D;ID;GA;;;WD)(A;;GA;;;BA)", "(D;ID;GA;;;WD)(A;;GA;;;BA)"),
    ],
)
def test_enable_purges_everyone_where_everyone_is_denied(before, after):
    assert after_enable(before) == after


def test_each_endpoint_is_treated_by_itself():
    host = snapshot(
        configuration("P(D;;GA;;;WD)(A;;GA;;;BA)", name="a"), configuration("P(D;;GA;;;NU)(A;;GX;;;IU)", name="b")
    )
    assert [dacls(c.after) for c in enable_remoting(host).changes] == [["P(A;;GA;;;BA)"], ["P(A;;GX;;;IU)"]]


def test_nothing_to_do_is_no_change():
    host = snapshot(configuration(LOCAL_LIST))
    for change_set in (disable_remoting(host), set_access_mode(host, ["Test"], AccessMode.LOCAL)):
        assert change_set.effective == ()
        assert fingerprint(only(change_set).after.document) == fingerprint(host.configurations[0].document)


def test_an_unreadable_descriptor_is_skipped_and_said():
    host = snapshot(with_text("foo"), configuration(REMOTE_LIST, name="good"))
    for change_set in (disable_remoting(host), enable_remoting(host)):
        assert [s.name for s in change_set.skipped] == ["Test"]
        assert "can't be read" in str(change_set.skipped[0].reason)
        assert [c.name for c in change_set.changes] == ["good"]


def test_names_are_exact():
    host = snapshot(configuration(REMOTE_LIST, name="a"), configuration(REMOTE_LIST, name="A"))
    assert only(set_access_mode(host, ["a"], AccessMode.LOCAL)).before is host.configurations[0]
    assert set_access_mode(host, ["*"], AccessMode.LOCAL).changes == ()


def test_several_names_and_their_script():
    host = snapshot(*[configuration(REMOTE_LIST, name=name) for name in ("a", "it's")])
    change_set = set_access_mode(host, ["a", "it's"], AccessMode.DISABLED)
    assert str(change_set.verb) == "Set 2 endpoints to Disabled"
    assert "-Name 'it''s' -AccessMode Disabled" in change_set.powershell
    assert change_set.host is HOST


def test_remote_cannot_open_what_the_service_closes():
    host = snapshot(configuration(*NO_SECURITY))
    closed = replace(host, root_sddl=host.root_sddl.replace("D:P", "D:P(D;;GA;;;NU)"))
    change = only(set_access_mode(closed, ["Test"], AccessMode.REMOTE))
    assert not change.is_change
    assert "which isn't changed here" in str(change.note)


@pytest.mark.parametrize(
    ("endpoint", "mode", "note"),
    [
        (
            configuration("P(XD;;GA;;;NU;(Member_of {SID(BA)}))(A;;GA;;;BA)"),
            AccessMode.REMOTE,
            "Access will be Custom.",
        ),
        (configuration("P(D;;GA;;;WD)(A;;GA;;;BA)"), AccessMode.REMOTE, "Everyone is denied."),
        (configuration("P(A;;GA;;;BA)"), AccessMode.LOCAL, ""),
    ],
)
def test_what_a_click_cannot_reach_is_said(endpoint, mode, note):
    assert note in str(only(set_access_mode(snapshot(endpoint), ["Test"], mode)).note) or not note
    assert bool(only(set_access_mode(snapshot(endpoint), ["Test"], mode)).note) is bool(note)


LENIENT = "O:NS G:BA D:P (a; ;GA;;; ba )"  # as Windows reads it; no writer of descriptors writes it so


@pytest.mark.parametrize("order", [disable_remoting, lambda read: set_access_mode(read, ("Test",), AccessMode.LOCAL)])
@pytest.mark.parametrize("text", [LENIENT, "O:NSG:BA", "O:NSG:BAD:NO_ACCESS_CONTROL", "O:NSG:BAD:"])
def test_no_descriptor_that_windows_reads_is_left_open(order, text):
    change_set = order(snapshot(with_text(text)))
    assert change_set.skipped == ()
    change = only(change_set)
    assert change.mode_after.mode is AccessMode.LOCAL
    assert "(D;;GA;;;NU)" in change.after.sddl
    if text is LENIENT:
        assert change.after.sddl.endswith("(a; ;GA;;; ba )")  # what is not edited keeps its text


def test_a_leniently_written_deny_is_taken_away_again():
    change_set = enable_remoting(snapshot(with_text("O:NS G:BA D:P (d;;GA;;; nu )(A;;GA;;;BA)")))
    assert change_set.skipped == ()
    assert only(change_set).mode_after.mode is AccessMode.REMOTE


def of_almost_the_largest_size(attributes: str) -> SessionConfiguration:
    """An endpoint whose document has no room for a change: a quote takes one octet as it comes, and six once written."""
    text = f'O:NSG:BAD:P(A;;GA;;;BA)(XA;;GX;;;BA;(@User.a == "{"b" * 400_000}"))'
    quotes = "'" + '"' * 150_000 + "'"
    read = document(sddls=(text,), attributes=attributes).replace(
        b"</PlugInConfiguration>", b"<More a=" + quotes.encode()
    )
    return SessionConfiguration.from_xml(read + b"/></PlugInConfiguration>")


@pytest.mark.parametrize(
    "order", [disable_remoting, lambda read: set_access_mode(read, ("Test",), AccessMode.DISABLED)]
)
def test_an_endpoint_whose_document_would_grow_too_large_is_skipped(order):
    change_set = order(snapshot(of_almost_the_largest_size('Enabled="true"')))
    assert "larger than" in str(change_set.skipped[0].reason)


def test_what_such_an_endpoint_opens_when_enabled_is_told():
    disabled = on_host(of_almost_the_largest_size('Enabled="false"'))
    assert "opens-when-enabled" in {finding.code for finding in findings(disabled)}
