import json
import unicodedata

import pytest

from gatepost.assets import resource_path
from gatepost.backend.host.principals import Principals
from gatepost.endpoints.configuration.principal import Principal
from gatepost.endpoints.errors import HostError
from gatepost.security import NO_DOMAINS, HostDomains, Sid
from gatepost.work import WorkContext
from gatepost.wsman.errors import WsmanFault
from tests.backend.scripted import ABORTED, TIMED_OUT, ScriptedHost

SERVER = "windows-server"
DOMAIN = "S-1-5-21-2207715804-3981402277-1276530991"
MACHINE = "S-1-5-21-3310577415-1462098823-907715348"


@pytest.fixture
def bench(start):
    return start(SERVER)


def found(bench, typed):
    return [(p.sid, p.name) for p in bench.host.principals.find(typed, WorkContext())]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("NORTHWIND\\Domain Users", [(f"{DOMAIN}-513", "NORTHWIND\\Domain Users")]),
        ("northwind\\nina.OPS", [(f"{DOMAIN}-1108", "NORTHWIND\\nina.ops")]),
        ("nina.ops@northwind.example", [(f"{DOMAIN}-1108", "NORTHWIND\\nina.ops")]),
        ("Administrators", [("S-1-5-32-544", "BUILTIN\\Administrators")]),
        ("BUILTIN\\Remote Management Users", [("S-1-5-32-580", "BUILTIN\\Remote Management Users")]),
        ("Administrator", [(f"{MACHINE}-500", "FILESRV01\\Administrator")]),
        (".\\Administrator", [(f"{MACHINE}-500", "FILESRV01\\Administrator")]),
        ("FILESRV01\\Administrator", [(f"{MACHINE}-500", "FILESRV01\\Administrator")]),
        ("NORTHWIND\\Administrators", []),
        ("NORTHWIND\\Nobody", []),
        ("a\x01b", []),
        ("half\ud800", []),
        ("\ufffe", []),
        ("Nobody's \\ \"name\" ' or 1=1", []),
        ("Everyone", [("S-1-1-0", "Everyone")]),
        (f"{DOMAIN}-1109", [(f"{DOMAIN}-1109", "NORTHWIND\\paul.plain")]),
        (f"{DOMAIN}-4711", [(f"{DOMAIN}-4711", "")]),
        ("  ", []),
    ],
)
def test_who_is_meant(bench, typed, expected):
    assert found(bench, typed) == expected


def test_a_name_alone_may_be_one_of_the_domain_that_we_log_on_with(bench):
    bench.host = bench.connect("remote-management-user")  # NORTHWIND\nina.ops
    assert found(bench, "paul.plain") == [(f"{DOMAIN}-1109", "NORTHWIND\\paul.plain")]


def test_a_name_alone_may_be_one_of_the_domain_of_the_host_too(bench):
    assert bench.host.identity.account.startswith("FILESRV01\\")  # a local account
    assert found(bench, "Domain Users") == [(f"{DOMAIN}-513", "NORTHWIND\\Domain Users")]
    assert found(bench, "paul.plain") == [(f"{DOMAIN}-1109", "NORTHWIND\\paul.plain")]


def test_the_domains_behind_the_aliases_are_read(bench):
    assert bench.host.principals.domains() == HostDomains(Sid.parse(MACHINE), Sid.parse(DOMAIN))
    asked = bench.counts()
    assert bench.host.principals.domains() == HostDomains(Sid.parse(MACHINE), Sid.parse(DOMAIN))
    assert bench.counts() == asked


def test_a_host_that_is_gone_tells_no_domain(bench):
    bench.tell("vanish")
    assert bench.host.principals.domains() == NO_DOMAINS
    bench.tell("return")
    assert bench.host.principals.domains().domain == Sid.parse(DOMAIN)


def test_names_in_the_language_of_the_host(start, tmp_path):
    data = json.loads(resource_path("practice", f"{SERVER}.json").read_text(encoding="utf-8"))
    data["names"]["S-1-5-32-544"] = "VORDEFINIERT\\Administratoren"
    path = tmp_path / "german.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    bench = start(str(path))
    german = [("S-1-5-32-544", "VORDEFINIERT\\Administratoren")]
    assert found(bench, "Administratoren") == found(bench, "VORDEFINIERT\\administratoren") == german
    assert found(bench, "Administrators")[0][0] == "S-1-5-32-544"


def test_a_name_with_its_accents_apart_is_the_same_name(start, tmp_path):
    french = "BUILTIN\\Utilisateurs de gestion \u00e0 distance"
    data = json.loads(resource_path("practice", f"{SERVER}.json").read_text(encoding="utf-8"))
    data["names"]["S-1-5-32-580"] = french
    path = tmp_path / "french.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    bench = start(str(path))
    for typed in ("Utilisateurs de gestion a\u0300 distance", unicodedata.normalize("NFD", french)):
        assert found(bench, typed) == [("S-1-5-32-580", french)]
    assert found(bench, "Remote Management Users") == [("S-1-5-32-580", french)]  # as the host calls them


def test_each_is_asked_once_and_the_unknown_again(bench):
    found(bench, "NORTHWIND\\Domain Users")
    asked = bench.counts()
    found(bench, " northwind\\domain users ")
    assert bench.counts() == asked
    found(bench, "NORTHWIND\\Nobody")
    once = bench.counts()["enumerate"]
    found(bench, "NORTHWIND\\Nobody")
    assert bench.counts()["enumerate"] == once + 1


def test_a_named_sid_is_asked_once(bench):
    sids = [f"{DOMAIN}-513", "S-1-5-21-9-9-9-9"]
    names = bench.host.principals.names(sids, WorkContext())
    assert names == {f"{DOMAIN}-513": "NORTHWIND\\Domain Users"}
    asked = bench.counts()
    assert bench.host.principals.names(sids, WorkContext()) == names
    assert bench.counts() == asked


def test_a_host_that_refuses_or_is_gone(bench):
    bench.host = bench.connect("user")
    with pytest.raises(HostError, match="denied"):
        found(bench, "NORTHWIND\\Domain Users")
    assert found(bench, "Administrators") == [("S-1-5-32-544", "BUILTIN\\Administrators")]
    bench.tell("vanish")
    with pytest.raises(HostError, match="refuses the connection"):
        found(bench, "NORTHWIND\\Domain Users")


def test_an_answer_that_is_none():
    host = ScriptedHost({"x": b"<a"})
    host.get = lambda *_: b"<a"  # type: ignore[method-assign]
    with pytest.raises(HostError, match="couldn't be understood"):
        Principals(host, "SRV").find("A\\b", WorkContext())
    assert Principals(host, "SRV").find("S-1-5-2", WorkContext()) == (Principal("S-1-5-2", ""),)


GROUP = b"<Win32_Group><Name>ops</Name><Domain>CORP</Domain><SID>S-1-5-21-1-2-3-1200</SID></Win32_Group>"
BUSY = WsmanFault(2150859174, "w:InternalError", "", "Too many operations are under way.")


@pytest.mark.parametrize("fault", [BUSY, ABORTED, TIMED_OUT], ids=str)
def test_a_host_that_could_not_look_does_not_say_that_there_is_no_such_account(fault):
    with pytest.raises(HostError):
        Principals(ScriptedHost({}, gets=[fault]), "SRV").find("CORP\\ops", WorkContext())


@pytest.mark.parametrize("fault", [BUSY, ABORTED, TIMED_OUT], ids=str)
def test_an_account_that_is_found_elsewhere_is_returned_all_the_same(fault):
    host = ScriptedHost({"ops": GROUP}, gets=[fault])
    host.enumerate = lambda *_: iter(())  # type: ignore[method-assign]
    assert Principals(host, "SRV").find("CORP\\ops", WorkContext()) == (Principal("S-1-5-21-1-2-3-1200", "CORP\\ops"),)


@pytest.mark.parametrize("typed", ["ops@contoso.example", "contoso.example\\ops", "CONTOSO\\ops"])
def test_a_domain_may_have_a_short_name_that_is_unlike_its_dns_name(typed):
    host = ScriptedHost({"ops": GROUP})
    host.get = lambda uri, selectors: GROUP if "Domain" in selectors else b"<Win32_SID/>"  # type: ignore[method-assign]
    host.enumerate = lambda *_: iter(())  # type: ignore[method-assign]
    assert Principals(host, "SRV").find(typed, WorkContext()) == (Principal("S-1-5-21-1-2-3-1200", "CORP\\ops"),)


def test_an_account_of_the_host_is_not_one_of_another_domain():
    host = ScriptedHost({})
    host.enumerate = lambda *_: iter((GROUP.replace(b"CORP", b"SRV"),))  # type: ignore[method-assign]
    assert Principals(host, "SRV").find("CORP\\ops", WorkContext()) == ()
