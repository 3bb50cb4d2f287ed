"""What a build is made of, as a CycloneDX 1.5 bill of materials."""

import filecmp
import json
import platform
import re
import shutil
import subprocess
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import quote

EXTRAS = ("kerberos", "credssp")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LONGEST_LICENSE = 60  # some packages put the whole text where its name belongs


def bill_of_materials(folder: Path) -> str:
    """Return what the installed Gatepost depends on, near or far, and what Debian has in a built folder, as JSON.

    What is not installed is not built in. Qt comes with PySide6 and has its version.
    """
    own = metadata.metadata("gatepost")
    packages = [_component(metadata.metadata(name)) for name in closure("gatepost") if _key(name) != "gatepost"]
    python = {"type": "platform", "name": "Python", "version": platform.python_version()}
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": own["Name"], "version": own["Version"]}},
        "components": [python, *packages, *debian_packages(folder)],
    }
    return json.dumps(document, indent=1) + "\n"


def closure(distribution: str) -> list[str]:
    """Return the names of what is installed of a distribution and all that it requires, sorted; extras included."""
    found: dict[str, str] = {}
    waiting = [distribution]
    while waiting:
        name = waiting.pop()
        if _key(name) in found:
            continue
        try:
            required = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue
        found[_key(name)] = name
        waiting += [match[0] for each in required if (match := _NAME.match(each)) and _is_built_in(name, each)]
    return [found[key] for key in sorted(found)]


def debian_packages(folder: Path) -> "list[dict[str, Any]]":
    """Return the Debian packages whose libraries lie in a folder, unchanged; none where this system has no dpkg."""
    libraries = {path.name: path for path in folder.rglob("*.so*") if path.is_file()}
    if not libraries or shutil.which("dpkg-query") is None:
        return []
    owners = _lines("dpkg-query", "--search", *(f"*/{name}" for name in libraries))
    found = set()
    for line in owners:
        package, _, place = line.partition(": ")
        path = Path(place)
        if path.is_file() and filecmp.cmp(path, libraries[path.name], shallow=False):
            found.add(package)
    described = _lines("dpkg-query", "--show", "--showformat=${Package} ${Version}\n", *sorted(found)) if found else []
    return [_debian_component(*line.split()) for line in sorted(set(described))]


def _lines(*command: str) -> list[str]:
    """Return what a command prints; dpkg-query fails where one of many names is not known, and prints the others."""
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.splitlines()


def _debian_component(name: str, version: str) -> "dict[str, Any]":
    purl = f"pkg:deb/{_distribution()}/{quote(name, safe='')}@{quote(version, safe='')}"
    return {"type": "library", "name": name, "version": version, "purl": purl}


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:
        return "debian"


def _is_built_in(name: str, requirement: str) -> bool:
    """The ways to log on that are extras of Gatepost come along where they are installed; other extras do not."""
    extra = re.search(r"extra == .([\w-]+)", requirement)
    return extra is None or (_key(name) in ("gatepost", "pywinrm") and extra[1] in EXTRAS)


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _component(data: "metadata.PackageMetadata") -> "dict[str, Any]":
    name, version = data["Name"], data["Version"]
    component = {"type": "library", "name": name, "version": version, "purl": f"pkg:pypi/{_key(name)}@{version}"}
    declared = str((data.get_all("License-Expression") or data.get_all("License") or [""])[0])
    if declared and "\n" not in declared and len(declared) <= _LONGEST_LICENSE:
        component["licenses"] = [{"license": {"name": declared}}]  # type: ignore[assignment]
    return component
