"""Settings of an endpoint as text: RunAs account, language mode, limits, and what is risky in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gatepost.endpoints.configuration.principal import names_administrators
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration, SessionKind
from gatepost.endpoints.text import ENDPOINTS, NOTHING, Text, listed
from gatepost.security import NO_ACCOUNTS, Accounts
from gatepost.untrusted_xml import truth

_NO_LIMIT = 2147483647
_MILLISECONDS_PER_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: ``name`` and ``value`` as the host gives them where they have no words, ``meaning`` what they mean."""

    name: Text
    value: str | Text
    meaning: Text = NOTHING
    risky: bool = False


def settings_in_words(configuration: SessionConfiguration, accounts: Accounts = NO_ACCOUNTS) -> tuple[Setting, ...]:
    """Return what decides about sessions first, then the limits, then everything else as the host gave it.

    ``accounts`` are what the host calls them: Administrators have a name in every language.
    """
    return (
        _identity(configuration, accounts),
        _kind(configuration),
        Setting(ENDPOINTS.tr("PowerShell version"), f"{configuration.family.value} {configuration.version}".strip()),
        *(_quota(name, value) for name, value in configuration.quotas),
        *(Setting(ENDPOINTS.tr("Resource URI"), uri) for uri in configuration.resource_uris),
        *(Setting(ENDPOINTS.tr("Parameter {name}", name=name), value) for name, value in configuration.parameters),
        *_attributes(configuration),
    )


def _identity(configuration: SessionConfiguration, accounts: Accounts) -> Setting:
    run_as = configuration.run_as
    name = ENDPOINTS.tr("Sessions run as")
    if run_as.is_managed_account:
        meaning = ENDPOINTS.tr(
            "Everyone who connects has all the rights of that account. Its name is that of a managed service account, "
            "whose password Windows manages."
        )
        return Setting(name, run_as.user, meaning, risky=True)
    if run_as.user:
        meaning = ENDPOINTS.tr(
            "Everyone who connects has all the rights of that account. Its password is stored on the host."
        )
        return Setting(name, run_as.user, meaning, risky=True)
    if not run_as.virtual_account:
        return Setting(name, ENDPOINTS.tr("the connected user"), ENDPOINTS.tr("Everyone has their own rights."))
    groups = run_as.virtual_account_groups
    if not groups:
        meaning = ENDPOINTS.tr(
            "Everyone who connects is an administrator of the host for that session; on a domain controller, of the domain."
        )
        return Setting(name, ENDPOINTS.tr("a virtual account, no groups specified"), meaning, risky=True)
    sentence = ENDPOINTS.tr("a virtual account in {groups}", groups=listed(groups))
    if any(names_administrators(group, accounts) for group in groups):
        return Setting(
            name,
            sentence,
            ENDPOINTS.tr("One of its groups is Administrators: everyone who connects is an administrator."),
            risky=True,
        )
    return Setting(name, sentence, ENDPOINTS.tr("Everyone who connects has the rights of these groups only."))


def _kind(configuration: SessionConfiguration) -> Setting:
    return Setting(ENDPOINTS.tr("Session type"), configuration.kind_text, _KINDS[configuration.kind])


_KINDS = {
    SessionKind.JEA: ENDPOINTS.tr(
        "Set up by a session configuration file with a virtual account, a managed service account or required groups. "
        "What users can do is in that file and in role capabilities on the host, which aren't read here."
    ),
    SessionKind.STANDARD: ENDPOINTS.tr(
        "The session type doesn't restrict PowerShell. Commands run with the session's rights."
    ),
    SessionKind.WORKFLOW: ENDPOINTS.tr("Runs workflows; their steps run with the rights of the session."),
    SessionKind.CONFIGURATION_FILE: ENDPOINTS.tr(
        "A session configuration file on the host determines what a session offers. Gatepost doesn't read that "
        "file, so the endpoint might use JEA."
    ),
    SessionKind.STARTUP_SCRIPT: ENDPOINTS.tr(
        "A script on the host runs at the start of each session; it isn't read here."
    ),
    SessionKind.OTHER: ENDPOINTS.tr("Gatepost doesn't know this session type."),
}


def _quota(name: str, value: str) -> Setting:
    number = int(value) if value.isascii() and value.isdigit() and len(value) < 12 else None
    return Setting(ENDPOINTS.tr("Quota {name}", name=name), value, _quota_words(name, number))


def _quota_words(name: str, number: int | None) -> Text:
    if number is None:
        return NOTHING
    if name.endswith("IdleTimeoutms"):
        return _idle(name, number)
    if number >= _NO_LIMIT or (number == 0 and name == "MaxProcessesPerShell"):
        greedy = name in ("MaxMemoryPerShellMB", "MaxProcessesPerShell")
        return (
            ENDPOINTS.tr("No limit: one session can use all resources of the host.")
            if greedy
            else ENDPOINTS.tr("No limit.")
        )
    meaning = {
        "MaxShells": ENDPOINTS.tr(
            "At most %n session is open at once.", "At most %n sessions are open at once.", number
        ),
        "MaxShellsPerUser": ENDPOINTS.tr(
            "At most %n session for each user.", "At most %n sessions for each user.", number
        ),
        "MaxConcurrentUsers": ENDPOINTS.tr("At most %n user at once.", "At most %n users at once.", number),
        "MaxProcessesPerShell": ENDPOINTS.tr(
            "At most %n process in a session.", "At most %n processes in a session.", number
        ),
        "MaxMemoryPerShellMB": ENDPOINTS.tr("At most {number} MB for a session.", number=number),
        "MaxConcurrentCommandsPerShell": ENDPOINTS.tr(
            "At most %n command at once in a session.", "At most %n commands at once in a session.", number
        ),
        "MaxConcurrentOperations": ENDPOINTS.tr("At most %n request at once.", "At most %n requests at once.", number),
        "MaxConcurrentOperationsPerUser": ENDPOINTS.tr(
            "At most %n request at once for each user.", "At most %n requests at once for each user.", number
        ),
    }.get(name)
    return meaning or NOTHING


def _idle(name: str, milliseconds: int) -> Text:
    if milliseconds >= _NO_LIMIT:
        return (
            ENDPOINTS.tr("Idle sessions aren't ended.")
            if name == "IdleTimeoutms"
            else ENDPOINTS.tr("Users can request any timeout.")
        )
    minutes = f"{milliseconds / _MILLISECONDS_PER_MINUTE:g}"
    if name == "IdleTimeoutms":
        return ENDPOINTS.tr("Idle sessions end after {minutes} min.", minutes=minutes)
    return ENDPOINTS.tr("Users can request a timeout of up to {minutes} min.", minutes=minutes)


def _attributes(configuration: SessionConfiguration) -> Iterator[Setting]:
    for name, value in configuration.attributes:
        shared = name == "UseSharedProcess" and truth(value) is True
        meaning = ENDPOINTS.tr("Sessions of all users share one process.") if shared else NOTHING
        yield Setting(ENDPOINTS.tr("{name}", name=name), value, meaning, risky=shared)
