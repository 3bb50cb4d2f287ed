"""Registry of a practice host: the parts of HKEY_LOCAL_MACHINE that the program reads."""

from __future__ import annotations

from collections.abc import Mapping

POLICIES = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"
TOKEN_POLICY = "LocalAccountTokenFilterPolicy"  # noqa: S105 - the name of a setting
WINDOWS_POWERSHELL = r"SOFTWARE\Microsoft\PowerShell\3\PowerShellEngine"
POWERSHELL_CORE = r"SOFTWARE\Microsoft\PowerShellCore\InstalledVersions"
Value = int | str


class Registry:
    """Parts of HKEY_LOCAL_MACHINE that the program reads: keys and values; the case of names does not matter."""

    def __init__(self, keys: dict[str, dict[str, Value]]) -> None:
        """Start with these keys, paths without the hive."""
        self._keys = keys

    def values(self, path: str) -> dict[str, Value] | None:
        """Return the values of a key, to read or to change; None: there is no such key."""
        folded = path.strip("\\").lower()
        for known, values in self._keys.items():
            if known.lower() == folded:
                return values
        return {} if self.subkeys(path) else None

    def subkeys(self, path: str) -> list[str]:
        """Return the names of the keys directly under a path."""
        prefix = path.strip("\\").lower() + "\\"
        names = [known[len(prefix) :].split("\\")[0] for known in self._keys if known.lower().startswith(prefix)]
        return list(dict.fromkeys(names))

    def get(self, path: str, name: str) -> Value | None:
        """Return a value; None: there is none of that name."""
        values = self.values(path) or {}
        return values.get(_as_written(values, name))

    def set(self, path: str, name: str, value: Value) -> None:
        """Write a value, under the name that it has already in another case."""
        values = self.values(path)
        if values is None:
            values = self._keys[path.strip("\\")] = {}
        values[_as_written(values, name)] = value

    def delete(self, path: str, name: str) -> bool:
        """Remove a value; return whether it was there."""
        values = self.values(path) or {}
        return values.pop(_as_written(values, name), None) is not None

    @property
    def powershell_versions(self) -> frozenset[str]:
        """The installed versions of PowerShell 6 and above."""
        keys = [rf"{POWERSHELL_CORE}\{key}" for key in self.subkeys(POWERSHELL_CORE)]
        return frozenset(str(self.get(key, "SemanticVersion")) for key in keys)

    def remove_powershell(self, version: str) -> bool:
        """Remove an installed version; return whether it was there."""
        prefix = POWERSHELL_CORE.lower() + "\\"
        keys = [
            key for key, values in self._keys.items()
            if key.lower().startswith(prefix) and values.get("SemanticVersion") == version
        ]  # fmt: skip
        for key in keys:
            del self._keys[key]
        return bool(keys)

    @property
    def token_policy(self) -> int | None:
        """LocalAccountTokenFilterPolicy; None: absent."""
        value = self.get(POLICIES, TOKEN_POLICY)
        return value if isinstance(value, int) else None


def _as_written(values: Mapping[str, Value], name: str) -> str:
    """Return a name in the case in which the key has it."""
    return next((known for known in values if known.lower() == name.lower()), name)
