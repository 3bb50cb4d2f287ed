"""Endpoints that share a URI with another plug-in are known: their descriptors could land in that one."""

from gatepost.endpoints.configuration.plugin import sharing, uris_found, uris_of
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from tests.endpoints.documents import configuration, document

ONE, OTHER = configuration("P", name="One"), configuration("P", name="Other")


def test_an_endpoint_with_uris_of_its_own_shares_none():
    assert sharing([ONE, OTHER], []) == frozenset()
    assert sharing([ONE], [frozenset({"http://schemas.microsoft.com/wbem/wsman/1/windows/shell"})]) == frozenset()


def test_both_that_have_a_uri_are_told_in_any_case_of_letters():
    assert sharing([ONE, OTHER, configuration("P", name="ONE")], []) == {"One", "ONE"}


def test_a_plug_in_that_is_no_endpoint_counts():
    assert sharing([ONE, OTHER], [uris_of(OTHER)]) == {"Other"}


def test_two_endpoints_of_one_name_share_what_both_have():
    assert sharing([ONE, configuration("P", name="One")], []) == {"One"}


def test_a_plug_in_that_cannot_be_read_counts_with_the_uris_in_its_text():
    damaged = OTHER.document.replace(b"<Resources>", b"<Resources><unclosed>")
    assert sharing([ONE, OTHER], [], [uris_found(damaged)]) == {"Other"}
    assert sharing([ONE], [], [uris_found(damaged)]) == frozenset()


def test_one_of_which_nothing_is_known_may_have_any_uri():
    assert sharing([ONE, OTHER], [], [uris_found(b"<PlugInConfiguration/>")]) == {"One", "Other"}


def test_uris_that_differ_by_what_a_host_might_pass_over_are_shared():
    longer = document("Other").replace(b"powershell/Other", b"powershell/One/")
    assert sharing([ONE, SessionConfiguration.from_xml(longer)], []) == {"One", "Other"}
