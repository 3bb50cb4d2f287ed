"""Where a frozen Gatepost begins. It has no interpreter to hand ``-m`` to, so it is its own practice host."""

import os
import sys
from pathlib import Path

if hasattr(sys, "_MEIPASS"):  # where PyInstaller has put everything
    qt = Path(sys._MEIPASS, "PySide6", "" if sys.platform == "win32" else "Qt")
    os.environ["QT_PLUGIN_PATH"] = str(qt / "plugins")

if sys.argv[1:3] == ["-m", "gatepost.practice"]:
    from gatepost.practice.__main__ import main as practice

    sys.exit(practice(sys.argv[3:]))

if sys.argv[1:3] == ["-m", "gatepost.bootstrap.cleanup_process"]:
    from gatepost.bootstrap.cleanup_process import main as clean_up

    sys.exit(clean_up())

from gatepost.__main__ import main

sys.exit(main())
