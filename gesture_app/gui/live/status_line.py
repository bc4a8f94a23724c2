"""Status line with measured frame rates and latency."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gesture_app.domain.message import Message
from gesture_app.gui.translation import decimal, number, tr, translated
from gesture_app.gui.widgets.notifications import KEEP_CLEAR
from gesture_app.pipeline.engine import CaptureState, EngineMetrics, EngineStatus, InferenceState
from gesture_app.pipeline.metrics import Percentiles

_STAGE_NAMES = {
    "detect": Message("find hands"),
    "crop": Message("cut out"),
    "classify": Message("classify"),
    "total": Message("altogether"),
}


class StatusLine(QWidget):
    """Shows frame rates and latency on the left, the classifier on the right, stage timings in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(KEEP_CLEAR, True)
        self._measured = QLabel()
        self._classifier = QLabel()
        for label in (self._measured, self._classifier):
            label.setObjectName("status")
        self._classifier.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._measured.setAccessibleName(tr("Measured rate and latency"))
        self._classifier.setAccessibleName(tr("Classifier"))
        self._measured.setMinimumWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 2, 0)
        layout.addWidget(self._measured, 1)
        layout.addWidget(self._classifier)

    @property
    def text(self) -> str:
        """The displayed text."""
        return f"{self._measured.text()} | {self._classifier.text()}"

    def show_measures(self, status: EngineStatus, metrics: EngineMetrics, latency: Percentiles | None) -> None:
        """Show the measurements of the last seconds.

        Args:
            status: State of capture and inference.
            metrics: Rates and stage timings.
            latency: Milliseconds from a frame's capture until its label is painted.
        """
        self._measured.setText(measures_text(status, metrics, latency))
        self._classifier.setText(classifier_text(status))
        self.setToolTip(details_text(metrics))


def measures_text(status: EngineStatus, metrics: EngineMetrics, latency: Percentiles | None) -> str:
    """Format frame rates and latency; empty without frames."""
    if status.capture is not CaptureState.RUNNING or metrics.capture_fps == 0:
        return ""
    parts = [tr("Picture {capture_fps} fps").format(capture_fps=decimal(metrics.capture_fps, 0))]
    if status.inference is InferenceState.RUNNING:
        parts.append(tr("Recognition {inference_fps} fps").format(inference_fps=decimal(metrics.inference_fps, 0)))
    if latency is not None:
        parts.append(
            tr("Latency {p50_ms} ms (p95 {p95_ms} ms)").format(
                p50_ms=decimal(latency.p50_ms, 0), p95_ms=decimal(latency.p95_ms, 0)
            )
        )
    return "   ·   ".join(parts)


def classifier_text(status: EngineStatus) -> str:
    """Name of the classifier and number of remembered samples, or the state while it is not running."""
    if status.inference is InferenceState.LOADING:
        return tr("Loading the recognizer…")
    if status.inference is InferenceState.FAILED:
        return tr("Recognition is off")
    if not status.remembered:
        return status.classifier
    return tr(
        "{count} samples used   ·   {classifier}", "{count} sample used   ·   {classifier}", status.remembered
    ).format(count=number(status.remembered), classifier=status.classifier)


def details_text(metrics: EngineMetrics) -> str:
    """Format the stage timings and the number of skipped frames."""
    lines = [tr("Latency: from the frame's capture until its label is painted")]
    for stage, percentiles in metrics.stages_ms.items():
        name = translated(_STAGE_NAMES.get(stage, stage))
        lines.append(
            tr("{name}: {p50_ms} ms (p95 {p95_ms} ms)").format(
                name=name, p50_ms=decimal(percentiles.p50_ms, 1), p95_ms=decimal(percentiles.p95_ms, 1)
            )
        )
    lines.append(tr("Frames skipped to stay live: {skipped}").format(skipped=metrics.skipped))
    return "\n".join(lines)
