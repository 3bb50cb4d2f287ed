"""``gatepost --host-check HOST --output FILE``: runs the host check."""

from __future__ import annotations

import sys
from pathlib import Path

from gatepost.backend.check.own_endpoint import NAME, new_shell_ids
from gatepost.backend.check.questions import Question
from gatepost.backend.check.results import CheckAnswer, HostCheck, as_json
from gatepost.backend.check.run import check_host
from gatepost.backend.check.writings import RunAsAccount
from gatepost.backend.connect.connections import Connection, ConnectRequest
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.connect.open_host import open_transport
from gatepost.backend.failures.diagnose import host_error
from gatepost.backend.files.atomic_write import replace_file
from gatepost.backend.files.settings import Settings
from gatepost.bootstrap.cleanup_process import CleanupProcess, recorded_endpoint
from gatepost.bootstrap.streams import INTERRUPTED, say
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import WINDOW
from gatepost.wsman.client import WsmanClient
from gatepost.wsman.errors import WsmanError

_RUN_AS_WARNING = "For a moment, the host stores the password of {user} in it.\n"
_WARNING = f"""\
This creates an endpoint {NAME} on {{host}}, changes it, opens sessions on it, and removes it again.
Only administrators can use it. Nothing else is changed, and WinRM isn't restarted.
{{run_as}}Type {{host}} to go on: """
_LEFT_BY_AN_EARLIER_CHECK = WINDOW.tr(
    "The test endpoint {name} from an earlier host check couldn't be removed. No changes were made. Remove it on the "
    "host with Unregister-PSSessionConfiguration, then try again.",
    name=NAME,
)


def run_check(
    request: ConnectRequest, settings: Settings, output: Path, *, with_test_endpoint: bool, with_run_as: bool
) -> int:
    """Ask the host, show the file, and save it. Returns 0, or 1 if the host was not reached or something was left there.

    130: interrupted; nothing was saved.
    """
    host = request.connection.address.label
    if with_test_endpoint:
        if request.connection.read_only:
            say(f"{host} is read-only; the check needs --with-test-endpoint left out")
            return 1
        run_as = _RUN_AS_WARNING.format(user=request.connection.user) if with_run_as else ""
        sys.stderr.write(_WARNING.format(host=host, run_as=run_as))
        sys.stderr.flush()
        if sys.stdin is None or sys.stdin.readline().strip().lower() != host.lower():
            say("not confirmed; nothing was written")
            return 1
    try:
        check = _check(request, settings, with_test_endpoint=with_test_endpoint, with_run_as=with_run_as)
        return _save(check, output)
    except HostError as error:
        say(error.on_command_line)
        return 1
    except KeyboardInterrupt:
        say("interrupted; no file was saved")
        return INTERRUPTED


def _check(request: ConnectRequest, settings: Settings, *, with_test_endpoint: bool, with_run_as: bool) -> HostCheck:
    connection = request.connection
    password = request.password or Credentials().recall(connection)
    transport = open_transport(connection, password, settings)
    assert isinstance(transport, WsmanClient)
    try:
        if not with_test_endpoint:
            return check_host(transport, _known_names(connection), None, _say_question)
        transport.identify()  # a host that cannot be reached needs no cleanup
        run_as = RunAsAccount(connection.user, password) if with_run_as and password else None
        return _check_with_endpoint(transport, connection, password, run_as)
    except (WsmanError, DocumentError) as error:
        raise host_error(error, connection.address.label) from error
    finally:
        transport.close()


def _check_with_endpoint(
    transport: WsmanClient, connection: Connection, password: str, run_as: RunAsAccount | None
) -> HostCheck:
    """Check with a test endpoint; another process takes it away if this one leaves it or is killed."""
    shells = new_shell_ids()
    cleanup = CleanupProcess(connection, password, shells)
    gone = False
    try:
        endpoint = recorded_endpoint(transport, connection, shells)
        if endpoint.exists() and not endpoint.remove():
            raise HostError(_LEFT_BY_AN_EARLIER_CHECK)
        check = check_host(transport, _known_names(connection), endpoint, _say_question, run_as)
        gone = not check.left
    finally:
        cleanup.close(dismissed=gone)
    return check


def _known_names(connection: Connection) -> tuple[str, str]:
    return connection.address.host, connection.user


def _say_question(question: Question) -> None:
    sys.stderr.write(f"{question.number:2}/{len(Question)} {question.text}\n")


def _save(check: HostCheck, output: Path) -> int:
    """Show the file before it is saved, and ask where a terminal is there to answer."""
    content = as_json(check)
    sys.stdout.write(content)
    counts = ", ".join(f"{check.count(answer)} {answer.value}" for answer in CheckAnswer)
    sys.stderr.write(f"{counts}\n")
    if check.left:
        say(check.left)
    if sys.stdin is not None and sys.stdin.isatty():
        sys.stderr.write(f"Save this as {output}? [y/N] ")
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            return 1 if check.left else 0
    try:
        replace_file(output, content.encode(), private=False)
    except OSError as error:
        say(f"{output} can't be saved: {error.strerror}")
        return 1
    return 1 if check.left else 0
