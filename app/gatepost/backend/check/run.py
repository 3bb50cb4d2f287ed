"""Host check: asks all questions of one host, even if some of them fail."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from gatepost import __version__
from gatepost.backend.check.masking import Mask, known_stack, known_version
from gatepost.backend.check.own_endpoint import OwnEndpoint
from gatepost.backend.check.questions import Question
from gatepost.backend.check.readings import Readings, Unanswered, observed_fault
from gatepost.backend.check.results import CheckResult, HostCheck
from gatepost.backend.check.writings import RunAsAccount, Writings
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.wsman.client import WsmanClient
from gatepost.wsman.errors import AuthenticationFailed, ConnectionFailed, WsmanError, WsmanFault
from gatepost.wsman.fault_codes import FaultCode

NOT_ASKED = "needs --with-test-endpoint"
LEFT = "The endpoint Gatepost.Check could not be removed. Remove it: Unregister-PSSessionConfiguration Gatepost.Check"
Progress = Callable[[Question], None]


def check_host(
    transport: WsmanClient,
    known: tuple[str, ...],
    endpoint: OwnEndpoint | None,
    progress: Progress,
    run_as: RunAsAccount | None = None,
) -> HostCheck:
    """Ask a host. ``known`` are names that must not be in the result; without ``endpoint`` nothing is written.

    ``run_as`` is whose password the test endpoint may have for a moment.

    Raises:
        WsmanError: the host does not even identify itself.
    """
    identity = transport.identify()
    mask = Mask(known)
    readings = Readings(transport, mask)
    asking = _Asking(mask, progress)
    windows = asking.version(readings.windows)
    results = asking.all_of(readings.probes)
    left_behind = ""
    if endpoint is not None:
        try:
            results |= asking.all_of(Writings(transport, endpoint, mask, run_as).probes)
        finally:
            left_behind = "" if endpoint.remove() else LEFT
    ordered = tuple(results.get(question) or CheckResult.unanswered(question, NOT_ASKED) for question in Question)
    stack = known_stack(identity.product_version)
    return HostCheck(__version__, windows, stack, endpoint is not None, ordered, mask.shapes, left_behind)


class _Asking:
    def __init__(self, mask: Mask, progress: Progress) -> None:
        self._mask = mask
        self._progress = progress
        self._rejected = False

    def version(self, probe: Callable[[], str]) -> str:
        """Ask for the version of Windows; a login that is rejected here is not tried again for the questions."""
        try:
            return known_version(probe())
        except (WsmanError, DocumentError) as error:
            self._rejected = isinstance(error, AuthenticationFailed)
            return "not known"

    def all_of(self, probes: Mapping[Question, Callable[[], str]]) -> dict[Question, CheckResult]:
        return {question: self._ask(question, probe) for question, probe in probes.items()}

    def _ask(self, question: Question, probe: Callable[[], str]) -> CheckResult:
        """Ask one question. A fault is an answer; a connection that fails is none."""
        if self._rejected:  # another try could lock the account
            return CheckResult.unanswered(question, "the host had rejected the login before")
        self._progress(question)
        begun = time.monotonic()
        try:
            observed = probe()
        except WsmanFault as fault:
            if fault.code == FaultCode.ACCESS_DENIED or fault.timed_out:
                why = "the host did not finish in time" if fault.timed_out else "the account isn't allowed to do that"
                return CheckResult.unanswered(question, why, time.monotonic() - begun)
            observed = observed_fault(fault)
        except (Unanswered, WsmanError, DocumentError) as error:
            self._rejected = isinstance(error, AuthenticationFailed)
            return CheckResult.unanswered(question, _why(error), time.monotonic() - begun)
        if observed != question.assumed:
            observed = self._mask.clean(observed)
        return CheckResult.of(question, observed, time.monotonic() - begun)


def _why(error: Exception) -> str:
    """In words of our own: those of an error may name the host."""
    match error:
        case Unanswered():
            return str(error)
        case ConnectionFailed():
            return f"the connection failed: {error.problem.value}"
        case AuthenticationFailed():
            return "the host rejected the login"
    return f"the answer could not be used ({type(error).__name__})"
