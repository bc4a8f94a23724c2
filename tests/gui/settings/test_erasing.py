"""Export and erasing in the running window, with the stores of the program in folders of the test."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.composition import model_library, sample_store, user_data, user_folders
from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import ProcessorChoice
from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.domain.samples.labels import BUILT_IN_LABELS, SampleLabel
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.play.services import PlayServices
from gesture_app.gui.settings.data_section import DataSection
from gesture_app.gui.train.services import TrainServices
from gesture_app.pipeline.memory_builder import MemoryBuilder
from gesture_app.settings import SettingsFile, ThemeChoice
from gesture_app.storage.feature_cache import FeatureCache
from gesture_app.storage.user_data import DataKind
from tests.fakes.engines import EngineFactory, IdleEngine
from tests.fakes.gui import FakeCatalog
from tests.fakes.memories import ROW_LENGTH, TintClassifier, tinted_crop
from tests.fakes.models import retrained
from tests.fakes.round_records import a_round
from tests.fakes.sample_hands import a_sample

OWN_MODEL = "of-mine"


class TintedMemories(ProcessorChoice):
    """Builds memories with the real cache, and with features that are computed at once."""

    def make_memory_builder(self) -> MemoryBuilder:
        cache = FeatureCache(user_folders()["data"] / "features", "seal", ROW_LENGTH)
        return MemoryBuilder(TintClassifier(), tinted_crop, "seal", cache)


def fill_stores(scratch: Path) -> None:
    """Samples with a gesture of their own, and a model."""
    store = sample_store()
    store.set_labels(BUILT_IN_LABELS.with_label(SampleLabel.from_name("Thumb up", key="6")))
    for number in range(12):
        store.add(a_sample("thumb_up" if number % 2 else "rock", seed=number + 1))
    own = user_folders()["data"] / "models" / OWN_MODEL
    shutil.copytree(retrained(scratch, OWN_MODEL), own)


def make_app(qapp: QApplication, engines: EngineFactory[IdleEngine]) -> DesktopApp:
    settings_file = SettingsFile(user_folders()["settings"] / "settings.toml")

    def processors(options: AppOptions, preferences: Preferences) -> ProcessorChoice:
        return TintedMemories(options, preferences)

    return DesktopApp(
        qapp,
        FakeCatalog(),
        settings_file,
        AppOptions(source="demo"),
        processors=processors,
        make_engine=engines,
    )


class Person:
    """Uses the data section of a running app."""

    def __init__(self, desktop: DesktopApp, qtbot: QtBot) -> None:
        self.desktop = desktop
        self._qtbot = qtbot
        desktop.show_settings()
        assert desktop.settings is not None
        self.section = next(s for s in desktop.settings.sections if isinstance(s, DataSection))
        desktop.settings.show_section(self.section.title)

    def sizes(self) -> dict[DataKind, int]:
        return {kind: size.files for kind, size in self.desktop.user_data.sizes.items()}

    def until_empty(self, *kinds: DataKind) -> None:
        self._qtbot.waitUntil(lambda: bool(self.sizes()) and not any(self.sizes()[kind] for kind in kinds))

    def until_kept(self, *kinds: DataKind) -> None:
        self._qtbot.waitUntil(lambda: bool(self.sizes()) and all(self.sizes()[kind] for kind in kinds))

    def erase(self, kind: DataKind | None = None) -> None:
        button = self.section.erase_everything if kind is None else self.section.erase_buttons[kind]
        button.ask_button.click()
        button.yes_button.click()

    def until_said(self, start: str) -> None:
        self._qtbot.waitUntil(lambda: self.section.message.text().startswith(start))


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """The app has read twelve samples, computed their features, and logged a round."""
    fill_stores(tmp_path)
    engines = EngineFactory(IdleEngine)
    desktop = make_app(qapp, engines)
    qtbot.addWidget(desktop.window)
    desktop.start()
    engines.newest.status = replace(engines.newest.status, model_id="hands-1", supports_memory=True)
    desktop.session.status_changed.emit()
    desktop.show_page("Train")
    desktop.preferences.change(theme=ThemeChoice.DARK)
    desktop.services(PlayServices).rounds.keep(LoggedRound("m", "2026-01-01T00:00:00+00:00", a_round()))
    qtbot.waitUntil(lambda: len(desktop.samples.infos) == 12)
    models = desktop.services(TrainServices).models
    qtbot.waitUntil(lambda: any(model.id == OWN_MODEL for model in models.models))
    yield Person(desktop, qtbot)
    if desktop.settings is not None:
        desktop.settings.close()
    assert desktop.stop()
    desktop.deleteLater()


def test_everything_is_erased_while_all_services_are_open_and_stays_erased(person: Person, qtbot: QtBot) -> None:
    desktop = person.desktop
    person.until_kept(DataKind.SAMPLES, DataKind.MODELS, DataKind.ROUNDS, DataKind.SETTINGS)
    person.erase()
    person.until_empty(*DataKind)
    person.until_said("Erased:")
    assert desktop.samples.infos == ()
    assert desktop.samples.labels == BUILT_IN_LABELS
    assert desktop.services(PlayServices).rounds.rounds == ()
    assert desktop.preferences.settings.theme is ThemeChoice.SYSTEM
    assert all(model.is_shipped for model in desktop.services(TrainServices).models.models)
    assert person.section.erase_everything.ask_button.isEnabled() is False
    assert desktop.settings is not None
    desktop.settings.close()
    assert desktop.stop()
    left = [path for kind in DataKind for path in user_data().paths(kind) if path.is_file() or any(path.iterdir())]
    assert left == []


def test_the_program_goes_on_after_the_samples_are_erased(person: Person, qtbot: QtBot) -> None:
    desktop = person.desktop
    person.until_kept(DataKind.SAMPLES)
    person.erase(DataKind.SAMPLES)
    person.until_empty(DataKind.SAMPLES)
    store = desktop.samples.store
    assert store is not None
    store.add(a_sample("paper", seed=40))
    assert [info.label for info in sample_store().listed()] == ["paper"]


def test_erased_caches_are_not_written_again_at_the_end(person: Person) -> None:
    person.erase(DataKind.CACHES)
    person.until_said("Erased:")
    assert person.desktop.settings is not None
    person.desktop.settings.close()
    assert person.desktop.stop()
    assert user_data().size(DataKind.CACHES).files == 0
    assert user_data().size(DataKind.SAMPLES).files > 0


def test_an_export_while_all_services_are_open_can_be_imported_again(
    person: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "all.zip"
    person.desktop.user_data.export(target)
    qtbot.waitUntil(lambda: str(target) in person.section.message.text())
    with zipfile.ZipFile(target) as archive:
        archive.extractall(tmp_path / "out")
    names = sorted(path.name for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert f"{OWN_MODEL}.zip" in names
    person.erase(DataKind.SAMPLES)
    person.until_empty(DataKind.SAMPLES)
    assert model_library().listed()
