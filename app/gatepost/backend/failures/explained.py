"""Base of the catalogs of causes: summary and next step, which may differ on the command line.

A host's certificate that is not believed is a question, which a person can answer by pinning it.
"""

from __future__ import annotations

from enum import Enum

from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import BACKEND, NOTHING, Text
from gatepost.wsman.certificates import CertificateProblem, normal_fingerprint
from gatepost.wsman.errors import CertificateRefused

TRY_AGAIN = BACKEND.tr("Try again.")


class Explained(Enum):
    """Base of the catalogs of causes.

    Fields in the texts: {host}; {tried}, {offered} and {pick} are ways to log on; {spn} is the service name of the host;
    {said} is the host's own text, {status} an HTTP status, {why} a reason of ours, {rejected_by} another host. On the
    command line also {detail}, which the window folds out, {names} and {fingerprint} of a certificate, and {options}
    for ``pick``.
    """

    def __init__(self, summary: Text, next_step: Text, command_line: Text = NOTHING) -> None:
        self.summary = summary
        self.next_step = next_step
        self.command_line = command_line or next_step


class CertificateQuestion(HostError):
    """Error that the user can resolve by trusting a certificate. Only a TLS handshake was sent.

    To trust ``certificate`` for this host, put its ``sha256`` into ``Connection.pinned_fingerprint``. With
    ``problem`` CHANGED_PIN another one was trusted before, ``pin``: that is an alarm first, and a question last.
    """

    def __init__(
        self, refused: CertificateRefused, summary: Text, next_step: Text, details: str, command_line: Text
    ) -> None:
        super().__init__(summary, next_step, details, command_line)
        self.certificate, self.problem, self.pin = refused.certificate, refused.reason, refused.pin

    @property
    def changed(self) -> bool:
        """Whether the host was trusted by another certificate before."""
        return self.problem is CertificateProblem.CHANGED_PIN

    def has_fingerprint(self, typed: str) -> bool:
        """Whether a text is the SHA-256 fingerprint of the certificate, however it is written.

        Raises:
            ValueError: it isn't a fingerprint.
        """
        return normal_fingerprint("".join(typed.split())) == self.certificate.sha256
