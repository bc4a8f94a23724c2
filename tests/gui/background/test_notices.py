from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gesture_app.errors import SourceError
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.notifications import NotificationArea
from gesture_app.gui.widgets.theme import Theme
from gesture_app.resources import ASSETS


def note(title: str, key: str = "") -> Notification:
    return Notification(NoticeKind.INFO, title, key=key)


def test_the_newest_comes_first_and_the_oldest_goes(qtbot: QtBot) -> None:
    notices = Notices()
    for title in "abcd":
        notices.show(note(title))
    assert [n.title for n in notices.shown] == ["d", "c", "b"]


def test_one_key_is_shown_once(qtbot: QtBot) -> None:
    notices = Notices()
    changes: list[int] = []
    notices.changed.connect(lambda: changes.append(len(notices.shown)))
    notices.show(note("gone", "source"))
    notices.show(note("gone", "source"))
    notices.show(note("still gone", "source"))
    assert [n.title for n in notices.shown] == ["still gone"]
    notices.withdraw("source")
    notices.withdraw("source")
    assert changes == [1, 1, 0]


def test_an_error_keeps_message_and_hint() -> None:
    shown = Notification.of_error(SourceError("It broke.", hint="Mend it."))
    assert (shown.kind, shown.title, shown.hint) == (NoticeKind.ERROR, "It broke.", "Mend it.")


def test_a_banner_shows_all_of_it_and_acts(qapp: QApplication, qtbot: QtBot) -> None:
    notices = Notices()
    area = NotificationArea(notices, IconSet(ASSETS / "icons"), Theme(qapp))
    qtbot.addWidget(area)
    assert area.isHidden()
    done: list[str] = []
    action = Action("Try again", lambda: done.append("again"))
    notices.show(Notification(NoticeKind.ERROR, "It broke <b>.", "Mend it.", (action,)))
    banner = area.banners[0]
    assert not area.isHidden()
    assert [label.text() for label in banner.findChildren(QLabel) if label.text()] == ["It broke <b>.", "Mend it."]
    assert banner.accessibleName() == "Error: It broke <b>."
    button = next(b for b in banner.findChildren(QPushButton) if b.text() == "Try again")
    button.click()
    assert done == ["again"]
    assert notices.shown == ()
    assert area.isHidden()


def test_a_notice_can_be_dismissed(qapp: QApplication, qtbot: QtBot) -> None:
    notices = Notices()
    area = NotificationArea(notices, IconSet(ASSETS / "icons"), Theme(qapp))
    qtbot.addWidget(area)
    notices.show(note("one"))
    notices.show(note("two"))
    area.banners[0].close_button.click()
    assert [b.notification.title for b in area.banners] == ["one"]


def test_the_banners_that_stay_keep_their_height(qapp: QApplication, qtbot: QtBot) -> None:
    notices = Notices()
    window = QWidget()
    area = NotificationArea(notices, IconSet(ASSETS / "icons"), Theme(qapp))
    layout = QVBoxLayout(window)
    layout.addWidget(area)
    layout.addWidget(QWidget(), 1)
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    stays = note("stays")
    notices.show(stays)
    qtbot.waitExposed(window)
    height = area.height()
    goes = Notification(NoticeKind.WARNING, "goes", "and was longer, with a hint")
    notices.show(goes)
    qtbot.waitUntil(lambda: area.height() > 2 * height)
    notices.dismiss(goes)
    # The area is given less room only later, once its parent has laid itself out: it may be painted before that.
    QApplication.sendPostedEvents(area, QEvent.Type.LayoutRequest)
    assert area.height() > height
    assert [banner.height() for banner in area.banners] == [height]
    qtbot.waitUntil(lambda: area.height() == height)
    assert [banner.geometry() for banner in area.banners] == [area.rect()]
