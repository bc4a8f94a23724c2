"""Processes that change the user's files for ever, and say before and after each change what the files hold then.

``tests/faults/test_kills.py`` kills them at random moments, reads the files as the next start does, and compares.
"""

from __future__ import annotations

import itertools
import random
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from gesture_app.domain.game.player_profile import MAX_PLAYERS
from gesture_app.domain.game.tournament import Tournament
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.manifest import ONNX_NAME
from gesture_app.inference.library.model_inspection import check_answers
from gesture_app.inference.library.model_library import FolderModelLibrary
from gesture_app.inference.library.model_store import open_model
from gesture_app.pipeline.memory_builder import MemoryBuilder
from gesture_app.recording.player_profiles import FolderPlayerProfiles
from gesture_app.recording.round_log import FileRoundLog
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.settings import Settings, SettingsFile
from gesture_app.storage.feature_cache import FeatureCache
from gesture_app.storage.tournament_file import TournamentFile
from gesture_app.vision.cropping import HandCropper
from tests.fakes.models import ACCEPTED, write_model
from tests.fakes.onnx_models import write_colour_model
from tests.fakes.round_records import a_round
from tests.fakes.sample_hands import a_sample
from training.retraining.model_writer import ModelWriter

State = dict[str, Any]
"""What the files hold, in plain values."""

Change = tuple[Sequence[State], Callable[[], object]]
"""The states that the files may be in while a change is made, the last one being that after it; and the change."""

PEOPLE = ("Anna", "Ben", "Chris", "Dana")
LABELS = ("rock", "paper", "horns")


class Writer(ABC):
    """Changes files of one kind in a folder."""

    @abstractmethod
    def prepare(self, home: Path) -> None:
        """Make what the first process finds."""

    @abstractmethod
    def read(self, home: Path) -> State:
        """What the next start shows; fails if anything in it is damaged or half-written."""

    @abstractmethod
    def changes(self, home: Path, rng: random.Random, trial: int) -> Iterator[Change]:
        """The changes of one process, without an end; the state of each is computed before it is made."""


class SampleWriter(Writer):
    """Records, corrects, deletes and restores samples."""

    def prepare(self, home: Path) -> None:
        self.store(home).add(a_sample("rock", 1, session="before", seed=1))

    def read(self, home: Path) -> State:
        store = self.store(home)
        shown = {info.id: [info.label, info.person, store.load(info.id).image_sha256] for info in store.listed()}
        deleted = {info.id: store.load_trashed(info.id).image_sha256 for info in store.trashed()}
        assert store.damaged == ()
        return {"shown": shown, "deleted": deleted}

    def changes(self, home: Path, rng: random.Random, trial: int) -> Iterator[Change]:
        store, state = self.store(home), self.read(home)
        number = 0
        for sample_id in list(state["shown"])[20:]:  # so that reading does not take longer and longer
            store.delete(sample_id)
        if len(state["deleted"]) > 20:
            store.empty_trash()
        state = self.read(home)
        while True:
            shown, deleted = dict(state["shown"]), dict(state["deleted"])
            act = rng.choice(("add", "add", "add", "add several", "relabel", "name", "delete", "restore"))
            if act in ("add", "add several") or not shown:
                count = 3 if act == "add several" else 1
                new = [
                    a_sample(rng.choice(LABELS), number + n + 1, session=f"trial{trial}", seed=rng.randrange(1 << 30))
                    for n in range(count)
                ]
                number += count
                states = []
                for sample in new:
                    shown[sample.info.id] = [sample.info.label, "", sample.image_sha256]
                    states.append({"shown": dict(shown), "deleted": deleted})
                yield states, partial(store.add_all, new)
                state = states[-1]
                continue
            sample_id = rng.choice(sorted(shown))
            change: Callable[[], object]
            if act == "restore" and deleted:
                sample_id = rng.choice(sorted(deleted))
                before = next(info for info in store.trashed() if info.id == sample_id)
                shown[sample_id] = [before.label, before.person, deleted.pop(sample_id)]
                change = partial(store.restore, sample_id)
            elif act == "delete":
                deleted[sample_id] = shown.pop(sample_id)[2]
                change = partial(store.delete, sample_id)
            else:
                label, person, digest = shown[sample_id]
                if act == "name":
                    person = rng.choice(PEOPLE)
                    change = partial(store.set_person, sample_id, person)
                else:
                    label = rng.choice(LABELS)
                    change = partial(store.relabel, sample_id, label)
                shown[sample_id] = [label, person, digest]
            state = {"shown": shown, "deleted": deleted}
            yield [state], change

    def store(self, home: Path) -> FolderSampleStore:
        return FolderSampleStore(home / "samples")


class SettingsWriter(Writer):
    """Saves settings."""

    def prepare(self, home: Path) -> None:
        self.file(home).save(Settings())

    def read(self, home: Path) -> State:
        settings = self.file(home).load()
        return {"address": settings.last_address, "person": settings.person, "hands": settings.hands}

    def changes(self, home: Path, rng: random.Random, trial: int) -> Iterator[Change]:
        file = self.file(home)
        number = 0
        while True:
            number += 1
            state = {"address": f"{trial}/{number}", "person": rng.choice(PEOPLE), "hands": rng.choice((1, 2))}
            new = Settings(last_address=state["address"], person=state["person"], hands=state["hands"])
            yield [state], partial(file.save, new)

    def file(self, home: Path) -> SettingsFile:
        return SettingsFile(home / "settings" / "settings.toml")


class RoundWriter(Writer):
    """Ends rounds, and changes the profiles of players and the tournament in between."""

    def prepare(self, home: Path) -> None:
        self.log(home).append(a_round(1), match_id="before", played_at="2024-05-01T10:30:00+00:00")
        self.profiles(home).add("Anna")

    def read(self, home: Path) -> State:
        log, profiles = self.log(home), self.profiles(home)
        rounds = [[one.match_id, one.record.number, list(one.record.people)] for one in log.read()]
        assert log.skipped <= 1  # the line that was being written
        pictures = {one.name: self.blue(profiles.picture(one.name)) for one in profiles.listed()}
        tournament = self.tournament(home).read()
        return {"rounds": rounds, "players": pictures, "playing": tournament and list(tournament.people)}

    def changes(self, home: Path, rng: random.Random, trial: int) -> Iterator[Change]:
        log, profiles, tournament = self.log(home), self.profiles(home), self.tournament(home)
        if len(self.read(home)["rounds"]) > 200:
            log.erase()
        state, number = self.read(home), 0
        while True:
            number += 1
            rounds, players = list(state["rounds"]), dict(state["players"])
            playing = state["playing"]
            act = rng.choice(("round", "round", "round", "erase", "add", "picture", "remove", "tournament"))
            change: Callable[[], object]
            if act == "round" or not players:
                people = (rng.choice(PEOPLE), "")
                record = a_round(number, people=people)
                rounds.append([f"trial{trial}", number, list(people)])
                change = partial(log.append, record, match_id=f"trial{trial}", played_at="2024-05-01T10:30:00+00:00")
                if not players:
                    rounds.pop()
                    players["Anna"] = None
                    change = partial(profiles.add, "Anna")
            elif act == "erase":
                person = rng.choice(PEOPLE)
                rounds = [one for one in rounds if person not in one[2]]
                change = partial(log.erase_person, person)
            elif act == "add":
                name = rng.choice(PEOPLE) + str(rng.randrange(9))
                players.setdefault(name, None)
                assert len(players) <= MAX_PLAYERS
                change = partial(profiles.add, name)
            elif act == "picture":
                name, blue = rng.choice(sorted(players)), rng.randrange(10) * 25
                players[name] = blue
                photo = cv2.imencode(".png", np.full((40, 40, 3), (blue, 0, 0), np.uint8))[1].tobytes()
                change = partial(profiles.set_picture, name, photo)
            elif act == "remove":
                name = rng.choice(sorted(players))
                del players[name]
                change = partial(profiles.remove, name)
            else:
                new = None if playing else Tournament.of_people(rng.sample(PEOPLE, 3))
                playing = new and list(new.people)
                change = partial(tournament.write, new)
            state = {"rounds": rounds, "players": players, "playing": playing}
            yield [state], change

    def blue(self, picture: bytes | None) -> int | None:
        """The blue of a picture, to the next of the colours in use."""
        if picture is None:
            return None
        image = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
        return round(float(image[:, :, 0].mean()) / 25) * 25

    def log(self, home: Path) -> FileRoundLog:
        return FileRoundLog(home / "matches.jsonl")

    def profiles(self, home: Path) -> FolderPlayerProfiles:
        return FolderPlayerProfiles(home / "players")

    def tournament(self, home: Path) -> TournamentFile:
        return TournamentFile(home / "players" / "tournament.json")


class ModelWriterOfUser(Writer):
    """Imports, activates, renames and removes models, and goes back to earlier ones."""

    ARCHIVES = ("own-1", "own-2", "own-3")

    def prepare(self, home: Path) -> None:
        write_colour_model(home / "shipped" / "base-1")
        there = FolderModelLibrary(home / "shipped", home / "elsewhere", check=lambda _: None)
        for number, name in enumerate(self.ARCHIVES):
            content = (home / "shipped" / "base-1" / ONNX_NAME).read_bytes()
            source = open_model(home / "shipped" / "base-1").manifest
            data = {"origin": "retrained", "made_at": f"2024-04-0{number + 1}T00:00:00+00:00"}
            kept = {"crop": source.crop, "features": source.features, "metrics": ACCEPTED, "data": data}
            model = write_model(
                home / "elsewhere" / name, {ONNX_NAME: content}, uses_landmarks=False, temperature=1.0 + number, **kept
            )
            learnt = LearntSamples(
                model.manifest.seal, ("a", "b"), ("rock", "paper"), ("", ""), np.eye(2, 3, dtype=np.float32)
            )
            there.export(name, home / f"{name}.zip", learnt)

    def read(self, home: Path) -> State:
        library = self.library(home)
        models = library.listed()
        assert not [model for model in models if model.trouble]
        assert library.warnings == ()
        for model in models:
            check_answers(library.stored(model.id))
            assert len(model.imported_samples) in (0, 2)
        return {
            "models": sorted(model.id for model in models),
            "active": library.active().id,
            "names": {model.id: model.name for model in models if model.name},
        }

    def changes(self, home: Path, rng: random.Random, trial: int) -> Iterator[Change]:
        library, state = self.library(home), self.read(home)
        while True:
            models, active, names = list(state["models"]), state["active"], dict(state["names"])
            act = rng.choice(("import", "import", "activate", "activate", "roll back", "rename", "remove"))
            others = [name for name in models if name not in (active, "base-1")]
            change: Callable[[], object]
            if act == "roll back" and (previous := library.previous()) is not None:
                active, change = previous.id, library.roll_back
            elif act == "rename":
                model = rng.choice(models)
                names[model] = f"{model} {rng.randrange(1000)}"
                change = partial(library.rename, model, names[model])
            elif act == "remove" and others:
                model = rng.choice(others)
                models.remove(model)
                names.pop(model, None)
                change = partial(library.remove, model)
            elif act == "import":
                model = rng.choice(self.ARCHIVES)
                models = sorted({*models, model})
                change = partial(library.import_archive, home / f"{model}.zip")
            else:
                active = rng.choice(models)
                change = partial(library.activate, active)
            state = {"models": models, "active": active, "names": names}
            yield [state], change

    def library(self, home: Path) -> FolderModelLibrary:
        return FolderModelLibrary(home / "shipped", home / "own")


class RetrainedModelWriter(ModelWriterOfUser):
    """Writes models as a retraining does, but for the training itself, and uses each at once."""

    def changes(self, home: Path, rng: random.Random, trial: int) -> Iterator[Change]:
        library, state, number = self.library(home), self.read(home), 0
        for model in state["models"]:
            if model not in ("base-1", state["active"]):
                library.remove(model)
        state = self.read(home)
        while True:
            number += 1
            name = f"base-1-own-{trial}-{number}"
            written = {**state, "models": sorted([*state["models"], name])}
            yield [written], partial(self.retrain, home, name)
            state = {**written, "active": name}
            yield [state], partial(library.activate, name)

    def retrain(self, home: Path, name: str) -> None:
        parent = open_model(home / "shipped" / "base-1")
        with ModelWriter(home / "own", name, lambda _: 1 << 40) as writer:
            (writer.path / ONNX_NAME).write_bytes(parent.onnx_file.read_bytes())
            manifest = replace(parent.manifest, id=name, parent="base-1", metrics=ACCEPTED)
            writer.finish(manifest, "A card")


class MemoryWriter(Writer):
    """Records samples, and lets each act at once."""

    def prepare(self, home: Path) -> None:
        write_colour_model(home / "shipped" / "base-1")
        self.store(home).add(a_sample("rock", 1, session="before", seed=1))

    def read(self, home: Path) -> State:
        store = self.store(home)
        infos = store.listed()
        builder, anew = self.builder(home, "features"), self.builder(home, "nothing")
        try:
            assert not builder.step(infos, store.load, limit_s=100).missing
            anew.step(infos, store.load, limit_s=100)
            kept, computed = builder.learnt(infos), anew.learnt(infos)
        finally:
            builder.discard()
            anew.discard()
        assert kept is not None
        assert computed is not None
        np.testing.assert_allclose(kept.features, computed.features, atol=2e-3)  # the file has float16
        assert store.damaged == ()
        return {"acting": dict(zip(kept.keys, kept.labels, strict=True))}

    def changes(self, home: Path, rng: random.Random, trial: int) -> Iterator[Change]:
        store, number = self.store(home), 0
        for info in store.listed()[20:]:
            store.delete(info.id)
        store.empty_trash()
        state = self.read(home)
        while True:
            number += 1
            sample = a_sample(rng.choice(LABELS), number, session=f"trial{trial}", seed=rng.randrange(1 << 30))
            state = {"acting": {**state["acting"], sample.info.key: sample.info.label}}
            yield [state], partial(self.learn, home, store, sample)

    def learn(self, home: Path, store: FolderSampleStore, sample: Any) -> None:
        store.add(sample)
        builder = self.builder(home, "features")
        builder.step(store.listed(), store.load, limit_s=100)
        builder.close()

    def store(self, home: Path) -> FolderSampleStore:
        return FolderSampleStore(home / "samples")

    def builder(self, home: Path, cache: str) -> MemoryBuilder:
        model = open_model(home / "shipped" / "base-1")
        manifest = model.manifest
        assert manifest.features is not None
        return MemoryBuilder(
            OnnxClassifier(model, threads=1),
            HandCropper(manifest.crop),
            manifest.seal,
            FeatureCache(home / cache, manifest.seal, len(manifest.features) + len(manifest.labels)),
            calibration=manifest.calibration,
        )


WRITERS: dict[str, Writer] = {
    "recording samples": SampleWriter(),
    "saving settings": SettingsWriter(),
    "ending rounds": RoundWriter(),
    "activating models": ModelWriterOfUser(),
    "retraining": RetrainedModelWriter(),
    "learning at once": MemoryWriter(),
}


def write_for_ever(kind: str, home: Path, seed: int, trial: int, told: Connection) -> None:
    """Make changes until the process is killed.

    Args:
        kind: A key of :data:`WRITERS`.
        home: The folder.
        seed: Of the choice of changes.
        trial: Number of the process.
        told: Receives the possible states before each change, and None after it; first, in the same way, the state
            that the process found.
    """
    changes = WRITERS[kind].changes(home, random.Random(seed), trial)
    first = next(changes)
    told.send([WRITERS[kind].read(home)])
    told.send(None)
    for states, change in itertools.chain([first], changes):
        told.send(states)
        change()
        told.send(None)
