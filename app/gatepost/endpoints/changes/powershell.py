"""PowerShell of a change: the cmdlets that come nearest to it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.visible import one_line
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet

# PowerShell takes the curly single quotes for quotes as well.
_QUOTES = "'\u2018\u2019\u201a\u201b"
_HIDDEN = {"Cc", "Cf", "Zl", "Zp"}
_ENDPOINTS_ALONE = ("Changes endpoints only, not the service, listener, firewall rules or token policy.",)


def quoted(value: str) -> str:
    """Return ``value`` as one PowerShell expression that it cannot break out of.

    Invisible characters are written as code points, so that what is copied is what is shown.
    """
    pieces: list[str] = []
    for is_hidden, run in groupby(value, lambda character: unicodedata.category(character) in _HIDDEN):
        characters = "".join(run)
        pieces += map(_code_point, characters) if is_hidden else [_single_quoted(characters)]
    if not pieces or pieces[0].startswith("["):
        pieces.insert(0, "''")  # a string in front makes the rest be joined as text
    return pieces[0] if len(pieces) == 1 else f"({' + '.join(pieces)})"


def _single_quoted(value: str) -> str:
    return "'" + "".join(c * 2 if c in _QUOTES else c for c in value) + "'"


def _code_point(character: str) -> str:
    number = ord(character)
    return f"[char]0x{number:04X}" if number <= 0xFFFF else f"[char]::ConvertFromUtf32(0x{number:X})"


def disable_remoting(*, include_disabled: bool) -> str:
    """Return the cmdlet that denies the network on all enabled endpoints."""
    lines = ["# Windows PowerShell 5.1, run as administrator on the host", "Disable-PSRemoting -Force"]
    if include_disabled:
        lines.append("# No cmdlet adds the Deny to an endpoint and leaves it disabled; Gatepost does.")
    return "\n".join(lines)


def enable_remoting() -> str:
    """Return the cmdlet that opens all endpoints again, and what it does besides."""
    return "\n".join(
        [
            "# Windows PowerShell 5.1, run as administrator on the host.",
            "# The cmdlet performs every step, including the token policy, and restarts WinRM.",
            "# Gatepost performs only the selected steps and doesn't restart WinRM.",
            "Enable-PSRemoting -Force",
        ]
    )


def set_access_mode(names: Iterable[str], mode: str) -> str:
    """Return one Set-PSSessionConfiguration for each name."""
    lines = [f"Set-PSSessionConfiguration -Name {quoted(name)} -AccessMode {mode} -Force" for name in names]
    return "\n".join(["# Windows PowerShell 5.1, run as administrator on the host", *lines])


def set_descriptors(configurations: Iterable[SessionConfiguration]) -> str:
    """Return the cmdlet that gives each endpoint its descriptors, and where no cmdlet does the same."""
    lines = ["# Windows PowerShell 5.1, run as administrator on the host. The cmdlet restarts WinRM; Gatepost doesn't."]
    for configuration in configurations:
        lines += _set_descriptor(configuration.name, configuration.sddls)
    return "\n".join(lines)


def set_enabled(name: str, *, enabled: bool) -> str:
    """Return the cmdlet that sets Enabled. Enabling, it takes Everyone's Deny away too; Gatepost does not."""
    return f"{'Enable' if enabled else 'Disable'}-PSSessionConfiguration -Name {quoted(name)} -Force"


def _set_descriptor(name: str, sddls: tuple[str, ...]) -> list[str]:
    if not sddls:
        return [f"# {quoted(name)}: no cmdlet removes its own descriptor; Gatepost does."]
    lines = [f"Set-PSSessionConfiguration -Name {quoted(name)} -SecurityDescriptorSddl {quoted(sddls[-1])} -Force"]
    if len(sddls) > 1:
        lines.insert(0, f"# {quoted(name)}: the cmdlet would replace its {len(sddls)} descriptors with one.")
    return lines


def comment(text: str) -> str:
    """Return one line of comment, for PowerShell and YAML alike; what ends a line in ``text`` is made visible."""
    return f"# {one_line(text)}"


def head(change_set: ChangeSet, limits: tuple[str, ...]) -> list[str]:
    """Return the comment at the top: what the code does, and its known limits."""
    what = f"{change_set.verb} on {change_set.host.name}, as planned in Gatepost."
    without = _ENDPOINTS_ALONE if change_set.action is ActionKind.ENABLE_REMOTING else ()
    return [comment(text) for text in (what, *without, *limits)]
