"""A test with a real session: ask the host itself, and show its answer beside the computed one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.access.connected_account import connected_account
from gatepost.endpoints.access.effective_access import SessionTestResult, Verdict, compared, effective_access
from gatepost.endpoints.access.tokens import Origin
from gatepost.endpoints.text import sentences
from gatepost.jobs.job import Job
from gatepost.models.access.verdict_text import verdict_word
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.widgets.boxes import vbox
from gatepost.ui.widgets.plain_widgets import IconButton, plain_label, set_text_or_hide, set_tone

_TONES = {Verdict.YES: Tone.ALLOW, Verdict.NO: Tone.DENY, Verdict.UNKNOWN: Tone.WARNING}


class SessionTestLine(QWidget):
    """Asks only when it is told to. The answer is for the endpoint as the host holds it, never for a pending change."""

    answered = Signal()  # what it says is new

    def __init__(self) -> None:
        super().__init__()
        self._endpoint: EndpointInView | None = None
        self._job: Job[SessionTestResult] | None = None
        self.button = IconButton("check-decagram-outline", self.tr("&Test with a real session"), self._test_session)
        self.button.setToolTip(
            self.tr(
                "Open and close a real session as the connected account. The host might log it, and a startup script "
                "might run."
            )
        )
        self.answer = plain_label()
        self.answer.setAccessibleName(self.tr("The host's answer"))
        vbox(self.button, self.answer, on=self, spacing=4).setAlignment(self.button, Qt.AlignmentFlag.AlignLeft)

    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        """Be ready for an endpoint; the answer for another one, or for what it was before, is forgotten."""
        before, self._endpoint = self._endpoint, endpoint
        if endpoint is None or before is None or not endpoint.is_same(before) or endpoint.on_host != before.on_host:
            self.forget()
        self.button.setEnabled(endpoint is not None)  # while it asks as well: a button that goes off loses the focus

    def forget(self) -> None:
        """Take the answer back: what it stands beside now is about another account."""
        if self._job is not None:
            self._job.cancel()
        self._rest()

    def _rest(self) -> None:
        """Say what the button does; what the line said before is no answer to what is asked now."""
        self._job = None
        self._say("", Tone.MUTED)  # what the button does is in its tool tip
        self.button.setEnabled(self._endpoint is not None)

    def _test_session(self) -> None:
        if self._endpoint is None or self._job is not None:
            return
        configuration = self._endpoint.on_host.configuration
        self._job = self._endpoint.session.run_read(lambda host, _: host.test_session(configuration))
        if self._job is None:
            self._say(self.tr("The host isn't connected. Refresh, then try again."), Tone.WARNING)
            return
        self._say(self.tr("Opening a session..."), Tone.MUTED)
        self._job.then(self._on_tested, cancelled=self._rest, crashed=self._rest)

    def _on_tested(self, proof: SessionTestResult) -> None:
        self._rest()
        endpoint = self._endpoint
        if endpoint is None:
            return
        account_token = connected_account(endpoint.snapshot, over_network=endpoint.session.over_network).account_token
        # A session from localhost has the group NETWORK, too.
        computed = effective_access(endpoint.on_host, account_token, Origin.NETWORK).verdict
        template = self.tr("The host's answer for {account}: {host}. Computed answer: {computed}.")
        message = template.format(
            account=one_line(endpoint.snapshot.host.account),
            host=verdict_word(proof.verdict),
            computed=verdict_word(computed),
        )
        more = shown(sentences(compared(proof.verdict, computed), proof.said, proof.left_open))
        self._say(f"{message} {more}".strip(), Tone.WARNING if proof.left_open else _TONES[proof.verdict])

    def _say(self, message: str, tone: Tone) -> None:
        set_tone(self.answer, tone)
        set_text_or_hide(self.answer, message)
        if message:
            self.answered.emit()
