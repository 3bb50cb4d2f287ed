"""CSV cells are text in a spreadsheet, whatever its list separator is."""

import csv
import io

import pytest

from gatepost.backend.files.csv_text import csv_bytes

HOSTILE = [
    "=1+1",
    "\t=1",
    "\u00a0=1",
    "\uff1d1",
    "x;=cmd|' /C calc'!A0",
    "x; =1",
    'x;"=1"',
    ";;@SUM(1)",
    "x\t=cmd|'/C calc'!A0",
    "x;\uff0b1",
    "a\r\n=1",
    "x,=1",
    'he said "=1"; -2',
]
SDDL = "O:NSG:BAD:P(A;;GA;;;BA)(XA;;GX;;;WD;(@User.Department == 1))S:P(AU;FA;GA;;;WD)"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("cell", HOSTILE)
def test_no_cell_becomes_a_formula(cell, separator):
    content = csv_bytes(("Host", "Name", "Note"), [("SRV01", cell, "z")]).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(content), delimiter=separator):
        for read in row:
            assert not read.lstrip().startswith(tuple("=+-@\uff1d\uff0b\uff0d\uff20")), row


def test_a_descriptor_is_written_unchanged():
    content = csv_bytes(("SDDL",), [(SDDL,)]).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(content))) == [["SDDL"], [SDDL]]
