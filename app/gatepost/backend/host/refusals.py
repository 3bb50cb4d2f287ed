"""Refusals by WMI methods: which of their return values prove that nothing was changed."""

from __future__ import annotations

from gatepost.endpoints.text import BACKEND, Text
from gatepost.wsman.fault_codes import FaultCode

# Return values that prove that a method changed nothing: validation, access denied, not found. The service's own
# methods have a numbering of their own ([Win32_Service]); those of the registry return Windows error codes.
_SERVICE_METHODS = {"StopService", "ChangeStartMode"}
_SERVICE_REFUSALS = {
    1: BACKEND.tr("The host refused: the service doesn't support it."),
    2: BACKEND.tr("The host refused: access is denied."),
    3: BACKEND.tr("The host refused: services that are running depend on it."),
    4: BACKEND.tr("The host refused: the service control code isn't valid."),
    5: BACKEND.tr(
        "The host refused: this isn't possible in the current state, or this account isn't allowed to do it."
    ),
    6: BACKEND.tr("The host refused: the service hasn't been started."),
    14: BACKEND.tr("The host refused: the service is disabled."),
    21: BACKEND.tr("The host refused: a parameter isn't valid."),
}
_REGISTRY_REFUSALS = {
    1: BACKEND.tr("The host refused: there is no such value."),
    2: BACKEND.tr("The host refused: there is no such key."),
    FaultCode.ACCESS_DENIED: BACKEND.tr(
        "The host refused: this isn't possible in the current state, or this account isn't allowed to do it."
    ),
    FaultCode.INVALID_PARAMETER: BACKEND.tr("The host refused: a parameter isn't valid."),
    FaultCode.WBEM_E_ACCESS_DENIED: BACKEND.tr("The host refused: access is denied."),
}
_PROVES_NOTHING = BACKEND.tr("{method} returned {number}, which doesn't show whether the change was made.")
SENTENCES = (*_SERVICE_REFUSALS.values(), *_REGISTRY_REFUSALS.values(), _PROVES_NOTHING)


class MethodFailed(Exception):
    """A method returned another number than 0, or none."""

    def __init__(self, method: str, number: int | None) -> None:
        super().__init__(f"{method} returned {number}")
        self.method = method
        self.number = number

    @property
    def may_have_changed_host(self) -> bool:
        """Whether the method may have been carried out all the same, as with a timeout (7) or an unknown failure."""
        return self._refusal is None

    @property
    def words(self) -> Text:
        """What the number says, for people."""
        number = "no value" if self.number is None else self.number
        return self._refusal or _PROVES_NOTHING.filled(method=self.method, number=number)

    @property
    def _refusal(self) -> Text | None:
        refusals = _SERVICE_REFUSALS if self.method in _SERVICE_METHODS else _REGISTRY_REFUSALS
        return refusals.get(self.number or 0)
