from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.game.round_replay import (
    LEAD_S,
    MAX_FRAMES,
    MAX_SIDE_PX,
    SPEED,
    STOP_S,
    TAIL_S,
    WHOLE_FRAMES,
    ReplayRecording,
    RoundReplay,
)
from gesture_app.domain.game.throw_reading import LateThrow

SHOOT_S = 10.0
READ_S = 10.5
WATCH_S = 1.4
WINDOW_S = 1.3
LATE = LateThrow(0, "spock", 1.1)


def frame_at(captured_s: float, size: tuple[int, int] = (48, 64)) -> tuple[Frame, FrameResult]:
    seq = round(captured_s * 1000)
    image = np.zeros((*size, 3), np.uint8)
    return Frame(image, seq, captured_s, captured_s), FrameResult(seq, captured_s, captured_s, (size[1], size[0]), ())


def recorded(*, fps: float = 30.0, from_s: float = 8.0, until_s: float = 13.0) -> ReplayRecording:
    recording = ReplayRecording(SHOOT_S, WINDOW_S, WATCH_S)
    is_read = False
    for step in range(round((until_s - from_s) * fps)):
        now_s = from_s + step / fps
        if now_s > READ_S and not is_read:
            is_read = True
            recording.mark_read(READ_S)
        recording.add(*frame_at(now_s))
    return recording


def replay_of(recording: ReplayRecording, late: LateThrow | None = None) -> RoundReplay:
    replay = recording.replay(late)
    assert replay is not None
    return replay


def test_the_frames_around_shoot_belong_to_the_replay() -> None:
    replay = replay_of(recorded())
    times_s = [one.captured_s for one in replay.frames]
    assert SHOOT_S - LEAD_S - 0.1 <= times_s[0] <= SHOOT_S - LEAD_S
    assert READ_S + TAIL_S - 0.1 <= times_s[-1] <= READ_S + TAIL_S
    assert replay.still.captured_s == pytest.approx(READ_S, abs=1 / 30)


def test_with_a_late_throw_the_replay_shows_it_too() -> None:
    replay = replay_of(recorded(), LATE)
    assert replay.moments.late_s == SHOOT_S + 1.1
    assert replay.frames[-1].captured_s >= SHOOT_S + 1.1 + TAIL_S - 0.1


@pytest.mark.parametrize("fps", [10.0, 30.0, 120.0])
def test_memory_is_bounded_whatever_the_camera_sends(fps: float) -> None:
    recording = ReplayRecording(SHOOT_S, WINDOW_S, WATCH_S)
    for step in range(round(20 * fps)):
        recording.add(*frame_at(8.0 + step / fps))
        assert recording.frame_count <= MAX_FRAMES + WHOLE_FRAMES


def test_players_who_decide_a_doubtful_throw_for_long_do_not_push_it_out() -> None:
    recording = ReplayRecording(SHOOT_S, WINDOW_S, WATCH_S)
    for step in range(300):
        recording.add(*frame_at(8.0 + step / 30))
    recording.mark_read(READ_S)
    replay = replay_of(recording)
    assert replay.frames[0].captured_s <= SHOOT_S
    assert replay.still.captured_s == pytest.approx(READ_S, abs=1 / 15)


def test_a_large_frame_is_reduced_and_that_of_the_reading_kept_as_captured() -> None:
    recording = ReplayRecording(SHOOT_S, WINDOW_S, WATCH_S)
    recording.add(*frame_at(READ_S, (720, 1280)))
    recording.mark_read(READ_S)
    replay = replay_of(recording)
    assert replay.frames[0].frame.resolution_wh == (MAX_SIDE_PX, 360)
    assert replay.still.frame.resolution_wh == (1280, 720)
    assert replay.still.result.resolution_wh == (1280, 720)


def test_there_is_no_replay_before_a_throw_was_read_or_without_frames() -> None:
    recording = ReplayRecording(SHOOT_S, WINDOW_S, WATCH_S)
    recording.mark_read(READ_S)
    assert recording.replay(None) is None
    recording = ReplayRecording(SHOOT_S, WINDOW_S, WATCH_S)
    recording.add(*frame_at(READ_S))
    assert recording.replay(None) is None


def test_it_plays_slowly_and_stands_still_where_the_throw_was_read() -> None:
    replay = replay_of(recorded())
    until_read_s = (READ_S - SHOOT_S + LEAD_S) / SPEED
    assert replay.time_at(0.0) == SHOOT_S - LEAD_S
    assert replay.time_at(1.0) == pytest.approx(SHOOT_S - LEAD_S + SPEED)
    assert replay.time_at(until_read_s + 0.01) == READ_S
    assert replay.time_at(until_read_s + STOP_S - 0.01) == READ_S
    assert replay.time_at(until_read_s + STOP_S + 1.0) == pytest.approx(READ_S + SPEED)
    assert replay.time_at(replay.length_s) == pytest.approx(READ_S + TAIL_S)
    assert replay.time_at(replay.length_s + 9.0) == pytest.approx(READ_S + TAIL_S)


def test_it_stands_still_at_the_late_throw_too() -> None:
    replay = replay_of(recorded(), LATE)
    late_s = SHOOT_S + 1.1
    until_late_s = (late_s - SHOOT_S + LEAD_S) / SPEED + STOP_S
    assert replay.time_at(until_late_s + STOP_S / 2) == late_s
    assert replay.length_s == pytest.approx((late_s + TAIL_S - SHOOT_S + LEAD_S) / SPEED + 2 * STOP_S)


def test_a_moment_shows_the_newest_frame_of_then() -> None:
    replay = replay_of(recorded(fps=10.0))
    assert replay.frame_at(READ_S + 0.05).captured_s == pytest.approx(READ_S)
    assert replay.frame_at(SHOOT_S - 5).captured_s == replay.frames[0].captured_s
    assert replay.share_at(SHOOT_S - LEAD_S) == 0.0
    assert replay.share_at(READ_S + TAIL_S) == 1.0
