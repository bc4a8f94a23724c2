"""Dialog that asks for the labelled time ranges of an imported video."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.samples.exchange import LabelledRange, check_ranges
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.errors import reason_of
from gesture_app.gui.collect.import_dialogs import ImportDialog, label_box
from gesture_app.gui.collect.video_scrubber import ReadThumbnails, VideoScrubber
from gesture_app.gui.translation import decimal, tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme

_MAX_VIDEO_S = 24 * 3600.0
_DEFAULT_RANGE_S = 5.0


class VideoImportDialog(ImportDialog):
    """Asks for labelled time ranges of a video.

    Args:
        path: The video.
        labels: The existing labels.
        length_s: Length of the video; None if unknown.
        read_thumbnails: Begins to read thumbnails of the video; called on another thread.
        icons: The icons of the program.
        theme: The current colours.
        chosen: Slug of the label selected at first.
        parent: Parent window.
    """

    def __init__(
        self,
        path: Path,
        labels: LabelSet,
        length_s: float | None,
        read_thumbnails: ReadThumbnails,
        icons: IconSet,
        theme: Theme,
        *,
        chosen: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Import Video"), path, parent)
        self._labels = labels
        self._length_s = length_s
        self._icons = icons
        self._theme = theme
        self._chosen = chosen
        self.rows: list[_RangeRow] = []
        self._row: _RangeRow | None = None
        self.scrubber = VideoScrubber(read_thumbnails, length_s, icons, theme)
        self.scrubber.start_chosen.connect(self._on_start_chosen)
        self.scrubber.end_chosen.connect(self._on_end_chosen)
        self.finished.connect(self.scrubber.close_video)
        hint = QLabel(tr("Say what the hand shows, and from when to when. A few pictures a second are taken."))
        if length_s:
            length = tr("It is {seconds} s long.").format(seconds=decimal(length_s))
            hint.setText(f"{hint.text()} {length}")
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        self._grid = QGridLayout()
        self.add_button = QPushButton(" " + tr("&Another part"))
        icons.put_on(self.add_button, "add", theme.colors.text)
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._on_add)
        self.body.addWidget(hint)
        self.body.addWidget(self.scrubber, 2)
        self.body.addWidget(self._range_area(), 1)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 62)
        # The layout ignores the height of the hint when its text is wrapped.
        self.setMinimumHeight(round(self.fontMetrics().height() * 33))
        self.add_row()

    def _range_area(self) -> QScrollArea:
        self._grid.setHorizontalSpacing(8)
        for column, text in enumerate(("", tr("From"), tr("To"), tr("Shows"))):
            title = QLabel(text)
            title.setObjectName("muted")
            self._grid.addWidget(title, 0, column)
        self._grid.setColumnStretch(3, 1)
        self._grid.setColumnMinimumWidth(0, self.fontMetrics().averageCharWidth() * 2)
        lines = QWidget()
        lines_column = QVBoxLayout(lines)
        lines_column.setContentsMargins(0, 0, 0, 0)
        lines_column.addLayout(self._grid)
        lines_column.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(tr("Parts of the video"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(lines)
        scroll.setMinimumHeight(round(self.fontMetrics().height() * 7))
        return scroll

    @property
    def ranges(self) -> tuple[LabelledRange, ...]:
        """The ranges, sorted by time.

        Raises:
            ValueError: If one ends before it begins, or two overlap.
        """
        return check_ranges(row.range for row in self.rows)

    def add_row(self) -> None:
        """Add a range that starts at the end of the last one."""
        start_s = self.rows[-1].to_box.value() if self.rows else 0.0
        end_s = min(start_s + _DEFAULT_RANGE_S, self._length_s or _MAX_VIDEO_S)
        used = {row.label_box.currentData() for row in self.rows}
        fresh = next((label.slug for label in self._labels.labels if label.slug not in used), "")
        row = _RangeRow(start_s, max(end_s, start_s), label_box(self._labels, fresh if used else self._chosen))
        self._icons.put_on(row.remove_button, "close", self._theme.colors.muted)
        for box in (row.from_box, row.to_box):
            box.setMaximum(self._length_s or _MAX_VIDEO_S)
            box.valueChanged.connect(self._check)
        for widget in row.widgets:
            widget.installEventFilter(self)
        row.remove_button.clicked.connect(lambda: self._remove(row))
        self.rows.append(row)
        for column, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, self._grid.rowCount() if column == 0 else self._grid.rowCount() - 1, column)
        row.to_box.setFocus()
        self._choose(row)
        self._check()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the range whose widgets get the focus; the slider sets its times."""
        if event.type() == QEvent.Type.FocusIn:
            touched = next((row for row in self.rows if watched in row.widgets), None)
            if touched is not None:
                self._choose(touched)
        return super().eventFilter(watched, event)

    def _on_start_chosen(self, time_s: float) -> None:
        self._chosen_row.from_box.setValue(time_s)

    def _on_end_chosen(self, time_s: float) -> None:
        self._chosen_row.to_box.setValue(time_s)

    @property
    def _chosen_row(self) -> _RangeRow:
        """The range that was used last."""
        return self._row if self._row in self.rows and self._row is not None else self.rows[-1]

    def _choose(self, row: _RangeRow) -> None:
        self._row = row
        for other in self.rows:
            other.mark(is_chosen=other is self._chosen_row and len(self.rows) > 1)

    def _on_add(self) -> None:
        self.add_row()

    def _remove(self, row: _RangeRow) -> None:
        self.rows.remove(row)
        for widget in row.widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._choose(self.rows[-1])
        self._check()

    def _check(self) -> None:
        problem = _problem_of(lambda: self.ranges)
        self.problem_label.setText(problem)
        self.ok_button.setEnabled(not problem)
        for row in self.rows:
            row.remove_button.setEnabled(len(self.rows) > 1)


class _RangeRow:
    """The widgets of one range."""

    def __init__(self, start_s: float, end_s: float, label: QComboBox) -> None:
        self.from_box, self.to_box = QDoubleSpinBox(), QDoubleSpinBox()
        for box, value, name in ((self.from_box, start_s, tr("From")), (self.to_box, end_s, tr("To"))):
            box.setDecimals(1)
            box.setSingleStep(0.5)
            box.setSuffix(" s")
            box.setMaximum(_MAX_VIDEO_S)
            box.setValue(value)
            box.setAccessibleName(name)
            box.setMinimumHeight(round(box.fontMetrics().height() * 1.8))
        self.label_box = label
        self.marker = QLabel("▸")
        self.marker.setToolTip(tr("The part that the slider is for"))
        self.remove_button = QPushButton()
        self.remove_button.setObjectName("quiet")
        self.remove_button.setAutoDefault(False)
        self.remove_button.setToolTip(tr("Leave this part out"))
        self.remove_button.setAccessibleName(tr("Leave this part out"))
        side_px = round(self.remove_button.fontMetrics().height())
        self.remove_button.setIconSize(QSize(side_px, side_px))

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The widgets from left to right."""
        return self.marker, self.from_box, self.to_box, self.label_box, self.remove_button

    def mark(self, *, is_chosen: bool) -> None:
        """Show whether the slider sets the times of this range."""
        self.marker.setText("▸" if is_chosen else "")

    @property
    def range(self) -> LabelledRange:
        """The chosen range."""
        return LabelledRange(self.from_box.value(), self.to_box.value(), str(self.label_box.currentData()))


def _problem_of(make: Callable[[], object]) -> str:
    try:
        make()
    except ValueError as error:
        text = translated(reason_of(error))
        if "begins at 0 s" in text:
            return tr("Each part has to end after it begins.")
        return f"{text[:1].upper()}{text[1:]}."
    return ""
