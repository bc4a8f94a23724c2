"""Accuracy gain and cost of retraining, and whether the gate refuses harmful models: ``benchmarks/retraining.py``.

Renders people whose gestures differ from the norm (``training/synthetic/sessions.py``), three days each. Days one and
two are recorded, half of the samples on each; the model is retrained on them in a separate process, as in the app, and
its gate tests on day two. Day three, in another room and light, is the test set for the old and the new model. The base
set that comes with the program stands for other people. ``--natural`` counts the hands of people who make no sign that
are refused before and after.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from gesture_app.composition import chosen_model
from gesture_app.domain.frames.frame import Float32Array, Frame, UInt8Array
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.ports import DetectionMode
from gesture_app.domain.retraining.events import Event, Failed, RetrainOutcome
from gesture_app.domain.samples.sample import Sample, SampleInfo, session_name
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.model_store import StoredModel, open_model
from gesture_app.recording.hand_region import cut_region
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.storage.decoding import to_plain
from gesture_app.storage.retraining_events import from_line
from gesture_app.vision.cropping import crop_hand
from gesture_app.vision.detectors import open_hand_detector

ROOT = Path(__file__).resolve().parents[1]
PEOPLE = ("odd_thumb", "short_fingers", "own_lizard")
IMAGE_SUFFIXES = {".jpeg", ".jpg", ".png"}
NaturalHand = tuple[UInt8Array, Float32Array]
"""Region of an image, BGR, and the landmarks of a hand in it."""
LABELS = ("lizard", "none", "paper", "rock", "scissors", "spock")
PER_LABEL = {1: 24, 2: 24, 3: 30}
"""Rendered images of each label by day; some hands are not detected."""
START = datetime(2024, 5, 1, 10, tzinfo=timezone.utc)


@dataclass(frozen=True)
class Retrained:
    """Final event, duration and peak memory of one retraining."""

    end: RetrainOutcome | Failed
    seconds: float
    peak_mb: float


def main() -> None:
    """Run the benchmark and print its results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", nargs="+", default=list(PEOPLE), choices=PEOPLE)
    parser.add_argument("--counts", nargs="+", type=int, default=[10, 20, 40], help="samples a label")
    parser.add_argument(
        "--harm-counts", nargs="+", type=int, default=[20, 40], help="samples a label, some mislabelled"
    )
    parser.add_argument("--cost-counts", nargs="+", type=int, default=[150, 1000], help="samples in all")
    parser.add_argument("--parts", nargs="+", default=["people", "harm", "cost"], choices=["people", "harm", "cost"])
    parser.add_argument("--seed", type=int, default=0, help="of each retraining (default: %(default)s)")
    parser.add_argument("--model", type=Path, help="model folder to train further (default: the one in use)")
    parser.add_argument("--natural", type=Path, help="folder of photos of people who make no sign")
    parser.add_argument("--folder", type=Path, help="keeps the rendered images, which are then not rendered again")
    parser.add_argument("--out", type=Path, help="file for the figures, as JSON; parts that are not run stay in it")
    args = parser.parse_args()
    model = open_model(args.model) if args.model else chosen_model(None)
    with tempfile.TemporaryDirectory() as scratch:
        natural = hands_in(args.natural) if args.natural else []
        bench = Bench(model, args.folder or Path(scratch), Path(scratch), args.seed, natural)
        parts: dict[str, Iterator[dict[str, Any]]] = {
            "people": (bench.person(name, count) for count in args.counts for name in args.people),
            "harm": bench.harm(args.people, args.harm_counts),
            "cost": (bench.cost(count) for count in args.cost_counts),
        }
        figures = json.loads(args.out.read_text(encoding="utf-8")) if args.out and args.out.is_file() else {}
        figures |= {"cores": os.cpu_count()}
        for part in args.parts:
            figures[part] = []
            for row in parts[part]:
                figures[part].append({"model": model.manifest.id, **row})
                if args.out:  # after each run: all of them take an hour on two cores
                    args.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


class Bench:
    """Retrains a model repeatedly.

    Args:
        model: The model.
        images: Folder of the rendered sessions.
        scratch: Temporary folder for recordings and models.
        seed: Random seed of each retraining.
        natural: Regions of images with hands that show no sign, and the hands' landmarks in them.
    """

    def __init__(
        self, model: StoredModel, images: Path, scratch: Path, seed: int = 0, natural: Sequence[NaturalHand] = ()
    ) -> None:
        self._model = model
        self._images = images
        self._seed = seed
        self._natural = natural
        self._scratch = scratch
        self._recorded: dict[tuple[str, int], dict[str, list[Sample]]] = {}
        self._runs = 0

    def person(self, name: str, per_label: int) -> dict[str, Any]:
        """Accuracy of both models on a later day, by samples of each label."""
        samples = self.first_two_days(name, per_label)
        return {"person": name, "per_label": per_label, **self._compare(name, samples)}

    def harm(self, people: Sequence[str], counts: Sequence[int]) -> Iterator[dict[str, Any]]:
        """Results with recordings that must not make the model worse."""
        for name in people:
            for per_label in counts:
                samples = mislabelled(self.first_two_days(name, per_label), 0.2)
                kind = {"harm": "20 % mislabelled", "person": name, "per_label": per_label}
                yield {**kind, **self._compare(name, samples)}
            swap = {"rock": "paper", "paper": "rock"}
            swapped = [relabelled(sample, swap.get(sample.info.label)) for sample in self.first_two_days(name, 20)]
            yield {"harm": "rock and paper swapped", "person": name, **self._compare(name, swapped)}
            alone = [sample for sample in self.first_two_days(name, 40) if sample.info.label == "rock"]
            yield {"harm": "rock alone", "person": name, **self._compare(name, alone)}

    def cost(self, count: int) -> dict[str, Any]:
        """Time and memory of a retraining on ``count`` samples, pooled over people."""
        everyone = [
            replace(sample, info=replace(sample.info, session=f"day{day}"))
            for day in (1, 2, 3)
            for name in PEOPLE
            for of_label in self.recorded(name, day).values()
            for sample in of_label
        ]
        chosen = np.random.default_rng(0).permutation(len(everyone))[:count]
        if len(chosen) < count:
            raise SystemExit(f"only {len(chosen)} samples for the cost of {count}")
        samples = [everyone[i] for i in sorted(chosen)]
        started = [time.perf_counter(), os.getloadavg()[0]]
        result = self.retrain(samples)
        return {
            "samples": count,
            "seconds": round(result.seconds, 1),
            "peak_mb": round(result.peak_mb),
            "load_before": round(started[1], 2),
        }

    def first_two_days(self, name: str, per_label: int) -> list[Sample]:
        """Samples of each label from the first two days, half of them from each."""
        days = [self.recorded(name, day) for day in (1, 2)]
        return [sample for day in days for label in LABELS for sample in day[label][: per_label // 2]]

    def recorded(self, name: str, day: int) -> dict[str, list[Sample]]:
        """Recordings of the hands detected in the images of a day, by label."""
        if (name, day) not in self._recorded:
            folder = self._images / name / str(day)
            if not (folder / "labels.csv").is_file():
                options = ["--person", name, "--seed", day, "--per-label", PER_LABEL[day], "--out", folder]
                command = [sys.executable, "-m", "training", "session", *map(str, options)]
                subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
                print(f"rendered {name}, day {day}", file=sys.stderr, flush=True)
            self._recorded[name, day] = record_session(folder, START + timedelta(days=day))
        return self._recorded[name, day]

    def retrain(self, samples: Sequence[Sample]) -> Retrained:
        """Retrain in a separate process, as in the app."""
        self._runs += 1
        root = self._scratch / f"run-{self._runs}"
        FolderSampleStore(root / "samples").add_all(samples)
        options = ["--samples", root / "samples", "--model", self._model.folder, "--models-root", root / "models"]
        options += ["--seed", self._seed]
        command = [sys.executable, "-m", "training.cli.retrain", *map(str, options)]
        started_s = time.perf_counter()
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
        ) as process:
            assert process.stdout is not None
            events: list[Event | None] = [from_line(line) for line in process.stdout]
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - started_s
        end = events[-1]
        if not isinstance(end, RetrainOutcome | Failed):
            raise SystemExit(f"the retraining ended without an outcome, exit code {process.returncode}")
        print(f"retrained on {len(samples)} in {seconds:.0f} s", file=sys.stderr, flush=True)
        return Retrained(end, seconds, usage.ru_maxrss / 1024)

    def _compare(self, name: str, samples: Sequence[Sample]) -> dict[str, Any]:
        result = self.retrain(samples)
        if isinstance(result.end, Failed):
            return {"accepted": False, "failed": result.end.message}
        later = [sample for of_label in self.recorded(name, 3).values() for sample in of_label]
        old, new = (correct_by_label(model, later) for model in (self._model, open_model(Path(result.end.folder))))
        end = result.end
        refused = {
            name: refused_count(stored, self._natural)
            for name, stored in (("refused_before", self._model), ("refused_after", open_model(Path(end.folder))))
        }
        return {
            "accepted": end.verdict.accepted,
            "reasons": list(end.verdict.reasons),
            "later_day": {"hands": len(later), "right_before": sum(old.values()), "right_after": sum(new.values())},
            "later_day_by_label": {
                label: [sum(s.info.label == label for s in later), old[label], new[label]] for label in LABELS
            },
            "gate_day": {
                "hands": end.here.old.total,
                "right_before": end.here.old.correct,
                "right_after": end.here.new.correct,
                "sureness": to_plain(end.here.sureness),
            },
            "base": {"hands": end.base.old.total, "points": round(end.base.points, 2)},
            "base_worst_points": round(min(change.points for change in end.base.by_gesture), 2),
            **({"natural": {"hands": len(self._natural), **refused}} if self._natural else {}),
            "doubtful": len(end.doubtful),
            "seconds": round(result.seconds, 1),
            "peak_mb": round(result.peak_mb),
        }


def record_session(folder: Path, day: datetime) -> dict[str, list[Sample]]:
    """Recordings of a rendered session, by label."""
    detector = open_hand_detector(DetectionMode.INDEPENDENT, max_hands=1)
    samples: dict[str, list[Sample]] = {label: [] for label in LABELS}
    with (folder / "labels.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows, 1):
        frame = Frame(np.asarray(cv2.imread(str(folder / row["path"])), dtype=np.uint8), number, 0.0, 0.0)
        for hand in detector.detect(frame)[:1]:
            region, inside = cut_region(frame, hand)
            info = SampleInfo(
                session_name(day),
                number,
                row["label"],
                (day + timedelta(seconds=3 * number)).isoformat(),
                "rendered",
                inside,
                (region.shape[1], region.shape[0]),
            )
            samples[row["label"]].append(Sample(info, region))
    detector.close()
    return samples


def hands_in(folder: Path) -> list[NaturalHand]:
    """The hands found in the images of a folder of any depth."""
    detector = open_hand_detector(DetectionMode.INDEPENDENT, max_hands=2)
    found = []
    for number, path in enumerate(sorted(p for p in folder.rglob("*") if p.suffix.lower() in IMAGE_SUFFIXES)):
        image_bgr = cv2.imread(str(path))
        if image_bgr is None:
            continue
        frame = Frame(np.asarray(image_bgr, dtype=np.uint8), number, 0.0, 0.0)
        for hand in detector.detect(frame):
            region_bgr, inside = cut_region(frame, hand)
            found.append((region_bgr, inside.landmarks_px))
    detector.close()
    return found


def refused_count(model: StoredModel, hands: Sequence[NaturalHand]) -> int:
    """Number of hands that a model takes to show no gesture."""
    classifier = OnnxClassifier(model)
    crops = (crop_hand(region_bgr, landmarks_px, model.manifest.crop) for region_bgr, landmarks_px in hands)
    return sum(classifier.classify([crop])[0].gesture == NONE for crop in crops)


def relabelled(sample: Sample, label: str | None) -> Sample:
    """The sample with another label, if one is given."""
    return sample if label is None else replace(sample, info=replace(sample.info, label=label))


def mislabelled(samples: Sequence[Sample], share: float) -> list[Sample]:
    """The samples, a fraction of them with a wrong gesture as label."""
    rng = np.random.default_rng(0)
    wrong = set(rng.permutation(len(samples))[: round(share * len(samples))].tolist())
    gestures = [label for label in LABELS if label != NONE]
    return [
        relabelled(sample, str(rng.choice([label for label in gestures if label != sample.info.label])))
        if index in wrong
        else sample
        for index, sample in enumerate(samples)
    ]


def correct_by_label(model: StoredModel, samples: Sequence[Sample]) -> dict[str, int]:
    """Number of correctly classified samples by label."""
    classifier = OnnxClassifier(model)
    right = dict.fromkeys(LABELS, 0)
    for sample in samples:
        crop = crop_hand(sample.region_bgr, sample.info.hand.landmarks_px, model.manifest.crop)
        (prediction,) = classifier.classify([crop])
        right[sample.info.label] += prediction.gesture == sample.info.label
    return right


if __name__ == "__main__":
    main()
