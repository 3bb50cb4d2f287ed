"""Documents of real hosts, where a folder of reference data is given: every one is read, edited and given back."""

import pytest

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.access_mode_edit import with_mode
from gatepost.endpoints.configuration.plugin import OtherPlugin, plugin_name, read_plugin
from gatepost.endpoints.configuration.plugin_document import fingerprint
from gatepost.endpoints.configuration.session_configuration import (
    Family,
    SessionConfiguration,
)
from gatepost.endpoints.host.instance import read_root_sddl
from gatepost.security import SecurityDescriptor
from tests.endpoints.documents import ROOT_SDDL, SETTABLE, on_host
from tests.needs import needs_reference_data, reference_folder

FOLDER = reference_folder("wsman")
PLUGINS = sorted(FOLDER.glob("plugin-*.xml"))
pytestmark = needs_reference_data

OTHERS = ("event-forwarding-plugin", "sel-plugin", "wmi-provider")


def is_ours(path):
    """A document that shows PowerShell's file name; those that are printed in specifications leave it out."""
    return "-doc-" not in path.name and not path.stem.endswith(OTHERS) and "pstest" not in path.name


OURS = [path for path in PLUGINS if is_ours(path)]


def named(path):
    return path.stem.removeprefix("plugin-")


def read(name):
    return SessionConfiguration.from_xml((FOLDER / f"plugin-{name}.xml").read_bytes())


@pytest.mark.parametrize("path", PLUGINS, ids=named)
def test_powershells_plugins_are_told_from_others(path):
    document = path.read_bytes()
    assert plugin_name(document)
    if "pstest" not in path.name:
        assert isinstance(read_plugin(document), OtherPlugin) is not is_ours(path)


@pytest.mark.parametrize("path", OURS, ids=named)
def test_every_descriptor_is_read(path):
    endpoint = SessionConfiguration.from_xml(path.read_bytes())
    assert endpoint.security_nodes
    for node in endpoint.security_nodes:
        assert SecurityDescriptor.from_sddl(node.sddl).to_sddl() == node.sddl
        assert node.uri.startswith(node.resource_uri)


@pytest.mark.parametrize("path", OURS, ids=named)
def test_putting_it_back_unedited_says_the_same(path):
    document = path.read_bytes()
    assert fingerprint(SessionConfiguration.from_xml(document).document_for_put()) == fingerprint(document)


@pytest.mark.parametrize("mode", SETTABLE)
@pytest.mark.parametrize("path", OURS, ids=named)
def test_every_mode_can_be_set(path, mode):
    endpoint = SessionConfiguration.from_xml(path.read_bytes())
    after = with_mode(endpoint, mode)
    assert on_host(after).mode_state.mode is mode
    assert after.parameters == endpoint.parameters
    assert after.quotas == endpoint.quotas


@pytest.mark.parametrize(
    ("name", "enabled", "version", "bits", "kind", "mode"),
    [
        ("reg-win10.0-microsoft-powershell", True, "5.1", 64, "Standard", AccessMode.REMOTE),
        ("reg-win10.0-microsoft-powershell32", True, "5.1", 32, "Standard", AccessMode.REMOTE),
        ("reg-win10.0-microsoft-powershell-workflow", True, "5.1", 64, "Workflow", AccessMode.REMOTE),
        ("reg-win6.1-microsoft-powershell", True, "2.0", 64, "Standard", AccessMode.REMOTE),
        ("synth-local-only", True, "5.1", 64, "Standard", AccessMode.LOCAL),
    ],
)
def test_what_is_read_off_some(name, enabled, version, bits, kind, mode):
    endpoint = read(name)
    shown = (endpoint.enabled, endpoint.version, endpoint.architecture_bits, endpoint.kind.value)
    assert shown == (enabled, version, bits, kind)
    assert endpoint.family is Family.WINDOWS_POWERSHELL
    assert on_host(endpoint).mode_state.mode is mode


def test_powershell_7_is_known_by_its_folder():
    endpoint = read("synth-powershell-7.5.4")
    assert (endpoint.family, endpoint.version, endpoint.name) == (Family.POWERSHELL, "7.5.4", "PowerShell.7.5.4")


def test_run_as_is_read():
    assert read("synth-runas").run_as.user
    assert read("synth-jea-virtual-account").run_as.virtual_account


def test_root_sddl_of_a_captured_answer():
    from lxml import etree

    envelope = etree.fromstring((FOLDER / "config-get-response.xml").read_bytes())
    (service,) = envelope.iter("{*}Service")
    assert read_root_sddl(etree.tostring(service)) == ROOT_SDDL
