from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.samples.sample import Sample
from gesture_app.errors import ClassifierError, GestureAppError
from gesture_app.gui.background.memory_service import MemoryService
from gesture_app.gui.background.memory_state import MemoryState
from gesture_app.gui.background.notices import Notices
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.session import EngineSession
from gesture_app.pipeline.memory_builder import MemoryBuilder
from gesture_app.pipeline.processor import LoadedMemory
from gesture_app.settings import Settings, SettingsFile
from gesture_app.storage.feature_cache import FeatureCache
from tests.fakes.engines import EngineFactory, IdleEngine
from tests.fakes.memories import (
    FEATURE_COUNT,
    ROW_LENGTH,
    TintClassifier,
    learnt_of,
    raised_labels,
    tinted_crop,
)
from tests.fakes.sample_hands import InMemorySampleStore, a_sample


def tinted(level: int, label: str = "paper") -> Sample:
    sample = a_sample(label, seed=level, second=level)
    return Sample(sample.info, np.full_like(sample.region_bgr, level))


class Bench:
    """The service with an engine that does nothing, and a store in memory."""

    def __init__(self, settings_file: SettingsFile, folder: Path) -> None:
        self.store = InMemorySampleStore()
        self.store.add(tinted(1))
        self.engines = EngineFactory(IdleEngine)
        self.session = EngineSession(self.engines)
        self.notices = Notices()
        self.preferences = Preferences(settings_file, self.notices)
        self.samples = SampleService(lambda: self.store, self.notices)
        self.classifier = TintClassifier()
        self.may_build = threading.Event()
        self.may_build.set()
        self.error: GestureAppError | None = None
        self.imported: LearntSamples | None = None
        self.made: list[str] = []
        self._folder = folder
        self.memory = MemoryService(self.samples, self.session, self.preferences, self.notices, self._make_builder)

    def _make_builder(self) -> MemoryBuilder | None:
        self.may_build.wait()
        if self.error is not None:
            raise self.error
        seal = f"seal of {self.session.status.model_id}"
        self.made.append(seal)
        cache = FeatureCache(self._folder, seal, ROW_LENGTH)
        return MemoryBuilder(self.classifier, tinted_crop, seal, cache, imported=lambda: self.imported)

    def use_model(self, model_id: str = "hands-1", *, supports_memory: bool = True) -> None:
        status = self.engines.newest.status
        self.engines.newest.status = replace(status, model_id=model_id, supports_memory=supports_memory)
        self.session.status_changed.emit()

    @property
    def loaded(self) -> LoadedMemory | None:
        """The memory that the engine has."""
        return self.engines.newest.memory  # type: ignore[return-value]

    @property
    def remembered(self) -> dict[str, list[int]]:
        """Levels of the remembered samples by label."""
        if self.loaded is None:
            return {}
        memory = self.loaded.memory
        found: dict[str, list[int]] = {}
        for level in range(FEATURE_COUNT):
            for label in raised_labels(memory, level):
                found.setdefault(label, []).append(level)
        return found

    def stop(self) -> None:
        self.may_build.set()
        assert self.memory.stop()
        assert self.samples.stop()
        assert self.session.stop()


@pytest.fixture
def bench(qtbot: QtBot, settings_file: SettingsFile, tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(settings_file, tmp_path / "features")
    yield bench
    bench.stop()


def test_nothing_is_read_before_a_model_that_can_use_it_is_loaded(bench: Bench) -> None:
    bench.use_model(supports_memory=False)
    assert not bench.samples.is_open
    assert bench.loaded is None


def test_recorded_samples_are_handed_to_the_engine(bench: Bench, qtbot: QtBot) -> None:
    bench.use_model()
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1]})
    assert bench.loaded is not None
    assert bench.loaded.seal == "seal of hands-1"

    bench.samples.add_recorded(bench.store.add(tinted(2, "rock")))
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1], "rock": [2]})


Change = Callable[[SampleService, str], object]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda samples, sample_id: samples.delete([sample_id]), {}),
        (lambda samples, sample_id: samples.relabel([sample_id], "spock"), {"spock": [1]}),
        (lambda samples, sample_id: samples.set_forgotten([sample_id], is_forgotten=True), {}),
    ],
    ids=["deleted", "relabelled", "forgotten"],
)
def test_every_change_of_the_samples_is_followed_and_so_is_its_undoing(
    bench: Bench, qtbot: QtBot, change: Change, expected: dict[str, list[int]]
) -> None:
    bench.use_model()
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1]})
    change(bench.samples, bench.samples.infos[0].id)
    qtbot.waitUntil(lambda: bench.remembered == expected)
    bench.samples.undo()
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1]})
    assert bench.classifier.read_count == 1


def test_imported_samples_are_remembered(bench: Bench, qtbot: QtBot) -> None:
    bench.use_model()
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1]})
    bench.store.add(tinted(5, "lizard"))
    bench.samples.refresh()
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1], "lizard": [5]})


def test_another_model_gets_a_memory_of_its_own(bench: Bench, qtbot: QtBot) -> None:
    bench.use_model()
    qtbot.waitUntil(lambda: bench.loaded is not None)
    bench.use_model("hands-2")
    qtbot.waitUntil(lambda: bench.loaded is not None and bench.loaded.seal == "seal of hands-2")
    assert bench.made == ["seal of hands-1", "seal of hands-2"]
    assert bench.classifier.closed == 1


def test_switched_off_the_model_answers_alone_and_on_again_nothing_is_read_anew(bench: Bench, qtbot: QtBot) -> None:
    bench.use_model()
    qtbot.waitUntil(lambda: bench.loaded is not None)
    bench.memory.set_on(False)
    assert bench.loaded is None
    assert not bench.preferences.settings.memory
    bench.memory.set_on(True)
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1]})
    assert bench.classifier.read_count == 1


def test_switched_off_the_samples_are_not_even_read(qtbot: QtBot, settings_file: SettingsFile, tmp_path: Path) -> None:
    settings_file.save(Settings(memory=False))
    bench = Bench(settings_file, tmp_path / "features")
    bench.use_model()
    assert not bench.samples.is_open
    bench.stop()


def test_what_is_recorded_while_the_model_is_being_opened_is_remembered_too(bench: Bench, qtbot: QtBot) -> None:
    bench.may_build.clear()
    bench.use_model()
    qtbot.waitUntil(lambda: bench.samples.is_open)
    bench.samples.add_recorded(bench.store.add(tinted(2, "rock")))
    bench.may_build.set()
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1], "rock": [2]})


def test_a_memory_built_for_the_previous_model_is_not_handed_over(bench: Bench, qtbot: QtBot) -> None:
    handed: list[object] = []
    bench.may_build.clear()
    bench.use_model("hands-1")
    qtbot.waitUntil(lambda: bench.samples.is_open)
    bench.use_model("hands-2")
    bench.memory.changed.connect(lambda: handed.append(bench.loaded and bench.loaded.seal))
    bench.may_build.set()
    qtbot.waitUntil(lambda: bench.loaded is not None)
    qtbot.waitUntil(lambda: len(bench.made) == 2)
    assert set(handed) - {None} == {"seal of hands-2"}


def test_an_error_is_told_and_the_model_answers_alone_until_the_samples_change(bench: Bench, qtbot: QtBot) -> None:
    bench.use_model()
    qtbot.waitUntil(lambda: bench.loaded is not None)
    bench.classifier.error = ClassifierError("The model failed.")
    bench.samples.add_recorded(bench.store.add(tinted(2, "rock")))
    qtbot.waitUntil(lambda: [notice.title for notice in bench.notices.shown] == ["The model failed."])
    assert bench.loaded is None

    bench.classifier.error = None
    bench.samples.add_recorded(bench.store.add(tinted(3, "rock")))
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1], "rock": [2, 3]})
    assert bench.notices.shown == ()


def test_the_state_tells_what_acts(bench: Bench, qtbot: QtBot) -> None:
    assert bench.memory.state == MemoryState(is_on=True, is_supported=True, remembered=0, missing=0)
    status = bench.engines.newest.status
    bench.engines.newest.status = replace(status, remembered=7, supports_memory=True)
    assert bench.memory.state == MemoryState(is_on=True, is_supported=True, remembered=7, missing=0)


def test_the_state_tells_what_the_gate_decided_about_all_samples(bench: Bench, qtbot: QtBot) -> None:
    bench.use_model()
    qtbot.waitUntil(lambda: bench.memory.state.decision is not None)
    first = bench.memory.state.decision
    for level in range(2, 12):
        bench.samples.add_recorded(bench.store.add(tinted(level, "rock")))
    qtbot.waitUntil(lambda: bench.memory.state.decision is not first)
    qtbot.waitUntil(lambda: len(getattr(bench.memory.state.decision, "held_out", ())) == 8)

    bench.memory.set_on(False)
    assert bench.memory.state.decision is None


def test_features_are_on_the_disk_after_the_end(qtbot: QtBot, settings_file: SettingsFile, tmp_path: Path) -> None:
    first = Bench(settings_file, tmp_path / "features")
    first.use_model()
    qtbot.waitUntil(lambda: first.loaded is not None)
    first.stop()
    second = Bench(settings_file, tmp_path / "features")
    second.use_model()
    qtbot.waitUntil(lambda: second.remembered == {"paper": [1]})
    assert second.classifier.read_count == 0
    second.stop()


def test_people_are_switched_off_and_on_without_reading_their_samples_again(bench: Bench, qtbot: QtBot) -> None:
    of_anna = bench.store.add(tinted(2, "rock"))
    bench.store.set_person(of_anna.id, "Anna")
    bench.use_model()
    both = {"paper": [1], "rock": [2]}
    qtbot.waitUntil(lambda: bench.remembered == both)
    bench.preferences.change(muted_people=("Anna",))
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1]})
    bench.preferences.change(muted_people=("",))
    qtbot.waitUntil(lambda: bench.remembered == {"rock": [2]})
    bench.preferences.change(muted_people=())
    qtbot.waitUntil(lambda: bench.remembered == both)
    assert bench.classifier.read_count == 2


def test_a_sample_that_is_given_to_a_person_who_is_switched_off_acts_no_more(bench: Bench, qtbot: QtBot) -> None:
    bench.preferences.change(muted_people=("Anna",))
    bench.use_model()
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1]})
    bench.samples.set_person([bench.samples.infos[0].id], "Anna")
    qtbot.waitUntil(lambda: bench.remembered == {})


def test_what_is_imported_with_a_model_acts_at_once_and_follows_its_people(bench: Bench, qtbot: QtBot) -> None:
    bench.use_model()
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1]})
    bench.imported = learnt_of({"a": "Cem"}, seal="seal of hands-1")
    bench.memory.reload()
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1, 10]})
    assert bench.memory.state.imported == {"Cem": 1}
    bench.preferences.change(muted_people=("Cem",))
    qtbot.waitUntil(lambda: bench.remembered == {"paper": [1]})
    assert bench.memory.state.imported == {"Cem": 1}
