"""Reports: what is in them, and that nothing of a host can break out of them."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from gatepost.backend.reports.as_html import as_html
from gatepost.backend.reports.file import FORMS, as_csv, as_json, is_report_name, write_report
from gatepost.backend.reports.review import Review, ReviewedHost, reviewed_host
from gatepost.endpoints.access.findings import Severity
from gatepost.endpoints.configuration.snapshot import UnreadablePlugin
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host.exposure import RemainingExposure
from gatepost.endpoints.host.settings import Carrier, WinrmService
from gatepost.endpoints.text import english
from gatepost.security import Accounts
from tests.endpoints.documents import HOST, NO_SECURITY, USER01, configuration, document, snapshot
from tests.endpoints.documents import with_text as endpoint_with_text

MADE_AT = "2026-03-01T10:20:30+00:00"
FAILURE = HostError(english("SRV09 does not answer."), english("Check that it is switched on."))
ENDPOINTS = (
    configuration("P(A;;GA;;;BA)", name="microsoft.powershell"),
    configuration(f"P(D;;GA;;;NU)(A;;GX;;;{USER01})", name="Local"),
    configuration("P(A;;GA;;;WD)", name="Open"),
    configuration("P(A;;GA;;;BA)", name="Off", enabled=False),
)
HOSTILE = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><b>", "&lt;b&gt;", "a\u202eb", "]]>", "<!--",
    "\u2028x", "{{7*7}}", "${x}", "%s",
]  # fmt: skip
FORMULAS = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\uff1d1", "\n@x"]


def review(*endpoints, **changes) -> Review:
    host = replace(snapshot(*endpoints), read_at=MADE_AT, **changes)
    return Review((reviewed_host(host), ReviewedHost("SRV09", problem=str(FAILURE))), MADE_AT)


def page(one: Review) -> html.HtmlElement:
    return html.document_fromstring(as_html(one))


def skeleton(found: html.HtmlElement) -> list[str]:
    """The elements of a page, without the findings: an invisible character in a name is one."""
    for findings in found.find_class("findings"):
        findings.drop_tree()
    return [element.tag for element in found.iter()]


def table(one: Review) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(one).decode("utf-8-sig"))))


def named(name: str) -> Review:
    return review(configuration("P(A;;GA;;;BA)", name=name), host=replace(HOST, name=name, account=name))


def test_the_page_says_everything():
    found = page(
        review(*ENDPOINTS, unreadable=(UnreadablePlugin("Broken", "no XML"),), other_plugins=("WMI Provider",))
    )
    said = found.text_content()
    for words in (
        "2 hosts, 4 endpoints, 1 couldn't be read", "microsoft.powershell", r"DOMAIN01\User01", "Everyone can open sessions",
        "SRV09 does not answer. Check that it is switched on.", "Broken cannot be understood: no XML", "WMI Provider",
        "Over the network: Administrators. Locally: Administrators.", "Disabled: no one can open a session", "2026-03-01 10:20:30 UTC",
    ):  # fmt: skip
        assert words in said
    assert [e.text_content() for e in found.find_class("mode")] == ["Remote", "Local", "Remote", "Disabled"]
    overview = [row.text_content() for row in found.xpath("//table")[0].xpath(".//tbody/tr")]
    assert overview[0].startswith("SERVER01" + "2" + "1" + "1" + "0")


def test_the_page_tells_twice_why_a_host_could_not_be_read():
    found = page(review(*ENDPOINTS))
    told = [cell.text_content() for cell in found.find_class("problem") if "SRV09" in cell.text_content()]
    assert len(told) == 2  # in the overview, and in the host's own section
    assert all("Check that it is switched on." in text for text in told)


def test_the_page_leads_with_who_has_access_and_what_surrounds_the_endpoints():
    service = WinrmService("Running", "Auto", delayed=False)
    failure = HostError(english("Access is denied."))
    exposure = RemainingExposure(Carrier.HTTP, service, (), (), failure)
    host = reviewed_host(snapshot(*ENDPOINTS), exposure)
    found = page(Review((host,), MADE_AT))
    titles = [card.xpath("./h3")[0].text for card in found.xpath("//section/div[@class='card']")]
    assert titles == ["Who has access", "Services and firewall", "RootSDDL"]
    access, settings, root = found.xpath("//section/div[@class='card']/table")
    rows = [[cell.text_content() for cell in row] for row in access.xpath("./tbody/tr")]
    assert rows[0] == ["microsoft.powershell", "Remote", "BUILTIN\\Administrators", "BUILTIN\\Administrators", ""]
    assert rows[1][2:4] == ["-", "DOMAIN01\\User01"] and rows[3][2:4] == ["disabled", "disabled"]
    links = access.xpath(".//a/@href")
    assert len(links) == len(ENDPOINTS) and all(found.xpath(f"//article//*[@id='{link[1:]}']") for link in links)
    assert "WinRM service" in settings.text_content() and "Access is denied." in settings.text_content()
    assert "BUILTIN\\Administrators" in root.text_content()


def test_a_file_has_no_services():
    found = page(review(*ENDPOINTS))
    assert "Services and firewall" not in found.text_content()


def test_the_page_stands_alone():
    content = as_html(review(*ENDPOINTS)).decode()
    found = html.document_fromstring(content)
    assert not found.xpath("//script | //link | //img | //iframe | //object | //form | //base")
    assert (
        "url(" not in content
        and "@import" not in content
        and "http" not in content.replace("http-equiv", "").replace("http://schemas", "")
    )
    assert found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].startswith("default-src 'none'")
    links = found.xpath("//a/@href")
    assert links and all(found.xpath(f"//*[@id='{link[1:]}']") for link in links)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_becomes_markup(name):
    plain, hostile = page(named("x")), page(named(name))
    assert skeleton(hostile) == skeleton(plain)
    shown = hostile.xpath("//article//h3")[0].text_content()
    assert shown == name.replace("\u202e", "\u27e8U+202E\u27e9").replace("\u2028", "\u27e8U+2028\u27e9")


@pytest.mark.parametrize("name", HOSTILE)
def test_no_account_becomes_markup(name):
    plain, hostile = (page(review(*ENDPOINTS, accounts=Accounts({USER01: given}))) for given in ("x", name))
    assert skeleton(hostile) == skeleton(plain)
    shown = [cell.text_content() for cell in hostile.xpath("//table[@class='entries']//tr/td[2]")]
    assert name.replace("\u202e", "\u27e8U+202E\u27e9").replace("\u2028", "\u27e8U+2028\u27e9") in shown


def test_inherited_entries_and_the_number_of_warnings_are_told():
    inherited = configuration("P(A;;GA;;;BA)(A;ID;GX;;;WD)", name="Inherited")
    found = page(review(inherited))
    assert [cell.text_content() for cell in found.xpath("//article//table[@class='entries']//tr/td[1]")] == [
        "Allow",
        "Allow, inherited",
    ]
    (host,) = (each for each in review(inherited).hosts if not each.problem)
    severities = [f.severity for f in (*host.findings, *(f for e in host.endpoints for f in e.findings))]
    assert severities.count(Severity.WARNING) != severities.count(Severity.INFO)
    numbers = [cell.text_content() for cell in found.xpath("//table")[0].xpath(".//tbody/tr[1]/td[@class='number']")]
    assert numbers[-1] == str(severities.count(Severity.WARNING))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=30))
def test_no_name_at_all_changes_the_page(name):
    assert skeleton(page(named(name))) == skeleton(page(named("x")))


@pytest.mark.parametrize("name", FORMULAS)
def test_a_spreadsheet_finds_no_formula(name):
    hostile = review(*ENDPOINTS, host=replace(HOST, name=name), accounts=Accounts({USER01: name}))
    for row in csv.reader(io.StringIO(as_csv(hostile).decode("utf-8-sig"))):
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d")), cell


@given(st.text(max_size=30))
def test_each_cell_of_a_table_is_one_line(name):
    rows = table(review(*ENDPOINTS, host=replace(HOST, name=name)))
    assert len(rows) == 6
    assert all("\n" not in cell and "\r" not in cell for row in rows for cell in row.values())


def test_the_table_has_a_row_for_each_entry():
    rows = table(review(*ENDPOINTS))
    local = [row for row in rows if row["Endpoint"] == "Local"]
    assert [(r["Entry"], r["Principal"], r["Access"]) for r in local] == [
        ("Deny", "NT AUTHORITY\\NETWORK", "Local"),
        ("Allow", "DOMAIN01\\User01", "Local"),
    ]
    assert (local[0]["Access over the network"], local[0]["Access locally"]) == ("", "DOMAIN01\\User01")
    assert rows[2]["Findings"] == "" and "Warning: Everyone can open sessions." in rows[3]["Findings"]
    assert rows[-1]["Host"] == "SRV09" and rows[-1]["Problem"].startswith("SRV09 does not answer.")


def test_endpoints_without_entries_and_without_a_descriptor_are_there():
    bare = reviewed_host(snapshot(endpoint_with_text("O:NSG:BAD:P"), endpoint_with_text("rubbish"), unnamed_bare()))
    listed = table(Review((bare, reviewed_host(snapshot())), MADE_AT))
    of_hosts = [row for row in listed if "by default, is missing" in row["Problem"]]
    assert [row["Endpoint"] for row in of_hosts] == ["", ""]  # neither host has the default endpoint
    rows = [row for row in listed if row not in of_hosts]
    assert [(row["Endpoint"], row["Applies to"]) for row in rows] == [
        ("Test", ""), ("Test", ""), ("Bare", "RootSDDL"), ("Bare", "RootSDDL"), ("", ""),
    ]  # fmt: skip
    assert "inherited from RootSDDL" in rows[2]["Findings"]
    assert rows[-1]["Problem"] == "No PowerShell endpoints."


def unnamed_bare():
    from gatepost.endpoints.configuration.session_configuration import SessionConfiguration

    return SessionConfiguration.from_xml(document("Bare", NO_SECURITY))


def test_programs_get_the_values_as_they_are():
    name = "a\u202eb<b>"
    found = json.loads(as_json(named(name)))
    assert found["format"] == "gatepost report" and found["schema"] == 1
    host, failed = found["hosts"]
    assert host["endpoints"][0]["name"] == name
    assert host["endpoints"][0]["network"] == ["BUILTIN\\Administrators"]
    assert host["endpoints"][0]["descriptors"] == [ENDPOINTS[0].sddl]
    assert host["endpoints"][0]["findings"][0]["code"] == "name"
    assert failed["problem"] == str(FAILURE) and failed["endpoints"] == []


@pytest.mark.parametrize("suffix", FORMS)
def test_the_suffix_tells_the_form(tmp_path, suffix):
    path = tmp_path / "new" / f"report{suffix.upper()}"
    assert is_report_name(path)
    write_report(path, review(*ENDPOINTS))
    assert path.read_bytes() == FORMS[suffix](review(*ENDPOINTS))


def test_another_suffix_or_no_room_is_refused(tmp_path):
    with pytest.raises(HostError, match=r"Use the extension \.html"):
        write_report(tmp_path / "report.pdf", review())
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(HostError, match="Can't save"):
        write_report(tmp_path / "file" / "report.html", review())
