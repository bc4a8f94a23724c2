from __future__ import annotations

import threading

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from gesture_app.gui.background.engine_bridge import EngineBridge, News


def test_a_thousand_frames_wake_the_window_once(qtbot: QtBot) -> None:
    bridge = EngineBridge()
    received: list[News] = []
    bridge.news.connect(received.append)
    worker = threading.Thread(target=lambda: [bridge.frame_ready() for _ in range(1000)])
    worker.start()
    worker.join()
    bridge.status_changed()
    assert received == []
    qtbot.waitUntil(lambda: bool(received))
    assert received == [News.FRAME | News.STATUS]


def test_news_after_the_wake_up_wakes_again(qtbot: QtBot) -> None:
    bridge = EngineBridge()
    received: list[News] = []
    bridge.news.connect(received.append)
    for happen, news in ((bridge.frame_ready, News.FRAME), (bridge.result_ready, News.RESULT)):
        happen()
        qtbot.waitUntil(lambda news=news: received[-1:] == [news])
    assert len(received) == 2


def test_news_from_a_slot_is_not_lost(qtbot: QtBot) -> None:
    bridge = EngineBridge()
    received: list[News] = []

    def on_news(news: News) -> None:
        if not received:
            bridge.result_ready()
        received.append(news)

    bridge.news.connect(on_news)
    bridge.frame_ready()
    qtbot.waitUntil(lambda: received == [News.FRAME, News.RESULT])


def test_the_window_hears_of_it_in_its_own_thread(qtbot: QtBot) -> None:
    bridge = EngineBridge()
    threads: list[QThread] = []
    bridge.news.connect(lambda _news: threads.append(QThread.currentThread()))
    worker = threading.Thread(target=bridge.frame_ready)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [bridge.thread()]
