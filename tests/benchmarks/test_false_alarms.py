from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from benchmarks.false_alarms import (
    ALL,
    WITH_HANDS,
    WITHOUT_HANDS,
    Alarm,
    Played,
    Wait,
    alarm_counts,
    alarm_figures,
    alarms,
    duration_s,
    hands_seen,
    read_labels,
    resmoothed,
    videos,
    wait_figures,
    waits,
    write_sheet,
)
from gesture_app.domain.frames.frame import Frame, FrameResult, HandReading, Prediction
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.frames.sensitivity import IntentThresholds, Sensitivity
from tests.fakes.pipeline import FakeClassifier, FakeDetector, fake_processor, hand_at

FPS = 10.0
THRESHOLDS = IntentThresholds(low=0.9, normal=0.6, high=0.3)


def stable(*gestures: str) -> list[FrameResult]:
    """Results without hands, with these stable gestures."""
    return [result(seq, gesture) for seq, gesture in enumerate(gestures)]


def result(seq: int, gesture: str, readings: Sequence[HandReading] = ()) -> FrameResult:
    time_s = seq / FPS
    return FrameResult(seq, time_s, time_s, (640, 480), tuple(readings), gesture)


def reading(gesture: str, intent: float) -> HandReading:
    probabilities = np.zeros(len(DEFAULT_LABELS), np.float32)
    probabilities[[DEFAULT_LABELS.index(gesture), DEFAULT_LABELS.none_index]] = intent, 1 - intent
    prediction = Prediction(DEFAULT_LABELS, probabilities, intent_thresholds=THRESHOLDS)
    return HandReading(hand_at(100), prediction, 0, gesture)


class TestAlarms:
    def test_each_stretch_of_one_gesture_is_one_alarm(self) -> None:
        results = stable("none", "rock", "rock", "none", "rock", "paper", "paper", "none")
        assert alarms(results) == [
            Alarm("rock", 1, 0.1, 2),
            Alarm("rock", 4, 0.4, 1),
            Alarm("paper", 5, 0.5, 2),
        ]
        assert alarms(stable("none", "none")) == []

    def test_the_rate_is_per_hour_of_video_whatever_its_frame_rate(self) -> None:
        slow = stable(*["none"] * 5, *["rock"] * 5)
        fast = [FrameResult(seq, seq / 20, 0.0, (640, 480)) for seq in range(20)]
        assert (duration_s(slow), duration_s(fast)) == pytest.approx((1.0, 1.0))
        counts = alarm_counts([Played(Path("a.mp4"), tuple(slow)), Played(Path("b.mp4"), tuple(fast))])
        assert counts["alarms_per_hour"] == pytest.approx(1800)
        assert counts["share_of_time"] == pytest.approx(0.25)
        assert counts["by_gesture"] == {"rock": 1}
        assert (counts["clips"], counts["clips_with_alarms"]) == (2, 1)

    def test_media_with_hands_are_counted_apart_from_those_without(self) -> None:
        seen = tuple(result(seq, "none", [reading("rock", 0.95)]) for seq in range(20))
        empty = tuple(stable(*["none"] * 20))
        played = [Played(Path("a"), seen, WITH_HANDS), Played(Path("b"), empty, WITHOUT_HANDS)]
        figures = alarm_figures(played, Sensitivity.NORMAL)
        assert {name: counts["alarms"] for name, counts in figures.items()} == {
            ALL: 1,
            WITH_HANDS: 1,
            WITHOUT_HANDS: 0,
        }
        assert figures[WITHOUT_HANDS]["hand_found_in_share_of_frames"] == 0
        assert figures[ALL]["hand_found_in_share_of_frames"] == 0.5
        assert set(alarm_figures([Played(Path("a"), seen)], Sensitivity.NORMAL)) == {ALL}

    @pytest.mark.parametrize(("intent", "expected"), [(0.97, [1, 1, 1]), (0.75, [0, 1, 1]), (0.2, [0, 0, 0])])
    def test_each_sensitivity_smooths_the_same_hands(self, intent: float, expected: list[int]) -> None:
        played = [Played(Path("a"), tuple(result(seq, "", [reading("rock", intent)]) for seq in range(20)))]
        found = [alarm_figures(played, sensitivity)[ALL]["alarms"] for sensitivity in Sensitivity]
        assert found == expected

    def test_smoothing_again_gives_what_the_pipeline_gave(self) -> None:
        rng = np.random.default_rng(0)
        processor = fake_processor(FakeDetector(), FakeClassifier())
        images = [np.full((48, 64, 3), int(x), np.uint8) for x in np.cumsum(rng.integers(0, 3, 60))]
        frames = [Frame(image, seq, seq / FPS, 0.0) for seq, image in enumerate(images)]
        results = [processor.process(frame) for frame in frames]
        again = resmoothed(results, Sensitivity.NORMAL)
        assert [one.gesture for one in again] == [one.gesture for one in results]
        assert [[hand.track_id for hand in one.hands] for one in again] == [
            [hand.track_id for hand in one.hands] for one in results
        ]


class TestWaits:
    def waits(self, *rows: tuple[int, str, str]) -> list[tuple[str, float | None]]:
        """The waits of a clip of stretches: number of frames, label, stable gesture."""
        frames = [(label, gesture) for count, label, gesture in rows for _ in range(count)]
        found = waits(stable(*(gesture for _, gesture in frames)), dict(enumerate(label for label, _ in frames)))
        return [(wait.gesture, None if wait.wait_s is None else round(wait.wait_s, 3)) for wait in found]

    def test_the_wait_begins_when_the_gesture_is_shown(self) -> None:
        assert self.waits((5, "none", "none"), (2, "rock", "none"), (8, "rock", "rock")) == [("rock", 0.2)]

    def test_a_gesture_that_is_stable_as_it_arrives_waits_for_nothing(self) -> None:
        assert self.waits((1, "none", "none"), (3, "", "rock"), (9, "rock", "rock")) == [("rock", 0.0)]

    def test_another_gesture_that_stays_stable_is_no_answer(self) -> None:
        found = self.waits((9, "rock", "rock"), (2, "", "rock"), (1, "paper", "rock"), (9, "paper", "paper"))
        assert found == [("rock", 0.0), ("paper", 0.1)]

    def test_stable_only_after_the_next_label_is_never(self) -> None:
        assert self.waits((9, "rock", "none"), (5, "none", "rock")) == [("rock", None)]
        assert self.waits((9, "rock", "none"), (2, "", "rock"), (5, "none", "rock")) == [("rock", 0.9)]
        assert self.waits((9, "rock", "none")) == [("rock", None)]

    def test_a_gesture_shown_in_passing_need_not_become_stable(self) -> None:
        found = self.waits((4, "rock", "none"), (9, "", "none"), (4, "rock", "none"), (9, "", "none"))
        assert found == []

    def test_frames_without_a_label_show_nothing(self) -> None:
        assert waits(stable(*["rock"] * 9), {}) == []
        assert self.waits((9, "none", "rock")) == []

    def test_figures_leave_out_what_was_never_stable_and_count_it(self) -> None:
        found = [Wait("rock", 0.1), Wait("rock", 0.3), Wait("paper", 0.2), Wait("paper", None)]
        figures = wait_figures(found)
        assert (figures["gestures"], figures["never_stable"]) == (4, 1)
        assert figures["never_stable_by_gesture"] == {"paper": 1}
        assert figures["median_s"] == pytest.approx(0.2)
        assert figures["p95_s"] == pytest.approx(0.29)
        assert "median_s" not in wait_figures([Wait("rock", None)])


def test_labels_and_listing_are_read_by_column(tmp_path: Path) -> None:
    (tmp_path / "a.labels.csv").write_text("seq,label\n0,none\n1,\n2,rock\n")
    assert read_labels(tmp_path / "a.mp4") == {0: "none", 1: "", 2: "rock"}
    (tmp_path / "natural.csv").write_text("path,hands\na/1.mp4,no\na/2.mp4,sometimes\n")
    assert hands_seen(tmp_path / "natural.csv") == {
        (tmp_path / "a" / "1.mp4").resolve(): WITHOUT_HANDS,
        (tmp_path / "a" / "2.mp4").resolve(): WITH_HANDS,
    }


def test_videos_are_found_in_folders_and_may_be_named(tmp_path: Path) -> None:
    for name in ("a/b/1.mp4", "a/2.GIF", "a/3.jpg", "4.webm"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = videos([tmp_path / "a", tmp_path / "4.webm"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["4.webm", "a/2.GIF", "a/b/1.mp4"]


def test_the_sheet_shows_the_first_frame_of_each_alarm(tmp_path: Path) -> None:
    clip = tmp_path / "clip.avi"
    writer = cv2.VideoWriter(str(clip), cv2.VideoWriter.fourcc(*"MJPG"), FPS, (160, 120))
    for number in range(20):
        writer.write(np.full((120, 160, 3), 10 * number, np.uint8))
    writer.release()
    results = tuple(result(seq, "", [reading("rock", 0.97 if seq >= 10 else 0.01)]) for seq in range(20))
    (alarm,) = alarms(resmoothed(results, Sensitivity.NORMAL))
    write_sheet(tmp_path / "sheet.png", [Played(clip, results)], Sensitivity.NORMAL)
    sheet = cv2.imread(str(tmp_path / "sheet.png"))
    assert sheet[40, 40].tolist() == pytest.approx([10 * alarm.seq] * 3, abs=4)
    assert (sheet[:, 310:] == 255).all(), "there is one alarm only"
