"""The PowerShell that would do the same, for people to read, copy and compare."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# PowerShell takes the curly single quotes for quotes as well.
_QUOTES = "'\u2018\u2019\u201a\u201b"
_HIDDEN = {"Cc", "Cf", "Zl", "Zp"}


def quoted(value: str) -> str:
    """Return ``value`` as one PowerShell expression that it cannot break out of.

    Characters that nobody can see are written as code points, so that what is copied is what is shown.
    """
    pieces = [_code_point(run) if hidden else _single_quoted(run) for hidden, run in _runs(value)]
    return pieces[0] if len(pieces) == 1 and not pieces[0].startswith("[") else f"({' + '.join(pieces)})"


def _runs(value: str) -> list[tuple[bool, str]]:
    """Split into invisible characters, each alone, and what stands between them; at least one run."""
    runs = [(bool(hidden), hidden or shown) for shown, hidden in _split(value)]
    if not runs or runs[0][0]:
        runs.insert(0, (False, ""))  # a string in front makes the rest be joined as text
    return runs


def _split(value: str) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    shown = ""
    for character in value:
        if unicodedata.category(character) in _HIDDEN:
            parts += [(shown, ""), ("", character)] if shown else [("", character)]
            shown = ""
        else:
            shown += character
    return [*parts, (shown, "")] if shown else parts


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


def set_descriptors(wished: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Return the cmdlet for each name with its descriptors, and where no cmdlet does the same."""
    lines = ["# Windows PowerShell 5.1, run as administrator on the host. The cmdlet restarts WinRM; Gatepost doesn't."]
    for name, sddls in wished:
        lines += _set_descriptor(name, sddls)
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
