"""View of the outcome of a retraining: decision, table, confusion matrices and samples."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gesture_app.domain.models.model_summary import GateVerdict, ModelSummary
from gesture_app.domain.retraining.events import RetrainOutcome
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.background.image_loader import ImageLoader
from gesture_app.gui.train.comparison_table import ComparisonTable
from gesture_app.gui.train.confusion_plot import ConfusionPlot
from gesture_app.gui.train.layouts import muted, plain, title
from gesture_app.gui.train.sample_images import SampleImages, changed_samples, doubtful_samples
from gesture_app.gui.train.texts import (
    changes_title,
    doubtful_title,
    headline,
    past_headline,
    verdict_reasons,
)
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.scrolled import scrolled
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow


class VerdictView(QWidget):
    """The decision of the gate with its buttons above; table, matrices and samples below.

    Args:
        loader: Loads the images of samples.
        icons: The icons of the program.
        theme: The current colours.
        is_past: Whether it shows models of the list, not the model that was just made.
        title_of: Returns the name of the model with an id.
        parent: Parent widget.
    """

    closed = Signal()
    """The user closed the view."""
    use_requested = Signal()
    """The user wants to use the model, also if it was refused."""
    go_back_requested = Signal()

    def __init__(
        self,
        loader: ImageLoader,
        icons: IconSet,
        theme: Theme,
        *,
        is_past: bool = False,
        title_of: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._is_past = is_past
        self._title_of = title_of
        self._outcome: RetrainOutcome | None = None
        self._labels = LabelSet(())
        self._samples_title = ""
        self.symbol = QLabel()
        self.title = title("", 1.25)
        self.state = plain("")
        self.reasons = plain("")
        self.notes = muted("")
        self.done_button = QPushButton(tr("&Back to the list") if is_past else tr("&Done"))
        self.force_button = QPushButton(tr("&Use it anyway…"))
        self.back_button = QPushButton(" " + tr("&Go back"))
        self.table = ComparisonTable(icons, theme)
        self.here_button, self.base_button = QPushButton(tr("Your recordings")), QPushButton(tr("Other people"))
        self.before = ConfusionPlot(icons, theme, tr("Before"))
        self.now = ConfusionPlot(icons, theme, tr("Now"))
        self.changes_title = title("")
        self.changes = SampleImages(tr("Pictures that are read differently"), loader, icons, theme)
        self.doubtful_title = plain("")
        self.doubtful = SampleImages(tr("Pictures that are perhaps labelled wrongly"), loader, icons, theme)
        self._lay_out()
        self.done_button.clicked.connect(self.closed)
        self.force_button.clicked.connect(self.use_requested)
        self.back_button.clicked.connect(self.go_back_requested)
        for button in (self.here_button, self.base_button):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.toggled.connect(self._show_matrices)
        self.here_button.setChecked(True)
        theme.changed.connect(self._rebuild)

    def show_outcome(
        self,
        outcome: RetrainOutcome,
        infos: Sequence[SampleInfo],
        labels: LabelSet,
        samples_title: str = "Your recordings",
    ) -> None:
        """Show the outcome of a retraining.

        Args:
            outcome: The outcome.
            infos: The samples.
            labels: Names and icons of the labels.
            samples_title: Title of the samples that both models were compared on.
        """
        if (outcome, labels, samples_title) != (self._outcome, self._labels, self._samples_title):
            self._outcome, self._labels, self._samples_title = outcome, labels, samples_title
            self._rebuild()
        self._show_samples(outcome, infos)

    def show_use(self, model: ModelSummary | None, *, is_active: bool, is_busy: bool, can_go_back: bool) -> None:
        """Show whether the new model is in use.

        Args:
            model: The new model; None if it was deleted, or is not known yet.
            is_active: Whether it is in use.
            is_busy: Whether the library is busy.
            can_go_back: Whether there is a previous model.
        """
        is_forced = model is not None and model.verdict is GateVerdict.FORCED
        if is_busy:
            text = tr("One moment: the models are being checked.")
        elif model is None:
            text = tr("The model is not there any more.")
        elif model.trouble:
            text = tr("It cannot be used: {trouble}").format(trouble=translated(model.trouble))
        elif is_active:
            text = tr("It is in use, although it was found to be no better.") if is_forced else tr("It is in use now.")
        else:
            text = tr("It is not in use.") if self._is_past else tr("It is not in use. The list of models has it.")
        self.state.setText(text)
        self.back_button.setVisible(is_active and can_go_back)
        self.back_button.setEnabled(not is_busy)
        self.force_button.setVisible(model is not None and not is_active and not model.trouble)
        self.force_button.setText(tr("&Use it") if model is not None and model.can_be_used else tr("&Use it anyway…"))
        self.force_button.setEnabled(not is_busy)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setObjectName("card")
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for label in (self.title, self.reasons, self.state):
            texts.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        buttons = WrappingRow()
        buttons.add(self.back_button, self.force_button, self.done_button)
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 14, 16, 12)
        column.addLayout(row)
        column.addWidget(buttons, 0, Qt.AlignmentFlag.AlignRight)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        for widget in (head, self.table, self._matrices(), self._samples()):
            rows.addWidget(widget)
        rows.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.area = scrolled(body, tr("Result of the training"))
        layout.addWidget(self.area)

    def _matrices(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        choice = QHBoxLayout()
        choice.addWidget(muted(tr("Rows: what was shown. Columns: what was read.")), 1)
        which = WrappingRow()
        which.add(self.here_button, self.base_button)
        choice.addWidget(which)
        both = WrappingRow(spacing_px=20, is_filled=True)
        both.add(self.before, self.now)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addLayout(choice)
        column.addWidget(both)
        return card

    def _samples(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (self.changes_title, self.changes, self.doubtful_title, self.doubtful, self.notes):
            column.addWidget(widget)
        return card

    def _rebuild(self) -> None:
        outcome = self._outcome
        if outcome is None:
            return
        accepted = outcome.verdict.accepted
        colors = self._theme.colors
        side_px = round(self.fontMetrics().height() * 2.4)
        kind, color = ("success", colors.success) if accepted else ("warning", colors.warning)
        self.symbol.setPixmap(self._icons.pixmap(kind, side_px, color, self.devicePixelRatioF()))
        self.symbol.setAccessibleName(tr("Accepted") if accepted else tr("Refused"))
        self._icons.put_on(self.back_button, "undo", colors.text)
        self.title.setText(past_headline(outcome, self._title_of) if self._is_past else headline(outcome))
        self.reasons.setText("\n".join(verdict_reasons(outcome)))
        self.here_button.setText(self._samples_title)
        self.table.show_outcome(outcome, self._labels, self._samples_title)
        self._show_matrices()
        self.notes.setText("\n".join(map(translated, outcome.notes)))
        self.notes.setVisible(bool(self.notes.text()))

    def _show_samples(self, outcome: RetrainOutcome, infos: Sequence[SampleInfo]) -> None:
        """Show the existing samples with changed predictions or doubtful labels."""
        changes = changed_samples(outcome.changed, infos, self._labels)
        self.changes_title.setText(changes_title(outcome, missing=len(outcome.changed) - len(changes)))
        self.changes.show_samples(changes)
        self.doubtful_title.setText(doubtful_title(outcome.doubtful))
        self.doubtful_title.setVisible(bool(outcome.doubtful))
        self.doubtful.show_samples(doubtful_samples(outcome.doubtful, infos, self._labels))

    def _show_matrices(self) -> None:
        if self._outcome is None:
            return
        both = self._outcome.here if self.here_button.isChecked() else self._outcome.base
        self.before.show_confusion(both.old, self._labels)
        self.now.show_confusion(both.new, self._labels)
