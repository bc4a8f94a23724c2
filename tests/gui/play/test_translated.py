"""Texts that appear during a match are translated."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gesture_app.domain.game.match import MatchPhase
from gesture_app.gui.translation import translated
from gesture_app.settings import PlaySettings
from tests.fakes.pseudo_language import english_words, pseudo_language, untranslated
from tests.gui.play.conftest import Arena, MakeArena


def painted(arena: Arena) -> list[str]:
    """The texts that are painted over the live view."""
    scene = arena.page.game_view.scene
    return [
        *arena.announcement,
        scene.hint,
        *(() if scene.countdown is None else map(translated, scene.countdown.words)),
    ]


def test_what_is_told_during_a_match_is_translated(make_arena: MakeArena) -> None:
    with pseudo_language():
        arena = make_arena(PlaySettings(best_of=1))
        arena.press(Qt.Key.Key_Space)
        shown = painted(arena)
        arena.see_until(MatchPhase.SHOOT, "rock")
        shown += painted(arena)
        for _ in range(60):
            arena.wait(0.1)
            shown += painted(arena)
        arena.see_until(MatchPhase.SHOOT, "rock")
        arena.see_until(MatchPhase.REVEAL, "paper")
        shown += painted(arena)
        arena.hold("paper", seconds=4)
        shown += painted(arena)
        arena.lose_camera()
        shown += painted(arena)

        shown_by_window = untranslated(arena.desktop.window)
        assert {text for text in shown_by_window if "nonce" not in text} == set()  # the opening of the commitment
        assert sorted({text for text in shown if english_words(text)}) == []
