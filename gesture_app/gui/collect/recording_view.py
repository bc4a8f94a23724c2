"""The live video of the collect page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.collect.recording_controller import PAUSED, RecordingState
from gesture_app.gui.collect.recording_overlay import OverlayContent, RecordingOverlay
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.video_feed import VideoFeed
from gesture_app.gui.widgets.video_view import VideoView
from gesture_app.gui.widgets.wrapped_label import WrappedLabel


class RecordingView(QWidget):
    """The video with the recording overlay, and below it the advice, what is learnt and the counts.

    Args:
        session: The engine session.
        sources: The current source, and whether it is mirrored.
        icons: The icons of the program.
        theme: The current colours.
        clock: Monotonic seconds, the clock of the frames.
        parent: Parent widget.
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
        self._overlay = RecordingOverlay(self.view)
        self.view.add_overlay(self._overlay)
        self._guide_icon = QLabel()
        self._guide = WrappedLabel()
        self._learning = WrappedLabel()
        self._counts = WrappedLabel()
        self._counts.setObjectName("muted")
        self._learning.hide()
        self._lay_out()
        theme.changed.connect(self._recolor)
        self._recolor()

    @property
    def content(self) -> OverlayContent:
        """Content of the overlay."""
        return self._overlay.content

    @property
    def guide(self) -> str:
        """The displayed advice."""
        return self._guide.text()

    @property
    def learning(self) -> str:
        """The displayed text about what is learnt."""
        return self._learning.text()

    @property
    def counts(self) -> str:
        """The displayed counts of samples and refusals."""
        return self._counts.text()

    def show_overlay(self, content: OverlayContent) -> None:
        """Show this content over the video."""
        if content.message and content.message != self._overlay.content.message:
            self.view.setAccessibleDescription(content.message)
        self._overlay.show(content)

    def show_guide(self, advice: str, counts: str) -> None:
        """Show the advice and the counts."""
        self._guide.setText(advice)
        self._counts.setText(counts or tr("Nothing recorded since the program was started."))

    def show_learning(self, text: str) -> None:
        """Show what is learnt; nothing if the text is empty."""
        self._learning.setText(text)
        self._learning.setVisible(bool(text))

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._guide)
        texts.addWidget(self._learning)
        texts.addWidget(self._counts)
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(self._guide_icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        # Space for four lines, so that the video does not move when the text changes.
        card.setMinimumHeight(round(self.fontMetrics().height() * 4) + 24)
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


def overlay_content(
    state: RecordingState, chosen: str, recorded: str, obstacle: str, hands: int, doubt: str = "", *, is_demo: bool
) -> OverlayContent:
    """Overlay content for a state of recording.

    Args:
        state: The state.
        chosen: Name of the selected label, for use in a sentence.
        recorded: Name of the recorded label.
        obstacle: Reason why recording is not possible; empty if it is.
        hands: Number of hands in view.
        doubt: Warning that another gesture may be shown than the chosen one; empty if there is none.
        is_demo: Whether the source is the demo clip.
    """
    badge = tr("Recording {recorded}").format(recorded=recorded) if state.is_recording else ""
    message = translated(state.trouble or state.refusal or (PAUSED if state.is_paused else ""))
    if state.is_recording and not hands and not message:
        message = tr("Hold your hand up to the camera.")
    message = message or doubt
    hint = ""
    if state.label is None and not message and not obstacle:
        hint = tr("Hold Space to record {chosen}").format(chosen=chosen)
        if is_demo:
            hint = tr("This is the demo clip: choose your camera to record your own hand")
        elif hands > 1:
            hint = tr("The larger hand is recorded: the one with the outline")
    return OverlayContent(
        badge=badge,
        countdown=state.countdown,
        word=tr("Get ready to show {recorded}. Esc stops.").format(recorded=recorded) if state.countdown else "",
        share=state.burst_share,
        message=message,
        hint=hint,
        is_outlined=state.is_recording or bool(state.countdown) or hands > 1,
        is_recording=state.is_recording,
    )
