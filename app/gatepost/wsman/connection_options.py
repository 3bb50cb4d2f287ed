"""Connection options that a saved connection and a target have in common: authentication, TLS, proxy."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class TlsOptions:
    """What a host's certificate has to be, and how to get to the host.

    With https the host's certificate has to be valid under the system's authorities, or under those in ``ca_file``
    (PEM) alone. ``pinned_fingerprint`` (SHA-256) replaces that: exactly this certificate is accepted. ``verify_as`` is
    the name that the certificate has to be issued to and the SPN has to be of, where that is another than the host's:
    behind a tunnel, an alias or a load balancer. ``tls12_only`` keeps https at TLS 1.2. ``proxy`` is the http URL of
    one that lets connections through.
    """

    ca_file: str = ""
    pinned_fingerprint: str = ""
    proxy: str = ""
    verify_as: str = ""
    tls12_only: bool = False

    @property
    def tls_options(self) -> dict[str, Any]:
        """These fields alone, by name."""
        return {each.name: getattr(self, each.name) for each in fields(TlsOptions)}


@dataclass(frozen=True, slots=True)
class ConnectionOptions(TlsOptions):
    """Everything about a connection but the host's address and the secret.

    ``authentication`` is the key of a ``Scheme``. ``user`` may be empty for automatic and Kerberos, which then use the
    current ticket. ``client_certificate`` (PEM or PKCS #12) and ``client_key`` are files of the authentication
    "certificate"; the password is then the key's, and ``user`` is empty.
    """

    authentication: str
    user: str
    client_certificate: str = field(default="", kw_only=True)
    client_key: str = field(default="", kw_only=True)

    @property
    def options(self) -> dict[str, Any]:
        """These fields and those for TLS, by name."""
        return {each.name: getattr(self, each.name) for each in fields(ConnectionOptions)}
