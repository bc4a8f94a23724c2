from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Frame
from gesture_app.pipeline.recent_frames import INTERVAL_S, KEPT_S, NEWEST_COUNT, RecentFrames
from tests.fakes.gui import hand_at, result_of

FPS = 30


def show(frames: RecentFrames, seq: int, *, has_hand: bool = True) -> None:
    now_s = 100 + seq / FPS
    frame = Frame(np.zeros((48, 64, 3), np.uint8), seq, seq / FPS, now_s)
    hands = [(hand_at(20, 16), "rock")] if has_hand else []
    frames(frame, result_of(*hands, seq=seq, captured_s=now_s))


def kept(frames: RecentFrames) -> list[int]:
    return [hands[0].frame.seq for hands in frames.hands()]


@pytest.fixture
def frames() -> RecentFrames:
    return RecentFrames()


def test_the_newest_frames_are_all_kept_and_older_ones_at_intervals(frames: RecentFrames) -> None:
    for seq in range(300):
        show(frames, seq)
    assert kept(frames)[-NEWEST_COUNT:] == [297, 298, 299]
    older = kept(frames)[:-NEWEST_COUNT]
    assert all(b - a >= INTERVAL_S * FPS for a, b in pairwise(older))
    assert 5 <= len(older) <= KEPT_S / INTERVAL_S + 1
    assert older[0] >= 299 - KEPT_S * FPS


def test_a_hand_that_has_gone_is_kept_for_a_while(frames: RecentFrames) -> None:
    show(frames, 0)
    for seq in range(1, round(KEPT_S * FPS) + 1):
        show(frames, seq, has_hand=False)
    assert kept(frames) == [0]
    show(frames, round(KEPT_S * FPS) + 2, has_hand=False)
    assert kept(frames) == []


def test_hands_since_a_time_and_of_a_frame(frames: RecentFrames) -> None:
    for seq in range(3):
        show(frames, seq)
    assert [hands[0].frame.seq for hands in frames.hands(since_s=100 + 1.5 / FPS)] == [2]
    assert [hand.frame.seq for hand in frames.hands_of(1)] == [1]
    assert not frames.hands_of(9)


def test_a_source_that_begins_anew_leaves_no_old_frames(frames: RecentFrames) -> None:
    show(frames, 90)
    show(frames, 0)
    assert kept(frames) == [0]
    frames.clear()
    assert kept(frames) == []
