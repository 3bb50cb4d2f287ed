"""Build what people install, for the system that this runs on: ``python resources/packaging/build.py``.

PyInstaller makes one folder with both programs. From it come a Debian package and an archive on Linux, an archive that
runs from a stick and (where Inno Setup is installed) a setup program on Windows, and an application bundle on macOS.
Beside them stand the bill of materials (CycloneDX) and the SHA-256 sums.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from components import bill_of_materials
from debian import build_deb
from file_version import file_version
from icons import write_icons
from manual import manual_page

from gatepost import __version__
from gatepost.backend.files.folders import PORTABLE_FOLDER

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ICON = ROOT / "resources" / "icons" / "gatepost.svg"
MOST_MEGABYTES = 200
INNO_SETUP = Path(os.environ.get("PROGRAMFILES(X86)", r"C:\Program Files (x86)"), "Inno Setup 6", "ISCC.exe")
SYSTEM = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
MACHINE = {"amd64": "x64", "x86_64": "x64", "aarch64": "arm64"}.get(
    platform.machine().lower(), platform.machine().lower()
)
NAME = f"gatepost-{__version__}-{SYSTEM}-{MACHINE}"


def main() -> int:
    """Build, and print what was built with its size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--output", type=Path, default=ROOT / "dist", metavar="FOLDER", help="default: dist")
    options.add_argument("--folder-only", action="store_true", help="nothing but the folder of the program")
    chosen = options.parse_args()
    output: Path = chosen.output.resolve()
    output.mkdir(parents=True, exist_ok=True)
    folder = build_folder(output)
    size = megabytes(folder)
    print(f"{folder} ({size} MB)")
    if size > MOST_MEGABYTES:
        print(f"The folder may have {MOST_MEGABYTES} MB.", file=sys.stderr)
        return 1
    if not chosen.folder_only:
        artifacts = pack(folder, output)
        materials = output / f"{NAME}.cdx.json"
        materials.write_text(bill_of_materials(folder), "utf-8")
        write_sums([*artifacts, materials], output / f"{NAME}.sha256")
        for artifact in artifacts:
            print(f"{artifact} ({megabytes(artifact)} MB)")
    return 0


def build_folder(output: Path) -> Path:
    """Run PyInstaller and return the folder of the program, on macOS the bundle."""
    work = output / "build"
    write_icons(ICON, work / "icons")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(output), "--workpath", str(work), str(HERE / "gatepost.spec")]
    imported = os.pathsep.join([str(ROOT / "app"), str(HERE)])
    environment = {**os.environ, "GATEPOST_ICONS": str(work / "icons"), "PYTHONPATH": imported}
    subprocess.run(command, check=True, env=environment, stdin=subprocess.DEVNULL)
    shutil.rmtree(work)
    folder = output / "gatepost"
    if SYSTEM == "macos":
        shutil.rmtree(folder)
        return output / "Gatepost.app"
    if SYSTEM == "linux":
        strip(folder)
    return folder


def strip(folder: Path) -> None:
    """Take the symbols out of what was compiled on this machine; wheels come without."""
    program = shutil.which("strip")
    built_here = [*folder.glob("_internal/libpython*.so*"), *folder.glob("_internal/krb5/*.so")]
    for library in built_here if program else []:
        subprocess.run([str(program), "--strip-unneeded", str(library)], check=True)


def pack(folder: Path, output: Path) -> list[Path]:
    """Return the files that people get."""
    if SYSTEM == "linux":
        archive = output / f"{NAME}.tar.gz"
        with tarfile.open(archive, "w:gz", compresslevel=6) as packed:
            packed.add(folder, "gatepost")
        return [archive, *([build_deb(folder, __version__, manual_page(), output)] if shutil.which("dpkg-deb") else [])]
    if SYSTEM == "macos":
        archive = output / f"{NAME}.zip"
        subprocess.run(["/usr/bin/ditto", "-c", "-k", "--keepParent", str(folder), str(archive)], check=True)
        return [archive]
    return [portable(folder, output), *setup(output)]


def portable(folder: Path, output: Path) -> Path:
    """Pack the folder with one beside the programs in which they keep their data."""
    archive = output / f"{NAME}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, Path("gatepost", path.relative_to(folder)))
        packed.write(HERE / "portable.txt", f"gatepost/{PORTABLE_FOLDER}/README.txt")
    return archive


def setup(output: Path) -> list[Path]:
    """Make the setup program where Inno Setup is installed."""
    compiler = shutil.which("iscc") or (str(INNO_SETUP) if INNO_SETUP.is_file() else "")
    if not compiler:
        return []
    write_icons(ICON, output / "icons")
    numbers = ".".join(map(str, file_version(__version__)))
    defined = [f"/DVersion={__version__}", f"/DNumbers={numbers}", f"/DOutput={output}", f"/DBaseName={NAME}-setup"]
    subprocess.run([compiler, "/Qp", *defined, str(HERE / "gatepost.iss")], check=True)
    shutil.rmtree(output / "icons")
    return [output / f"{NAME}-setup.exe"]


def write_sums(files: list[Path], target: Path) -> None:
    """Write SHA-256 sums as ``sha256sum --check`` reads them."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    target.write_bytes("".join(lines).encode())


def megabytes(path: Path) -> int:
    """The size of a file, or of a folder with all in it."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file() and not each.is_symlink()]
    return sum(file.stat().st_size for file in files) // 1_000_000


if __name__ == "__main__":
    sys.exit(main())
