"""Lists of hosts: what is read of each format, what is left out, and that no secret of them is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.backend.connect.host_names import MAX_HOSTS, MAX_LEFT_OUT, MAX_OCTETS, read_host_file, read_host_names
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
    return [host.address.label for host in names.hosts]


def likely(names):
    return [host.address.label for host in names.hosts if host.likely]


def excerpts(names):
    return [(item.line, item.excerpt) for item in names.left_out]


def test_names_addresses_and_urls_with_comments_and_blank_lines():
    names = read_host_names(LIST)
    assert labels(names) == ["SRV01", "srv02", "10.0.0.7", "2001:db8::1", "web.example.com", "two"]
    assert likely(names) == labels(names)[:-1]
    assert (names.repeated, names.too_many) == (1, 0)


def test_a_url_as_powershell_writes_it_is_a_host():
    names = read_host_names("https://srv01.example:5986/wsman?PSVersion=7.4.2\nhttp://srv02/wsman?password=hunter2\n")
    assert labels(names) == ["srv01.example"]
    assert "hunter2" not in repr(names)


def test_what_is_left_out_is_said_with_its_line():
    names = read_host_names(LIST)
    assert excerpts(names) == [(6, ""), (7, "bad!name"), (9, "DOMAIN\\host")]
    assert [str(item.reason) for item in names.left_out[:2]] == [
        "Only the first word is listed.",
        "Not a host name or address.",
    ]


CSV = """#TYPE Selected.Microsoft.ActiveDirectory.Management.ADComputer
"Name","DNSHostName","OperatingSystem","Owner","AdminPassword"
"SRV01","srv01.contoso.com","Windows Server 2022","Mia","hunter2"
"SRV02","srv02.contoso.com","Windows Server 2019","Noah","hunter3"
"SRV03",,"Windows Server 2019","Noah","hunter4"
"""
SEMICOLONS = "Computername;Standort\nsrv01;Köln\nsrv02;Bonn\n"
NO_HEADING = "srv01,admin,hunter2\nsrv02,admin,hunter3\n"
ONE_COLUMN = '"ComputerName"\n"srv01"\n"srv02"\n'


@pytest.mark.parametrize(
    ("content", "hosts"),
    [
        (CSV, ["srv01.contoso.com", "srv02.contoso.com", "SRV03"]),
        (SEMICOLONS, ["srv01", "srv02"]),
        (NO_HEADING, ["srv01", "srv02"]),
        (ONE_COLUMN, ["srv01", "srv02"]),
        ("Name\tOS\nsrv01\tWindows\n", ["srv01"]),
        ('"srv01","srv02"\n', ["srv01", "srv02"]),
    ],
)
def test_of_a_table_one_column_is_read(content, hosts):
    names = read_host_names(content)
    assert labels(names) == likely(names) == hosts
    assert len(names.left_out) == (0 if content.count("\n") == 1 else 1)


RDP = "screen mode id:i:2\r\nfull address:s:srv01.contoso.com:3389\r\nusername:s:CONTOSO\\admin\r\npassword 51:b:01000000D0\r\n"
RDG = """<?xml version="1.0" encoding="utf-8"?>
<RDCMan programVersion="2.90" schemaVersion="3"><file>
  <credentialsProfiles><credentialsProfile><userName>admin</userName><password>hunter2</password>
  </credentialsProfile></credentialsProfiles>
  <properties><name>Production</name></properties>
  <group><properties><name>East</name></properties>
    <server><properties><displayName>Mail</displayName><name>srv01.contoso.com</name></properties>
      <logonCredentials><password>hunter3</password></logonCredentials></server>
    <server><properties><name>10.0.0.7:3390</name></properties></server>
  </group></file></RDCMan>
"""
ANSIBLE = """# inventory
[web]
web01.example.com ansible_password=hunter2
alias ansible_host=10.0.0.7 ansible_port=5986 ansible_winrm_scheme=https ansible_password='hunter 2'
web[01:20].example.com
[linux]
lin01 ansible_connection=ssh
[windows:children]
web
[windows:vars]
ansible_user=admin
ansible_password=hunter2
"""


@pytest.mark.parametrize(
    ("content", "hosts"),
    [
        (RDP, ["http://srv01.contoso.com:5985"]),
        (RDG, ["http://srv01.contoso.com:5985", "http://10.0.0.7:5985"]),
        (ANSIBLE, ["http://web01.example.com:5985", "https://10.0.0.7:5986"]),
    ],
)
def test_of_the_file_of_another_tool_only_its_hosts_are_read(content, hosts):
    assert [h.address.key for h in read_host_names(content).hosts if h.likely] == hosts


def test_of_an_inventory_what_may_be_another_system_is_not_likely():
    names = read_host_names(ANSIBLE)
    assert "lin01" in labels(names)
    assert "lin01" not in likely(names)
    assert excerpts(names) == [(5, "web["), (8, "[windows:children]"), (10, "[windows:vars]")]


YAML = "all:\n  hosts:\n    srv01:\n      ansible_host: 10.0.0.7\n      ansible_password: hunter2\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (YAML, "YAML"),
        ('{"hosts": ["srv01"], "password": "hunter2"}', "JSON and XML"),
        ('[\n  {"name": "srv01", "password": "hunter2"}\n]', "JSON and XML"),
        ("<html><body>srv01</body></html>", "JSON and XML"),
    ],
)
def test_a_format_that_is_not_known_is_named_and_nothing_of_it_is_a_host(content, said):
    names = read_host_names(content)
    assert names.hosts == ()
    assert said in str(names.left_out[0].reason)


@pytest.mark.parametrize(
    "content",
    [
        CSV, NO_HEADING, RDP, RDG, ANSIBLE, YAML, "ansible_password=hunter2", "ansible_password: hunter2",
        "password:hunter2", "srv01 admin hunter2", "http://admin:hunter2@srv01/", "srv01:hunter2",
    ],
)  # fmt: skip
def test_no_secret_of_a_list_is_shown(content):
    assert "hunter" not in repr(read_host_names(content))


def test_hosts_and_remarks_beyond_the_limits_are_counted_not_read():
    assert MAX_HOSTS == 1000
    many = read_host_names("\n".join(f"host{n}" for n in range(MAX_HOSTS + 5)))
    assert (len(many.hosts), many.too_many) == (MAX_HOSTS, 5)
    assert len(read_host_names("!\n" * (MAX_LEFT_OUT + 5)).left_out) == MAX_LEFT_OUT
    assert read_host_names("<RDCMan>" + "<server>" * (MAX_OCTETS // 8)).hosts == ()


@given(st.text() | st.text("srv01,;=:[]\n\"'#<>{}ansible_host \t"))
def test_any_text_is_read(content):
    names = read_host_names(content)
    assert len({host.address.key for host in names.hosts}) == len(names.hosts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_the_encodings_of_windows(tmp_path, encoding):
    path = tmp_path / "hosts.txt"
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    path.write_bytes((mark + "srv01\r\nsrv02\r\n").encode(encoding))
    assert labels(read_host_file(path)) == ["srv01", "srv02"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x00\x01srv", "isn.t a text file"),
        (b"\xff\xfe\x00\xd8", "isn.t a text file"),
        (b"\x80abc", "isn.t a text file"),
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
        with pytest.raises(HostError, match="Can't read"):
            read_host_file(path)


@pytest.mark.parametrize(("scheme", "key"), [("https", "https://web01:5986"), ("http", "http://web01:5985")])
def test_an_inventory_says_by_its_scheme_how_a_host_is_reached(scheme, key):
    (host,) = read_host_names(f"[windows]\nweb01 ansible_connection=winrm ansible_winrm_scheme={scheme}\n").hosts
    assert host.address.key == key
