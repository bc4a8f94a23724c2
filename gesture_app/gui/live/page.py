"""The Live page: the video, the recognized gesture and the probabilities."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gesture_app.domain.frames.frame import FrameResult, HandReading
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, NONE, GestureSet
from gesture_app.domain.message import Message
from gesture_app.gui.background.corrections import Corrections
from gesture_app.gui.background.playback_controller import PlaybackController
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.live.correction_controller import CorrectionController
from gesture_app.gui.live.playback_bar import PlaybackBar
from gesture_app.gui.live.reading_panel import ReadingPanel
from gesture_app.gui.live.status_line import StatusLine
from gesture_app.gui.texts import gesture_title
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.live_reading import (
    answer,
    confidence,
    invitation,
    leading_reading,
    likely_gesture,
    percent,
    reading_title,
)
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.video_feed import VideoFeed
from gesture_app.gui.widgets.video_view import VideoView
from gesture_app.pipeline.engine import CaptureState, EngineStatus, InferenceState

_MEASURE_MS = 500
_PANEL_SHARE = 0.29
_OFF = Message("Recognition is off")
_WITH_PICTURE = frozenset({CaptureState.RUNNING, CaptureState.PAUSED, CaptureState.ENDED, CaptureState.STILL})


class LivePage(QWidget):
    """Shows the session's newest frame and its result; below a clip, its controls.

    Args:
        session: Source of frames, results and status.
        sources: Says whether the source is mirrored.
        corrections: Adds hands that were misread to the samples.
        icons: The program's icons.
        theme: The current colours.
        clock: Monotonic seconds, the clock of the frames.
        parent: Parent widget.
    """

    def __init__(
        self,
        session: EngineSession,
        sources: SourceController,
        corrections: Corrections,
        icons: IconSet,
        theme: Theme,
        *,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.view = VideoView(icons, clock)
        self.panel = ReadingPanel(DEFAULT_LABELS.labels, icons, theme)
        self.card, self.bars = self.panel.card, self.panel.bars
        self.status_line = StatusLine()
        self.playback = PlaybackController(session, self)
        self.playback_bar = PlaybackBar(self.playback, icons, theme)
        self._lay_out()
        self.correction = CorrectionController(corrections, sources, self.panel)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(corrections.undo)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.panel.setFocusProxy(self)
        self.setAccessibleName(tr("Live"))
        self._feed = VideoFeed(session, sources, self.view)
        self._feed.changed.connect(self._show_reading)
        session.status_changed.connect(self.show_measures)
        self._measure = QTimer(self)
        self._measure.setInterval(_MEASURE_MS)
        self._measure.timeout.connect(self.show_measures)
        self._measure.start()
        self._show_reading()
        self.show_measures()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        picture = QVBoxLayout()
        picture.setSpacing(6)
        picture.addWidget(self.view, 1)
        picture.addWidget(self.playback_bar)
        row.addLayout(picture, 5)
        row.addWidget(self.panel, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row, 1)
        layout.addWidget(self.status_line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A gesture's key says what the hand just seen showed, C asks; other keys control a clip."""
        if not (self.correction.press(event) or self._press_for_clip(event)):
            super().keyPressEvent(event)

    def _press_for_clip(self, event: QKeyEvent) -> bool:
        """Control a clip or a folder of images with a key. Returns whether the key does."""
        playback = self.playback
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_K: playback.toggle,
            Qt.Key.Key_Space: playback.toggle,
            Qt.Key.Key_Comma: lambda: playback.step(-1),
            Qt.Key.Key_Period: lambda: playback.step(1),
            Qt.Key.Key_Left: lambda: playback.skip(-1),
            Qt.Key.Key_Right: lambda: playback.skip(1),
            Qt.Key.Key_O: playback.toggle_loop,
            Qt.Key.Key_Plus: lambda: playback.change_speed(1),
            Qt.Key.Key_Minus: lambda: playback.change_speed(-1),
        }
        action = actions.get(event.key())
        if action is None or playback.state is None:
            return False
        if not (event.isAutoRepeat() and action == playback.toggle):
            action()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys."""
        super().showEvent(event)
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the card a share of a large window, as on a full screen, so that it can be read from afar."""
        super().resizeEvent(event)
        self.panel.widen_to(round(self.width() * _PANEL_SHARE))

    def _show_reading(self) -> None:
        result = self._feed.result
        reading = None if result is None else leading_reading(result)
        self.bars.set_reading(reading)
        self.card.show_gesture(*card_texts(result, self._session.status))
        self.correction.refresh()

    def show_measures(self) -> None:
        """Update the status line, and the bars for the model in use."""
        if self._session.status.labels is not None:
            self.bars.set_labels(self._session.status.labels.labels)
        self.status_line.show_measures(self._session.status, self._session.metrics, self.view.latency.percentiles())


def card_texts(result: FrameResult | None, status: EngineStatus) -> tuple[str, str, str]:
    """Icon label, title and detail of the gesture card."""
    if status.inference is InferenceState.LOADING:
        return NONE, tr("Loading…"), tr("The recognizer will be ready in a moment.")
    if status.inference is InferenceState.FAILED:
        return NONE, tr("Off"), tr("Recognition is off. The picture goes on.")
    if status.capture not in _WITH_PICTURE:
        return NONE, tr("No picture"), ""
    if result is None or (not result.hands and result.gesture == NONE):
        return NONE, tr("No hand"), tr("Hold a hand up to the camera.")
    reading = leading_reading(result)
    if reading is None:
        return result.gesture, gesture_title(result.gesture), ""
    gesture = answer(reading)
    sure = tr("{percent} sure").format(percent=percent(confidence(reading)))
    return gesture, reading_title(reading), _advice(reading, status.labels) if gesture == NONE else sure


def _advice(reading: HandReading, labels: GestureSet | None) -> str:
    """Sentence for a hand without an answer."""
    if likely_gesture(reading) is None:
        return invitation(labels or DEFAULT_LABELS)
    return tr("Hold it still, and show it clearly.")
