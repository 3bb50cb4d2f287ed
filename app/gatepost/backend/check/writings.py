"""Questions of the host check that only a write answers, on its own test endpoint."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from gatepost.backend.check.masking import Mask, local_name, masked_sddl
from gatepost.backend.check.own_endpoint import (
    ADMINISTRATORS_ONLY,
    NOBODY,
    WITH_OPERATORS,
    OwnEndpoint,
    with_descriptor,
)
from gatepost.backend.check.questions import Question
from gatepost.backend.check.readings import Unanswered
from gatepost.endpoints.configuration.plugin import is_endpoint
from gatepost.endpoints.configuration.plugin_document import parse, securities
from gatepost.wsman.client import WsmanClient
from gatepost.wsman.errors import WsmanFault
from gatepost.wsman.messages import uris

_SERVES_NOBODY = "no session could be opened on the test endpoint"


@dataclass(frozen=True, slots=True)
class RunAsAccount:
    """Account with its password that the test endpoint has for the length of one question."""

    user: str
    password: str = field(repr=False)


class Writings:
    """Asks the writing questions, in the order in which they depend on each other."""

    def __init__(self, transport: WsmanClient, endpoint: OwnEndpoint, mask: Mask, run_as: RunAsAccount | None) -> None:
        """``run_as`` is whose password the host may keep for a moment; None: nobody's."""
        self._transport = transport
        self._endpoint = endpoint
        self._mask = mask
        self._run_as = run_as
        self._created = self._serves = False
        self._after_put = b""
        self._sent = b""

    @property
    def probes(self) -> dict[Question, Callable[[], str]]:
        """What answers each question, in this order."""
        return {
            Question.CREATE: self._create,
            Question.CREATE_RESTART: self._serves_at_once,
            Question.PUT_TEXT: self._put,
            Question.PUT_DEFAULTS: self._kept,
            Question.OPEN_SESSION: self._open_session,
            Question.DESCRIPTOR_AT_ONCE: self._descriptor,
            Question.BAD_DESCRIPTOR: self._bad_descriptor,
            Question.BAD_DOCUMENT: self._bad_document,
            Question.PUT_ALONE: self._alone,
            Question.RUN_AS_KEPT: self._run_as_kept,
            Question.ENABLED: self._disabled,
            Question.DELETED: self._deleted,
        }

    def _create(self) -> str:
        pattern = self._pattern()
        self._endpoint.create(pattern)
        self._created = True
        self._mask.keep("the test endpoint, created", self._endpoint.read())
        return "yes"

    def _pattern(self) -> bytes:
        for item in self._transport.enumerate(uris.CONFIG_PLUGIN):
            own = self._transport.get(uris.CONFIG_PLUGIN, {"Name": parse(item).get("Name", "")})
            root = parse(own)
            if is_endpoint(own) and not root.get("RunAsUser") and len(securities(root)) == 1:
                return own
        raise Unanswered(
            "there is no endpoint that could be copied: one with a single descriptor and without a RunAs user"
        )

    def _needs_it(self) -> None:
        if not self._created:
            raise Unanswered("there is no test endpoint")

    def _takes_sessions(self) -> bool:
        """Whether a session can be opened. Only a fault that proves a refusal says no; any other one is raised."""
        try:
            session = self._endpoint.open_session()
        except WsmanFault as fault:
            if fault.may_have_changed_host:
                raise
            return False
        with suppress(WsmanFault):
            self._endpoint.close_session(session)
        return True

    def _serves_at_once(self) -> str:
        self._needs_it()
        self._serves = self._takes_sessions()
        return "yes" if self._serves else "no"

    def _put(self) -> str:
        self._needs_it()
        self._sent = with_descriptor(self._endpoint.read(), WITH_OPERATORS)
        self._after_put = self._endpoint.put(self._sent)
        self._mask.keep("the test endpoint, after a Put", self._after_put)
        with suppress(WsmanFault):
            self._serves = self._serves or self._takes_sessions()
        (stored,) = securities(parse(self._after_put))
        sddl = stored.get("Sddl", "")
        return Question.PUT_TEXT.assumed if sddl == WITH_OPERATORS else f"rewritten as {masked_sddl(sddl)}"

    def _kept(self) -> str:
        if not self._after_put:
            raise Unanswered("nothing was put")
        before, after = parse(self._sent).attrib, parse(self._after_put).attrib
        lost = sorted(local_name(str(name)) for name in before if after.get(name) != before[name])
        return "yes" if not lost else f"changed: {', '.join(lost)}"

    def _open_session(self) -> str:
        self._needs_sessions()
        session = self._endpoint.open_session()
        self._endpoint.put_descriptor(NOBODY)
        try:
            self._endpoint.close_session(session)
        except WsmanFault as fault:
            if fault.may_have_changed_host:
                raise
            return "no"
        return "yes"

    def _needs_sessions(self) -> None:
        self._needs_it()
        if not self._serves:
            raise Unanswered(_SERVES_NOBODY)

    def _descriptor(self) -> str:
        self._needs_sessions()
        self._endpoint.put_descriptor(NOBODY)
        try:
            return "no" if self._takes_sessions() else "yes"
        finally:  # otherwise later questions would take this descriptor's refusal for their answer
            self._endpoint.put_descriptor(ADMINISTRATORS_ONLY)

    def _bad_descriptor(self) -> str:
        self._needs_it()
        self._endpoint.put_descriptor("O:NSG:BAD:P(A;;NOTARIGHT;;;BA)")
        self._endpoint.put_descriptor(ADMINISTRATORS_ONLY)
        return "not refused"

    def _bad_document(self) -> str:
        self._needs_it()
        self._endpoint.put_attributes(NoSuchAttribute="1")
        return "not refused"

    def _alone(self) -> str:
        self._needs_it()
        self._endpoint.put_security_element(WITH_OPERATORS)
        (stored,) = securities(parse(self._endpoint.read()))
        return "yes" if stored.get("Sddl") == WITH_OPERATORS else "it was accepted and something else is stored"

    def _run_as_kept(self) -> str:
        """Store a RunAs user with its password, put the document as it is read, which is without, and open a session."""
        if self._run_as is None:
            raise Unanswered("needs --with-run-as")
        self._needs_sessions()
        self._endpoint.put_attributes(RunAsUser=self._run_as.user, RunAsPassword=self._run_as.password)
        try:
            if not self._takes_sessions():
                raise Unanswered("the test endpoint takes no session with a RunAs user")
            self._endpoint.put(self._endpoint.read())
            return "yes" if self._takes_sessions() else "no"
        finally:
            self._endpoint.put_attributes(RunAsUser="", RunAsPassword="")

    def _disabled(self) -> str:
        self._needs_sessions()
        self._endpoint.put_attributes(Enabled="False")
        self._endpoint.close_session(self._endpoint.open_session())
        return "not refused"

    def _deleted(self) -> str:
        self._needs_sessions()
        self._endpoint.delete()
        return "no" if self._takes_sessions() else "yes"
