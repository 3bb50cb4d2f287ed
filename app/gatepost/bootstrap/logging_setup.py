"""Log files of the program."""

from __future__ import annotations

import contextlib
import logging

from gatepost.backend.files.atomic_write import make_private_folder
from gatepost.backend.files.folders import Folders
from gatepost.bootstrap.plain_output import PlainFormatter, PrivateLogFile

_KEPT_LOGS = 12


def set_up_logging(folders: Folders) -> None:
    """Write warnings and errors to a rotating file; without one, to nowhere: logging never stops the program.

    What Python itself warns of (``warnings``) is among them.
    """
    try:
        make_private_folder(folders.logs)
        for old in folders.all_logs()[:-_KEPT_LOGS]:
            with contextlib.suppress(OSError):  # of a program that still runs
                old.unlink()
        handler: logging.Handler = PrivateLogFile(
            folders.log, maxBytes=512 * 1024, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(PlainFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger("gatepost").setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
