"""What the return values of WMI methods prove."""

from __future__ import annotations

import pytest

from gatepost.backend.host.refusals import MethodFailed

SERVICE = {1, 2, 3, 4, 5, 6, 14, 21}  # Win32_Service: not supported, access denied, ..., status invalid parameter
REGISTRY = {1, 2, 5, 0x57, 0x80041003}  # StdRegProv: Win32 errors, and WBEM_E_ACCESS_DENIED


@pytest.mark.parametrize(
    ("method", "refusals"),
    [("StopService", SERVICE), ("ChangeStartMode", SERVICE), ("SetDWORDValue", REGISTRY), ("DeleteValue", REGISTRY)],
)
def test_only_a_known_refusal_proves_that_nothing_was_changed(method: str, refusals: set[int]) -> None:
    for number in (*range(1, 100), 0x80041002, 0x80041003, 0x80041004):
        failed = MethodFailed(method, number)
        assert failed.may_have_changed_host is (number not in refusals), number
        assert ("The host refused" in str(failed.words)) is (number in refusals), number
    assert MethodFailed(method, None).may_have_changed_host
