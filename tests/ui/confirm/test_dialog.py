"""The confirmation answers every question on its one page, and asks for exactly that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.change_set import ChangeSet
from gatepost.endpoints.configuration.snapshot import HostSnapshot, UnreadablePlugin
from gatepost.session.evaluator import Evaluator
from gatepost.ui.confirm import wording
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.purpose import Purpose
from gatepost.ui.dialogs.saver import FileSaver
from gatepost.ui.widgets import theme
from tests.jobs.eager_runner import EagerRunner
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import endpoint, snapshot

OPEN = "D:P(A;;GA;;;BA)(A;;GA;;;RM)"
CLOSED = "D:P(D;;GA;;;NU)(A;;GA;;;BA)"
USER = "S-1-5-21-1111111111-2222222222-3333333333-1001"
HOST = snapshot(
    endpoint("microsoft.powershell", OPEN),
    endpoint("microsoft.powershell32", CLOSED),
    endpoint("Maintenance", OPEN, enabled=False),
    endpoint("Bare", None),
)
SDDL, WHO, GAINS = 1, 2, 3  # pages
Show = Callable[..., ConfirmDialog]


@pytest.fixture
def show(qtbot) -> Iterator[Show]:
    made: list[ConfirmDialog] = []

    def shown(
        change_set: ChangeSet, of: HostSnapshot = HOST, purpose: Purpose = Purpose.APPLY, page: int = 0, **options: bool
    ) -> ConfirmDialog:
        dialog = ConfirmDialog(change_set, of, FileSaver(ManualRunner()), Evaluator(EagerRunner()), purpose, **options)
        made.append(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        dialog.pages.setCurrentIndex(page)
        return dialog

    yield shown
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


def rows(dialog: ConfirmDialog) -> dict[str, tuple[str, ...]]:
    table = dialog.table
    texts = [tuple(table.item(r, c).text() for c in range(table.columnCount())) for r in range(table.rowCount())]
    return {name: rest for name, *rest in map(list, texts)}  # type: ignore[misc]


def words(dialog: ConfirmDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_disable_remoting_says_which_host_what_changes_and_what_stays(show: Show) -> None:
    dialog = show(disable_remoting(HOST))
    assert dialog.windowTitle() == dialog.title_label.text() == "Disable remoting on SRV01?"
    assert dialog.connection_label.text().endswith(r"SRV01 as SRV01\admin, NTLM, encrypted")
    assert "2 endpoints change, 1 stays as it is, 1 skipped" in dialog.connection_label.text()
    assert "WinRM is not restarted" in dialog.effect_label.text()
    assert list(rows(dialog)) == ["microsoft.powershell", "Bare", "Maintenance", "microsoft.powershell32"]
    assert rows(dialog)["microsoft.powershell"] == [
        "Remote → Local",
        r"+ Deny  NT AUTHORITY\NETWORK  Full Control(All Operations)",
        "2",
    ]
    assert rows(dialog)["microsoft.powershell32"] == ["Local", "no change", "2"]
    assert rows(dialog)["Maintenance"][:2] == [
        "Disabled",
        "Skipped because it is disabled. It opens to the network when enabled.",
    ]
    assert rows(dialog)["Bare"][1].startswith("Gets a descriptor of its own; so far RootSDDL decides.\n+ Deny")


def test_the_four_things_are_named_without_claiming_their_state(show: Show) -> None:
    said = show(disable_remoting(HOST)).stays_open.text()
    for thing in ("as they are", "WinRM service", "listener", "firewall", "LocalAccountTokenFilterPolicy", "winrs"):
        assert thing in said
    assert not show(set_access_mode(HOST, ["Bare"], AccessMode.LOCAL)).stays_open.isVisible()


def test_other_ways_in_are_named_and_skipped_endpoints_where_there_are_any(show: Show) -> None:
    said = show(disable_remoting(HOST)).stays_open.text()
    for way in ("winrs", "WMI over WS-Man", "SSH", "the endpoint skipped because it is disabled"):
        assert way in said
    included = disable_remoting(HOST, include_disabled=True)
    assert "skipped" not in show(included).stays_open.text()


@pytest.mark.parametrize(
    ("change_set", "tone", "label"),
    [
        (disable_remoting(HOST), "danger", "&Disable remoting on SRV01"),
        (enable_remoting(HOST), "primary", "&Enable remoting on SRV01"),
        (
            set_access_mode(HOST, ["microsoft.powershell"], AccessMode.DISABLED),
            "danger",
            "&Set microsoft.powershell to Disabled on SRV01",
        ),
        (
            set_access_mode(HOST, ["Maintenance"], AccessMode.LOCAL),
            "primary",
            "&Set Maintenance to Local on SRV01",
        ),
    ],
)
def test_the_button_carries_verb_and_host_and_is_red_where_access_is_lost(
    show: Show, change_set: ChangeSet, tone: str, label: str
) -> None:
    dialog = show(change_set)
    assert dialog.confirm_button.text() == label
    assert dialog.confirm_button.accessibleName() == label.removeprefix("&")
    assert dialog.confirm_button.property("tone") == tone


def test_confirming_hands_the_reason_on_and_closes(show: Show, qtbot) -> None:
    dialog = show(disable_remoting(HOST))
    qtbot.keyClicks(dialog.reason_edit, "  CHG-7 ")
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)
    assert confirmed.args == ["CHG-7"]
    assert not dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
@pytest.mark.parametrize("where", ["dialog", "table", "cancel_button"])
def test_enter_and_escape_cancel(show: Show, qtbot, key: Qt.Key, where: str) -> None:
    dialog = show(disable_remoting(HOST))
    with qtbot.assertNotEmitted(dialog.confirmed), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog if where == "dialog" else getattr(dialog, where), key)


def test_enter_in_the_reason_neither_confirms_nor_cancels(show: Show, qtbot) -> None:
    dialog = show(disable_remoting(HOST))
    dialog.reason_edit.setFocus()
    with qtbot.assertNotEmitted(dialog.finished, wait=20):
        qtbot.keyClicks(dialog.reason_edit, "ticket")
        qtbot.keyClick(dialog.reason_edit, Qt.Key.Key_Return)
    assert dialog.reason() == "ticket"


def test_a_preview_is_the_same_page_without_the_button(show: Show) -> None:
    asked, preview = show(disable_remoting(HOST)), show(disable_remoting(HOST), purpose=Purpose.PREVIEW)
    assert preview.windowTitle() == "Preview: Disable remoting on SRV01"
    assert not preview.confirm_button.isVisible() and not preview.confirm_button.isEnabled()
    assert not preview.reason_edit.isVisible()
    assert preview.cancel_button.text() == "&Close"
    assert rows(preview) == rows(asked)
    assert preview.pages.as_text() == asked.pages.as_text()


def test_nothing_to_do_leaves_close_alone(show: Show) -> None:
    dialog = show(set_access_mode(HOST, ["microsoft.powershell32"], AccessMode.LOCAL))
    assert dialog.effect_label.text() == "Nothing would change: it is already so."
    assert not dialog.confirm_button.isVisible() and not dialog.reason_edit.isVisible()
    assert dialog.cancel_button.text() == "&Close"


EMPTY = "D:P"  # lets nobody in: reads Custom
BROKEN = "D:P(A;;GA"
SHUT_ROOT = "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)"


@pytest.mark.parametrize(
    "change_set",
    [
        set_access_mode(snapshot(endpoint("one", EMPTY)), ["one"], AccessMode.REMOTE),
        enable_remoting(snapshot(endpoint("one", EMPTY))),
        enable_remoting(replace(snapshot(endpoint("one", None)), root_sddl=SHUT_ROOT)),
        set_access_mode(snapshot(endpoint("one", BROKEN)), ["one"], AccessMode.LOCAL),
    ],
)
def test_nothing_to_do_is_not_taken_for_done(change_set: ChangeSet) -> None:
    assert not change_set.effective
    assert wording.effect(change_set) == "This order changes nothing here; the table says why."


def test_enable_promises_the_network_only_to_endpoints_that_will_be_open() -> None:
    off, open_ = endpoint("off", EMPTY, enabled=False), endpoint("on", CLOSED)
    assert wording.effect(enable_remoting(snapshot(open_))).startswith("This endpoint is enabled and open")
    assert wording.effect(enable_remoting(snapshot(open_, endpoint("b", CLOSED)))).startswith("These endpoints are")
    assert wording.effect(enable_remoting(snapshot(off, open_))).startswith("1 of 2 endpoints are enabled and open")
    assert wording.effect(enable_remoting(snapshot(off))).startswith("No endpoint is opened to the network;")


def test_one_endpoint_and_several_have_their_own_words() -> None:
    two = snapshot(endpoint("a", OPEN), endpoint("b", OPEN))
    one = snapshot(endpoint("a", OPEN))
    assert "on this endpoint any more" in wording.effect(disable_remoting(one))
    assert "on these endpoints any more" in wording.effect(disable_remoting(two))
    assert wording.effect(set_access_mode(one, ["a"], AccessMode.DISABLED)).startswith("It is disabled")
    assert wording.effect(set_access_mode(two, ["a", "b"], AccessMode.DISABLED)).startswith("They are disabled")
    broken = snapshot(endpoint("a", BROKEN), endpoint("b", BROKEN))
    assert (
        wording.title(set_access_mode(broken, ["a"], AccessMode.LOCAL), preview=False) == "a on SRV01 cannot be changed"
    )
    both = set_access_mode(broken, ["a", "b"], AccessMode.LOCAL)
    assert wording.title(both, preview=False) == "2 endpoints on SRV01 cannot be changed"
    assert wording.tally(disable_remoting(snapshot())) == "No endpoints."


def test_disabled_endpoints_can_be_included_and_the_page_follows(show: Show, qtbot) -> None:
    dialog = show(disable_remoting(HOST))
    dialog.include_disabled_changed.connect(
        lambda included: dialog.set_change_set(disable_remoting(HOST, include_disabled=included))
    )
    assert not dialog.include_disabled.isChecked()
    assert "the disabled endpoint" in dialog.include_disabled.text()
    qtbot.keyClick(dialog.include_disabled, Qt.Key.Key_Space)
    assert rows(dialog)["Maintenance"][:2] == [
        "Disabled",
        r"+ Deny  NT AUTHORITY\NETWORK  Full Control(All Operations)",
    ]
    assert dialog.change_set.skipped == ()
    qtbot.keyClick(dialog.include_disabled, Qt.Key.Key_Space)
    assert "Skipped" in rows(dialog)["Maintenance"][1]


def test_the_offer_is_made_for_disable_remoting_only_and_where_it_matters(show: Show) -> None:
    assert not show(enable_remoting(HOST)).include_disabled.isVisible()
    closed = snapshot(endpoint("a", OPEN), endpoint("b", CLOSED, enabled=False))
    assert not show(disable_remoting(closed), closed).include_disabled.isVisible()


def test_powershell_and_the_whole_page_can_be_copied(show: Show) -> None:
    dialog = show(disable_remoting(HOST))
    dialog.pages.code.form_box.setCurrentText("PowerShell (Windows' cmdlets)")
    dialog.pages.code.copy_button.click()
    assert QGuiApplication.clipboard().text().endswith("Disable-PSRemoting -Force")
    dialog.pages.copy_all.click()
    copied = QGuiApplication.clipboard().text()
    for part in ("Disable remoting on SRV01?", "Remote → Local", "firewall", "Disable-PSRemoting", "(D;;GA;;;NU)"):
        assert part in copied


def test_sddl_before_and_after_marks_the_entry_that_came(show: Show) -> None:
    sddl = show(
        disable_remoting(snapshot(endpoint("one", OPEN))), snapshot(endpoint("one", OPEN)), page=SDDL
    ).pages.sddl.view
    assert sddl.toPlainText().splitlines() == [
        "one",
        "before  O:NSG:BAD:P(A;;GA;;;BA)(A;;GA;;;RM)",
        "after   O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GA;;;RM)",
    ]
    marked = [part for part in fragments(sddl) if part[1] == theme.colors().accent]
    assert marked == [("(D;;GA;;;NU)", theme.colors().accent)]


def test_a_page_is_filled_when_it_is_first_shown_and_again_for_another_change_set(show: Show) -> None:
    dialog = show(disable_remoting(HOST))
    assert dialog.pages.sddl.view.toPlainText() == "" and dialog.pages.losses.table.rowCount() == 0
    dialog.pages.setCurrentIndex(SDDL)
    assert "Maintenance" not in dialog.pages.sddl.view.toPlainText()
    dialog.set_change_set(disable_remoting(HOST, include_disabled=True))
    assert "Maintenance" in dialog.pages.sddl.view.toPlainText()
    assert dialog.pages.losses.table.rowCount() == 0
    dialog.pages.setCurrentIndex(WHO)
    assert dialog.pages.losses.table.rowCount() > 0


def fragments(view) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    block = view.document().begin()
    while block.isValid():
        for piece in block.textFormats():
            found.append(
                (block.text()[piece.start : piece.start + piece.length], piece.format.foreground().color().name())
            )
        block = block.next()
    return found


def test_an_endpoint_that_is_enabled_says_so(show: Show) -> None:
    assert rows(show(enable_remoting(HOST)))["Maintenance"][:2] == ["Disabled → Remote", "Enabled: no → yes"]


def test_a_run_as_user_is_warned_about_only_where_the_whole_document_is_sent(show: Show) -> None:
    run_as = r'RunAsUser="CONTOSO\svc" RunAsPassword=""'
    of = snapshot(endpoint("svc", OPEN, extra=run_as))
    warning = r"verify the password of CONTOSO\svc again"
    assert warning not in rows(show(set_access_mode(of, ["svc"], AccessMode.LOCAL), of))["svc"][1]
    assert warning in rows(show(set_access_mode(of, ["svc"], AccessMode.DISABLED), of))["svc"][1]
    bare = snapshot(endpoint("svc", None, extra=run_as))
    assert warning in rows(show(set_access_mode(bare, ["svc"], AccessMode.LOCAL), bare))["svc"][1]


def test_a_plug_in_that_was_not_understood_is_not_passed_over_in_silence(show: Show) -> None:
    of = replace(HOST, unreadable=(UnreadablePlugin("Broken", "It has no name."),))
    assert "could not be understood" in rows(show(disable_remoting(of), of))["Broken"][1]


class TestHostileAndLong:
    EVIL = "<b>x</b>&\u202egpj.'\""

    def test_markup_and_direction_marks_stay_text(self, show: Show) -> None:
        of = snapshot(endpoint(self.EVIL, OPEN), endpoint("<img src=x>", OPEN), host="<i>H</i>&\u202eS")
        dialog = show(disable_remoting(of), of)
        seen = "<b>x</b>&⟨U+202E⟩gpj.'\""
        assert seen in rows(dialog)
        assert "<i>H</i>&⟨U+202E⟩S" in dialog.windowTitle()
        assert dialog.confirm_button.text() == "&Disable remoting on <i>H</i>&&⟨U+202E⟩S"
        assert {label.textFormat() for label in dialog.findChildren(QLabel) if label.text()} <= {
            Qt.TextFormat.PlainText,
            Qt.TextFormat.AutoText,
        }
        automatic = [w.text() for w in dialog.findChildren(QLabel) if w.textFormat() is Qt.TextFormat.AutoText]
        assert "".join(automatic).replace("&Reason or ticket", "") == ""
        tip = dialog.table.item(0, 0).toolTip()
        assert "&lt;b&gt;" in tip and "\u202e" not in tip

    def test_sixty_endpoints_and_long_names_fit_a_small_screen(self, show: Show, qtbot) -> None:
        many = [endpoint(f"Endpoint.{i:02}", OPEN) for i in range(59)]
        of = snapshot(endpoint("long-" * 60, OPEN), *many, host="host-" * 40)
        dialog = show(disable_remoting(of), of)
        assert dialog.table.rowCount() == 60
        assert dialog.width() <= 1280 and dialog.height() <= 680
        assert dialog.minimumSizeHint().width() <= 1000 and dialog.minimumSizeHint().height() <= 680
        assert dialog.confirm_button.accessibleName() == f"Disable remoting on {'host-' * 40}"
        assert "…" in dialog.confirm_button.text()
        for page in range(dialog.pages.count()):
            dialog.pages.setCurrentIndex(page)
            assert dialog.minimumSizeHint().height() <= 680


def test_a_question_about_one_endpoint_is_a_small_dialog(show: Show, qtbot) -> None:
    dialog = show(set_access_mode(HOST, ["microsoft.powershell"], AccessMode.LOCAL))
    qtbot.wait(20)
    assert dialog.pages.height() <= 220 and dialog.height() < 560


class TestByKeyboard:
    @pytest.mark.parametrize("page", [0, SDDL, WHO])
    def test_tab_goes_from_cancel_around_the_page_in_the_order_in_which_it_is_read(
        self, show: Show, qtbot, page: int
    ) -> None:
        dialog = show(disable_remoting(HOST), page=page)
        pages = dialog.pages
        dialog.activateWindow()
        qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.cancel_button)
        shown = {
            0: [*pages.code.stops()],
            SDDL: [pages.sddl.view, pages.sddl.copy_button],
            WHO: [pages.losses.table],
        }
        wanted: list[QWidget] = [dialog.confirm_button, dialog.table, dialog.include_disabled, pages.tabBar()]
        wanted += [pages.copy_all, *shown[page], dialog.reason_edit, dialog.cancel_button]
        for widget in wanted:
            dialog.focusNextChild()
            assert dialog.focusWidget() is widget
        for widget in [*reversed(wanted[:-1]), dialog.cancel_button]:
            dialog.focusPreviousChild()
            assert dialog.focusWidget() is widget

    def test_every_control_has_a_name(self, show: Show) -> None:
        dialog = show(disable_remoting(HOST))
        named = [
            dialog.table,
            dialog.reason_edit,
            dialog.pages.code.view,
            dialog.pages.sddl.view,
            dialog.pages.losses.table,
        ]
        named.append(dialog.pages.tabBar())
        assert all(widget.accessibleName() for widget in named)

    def test_no_mnemonic_is_used_twice(self, show: Show) -> None:
        dialog = show(disable_remoting(HOST))
        labels = [b.text() for b in dialog.findChildren(QAbstractButton) if b.isVisible() and b.text()]
        labels += [dialog.pages.tabText(i) for i in range(dialog.pages.count())]
        labels += [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
        keys = [text.replace("&&", "")[text.replace("&&", "").index("&") + 1].lower() for text in labels]
        assert len(keys) == len(set(keys)), sorted(keys)


def test_the_theme_may_change_while_it_is_open(show: Show, qapp) -> None:
    dialog = show(disable_remoting(HOST), page=SDDL)
    theme.apply(qapp, dark=True)
    assert (theme.DARK.accent) in {color for _, color in fragments(dialog.pages.sddl.view)}
