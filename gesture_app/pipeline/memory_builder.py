"""Builds the memory of samples for one model, a little at a time, and has it checked."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import Frame
from gesture_app.domain.models.calibration import Calibration
from gesture_app.domain.models.hand_outputs import OtherHands
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.models.memory_gate import MemoryDecision
from gesture_app.domain.ports import Classifier, Cropper
from gesture_app.domain.samples.people import acting_samples
from gesture_app.domain.samples.sample import Sample, SampleInfo
from gesture_app.errors import SampleStoreError
from gesture_app.pipeline.checked_memory import CheckedMemory
from gesture_app.pipeline.processor import LoadedMemory
from gesture_app.storage.feature_cache import FeatureCache

_log = logging.getLogger(__name__)

STEP_S = 0.5
"""Longest time of a step, so that a sample that is recorded meanwhile counts within a second."""

_BATCH = 4
_MOST_UNUSED = 3
"""As many times more features than samples are kept, for samples that are taken back from the trash."""
_SAVED_EVERY = 50
"""Unsaved features from which on the cache is saved after a step; fewer are computed again in a moment."""


@dataclass(frozen=True)
class MemoryProgress:
    """Result of one step.

    Attributes:
        loaded: The memory of the samples whose features are known; None if there is none.
        missing: Number of samples whose features are still to be computed.
        imported: Number of imported samples that are not among the own ones, by person, switched off or not.
        decision: The decision of the gate; None if nothing was checked yet.
        doubtful: Ids of samples whose label is probably wrong.
        answers: Answer for each held-out sample, by its key.
        is_checked: Whether the decision is about all these samples; else the next step checks them.
    """

    loaded: LoadedMemory | None
    missing: int
    imported: Mapping[str, int] = field(default_factory=dict)
    decision: MemoryDecision | None = None
    doubtful: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    is_checked: bool = True


class MemoryBuilder:
    """Computes the features of samples with a model, keeps them, and builds memories. Used from one thread.

    Args:
        classifier: Runs the model; used by the builder alone, and closed with it.
        cropper: Makes the model's crops.
        seal: Seal of the model.
        cache: What was computed before: rows of features, followed by the logits.
        imported: Returns what was imported as learnt at once with this model.
        calibration: Calibration of the model.
        read_others: Reads the hands of other people that come with the model, if any.
        clock: Monotonic seconds.
    """

    def __init__(
        self,
        classifier: Classifier,
        cropper: Cropper,
        seal: str,
        cache: FeatureCache,
        *,
        imported: Callable[[], LearntSamples | None] = lambda: None,
        calibration: Calibration | None = None,
        read_others: Callable[[], OtherHands | None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._classifier = classifier
        self._cropper = cropper
        self._seal = seal
        self._cache = cache
        self._imported = imported
        self._checked = CheckedMemory(classifier.labels, calibration or Calibration(), read_others)
        self._loaded: LoadedMemory | None = None
        self._clock = clock
        self._infos: Sequence[SampleInfo] | None = None
        self._unreadable: set[str] = set()

    def step(
        self,
        infos: Sequence[SampleInfo],
        load: Callable[[str], Sample],
        *,
        muted: Collection[str] = (),
        limit_s: float = STEP_S,
    ) -> MemoryProgress:
        """Compute missing features for a while, newest samples first, and build the memory of all that are known.

        New samples act at once; the step after them asks the gate, and leaves out or refuses what does harm.

        Unreadable samples are left out until another sequence is given. Features of samples that do not act are not
        computed, but kept if they are known.

        Args:
            infos: All samples; those that act are remembered, see ``acting_samples``.
            load: Loads a sample by its id.
            muted: Names of the people whose samples are switched off.
            limit_s: Time after which no further features are computed.

        Raises:
            ClassifierError: If the model fails.
            ModelError: If the hands of other people cannot be read.
        """
        if infos is not self._infos:
            self._infos = infos
            self._unreadable.clear()
        if len(self._cache) > _MOST_UNUSED * max(len(infos), _SAVED_EVERY):
            self._cache.keep_only([info.key for info in infos])
        deadline_s = self._clock() + limit_s
        acting = acting_samples(infos, muted)
        missing = [info for info in reversed(acting) if self._is_missing(info)]
        while missing and self._clock() < deadline_s:
            self._compute(missing[:_BATCH], load)
            missing = missing[_BATCH:]
        if self._cache.unsaved >= _SAVED_EVERY:
            self._cache.save()
        others = self._imported_but(infos)
        by_person = {} if others is None else Counter(others.people)
        return self._progress(self.learnt(infos, muted), len(missing), by_person)

    def learnt(self, infos: Sequence[SampleInfo], muted: Collection[str] = ()) -> LearntSamples | None:
        """What acts at once: samples whose features are known, and imported ones that are not among the samples.

        Args:
            infos: All samples.
            muted: Names of the people whose samples are switched off.

        Returns:
            None if there is nothing.
        """
        known = [info for info in acting_samples(infos, muted) if info.key in self._cache]
        others = self._imported_but(infos, muted)
        if not known:
            return others
        own = LearntSamples(
            self._seal,
            tuple(info.key for info in known),
            tuple(info.label for info in known),
            tuple(info.person for info in known),
            np.stack([self._cache.get(info.key)[: -len(self._classifier.labels)] for info in known]),
        )
        return own if others is None else own.with_more(others)

    @property
    def imported_people(self) -> frozenset[str]:
        """Names of the people of imported samples."""
        imported = self._imported()
        return frozenset() if imported is None else frozenset(imported.people)

    def _imported_but(self, infos: Sequence[SampleInfo], muted: Collection[str] = ()) -> LearntSamples | None:
        imported = self._imported()
        return None if imported is None else imported.without({info.key for info in infos}, muted)

    def close(self) -> None:
        """Save the features and release the model. Nothing is kept of samples that are no longer listed."""
        if self._infos is not None:
            self._cache.keep_only([info.key for info in self._infos])
        self._cache.save()
        self._classifier.close()

    def discard(self) -> None:
        """Release the model without saving the features."""
        self._classifier.close()

    def _is_missing(self, info: SampleInfo) -> bool:
        key = info.key
        return key not in self._cache and key not in self._unreadable

    def _compute(self, infos: Sequence[SampleInfo], load: Callable[[str], Sample]) -> None:
        read: list[SampleInfo] = []
        crops = []
        for info in infos:
            try:
                region_bgr = load(info.id).region_bgr
            except SampleStoreError as error:
                _log.warning("a sample is not remembered: %s", error)
                self._unreadable.add(info.key)
                continue
            read.append(info)
            crops.append(self._cropper(Frame(region_bgr, 0, 0.0, 0.0), info.hand))
        outputs = self._classifier.outputs(crops)
        for info, row in zip(read, np.hstack([outputs.features, outputs.logits]), strict=True):
            self._cache.put(info.key, row)

    def _progress(self, learnt: LearntSamples | None, missing: int, imported: Mapping[str, int]) -> MemoryProgress:
        checked = self._checked
        checked.update(learnt, self._logits, is_complete=not missing)
        acting = checked.acting
        if acting is None:
            self._loaded = None
        elif self._loaded is None or self._loaded.memory is not acting:
            self._loaded = LoadedMemory(acting, self._seal)
        return MemoryProgress(
            self._loaded,
            missing,
            imported,
            checked.decision,
            checked.doubtful,
            checked.answers,
            checked.is_checked,
        )

    def _logits(self, key: str) -> npt.NDArray[np.float32] | None:
        """The logits of a sample; None for imported ones."""
        return self._cache.get(key)[-len(self._classifier.labels) :] if key in self._cache else None
