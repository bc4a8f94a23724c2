from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gesture_app.errors import SourceError
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.notifications import KEEP_CLEAR, NotificationArea
from gesture_app.gui.widgets.theme import Theme
from gesture_app.resources import ASSETS


def note(title: str, key: str = "") -> Notification:
    return Notification(NoticeKind.INFO, title, key=key)


@pytest.fixture
def area(qapp: QApplication, qtbot: QtBot) -> Iterator[NotificationArea]:
    """The area over a page with a button, in a window."""
    window = QWidget()
    page = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(page)
    button = QPushButton("Delete", page)
    button.setObjectName("delete")
    button.move(300, 200)
    area = NotificationArea(Notices(window), IconSet(ASSETS / "icons"), Theme(qapp))
    area.float_over(page)
    qtbot.addWidget(window)
    window.resize(700, 400)
    window.show()
    qtbot.waitExposed(window)
    yield area
    window.hide()


def notices_of(area: NotificationArea) -> Notices:
    return area.window().findChild(Notices)


def told(area: NotificationArea) -> str:
    return "" if area.banner is None or area.isHidden() else area.banner.notification.title


def test_the_newest_comes_first_and_the_oldest_goes(qtbot: QtBot) -> None:
    notices = Notices()
    for title in "abcd":
        notices.show(Notification(NoticeKind.WARNING, title))
    assert [n.title for n in notices.shown] == ["d", "c", "b"]


def test_one_is_shown_at_a_time_and_news_before_states(area: NotificationArea) -> None:
    notices = notices_of(area)
    notices.show(Notification(NoticeKind.ERROR, "The disk is full.", key="disk"))
    notices.show(Notification(NoticeKind.WARNING, "The camera is gone.", key="source"))
    assert told(area) == "The disk is full."
    notices.show(note("Saved."))
    assert told(area) == "Saved."
    notices.show(note("Exported."))
    assert told(area) == "Exported."
    area.news_timer.timeout.emit()
    assert told(area) == "The disk is full."
    notices.withdraw("disk")
    assert told(area) == "The camera is gone."
    notices.withdraw("source")
    assert told(area) == ""


def test_only_news_goes_by_itself(area: NotificationArea) -> None:
    notices = notices_of(area)
    for kind in (NoticeKind.WARNING, NoticeKind.ERROR):
        notices.show(Notification(kind, "It stays.", key="state"))
        assert not area.news_timer.isActive()
    notices.withdraw("state")
    notices.show(Notification(NoticeKind.INFO, "The clip has ended.", lasts=True))
    assert not area.news_timer.isActive()
    notices.show(note("Saved."))
    assert area.news_timer.isActive()


def test_news_stays_while_the_pointer_is_on_it(area: NotificationArea) -> None:
    notices_of(area).show(note("Saved."))
    point = QPointF(5, 5)
    QApplication.sendEvent(area, QEnterEvent(point, point, point))
    assert not area.news_timer.isActive()
    QApplication.sendEvent(area, QEvent(QEvent.Type.Leave))
    assert area.news_timer.isActive()


def test_nothing_moves_for_a_banner(area: NotificationArea) -> None:
    page = area.parentWidget().findChild(QPushButton, "delete").parentWidget()
    before = page.geometry()
    notices_of(area).show(Notification(NoticeKind.ERROR, "It broke. " * 20, "Mend it."))
    QApplication.processEvents()
    assert page.geometry() == before
    assert page.geometry().contains(area.geometry())
    area.window().resize(500, 300)
    QApplication.processEvents()
    assert page.geometry().contains(area.geometry())


def test_a_banner_leaves_the_buttons_of_a_clip_clear(area: NotificationArea) -> None:
    page = area.parentWidget().findChild(QPushButton, "delete").parentWidget()
    bar = QWidget(page)
    bar.setProperty(KEEP_CLEAR, True)
    bar.setGeometry(0, 300, 400, 40)
    bar.show()
    notices_of(area).show(note("It began."))
    assert area.geometry().bottom() < page.y() + 300
    bar.move(0, 250)
    assert area.geometry().bottom() < page.y() + 250
    bar.hide()
    assert area.geometry().bottom() > page.geometry().bottom() - 20


def test_a_question_is_asked_beside_its_button_and_goes_with_it(area: NotificationArea) -> None:
    notices = notices_of(area)
    button = area.window().findChild(QPushButton, "delete")
    done: list[str] = []

    def ask() -> None:
        action = Action("Delete", lambda: done.append("deleted"))
        notices.show(Notification(NoticeKind.WARNING, "Delete it?", "For good.", (action,), anchor=button))

    notices.show(Notification(NoticeKind.ERROR, "The disk is full."))
    ask()
    assert told(area) == "The disk is full."
    banner = area.question
    assert banner is not None
    assert banner.isVisible()
    assert abs(banner.y() - button.mapTo(button.window(), button.rect().bottomLeft()).y()) < 20
    QTest.keyClick(banner.close_button, Qt.Key.Key_Escape)
    assert area.question is None
    ask()
    area.question.findChild(QPushButton).click()  # type: ignore[union-attr]
    assert (done, area.question) == (["deleted"], None)
    ask()
    button.hide()
    assert area.question is None
    assert [n.title for n in notices.shown] == ["The disk is full."]


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
    banner = area.banner
    assert banner is not None
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
    notices.show(Notification(NoticeKind.WARNING, "one"))
    notices.show(Notification(NoticeKind.ERROR, "two"))
    assert area.banner is not None
    area.banner.close_button.click()
    assert area.banner.notification.title == "one"
