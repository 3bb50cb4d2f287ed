"""Run a sample of mutants against the tests: ``python -m tests.mutation.run --seed 1 --count 10 --rooms security``.

``--again FILE`` tries the survivors of an earlier run, whose output is in the file, once more.

Each mutant is tried in a copy of the checkout, first against the tests of its module, then against those of its folder,
then against those of its room.
A survivor is a broken line that these tests do not notice: it is a hole, or harmless, or means the same; read it.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.mutation.mutants import Mutant, mutants

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("security", "endpoints", "backend", "wsman")
_COPIED = ("app", "tests", "resources", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", ".ci")


def main() -> int:
    """Print what each mutant came to, and at the end the share that was noticed, per room."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32), help="repeats a sample")
    parser.add_argument("--count", type=int, default=10, help="mutants for each room")
    parser.add_argument("--rooms", nargs="+", default=ROOMS, help=f"some of {', '.join(ROOMS)}, models, ui, session")
    parser.add_argument("--seconds", type=int, default=300, help="longest run of the tests for one mutant")
    parser.add_argument(
        "--again", type=Path, help="output of an earlier run, whose survivors are tried instead of a sample"
    )
    parser.add_argument("--folder-only", action="store_true", help="leave the tests of the rest of the room out")
    options = parser.parse_args()
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory(prefix="gatepost-mutation-") as folder:
        copy = _copied(Path(folder, "checkout"))
        for room in options.rooms:
            tried = _sample(copy, room, options) if options.again is None else _survivors(copy, room, options.again)
            counts = Counter(_noticed(copy, path, mutant, options) for path, mutant in tried)
            killed, survived = counts[True], counts[False]
            print(
                f"{room}: {killed} of {killed + survived} noticed ({100 * killed // max(killed + survived, 1)} %)",
                flush=True,
            )
    return 0


def _copied(target: Path) -> Path:
    target.mkdir()
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__", ".hypothesis"))
        elif source.exists():
            shutil.copy2(source, target / name)
    return target


def _sample(copy: Path, room: str, options: argparse.Namespace) -> Iterator[tuple[Path, Mutant]]:
    """Draw a line at random for each mutant, and one of its mutants: long modules count as what they are."""
    chance = random.Random(f"{options.seed} {room}")
    places: dict[tuple[Path, int], list[Mutant]] = {}
    for path in sorted((copy / "app" / "gatepost" / room).rglob("*.py")):
        for mutant in mutants(path.read_text("utf-8")):
            places.setdefault((path.relative_to(copy), mutant.line), []).append(mutant)
    for path, line in chance.sample(sorted(places), min(options.count, len(places))):
        yield path, chance.choice(places[path, line])


def _survivors(copy: Path, room: str, output: Path) -> Iterator[tuple[Path, Mutant]]:
    """Find the mutants again that an earlier run has printed as survivors, also where their lines have moved since."""
    for survivor in re.finditer(r"^SURVIVED (\S+):(\d+) ([^:]+: .*)$", output.read_text("utf-8"), re.MULTILINE):
        path, line, shown = Path(survivor[1]), int(survivor[2]), survivor[3]
        if path.parts[2] == room and (copy / path).exists():
            source = (copy / path).read_text("utf-8")
            same = [mutant for mutant in mutants(source) if shown.startswith(_shown(mutant, source))]
            if same:
                yield path, min(same, key=lambda mutant: abs(mutant.line - line))
            else:
                print(f"GONE     {survivor[1]}:{line} {shown}", flush=True)


def _shown(mutant: Mutant, source: str) -> str:
    return f"{mutant.kind}: {' '.join(f'{mutant.replaced(source)} -> {mutant.text}'.split())[:120]}"


def _noticed(copy: Path, path: Path, mutant: Mutant, options: argparse.Namespace) -> bool:
    target = copy / path
    whole = target.read_text("utf-8")
    target.write_text(mutant.applied(whole), "utf-8")
    try:
        killed = any(_fails(copy, tests, options.seconds) for tests in _tests(copy, path, options))
    finally:
        target.write_text(whole, "utf-8")
    said = "noticed " if killed else "SURVIVED"
    print(f"{said} {path}:{mutant.line} {_shown(mutant, whole)}", flush=True)
    return killed


def _tests(copy: Path, path: Path, options: argparse.Namespace) -> Iterator[Path]:
    """The files and folders of tests to run, the nearest first."""
    room, *rest = path.parts[2:]  # app/gatepost/room/folder/module.py
    near = copy.joinpath("tests", room, *rest[:-1])
    if near.is_dir():
        yield from sorted(near.glob(f"test_{path.stem}*.py"))
        if any(near.glob("test_*.py")):
            yield near
    if not options.folder_only and near != copy / "tests" / room:
        yield copy / "tests" / room


def _fails(copy: Path, tests: Path, seconds: int) -> bool:
    """Whether the tests fail, or do not end: a loop without end is noticed, too."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", str(tests)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    environment["PYTHONPATH"] = str(copy / "app")  # for programs that tests start
    try:
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return True
    return done.returncode not in (0, 5)  # 5: no test was found


if __name__ == "__main__":
    sys.exit(main())
