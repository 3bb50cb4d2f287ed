"""Text of a host on its way to a terminal, a log and a report: nothing in it moves the cursor or turns the line."""

import json
import logging

import pytest

from gatepost.backend.files.folders import Folders
from gatepost.bootstrap.logging_setup import set_up_logging
from gatepost.bootstrap.plain_output import say
from tests.bootstrap.test_command_line import gatepost, said
from tests.wsman.raw_host import RawHost, soap
from tests.wsman.wires import fault_body

__all__ = ["gatepost"]  # the fixture

CSI, OVERRIDE = "\x9b", "\u202e"  # begins a terminal's command in one octet; turns what follows around
NASTY = f"a{CSI}31mb{OVERRIDE}c"
CLEAN = "a\u27e8U+009B\u27e931mb\u27e8U+202E\u27e9c"


@pytest.mark.parametrize("name", ["report.json", "report.csv", "report.html"])
def test_what_a_host_says_reaches_neither_terminal_nor_report_as_it_is(gatepost, tmp_path, name):
    refusal = soap(fault_body(reason=NASTY, subcode="w:InternalError"), "500 Internal Server Error")
    with RawHost(*[refusal] * 4) as raw:
        done = gatepost(
            "--connect", raw.url, "--auth", "basic", "--user", "u", "--password-stdin", "--report", tmp_path / name,
            stdin="p\n",
        )  # fmt: skip
    assert done.returncode == 1
    assert CLEAN in said(done)[0]
    report = (tmp_path / name).read_text("utf-8-sig")
    if name.endswith("json"):
        report = json.loads(report)["hosts"][0]["problem"]
    assert CLEAN in report
    assert not {CSI, OVERRIDE} & set(report + done.stderr)


def test_a_line_on_the_terminal_stays_one_line(capsys):
    say(f"srv01: {NASTY}\nsrv02 is fine")
    assert capsys.readouterr().err == f"gatepost: srv01: {CLEAN}\u27e8U+000A\u27e9srv02 is fine\n"


@pytest.fixture
def log(tmp_path):
    root = logging.getLogger()
    before = list(root.handlers)
    folders = Folders(tmp_path, tmp_path)
    set_up_logging(folders)
    yield folders.log
    logging.captureWarnings(capture=False)
    for handler in [h for h in root.handlers if h not in before]:
        root.removeHandler(handler)
        handler.close()


def test_a_message_in_the_log_stays_one_line_and_plain(log):
    try:
        raise ValueError(NASTY)
    except ValueError:
        logging.getLogger("gatepost").exception("it said %s\n2026-01-01 ERROR forged", NASTY)
    first, *rest = log.read_text("utf-8").splitlines()
    assert first.endswith(f"it said {CLEAN}\u27e8U+000A\u27e92026-01-01 ERROR forged")
    assert rest[0].startswith("Traceback")
    assert rest[-1] == f"ValueError: {CLEAN}"
