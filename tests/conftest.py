"""Settings that every test shares: no screen, and a data folder that is nobody's."""

import atexit
import os
import shutil
import tempfile

from gatepost.bootstrap.display import draw_offscreen

draw_offscreen()
DATA = tempfile.mkdtemp(prefix="gatepost-tests-")
os.environ["GATEPOST_DATA"] = DATA
atexit.register(shutil.rmtree, DATA, ignore_errors=True)
