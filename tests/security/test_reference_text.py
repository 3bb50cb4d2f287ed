"""SDDL text against what real Windows read and wrote."""

from __future__ import annotations

import pytest

from gatepost.security import SddlError, SecurityDescriptor, Sid, sid_from_alias, well_known_name
from gatepost.security.wellknown import relative_name
from tests.needs import needs_reference_data
from tests.security.binary.descriptor import control_of, from_bytes, to_bytes
from tests.security.reference import lines, records
from tests.security.windows_text import windows_text

pytestmark = needs_reference_data

WINDOWS_DOMAIN = Sid.parse("S-1-5-21-2457507606-2709100691-398136650")
# Text that our bytes, or our text, get differently from Windows, with the reason. None is known.
KNOWN_MISSES: dict[str, str] = {}


@pytest.mark.parametrize("name", ["plugin.txt", "valid.txt"])
def test_unedited_text_comes_back(name: str) -> None:
    texts = lines(name)
    assert len(texts) >= 113
    assert [SecurityDescriptor.from_sddl(text).to_sddl() for text in texts] == texts


def test_what_is_not_documented_is_refused_but_for_what_windows_reads() -> None:
    texts = lines("invalid.txt")
    assert len(texts) == 386
    read_by_windows = ["O:PSG:PSD:(A;CI;CcRC;;;PS)", "D:(XA;;;;;WD;(@DEVICE.bb == 0xffffffffffffffff))"]
    for text in read_by_windows:
        assert SecurityDescriptor.from_sddl(text).to_sddl() == text
    for text in set(texts) - set(read_by_windows):
        with pytest.raises(SddlError) as caught:
            SecurityDescriptor.from_sddl(text)
        assert 0 <= caught.value.position <= len(text)


def test_what_windows_refuses_is_refused() -> None:
    texts = lines("windows_reject.txt")
    assert len(texts) == 37
    for text in texts:
        with pytest.raises(SddlError):
            SecurityDescriptor.from_sddl(text)


def test_text_means_the_bytes_that_windows_made() -> None:
    seen = 0
    for record in records("windows_verified.jsonl.gz"):
        text, windows = record["sddl"], from_bytes(bytes.fromhex(record["hex"]))
        ours = SecurityDescriptor.from_sddl(text).in_domain(WINDOWS_DOMAIN)
        assert (ours == windows and control_of(ours) == control_of(windows)) or text in KNOWN_MISSES, text
        assert from_bytes(to_bytes(ours)) == windows, text
        seen += 1
    assert seen == 5290
    assert len(KNOWN_MISSES) <= seen // 1000


def test_bytes_are_written_as_windows_writes_them() -> None:
    seen = 0
    for record in records("windows_verified.jsonl.gz"):
        if record["text_is_windows_output"]:
            text, windows = record["sddl"], from_bytes(bytes.fromhex(record["hex"]))
            ours = SecurityDescriptor.from_sddl(text)
            resolved = ours.in_domain(WINDOWS_DOMAIN)
            assert windows_text(ours) == text or text in KNOWN_MISSES
            assert windows.to_sddl() == windows_text(resolved) or text in KNOWN_MISSES
            assert from_bytes(to_bytes(resolved)).to_sddl() == windows_text(resolved)
            seen += 1
    assert seen == 5245


def test_windows_rewriting() -> None:
    rewritten = list(records("windows_transform.jsonl"))
    assert len(rewritten) == 142
    for record in rewritten:
        descriptor = SecurityDescriptor.from_sddl(record["input"])
        assert windows_text(descriptor) == record["windows_output"]


def test_well_known_sids() -> None:
    listed = lines("wellknown_sids.tsv")[1:]
    assert len(listed) == 180
    for line in listed:
        text, alias, name, _ = line.split("\t")
        if "<" in text:
            rid = int(text.rpartition("-")[2])
            assert relative_name(Sid(5, (21, 7, 8, 9, rid))) == name.partition("\\")[2]
            assert not alias or sid_from_alias(alias).in_domain(WINDOWS_DOMAIN).sub_authorities[-1] == rid
        else:
            assert well_known_name(Sid.parse(text)) == name
            assert not alias or (sid_from_alias(alias), Sid.parse(text).sddl()) == (Sid.parse(text), alias)
