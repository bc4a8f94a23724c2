"""The parts of retraining, each by itself; none of these trains a MobileNetV2."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import keras
import numpy as np
import pytest

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.frames.frame import Hand, Handedness
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.domain.retraining.events import LogLine, Progress, RetrainPhase
from gesture_app.domain.retraining.split import split_samples
from gesture_app.domain.samples.sample import Sample, SampleInfo
from gesture_app.inference.library.manifest import Manifest
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.storage.retraining_events import from_line
from tests.fakes.hand_samples import hand_example
from tests.fakes.rendering import ROOT
from training.common.metrics import Calibration, softmax
from training.common.stop_request import StopAskedError, StopRequest
from training.hands.recipe import HandRecipe, parse_recipe
from training.retraining import model_writer as making
from training.retraining.calibration import calibrate
from training.retraining.errors import DiskError
from training.retraining.features import Seen
from training.retraining.learner import answer
from training.retraining.model_comparison import sureness_of
from training.retraining.model_writer import MakingFolder, card_of, own_model_id
from training.retraining.network import RetrainNetwork
from training.retraining.pose_relabelling import poses_that_show
from training.retraining.progress import Pace
from training.retraining.rehearsal_set import BASE_FILE, FOLDER, REHEARSAL_FILE, HandSet, read_set
from training.retraining.schedule import schedule_for
from training.retraining.user_dataset import read_own_hands
from training.retraining.weight_interpolation import go_as_far_as_others_allow

START = datetime(2024, 5, 1, 10, tzinfo=timezone.utc)
LABELS = GestureSet.of(["rock", "paper", "none"])


def sample(label: str, number: int, day: int = 0, seed: int | None = None) -> Sample:
    """A noise picture with made-up landmarks; the same seed gives the same hand."""
    example = hand_example(label, seed=100 * day + number if seed is None else seed)
    region = example.region_bgr
    landmarks = example.landmarks_px.copy()
    landmarks[9] += (12, 0, 0)  # a little turned
    info = SampleInfo(
        f"day{day}",
        number,
        label,
        (START + timedelta(days=day, seconds=10 * number)).isoformat(),
        "camera",
        Hand(landmarks, Handedness.RIGHT, 0.9),
        (100, 120),
    )
    return Sample(info, region)


class TestPace:
    def test_says_how_far_it_is_and_how_long_the_rest_takes_on_this_machine(self) -> None:
        clock = iter(np.arange(0.0, 100.0, 5.0))
        said: list[Progress] = []
        pace = Pace(said.append, {RetrainPhase.PREPARE: 10.0, RetrainPhase.HEAD: 30.0}, lambda: float(next(clock)))
        pace.begin(RetrainPhase.PREPARE)
        pace.reached(1.0)
        pace.begin(RetrainPhase.HEAD)
        pace.reached(0.5)
        assert [(p.phase, p.share) for p in said] == [
            (RetrainPhase.PREPARE, 0.0),
            (RetrainPhase.PREPARE, 0.25),
            (RetrainPhase.HEAD, 0.25),
            (RetrainPhase.HEAD, 0.625),
        ]
        assert [p.seconds_left for p in said] == [None, 45.0, 60.0, 18.0]

    def test_is_quiet_between_and_never_goes_back(self) -> None:
        now_s = 0.0
        said: list[Progress] = []
        pace = Pace(said.append, {RetrainPhase.PREPARE: 1.0}, lambda: now_s)
        pace.begin(RetrainPhase.PREPARE)
        for share in (0.1, 0.2, 0.3):
            pace.reached(share)
        assert len(said) == 1
        now_s = 1.0
        pace.reached(0.1)
        assert said[-1].share == pytest.approx(0.3)


class TestSchedule:
    def test_few_recordings_are_varied_often_and_many_seldom(self) -> None:
        assert schedule_for(10).own_hands == 800
        assert schedule_for(100).own_hands == 1000
        assert schedule_for(5000).own_hands == 4000


class TestCalibration:
    TRUTH = np.repeat([0, 1, 2], 40).astype(np.int32)

    def logits(self, right: float, seed: int = 0) -> np.ndarray:
        noise = np.random.default_rng(seed).normal(0, 1, (120, 3))
        return noise + right * np.eye(3)[self.TRUTH]

    def test_a_network_that_did_not_change_stays_as_sure(self) -> None:
        before = Calibration(1.5, 0.6)
        assert calibrate(self.logits(4), self.logits(4), self.TRUTH, LABELS, 3, before) == before

    def test_what_it_says_too_loudly_is_taken_back(self) -> None:
        before = Calibration(1.5, 0.6)
        after = calibrate(self.logits(2), 1.2 * self.logits(2), self.TRUTH, LABELS, 3, before)
        assert after.temperature == pytest.approx(1.8, rel=0.02)

    @pytest.mark.parametrize(("factor", "limit"), [(3.0, 2.0), (0.3, 1.125)])
    def test_one_small_set_of_hands_changes_it_only_so_much(self, factor: float, limit: float) -> None:
        before = Calibration(1.5, 0.5)
        after = calibrate(self.logits(1), factor * self.logits(1), self.TRUTH, LABELS, 3, before)
        assert after.temperature == pytest.approx(limit)

    def test_new_gestures_do_not_make_the_old_network_seem_unsure(self) -> None:
        labels = GestureSet.of(["rock", "none", "paper"])  # the last of them is new
        old, before = self.logits(4), Calibration(1.5, 0.6)
        new = old.copy()
        old[:, 2] = -4
        after = calibrate(old, new, self.TRUTH, labels, 2, before)
        assert after.temperature == pytest.approx(1.5, rel=0.15)

    def test_no_more_hands_without_a_gesture_pass_than_before(self) -> None:
        before = Calibration(0.5, 0.4)
        old, new = self.logits(5), self.logits(1.5, seed=1)
        after = calibrate(old, new, self.TRUTH, LABELS, 3, before)
        assert 0.4 < after.reject_threshold <= 0.55

    def test_without_such_hands_the_threshold_stays(self) -> None:
        gestures = self.TRUTH != 2
        after = calibrate(
            self.logits(4)[gestures], self.logits(4)[gestures], self.TRUTH[gestures], LABELS, 3, Calibration(1.0, 0.37)
        )
        assert after.reject_threshold == 0.37


class TestWayBack:
    """A network whose logits are its input, as soon as it learnt what it learnt."""

    RECIPE = parse_recipe({"name": "tiny", "labels": ["rock", "paper", "none"]})

    def network(self, recipe: HandRecipe = RECIPE, known_labels: int = 3) -> RetrainNetwork:
        middle = keras.Input((3,), name="middle")
        tail = keras.Model({"middle": middle}, keras.layers.Dense(len(recipe.labels), name="logits")(middle))
        tail.set_weights([3 * np.eye(3, len(recipe.labels)), np.zeros(len(recipe.labels))])
        return RetrainNetwork(recipe, known_labels, tail, None, tail, None)

    def seen(self, network: RetrainNetwork) -> Seen:
        truth = np.repeat(np.arange(3, dtype=np.int32), 40)
        middle = np.eye(3, dtype=np.float32)[truth] + np.random.default_rng(0).normal(0, 0.3, (120, 3))
        arrays = {"middle": middle.astype(np.float32)}
        arrays["logits"] = answer(network.tail, arrays)
        return Seen(arrays, truth, np.zeros(120, dtype=bool))

    def gone(self, bias: list[float], *, own: bool = False) -> float:
        """The share of the way that is gone, where these biases are learnt."""
        network = self.network()
        seen = self.seen(network)
        at_first = network.whole.get_weights()
        network.whole.set_weights([at_first[0], np.array(bias)])
        seen = replace(seen, is_own=np.full(120, own))
        go_as_far_as_others_allow(network, at_first, seen, Calibration(1.0, 0.4))
        return float(network.whole.get_weights()[1][0] / bias[0])

    def test_half_of_the_way_where_nobody_loses(self) -> None:
        assert self.gone([0.05, 0.0, 0.0]) == pytest.approx(0.5)

    def test_less_where_others_lose(self) -> None:
        assert 0.1 < self.gone([1.0, 0.0, 0.0]) < 0.5

    def test_a_tenth_at_least(self) -> None:
        assert self.gone([20.0, 0.0, 0.0]) == pytest.approx(0.1)

    def test_what_is_lost_on_ones_own_hands_does_not_count(self) -> None:
        assert self.gone([1.0, 0.0, 0.0], own=True) == pytest.approx(0.5)

    def test_nearly_all_of_it_beside_a_new_gesture(self) -> None:
        recipe = parse_recipe({"name": "tiny", "labels": ["rock", "paper", "none", "fig"]})
        network = self.network(recipe)
        at_first, seen = network.whole.get_weights(), self.seen(network)
        network.whole.set_weights([at_first[0], np.array([20.0, 0, 0, 1])])
        go_as_far_as_others_allow(network, at_first, seen, Calibration(1.0, 0.4))
        assert network.whole.get_weights()[1] == pytest.approx([18, 0, 0, 0.9])


class TestSureness:
    TRUTH = np.arange(30, dtype=np.int32) % 3

    def probabilities(self, right: float, seed: int = 0) -> np.ndarray:
        logits = np.random.default_rng(seed).normal(0, 1, (30, 3)) + right * np.eye(3)[self.TRUTH]
        return softmax(logits)

    def test_a_better_model_is_hardly_chance(self) -> None:
        sureness = sureness_of(self.probabilities(1), self.probabilities(2), self.TRUTH)
        assert sureness.new > sureness.old + 0.1
        assert sureness.chance < 0.01

    def test_another_model_that_is_no_better_may_be_chance(self) -> None:
        assert sureness_of(self.probabilities(1), self.probabilities(1, seed=1), self.TRUTH).chance > 0.1

    def test_a_worse_model_is_no_better(self) -> None:
        assert sureness_of(self.probabilities(2), self.probabilities(1), self.TRUTH).chance > 0.9

    def test_one_hand_tells_nothing(self) -> None:
        sureness = sureness_of(self.probabilities(0)[:1], self.probabilities(5)[:1], self.TRUTH[:1])
        assert sureness.chance == 1.0


class TestOwnHands:
    @pytest.fixture
    def store(self, tmp_path: Path) -> FolderSampleStore:
        store = FolderSampleStore(tmp_path / "samples")
        for day in (0, 1):
            for number in range(1, 11):
                store.add(sample("rock", number, day))
                store.add(sample("paper", number + 20, day))
        return store

    def read(self, store: FolderSampleStore, **changes: Turn) -> tuple[object, object, object, int, tuple[str, ...]]:
        spec = CropSpec()
        turned = CropSpec(changes.get("turn", Turn.UPRIGHT))
        own = read_own_hands(store, split_samples(store.listed(), LABELS), spec, turned, lambda _: None)
        parts = ([hand.info.id for hand in part] for part in (own.training, own.choosing, own.held_out))
        return *parts, own.repeated, own.damaged

    def test_what_chooses_is_from_sessions_that_are_learnt_from(self, store: FolderSampleStore) -> None:
        training, choosing, held_out, repeated, damaged = self.read(store)
        assert len(training) == 16  # type: ignore[arg-type]
        assert choosing == ["day0-9", "day0-10", "day0-29", "day0-30"]
        assert all(one.startswith("day1") for one in held_out)  # type: ignore[attr-defined]
        assert (repeated, damaged) == (0, ())

    def test_what_repeats_a_recording_that_judges_is_not_learnt_from(self, store: FolderSampleStore) -> None:
        for number, copied in enumerate((103, 105, 124), 41):
            store.add(sample("rock", number, 0, seed=copied))
        training, choosing, _, repeated, _ = self.read(store)
        assert repeated == 3
        assert not {"day0-41", "day0-42", "day0-43"} & {*training, *choosing}  # type: ignore[misc]

    def test_a_damaged_picture_is_told_and_the_others_are_used(self, store: FolderSampleStore) -> None:
        (store.root / "rock" / "day0-3.png").write_bytes(b"no picture")
        training, _, _, _, damaged = self.read(store)
        assert len(damaged) == 1
        assert "day0-3" in damaged[0]
        assert "day0-3" not in training  # type: ignore[operator]

    def test_each_model_gets_the_crop_that_it_wants(self, store: FolderSampleStore) -> None:
        divided = split_samples(store.listed(), LABELS)
        upright, as_seen = CropSpec(), CropSpec(Turn.AS_SEEN)
        own = read_own_hands(store, divided, upright, as_seen, lambda _: None)
        assert not np.array_equal(own.held_out[0].old_crop.landmarks, own.held_out[0].new_crop.landmarks)


class TestNewGestures:
    @pytest.fixture(scope="class")
    @classmethod
    def base(cls) -> HandSet:
        base, rehearsed = (read_set(FOLDER, name) for name in (BASE_FILE, REHEARSAL_FILE))
        return HandSet((*base.examples, *rehearsed.examples), (*base.poses, *rehearsed.poses))

    def recorded(self, base: HandSet, pose: str, label: str = "mine") -> tuple[list[object], HandSet]:
        """Half of a pose's hands as this person's, and a set without these."""
        places = [i for i, name in enumerate(base.poses) if name == pose][::2]
        own = [hand_of(base, i, label) for i in places]
        kept = [i for i in range(len(base)) if i not in places]
        return own, HandSet(tuple(base.examples[i] for i in kept), tuple(base.poses[i] for i in kept))

    @pytest.mark.parametrize("pose", ["pointing", "four", "thumbs_up"])
    def test_a_pose_without_a_gesture_that_is_given_a_meaning_is_found(self, base: HandSet, pose: str) -> None:
        own, others = self.recorded(base, pose)
        assert pose in poses_that_show("mine", own, others, CropSpec())  # type: ignore[arg-type]

    def test_a_thumb_up_is_a_thumb_down_only_where_hands_are_turned_upright(self, base: HandSet) -> None:
        own, others = self.recorded(base, "thumbs_up")
        assert poses_that_show("mine", own, others, CropSpec()) == {"thumbs_up", "thumbs_down"}  # type: ignore[arg-type]
        as_seen = CropSpec(Turn.AS_SEEN)
        assert poses_that_show("mine", own, others, as_seen) == {"thumbs_up"}  # type: ignore[arg-type]

    @pytest.mark.parametrize("pose", ["lizard_beak", "spock_wide", "rock_low"])
    def test_a_variant_of_a_gesture_gives_none_of_them_a_meaning(self, base: HandSet, pose: str) -> None:
        own, others = self.recorded(base, pose)
        assert len(poses_that_show("mine", own, others, CropSpec())) <= 1  # type: ignore[arg-type]

    def test_nothing_recorded_gives_nothing_a_meaning(self, base: HandSet) -> None:
        assert poses_that_show("mine", [], base, CropSpec()) == set()
        assert poses_that_show("mine", [hand_example("mine")], HandSet((), ()), CropSpec()) == set()

    def test_hands_that_look_like_nothing_known_give_nothing_a_meaning(self, base: HandSet) -> None:
        own = [hand_example("mine", seed=seed) for seed in range(10)]
        assert poses_that_show("mine", own, base, CropSpec()) == set()


def hand_of(hands: HandSet, place: int, label: str) -> object:
    from dataclasses import replace

    return replace(hands.examples[place], label=label, source="own")


class TestMaking:
    def test_a_model_appears_as_a_whole(self, tmp_path: Path) -> None:
        root = tmp_path / "models"
        with MakingFolder(root, "a-own-1") as folder:
            (folder.path / "model.onnx").write_bytes(b"x")
            assert [path.name for path in root.iterdir()] == [f".making-{os.getpid()}-a-own-1"]
            target = folder.finish(MANIFEST, "a card")
        assert target == root / "a-own-1"
        assert sorted(path.name for path in target.iterdir()) == ["MODEL_CARD.md", "manifest.json", "model.onnx"]
        assert [path.name for path in root.iterdir()] == ["a-own-1"]

    @pytest.mark.parametrize("error", [KeyboardInterrupt, OSError, ValueError])
    def test_nothing_is_left_of_one_that_fails(self, tmp_path: Path, error: type[BaseException]) -> None:
        def fail() -> None:
            with MakingFolder(tmp_path, "a-own-1") as folder:
                (folder.path / "model.keras").write_bytes(b"x")
                raise error

        with pytest.raises(error):
            fail()
        assert list(tmp_path.iterdir()) == []

    def test_a_disk_without_room_is_told_before_the_work(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        usage = type(making.shutil.disk_usage(tmp_path))(100, 90, 10)
        monkeypatch.setattr(making.shutil, "disk_usage", lambda _path: usage)
        with pytest.raises(DiskError, match="no room"):
            MakingFolder(tmp_path, "a-own-1")
        assert list(tmp_path.iterdir()) == []

    def test_a_place_that_is_no_folder_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "models").write_text("a file")
        with pytest.raises(DiskError, match="No model can be made"):
            MakingFolder(tmp_path / "models", "a-own-1")

    @pytest.mark.parametrize("parent", ["rpsls-8", "rpsls-8-own-20230101t000000"])
    def test_the_name_tells_the_shipped_model_and_the_time(self, parent: str) -> None:
        assert own_model_id(parent, START) == "rpsls-8-own-20240501t100000"

    def test_the_card_has_both_tables_and_the_reasons(self) -> None:
        comparison = Comparison.from_predictions(LABELS.labels, ["rock"] * 3, ["none"] * 3, ["rock"] * 3)
        card = card_of(MANIFEST, comparison, comparison)
        assert card.count("| rock | 3 | 0 | 3 |") == 2
        assert "It is no better." in card


MANIFEST = Manifest(
    id="a-own-1",
    labels=LABELS,
    crop=CropSpec(),
    uses_landmarks=True,
    files={},
    parent="a",
    metrics={"gate": {"accepted": False, "reasons": ["It is no better."]}},
    data={"made_at": "2024-05-01T10:00:00+00:00", "learnt_from": {"rock": 4}, "calibrated_on": "hands"},
)

PROCESS = """
import sys
from gesture_app.domain.retraining.events import Cancelled, LogLine
from training.retraining.process import Voice, lower_priority
from training.common.stop_request import StopAskedError, StopRequest
voice = Voice()
stop = StopRequest(with_stdin=True)
lower_priority()
print("what a library prints", flush=True)
try:
    voice.say(LogLine("ready"))
    while True:
        sum(range(1000))
        if "talk" in sys.argv:
            voice.say(LogLine("still here"))
except StopAskedError:
    if "talk" not in sys.argv:
        voice.say(Cancelled())
    sys.exit(130)
"""


class TestProcess:
    @pytest.fixture
    def process(self, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
        arguments = [sys.executable, "-c", PROCESS, *getattr(request, "param", [])]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(arguments, cwd=ROOT, encoding="utf-8", **pipes) as started:  # type: ignore[call-overload]
            watchdog = threading.Timer(60, started.kill)
            watchdog.start()
            yield started
            started.kill()
            watchdog.cancel()
            watchdog.join()

    def test_the_end_of_standard_input_stops_it(self, process: subprocess.Popen[str]) -> None:
        assert from_line(process.stdout.readline()) == LogLine("ready")  # type: ignore[union-attr]
        process.stdin.close()  # type: ignore[union-attr]
        assert json.loads(process.stdout.readline()) == {"event": "cancelled"}  # type: ignore[union-attr]
        assert process.wait() == 130
        assert "what a library prints" in process.stderr.read()  # type: ignore[union-attr]

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
    def test_a_signal_stops_it(self, process: subprocess.Popen[str]) -> None:
        process.stdout.readline()  # type: ignore[union-attr]
        process.terminate()
        assert json.loads(process.stdout.readline()) == {"event": "cancelled"}  # type: ignore[union-attr]
        assert process.wait() == 130

    @pytest.mark.parametrize("process", [["talk"]], indirect=True)
    def test_a_listener_that_goes_away_stops_it(self, process: subprocess.Popen[str]) -> None:
        process.stdout.readline()  # type: ignore[union-attr]
        process.stdout.close()  # type: ignore[union-attr]
        assert process.wait() == 130


def test_a_request_to_stop_that_a_library_swallowed_is_remembered() -> None:
    """As where it comes while JAX's callback of the garbage collector runs."""
    stop = StopRequest(with_stdin=False)
    try:
        stop.check()
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
        with pytest.raises(StopAskedError):
            stop.check()
    finally:
        stop.close()
