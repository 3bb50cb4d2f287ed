"""The confirmation answers every question on its one page, and asks for exactly that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QTabWidget, QWidget

from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.snapshot import HostSnapshot, UnreadablePlugin
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet
from gatepost.models.endpoints.pending_changes import PendingChanges
from gatepost.session.evaluator import Evaluator
from gatepost.ui.confirm import change_text
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.disable_dialog import DisableDialog
from gatepost.ui.confirm.planned_change import ChangeRequest
from gatepost.ui.dialogs.files import FileSaver
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
CODE, SDDL = 0, 1  # pages of the details
Show = Callable[..., ConfirmDialog]


@pytest.fixture
def show(qtbot) -> Iterator[Show]:
    made: list[ConfirmDialog] = []

    def shown(
        change_set: ChangeSet,
        of: HostSnapshot = HOST,
        page: int | None = None,
        **options: bool,
    ) -> ConfirmDialog:
        request = ChangeRequest(lambda _: change_set, of, **options)
        make = DisableDialog if change_set.action is ActionKind.DISABLE_REMOTING else ConfirmDialog
        saver, evaluator = FileSaver(ManualRunner()), Evaluator(EagerRunner())
        dialog = make(request, request.planned(), PendingChanges(), saver, evaluator)
        made.append(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        if page is not None:
            dialog.details.unfold()
            dialog.pages.setCurrentIndex(page)
        return dialog

    yield shown
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


def rows(dialog: ConfirmDialog) -> dict[str, tuple[str, ...]]:
    table = dialog.table
    texts = [tuple(table.rows.text(r, c) for c in range(4)) for r in range(table.rows.rowCount())]
    return {name: rest for name, *rest in map(list, texts)}  # type: ignore[misc]


def words(dialog: ConfirmDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_disable_remoting_says_which_host_what_changes_and_what_stays(show: Show) -> None:
    dialog = show(disable_remoting(HOST))
    assert dialog.windowTitle() == dialog.title_label.text() == "Disable remoting on SRV01?"
    assert dialog.connection_label.text().endswith(r"SRV01 as SRV01\admin, NTLM, encrypted")
    assert "2 endpoints change, 1 unchanged, 1 skipped" in dialog.connection_label.text()
    assert dialog.effect_label.text().startswith("Remote sessions will be blocked.")
    assert "WinRM keeps running; winrs, WMI and SSH aren't affected" in dialog.effect_label.text()
    assert list(rows(dialog)) == ["microsoft.powershell", "Bare", "Maintenance", "microsoft.powershell32"]
    assert rows(dialog)["microsoft.powershell"] == [
        "Remote → Local",
        r"+ Deny  NT AUTHORITY\NETWORK  Full Control(All Operations)",
        "2",
    ]
    assert rows(dialog)["microsoft.powershell32"] == ["Local", "no change", "2"]
    assert rows(dialog)["Maintenance"][:2] == [
        "Disabled",
        "Skipped because it's disabled. It accepts remote sessions when enabled.",
    ]
    assert rows(dialog)["Bare"][1].startswith(
        "Gets its own permissions instead of inheriting them from RootSDDL.\n+ Deny"
    )


def test_what_stays_open_is_named_in_the_details_without_claiming_its_state(show: Show) -> None:
    dialog = show(disable_remoting(HOST))
    said = dialog.pages.exposure.words.text()
    for thing in ("doesn't change", "WinRM service", "listeners", "firewall", "LocalAccountTokenFilterPolicy"):
        assert thing in said
    for way in ("winrs", "WMI over WS-Management", "SSH", "1 endpoint is skipped because it's disabled"):
        assert way in said
    assert dialog.details.brief.text() == "Script, SDDL and Still open"
    assert "skipped" not in show(disable_remoting(HOST, include_disabled=True)).pages.exposure.words.text()
    other = show(set_access_mode(HOST, ["Bare"], AccessMode.LOCAL))
    assert not other.pages.isTabVisible(other.pages.indexOf(other.pages.exposure))


def test_the_details_are_folded_away_until_somebody_looks(show: Show, qtbot) -> None:
    dialog = show(disable_remoting(HOST))
    assert dialog.findChildren(QTabWidget) == []  # opening the confirmation waits for nothing that is folded away
    height = dialog.height()
    dialog.details.button.setFocus()
    qtbot.keyClick(dialog.details.button, Qt.Key.Key_Return)
    assert dialog.pages.isVisible()
    qtbot.waitUntil(lambda: dialog.height() > height)  # the table keeps its room


@pytest.mark.parametrize(
    ("change_set", "tone", "label"),
    [
        (disable_remoting(HOST), "danger", "&Disable remoting"),
        (enable_remoting(HOST), "primary", "&Enable remoting"),
        (
            set_access_mode(HOST, ["microsoft.powershell"], AccessMode.DISABLED),
            "danger",
            "&Set to Disabled",
        ),
        (
            set_access_mode(HOST, ["Maintenance"], AccessMode.LOCAL),
            "primary",
            "&Set to Local",
        ),
    ],
)
def test_the_button_is_the_verb_and_red_where_access_is_lost(
    show: Show, change_set: ChangeSet, tone: str, label: str
) -> None:
    dialog = show(change_set)
    assert dialog.confirm_button.text() == label
    assert dialog.confirm_button.accessibleDescription() == dialog.windowTitle().removesuffix("?")
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
    asked, preview = show(disable_remoting(HOST)), show(disable_remoting(HOST), preview=True)
    assert preview.windowTitle() == "Preview: Disable remoting on SRV01"
    assert not preview.confirm_button.isVisible() and not preview.confirm_button.isEnabled()
    assert not preview.reason_edit.isVisible()
    assert preview.cancel_button.text() == "&Close"
    assert rows(preview) == rows(asked)
    assert preview.pages.as_text() == asked.pages.as_text()


def test_nothing_to_do_leaves_close_alone(show: Show) -> None:
    dialog = show(set_access_mode(HOST, ["microsoft.powershell32"], AccessMode.LOCAL))
    assert dialog.effect_label.text() == "No changes needed."
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
    assert change_text.effect(change_set) == "Nothing to change; see the reasons below."


def test_enable_promises_the_network_only_to_endpoints_that_will_be_open() -> None:
    off, open_ = endpoint("off", EMPTY, enabled=False), endpoint("on", CLOSED)
    accept = "will accept remote sessions"
    assert change_text.effect(enable_remoting(snapshot(open_))).startswith("This endpoint will be enabled and accept")
    assert change_text.effect(enable_remoting(snapshot(open_, endpoint("b", CLOSED)))).startswith(
        "These endpoints will"
    )
    assert change_text.effect(enable_remoting(snapshot(off, open_))).startswith(f"1 of 2 endpoints {accept}")
    assert change_text.effect(enable_remoting(snapshot(off))).startswith(f"No endpoint {accept};")


def test_one_endpoint_and_several_have_their_own_words() -> None:
    two = snapshot(endpoint("a", OPEN), endpoint("b", OPEN))
    one = snapshot(endpoint("a", OPEN))
    assert change_text.effect(set_access_mode(one, ["a"], AccessMode.DISABLED)).startswith("The endpoint will")
    assert change_text.effect(set_access_mode(two, ["a", "b"], AccessMode.DISABLED)).startswith("The endpoints will")
    broken = snapshot(endpoint("a", BROKEN), endpoint("b", BROKEN))
    assert (
        change_text.title(set_access_mode(broken, ["a"], AccessMode.LOCAL), preview=False)
        == "a on SRV01 can't be changed"
    )
    both = set_access_mode(broken, ["a", "b"], AccessMode.LOCAL)
    assert change_text.title(both, preview=False) == "2 endpoints on SRV01 can't be changed"
    assert change_text.tally(disable_remoting(snapshot())) == "No endpoints"


def test_disabled_endpoints_can_be_included_and_the_page_follows(show: Show, qtbot) -> None:
    dialog = show(disable_remoting(HOST))
    assert not dialog.include_disabled.isChecked()
    assert "the disabled endpoint" in dialog.include_disabled.text()
    qtbot.keyClick(dialog.include_disabled, Qt.Key.Key_Space)
    assert rows(dialog)["Maintenance"][:2] == [
        "Disabled",
        r"+ Deny  NT AUTHORITY\NETWORK  Full Control(All Operations)",
    ]
    assert dialog.change_set.skipped == ()
    dialog.pending.choice_changed.emit()  # another choice about pending changes
    assert dialog.change_set.skipped == ()
    qtbot.keyClick(dialog.include_disabled, Qt.Key.Key_Space)
    assert "Skipped" in rows(dialog)["Maintenance"][1]


def test_disabled_endpoints_are_offered_only_where_they_open_when_enabled(show: Show) -> None:
    closed = snapshot(endpoint("a", OPEN), endpoint("b", CLOSED, enabled=False))
    assert not show(disable_remoting(closed), closed).include_disabled.isVisible()


def test_powershell_and_the_whole_page_can_be_copied(show: Show) -> None:
    dialog = show(disable_remoting(HOST), page=CODE)
    dialog.pages.code.form_box.setCurrentText("PowerShell (Windows cmdlets)")
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


def test_details_are_filled_when_they_are_first_seen_and_again_for_another_change_set(show: Show) -> None:
    dialog = show(disable_remoting(HOST))
    pages = dialog.pages
    assert pages.code.view.toPlainText() == pages.sddl.view.toPlainText() == ""
    assert dialog.access.losses.table.rows.rowCount() == 0
    dialog.details.unfold()
    assert pages.code.view.toPlainText() and not pages.sddl.view.toPlainText()
    pages.setCurrentIndex(SDDL)
    assert "Maintenance" not in pages.sddl.view.toPlainText()
    dialog.include_disabled.click()
    assert "Maintenance" in pages.sddl.view.toPlainText()
    assert dialog.access.losses.table.rows.rowCount() == 0
    dialog.access.losses.unfold()
    assert dialog.access.losses.table.rows.rowCount() > 0


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
    assert "can't be read" in rows(show(disable_remoting(of), of))["Broken"][1]
    alone = replace(snapshot(endpoint("Test")), unreadable=of.unreadable)
    assert "can't be read" in rows(show(disable_remoting(alone), alone))["Broken"][1]


def test_a_plug_in_that_was_not_understood_is_nothing_to_an_action_on_other_endpoints(show: Show) -> None:
    of = replace(HOST, unreadable=(UnreadablePlugin("Broken", "It has no name."),))
    names = [each.name for each in of.configurations]
    assert "Broken" not in rows(show(set_access_mode(of, names, AccessMode.LOCAL), of))


class TestHostileAndLong:
    EVIL = "<b>x</b>&\u202egpj.'\""

    def test_markup_and_direction_marks_stay_text(self, show: Show) -> None:
        of = snapshot(endpoint(self.EVIL, OPEN), endpoint("<img src=x>", OPEN), host="<i>H</i>&\u202eS")
        dialog = show(disable_remoting(of), of)
        seen = "<b>x</b>&⟨U+202E⟩gpj.'\""
        assert seen in rows(dialog)
        assert "<i>H</i>&⟨U+202E⟩S" in dialog.windowTitle()
        assert dialog.confirm_button.accessibleDescription() == "Disable remoting on <i>H</i>&⟨U+202E⟩S"
        assert {label.textFormat() for label in dialog.findChildren(QLabel) if label.text()} <= {
            Qt.TextFormat.PlainText,
            Qt.TextFormat.AutoText,
        }
        automatic = [w.text() for w in dialog.findChildren(QLabel) if w.textFormat() is Qt.TextFormat.AutoText]
        assert "".join(automatic).replace("Reaso&n or ticket", "").replace("&Host name", "") == ""
        tip = dialog.table.rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
        assert "&lt;b&gt;" in tip and "\u202e" not in tip

    def test_sixty_endpoints_and_long_names_fit_a_small_screen(self, show: Show, small_screen: QSize) -> None:
        many = [endpoint(f"Endpoint.{i:02}", OPEN) for i in range(59)]
        of = snapshot(endpoint("long-" * 60, OPEN), *many, host="host-" * 40)
        dialog = show(disable_remoting(of), of)
        assert dialog.table.rows.rowCount() == 60
        assert dialog.width() <= 1280 and dialog.height() == 680  # the table has the height
        assert dialog.table.height() > 300
        assert dialog.confirm_button.accessibleDescription() == f"Disable remoting on {'host-' * 40}"
        assert dialog.confirm_button.text() == "&Disable remoting"
        dialog.details.unfold()
        for page in range(dialog.pages.count()):
            dialog.pages.setCurrentIndex(page)
            assert dialog.height() == 680


def test_a_question_about_one_endpoint_is_a_small_dialog(show: Show) -> None:
    assert show(set_access_mode(HOST, ["microsoft.powershell"], AccessMode.LOCAL)).height() < 420


class TestByKeyboard:
    @pytest.mark.parametrize("page", [None, CODE, SDDL])
    def test_tab_goes_from_cancel_around_the_page_in_the_order_in_which_it_is_read(
        self, show: Show, qtbot, page: int | None
    ) -> None:
        dialog = show(disable_remoting(HOST), page=page)
        pages = dialog.pages
        dialog.activateWindow()
        qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.cancel_button)
        bar = [pages.tabBar(), pages.copy_all]
        shown = {
            None: [],
            CODE: [*bar, pages.code.view, pages.code.form_box, pages.code.copy_button, pages.code.save_button],
            SDDL: [*bar, pages.sddl.view, pages.sddl.copy_button],
        }
        wanted: list[QWidget] = [dialog.confirm_button, dialog.table, dialog.include_disabled]
        wanted += [dialog.access.losses.button, dialog.access.gains.button, dialog.details.button]
        wanted += [*shown[page], dialog.reason_edit, dialog.cancel_button]
        for widget in wanted:
            dialog.focusNextPrevChild(True)
            assert dialog.focusWidget() is widget
        for widget in [*reversed(wanted[:-1]), dialog.cancel_button]:
            dialog.focusNextPrevChild(False)
            assert dialog.focusWidget() is widget


def test_the_theme_may_change_while_it_is_open(show: Show, qapp) -> None:
    dialog = show(disable_remoting(HOST), page=SDDL)
    theme.apply(qapp, dark=True)
    assert (theme.DARK.accent) in {color for _, color in fragments(dialog.pages.sddl.view)}
