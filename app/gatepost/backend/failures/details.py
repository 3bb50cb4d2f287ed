"""Details of an error: codes and raw text, never a secret."""

from __future__ import annotations

from gatepost.endpoints.visible import visible
from gatepost.wsman.certificates import CertificateFacts
from gatepost.wsman.errors import AuthenticationFailed, CertificateRefused, WsmanError, WsmanFault

MAX_DETAILS = 8_000
MAX_DETAIL = 300  # of the one that stands in a sentence


def scrubbed(text: str) -> str:
    """Return ``text`` without what looks like a secret."""
    from gatepost.backend.failures import scrubbing  # its patterns are compiled once something has gone wrong

    return scrubbing.scrubbed(text)


def details_of(error: Exception) -> str:
    """Return one fact a line: the exception, its codes, and what the host wrote, cut, scrubbed and visible."""
    lines = [f"{type(error).__name__}: {error}"]
    if isinstance(error, WsmanError):
        lines += [step.text for step in error.steps]
    match error:
        case WsmanFault():
            lines += _stated(
                {
                    "Code": "" if error.code is None else f"{error.code} (0x{error.code:08X})",
                    "Subcode": error.subcode,
                    "Provider": error.provider,
                    "Path": error.provider_path,
                    "Reason": error.reason if error.provider_message else "",
                }
            )
        case CertificateRefused():
            lines += certificate_lines(error.certificate, error.pin)
        case AuthenticationFailed():
            nt_status = "" if error.nt_status is None else f"0x{error.nt_status:08X}"
            lines += _stated({"Tried": error.tried, "Offered": ", ".join(error.offered), "NTSTATUS": nt_status})
    return visible(scrubbed("\n".join(lines)[:MAX_DETAILS]))


def one_detail(error: Exception) -> str:
    """Return the most telling of the details: what a library or this computer reported, else what came last."""
    reported = str(getattr(error, "detail", ""))
    if not reported and isinstance(error, WsmanError) and error.steps:
        reported = error.steps[-1].text
    return visible(scrubbed((reported or str(error))[:MAX_DETAIL])).rstrip(".")


def certificate_lines(certificate: CertificateFacts, pin: str) -> list[str]:
    """Return what a person needs to decide about a certificate; ``pin`` is what was trusted before."""
    return [
        f"Subject: {certificate.subject}",
        f"Issuer: {certificate.issuer}",
        f"Valid: {certificate.not_before:%Y-%m-%d %H:%M} to {certificate.not_after:%Y-%m-%d %H:%M} UTC",
        f"Names: {', '.join(certificate.names) or 'none'}",
        f"SHA-256: {certificate.sha256}",
        *([f"Trusted before: {pin}"] if pin else []),
    ]


def _stated(facts: dict[str, str]) -> list[str]:
    return [f"{label}: {fact}" for label, fact in facts.items() if fact]
