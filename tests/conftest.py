"""Settings that every test shares: no screen, a data folder that is nobody's, property tests with new examples."""

import atexit
import gc
import os
import shutil
import tempfile

from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase

from gatepost.bootstrap.display import draw_offscreen

draw_offscreen()
DATA = tempfile.mkdtemp(prefix="gatepost-tests-")
os.environ["GATEPOST_DATA"] = DATA
atexit.register(shutil.rmtree, DATA, ignore_errors=True)

# New examples every time, on CI too: what fails is printed with what repeats it. A loaded machine is no failure.
EXAMPLES = DirectoryBasedExampleDatabase(".hypothesis/examples")
settings.register_profile("gatepost", deadline=None, derandomize=False, print_blob=True, database=EXAMPLES)
settings.load_profile("gatepost")


def pytest_collection_finish() -> None:
    """Leave what was imported out of later searches for cycles: hundreds of tests end with one."""
    gc.collect()
    gc.freeze()
