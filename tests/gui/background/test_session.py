from __future__ import annotations

import logging
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gesture_app.capture.video_file import VideoFileSource
from gesture_app.gui.background.session import EngineSession
from gesture_app.pipeline.engine import Engine, EngineListener, EngineTiming
from gesture_app.pipeline.processor import FrameProcessor
from tests.capture.test_video_file import write_video
from tests.fakes.gui import FakeRecognizer, HandFedSource, blank_crop


def processor(recognizer: FakeRecognizer) -> FrameProcessor:
    return FrameProcessor(recognizer.detector, blank_crop, recognizer.classifier)


def test_a_stuck_thread_is_told_and_does_not_hold_up_the_end(
    qtbot: QtBot, recognizer: FakeRecognizer, caplog: pytest.LogCaptureFixture
) -> None:
    def make_engine(listener: EngineListener) -> Engine:
        return Engine(lambda: processor(recognizer), listener, timing=EngineTiming(stop_s=0.05))

    session = EngineSession(make_engine)
    source = HandFedSource()
    recognizer.detector.may_detect.clear()
    session.show_source(lambda: source)
    source.send()
    qtbot.waitUntil(lambda: bool(recognizer.detector.seqs))
    with caplog.at_level(logging.ERROR):
        assert session.stop() is False
    assert "inference" in caplog.text


def test_a_session_that_never_started_stops(qtbot: QtBot, recognizer: FakeRecognizer) -> None:
    session = EngineSession(lambda listener: Engine(lambda: processor(recognizer), listener))
    session.restart()
    assert session.stop() is True


def test_another_source_is_taken_even_while_the_engine_restarts(qtbot: QtBot, recognizer: FakeRecognizer) -> None:
    session = EngineSession(lambda listener: Engine(lambda: processor(recognizer), listener))
    first, second = HandFedSource("first"), HandFedSource("second")
    session.show_source(lambda: first)
    session.restart()
    session.show_source(lambda: second)
    second.send()
    qtbot.waitUntil(lambda: session.frame is not None)
    assert session.status.source_name == "second"
    assert session.stop() is True


@pytest.mark.parametrize("is_paused", [True, False])
def test_a_clip_is_played_as_before_after_the_engine_has_restarted(
    qtbot: QtBot, recognizer: FakeRecognizer, tmp_path: Path, *, is_paused: bool
) -> None:
    clip = write_video(tmp_path / "clip.mp4", 60)
    session = EngineSession(lambda listener: Engine(lambda: processor(recognizer), listener))
    session.show_source(lambda: VideoFileSource(clip, realtime=True))
    qtbot.waitUntil(lambda: session.frame is not None)
    before = session.playback
    assert before is not None
    before.set_speed(0.25)
    before.set_loop(True)
    before.step(40)
    if not is_paused:
        before.play()
    qtbot.waitUntil(lambda: before.state.position >= 40)
    session.restart()
    qtbot.waitUntil(lambda: session.playback not in {None, before} and session.playback.state.position >= 40)
    state = session.playback.state
    assert (state.speed, state.is_looping, state.is_paused) == (0.25, True, is_paused)
    assert state.position < 50
    assert session.stop() is True


def test_the_result_never_belongs_to_a_later_frame(qtbot: QtBot, recognizer: FakeRecognizer) -> None:
    session = EngineSession(lambda listener: Engine(lambda: processor(recognizer), listener))
    source = HandFedSource()
    pairs: list[tuple[int, int]] = []

    def note() -> None:
        if session.frame is not None and session.result is not None:
            pairs.append((session.frame.seq, session.result.seq))

    session.frame_changed.connect(note)
    session.result_changed.connect(note)
    session.show_source(lambda: source)
    for _ in range(200):
        source.send()
    qtbot.waitUntil(lambda: session.result is not None and session.result.seq == 199)
    assert pairs
    assert all(frame_seq >= result_seq for frame_seq, result_seq in pairs)
    assert session.stop() is True
