"""SDDL copied from a console is read as it was before the console printed it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.endpoints.changes.pasted_sddl import without_console_layout
from gatepost.security import SddlError, SecurityDescriptor

SDDL = (
    "O:NSG:BAD:P(A;;GA;;;BA)(A;;GXGWGR;;;S-1-5-21-3517127094-4084499969-524712262-1621)"
    "S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
)
CONDITIONAL = 'O:NSG:BAD:P(XA;;GX;;;AU;(@User.Department == "Help Desk" && Member_of {SID(BA)}))'


@pytest.mark.parametrize(
    "pasted",
    [
        SDDL[:101] + "\n" + " " * 32 + SDDL[101:],
        SDDL[:40] + "\r\n\t" + SDDL[40:90] + "\r\n\t" + SDDL[90:],
        SDDL + "\n",
        "\n\n  " + SDDL + " \r\n",
        f'"{SDDL}"',
        f"'{SDDL}'\n",
        f"\u201c{SDDL}\u201d",
        f"  ' {SDDL} '  ",
        f"SecurityDescriptorSddl : {SDDL}",
        f"RootSDDL = {SDDL}\n",
        f"    RootSDDL = {SDDL}\n    MaxConcurrentOperations = 4294967295\n    EnumerationTimeoutms = 240000",
        f"Sddl   : {SDDL[:60]}\n         {SDDL[60:]}\nAccess : BUILTIN\\Administrators Allow",
        "SDDL: " + SDDL[:50] + "\n       " + SDDL[50:],
        "\ufeff" + SDDL + "\0",
        "\u2028" + SDDL + "\u200b",
        '"' + SDDL,
        SDDL + "\u2019",
        '\\"' + SDDL + '\\"',
        f"\u00ab{SDDL}\u00bb",
        f"PS C:\\> (Get-PSSessionConfiguration microsoft.powershell).SecurityDescriptorSddl\n{SDDL}\n",
        f"PS D:\\Users\\nina> $s.Sddl\r\n{SDDL[:80]}\r\n{SDDL[80:]}\r\nPS D:\\Users\\nina> ",
        f"PS C:\\> {SDDL}",
        f"PS>{SDDL}\nPS>",
        f"[srv01]: PS C:\\> (gpsc x).Sddl\n{SDDL}\n[srv01]: PS C:\\>",
        f"C:\\>winrm get winrm/config/service\r\n    RootSDDL = {SDDL}\r\n",
        f"PS /home/nina> $x\n{SDDL}",
        f"PS C:\\> $sddl = '{SDDL}'",
        f"Set-PSSessionConfiguration Test -SecurityDescriptorSddl '{SDDL}' -Force",
        f'winrm set winrm/config/service @{{RootSDDL="{SDDL}"}}',
        f'    "SecurityDescriptorSddl":  "{SDDL}",\r\n',
        f"@'\n{SDDL}\n'@",
        SDDL,
    ],
)
def test_what_a_console_added_goes(pasted):
    assert without_console_layout(pasted) == SDDL


@pytest.mark.parametrize(
    "pasted",
    [
        f"> {SDDL[:60]}\n> {SDDL[60:]}\n",
        f">> {SDDL[:60]}\r\n>> {SDDL[60:]}",
        SDDL[:70] + "=\r\n" + SDDL[70:],
        SDDL[:70] + "`\n" + SDDL[70:],
        SDDL[:70] + "^\r\n" + SDDL[70:],
        SDDL.replace(")(", ")\u00a0("),
        SDDL.replace("D:P", "D:P\u200b"),
        "\u200b".join(SDDL),
        SDDL.replace("S-1-5", "S\u20111\u20135"),
        SDDL.replace("(", "\uff08").replace(";", "\uff1b").replace(":", "\uff1a"),
        SDDL.replace("(", "&#40;").replace(")", "&#x29;"),
        f"&lt;Security Sddl=&quot;{SDDL}&quot;/&gt;",
        f"<cfg:RootSDDL>{SDDL}</cfg:RootSDDL>",
        f"**{SDDL}**",
        f"The default is {SDDL}.",
        f"\x1b[32m{SDDL[:50]}\x1b[0m{SDDL[50:]}",
        SDDL[:70] + "\u2028" + SDDL[70:],
        SDDL.replace(")(", ")\t("),
        f"$sddl = '{SDDL[:21]}' +\n    '{SDDL[21:]}'",
        f'"{SDDL[:21]}" + "{SDDL[21:]}"',
    ],
)
def test_what_mail_web_pages_and_scripts_make_of_text_goes(pasted):
    read = SecurityDescriptor.from_sddl(without_console_layout(pasted))
    assert read == SecurityDescriptor.from_sddl(SDDL)


def test_a_condition_from_a_web_page_has_its_own_characters_again():
    pasted = CONDITIONAL.replace("&", "&amp;").replace('"', "&quot;")
    assert without_console_layout(pasted) == CONDITIONAL
    assert without_console_layout(CONDITIONAL.replace('"Help Desk"', "\u201cHelp Desk\u201d")) == CONDITIONAL


@pytest.mark.parametrize(
    "script",
    [
        "'{0}' + $more",
        "$owner + '{0}'",
        "'{0}' -replace 'BA', 'WD'",
        "'{0}' -f $sid",
        "'{0}'.Replace('BA', 'WD')",
        '"{0}" + $more',
        "'{0}' + 'x",
    ],
)
def test_a_part_of_a_descriptor_is_not_taken_for_all_of_it(script):
    with pytest.raises(SddlError):
        SecurityDescriptor.from_sddl(without_console_layout(script.format("O:NSG:BAD:P(A;;GA;;;BA)")))


@pytest.mark.parametrize(
    "pasted",
    [
        "O:BAG:BAD:P(A;;GA;;;BA)...",
        "RootSDDL = O:BAG:BAD:P(A;;GA;;;BA)...",
        "O:BAG:BAD:P(A;;GA;;;BA)\n...",
        "Sddl : O:BAG:BAD:P(A;;GA;;;BA)...\nAccess : x",
        "O:BAG:BAD:P(A;;GA;;;BA)..",
        "O:BAG:BAD:P(A;;GA;;;BA). . .",
        "O:BAG:BAD:P(A;;GA;;;BA)\u2026",
        "O:BAG:BAD:P(A;;GA;;;BA)\uff0e\uff0e\uff0e",
        "O:BAG:BAD:P(A;;GA;;;BA),...",
        "O:BAG:BAD:P(A;;GA;;;BA)=\r\n",
        "O:BAG:BAD:P(A;;GA;;;BA)^\n",
        "O:BAG:BAD:P(A;;GA;;;BA)&#46;&#46;&#46;",
        "'O:BAG:BAD:P(A;;GA;;;BA)'...",
        "O:BAG:BAD:...",
        "O:BAG:BAD:P.",
        "D:(A;;GA;;;BA) S:...",
        "D:(A;;GA;;;BA) S:,",
        "*O:BAG:BAD:P(A;;GA;;;BA)",
        "O:BAG:BAD:P(A;;GA;;;BA)__",
        "*O:BAG:BA D:P(A;;GA;;;BA)",
        "O:BAG:BA\nD:(A;;GA;;;BA)(XA;;GX;;;AU;(@User.a > 1))...",
    ],
)
def test_a_descriptor_that_was_cut_off_is_refused(pasted):
    with pytest.raises(SddlError):
        SecurityDescriptor.from_sddl(without_console_layout(pasted))


@pytest.mark.parametrize(
    "script",
    [
        "$s = 'D:(A;;GA;;;BA)'; $s += '(D;;GA;;;NU)'",
        "$s = 'D:(A;;GA;;;BA)'\n$s += '(D;;GA;;;NU)'",
        "$s = 'D:(A;;GA;;;BA)'; $s += $deny",
        "$s += 'D:(A;;GA;;;BA)'",
        "$s +=\n'D:(A;;GA;;;BA)'",
        "sd = 'D:(A;;GA;;;BA)'\nsd = sd + deny",
        "$s = 'D:(A;;GA;;;BA)'\n$s = \"$s$deny\"",
        "'D:(A;;GA;;;BA)' -ireplace 'GA','GX'",
        "'D:(A;;GA;;;BA)' -CReplace 'GA','GX'",
        "$s = 'D:(A;;GA;;;BA)'; $s -replace 'GA', 'GX'",
        "$s = 'D:(A;;GA;;;BA)'; $s.Replace('GA', 'GX')",
        "('D:(A;;GA;;;BA)').Replace('GA', 'GX')",
        "('D:(A;;GA;;;BA)') -f $sid",
        "$x -replace 'D:(A;;GA;;;BA)', ''",
        "$x -replace 'D:(A;;GA;;;BA)'",
        "-join ('D:(A;;GA;;;BA)', $deny)",
        "@('D:(A;;GA;;;BA)',",
        "@('D:(A;;GA;;;BA)'\n$deny) -join ''",
        "[string]::Concat('D:(A;;GA;;;BA)', $deny)",
        "[string]::Concat('D:(A;;GA;;;BA)',",
        "[string]::Concat($owner, 'D:(A;;GA;;;BA)')",
        "$owner, 'D:(A;;GA;;;BA)'",
        '"$owner","D:(A;;GA;;;BA)"',
        '"D:(A;;GA;;;BA)","$deny"',
        "'D:(A;;GA;;;BA)', $deny",
        "$x.Replace('D:(A;;GA;;;BA)','')",
        "$x.Replace('D:(A;;GA;;;BA)'",
        "'D:(A;;GA;;;BA)' '(D;;GA;;;NU)'",
        "('D:(A;;GA;;;BA)'\n '(D;;GA;;;NU)')",
        "'(D;;GA;;;NU)', 'D:(A;;GA;;;BA)'",
        "'D:(A;;GA;;;BA)' . $deny",
        '"D:(A;;GA;;;BA)" & deny',
        'owner & "D:(A;;GA;;;BA)"',
        "'D:(A;;GA;;;BA)'$deny",
        "$owner'D:(A;;GA;;;BA)'",
        '$s = "$owner D:(A;;GA;;;BA)"',
        '"{0} D:(A;;GA;;;BA)"',
        "'D:(A;;GA;;;BA)' | Add-Deny",
        "@'\nD:(A;;GA;;;BA)\n'@ + $deny",
        "'D:(A;;GA;;;BA)'\nPS C:\\> $s + '(D;;GA;;;NU)'",
        "Sddl : D:(A;;GA;;;BA)\nMore : (D;;GA;;;NU)",
    ],
)
def test_a_string_that_a_script_goes_on_with_is_refused(script):
    with pytest.raises(SddlError):
        SecurityDescriptor.from_sddl(without_console_layout(script))


@pytest.mark.parametrize(
    "page",
    [
        "D:(A;;GA;;;BA)<b (D;;GA;;;NU)>",
        "<b (D;;GA;;;NU)>D:(A;;GA;;;BA)",
        "D:(A;;GA;;;BA)\u2039b (D;;GA;;;NU)\u203a",
        "D:(A;;GA;;;BA)\uff1cb (D;;GA;;;NU)\uff1e",
        'D:(A;;GA;;;BA)<span title="(D;;GA;;;NU)"></span>',
        'D:(A;;GA;;;BA)<span title="&#40;D&#59;&#59;GA&#41;"></span>',
        "D:(A;;GA;;;BA)<del>(D;;GA;;;NU)</del>",
        "D:(A;;GA;;;BA)<DEL class=x>(D;;GA;;;NU)</DEL>",
        "D:(A;;GA;;;BA)<s>(D;;GA;;;NU)</s>",
        "D:(A;;GA;;;BA)<strike>(D;;GA;;;NU)</strike>",
        "<s>D:(A;;GA;;;BA)",
        '<span style="text-decoration:line-through">D:(A;;GA;;;BA)</span>',
        'D:(A;;GA;;;BA)<span style="display:none">(A;;GA;;;WD)</span>',
        "D:(A;;GA;;;BA)<span hidden>(A;;GA;;;WD)</span>",
        "D:(A;;GA;;;BA)\x1b[9m(D;;GA;;;NU)\x1b[0m",
        "D:(A;;GA;;;BA)\x1b[1;9;31m(D;;GA;;;NU)\x1b[0m",
        "<span hidden> D:(A;;GA;;;BA)",
        "\x1b[9m 'D:(A;;GA;;;BA)'\x1b[0m",
        "D:(A;;GA;;;BA)\n(A;;GA;;;WD)\x1b[2K",
        "D:(A;;GA;;;BA)<more entries>",
        "O:BAG:BA<dacl>",
    ],
)
def test_what_a_page_strikes_out_or_hides_is_refused(page):
    with pytest.raises(SddlError):
        SecurityDescriptor.from_sddl(without_console_layout(page))


@pytest.mark.parametrize(
    "pasted",
    [
        f"*{SDDL}*.",
        f"__{SDDL}__",
        f"It is `{SDDL}`.",
        f"{SDDL};",
        f"Hi Tom,\n\n{SDDL}\n",
        f"$s = '{SDDL}';",
        f"$s = ('{SDDL}')\nSet-PSSessionConfiguration Test -SecurityDescriptorSddl $s -Force",
        f"Set-PSSessionConfiguration -Name 'Test' -SecurityDescriptorSddl '{SDDL}' -Force",
        f'{{"Name": "Test", "Sddl": "{SDDL}", "Enabled": true}}',
        f'"Name","Sddl"\r\n"Test","{SDDL}"\r\n',
        f'"Test","x","{SDDL}","True"',
        f'"Test","{SDDL}"',
        f'<Security Uri="http://x/y" Sddl="{SDDL}" ExactMatch="False" />',
        f"PS C:\\> (Get-Acl x).GetSecurityDescriptorSddlForm('All')\n{SDDL}\nPS C:\\> ",
        f'<p><span class="s1">{SDDL[:23]}</span><wbr>{SDDL[23:]}<br/></p>',
    ],
)
def test_a_whole_descriptor_in_a_sentence_script_or_page_is_read(pasted):
    read = SecurityDescriptor.from_sddl(without_console_layout(pasted))
    assert read == SecurityDescriptor.from_sddl(SDDL)


def test_a_break_where_a_condition_has_its_space_becomes_that_space():
    pasted = CONDITIONAL.replace("Member_of {", "Member_of\n      {").replace('" && ', '"\n   && ')
    assert without_console_layout(pasted).replace(" ", "") == CONDITIONAL.replace(" ", "")
    contains = 'O:NSG:BAD:P(XA;;GX;;;AU;(@User.a Contains {"x"}))'
    assert without_console_layout(contains.replace("a Contains", "a\n     Contains")) == contains


def test_a_literal_keeps_its_quotes_and_blanks():
    assert without_console_layout(f'"{CONDITIONAL}"') == CONDITIONAL


@pytest.mark.parametrize("typed", ["", " ", "O:NSG:BA ", "O:NSG:BAD:P(XA;;GX;;;AU;(@User.a ", '"O:NSG:BAD:P(', "x"])
def test_unfinished_text_stays_as_typed(typed):
    assert without_console_layout(typed) == typed


def test_text_that_stays_unreadable_loses_its_line_breaks():
    assert without_console_layout("O:NSG:BAD:P(A;;GA;;;CORP\\Ann\n   )") == "O:NSG:BAD:P(A;;GA;;;CORP\\Ann)"


@pytest.mark.parametrize(
    "escaped",
    [
        '"Sddl": "' + CONDITIONAL.replace('"', '\\"').replace("&", "\\u0026") + '",',
        '"' + CONDITIONAL.replace('"', '""') + '"',
        '$sddl = "' + CONDITIONAL.replace('"', '`"') + '"',
    ],
)
def test_quotation_marks_that_were_escaped_are_as_before(escaped):
    assert without_console_layout(escaped) == CONDITIONAL


@pytest.mark.parametrize(
    "between", ["\nSddl : ", "\nAccess : x\nSddl : ", "\n", "\r\n\r\n", "\nPS C:\\> $other.Sddl\n", "'\n'"]
)
def test_of_two_descriptors_none_is_dropped(between):
    other = SDDL.replace("BA)", "RM)")
    read = without_console_layout(SDDL + between + other)
    with pytest.raises(SddlError):
        SecurityDescriptor.from_sddl(read)
    assert read.count("O:NS") == 2


@pytest.mark.parametrize("wrapped", ['"Help\nDesk"', '"Help \n   Desk"', '"He\r\nlp Desk"', '"Help Desk\n"'])
def test_a_line_break_within_quotation_marks_is_not_guessed_away(wrapped):
    pasted = CONDITIONAL.replace('"Help Desk"', wrapped)
    with pytest.raises(SddlError, match="line break is inside quotation marks") as refused:
        without_console_layout(f"PS C:\\> $s\n{pasted}\n")
    assert refused.value.position == len("PS C:\\> $s\n") + CONDITIONAL.index('"Help') + len(
        wrapped.split("\n")[0].rstrip()
    )


@given(st.text(max_size=40))
def test_twice_is_as_once(text):
    once = without_console_layout(text)
    assert without_console_layout(once) == once


def test_behind_a_prompt_an_account_name_is_still_said_to_be_one():
    assert without_console_layout("PS C:\\> $s\nO:NSG:BAD:P(A;;GA;;;CORP\\Ann)\n") == "O:NSG:BAD:P(A;;GA;;;CORP\\Ann)"


@pytest.mark.parametrize(
    "run",
    [
        "> ",
        "&lt;",
        "<a>",
        "=\n",
        "' + '",
        "'O:' + '",
        "\u00ad",
        "\x1b[1m",
        " ",
        '"',
        "\n",
        " \n",
        "\u2028",
        "PS>",
        "\nPS x",
        "[a]: ",
        "O:",
        "'O:",
        '"O:',
        '="O:\\"',
        "' 'O:''",
    ],
)
def test_long_runs_cost_no_more_than_their_length(run):
    text = "x" + run * (150_000 // len(run)) + "x"
    assert len(without_console_layout(text)) <= len(text)


@pytest.mark.parametrize(
    "run", ["a(", "@(", "$a", "{", "{}", ", '", "<s", "<a ", "-f", '"$', ")", "(A;", "\r", "*", "\x1b[9m"]
)
@pytest.mark.parametrize("around", ["{} 'D:(A;;GA;;;BA)'", "'D:(A;;GA;;;BA)'{}", " D:(A;;GA;;;BA)\nAccess : {}"])
def test_long_runs_around_a_descriptor_cost_no_more_than_their_length(run, around):
    text = around.replace("{}", run * (150_000 // len(run)))
    assert len(without_console_layout(text)) <= len(text)
