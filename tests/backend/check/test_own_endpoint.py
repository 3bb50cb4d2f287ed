"""Whether the test endpoint is gone: only an answer that proves it counts."""

from pathlib import Path

import pytest

from gatepost.backend.check.own_endpoint import NAME
from gatepost.wsman.errors import WsmanFault
from tests.backend.check.hosts import own_endpoint
from tests.backend.scripted import ABORTED, SHUTTING_DOWN, TIMED_OUT, ScriptedHost

DENIED = WsmanFault(5, "w:AccessDenied", "", "Access is denied.")
POLICY = WsmanFault(2150859229, "w:AccessDenied", "", "Remote access is disabled.")
BUSY = WsmanFault(2150859174, "w:InternalError", "", "Too many operations are under way.")
NOT_THERE = WsmanFault(2150858752, "a:DestinationUnreachable", "", "The resource was not found.")
NOT_VALID = WsmanFault(2150858838, "w:SchemaValidationError", "", "A value is not valid.")


@pytest.mark.parametrize("fault", [ABORTED, SHUTTING_DOWN, TIMED_OUT, DENIED, POLICY, BUSY], ids=str)
def test_a_fault_that_proves_nothing_does_not_mean_that_the_endpoint_is_gone(fault: WsmanFault, tmp_path: Path) -> None:
    host = ScriptedHost({NAME: b"<a/>"}, gets=[fault] * 3)
    endpoint = own_endpoint(host, tmp_path / "journal")
    assert not endpoint.remove()
    with pytest.raises(WsmanFault):
        endpoint.exists()


@pytest.mark.parametrize("fault", [NOT_THERE, NOT_VALID], ids=str)
def test_a_host_that_knows_no_such_plugin_has_not_got_it(fault: WsmanFault, tmp_path: Path) -> None:
    assert own_endpoint(ScriptedHost({}, gets=[fault]), tmp_path / "journal").remove()


def test_an_endpoint_that_is_still_there_is_not_gone(tmp_path: Path) -> None:
    assert not own_endpoint(ScriptedHost({NAME: b"<a/>"}), tmp_path / "journal").remove()
