"""Hands to record, and a sample store in memory."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from gesture_app.domain.frames.frame import Float32Array, Frame, Hand, Handedness, Prediction, UInt8Array
from gesture_app.domain.frames.gestures import FIVE_GESTURES, NONE, GestureSet
from gesture_app.domain.samples.labels import BUILT_IN_LABELS, LabelSet, check_slug
from gesture_app.domain.samples.sample import DamagedSample, Sample, SampleInfo
from gesture_app.errors import SampleStoreError

SESSION = "20240501t103000"
PREDICTION = Prediction(
    GestureSet((*FIVE_GESTURES, NONE)), np.array([0.1, 0.6, 0.1, 0.1, 0.05, 0.05], dtype=np.float32), 0.3
)


def landmarks_in(left: float, top: float, size: float, seed: int = 0) -> Float32Array:
    """``(21, 3)`` landmarks of an upright open hand that fills a square."""
    fan = np.linspace(0.1, 0.9, 5)
    points = [(0.5, 1.0)] + [(0.5 + (x - 0.5) * r, 1.0 - r) for x in fan for r in (0.4, 0.6, 0.8, 1.0)]
    jitter = np.random.default_rng(seed).normal(0, 0.01 if seed else 0, (21, 2))
    flat = (np.array(points) + jitter) * size + [left, top]
    return np.hstack([flat, np.zeros((21, 1))]).astype(np.float32)


def noise(width: int, height: int, seed: int = 0) -> UInt8Array:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def a_hand(left: float = 40, top: float = 30, size: float = 60, seed: int = 0) -> Hand:
    return Hand(landmarks_in(left, top, size, seed), Handedness.RIGHT, 0.9)


def a_frame(width: int = 320, height: int = 240, seed: int = 0) -> Frame:
    return Frame(noise(width, height, seed), seed, 0.0, 0.0)


def a_sample(
    label: str = "rock", number: int = 0, *, session: str = SESSION, seed: int = 0, second: int = 0, person: str = ""
) -> Sample:
    info = SampleInfo(
        session=session,
        number=number,
        label=label,
        taken_at=f"2024-05-01T10:30:{second:02}+00:00",
        camera="Kamera Ü",
        hand=a_hand(seed=seed),
        region_wh=(132, 120),
        model_id="hands-1",
        prediction=PREDICTION,
        person=person,
    )
    return Sample(info, noise(132, 120, seed))


def same_sample(one: Sample, other: Sample) -> bool:
    """Whether two samples are equal in all that is saved, to the last bit."""
    a, b = one.info, other.info
    plain = [
        (i.id, i.label, i.taken_at, i.camera, i.hand.handedness, i.hand.score, i.region_wh, i.model_id) for i in (a, b)
    ]
    read_as = [
        i.prediction and (i.prediction.by_label, i.prediction.reject_threshold, i.prediction.intent_thresholds)
        for i in (a, b)
    ]
    landmarks = np.array_equal(a.hand.landmarks_px, b.hand.landmarks_px)
    if (a.person, a.is_forgotten) != (b.person, b.is_forgotten):
        return False
    return plain[0] == plain[1] and read_as[0] == read_as[1] and landmarks and np.array_equal(*_regions(one, other))


def _regions(one: Sample, other: Sample) -> tuple[UInt8Array, UInt8Array]:
    return one.region_bgr, other.region_bgr


class InMemorySampleStore:
    """Follows the ``SampleStore`` contract.

    Attributes:
        before_add: Called in every ``add``, to fail or wait there.
        loaded: Ids given to ``load``.
    """

    def __init__(self) -> None:
        self.labels_chosen = BUILT_IN_LABELS
        self.damaged: tuple[DamagedSample, ...] = ()
        self.before_add = lambda: None
        self.loaded: list[str] = []
        self._samples: dict[str, Sample] = {}
        self._trash: dict[str, Sample] = {}
        self._lock = threading.RLock()

    @property
    def labels(self) -> LabelSet:
        return LabelSet.with_slugs(self.counts_by_label(), self.labels_chosen)

    def set_labels(self, labels: LabelSet) -> None:
        self.labels_chosen = labels

    def add(self, sample: Sample) -> SampleInfo:
        self.before_add()
        info = sample.info
        with self._lock:
            if info.number == 0:
                taken = [s.info.number for s in self._everything().values() if s.info.session == info.session]
                info = replace(info, number=max(taken, default=0) + 1)
            if info.id in self._everything():
                raise SampleStoreError(f"There is a sample {info.id} already.")
            self._samples[info.id] = Sample(info, sample.region_bgr)
        return info

    def add_all(self, samples: Iterable[Sample]) -> tuple[SampleInfo, ...]:
        before = dict(self._samples)
        added = []
        try:
            for sample in samples:
                taken = sample.info.id in self._everything()
                info = replace(sample.info, number=0) if taken else sample.info
                added.append(self.add(Sample(info, sample.region_bgr)))
        except BaseException:
            self._samples = before
            raise
        return tuple(added)

    def load(self, sample_id: str) -> Sample:
        self.loaded.append(sample_id)
        return self._of(self._samples, sample_id)

    def load_trashed(self, sample_id: str) -> Sample:
        if sample_id not in self._trash:
            raise SampleStoreError(f"The sample {sample_id} is not in the trash.")
        return self._trash[sample_id]

    def listed(self, *, label: str | None = None, session: str | None = None) -> tuple[SampleInfo, ...]:
        infos = [s.info for s in list(self._samples.values()) if label in (None, s.info.label)]
        return self._by_time(i for i in infos if session in (None, i.session))

    def has_image(self, image_sha256: str) -> bool:
        return any(sample.image_sha256 == image_sha256 for sample in list(self._samples.values()))

    def counts_by_label(self) -> dict[str, int]:
        return dict(Counter(sample.info.label for sample in list(self._samples.values())))

    def counts_by_session(self) -> dict[str, int]:
        return dict(Counter(sample.info.session for sample in list(self._samples.values())))

    def delete(self, sample_id: str) -> None:
        self._trash[sample_id] = self._of(self._samples, sample_id)
        del self._samples[sample_id]

    def restore(self, sample_id: str) -> SampleInfo:
        self._samples[sample_id] = self._of(self._trash, sample_id)
        return self._trash.pop(sample_id).info

    def trashed(self) -> tuple[SampleInfo, ...]:
        return self._by_time(sample.info for sample in self._trash.values())

    def empty_trash(self) -> int:
        count = len(self._trash)
        self._trash.clear()
        return count

    def relabel(self, sample_id: str, label: str) -> str:
        sample = self._of(self._samples, sample_id)
        try:
            check_slug(label)
        except ValueError as error:
            raise SampleStoreError(f"This label cannot be used: {error}.") from error
        self._samples[sample_id] = Sample(replace(sample.info, label=label), sample.region_bgr)
        return sample.info.label

    def set_person(self, sample_id: str, person: str) -> str:
        sample = self._of(self._samples, sample_id)
        try:
            self._samples[sample_id] = Sample(replace(sample.info, person=person), sample.region_bgr)
        except ValueError as error:
            raise SampleStoreError(f"This name cannot be used: {error}.") from error
        return sample.info.person

    def set_forgotten(self, sample_id: str, *, is_forgotten: bool) -> bool:
        sample = self._of(self._samples, sample_id)
        self._samples[sample_id] = Sample(replace(sample.info, is_forgotten=is_forgotten), sample.region_bgr)
        return sample.info.is_forgotten

    def _everything(self) -> dict[str, Sample]:
        return {**self._samples, **self._trash}

    def _of(self, samples: dict[str, Sample], sample_id: str) -> Sample:
        if sample_id not in samples:
            raise SampleStoreError(f"There is no sample {sample_id}.")
        return samples[sample_id]

    def _by_time(self, infos: Iterable[SampleInfo]) -> tuple[SampleInfo, ...]:
        return tuple(sorted(infos, key=lambda i: (i.taken_at, i.session, i.number)))
