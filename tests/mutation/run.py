"""Run a sample of mutants against the tests: ``python -m tests.mutation.run --seed 1 --count 10 --rooms security``.

``--again FILE`` tries the survivors of an earlier run, whose output is in the file, once more.

Each mutant is tried in a copy of the checkout, first against the tests of its room that call its function, then against
those that call anything of its module, then against the others, the quickest first, until their time is up.
Each line names the test that noticed: one that fails now and then by itself has noticed nothing.
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
from itertools import accumulate
from pathlib import Path

from tests.mutation.mutants import Mutant, mutants
from tests.mutation.reached import Reach, read, tests_of

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("security", "endpoints", "backend", "wsman")
NOTICED, ENDLESS, SURVIVED = "noticed ", "endless ", "SURVIVED"
_COPIED = ("app", "tests", "resources", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", ".ci")


def main() -> int:
    """Print what each mutant came to, and at the end the share that was noticed, per room."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32), help="repeats a sample")
    parser.add_argument("--count", type=int, default=10, help="mutants for each room")
    parser.add_argument("--rooms", nargs="+", default=ROOMS, help=f"some of {', '.join(ROOMS)}, models, ui, session")
    parser.add_argument("--seconds", type=int, default=60, help="how much of the tests to run for one mutant")
    parser.add_argument(
        "--again", type=Path, help="output of an earlier run, whose survivors are tried instead of a sample"
    )
    options = parser.parse_args()
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory(prefix="gatepost-mutation-") as folder:
        copy = _copied(Path(folder, "checkout"))
        for room in options.rooms:
            tried = _sample(copy, room, options) if options.again is None else _survivors(copy, room, options.again)
            tests = _reached(copy, room)
            counts = Counter(_tried(copy, path, mutant, tests, options.seconds) for path, mutant in tried)
            noticed, every = counts.total() - counts[SURVIVED], counts.total()
            share = f"{100 * noticed // max(every, 1)} %"
            print(f"{room}: {noticed} of {every} noticed ({share}), {counts[ENDLESS]} by the time", flush=True)
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


def _reached(copy: Path, room: str) -> list[Reach]:
    """Run the tests of a room once, and note what each of them calls."""
    note = copy.parent / f"{room}.jsonl"
    _pytest(copy, ["-p", "tests.mutation.reached", f"tests/{room}"], None, {"GATEPOST_REACHED": os.fspath(note)})
    tests = read(note)
    print(f"{room}: {len(tests)} tests, {sum(test.seconds for test in tests):.0f} s", flush=True)
    return tests


def _tried(copy: Path, path: Path, mutant: Mutant, tests: list[Reach], seconds: int) -> str:
    target = copy / path
    whole = target.read_text("utf-8")
    near = tests_of(tests, os.fspath(path.relative_to("app/gatepost")), whole, mutant.line)
    chosen = [
        test for test, so_far in zip(near, accumulate(test.seconds for test in near), strict=True) if so_far < seconds
    ]
    target.write_text(mutant.applied(whole), "utf-8")
    try:
        result, by = _result(copy, chosen, 60 + 4 * seconds)
    finally:
        target.write_text(whole, "utf-8")
    told = f"[{len(chosen)} of {len(near)} tests]" if result == SURVIVED else by
    print(f"{result} {path}:{mutant.line} {_shown(mutant, whole)}  {told}".rstrip(), flush=True)
    return result


def _result(copy: Path, tests: list[Reach], seconds: int) -> tuple[str, str]:
    """Return what came of the tests, and which one has failed; a loop without end is noticed, too."""
    if not tests:
        return SURVIVED, ""
    names = copy.parent / "tests.txt"
    names.write_text("\n".join(test.name for test in tests), "utf-8")
    try:
        done = _pytest(copy, ["-x", f"@{names}"], seconds, {})
    except subprocess.TimeoutExpired:
        return ENDLESS, ""
    failed = re.search(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
    return NOTICED if done.returncode else SURVIVED, failed[1] if failed else ""


def _pytest(
    copy: Path, arguments: list[str], seconds: int | None, more: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1", **more}
    environment["PYTHONPATH"] = os.fspath(copy / "app")  # for programs that tests start
    return subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, text=True, timeout=seconds, check=False
    )


if __name__ == "__main__":
    sys.exit(main())
