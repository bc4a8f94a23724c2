"""The picture with the match over it, and the rounds below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.play.history_strip import HistoryStrip, Pair
from gesture_app.gui.play.scenes import Scene
from gesture_app.gui.play.stage_layer import StageLayer
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.video_feed import VideoFeed
from gesture_app.gui.widgets.video_view import VideoView


class PlayStage(QWidget):
    """Shows a scene over the live picture. Says aloud, to screen readers, what it writes large.

    Args:
        session: What is shown.
        sources: Knows whether the view is mirrored.
        icons: The program's drawings.
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
        self._layer = StageLayer(self.view, icons)
        self.view.add_layer(self._layer)
        self.history = HistoryStrip(icons, theme)
        self.history.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.history)

    @property
    def scene(self) -> Scene:
        """What is painted over the picture."""
        return self._layer.scene

    def show_scene(self, scene: Scene) -> None:
        """Paint this over the picture."""
        self._layer.show(scene)
        if scene.verdict is not None:
            self.view.setAccessibleDescription(f"{scene.verdict.title} {scene.verdict.detail}")

    def show_rounds(self, pairs: Sequence[Pair] | None, expected: int = 0) -> None:
        """Show the rounds so far, and how many are expected; None leaves the strip out."""
        self.history.setVisible(pairs is not None)
        self.history.show_pairs(pairs or (), expected)
