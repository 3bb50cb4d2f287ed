"""PowerShell script of a change that works through the WSMan: drive."""

from __future__ import annotations

from gatepost.endpoints.changes.powershell import comment, head, quoted
from gatepost.endpoints.writes.change_set import ChangeSet, EndpointChange

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
