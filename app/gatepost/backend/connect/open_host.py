"""Opening a host with a connection and a password."""

from __future__ import annotations

from gatepost.backend.connect.connections import Connection
from gatepost.backend.connect.schemes import missing_text, refusal, scheme_of, with_allowed_scheme
from gatepost.backend.failures.diagnose import host_error
from gatepost.backend.files.settings import Settings
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import BACKEND
from gatepost.wsman import Transport
from gatepost.wsman.errors import WsmanError
from gatepost.wsman.login.attempts import LoginAttempts
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget

_USUAL = Settings()
_OPTIONS = BACKEND.tr("Use --user and --password-stdin, or --cert FILE.")


def open_transport(
    connection: Connection, password: str, settings: Settings = _USUAL, *, attempts: LoginAttempts | None = None
) -> Transport:
    """Make a transport. Nothing is sent yet. Of the settings, the timeouts are used.

    ``attempts`` are shared by all hosts that may be asked with the same account.

    Raises:
        HostError: the user or the password is missing, the password would cross in clear, or a part of the
            connection is not what it should be.
    """
    target = target_of(connection, password, settings)
    try:
        return connect(target, attempts)
    except WsmanError as error:
        raise host_error(error, connection.address.label) from error


def target_of(connection: Connection, password: str, settings: Settings) -> RemoteTarget:
    """Return what the wire is given of a connection.

    Raises:
        HostError: as in ``open_transport``.
    """
    connection = with_allowed_scheme(connection)
    name, scheme = connection.address.label, scheme_of(connection.authentication)
    lacking = missing_text(connection, has_password=bool(password))
    if lacking and connection.user and not password:
        lacking = BACKEND.tr("No password is saved for {user} on {host}.", user=connection.user, host=name)
    if lacking:
        raise HostError(lacking, BACKEND.tr("Connect again and enter it."), command_line=_OPTIONS)
    refused = refusal(connection)
    if refused:
        raise HostError(refused)
    options = connection.options | {"authentication": scheme.key}
    if not connection.address.secure:
        options["pinned_fingerprint"] = ""
    try:
        return RemoteTarget(
            **options,
            password=password,
            url=connection.address.url,
            address=name,
            connect_timeout=settings.connect_seconds,
            read_timeout=settings.answer_seconds,
            exchange_timeout=2 * settings.answer_seconds,
        )
    except ValueError as error:
        raise HostError(BACKEND.tr("Can't use the connection to {host}: {why}.", host=name, why=error)) from error


def open_host(
    connection: Connection,
    password: str,
    journal: Journal,
    settings: Settings = _USUAL,
    *,
    attempts: LoginAttempts | None = None,
) -> Host:
    """Make a host. Nothing is sent yet. ``settings`` and ``attempts`` are as in ``open_transport``.

    Raises:
        HostError: as in ``open_transport``.
    """
    transport = open_transport(connection, password, settings, attempts=attempts)
    return Host(transport, journal, key=connection.key, name=connection.address.label)
