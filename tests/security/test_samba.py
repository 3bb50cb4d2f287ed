"""The access check against Samba's own, with new cases every time."""

from __future__ import annotations

import json
import random
import re
import subprocess
from pathlib import Path

import pytest

from gatepost.security import SecurityDescriptor, Sid, Token
from tests.needs import needs
from tests.security.access_check import is_granted

SYSTEM_PYTHON = Path("/usr/bin/python3")
CHECK = Path(__file__).with_name("samba_check.py")
CASES = 2_000
KNOWS_CONDITIONS = (4, 20)
USERS = ["S-1-5-21-1-2-3-1104", "S-1-5-21-1-2-3-1105"]
GROUPS = ["S-1-5-32-544", "S-1-5-32-580", "S-1-5-2", "S-1-5-4", "S-1-1-0", "S-1-5-11", "S-1-5-32-545"]
OWNER_RIGHTS = "S-1-3-4"  # in entries alone: no token carries it
RIGHTS = [
    "RC",
    "WD",
    "WO",
    "CC",
    "DC",
    "GX",
    "GR",
    "GW",
    "0x3",
    "0x60000",
    "RCWD",
    "GXGR",
    "CCDCLCSWRPWPDTLOCRSDRCWDWO",
]
DESIRED = [0x20000000, 0x80000000, 0x40000000, 0xE0000000, 0x20000, 0x60000, 1, 3, 0x10000]
SEVERAL = ["{2,3}", '{"red","blue"}']
Case = tuple[str, list[str], int]


def answers_of_samba(cases: list[Case]) -> tuple[tuple[int, ...], list[bool]]:
    """Samba's version, and whether it grants what each case desires."""
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    done = subprocess.run([SYSTEM_PYTHON, CHECK], input=lines, capture_output=True, text=True, check=False, timeout=120)
    needs(done.returncode == 0, f"Samba for {SYSTEM_PYTHON} (python3-samba): {done.stderr[-200:]}")
    version, *granted = map(json.loads, done.stdout.splitlines())
    return tuple(map(int, re.findall(r"\d+", version)[:2])), granted


def ours(case: Case) -> bool:
    sddl, (user, *groups), desired = case
    token = Token(Sid.parse(user), frozenset(map(Sid.parse, groups)))
    return is_granted(SecurityDescriptor.from_sddl(sddl), token, desired)


def differing(cases: list[Case], granted: list[bool], seed: int) -> list[str]:
    pairs = zip(cases, granted, strict=True)
    return [f"seed {seed}: Samba {theirs}, {case}" for case, theirs in pairs if ours(case) is not theirs]


def sids(rnd: random.Random) -> list[str]:
    return [rnd.choice(USERS), *rnd.sample(GROUPS, rnd.randint(0, 5))]


def plain_case(rnd: random.Random) -> Case:
    def entry() -> str:
        flags = rnd.choice(["", "", "", "OI", "CI", "IO", "OICIIO", "ID", "IOID"])
        return f"({rnd.choice('AAADD')};{flags};{rnd.choice(RIGHTS)};;;{rnd.choice([*USERS, *GROUPS, OWNER_RIGHTS])})"

    entries = "".join(entry() for _ in range(rnd.randint(0, 7)))
    return f"O:{rnd.choice([*USERS, *GROUPS[:6]])}G:BAD:{entries}", sids(rnd), rnd.choice(DESIRED)


def conditional_case(rnd: random.Random) -> Case:
    """Memberships and resource attributes.

    Left out is what Samba takes differently: claims that a token lacks, Booleans, and one value equal to several.
    """
    attributes = 'S:(RA;;;;;WD;("level",TI,0x0,2))(RA;;;;;WD;("team",TS,0x0,"red","Blue"))'

    def term(depth: int) -> str:
        if depth and rnd.random() < 0.5:
            return f"({term(depth - 1)} {rnd.choice(['&&', '||'])} {term(depth - 1)})"
        if rnd.random() < 0.4:
            named = ", ".join(f"SID({sid})" for sid in rnd.sample(GROUPS[:6], rnd.randint(1, 3)))
            return f"({rnd.choice(['Member_of', 'Member_of_Any', 'Not_Member_of', 'Not_Member_of_Any'])} {{{named}}})"
        left = rnd.choice(["@RESOURCE.level", "@RESOURCE.team"])
        operators = ["Contains", "Any_of", "Not_Contains", "Not_Any_of"]
        literals = ["2", "3", '"red"', '"blue"']  # of the other type, half of the time
        if left == "@RESOURCE.level" and rnd.random() < 0.5:
            return f"({left} {rnd.choice(['==', '!='])} {rnd.choice(literals)})"
        return f"({left} {rnd.choice(operators)} {rnd.choice([*literals, *SEVERAL])})"

    kind = rnd.choice(["XA", "XD"])
    rest = "(A;;0x1;;;WD)" if kind == "XD" else ""
    return f"O:SYG:SYD:({kind};;0x1;;;WD;{term(2)}){rest}{attributes}", [*sids(rnd), "S-1-1-0"], 1


def test_plain_entries_are_decided_alike() -> None:
    needs(SYSTEM_PYTHON.is_file(), "the system's own Python")
    seed = random.SystemRandom().randrange(1 << 32)
    rnd = random.Random(seed)
    cases = [plain_case(rnd) for _ in range(CASES)]
    _, granted = answers_of_samba(cases)
    assert differing(cases, granted, seed) == []
    assert 0 < sum(granted) < CASES


def test_conditional_entries_are_decided_alike() -> None:
    needs(SYSTEM_PYTHON.is_file(), "the system's own Python")
    version, _ = answers_of_samba([])
    if version < KNOWS_CONDITIONS:
        pytest.skip(f"Samba {'.'.join(map(str, version))} knows no conditional entries")
    seed = random.SystemRandom().randrange(1 << 32)
    rnd = random.Random(seed)
    cases = [conditional_case(rnd) for _ in range(CASES)]
    _, granted = answers_of_samba(cases)
    assert differing(cases, granted, seed) == []
