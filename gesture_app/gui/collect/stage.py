"""The live picture of the collect page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.collect.recording_controller import PAUSED, DeskState
from gesture_app.gui.collect.stage_layer import StageLayer, StageScene
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.video_feed import VideoFeed
from gesture_app.gui.widgets.video_view import VideoView


class CollectStage(QWidget):
    """The picture with what recording does, and below it what to do next and what became of it.

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
        self._icons = icons
        self._theme = theme
        self.view = VideoView(icons, clock)
        self.feed = VideoFeed(session, sources, self.view)
        self._layer = StageLayer(self.view)
        self.view.add_layer(self._layer)
        self._guide_icon = QLabel()
        self._guide = QLabel()
        self._guide.setWordWrap(True)
        self._counts = QLabel()
        self._counts.setObjectName("muted")
        self._counts.setWordWrap(True)
        self._lay_out()
        theme.changed.connect(self._recolor)
        self._recolor()

    @property
    def scene(self) -> StageScene:
        """What is painted over the picture."""
        return self._layer.scene

    @property
    def guide(self) -> str:
        """What it says to do next."""
        return self._guide.text()

    @property
    def counts(self) -> str:
        """What became of what was recorded."""
        return self._counts.text()

    def show_scene(self, scene: StageScene) -> None:
        """Paint this over the picture."""
        if scene.message and scene.message != self._layer.scene.message:
            self.view.setAccessibleDescription(scene.message)
        self._layer.show(scene)

    def show_guide(self, advice: str, counts: str) -> None:
        """Show what to do next, and what became of what was recorded."""
        self._guide.setText(advice)
        self._counts.setText(counts or "Nothing recorded since the program was started.")

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._guide)
        texts.addWidget(self._counts)
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(self._guide_icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        # Room for three lines, so that the picture does not jump when the text is another.
        card.setMinimumHeight(round(self.fontMetrics().height() * 3) + 24)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.view, 1)
        layout.addWidget(card)

    def _recolor(self) -> None:
        side_px = round(self.fontMetrics().height() * 1.5)
        self._guide_icon.setPixmap(
            self._icons.pixmap("info", side_px, self._theme.colors.accent, self.devicePixelRatioF())
        )


def scene_of(state: DeskState, chosen: str, recorded: str, obstacle: str, hands: int, *, is_demo: bool) -> StageScene:
    """What to paint for a state of recording.

    Args:
        state: The state.
        chosen: What the chosen label is called in a sentence.
        recorded: What the label that is being recorded is called.
        obstacle: Why nothing can be recorded, in a few words.
        hands: How many hands are in view.
        is_demo: Whether the picture is the demo clip.
    """
    badge = f"Recording {recorded}" if state.is_recording else ""
    message = state.trouble or state.refusal or (PAUSED if state.is_paused else "")
    if state.is_recording and not hands and not message:
        message = "Hold your hand up to the camera."
    hint = ""
    if state.label is None and not message and not obstacle:
        hint = f"Hold Space to record {chosen}"
        if is_demo:
            hint = "This is the demo clip: choose your camera to record your own hand"
        elif hands > 1:
            hint = "The larger hand is recorded: the one with the outline"
    return StageScene(
        badge=badge,
        countdown=state.countdown,
        word=f"Get ready to show {recorded}. Esc stops." if state.countdown else "",
        share=state.burst_share,
        message=message,
        hint=hint,
        is_outlined=state.is_recording or bool(state.countdown) or hands > 1,
        is_recording=state.is_recording,
    )
