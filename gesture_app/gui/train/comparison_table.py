"""Table of recalls before and after a retraining."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from gesture_app.domain.retraining.comparison import Comparison, GestureChange
from gesture_app.domain.retraining.events import RetrainOutcome
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.gui.texts import label_title
from gesture_app.gui.train.label_cells import label_icon_cell, label_or_default
from gesture_app.gui.train.layouts import clear, muted, plain, title
from gesture_app.gui.train.texts import CONFIDENCE_TIP, CONFIDENCE_TITLE, counts_text, points_text
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme

_MIN_POINTS = 0.05
"""Smaller changes have no colour."""


class ComparisonTable(QFrame):
    """One row for each label, on the user's samples and on the hands of other people.

    Args:
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._labels = LabelSet(())
        self.grid = QGridLayout(self)
        self.setObjectName("card")
        self.grid.setContentsMargins(16, 12, 16, 12)
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(4)

    def show_outcome(self, outcome: RetrainOutcome, labels: LabelSet, samples_title: str) -> None:
        """Show the comparison of both models.

        Args:
            outcome: Outcome of a retraining.
            labels: Names and icons of the labels.
            samples_title: Title of the user's samples.
        """
        self._labels = labels
        clear(self.grid)
        for column, text in ((0, tr("Accuracy")), (2, samples_title), (4, tr("Other people"))):
            self.grid.addWidget(muted(text, wraps=False), 0, column, 1, 2)
        here = {change.label: change for change in outcome.here.by_gesture}
        base = {change.label: change for change in outcome.base.by_gesture}
        known = outcome.here.old.labels
        slugs = [*known, *(slug for slug in outcome.base.old.labels if slug not in known)]
        row = 0
        for label in slugs:
            if label in here or label in base:
                row += 1
                self._add_row(row, label, here.get(label), base.get(label))
        self._add_total(row + 1, outcome)
        self._add_confidence(row + 2, outcome)
        self.grid.setColumnStretch(6, 1)

    def _add_row(self, row: int, label: str, here: GestureChange | None, base: GestureChange | None) -> None:
        shown = label_or_default(self._labels, label)
        self.grid.addWidget(label_icon_cell(shown, self._icons, self._theme), row, 0)
        self.grid.addWidget(plain(label_title(shown), wraps=False), row, 1)
        for column, change in ((2, here), (4, base)):
            if change is None:
                self.grid.addWidget(muted("-", wraps=False), row, column)
            else:
                self._add_change(row, column, change.old_correct, change.new_correct, change.support, change)

    def _add_total(self, row: int, outcome: RetrainOutcome) -> None:
        self.grid.addWidget(title(tr("All")), row, 1)
        for column, both in ((2, outcome.here), (4, outcome.base)):
            self._add_change(row, column, both.old.correct, both.new.correct, both.old.total, both)

    def _add_confidence(self, row: int, outcome: RetrainOutcome) -> None:
        """Add the row of confidence, if known: models made some time ago have none."""
        known = [(2, outcome.here.sureness), (4, outcome.base.sureness)]
        if any(sureness for _, sureness in known):
            name = plain(translated(CONFIDENCE_TITLE), wraps=False)
            name.setToolTip(translated(CONFIDENCE_TIP))
            self.grid.addWidget(name, row, 1)
        for column, sureness in known:
            if sureness is not None:
                self.grid.addWidget(plain(sureness.change_text, wraps=False), row, column)

    def _add_change(
        self, row: int, column: int, old: int, new: int, shown: int, change: GestureChange | Comparison
    ) -> None:
        self.grid.addWidget(plain(counts_text(old, new, shown), wraps=False), row, column)
        points = plain(points_text(change), wraps=False)
        points.setToolTip(tr("Change in percentage points"))
        colors = self._theme.colors
        if abs(change.points) >= _MIN_POINTS:
            points.setStyleSheet(f"color: {colors.success if change.points > 0 else colors.error}; font-weight: bold;")
        self.grid.addWidget(points, row, column + 1)
