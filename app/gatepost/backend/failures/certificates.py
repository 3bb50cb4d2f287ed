"""A host's certificate that is not believed, as a question that a person can answer by pinning it."""

from __future__ import annotations

from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import Text
from gatepost.wsman.certificates import CertificateFacts, CertificateProblem, normal_fingerprint

__all__ = ["CertificateFacts", "CertificateProblem", "CertificateQuestion", "normal_fingerprint"]


class CertificateQuestion(HostError):
    """Nothing but a TLS handshake was sent.

    To trust ``certificate`` for this host, put its ``sha256`` into ``Connection.pinned_fingerprint``. With
    ``problem`` CHANGED_PIN another one was trusted before, ``pin``: that is an alarm first, and a question last.
    """

    def __init__(
        self,
        summary: Text,
        next_step: Text,
        details: str,
        command_line: Text,
        *,
        certificate: CertificateFacts,
        problem: CertificateProblem,
        pin: str,
    ) -> None:
        super().__init__(summary, next_step, details, command_line)
        self.certificate = certificate
        self.problem = problem
        self.pin = pin

    @property
    def changed(self) -> bool:
        """Whether the host was trusted by another certificate before."""
        return self.problem is CertificateProblem.CHANGED_PIN
