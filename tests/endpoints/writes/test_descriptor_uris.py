"""Endpoints that share a URI with another plug-in are known: their descriptors could land in that one."""

from gatepost.endpoints.writes.descriptor_uris import sharing, uris_of
from tests.endpoints.documents import configuration

ONE, OTHER = configuration("P", name="One"), configuration("P", name="Other")


def test_an_endpoint_with_uris_of_its_own_shares_none():
    assert sharing([ONE, OTHER], []) == frozenset()
    assert sharing([ONE], [frozenset({"http://schemas.microsoft.com/wbem/wsman/1/windows/shell"})]) == frozenset()


def test_both_that_have_a_uri_are_told_in_any_case_of_letters():
    assert sharing([ONE, OTHER, configuration("P", name="ONE")], []) == {"One", "ONE"}


def test_a_plug_in_that_is_no_endpoint_counts():
    assert sharing([ONE, OTHER], [uris_of(OTHER)]) == {"Other"}
