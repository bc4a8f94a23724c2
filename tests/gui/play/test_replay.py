from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gesture_app.domain.game.match import MatchPhase
from gesture_app.domain.game.rules import LIZARD_SPOCK
from gesture_app.gui.play.replay_controller import ReplayController
from gesture_app.settings import MotionChoice, PlaySettings
from tests.gui.play.conftest import Arena, MakeArena

ONE_ROUND = PlaySettings(opponent="random", best_of=1)


def win(arena: Arena) -> str:
    """Play a match of one round and win it; returns the throw."""
    arena.press(Qt.Key.Key_Space)
    throw = LIZARD_SPOCK.winners_against(arena.committed_throw)[0]
    arena.throw(throw)
    return throw


def replay(arena: Arena) -> ReplayController:
    return arena.page.extras.replay


def captions(arena: Arena) -> list[str]:
    """What the replay stands still at, up to its end."""
    seen: list[str] = []
    for _ in range(600):
        scene = arena.page.game_view.replay_scene
        if scene is None:
            return seen
        if scene.caption and scene.caption not in seen:
            seen.append(scene.caption)
        arena.clock.now_s += 0.05
        replay(arena).tick()
    pytest.fail("the replay does not end")


def test_the_deciding_throw_is_shown_again_with_the_moment_it_was_read(make_arena: MakeArena) -> None:
    arena = make_arena(ONE_ROUND)
    win(arena)
    assert arena.page.game_view.replay_scene is None
    arena.see_until(MatchPhase.MATCH_OVER, "rock")
    record = arena.state.last_round
    assert record is not None
    delay_ms = round((record.locked_s - record.shoot_s) * 1000)
    assert captions(arena) == [f"Read here, {delay_ms} ms after “shoot!”"]
    assert replay(arena).playing is None


def test_a_late_throw_is_shown_with_its_milliseconds(make_arena: MakeArena) -> None:
    arena = make_arena(ONE_ROUND)
    thrown = win(arena)
    arena.see_until(MatchPhase.MATCH_OVER, next(g for g in LIZARD_SPOCK.gestures if g not in {thrown, "rock"}))
    late = arena.state.late_throw
    assert late is not None
    assert f"{round(late.after_shoot_s * 1000):,} ms" in captions(arena)[1]


def test_a_key_ends_the_replay_at_once_and_r_shows_it_again(make_arena: MakeArena) -> None:
    arena = make_arena(ONE_ROUND)
    win(arena)
    arena.see_until(MatchPhase.MATCH_OVER, "rock")
    assert replay(arena).playing is not None
    arena.press(Qt.Key.Key_Escape)
    assert (replay(arena).playing, arena.state.phase) == (None, MatchPhase.MATCH_OVER)
    arena.press(Qt.Key.Key_R)
    assert replay(arena).playing is not None
    arena.press(Qt.Key.Key_Space)
    assert (replay(arena).playing, arena.state.phase) == (None, MatchPhase.COUNTDOWN)
    assert replay(arena).replay is None


def test_with_reduced_motion_nothing_plays_by_itself_and_the_replay_stands_still(make_arena: MakeArena) -> None:
    arena = make_arena(ONE_ROUND)
    arena.desktop.preferences.change(motion=MotionChoice.REDUCED)
    win(arena)
    arena.see_until(MatchPhase.MATCH_OVER, "rock")
    assert replay(arena).playing is None
    arena.page.match_panel.round_bar.replay_button.click()
    scene = arena.page.game_view.replay_scene
    assert scene is not None
    assert scene.caption.startswith("Read here")
    arena.press(Qt.Key.Key_Escape)
    assert arena.page.game_view.replay_scene is None


def test_a_picture_of_the_round_is_saved_where_the_user_chooses(
    make_arena: MakeArena, qtbot: QtBot, tmp_path: Path
) -> None:
    arena = make_arena(ONE_ROUND)
    assert arena.page.extras.picture() is None
    win(arena)
    picture = arena.page.extras.picture()
    assert picture is not None
    path = tmp_path / "round.png"
    arena.services.pictures.save(path, picture)
    qtbot.waitUntil(lambda: f"The picture was saved as {path}." in arena.titles)
    assert QImage(str(path)).size() == picture.size()
    arena.services.pictures.save(tmp_path / "missing" / "round.jpg", picture)
    qtbot.waitUntil(lambda: any("cannot be saved" in title for title in arena.titles))
