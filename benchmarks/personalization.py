"""Ways to learn a person from few samples without training the network: ``benchmarks/personalization.py``.

Rendered people whose gestures differ from the norm (``training/synthetic/sessions.py``) are recorded on day one and
tested on day three, in another room and light. Of each source of ``--photos`` (``<source>/<label>/<image>``) the first
part is recorded and the last part tested; the files between both are left out. All other people are the hands of the
other people here and the shipped base set; ``--natural`` counts the hands that show no sign and are refused. ``own``
records signs that the model takes for no gesture, as gestures of the rendered people's own, and tests them on the later
day. ``new`` records such a pose of several rendered people, and tests it on others.

``gate`` records mislabelled samples and says what the gate of the memory decides, with hands of the base set, and what
is left of the harm (:mod:`benchmarks.memory_harm`).

Every strategy sees the same samples. Detections and features are kept in ``--folder``, so that only the first run takes
long. The model must give features (``python -m training features``).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from benchmarks.memory_harm import gated, harm_cases
from benchmarks.retraining import LABELS, PEOPLE, PER_LABEL, hands_in
from gesture_app.composition import chosen_model
from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.models.calibration import Calibration, softmax
from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.domain.models.memory_fit import fit_memory
from gesture_app.domain.models.memory_gate import MemoryDecision
from gesture_app.domain.models.sample_memory import DEFAULT_KERNEL, Kernel, labels_with_new, widened
from gesture_app.inference.classifiers.batching import model_inputs
from gesture_app.inference.library.manifest import FEATURES_OUTPUT
from gesture_app.inference.library.model_store import StoredModel, open_model
from gesture_app.onnx_runtime import open_session
from training.hands.data.augmentation import exact_crop
from training.hands.data.dataset import HandSample, encode_region, load_samples, read_cached_samples, save_samples
from training.retraining.rehearsal_set import BASE_FILE, EVERYDAY, FOLDER, REHEARSAL_FILE, load_rendered_hands

ROOT = Path(__file__).resolve().parents[1]
FIRST_DAY, LATER_DAY = 1, 3
PART = 0.45
"""Share of a source's files of a label that is recorded, from the first on, and as many are tested, up to the last."""
LEAST_HANDS = 8
"""Least tested hands of a source; smaller ones are left out."""
NEW = "new"
NEW_SAMPLES = 10
SIGNS = (
    "call_me", "crossed_fingers", "four", "horns", "i_love_you", "l_shape", "ok", "pinky", "pointing",
    "three_from_index", "three_with_thumb", "thumbs_down", "thumbs_up",
)  # fmt: skip
"""Signs that somebody may teach: the rendered poses without a gesture that are made on purpose."""
SIGNS_PER_DAY = {FIRST_DAY: NEW_SAMPLES, LATER_DAY: 20}
PROBE_STEPS, PROBE_RATE, PROBE_DECAY = 200, 0.5, 0.01
CACHE_STRENGTH, CACHE_SHARPNESS = 12.0, 12.0
BATCH = 16

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Hands:
    """Hands as the model sees them.

    Attributes:
        logits: ``(n, labels)`` float32.
        features: ``(n, features)`` float32.
        labels: ``(n,)`` names of the true labels.
    """

    logits: Floats
    features: Floats
    labels: npt.NDArray[np.str_]

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, index: Any) -> Hands:
        return Hands(self.logits[index], self.features[index], self.labels[index])

    @classmethod
    def joined(cls, parts: Sequence[Hands]) -> Hands:
        """The hands of all parts; there is at least one."""
        return cls(
            *(np.concatenate([getattr(part, name) for part in parts]) for name in ("logits", "features", "labels"))
        )


@dataclass(frozen=True)
class Person:
    """A person's hands to record, in order, and to test on."""

    name: str
    recorded: Hands
    later: Hands


Adjust = Callable[[Hands], tuple[GestureSet, Floats]]
"""Labels and adjusted logits of hands."""

Strategy = Callable[[Hands], Adjust]
"""Learns from recorded hands."""


def main() -> None:
    """Run the benchmark and print its results."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--people", nargs="*", default=list(PEOPLE), help="rendered people (default: all)")
    parser.add_argument("--per-label", type=int, help="rendered images of each label (default: as in retraining.py)")
    parser.add_argument("--photos", type=Path, help="folder of photos, <source>/<label>/<image>")
    parser.add_argument("--sources", nargs="+", help="sources of the photos to use (default: all)")
    parser.add_argument("--natural", type=Path, help="folder of photos of people who make no sign")
    parser.add_argument("--counts", nargs="+", type=int, default=[5, 10, 20], help="samples of each label")
    parser.add_argument("--seeds", nargs="+", type=int, default=[0, 1, 2], help="which of the recorded hands are drawn")
    parser.add_argument(
        "--sharpnesses", nargs="+", type=float, default=[DEFAULT_KERNEL.sharpness], help="of the memory"
    )
    parser.add_argument("--model", type=Path, help="model folder (default: the one in use)")
    parser.add_argument("--folder", type=Path, required=True, help="keeps rendered images, detections and features")
    parser.add_argument("--out", type=Path, help="file for the figures, as JSON")
    args = parser.parse_args()
    model = open_model(args.model) if args.model else chosen_model(None)
    source = HandSource(model, args.folder)
    people = [source.rendered(name, args.per_label) for name in args.people]
    if args.photos:
        people += source.photographed(args.photos, args.sources)
    others = other_people(source)
    bench = Bench(
        model.manifest.labels,
        model.manifest.calibration,
        people,
        source.shipped(BASE_FILE),
        source.natural(args.natural) if args.natural else None,
    )
    kernels = [Kernel(sharpness, DEFAULT_KERNEL.least_cosine) for sharpness in args.sharpnesses]
    strategies = strategies_for(model.manifest.labels, others, kernels)
    figures = {
        "model": model.manifest.id,
        "people": {person.name: [len(person.recorded), len(person.later)] for person in people},
        "table": [row for count in args.counts for row in bench.rows(strategies, count, args.seeds)],
        "own": list(own_gestures(bench, [source.signing(name) for name in args.people], base_poses(), strategies)),
        "new": list(new_gestures(bench, source, strategies)),
        "gate": list(gate_decisions(bench, others, max(args.counts), args.seeds)),
        "cost": cost(model.manifest.labels, bench.base.features.shape[1], others),
    }
    if args.out:
        args.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


class HandSource:
    """Finds hands, runs the model on them, and keeps both in a folder.

    Args:
        model: The model.
        folder: The folder.
    """

    def __init__(self, model: StoredModel, folder: Path) -> None:
        if model.manifest.features is None:
            raise SystemExit(f"{model.manifest.id} gives no features: python -m training features {model.folder}")
        self._model = model
        self._folder = folder
        self._session = open_session(model.onnx_file)

    def rendered(self, name: str, per_label: int | None) -> Person:
        """A rendered person."""
        counts = {day: per_label or PER_LABEL[day] for day in (FIRST_DAY, LATER_DAY)}
        return Person(name, *(self._day("people", name, day, count) for day, count in counts.items()))

    def signing(self, name: str) -> Person:
        """A rendered person with signs that are no gestures, each under its own label."""
        options = ("--labels", ",".join(SIGNS))
        return Person(name, *(self._day("signs", name, day, SIGNS_PER_DAY[day], *options) for day in SIGNS_PER_DAY))

    def _day(self, kind: str, name: str, day: int, per_label: int, *more: str) -> Hands:
        folder = self._folder / kind / name / str(day)
        if not (folder / "labels.csv").is_file():
            options = ["--person", name, "--seed", day, "--per-label", per_label, "--out", folder, *more]
            command = [sys.executable, "-m", "training", "session", *map(str, options)]
            subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        return self._hands(f"{kind}-{name}-{day}", load_samples([folder], self._folder / "detections"))

    def photographed(self, folder: Path, chosen: Sequence[str] | None) -> Iterator[Person]:
        """The people of a folder of photos, one a source."""
        samples = load_samples([folder], self._folder / "detections")
        for name in sorted({sample.source for sample in samples}):
            if chosen and name not in chosen:
                continue
            recorded: list[HandSample] = []
            later: list[HandSample] = []
            for label in LABELS:
                own = [sample for sample in samples if (sample.source, sample.label) == (name, label)]
                part = int(PART * len(own))
                recorded += own[:part]
                later += own[len(own) - part :]
            if len(later) >= LEAST_HANDS:
                yield Person(name, self._hands(f"{name}-first", recorded), self._hands(f"{name}-last", later))

    def shipped(self, file: str) -> Hands:
        """The hands of a shipped file of rendered hands, in its order."""
        return self._hands(Path(file).stem, load_rendered_hands(FOLDER, file).samples)

    def natural(self, folder: Path) -> Hands:
        """The hands in photos of people who make no sign."""
        cache = self._folder / "detections" / f"natural-{folder.parent.name}-{folder.name}.npz"
        if not cache.is_file():
            found = [
                HandSample(encode_region(np.asarray(region, dtype=np.uint8)), landmarks, NONE, "natural", "natural")
                for region, landmarks in map(_shrunk, *zip(*hands_in(folder), strict=True))
            ]
            save_samples(cache, found)
        return self._hands(cache.stem, read_cached_samples(cache))

    def _hands(self, name: str, samples: Sequence[HandSample]) -> Hands:
        file = self._folder / "features" / f"{self._model.manifest.seal[:12]}-{name}-{len(samples)}.npz"
        if not file.is_file():
            file.parent.mkdir(parents=True, exist_ok=True)
            logits, features = self._outputs(samples)
            np.savez(file, logits=logits, features=features)
        with np.load(file) as stored:
            labels = np.array([sample.label for sample in samples], dtype=np.str_)
            return Hands(stored["logits"], stored["features"], labels)

    def _outputs(self, samples: Sequence[HandSample]) -> tuple[Floats, Floats]:
        manifest = self._model.manifest
        first_output = self._session.get_outputs()[0].name
        logits = [np.zeros((0, len(manifest.labels)), np.float32)]
        features = [np.zeros((0, len(manifest.features or ())), np.float32)]
        for start in range(0, len(samples), BATCH):
            crops = [exact_crop(sample, manifest.crop) for sample in samples[start : start + BATCH]]
            outputs = self._session.run([first_output, FEATURES_OUTPUT], model_inputs(crops, manifest))
            logits.append(outputs[0])
            features.append(outputs[1])
        return np.concatenate(logits), np.concatenate(features)


def _shrunk(region_bgr: npt.NDArray[np.uint8], landmarks_px: Floats) -> tuple[npt.NDArray[Any], Floats]:
    """A region at most as large as those of :func:`load_samples`."""
    factor = min(1.0, 320 / max(region_bgr.shape[:2]))
    size_wh = tuple(max(1, round(side * factor)) for side in region_bgr.shape[1::-1])
    return cv2.resize(region_bgr, size_wh, interpolation=cv2.INTER_AREA), landmarks_px * np.float32(factor)


def strategies_for(labels: GestureSet, others: OtherHands | None, kernels: Sequence[Kernel]) -> dict[str, Strategy]:
    """The strategies by name."""
    strategies: dict[str, Strategy] = {"model alone": lambda _: lambda hands: (labels, hands.logits)}
    for kernel in kernels:
        strategies[f"memory, sharpness {kernel.sharpness:g}"] = lambda hands, kernel=kernel: remembered(  # type: ignore[misc]
            labels, hands, others, kernel
        )
    strategies["memory, own samples alone"] = lambda hands: remembered(labels, hands, None, DEFAULT_KERNEL)
    strategies["cache model"] = lambda hands: cached(labels, hands)
    strategies["prototypes"] = lambda hands: cached(labels, prototypes(hands))
    strategies["linear probe"] = lambda hands: probe(labels, hands)
    return strategies


def remembered(labels: GestureSet, hands: Hands, others: OtherHands | None, kernel: Kernel) -> Adjust:
    """The memory of the program. Examples that are recorded here are none of other people."""
    examples = None if others is None else others.examples
    if examples is not None:
        is_own = np.isin(examples.outputs.features[:, 0], hands.features[:, 0])
        examples = examples[~is_own]
    memory = fit_memory(labels, HandOutputs(hands.logits, hands.features), hands.labels.tolist(), examples, kernel)
    return lambda others: (memory.labels, memory.adjusted(others.logits, others.features))


def cached(labels: GestureSet, hands: Hands) -> Adjust:
    """Nothing is fitted: the logit of each label rises with the samples near a hand (Tip-Adapter, arXiv 2207.09519)."""
    every = labels_with_new(labels, hands.labels.tolist())
    columns = np.eye(len(every))[[every.index(label) for label in hands.labels]]
    near = Kernel(CACHE_SHARPNESS, DEFAULT_KERNEL.least_cosine)

    def adjusted(others: Hands) -> tuple[GestureSet, Floats]:
        absent = np.log1p(-np.minimum(near(others.features @ hands.features.T), 1 - 1e-6)) @ columns
        return every, (widened(others.logits, len(every)) - CACHE_STRENGTH * np.expm1(absent)).astype(np.float32)

    return adjusted


def prototypes(hands: Hands) -> Hands:
    """The mean of each label's features, as the only sample of the label."""
    labels = np.unique(hands.labels)
    means = [hands.features[hands.labels == label].mean(axis=0) for label in labels]
    return Hands(hands.logits[: len(labels)], np.stack(means), labels)


def probe(labels: GestureSet, hands: Hands) -> Adjust:
    """A linear layer on the frozen features, added to the logits: full-batch gradient descent with weight decay."""
    every = GestureSet((*labels.labels, *sorted(set(hands.labels.tolist()) - set(labels.labels))))
    low = np.full((1, len(every) - len(labels)), -4.0)

    def widened(logits: Floats) -> npt.NDArray[np.float64]:
        return np.hstack([logits.astype(np.float64), np.repeat(low, len(logits), axis=0)])

    base, truth = widened(hands.logits), np.eye(len(every))[[every.index(label) for label in hands.labels]]
    balance = 1 / (truth.sum(axis=0)[truth.argmax(axis=1)] * len(set(hands.labels.tolist())))
    weights, bias = np.zeros((hands.features.shape[1], len(every))), np.zeros(len(every))
    for _ in range(PROBE_STEPS):
        error = (softmax(base + hands.features @ weights + bias) - truth) * balance[:, None]
        weights -= PROBE_RATE * (hands.features.T @ error * 10 + PROBE_DECAY * weights)
        bias -= PROBE_RATE * error.sum(axis=0)
    return lambda others: (every, (widened(others.logits) + others.features @ weights + bias).astype(np.float32))


class Bench:
    """Compares strategies on the same samples.

    Args:
        labels: The model's labels.
        calibration: The model's calibration, applied after every strategy.
        people: The people.
        base: Hands of further people.
        natural: Hands that show no sign, if any.
    """

    def __init__(
        self,
        labels: GestureSet,
        calibration: Calibration,
        people: Sequence[Person],
        base: Hands,
        natural: Hands | None,
    ) -> None:
        self._labels = labels
        self._calibration = calibration
        self._people = people
        self.base = base
        self._natural = natural

    def rows(self, strategies: dict[str, Strategy], count: int, seeds: Sequence[int]) -> Iterator[dict[str, Any]]:
        """One row for each strategy: shares of right answers, means over people and seeds."""
        for name, strategy in strategies.items():
            runs = [self._run(person, strategy, count, seed) for person in self._people for seed in seeds]
            by_person = {
                person.name: round(float(np.mean([run["later"] for run in runs if run["person"] == person.name])), 4)
                for person in self._people
            }
            keys = ("later", "others", "worst_label_of_others", "milliseconds", *(["natural"] if self._natural else []))
            yield {
                "per_label": count,
                "strategy": name,
                **{key: round(float(np.mean([run[key] for run in runs])), 4) for key in keys},
                "worst_person": min(by_person.values(), default=None),
                "by_person": by_person,
            }

    @property
    def people(self) -> Sequence[Person]:
        """The people."""
        return self._people

    def gated(self, recorded: Hands, others: OtherHands) -> tuple[MemoryDecision, Adjust]:
        """The decision of the gate about recorded hands, and the memory that acts then."""
        outputs = HandOutputs(recorded.logits, recorded.features)
        decision, memory = gated(self._labels, self._calibration, outputs, recorded.labels, others)
        if memory is None:
            return decision, lambda hands: (self._labels, hands.logits)
        return decision, lambda hands: (memory.labels, memory.adjusted(hands.logits, hands.features))

    def answers(self, adjust: Adjust, hands: Hands) -> npt.NDArray[np.str_]:
        """The answer for each hand at normal sensitivity."""
        labels, logits = adjust(hands)
        probabilities = self._calibration.probabilities(logits, labels.none_index)
        return np.array(labels.labels)[self._calibration.decide(probabilities, labels.none_index)]

    def _run(self, person: Person, strategy: Strategy, count: int, seed: int) -> dict[str, Any]:
        recorded = drawn(person.recorded, count, np.random.default_rng(seed))
        started_s = time.perf_counter()
        adjust = strategy(recorded)
        milliseconds = (time.perf_counter() - started_s) * 1000
        others = Hands.joined([self.base, *(other.later for other in self._people if other is not person)])
        right = self.answers(adjust, others) == others.labels
        worst = min(float(right[others.labels == label].mean()) for label in np.unique(others.labels))
        natural = {} if self._natural is None else {"natural": self._refused(adjust, self._natural)}
        return {
            "person": person.name,
            "later": float((self.answers(adjust, person.later) == person.later.labels).mean()),
            "others": float(right.mean()),
            "worst_label_of_others": worst,
            "milliseconds": milliseconds,
            **natural,
        }

    def _refused(self, adjust: Adjust, hands: Hands) -> float:
        return float((self.answers(adjust, hands) == NONE).mean())


def drawn(hands: Hands, count: int, rng: np.random.Generator) -> Hands:
    """Up to ``count`` hands of each label, spread over the recording: one out of each of as many equal parts."""
    chosen: list[int] = []
    for label in np.unique(hands.labels):
        parts = np.array_split(np.flatnonzero(hands.labels == label), count)
        chosen += [int(rng.choice(part)) for part in parts if len(part)]
    return hands[np.sort(chosen)]


def new_gestures(bench: Bench, source: HandSource, strategies: dict[str, Strategy]) -> Iterator[dict[str, Any]]:
    """A pose that is no gesture for the model, learnt from a few hands: how often it is found, and wrongly seen."""
    rehearsal = source.shipped(REHEARSAL_FILE)
    to_learn, to_find = np.array(load_rendered_hands(FOLDER, REHEARSAL_FILE).poses, dtype=np.str_), base_poses()
    signs = [
        pose
        for pose in sorted(set(to_learn.tolist()) & set(to_find.tolist()))
        if not pose.startswith(EVERYDAY)
        and set(bench.base.labels[to_find == pose].tolist()) == {NONE}
        and (to_learn == pose).sum() >= NEW_SAMPLES
        and (to_find == pose).sum() >= LEAST_HANDS
    ]
    for name, strategy in strategies.items():
        found, wrongly = [], []
        for pose in signs:
            recorded = rehearsal[np.flatnonzero(to_learn == pose)[:NEW_SAMPLES]]
            adjust = strategy(replace(recorded, labels=np.full(len(recorded), NEW)))
            is_new = bench.answers(adjust, bench.base) == NEW
            found.append(float(is_new[to_find == pose].mean()))
            wrongly.append(float(is_new[to_find != pose].mean()))
        if signs:
            yield {
                "strategy": name,
                "poses": signs,
                "found": round(float(np.mean(found)), 4),
                "others_called_it": round(float(np.mean(wrongly)), 4),
            }


def base_poses() -> npt.NDArray[np.str_]:
    """The pose of each hand of the base set."""
    return np.array(load_rendered_hands(FOLDER, BASE_FILE).poses, dtype=np.str_)


def own_gestures(
    bench: Bench, people: Sequence[Person], poses: npt.NDArray[np.str_], strategies: dict[str, Strategy]
) -> Iterator[dict[str, Any]]:
    """Signs as gestures of one person's own: how often they are found on a later day, and seen in other hands.

    Hands of other people that show the same sign are left out: they are rightly called so.
    """
    for name, strategy in strategies.items():
        found: dict[str, list[float]] = {}
        wrongly = []
        for person in people:
            for sign in SIGNS:
                recorded = person.recorded[person.recorded.labels == sign]
                later = person.later[person.later.labels == sign]
                if not len(recorded) or not len(later):
                    continue
                adjust = strategy(replace(recorded, labels=np.full(len(recorded), NEW)))
                found.setdefault(sign, []).append(float((bench.answers(adjust, later) == NEW).mean()))
                wrongly.append(float((bench.answers(adjust, bench.base)[poses != sign] == NEW).mean()))
        if wrongly:
            yield {
                "strategy": name,
                "found": round(float(np.mean([share for shares in found.values() for share in shares])), 4),
                "by_sign": {sign: round(float(np.mean(shares)), 3) for sign, shares in found.items()},
                "others_called_it": round(float(np.mean(wrongly)), 4),
            }


def other_people(source: HandSource) -> OtherHands:
    """The hands of other people, as they are shipped with a model."""
    files = (REHEARSAL_FILE, BASE_FILE)
    hands = [source.shipped(file) for file in files]
    every = Hands.joined(hands)
    poses = np.concatenate([np.array(load_rendered_hands(FOLDER, file).poses, dtype=np.str_) for file in files])
    is_example = np.arange(len(every)) < len(hands[0])
    outputs = HandOutputs(every.logits, every.features)
    return OtherHands(outputs, every.labels, poses, np.char.startswith(poses, EVERYDAY), is_example)


def gate_decisions(bench: Bench, others: OtherHands, count: int, seeds: Sequence[int]) -> Iterator[dict[str, Any]]:
    """What the gate decides about samples that are labelled right and wrongly, and what the acting ones do."""
    for person in bench.people:
        for seed in seeds:
            rng = np.random.default_rng(seed)
            recorded = drawn(person.recorded, count, rng)
            for case, labels in harm_cases(recorded.labels, rng):
                decision, adjust = bench.gated(replace(recorded, labels=labels), others)
                yield {
                    "person": person.name,
                    "seed": seed,
                    "samples": case,
                    "accepted": decision.is_accepted,
                    "left_out": list(decision.left_out),
                    "doubtful": len(decision.doubtful),
                    "text": decision.text,
                    "later": round(float((bench.answers(adjust, person.later) == person.later.labels).mean()), 4),
                    "others": round(float((bench.answers(adjust, bench.base) == bench.base.labels).mean()), 4),
                }


def cost(labels: GestureSet, feature_count: int, others: OtherHands, samples: int = 5000) -> dict[str, float]:
    """Time of one hand with a large memory, the size of its samples, and the time to fit it."""
    rng = np.random.default_rng(0)
    features = rng.normal(size=(samples, feature_count)).astype(np.float32)
    names = [labels.labels[index % len(labels)] for index in range(samples)]
    outputs = HandOutputs(np.zeros((samples, len(labels)), np.float32), features)
    started_s = time.perf_counter()
    memory = fit_memory(labels, outputs, names, others.examples)
    fitted_s = time.perf_counter() - started_s
    logits, hand = np.zeros((1, len(labels)), np.float32), features[:1] / np.linalg.norm(features[:1])
    durations = []
    for _ in range(200):
        started_s = time.perf_counter()
        memory.adjusted(logits, hand)
        durations.append(time.perf_counter() - started_s)
    return {
        "samples": samples,
        "milliseconds_a_hand": round(float(np.median(durations)) * 1000, 3),
        "megabytes": round(features.nbytes / 1e6, 1),
        "fit_milliseconds": round(fitted_s * 1000),
    }


if __name__ == "__main__":
    main()
