import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.endpoints.changes import powershell

SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b"


def read_back(text: str) -> tuple[str, str]:
    """What PowerShell's tokenizer makes of a single-quoted string: its value, and what follows it."""
    assert text[0] in SINGLE_QUOTES
    value, at = "", 1
    while at < len(text):
        if text[at] in SINGLE_QUOTES:
            if at + 1 >= len(text) or text[at + 1] not in SINGLE_QUOTES:
                return value, text[at + 1 :]
            at += 1
        value += text[at]
        at += 1
    raise AssertionError("the string is never closed")


def evaluated(expression: str) -> str:
    """What PowerShell makes of a string, or of strings and code points that are added up in parentheses."""
    if not expression.startswith("("):
        value, rest = read_back(expression)
        assert rest == ""
        return value
    value, rest = "", expression[1:]
    while True:
        if code := re.match(r"\[char\](?:::ConvertFromUtf32\()?0x([0-9A-F]+)\)?(?= \+ |\)$)", rest):
            piece, rest = chr(int(code[1], 16)), rest[code.end() :]
        else:
            piece, rest = read_back(rest)
        value += piece
        if rest == ")":
            return value
        assert rest.startswith(" + ")
        rest = rest[3:]


@pytest.mark.parametrize("quote", SINGLE_QUOTES, ids=lambda quote: f"U+{ord(quote):04X}")
def test_each_kind_of_single_quote_is_doubled(quote):
    assert powershell.quoted(f"a{quote}b") == f"'a{quote}{quote}b'"


@pytest.mark.parametrize(
    "name",
    [
        "plain",
        "",
        "'; Remove-Item C:\\ -Recurse; '",
        "\u2019; calc; \u2018",
        "\u201b -AccessMode Remote #",
        "'",
        "''",
        "a\u2018\u2019b",
        "$(calc)",
        "`",
        'double " quote',
        "\u201cdouble curly\u201d \u201e",
        "line\nbreak",
        "name with spaces <b>",
        "\u202egpj.exe",
        "@(1) | % { }",
        "--%",
    ],
)
def test_no_name_breaks_out(name):
    assert evaluated(powershell.quoted(name)) == name


@pytest.mark.parametrize(
    ("name", "expression"),
    [
        ("Report\u202etxt", "('Report' + [char]0x202E + 'txt')"),
        ("\u200b", "('' + [char]0x200B)"),
        ("a\U000e0001'b", "('a' + [char]::ConvertFromUtf32(0xE0001) + '''b')"),
    ],
)
def test_what_nobody_can_see_is_written_as_a_code_point(name, expression):
    assert powershell.quoted(name) == expression


@given(
    st.text(st.sampled_from([*SINGLE_QUOTES, "a", "`", "$", '"', "\n", ";"]) | st.characters(exclude_categories=["Cs"]))
)
def test_no_name_at_all_breaks_out(name):
    assert evaluated(powershell.quoted(name)) == name


def test_one_line_for_each_endpoint():
    script = powershell.set_access_mode(["a", "it's"], "Local").splitlines()
    assert script[0].startswith("#")
    assert script[1:] == [
        "Set-PSSessionConfiguration -Name 'a' -AccessMode Local -Force",
        "Set-PSSessionConfiguration -Name 'it''s' -AccessMode Local -Force",
    ]


def test_the_whole_host_switch_is_one_cmdlet():
    for script, cmdlet in [
        (powershell.disable_remoting(include_disabled=False), "Disable-PSRemoting -Force"),
        (powershell.disable_remoting(include_disabled=True), "Disable-PSRemoting -Force"),
        (powershell.enable_remoting(), "Enable-PSRemoting -Force"),
    ]:
        assert [line for line in script.splitlines() if not line.startswith("#")] == [cmdlet]
