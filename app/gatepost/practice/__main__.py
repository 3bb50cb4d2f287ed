"""Command line of the practice host: ``python -m gatepost.practice``, controlled on standard input."""

from __future__ import annotations

import argparse
import atexit
import gc
import json
import logging
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from types import FrameType

from gatepost.practice.console import Console
from gatepost.practice.service.host import PracticeHost
from gatepost.practice.state.scenario import Scenario, load_scenario
from gatepost.practice.state.scenario_fields import ScenarioError
from gatepost.practice.wire.tls import ServerTls, server_tls


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until quit, end of input or a signal; return the exit status (2: bad arguments)."""
    parsed = _parsed(arguments)
    atexit.register(gc.freeze)  # the end of this process must not wait for a search for cycles
    if parsed.verbose:
        logging.basicConfig(format="%(message)s")
        logging.getLogger("gatepost.practice").setLevel(logging.INFO)
    try:
        scenario = load_scenario(parsed.scenario)
        host = PracticeHost(
            scenario,
            port=parsed.port,
            interactive_port=parsed.interactive_port,
            https_port=parsed.https_port,
            tls=_tls(parsed, scenario),
            allow_basic=parsed.allow_basic,
            allow_credssp=parsed.credssp,
        )
    except (ScenarioError, OSError) as error:
        print(f"gatepost.practice: {error}", file=sys.stderr)  # noqa: T201
        return 2
    try:
        _answer_signals_with(_stop)
        try:
            _write(host.announcement())
            threading.Thread(target=_warm_up, name="warm-up").start()
            _converse(Console(host))
        finally:
            _answer_signals_with(signal.SIG_IGN)  # one that comes late must not cut the closing short
    finally:
        host.close()
    return 0


def _answer_signals_with(answer: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, answer)


def _tls(options: argparse.Namespace, scenario: Scenario) -> ServerTls | None:
    if not options.https:
        return None
    return server_tls(
        scenario.host,
        options.certificate,
        options.key,
        strict=options.cbt == "strict",
        client_authority=options.client_authority,
    )


def _converse(console: Console) -> None:
    """Run commands until quit or the end of input, so that the host ends with its parent."""
    for line in iter(sys.stdin.buffer.readline, b""):
        text = line.decode("utf-8", "replace").strip()
        if text:
            _write(console.run(text))
        if console.quitting:
            return


def _write(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _warm_up() -> None:
    """Import the NTLM code while the client is still starting.

    Python waits for this thread before it ends. A daemon thread in native code would abort the process.
    """
    import spnego  # noqa: F401


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = _parser()
    parsed = parser.parse_args(arguments)
    for option in ("https_port", "certificate", "key", "client_authority", "cbt"):
        if not parsed.https and getattr(parsed, option) != parser.get_default(option):
            parser.error(f"--{option.replace('_', '-')} needs --https")
    if parsed.key and not parsed.certificate:
        parser.error("--key needs --certificate")
    return parsed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gatepost.practice", description="A simulated Windows host on loopback.")
    parser.add_argument("--scenario", default="reference-page", help="name, or path of a .json file")
    parser.add_argument("--port", type=int, default=0, help="port for connections over the network; 0: any free port")
    parser.add_argument("--interactive-port", type=int, default=0, help="port for local connections; 0: any free port")
    parser.add_argument("--https", action="store_true", help="also listen for HTTPS")
    parser.add_argument("--https-port", type=int, default=0, help="port for HTTPS; 0: any free port")
    parser.add_argument("--certificate", default="", help="certificate chain for HTTPS, in PEM; default: self-signed")
    parser.add_argument("--key", default="", help="private key in PEM, if it isn't in the file of the certificate")
    parser.add_argument(
        "--client-authority",
        default="",
        help="certificate authorities in PEM; their client certificates log on as the accounts they name",
    )
    parser.add_argument("--cbt", choices=("none", "strict"), default="none", help="channel binding over HTTPS")
    parser.add_argument(
        "--allow-basic", action=argparse.BooleanOptionalAction, default=True, help="allow Basic without encryption"
    )
    parser.add_argument("--credssp", action="store_true", help="offer CredSSP, which current hosts don't by default")
    parser.add_argument("--verbose", action="store_true", help="log to standard error")
    return parser


if __name__ == "__main__":
    sys.exit(main())
