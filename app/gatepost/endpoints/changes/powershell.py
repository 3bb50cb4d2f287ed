"""PowerShell of a change: the cmdlets that come nearest to it, and a script for the WSMan: drive."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.visible import one_line
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet, EndpointChange

# PowerShell takes the curly single quotes for quotes as well.
_QUOTES = "'\u2018\u2019\u201a\u201b"
_HIDDEN = {"Cc", "Cf", "Zl", "Zp"}
_ENDPOINTS_ALONE = ("Changes endpoints only, not the service, listener, firewall rules or token policy.",)
_LIMITS = (
    "Run as administrator on the host, in Windows PowerShell 5.1 or PowerShell 7: the script covers the endpoints of both.",
    "Stops if the current permissions differ from those expected.",
    "Doesn't restart WinRM. Changes made by this script aren't recorded in Gatepost.",
)
_REPLACE = """\
function Set-EndpointDescriptor([string] $Name, [string] $Before, [string] $After) {
    $places = foreach ($resource in Get-ChildItem -LiteralPath "WSMan:\\localhost\\Plugin\\$Name\\Resources") {
        Get-ChildItem -LiteralPath "$($resource.PSPath)\\Security" | ForEach-Object { "$($_.PSPath)\\Sddl" }
    }
    $found = @($places | Where-Object { (Get-Item -LiteralPath $_).Value -ceq $Before })
    if (-not $found) { throw "The permissions of $Name differ from those expected." }
    $found | ForEach-Object { Set-Item -LiteralPath $_ -Value $After -Force -WarningAction SilentlyContinue }
}"""
_ADD = """\
function Add-EndpointDescriptor([string] $Name, [string] $After) {
    # The drive writes the whole endpoint for this: its quotas and a virtual account may fall back to defaults.
    $resources = @(Get-ChildItem -LiteralPath "WSMan:\\localhost\\Plugin\\$Name\\Resources")
    $bare = @($resources | Where-Object { -not (Get-ChildItem -LiteralPath "$($_.PSPath)\\Security") })
    if (-not $bare) { throw "$Name already has its own permissions." }
    $bare | ForEach-Object { New-Item -Path "$($_.PSPath)\\Security" -Sddl $After -Force | Out-Null }
}"""
_REMOVE = """\
function Remove-EndpointDescriptor([string] $Name) {
    # The drive writes the whole endpoint for this: its quotas and a virtual account may fall back to defaults.
    foreach ($resource in Get-ChildItem -LiteralPath "WSMan:\\localhost\\Plugin\\$Name\\Resources") {
        Get-ChildItem -LiteralPath "$($resource.PSPath)\\Security" | Remove-Item -Recurse -Force
    }
}"""
_ENABLE = """\
function Set-EndpointEnabled([string] $Name, [string] $Value) {
    Set-Item -LiteralPath "WSMan:\\localhost\\Plugin\\$Name\\Enabled" -Value $Value -Force -WarningAction SilentlyContinue
}"""
_FUNCTIONS = {
    "Set-EndpointDescriptor": _REPLACE,
    "Add-EndpointDescriptor": _ADD,
    "Remove-EndpointDescriptor": _REMOVE,
    "Set-EndpointEnabled": _ENABLE,
}


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


def wsman_drive_script(change_set: ChangeSet) -> str:
    """Return a script that works through the WSMan: drive.

    The drive is the same in Windows PowerShell 5.1 and in PowerShell 7 and shows the endpoints of both, unlike the
    cmdlets. Descriptors are found by what they were: then nothing is overwritten that was changed meanwhile.
    """
    calls = [line for change in change_set.effective for line in _calls(change)]
    functions = [body for name, body in _FUNCTIONS.items() if any(line.startswith(name) for line in calls)]
    preference = ["$ErrorActionPreference = 'Stop'"] if calls else []
    parts = ["\n".join([*head(change_set, _LIMITS), *preference]), *functions, "\n".join(calls)]
    return "\n\n".join(part for part in parts if part)


def _calls(change: EndpointChange) -> list[str]:
    """What closes an endpoint comes first: it is disabled before its permissions change, and enabled after."""
    enabled = (
        [f"Set-EndpointEnabled {quoted(change.name)} '{'true' if change.after.enabled else 'false'}'"]
        if change.changes_enabled
        else []
    )
    descriptors = _descriptor_calls(change)
    return [*descriptors, *enabled] if change.after.enabled else [*enabled, *descriptors]


def _descriptor_calls(change: EndpointChange) -> list[str]:
    name = quoted(change.name)
    old, new = change.before.security_nodes, change.after.security_nodes
    if old and not new:
        return [f"Remove-EndpointDescriptor {name}"]
    places = {(node.resource_uri, node.uri) for node in old}
    added = list(dict.fromkeys(node.sddl for node in new if (node.resource_uri, node.uri) not in places))
    kept = [node for node in new if (node.resource_uri, node.uri) in places]
    if len(kept) != len(old) or len(added) > 1:
        return [comment(f"{change.name} is skipped: its descriptors change in a way that this script can't express.")]
    pairs = dict.fromkeys((b.sddl, a.sddl) for b, a in zip(old, kept, strict=True))
    if len({before for before, _ in pairs}) != len(pairs):
        return [comment(f"{change.name} is skipped: its descriptors are equal now and differ after the change.")]
    calls = [
        f"Set-EndpointDescriptor {name} {quoted(before)} {quoted(after)}" for before, after in pairs if before != after
    ]
    return calls + [f"Add-EndpointDescriptor {name} {quoted(sddl)}" for sddl in added]
