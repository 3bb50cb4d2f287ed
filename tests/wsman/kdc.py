"""A real MIT KDC on loopback, unprivileged: everything it and its clients need is in one folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path

from tests.needs import needs

REALM = "GATEPOST.TEST"
HOSTS = ("localhost", "srv01.gatepost.test")
_TOOLS = ("kdb5_util", "kadmin.local", "krb5kdc", "kinit")
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


def needs_kerberos() -> None:
    """Skip what cannot be done without a KDC and the packages that log on with it."""
    for package in ("kerberos", "krb5"):
        needs(find_spec(package), f"{package}, of the extra gatepost[kerberos]")
    missing = [tool for tool in _TOOLS if shutil.which(tool, path=_PATH) is None]
    needs(not missing, f"MIT Kerberos: {', '.join(missing)}")


class Kdc:
    """``environment`` is what programs and libraries have to be run with, besides ``KRB5CCNAME``.

    In the realm SILENT.TEST, which it also names, nobody listens.
    """

    def __init__(self, folder: Path, **variables: str) -> None:
        """``variables`` are the KDC's own: one that turns its clock, for instance. Then nobody follows its clock."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        client = _CLIENT.format(realm=REALM, port=self.port, follow=int(not variables))
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
            "addprinc -pw sesame +requires_preauth carol\\@company.example",  # an enterprise name
            "addprinc -pw sesame +requires_preauth carol\\@GATEPOST",
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

    def command(self, *lines: str) -> None:
        """Have kadmin.local carry out commands."""
        self._run("kadmin.local", said="\n".join(lines) + "\n")

    def close(self) -> None:
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
