"""Files that another program has open, as on Windows: waited for, never taken for damaged, never lost."""

from __future__ import annotations

import errno
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection, ConnectionStore
from gatepost.backend.files import atomic_write
from gatepost.backend.files.atomic_write import replace_file, when_free
from gatepost.backend.files.lock import locked
from gatepost.backend.files.settings import Settings, SettingsStore
from gatepost.endpoints.errors import HostError

HELD = PermissionError(errno.EACCES, "The process cannot access the file because it is being used by another process")


class Hold:
    """A handle of another program: so many tries to open or replace a file fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.opens = self.replaces = 0
        really_open, really_replace = Path.open, Path.replace

        def open_(path: Path, mode: str = "r", *more, **options):
            if mode == "rb" and self.opens:
                self.opens -= 1
                raise HELD
            return really_open(path, mode, *more, **options)

        def replace(path: Path, target):
            if self.replaces:
                self.replaces -= 1
                raise HELD
            return really_replace(path, target)

        monkeypatch.setattr(Path, "open", open_)
        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr(atomic_write, "OPEN_FILES_BLOCK", True)
        monkeypatch.setattr(atomic_write, "_PAUSE", 0.001)


@pytest.fixture
def hold(monkeypatch):
    return Hold(monkeypatch)


@pytest.fixture
def store(tmp_path):
    return ConnectionStore(tmp_path / "connections.json")


def host(number: int) -> Connection:
    return Connection("ntlm", "u", parse_address(f"srv{number:02}"))


def names(store: ConnectionStore) -> list[str]:
    return [each.address.host for each in store.load().connections]


@pytest.fixture
def three(store):
    for number in range(3):
        store.note(host(number))
    return store


def test_a_scanner_that_has_a_list_open_for_a_moment_costs_nothing(three, hold, tmp_path):
    hold.opens = 5
    assert names(three) == ["srv02", "srv01", "srv00"]
    hold.opens = hold.replaces = 5
    three.note(host(3))
    assert names(three) == ["srv03", "srv02", "srv01", "srv00"]
    assert not [path.name for path in tmp_path.iterdir() if path.suffix not in (".json", ".lock")]


@pytest.mark.parametrize("blocks", [True, False])
@pytest.mark.parametrize("error", [HELD, OSError(errno.EIO, "Input/output error")])
def test_what_cannot_be_read_now_is_said_and_never_replaced(three, hold, monkeypatch, tmp_path, error, blocks):
    """Neither the hosts nor the certificates that are trusted there may be lost to a disk that hiccups."""
    monkeypatch.setattr(atomic_write, "OPEN_FILES_BLOCK", blocks)
    monkeypatch.setattr(atomic_write, "_PATIENCE", 0.05)
    before = (tmp_path / "connections.json").read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr("gatepost.backend.files.json_file.JsonFile._octets", fails(error))
        known = three.load()
        assert known.connections == ()
        assert "Can't read" in str(known.problem)
        assert "now" in str(known.problem)
        assert error.strerror in str(known.problem)
        with pytest.raises(HostError, match=r"Can't read.*at the moment"):
            three.note(host(3))
    assert (tmp_path / "connections.json").read_bytes() == before
    assert names(three) == ["srv02", "srv01", "srv00"]
    assert not [path.name for path in tmp_path.iterdir() if path.suffix not in (".json", ".lock")]


def fails(error: OSError):
    def fail(*_):
        raise error

    return fail


def test_the_same_goes_for_settings(hold, monkeypatch, tmp_path):
    monkeypatch.setattr(atomic_write, "_PATIENCE", 0.05)
    store = SettingsStore(tmp_path / "settings.json")
    store.change(Settings(), Settings(theme="dark"))
    hold.opens = 10**6
    assert "Can't read the settings now" in str(store.load().problem)
    with pytest.raises(HostError):
        store.change(Settings(), Settings(theme="light"))
    hold.opens = 0
    assert store.load().settings == Settings(theme="dark")


def test_a_damaged_file_that_cannot_be_set_aside_stays(hold, monkeypatch, store, tmp_path):
    monkeypatch.setattr(atomic_write, "_PATIENCE", 0.05)
    (tmp_path / "connections.json").write_bytes(b"{")
    hold.replaces = 10**6
    with pytest.raises(HostError, match="Can't save"):
        store.note(host(1))
    assert (tmp_path / "connections.json").read_bytes() == b"{"


def test_a_file_that_stays_held_is_not_replaced_and_nothing_is_left_beside_it(hold, monkeypatch, tmp_path):
    monkeypatch.setattr(atomic_write, "_PATIENCE", 0.05)
    (tmp_path / "report.html").write_bytes(b"old")
    hold.replaces = 10**6
    with pytest.raises(PermissionError):
        replace_file(tmp_path / "report.html", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("report.html", b"old")]


def test_elsewhere_a_refusal_is_told_at_once(monkeypatch):
    monkeypatch.setattr(atomic_write, "OPEN_FILES_BLOCK", False)
    tries: list[int] = []

    def refuse():
        tries.append(1)
        raise HELD

    with pytest.raises(PermissionError):
        when_free(refuse)
    assert tries == [1]


class Msvcrt(SimpleNamespace):
    """Windows' locks: one that somebody has cannot be had, and that is told at once."""

    LK_NBLCK, LK_UNLCK, LK_LOCK = 2, 0, 1

    def __init__(self) -> None:
        super().__init__(holder=threading.Lock())

    def locking(self, _descriptor: int, mode: int, _octets: int) -> None:
        assert mode != self.LK_LOCK  # it looks once a second, ten times
        if mode == self.LK_UNLCK:
            self.holder.release()
        elif not self.holder.acquire(blocking=False):
            raise OSError(errno.EACCES, "Permission denied")


@pytest.mark.skipif(sys.platform == "win32", reason="pretends to be Windows")
def test_the_lock_of_windows_is_waited_for_and_had_in_turn(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt())
    monkeypatch.setattr(sys, "platform", "win32")
    inside: list[str] = []

    def work(name: str) -> None:
        for _ in range(20):
            with locked(tmp_path / "x.lock"):
                inside.append(name)
                assert len(inside) == 1
                inside.remove(name)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive()


@pytest.mark.skipif(sys.platform == "win32", reason="pretends to be Windows")
def test_a_lock_that_is_never_given_back_is_an_error(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "msvcrt", windows := Msvcrt())
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("gatepost.backend.files.lock._PATIENCE", 0.05)
    windows.holder.acquire()
    with pytest.raises(OSError, match="Permission"), locked(tmp_path / "x.lock"):
        pytest.fail("it was given")
