"""The judgement of a live source by its frames, fed with images and times."""

from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Frame
from gesture_app.pipeline.source_health import SourceHealth, Trouble

WINDOW_S = 1.5


class Feed:
    """Feeds frames at a rate; ``now_s`` is the time of the last one."""

    def __init__(self) -> None:
        self.health = SourceHealth(WINDOW_S)
        self.health.opened()
        self.now_s = 100.0
        self._count = 0

    def send(self, seconds: float, fps: float, *, is_still: bool = False) -> list[Trouble | None]:
        """The trouble after each frame."""
        troubles = []
        for _ in range(round(seconds * fps)):
            self.now_s += 1 / fps
            self._count += not is_still
            image = np.full((48, 64, 3), self._count % 256, np.uint8)
            self.health.seen(Frame(image, self._count, self.now_s, self.now_s))
            troubles.append(self.trouble())
        return troubles

    def trouble(self, after_s: float = 0.0) -> Trouble | None:
        return self.health.trouble(self.now_s + after_s)


@pytest.mark.parametrize("fps", [4.0, 10.0, 30.0, 120.0])
def test_a_camera_is_in_no_trouble(fps: float) -> None:
    feed = Feed()
    assert set(feed.send(5.0, fps)) == {None}


def test_before_the_first_frame_nothing_is_told() -> None:
    assert Feed().trouble(after_s=60.0) is None


def test_missing_frames_are_told_within_two_seconds_and_not_before_one() -> None:
    feed = Feed()
    feed.send(3.0, 30.0)
    assert feed.trouble(after_s=1.0) is None
    assert feed.trouble(after_s=1.6) is Trouble.NO_FRAMES
    assert feed.send(1.0, 30.0)[-1] is None


def test_one_frame_a_second_is_told_within_two_seconds() -> None:
    feed = Feed()
    feed.send(3.0, 30.0)
    feed.send(1.0, 1.0)
    assert feed.trouble(after_s=0.6) is Trouble.FEW_FRAMES
    assert set(feed.send(10.0, 1.0)) == {Trouble.FEW_FRAMES}
    feed.send(2.0, 30.0)
    assert feed.trouble() is None


def test_a_rate_at_the_limit_does_not_come_and_go() -> None:
    feed = Feed()
    feed.send(3.0, 30.0)
    feed.send(4.0, 1.0)
    troubles = [trouble for fps in (2.1, 1.9, 2.2, 1.8, 2.0) for trouble in feed.send(3.0, fps)]
    assert set(troubles) == {Trouble.FEW_FRAMES}


def test_a_picture_that_stays_is_told_within_two_seconds() -> None:
    feed = Feed()
    feed.send(3.0, 30.0)
    assert set(feed.send(1.4, 30.0, is_still=True)) == {None}
    assert feed.send(0.5, 30.0, is_still=True)[-1] is Trouble.SAME_FRAME
    assert feed.send(0.1, 30.0)[-1] is None


def test_a_picture_that_stays_is_told_after_opening_again_too() -> None:
    feed = Feed()
    feed.send(3.0, 30.0)
    feed.send(2.0, 30.0, is_still=True)
    feed.health.opened()
    assert feed.send(2.0, 30.0, is_still=True)[-1] is Trouble.SAME_FRAME


def test_a_test_pattern_is_in_no_trouble() -> None:
    feed = Feed()
    assert set(feed.send(10.0, 30.0, is_still=True)) == {None}


def test_each_trouble_names_the_source_and_says_what_to_do() -> None:
    for trouble in Trouble:
        error = trouble.error("Desk camera")
        assert error.message.startswith("Desk camera ")
        assert error.hint
