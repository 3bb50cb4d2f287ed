"""Untrusted text: no exception but SddlError, and time that grows with the length alone."""

from __future__ import annotations

import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatepost.endpoints.entry_text import entry_text
from gatepost.security import NO_ACCOUNTS, SddlError, SecurityDescriptor, Token
from gatepost.security.access_check import access_bounds
from gatepost.security.edit.principal import deny
from gatepost.security.edit.windows_cmdlets import entries_in_powershell
from gatepost.security.sid import EVERYONE, NETWORK
from tests.security.binary.descriptor import from_bytes, to_bytes
from tests.security.strategies import texts
from tests.security.windows_text import windows_text

LENGTH = 1 << 16
FRAGMENTS = ["(", ")", ";", '"', "{", "}", "!", "&&", "||", "==", "@User.a", "Member_of", "SID(BA)", "Exists", "D:", "S:", "O:",
             "P", "AI", "XA", "RA", "GA", "0x", "-1", "#", "%0041", "%", "S-1-", "WD", ",", " ", "\t", "\0", "é", "\ud800", "٣", "ſ",
             "NO_ACCESS_CONTROL", "99999999999999999999"]  # fmt: skip


def read(text: str) -> SecurityDescriptor | SddlError:
    try:
        return SecurityDescriptor.from_sddl(text)
    except SddlError as error:
        return error


def use(text: str) -> bool:
    """Read the text and do everything with it; False where it is refused."""
    sd = read(text)
    if isinstance(sd, SddlError):
        assert 0 <= sd.position <= len(text)
        return False
    assert sd.to_sddl() == text
    written = windows_text(sd)
    again = SecurityDescriptor.from_sddl(written)
    assert again == sd and hash(again) == hash(sd) and windows_text(again) == written
    access_bounds(sd, Token(EVERYONE), 0x20000000)
    entries_in_powershell(sd)
    deny(sd, NETWORK, 1)
    for ace in sd.dacl.aces if sd.dacl is not None else ():
        str(entry_text(ace, NO_ACCOUNTS))
    try:
        assert from_bytes(to_bytes(sd)) == sd
    except SddlError:  # an alias, or more than 64 KiB
        return True
    return True


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=3), max_size=30).map("".join))
def test_random_text(text: str) -> None:
    use(text)
    use(f"D:(XA;;GX;;;WD;({text}))")
    use(f'S:(RA;;;;;WD;("{text}",TS,0,{text}))')


@given(texts, st.data())
def test_mutated_text(text: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 8)))
        text = text[:start] + data.draw(st.sampled_from([*FRAGMENTS, "", text[start:end] * 2])) + text[end:]
    use(text)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4).map("".join))
def test_one_fragment_over_and_over(fragment: str) -> None:
    many = fragment * (LENGTH // len(fragment))
    use(many)
    use(f"D:(XA;;GX;;;WD;({many}))")


def condition(text: str) -> str:
    return f"D:(XA;;GX;;;WD;{text})"


def nested(opening: str, inner: str, closing: str, length: int) -> str:
    count = length // (len(opening) + len(closing))
    return opening * count + inner + closing * count


LONG = {
    "parentheses": lambda n: condition(nested("(", "a", ")", n)),
    "negations": lambda n: condition("(" + nested("!(", "a", ")", n) + ")"),
    "chain": lambda n: condition("(" + "a && " * (n // 5) + "a)"),
    "right chain": lambda n: condition(nested("(a || ", "a", ")", n)),
    "operand in parentheses": lambda n: condition("(Member_of " + nested("(", "SID(BA)", ")", n) + ")"),
    "unclosed": lambda n: condition("(" * n),
    "unclosed ACEs": lambda n: "D:" + "(" * n,
    "unclosed strings": lambda n: "D:" + '(A;;GA;;;WD;"' * (n // 13),
    "list": lambda n: condition("(a Any_of {" + "1," * (n // 2) + "1})"),
    "string": lambda n: condition('(a == "' + "x" * n + '")'),
    "escapes": lambda n: condition("(" + "%0041" * (n // 5) + ")"),
    "blanks": lambda n: "O:S-1-" + " " * n,
    "blanks between": lambda n: "D:" + " " * n + "x",
    "dashes": lambda n: "O:S-1-5" + "- " * (n // 2) + "D:",
    "digits": lambda n: "D:(A;;" + "9" * n + ";;;WD)",
    "rights": lambda n: "D:(A;;" + "GA " * (n // 3) + ";;;WD)",
    "flags": lambda n: "D:" + "P" * n + "x",
    "entries": lambda n: "D:" + "".join(f"(A;;GA;;;S-1-5-21-{i}-7)" for i in range(n // 24)),
    "entries, then not": lambda n: "D:" + "(A;;GA;;;WD)" * (n // 12) + "x",
    "conditions": lambda n: "D:" + "(XA;;GA;;;WD;(a))" * (n // 17),
    "attribute": lambda n: 'S:(RA;;;;;WD;("a",TS,0' + ',"b"' * (n // 4) + "))",
    "semicolons": lambda n: "D:(A" + ";" * n + ")",
}


def seconds(text: str) -> float:
    best = 1e9
    for _ in range(2):
        start = time.process_time()  # of this process alone: a loaded machine is no slower text
        read(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("kind", LONG)
def test_time_is_linear_and_depth_unbounded(kind: str) -> None:
    use(LONG[kind](LENGTH))
    # Four times the length, at most a good four times the time: squared it would be sixteen.
    short, long = (seconds(LONG[kind](length)) for length in (LENGTH // 8, LENGTH // 2))
    assert long < 10 * short + 0.02


def test_depth_asks_nothing_of_the_interpreter() -> None:
    limit = sys.getrecursionlimit()
    assert use(LONG["right chain"](LENGTH))
    assert sys.getrecursionlimit() == limit
