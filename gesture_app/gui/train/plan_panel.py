"""Panel with the retrain button and the plan of a retraining."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.retraining.plan import GOOD_SAMPLES, LabelPlan, RetrainPlan
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.texts import label_title
from gesture_app.gui.train.adding_job import AddingJob
from gesture_app.gui.train.label_cells import label_icon_cell, label_or_default
from gesture_app.gui.train.layouts import clear, muted, plain
from gesture_app.gui.train.needs_card import NeedsCard
from gesture_app.gui.train.sample_bar import SampleBar
from gesture_app.gui.train.steps import training_steps
from gesture_app.gui.train.steps_card import StepsCard
from gesture_app.gui.train.texts import held_out_text, sessions_text, use_text, validation_text
from gesture_app.gui.translation import number, tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.scrolled import scrolled
from gesture_app.gui.widgets.theme import Theme


class PlanPanel(QWidget):
    """The steps above; what will be learnt, the warnings and a table of the gestures below.

    Args:
        adding: Adds what training needs.
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(self, adding: AddingJob, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._adding = adding
        self._is_installed = True
        self._icons = icons
        self._theme = theme
        self._plan: RetrainPlan | None = None
        self._infos: Sequence[SampleInfo] = ()
        self._labels = LabelSet(())
        self._obstacle = ""
        self._has_own_model = False
        self.retrain_button = QPushButton(" " + tr("&Retrain"))
        self.retrain_button.setToolTip(tr("Train the model in use further on your samples (Ctrl+R)"))
        self.collect_button = QPushButton(" " + tr("Record &samples"))
        self.by_direction = QCheckBox(tr("My gestures differ by &direction alone"))
        self.by_direction.setToolTip(
            tr("Such as a thumb up or down: hands are then cut out as they are held, not turned upright first")
        )
        self.summary = plain("")
        self.held_out = muted("")
        self.play_button = QPushButton(" " + tr("&Play"))
        self.steps = StepsCard((self.collect_button, self.retrain_button, self.play_button), icons, theme)
        self.needs = NeedsCard(adding, icons, theme)
        self._facts = QFrame()
        self.warnings: tuple[str, ...] = ()
        self._table_card = QFrame()
        self._warnings_card = QFrame()
        self.table = QGridLayout(self._table_card)
        self._notes = QVBoxLayout(self._warnings_card)
        self._lay_out()
        theme.changed.connect(self._rebuild)
        adding.changed.connect(self._on_adding_changed)
        self.show_plan(None, (), LabelSet(()))

    @property
    def turn(self) -> Turn | None:
        """The chosen rotation of crops; None for that of the model."""
        is_asked = self.by_direction.isChecked() and not self.by_direction.isHidden()
        return Turn.AS_SEEN if is_asked else None

    def show_plan(
        self,
        plan: RetrainPlan | None,
        infos: Sequence[SampleInfo],
        labels: LabelSet,
        obstacle: str = "",
        *,
        has_own_model: bool = False,
    ) -> None:
        """Show a plan.

        Args:
            plan: The plan; None while it is not known.
            infos: The samples.
            labels: Names and icons of the labels.
            obstacle: Reason why there is no plan.
            has_own_model: Whether a retrained model is in use.
        """
        shown = (self._plan, self._labels, self._has_own_model)
        if plan is not None and (plan, labels, has_own_model) == shown:
            return
        self._plan, self._infos, self._labels, self._obstacle = plan, infos, labels, obstacle
        self._has_own_model = has_own_model
        self._rebuild()

    def showEvent(self, event: QShowEvent) -> None:
        """Find out whether anything is missing."""
        super().showEvent(event)
        self._adding.refresh()

    def _on_adding_changed(self) -> None:
        is_installed = not self._adding.missing
        if is_installed != self._is_installed:
            self._is_installed = is_installed
            self._rebuild()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.steps)
        layout.addWidget(self._details_area(), 1)

    def _facts_card(self) -> QFrame:
        self._facts.setObjectName("card")
        column = QVBoxLayout(self._facts)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for widget in (self.summary, self.held_out, self.by_direction):
            column.addWidget(widget)
        return self._facts

    def _details_area(self) -> QScrollArea:
        for card in (self._table_card, self._warnings_card):
            card.setObjectName("card")
        self.table.setContentsMargins(16, 12, 16, 12)
        self.table.setHorizontalSpacing(14)
        self.table.setVerticalSpacing(4)
        self._notes.setContentsMargins(16, 12, 16, 12)
        self._notes.setSpacing(8)
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.needs)
        column.addWidget(self._facts_card())
        column.addWidget(self._warnings_card)
        column.addWidget(self._table_card)
        column.addStretch(1)
        return scrolled(details, tr("Plan"))

    def _rebuild(self) -> None:
        plan = self._plan
        colors = self._theme.colors
        side_px = round(self.fontMetrics().height() * 1.3)
        is_planned = plan is not None and not plan.blocking
        is_possible = is_planned and self._is_installed
        color = colors.on_accent if is_possible else colors.disabled
        self.retrain_button.setIcon(self._icons.icon("train", color))
        self.retrain_button.setIconSize(QSize(side_px, side_px))
        self.retrain_button.setEnabled(is_possible)
        self._icons.put_on(self.collect_button, "record", colors.text if is_planned else colors.on_accent)
        self._icons.put_on(self.play_button, "play", colors.text)
        train_button = self.retrain_button if self._is_installed else self.needs.add_button
        self._mark_next(train_button if is_planned else self.collect_button)
        steps = training_steps(plan, self._obstacle, has_own_model=self._has_own_model, is_installed=self._is_installed)
        self.steps.show_steps(steps)
        self.by_direction.setVisible(plan is not None and bool(plan.new_labels))
        blocking = "" if plan is None else " ".join(map(translated, plan.blocking))
        for label, text in (
            (self.summary, "" if plan is None else use_text(plan)),
            (self.held_out, "" if plan is None else held_out_text(plan, self._infos)),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._facts.setVisible(is_planned)
        self.retrain_button.setAccessibleDescription(blocking or self.summary.text())
        self.warnings = () if plan is None else tuple(map(translated, plan.warnings))
        clear(self._notes)
        for warning in self.warnings:
            self._add_warning(warning)
        self._warnings_card.setVisible(bool(self.warnings))
        clear(self.table)
        for row, label_plan in enumerate(plan.labels if plan is not None else ()):
            self._add_row(row + 1, label_plan)
        has_samples = plan is not None and bool(plan.labels)
        self._table_card.setVisible(has_samples)
        if has_samples:
            self._add_head()

    def _mark_next(self, chosen: QPushButton) -> None:
        """Highlight the button of the step that comes next."""
        for button in (self.collect_button, self.retrain_button, self.needs.add_button):
            name = "primary" if button is chosen else ""
            if button.objectName() != name:
                button.setObjectName(name)
                button.style().polish(button)

    def _add_warning(self, text: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        symbol = QLabel()
        side_px = round(self.fontMetrics().height() * 1.2)
        symbol.setPixmap(self._icons.pixmap("warning", side_px, self._theme.colors.warning, self.devicePixelRatioF()))
        symbol.setAccessibleName(tr("Warning"))
        row.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain(text), 1)
        self._notes.addLayout(row)

    def _add_head(self) -> None:
        for column, text in enumerate(
            (tr("Gesture"), tr("Samples"), tr("By session"), tr("Learn from"), tr("Check with"), "")
        ):
            self.table.addWidget(muted(text), 0, column + (column > 0), 1, 1 + (column == 0))
        self.table.setColumnStretch(6, 1)

    @property
    def _max_samples(self) -> int:
        """Number of samples at the end of the bars."""
        counts = (label_plan.samples for label_plan in (self._plan.labels if self._plan is not None else ()))
        return max(GOOD_SAMPLES, *counts)

    def _add_row(self, row: int, label_plan: LabelPlan) -> None:
        label = label_or_default(self._labels, label_plan.label)
        title = label_title(label) + (" " + tr("(new)") if label_plan.is_new else "")
        enough = label_plan.samples >= GOOD_SAMPLES
        status, recorded = validation_text(label_plan), number(label_plan.samples)
        checked = f"{label_plan.held_out} ({status})" if label_plan.held_out else status
        texts = (
            title,
            recorded if enough else tr("{count} of {goal}").format(count=recorded, goal=GOOD_SAMPLES),
            sessions_text(label_plan),
            "-" if label_plan.is_left_out else number(label_plan.training),
            checked,
        )
        self.table.addWidget(label_icon_cell(label, self._icons, self._theme), row, 0)
        for column, text in enumerate(texts):
            widget = plain(text) if column == 0 or not label_plan.is_left_out else muted(text)
            self.table.addWidget(widget, row, column + 1)
        self.table.addWidget(SampleBar(label_plan, self._max_samples, self._icons, self._theme), row, 6)
