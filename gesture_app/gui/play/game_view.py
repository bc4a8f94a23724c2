"""The live view with the game over it, and the rounds below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.play.game_overlay import GameOverlay
from gesture_app.gui.play.hands_free_overlay import HandsFreeOverlay
from gesture_app.gui.play.history_strip import HistoryStrip, ThrowPair
from gesture_app.gui.play.replay_overlay import ReplayOverlay
from gesture_app.gui.play.replay_scene import ReplayScene
from gesture_app.gui.play.scenes import Scene
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.video_feed import VideoFeed
from gesture_app.gui.widgets.video_view import VideoView


class GameView(QWidget):
    """Shows a scene over the live view, and tells screen readers its announcement.

    Args:
        session: Source of frames and results.
        sources: Knows whether the view is mirrored.
        icons: The icons.
        theme: The colours in use.
        clock: The clock of the frames.
        parent: The widget it lies in.
    """

    def __init__(
        self,
        session: EngineSession,
        sources: SourceController,
        icons: IconSet,
        theme: Theme,
        *,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = VideoView(icons, clock)
        self._feed = VideoFeed(session, sources, self.view)
        self._overlay = GameOverlay(self.view, icons, theme)
        self.view.add_overlay(self._overlay)
        self._replay = ReplayOverlay(self.view)
        self.view.add_overlay(self._replay)
        self.hands_free = HandsFreeOverlay(self.view, icons)
        self.view.add_overlay(self.hands_free)
        self.history = HistoryStrip(icons, theme)
        self.history.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.history)

    @property
    def scene(self) -> Scene:
        """The painted scene."""
        return self._overlay.scene

    def show_scene(self, scene: Scene) -> None:
        """Paint this scene over the live view."""
        self._overlay.show(scene)
        if scene.announcement is not None:
            self.view.setAccessibleDescription(f"{scene.announcement.title} {scene.announcement.detail}")

    @property
    def replay_scene(self) -> ReplayScene | None:
        """The painted moment of a replay; None while the live view is shown."""
        return self._replay.scene

    def show_replay(self, scene: ReplayScene | None, *, is_mirrored: bool) -> None:
        """Paint a replay in place of the live view; None shows the live view again."""
        self._replay.show(scene, is_mirrored=is_mirrored)
        if scene is not None and scene.caption:
            self.view.setAccessibleDescription(scene.caption)

    def show_rounds(self, pairs: Sequence[ThrowPair] | None, expected: int = 0) -> None:
        """Show the rounds so far and the expected number of rounds; None hides the strip."""
        self.history.setVisible(pairs is not None)
        self.history.show_pairs(pairs or (), expected)
