from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.samples.sample import Sample
from gesture_app.errors import ClassifierError, SampleStoreError
from gesture_app.pipeline.memory_builder import MemoryBuilder, MemoryProgress
from gesture_app.storage.feature_cache import FeatureCache
from tests.fakes.frames import FakeClock
from tests.fakes.memories import ROW_LENGTH, TintClassifier, learnt_of, raised_labels, tinted_crop
from tests.fakes.sample_hands import InMemorySampleStore, a_sample


def tinted(level: int, label: str = "paper", **options: Any) -> Sample:
    sample = a_sample(label, seed=level, **options)
    return Sample(sample.info, np.full_like(sample.region_bgr, level))


@pytest.fixture
def store() -> InMemorySampleStore:
    store = InMemorySampleStore()
    for level in range(6):
        store.add(tinted(level, second=level))
    return store


@pytest.fixture
def classifier() -> TintClassifier:
    return TintClassifier()


MakeBuilder = Callable[..., MemoryBuilder]


@pytest.fixture
def make_builder(tmp_path: Path, classifier: TintClassifier) -> MakeBuilder:
    def make(
        seal: str = "seal", clock: FakeClock | None = None, imported: LearntSamples | None = None
    ) -> MemoryBuilder:
        cache = FeatureCache(tmp_path / "features", seal, ROW_LENGTH)
        clock = clock or FakeClock()
        return MemoryBuilder(classifier, tinted_crop, seal, cache, imported=lambda: imported, clock=clock)

    return make


def raised(progress: MemoryProgress, level: int) -> list[str]:
    assert progress.loaded is not None
    return raised_labels(progress.loaded.memory, level)


def test_all_samples_are_remembered_with_their_labels(store: InMemorySampleStore, make_builder: MakeBuilder) -> None:
    store.add(tinted(40, "thumbs_up", second=50))
    progress = make_builder().step(store.listed(), store.load)
    assert progress.missing == 0
    assert progress.loaded is not None
    assert progress.loaded.seal == "seal"
    assert progress.loaded.memory.sample_count == 7
    assert raised(progress, 3) == ["paper"]
    assert raised(progress, 40) == ["thumbs_up"]
    assert raised(progress, 20) == []


def test_no_samples_are_no_memory(store: InMemorySampleStore, make_builder: MakeBuilder) -> None:
    progress = make_builder().step([], store.load)
    assert (progress.loaded, progress.missing) == (None, 0)


def test_only_what_is_new_is_read(
    store: InMemorySampleStore, make_builder: MakeBuilder, classifier: TintClassifier
) -> None:
    builder = make_builder()
    builder.step(store.listed(), store.load)
    store.add(tinted(30, second=30))
    builder.step(store.listed(), store.load)
    assert classifier.read_count == 7
    assert store.loaded[6:] == [store.listed()[-1].id]


def test_a_deleted_and_a_relabelled_sample_count_as_they_are_now(
    store: InMemorySampleStore, make_builder: MakeBuilder, classifier: TintClassifier
) -> None:
    builder = make_builder()
    builder.step(store.listed(), store.load)
    first, second, *_ = store.listed()
    store.delete(first.id)
    store.relabel(second.id, "rock")
    progress = builder.step(store.listed(), store.load)
    assert raised(progress, 0) == []
    assert raised(progress, 1) == ["rock"]
    store.restore(first.id)
    assert raised(builder.step(store.listed(), store.load), 0) == ["paper"]
    assert classifier.read_count == 6


def test_a_step_ends_in_time_and_reads_the_newest_samples_first(
    store: InMemorySampleStore, make_builder: MakeBuilder
) -> None:
    clock = FakeClock()

    def load_slowly(sample_id: str) -> Sample:
        clock.now_s += 0.2
        return store.load(sample_id)

    builder = make_builder(clock=clock)
    progress = builder.step(store.listed(), load_slowly, limit_s=0.5)
    assert progress.missing == 2
    assert raised(progress, 5) == ["paper"]
    assert raised(progress, 0) == []
    assert builder.step(store.listed(), load_slowly, limit_s=0.5).missing == 0


def test_features_are_kept_for_the_next_start(
    store: InMemorySampleStore, make_builder: MakeBuilder, classifier: TintClassifier
) -> None:
    before = make_builder()
    before.step(store.listed(), store.load)
    before.close()
    assert classifier.closed == 1
    progress = make_builder().step(store.listed(), store.load)
    assert classifier.read_count == 6
    assert progress.loaded is not None
    assert progress.loaded.memory.sample_count == 6


def test_nothing_of_a_deleted_sample_is_on_the_disk_after_the_end(
    store: InMemorySampleStore, make_builder: MakeBuilder, tmp_path: Path
) -> None:
    before = make_builder()
    before.step(store.listed(), store.load)
    before.close()
    deleted = store.listed()[0]
    store.delete(deleted.id)
    after = make_builder()
    after.step(store.listed(), store.load)
    after.close()
    cache = FeatureCache(tmp_path / "features", "seal", ROW_LENGTH)
    assert len(cache) == 5
    assert f"{deleted.id} {deleted.taken_at}" not in cache


def test_for_another_model_they_are_computed_anew(
    store: InMemorySampleStore, make_builder: MakeBuilder, classifier: TintClassifier
) -> None:
    before = make_builder()
    before.step(store.listed(), store.load)
    before.close()
    progress = make_builder("another seal").step(store.listed(), store.load)
    assert classifier.read_count == 12
    assert progress.loaded is not None
    assert progress.loaded.seal == "another seal"


def test_another_sample_with_the_number_of_a_removed_one_is_read(
    store: InMemorySampleStore, make_builder: MakeBuilder
) -> None:
    builder = make_builder()
    builder.step(store.listed(), store.load)
    last = store.listed()[-1]
    store.delete(last.id)
    store.empty_trash()
    again = tinted(50, second=59)
    store.add(replace(again, info=replace(again.info, number=last.number)))
    assert raised(builder.step(store.listed(), store.load), 50) == ["paper"]


def test_an_unreadable_sample_is_left_out_until_the_samples_change(
    store: InMemorySampleStore, make_builder: MakeBuilder
) -> None:
    broken = {store.listed()[2].id}

    def load(sample_id: str) -> Sample:
        if sample_id in broken:
            raise SampleStoreError("It is damaged.")
        return store.load(sample_id)

    builder, infos = make_builder(), store.listed()
    progress = builder.step(infos, load)
    assert progress.missing == 0
    assert progress.loaded is not None
    assert progress.loaded.memory.sample_count == 5
    broken.clear()
    assert _count(builder.step(infos, load).loaded) == 5
    assert _count(builder.step(list(infos), load).loaded) == 6


def test_a_model_that_fails_is_an_error(
    store: InMemorySampleStore, make_builder: MakeBuilder, classifier: TintClassifier
) -> None:
    classifier.error = ClassifierError("It failed.")
    with pytest.raises(ClassifierError, match="It failed"):
        make_builder().step(store.listed(), store.load)


def _count(loaded: object) -> int:
    return loaded.memory.sample_count  # type: ignore[attr-defined, no-any-return]


def test_only_samples_that_act_are_remembered(
    store: InMemorySampleStore, make_builder: MakeBuilder, classifier: TintClassifier
) -> None:
    of_anna = store.add(tinted(30, second=30, person="Anna"))
    forgotten = store.add(tinted(40, second=40))
    store.set_forgotten(forgotten.id, is_forgotten=True)
    builder = make_builder()
    progress = builder.step(store.listed(), store.load, muted=["Anna"])
    assert (raised(progress, 30), raised(progress, 40)) == ([], [])
    assert progress.loaded is not None
    assert (progress.loaded.memory.sample_count, classifier.read_count) == (6, 6)
    assert raised(builder.step(store.listed(), store.load), 30) == ["paper"]
    assert of_anna.person == "Anna"


def test_features_of_people_who_are_switched_off_are_kept(
    store: InMemorySampleStore, make_builder: MakeBuilder, classifier: TintClassifier
) -> None:
    store.add(tinted(30, second=30, person="Anna"))
    builder = make_builder()
    builder.step(store.listed(), store.load)
    builder.step(store.listed(), store.load, muted=["Anna"])
    builder.close()
    make_builder().step(store.listed(), store.load)
    assert classifier.read_count == 7


def test_imported_samples_act_without_their_images(
    make_builder: MakeBuilder, store: InMemorySampleStore, classifier: TintClassifier
) -> None:
    progress = make_builder(imported=learnt_of({"a": "Anna", "b": "Ben"})).step([], store.load, muted=["Ben"])
    assert raised(progress, 10) == ["paper"]
    assert raised(progress, 11) == []
    assert classifier.read_count == 0


def test_an_imported_sample_that_is_in_the_store_follows_the_store(
    make_builder: MakeBuilder, store: InMemorySampleStore
) -> None:
    info = store.listed()[0]
    builder = make_builder(imported=learnt_of({info.key: "", "other": ""}))
    store.set_forgotten(info.id, is_forgotten=True)
    learnt = builder.learnt(store.listed())
    assert learnt is not None
    assert learnt.keys == ("other",)
    builder.step(store.listed(), store.load)
    learnt = builder.learnt(store.listed())
    assert learnt is not None
    assert set(learnt.keys) == {other.key for other in store.listed()[1:]} | {"other"}
