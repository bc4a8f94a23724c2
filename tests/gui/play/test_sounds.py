"""Sounds, and the lack of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from gesture_app.domain.game.match import MatchPhase
from gesture_app.gui.play.sounds import Effect, SoundBoard, SoundMissingError, load_qt_effects
from gesture_app.resources import ASSETS
from gesture_app.settings import PlaySettings
from tests.gui.play.conftest import Arena, MakeArena

SOUNDS = ASSETS / "sounds"


class Loudspeaker:
    """Records the played sounds."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.volumes: list[float] = []

    def load(self, files: Mapping[str, Path], parent: QObject) -> Mapping[str, Effect]:
        heard, volumes = self.heard, self.volumes

        class Note:
            def __init__(self, name: str) -> None:
                self.name = name

            def play(self, volume: float) -> None:
                heard.append(self.name)
                volumes.append(volume)

        return {name: Note(name) for name in files}


@pytest.fixture
def speaker(arena: Arena) -> Loudspeaker:
    speaker = Loudspeaker()
    arena.services.sounds.load(speaker.load)
    return speaker


def test_beats_and_results_are_heard(arena: Arena, speaker: Loudspeaker, qtbot: QtBot) -> None:
    arena.press(Qt.Key.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock")
    qtbot.waitUntil(lambda: speaker.heard == ["beat"] * 5 + ["shoot"])
    arena.see_until(MatchPhase.REVEAL, "paper")
    qtbot.waitUntil(lambda: speaker.heard[-1] in {"win", "lose", "draw"})


def test_sound_can_be_switched_off(arena: Arena, speaker: Loudspeaker, qtbot: QtBot) -> None:
    arena.page.side.sound_button.click()
    assert arena.page.side.sound_button.toolTip() == "Sound is off"
    arena.press(Qt.Key.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock")
    qtbot.wait(0)
    assert speaker.heard == []


def test_another_volume_is_heard_at_once(arena: Arena, speaker: Loudspeaker, qtbot: QtBot) -> None:
    preferences = arena.desktop.preferences
    preferences.change(play=replace(preferences.settings.play, volume_percent=25))
    qtbot.waitUntil(lambda: speaker.volumes == [0.25])
    preferences.change(mirror=False)
    arena.services.sounds.play("beat")
    qtbot.waitUntil(lambda: speaker.volumes == [0.25, 0.25])


def test_every_sound_that_is_played_exists_and_is_small() -> None:
    names = {"beat", "shoot", "win", "lose", "draw", "misthrow", "match_won", "match_lost"}
    files = {path.stem: path for path in SOUNDS.glob("*.wav")}
    assert set(files) == names
    assert all(path.stat().st_size < 30_000 for path in files.values())


def test_without_a_sound_device_the_game_is_silent_and_says_why(arena: Arena) -> None:
    def load(files: Mapping[str, Path], parent: QObject) -> Mapping[str, Effect]:
        raise SoundMissingError("no sound device was found")

    arena.services.sounds.load(load)
    assert arena.page.side.sound_button.toolTip() == "No sound: no sound device was found"
    assert not arena.page.side.sound_button.isEnabled()
    arena.press(Qt.Key.Key_Space)
    arena.throw("paper")
    assert arena.state.phase is MatchPhase.REVEAL


def test_without_qt_multimedia_there_is_a_reason(monkeypatch: pytest.MonkeyPatch, qapp: QObject) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    board = SoundBoard(SOUNDS)
    board.load()
    assert board.problem == "Qt Multimedia is not installed"
    board.play("beat")
    with pytest.raises(SoundMissingError):
        load_qt_effects({}, board)


def test_whoever_hears_nothing_reads_the_same_at_the_same_time(
    make_arena: MakeArena, monkeypatch: pytest.MonkeyPatch
) -> None:
    arena = make_arena(PlaySettings(opponent="random", best_of=1))
    captions: dict[str, set[str]] = {}

    def note(name: str) -> None:
        scene = arena.page.game_view.scene
        shown = scene.announcement.title if scene.announcement is not None else ""
        counted = scene.countdown.words[scene.countdown.index] if scene.countdown is not None else ""
        captions.setdefault(name, set()).add(shown or counted)

    played: list[str] = []
    monkeypatch.setattr(arena.services.sounds, "play", played.append)
    arena.press(Qt.Key.Key_Space)
    for throw in ("none", "paper", "scissors", "rock", "lizard", "spock"):
        if arena.state.phase in {MatchPhase.IDLE, MatchPhase.MATCH_OVER}:
            arena.press(Qt.Key.Key_Space)
        for _frame in range(400):
            arena.see("rock" if arena.state.phase is MatchPhase.COUNTDOWN else throw)
            for name in played:
                note(name)
            is_over = "misthrow" in played or any(name.startswith(("win", "lose", "draw", "match")) for name in played)
            played.clear()
            if is_over:
                break
    assert {"beat", "shoot", "misthrow"} <= captions.keys()
    assert captions.keys() & {"win", "lose", "draw", "match_won", "match_lost"}
    assert all(caption for texts in captions.values() for caption in texts), captions
    assert len(captions["beat"]) == 5
