"""A real MIT KDC on loopback, unprivileged: everything it and its clients need is in one folder."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

from tests.wsman.loopback import Listener

CLOCK_SKEW = 37  # KRB_AP_ERR_SKEW, RFC 4120 7.5.9
REALM = "GATEPOST.TEST"
HOSTS = ("localhost", "srv01.gatepost.test")
TOOLS = ("kdb5_util", "kadmin.local", "krb5kdc", "kinit")
_PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])

_CLIENT = """[libdefaults]
default_realm = {realm}
dns_lookup_kdc = false
dns_lookup_realm = false
dns_canonicalize_hostname = false
rdns = false
udp_preference_limit = 1
kdc_timesync = {follow}
[realms]
{realm} = {{
 kdc = 127.0.0.1:{port}
}}
SILENT.TEST = {{
 kdc = 127.0.0.1:9
}}
SKEWED.TEST = {{
 kdc = 127.0.0.1:{skewed}
}}
[domain_realm]
localhost = {realm}
.gatepost.test = {realm}
"""
_SERVER = """[kdcdefaults]
kdc_listen = ""
kdc_tcp_listen = 127.0.0.1:{port}
[realms]
{realm} = {{
 database_name = {folder}/principal
 key_stash_file = {folder}/stash
 acl_file = {folder}/acl
 max_life = 1h
}}
"""


def missing_tools() -> list[str]:
    return [tool for tool in TOOLS if shutil.which(tool, path=_PATH) is None]


class Kdc:
    """``environment`` is what programs and libraries have to be run with, besides ``KRB5CCNAME``.

    Realms beside its own: SILENT.TEST, where nobody listens, and SKEWED.TEST, whose KDC finds every clock wrong.
    """

    def __init__(self, folder: Path, **variables: str) -> None:
        """``variables`` are the KDC's own: one that turns its clock, for instance. Then nobody follows its clock."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._skewed = RefusingKdc(b"SKEWED.TEST", CLOCK_SKEW)
        self._skewed.__enter__()
        client = _CLIENT.format(realm=REALM, port=self.port, skewed=self._skewed.port, follow=int(not variables))
        (folder / "krb5.conf").write_text(client)
        (folder / "kdc.conf").write_text(_SERVER.format(realm=REALM, port=self.port, folder=folder))
        self.environment = {
            "KRB5_CONFIG": str(folder / "krb5.conf"),
            "KRB5_KDC_PROFILE": str(folder / "kdc.conf"),
            "KRB5_KTNAME": f"FILE:{folder}/keytab",
        }
        self._all = {**os.environ, **self.environment, "PATH": _PATH}
        self._run("kdb5_util", "create", "-s", "-r", REALM, "-P", "master")
        commands = [
            "addprinc -pw sesame +requires_preauth alice",
            "addprinc -pw sesame -pwexpire yesterday stale",
            "addprinc -pw sesame -expire yesterday gone",
            "addprinc -pw sesame -allow_tix disabled",
            "addprinc -pw sesame -requires_preauth bob",
            "addpol -maxfailure 2 -failurecountinterval 0 -lockoutduration 0 strict",
            "addprinc -pw sesame +requires_preauth -policy strict locked",
            *[f"addprinc -randkey HTTP/{host}" for host in HOSTS],
            *[f"ktadd -k {folder}/keytab HTTP/{host}" for host in HOSTS],
        ]
        self._run("kadmin.local", said="\n".join(commands) + "\n")
        # Where the tests are killed, the KDC goes with them.
        guarded = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
        self._process = subprocess.Popen(
            [*guarded, "krb5kdc", "-n"],
            env={**self._all, **variables},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self._wait()
        except BaseException:
            self.close()
            raise

    def kinit(self, name: str, password: str) -> None:
        """Get a ticket, into the cache that the environment names."""
        self._run("kinit", "-c", os.environ["KRB5CCNAME"], name, said=password + "\n")

    def close(self) -> None:
        self._skewed.__exit__(None, None, None)
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _run(self, *command: str, said: str = "") -> None:
        subprocess.run(command, env=self._all, input=said, text=True, check=True, capture_output=True, timeout=60)

    def _wait(self) -> None:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError("the KDC did not start")


class RefusingKdc(Listener):
    """Answers every request with the same KRB-ERROR, RFC 4120 5.9.1."""

    def __init__(self, realm: bytes, code: int) -> None:
        super().__init__()
        self._realm = realm
        self._code = code

    def accepted(self, connection: socket.socket) -> None:
        self.start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            if connection.recv(65536):
                error = self._error()
                connection.sendall(len(error).to_bytes(4) + error)

    def _error(self) -> bytes:
        now = time.strftime("%Y%m%d%H%M%SZ", time.gmtime()).encode()
        service = _der(0x30, _integer(0, 2) + _der(0xA1, _der(0x30, _text(b"krbtgt") + _text(self._realm))))
        fields = [
            _integer(0, 5),
            _integer(1, 30),
            _der(0xA4, _der(0x18, now)),
            _integer(5, 0),
            _integer(6, self._code),
            _der(0xA9, _text(self._realm)),
            _der(0xAA, service),
        ]
        return _der(0x7E, _der(0x30, b"".join(fields)))


def _der(tag: int, content: bytes) -> bytes:
    size = len(content)
    return bytes([tag, size]) + content if size < 128 else bytes([tag, 0x81, size]) + content


def _integer(field: int, number: int) -> bytes:
    return _der(0xA0 + field, _der(0x02, bytes([number])))


def _text(octets: bytes) -> bytes:
    return _der(0x1B, octets)
