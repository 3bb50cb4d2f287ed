"""The host's own answer to whether the connected account gets in, beside the computed one."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.endpoints.access.effective_access import AccessAnswer, Verdict
from gatepost.endpoints.text import ENDPOINTS, NOTHING, Text
from gatepost.security import TruthValue


@dataclass(frozen=True, slots=True)
class ProofOutcome:
    """Result of opening a real session. UNKNOWN: the host said neither yes nor no.

    ``left_open`` is said where a session may have stayed open on the host.
    """

    endpoint: str
    verdict: Verdict
    said: Text
    left_open: Text = NOTHING


def compared(proof: ProofOutcome, computed: AccessAnswer) -> Text:
    """Say whether the host and the computation agree, and what a difference may mean."""
    if TruthValue.UNKNOWN in (proof.verdict.answer, computed.verdict.answer):
        return ENDPOINTS.tr("The answers can't be compared: one is neither yes nor no.")
    if proof.verdict.answer is computed.verdict.answer:
        return ENDPOINTS.tr("The computed answer is the same.")
    if proof.verdict is Verdict.YES:
        return ENDPOINTS.tr(
            "The computed answer is no. Your account might be in a group that isn't known here, or the host might "
            "have changed since it was read. Refresh to compare again."
        )
    return ENDPOINTS.tr(
        "The computed answer is yes. A Deny might apply to one of your groups that isn't known here, the host might "
        "have changed since it was read, or something other than the permissions prevents the session."
    )
