"""Message in the place of a table: loading, nothing there, or what went wrong and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from gatepost.endpoints.errors import HostError
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown, visible
from gatepost.ui.widgets.boxes import STRETCH, hbox, vbox
from gatepost.ui.widgets.collapsible import FoldedDetails
from gatepost.ui.widgets.plain_widgets import SignLabel, push_button, set_style_property

_SIGN = 40  # pixels
_MARGINS = (9, 9, 9, 9)  # pixels


class MessagePanel(QWidget):
    """An icon, a sentence, a next step, and what to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = SignLabel(side=_SIGN)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = _centered(QLabel())
        self._title.setObjectName("messageTitle")
        self._text = _centered(QLabel())
        self._text.setObjectName("muted")
        self.details = FoldedDetails()
        self.offer = push_button("", tone="primary")
        self.retry = push_button("")
        self.reconnect = push_button("")
        buttons = hbox(STRETCH, self.offer, self.retry, self.reconnect, STRETCH, spacing=10)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        layout = vbox(STRETCH, self._icon, self._title, self._text, on=self, margins=_MARGINS)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        layout.addSpacing(8)
        layout.addWidget(self.details, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self.show_text("", "")

    def show_text(self, title: str, text: str, icon_name: str = "", tone: Tone = Tone.MUTED, details: str = "") -> None:
        """Say something that needs no answer."""
        self._say(title, text, icon_name, tone)
        self.details.show_details(details, unfolded=True)
        for button in (self.offer, self.retry, self.reconnect):
            button.hide()

    def show_unread(self, title: str, text: str, action: str) -> None:
        """Say that nothing was read yet; ``action`` is the button that begins."""
        self.show_text(title, text, "server-network")
        self._offer_retry(action, primary=True)

    def show_error(
        self,
        error: HostError,
        *,
        reconnectable: bool = False,
        offer: str = "",
        rejected: bool = False,
        next_step: str = "",
    ) -> None:
        """Say what went wrong, with what may be done about it: an offer, to try again, to edit the connection.

        Where the login was ``rejected``, it is to be changed: nothing sends the same once more.
        """
        self._say(shown(error.summary), next_step or shown(error.next_step), "alert-circle-outline", Tone.DENY)
        self.details.show_details(error.details)
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        sign_in = rejected and reconnectable
        self._offer_retry(self.tr("&Try again"), primary=not offer and not sign_in)
        self.retry.setHidden(sign_in)
        self.reconnect.setText(self.tr("Change credent&ials...") if sign_in else self.tr("&Edit connection..."))
        self.reconnect.setVisible(reconnectable)
        set_style_property(self.reconnect, "tone", "primary" if sign_in and not offer else "")

    def focus_way_on(self) -> None:
        """Give the keyboard to the first thing that can be done; the panel takes it where there is none."""
        buttons = (self.offer, self.retry, self.reconnect)
        next((button for button in buttons if not button.isHidden()), self).setFocus()

    def _offer_retry(self, label: str, *, primary: bool) -> None:
        self.retry.setText(label)
        self.retry.show()
        set_style_property(self.retry, "tone", "primary" if primary else "")

    def _say(self, title: str, text: str, icon_name: str, tone: Tone) -> None:
        self._icon.set_sign(icon_name, tone)
        self._title.setText(one_line(title))
        self._text.setText(visible(text))
        self.setAccessibleName(f"{title} {text}".strip())


def _centered(label: QLabel) -> QLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
