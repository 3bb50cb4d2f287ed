"""The file of settings: what it keeps, and what it survives."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.backend.files.settings import KnownSettings, Settings, SettingsStore, is_proxy
from gatepost.endpoints.errors import HostError

USUAL = Settings()
CHANGED = Settings("dark", "en", 5, 120, "http://proxy.lab:3128", 365)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deeper" / "settings.json"


@pytest.fixture
def store(path):
    return SettingsStore(path)


def test_without_a_file_everything_is_as_usual(store):
    assert store.load() == KnownSettings(USUAL)


def test_what_was_set_is_found_again_and_the_usual_is_not_written(store, path):
    store.change(USUAL, CHANGED)
    assert store.load() == KnownSettings(CHANGED)
    store.change(CHANGED, replace(USUAL, theme="light"))
    assert json.loads(path.read_text("utf-8")) == {"schema": 1, "theme": "light"}


def test_what_another_window_changed_meanwhile_stays(store):
    store.change(USUAL, replace(USUAL, journal_days=30))
    store.change(USUAL, replace(USUAL, theme="dark"))  # by a window that has not seen it
    assert store.load().settings == replace(USUAL, theme="dark", journal_days=30)


CHANGE_ONE = """
import sys
from dataclasses import replace
from pathlib import Path
from gatepost.backend.files.settings import Settings, SettingsStore
store = SettingsStore(Path(sys.argv[1]))
for number in range(11, 31):
    store.change(Settings(), replace(Settings(), **{sys.argv[2]: number}))
"""


def test_two_windows_at_once_lose_nothing(store, path):
    names = ("connect_seconds", "answer_seconds", "journal_days")
    programs = [subprocess.Popen([sys.executable, "-c", CHANGE_ONE, path, name]) for name in names]
    assert [program.wait(60) for program in programs] == [0, 0, 0]
    assert store.load().settings == replace(USUAL, connect_seconds=30, answer_seconds=30, journal_days=30)


def test_what_another_version_wrote_stays(store, path):
    path.parent.mkdir()
    path.write_text('{"schema": 1, "later": {"x": 1}}', "utf-8")
    store.change(USUAL, CHANGED)
    assert json.loads(path.read_text("utf-8"))["later"] == {"x": 1}


@pytest.mark.parametrize("damage", ["", "{", "[]", "7", '{"schema": "x"}', "[" * 100_000, "\udcff", "NaN"])
def test_a_damaged_file_is_as_usual_is_said_to_be_and_is_kept(store, path, damage):
    path.parent.mkdir()
    path.write_bytes(damage.encode("utf-8", "surrogateescape"))
    known = store.load()
    assert known.settings == USUAL
    assert str(path) in str(known.problem)
    store.change(USUAL, CHANGED)
    assert store.load() == KnownSettings(CHANGED)
    assert path.with_suffix(".damaged").read_bytes() == damage.encode("utf-8", "surrogateescape")


def test_the_file_of_a_newer_version_is_left_alone(store, path):
    path.parent.mkdir()
    path.write_text('{"schema": 2, "theme": []}', "utf-8")
    assert "newer" in str(store.load().problem)
    with pytest.raises(HostError, match="newer"):
        store.change(USUAL, CHANGED)
    assert path.read_text("utf-8") == '{"schema": 2, "theme": []}'


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("language", "../../etc"),
        ("connect_seconds", 0),
        ("connect_seconds", True),
        ("connect_seconds", 3.0),
        ("answer_seconds", 10**30),
        ("journal_days", -1),
        ("proxy", "http://user:secret@proxy.lab:3128"),
        ("proxy", "proxy.lab:3128"),
        ("proxy", 7),
    ],
)
def test_a_value_out_of_its_range_is_as_usual_and_named(store, path, name, value):
    path.parent.mkdir()
    path.write_text(json.dumps({"journal_days": 30} | {name: value}), "utf-8")
    known = store.load()
    assert getattr(known.settings, name) == getattr(USUAL, name)
    assert name in str(known.problem)
    assert "secret" not in str(known.problem)
    assert name == "journal_days" or known.settings.journal_days == 30


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("http://proxy.lab:3128", True),
        ("http://[2001:db8::1]:8080/", True),
        ("https://proxy.lab:3128", False),
        ("http://proxy.lab", False),
        ("http://:3128", False),
        ("http://proxy.lab:99999", False),
        ("http://u@proxy.lab:3128", False),
        ("socks5://proxy.lab:1080", False),
        ("http://proxy.lab:3128/path", False),
        ("http://proxy.lab:3128\n", False),
        ("http://[::1:80", False),
        ("", False),
    ],
)
def test_a_proxy_is_a_url_without_an_account(url, good):
    assert is_proxy(url) is good


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("schema", *Settings.__dataclass_fields__), JSON)) | JSON)
def test_whatever_the_file_holds_settings_come_of_it(tmp_path_factory, document):
    path = tmp_path_factory.mktemp("store") / "settings.json"
    path.write_text(json.dumps(document), "utf-8")
    assert isinstance(SettingsStore(path).load().settings, Settings)
