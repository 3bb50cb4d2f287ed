"""A Debian package of the folder that PyInstaller made: nothing of it is compiled or downloaded again."""

import gzip
import os
import platform
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ICON = HERE.parent / "icons" / "gatepost.svg"
MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
# What Qt and its X11 platform load from the system: of these PyInstaller brings some along, and never libGL.
DEPENDS = (
    "libc6 (>= {glibc})",
    "libegl1",
    "libgl1",
    "libfontconfig1",
    "libxkbcommon0",
    "libdbus-1-3",
)
RECOMMENDS = (
    "libxcb-cursor0",
    "libxkbcommon-x11-0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "fonts-dejavu-core",
)
CONTROL = """\
Package: gatepost
Version: {version}
Architecture: {machine}
Maintainer: The Gatepost authors <gatepost@users.noreply.github.com>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Section: admin
Priority: optional
Description: permissions of PowerShell session configurations
 Review and edit who can open a PowerShell session on Windows hosts: access modes,
 permission entries and security descriptors, over WS-Management.
"""


def build_deb(folder: Path, version: str, manual: str, output: Path) -> Path:
    """Pack ``folder`` as /opt/gatepost, with commands, menu entry, icon and manual page; return the package's path.

    Raises:
        subprocess.CalledProcessError: dpkg-deb failed.
    """
    machine = MACHINES.get(platform.machine(), platform.machine())
    root = output / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / "opt" / "gatepost", symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    for program in ("gatepost", "gatepost-window"):
        (root / "usr" / "bin" / program).symlink_to(f"/opt/gatepost/{program}")
    _put(HERE / "gatepost.desktop", root / "usr/share/applications/gatepost.desktop")
    _put(ICON, root / "usr/share/icons/hicolor/scalable/apps/gatepost.svg")
    _put(HERE.parent.parent / "LICENSE", root / "usr/share/doc/gatepost/copyright")
    page = root / "usr/share/man/man1/gatepost.1.gz"
    page.parent.mkdir(parents=True)
    page.write_bytes(gzip.compress(manual.encode(), mtime=0))
    kilobytes = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    glibc = ".".join(platform.libc_ver()[1].split(".")[:2]) or "2.31"
    control = CONTROL.format(
        version=version.replace("-", "~"),
        machine=machine,
        kilobytes=kilobytes,
        depends=", ".join(DEPENDS).format(glibc=glibc),
        recommends=", ".join(RECOMMENDS),
    )
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control, "utf-8")
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    package = output / f"gatepost_{version}_{machine}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zzstd", "--build", str(root), str(package)], check=True)
    shutil.rmtree(root)
    return package


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
