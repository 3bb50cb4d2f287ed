"""Lists of hosts: what is read, what is reported, and what is too much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.backend.connect.host_names import MAX_BAD_LINES, MAX_HOSTS, MAX_OCTETS, read_host_file, read_host_names
from gatepost.endpoints.errors import HostError

LIST = """# the east wing
SRV01
srv02:5986   # by HTTPS

10.0.0.7, [2001:db8::1]:5985;https://web.example.com/wsman
two words.here
bad!name
srv01
DOMAIN\\host
"""


def labels(names):
    return [address.label for address in names.addresses]


def test_names_addresses_and_urls_with_comments_and_blank_lines():
    found = read_host_names(LIST)
    assert labels(found) == [
        "SRV01",
        "srv02",
        "10.0.0.7",
        "2001:db8::1",
        "web.example.com",
        "two",
        "words.here",
    ]
    assert (found.repeated, found.left_out) == (1, 0)


def test_lines_that_hold_something_else_are_reported_with_their_number():
    assert [(bad.number, bad.said) for bad in read_host_names(LIST).bad] == [(7, "bad!name"), (9, "DOMAIN\\host")]
    assert str(read_host_names(LIST).bad[0].why) == '"bad!name" isn\'t a valid host name.'


def test_bounds():
    many = read_host_names("\n".join(f"host{n}" for n in range(MAX_HOSTS + 5)))
    assert (len(many.addresses), many.left_out) == (MAX_HOSTS, 5)
    assert len(read_host_names("!\n" * (MAX_BAD_LINES + 5)).bad) == MAX_BAD_LINES


@given(st.text())
def test_any_text_is_read(content):
    found = read_host_names(content)
    assert len({address.key for address in found.addresses}) == len(found.addresses)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_the_encodings_of_windows(tmp_path, encoding):
    path = tmp_path / "hosts.txt"
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    path.write_bytes((mark + "srv01\r\nsrv02\r\n").encode(encoding))
    assert labels(read_host_file(path)) == ["srv01", "srv02"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x00\x01srv", "no text"),
        (b"\xff\xfe\x00\xd8", "no text"),
        (b"\x80abc", "no text"),
        (b"a" * (MAX_OCTETS + 1), "1 MiB"),
    ],
)
def test_a_file_that_is_no_list(tmp_path, content, said):
    path = tmp_path / "hosts.bin"
    path.write_bytes(content)
    with pytest.raises(HostError, match=said):
        read_host_file(path)


def test_a_file_that_cannot_be_read(tmp_path):
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(HostError, match="cannot be read"):
            read_host_file(path)
