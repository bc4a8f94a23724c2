from __future__ import annotations

import threading

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from gesture_app.gui.background.engine_bridge import EngineBridge, EngineEvents


def test_a_thousand_frames_wake_the_window_once(qtbot: QtBot) -> None:
    bridge = EngineBridge()
    received: list[EngineEvents] = []
    bridge.occurred.connect(received.append)
    worker = threading.Thread(target=lambda: [bridge.frame_ready() for _ in range(1000)])
    worker.start()
    worker.join()
    bridge.status_changed()
    assert received == []
    qtbot.waitUntil(lambda: bool(received))
    assert received == [EngineEvents.FRAME | EngineEvents.STATUS]


def test_an_event_after_a_notification_notifies_again(qtbot: QtBot) -> None:
    bridge = EngineBridge()
    received: list[EngineEvents] = []
    bridge.occurred.connect(received.append)
    for happen, event in ((bridge.frame_ready, EngineEvents.FRAME), (bridge.result_ready, EngineEvents.RESULT)):
        happen()
        qtbot.waitUntil(lambda event=event: received[-1:] == [event])
    assert len(received) == 2


def test_an_event_from_a_slot_is_not_lost(qtbot: QtBot) -> None:
    bridge = EngineBridge()
    received: list[EngineEvents] = []

    def on_events(events: EngineEvents) -> None:
        if not received:
            bridge.result_ready()
        received.append(events)

    bridge.occurred.connect(on_events)
    bridge.frame_ready()
    qtbot.waitUntil(lambda: received == [EngineEvents.FRAME, EngineEvents.RESULT])


def test_the_window_hears_of_it_in_its_own_thread(qtbot: QtBot) -> None:
    bridge = EngineBridge()
    threads: list[QThread] = []
    bridge.occurred.connect(lambda _events: threads.append(QThread.currentThread()))
    worker = threading.Thread(target=bridge.frame_ready)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [bridge.thread()]
