"""The program's icon in the forms that systems want, drawn from its SVG by Qt."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
ICNS_SIZES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def png(svg: Path, size: int) -> bytes:
    """Draw the picture, ``size`` pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    octets = QByteArray()
    buffer = QBuffer(octets)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt text
    return bytes(octets.data())


def ico(svg: Path) -> bytes:
    """Return a Windows icon of several sizes, each as PNG."""
    pictures = [png(svg, size) for size in ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + b"".join(pictures)


def icns(svg: Path) -> bytes:
    """Return a macOS icon of several sizes, each as PNG."""
    parts = b""
    for kind, size in ICNS_SIZES.items():
        picture = png(svg, size)
        parts += kind + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def write_icons(svg: Path, folder: Path) -> None:
    """Write gatepost.ico, gatepost.icns and gatepost.png."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "gatepost.ico").write_bytes(ico(svg))
    (folder / "gatepost.icns").write_bytes(icns(svg))
    (folder / "gatepost.png").write_bytes(png(svg, 256))
