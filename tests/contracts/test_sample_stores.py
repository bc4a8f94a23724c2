"""The contract of every sample store, on disk and in memory."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.labels import BUILT_IN_LABELS, SampleLabel
from gesture_app.domain.samples.sample import Sample
from gesture_app.errors import SampleStoreError
from gesture_app.recording.sample_store import FolderSampleStore
from tests.fakes.sample_hands import SESSION, InMemorySampleStore, a_sample, same_sample

OTHER = "20240502t080000"


@pytest.fixture(params=["folder", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> SampleStore:
    return FolderSampleStore(tmp_path / "new" / "samples") if request.param == "folder" else InMemorySampleStore()


def ids(store: SampleStore, label: str | None = None, session: str | None = None) -> list[str]:
    return [info.id for info in store.listed(label=label, session=session)]


def test_an_empty_store(store: SampleStore) -> None:
    assert (store.listed(), store.trashed(), store.damaged) == ((), (), ())
    assert (store.counts_by_label(), store.counts_by_session()) == ({}, {})
    assert store.labels == BUILT_IN_LABELS
    assert store.empty_trash() == 0


def test_a_sample_comes_back_as_it_was(store: SampleStore) -> None:
    kept = store.add(a_sample("lizard", 7))
    assert kept.id == f"{SESSION}-7"
    assert same_sample(store.load(kept.id), a_sample("lizard", 7))


def test_samples_are_numbered_by_session(store: SampleStore) -> None:
    given = [
        a_sample(seed=1),
        a_sample("paper", seed=2),
        a_sample(session=OTHER, seed=3),
        a_sample(number=9),
        a_sample(),
    ]
    assert [store.add(sample).id for sample in given] == [
        f"{SESSION}-1",
        f"{SESSION}-2",
        f"{OTHER}-1",
        f"{SESSION}-9",
        f"{SESSION}-10",
    ]


def test_a_number_that_is_taken_is_refused(store: SampleStore) -> None:
    store.add(a_sample("rock", 1, seed=1))
    with pytest.raises(SampleStoreError, match=f"{SESSION}-1 already"):
        store.add(a_sample("paper", 1, seed=2))
    assert same_sample(store.load(f"{SESSION}-1"), a_sample("rock", 1, seed=1))
    store.delete(f"{SESSION}-1")
    with pytest.raises(SampleStoreError):
        store.add(a_sample("paper", 1, seed=2))


def test_listing_and_counting_by_label_and_session(store: SampleStore) -> None:
    store.add(a_sample("rock", second=3))
    store.add(a_sample("paper", second=1))
    store.add(a_sample("rock", session=OTHER, second=2))
    assert ids(store) == [f"{SESSION}-2", f"{OTHER}-1", f"{SESSION}-1"]
    assert ids(store, label="rock") == [f"{OTHER}-1", f"{SESSION}-1"]
    assert ids(store, session=SESSION) == [f"{SESSION}-2", f"{SESSION}-1"]
    assert ids(store, label="paper", session=OTHER) == []
    assert store.counts_by_label() == {"rock": 2, "paper": 1}
    assert store.counts_by_session() == {SESSION: 2, OTHER: 1}


def test_deleting_can_be_undone_until_the_trash_is_emptied(store: SampleStore) -> None:
    first, second = (store.add(a_sample(seed=seed)).id for seed in (1, 2))
    store.delete(first)
    assert (ids(store), [info.id for info in store.trashed()]) == ([second], [first])
    assert store.counts_by_label() == {"rock": 1}
    with pytest.raises(SampleStoreError, match="no sample"):
        store.load(first)
    assert store.restore(first).id == first
    assert store.trashed() == ()
    assert same_sample(store.load(first), a_sample(number=1, seed=1))
    store.delete(first)
    assert store.empty_trash() == 1
    with pytest.raises(SampleStoreError):
        store.restore(first)
    assert ids(store) == [second]


def test_samples_in_the_trash_can_be_loaded(store: SampleStore) -> None:
    name = store.add(a_sample(seed=1)).id
    with pytest.raises(SampleStoreError, match="trash"):
        store.load_trashed(name)
    store.delete(name)
    assert same_sample(store.load_trashed(name), a_sample(number=1, seed=1))
    store.empty_trash()
    with pytest.raises(SampleStoreError, match="trash"):
        store.load_trashed(name)


def test_the_number_of_a_deleted_sample_is_not_given_again(store: SampleStore) -> None:
    store.delete(store.add(a_sample(seed=1)).id)
    assert store.add(a_sample(seed=2)).id == f"{SESSION}-2"


def test_relabelling_can_be_undone(store: SampleStore) -> None:
    name = store.add(a_sample("rock")).id
    assert store.relabel(name, "paper") == "rock"
    assert store.load(name).info.label == "paper"
    assert store.counts_by_label() == {"paper": 1}
    assert store.relabel(name, "rock") == "paper"
    assert store.relabel(name, "rock") == "rock"
    assert same_sample(store.load(name), a_sample("rock", 1))


def test_missing_samples_and_invalid_labels_are_refused(store: SampleStore) -> None:
    name = store.add(a_sample()).id
    for act in (store.load, store.delete, store.restore, lambda sample_id: store.relabel(sample_id, "paper")):
        with pytest.raises(SampleStoreError):
            act("nobody-1")
    with pytest.raises(SampleStoreError, match="path separator"):
        store.relabel(name, "../paper")
    assert ids(store, label="rock") == [name]


def test_images_are_known_by_their_content(store: SampleStore) -> None:
    sample = a_sample(seed=1)
    name = store.add(sample).id
    assert store.has_image(sample.image_sha256)
    assert not store.has_image(a_sample(seed=2).image_sha256)
    store.delete(name)
    assert not store.has_image(sample.image_sha256)


def test_several_are_added_with_new_numbers_where_theirs_are_taken(store: SampleStore) -> None:
    store.add(a_sample("rock", 1, seed=1))
    added = store.add_all([a_sample("paper", 1, seed=2), a_sample("paper", 5, seed=3)])
    assert [info.id for info in added] == [f"{SESSION}-2", f"{SESSION}-5"]
    assert store.counts_by_label() == {"rock": 1, "paper": 2}


def test_several_are_added_or_none(store: SampleStore) -> None:
    store.add(a_sample("rock", 1))

    def failing() -> Iterator[Sample]:
        yield a_sample("paper", 2)
        raise SampleStoreError("gone")

    with pytest.raises(SampleStoreError, match="gone"):
        store.add_all(failing())
    assert store.counts_by_label() == {"rock": 1}


def test_several_threads_may_use_it_at_once(store: SampleStore) -> None:
    def use(thread: int) -> None:
        for turn in range(6):
            name = store.add(a_sample(seed=10 * thread + turn)).id
            store.relabel(name, "paper")
            assert name in ids(store, label="paper")
            store.delete(name)
            if turn % 2:
                store.restore(name)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(use, range(4)))
    assert store.counts_by_label() == {"paper": 12}
    assert sorted(info.number for info in (*store.listed(), *store.trashed())) == list(range(1, 25))


def test_labels_are_remembered_and_those_of_samples_added(store: SampleStore) -> None:
    thumb = replace(SampleLabel.from_name("Thumb up", key="t", icon="👍"), has_picture=True)
    chosen = BUILT_IN_LABELS.with_label(thumb)
    store.set_labels(chosen)
    store.add(a_sample("horns"))
    assert store.labels == chosen.with_label(SampleLabel("horns", "horns"))


def test_a_sample_gets_a_person_and_keeps_all_else(store: SampleStore) -> None:
    kept = store.add(a_sample("lizard", 7))
    assert store.set_person(kept.id, "Anna") == ""
    assert store.set_person(kept.id, "Ben") == "Anna"
    assert same_sample(store.load(kept.id), a_sample("lizard", 7, person="Ben"))
    assert store.set_person(kept.id, "") == "Ben"
    assert same_sample(store.load(kept.id), a_sample("lizard", 7))


def test_a_name_that_nobody_can_have_is_refused(store: SampleStore) -> None:
    kept = store.add(a_sample())
    for name in ("x" * 41, " Anna", "An\nna"):
        with pytest.raises(SampleStoreError, match="This name cannot be used"):
            store.set_person(kept.id, name)
    assert store.listed()[0].person == ""


def test_a_sample_is_forgotten_and_remembered(store: SampleStore) -> None:
    kept = store.add(a_sample())
    assert store.set_forgotten(kept.id, is_forgotten=True) is False
    assert store.load(kept.id).info.is_forgotten
    assert store.set_forgotten(kept.id, is_forgotten=False) is True
    assert same_sample(store.load(kept.id), a_sample(number=1))


def test_only_listed_samples_can_be_changed(store: SampleStore) -> None:
    kept = store.add(a_sample())
    store.delete(kept.id)
    with pytest.raises(SampleStoreError):
        store.set_person(kept.id, "Anna")
    with pytest.raises(SampleStoreError):
        store.set_forgotten(kept.id, is_forgotten=True)
