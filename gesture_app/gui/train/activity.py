"""The progress and the result of a training, for the tab of the page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gesture_app.gui.pages import PageActivity
from gesture_app.gui.train.adding_job import AddingJob
from gesture_app.gui.train.retrain_controller import RetrainController
from gesture_app.gui.train.retrain_job import RetrainJob
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.live_reading import percent


class TrainActivity(PageActivity):
    """Names the finished share of a training, or of adding its packages, and marks a result until the page is seen.

    Args:
        job: The training.
        adding: Adds what training needs.
        controller: Knows its result.
        page: The page; shown, its results are seen.
    """

    def __init__(self, job: RetrainJob, adding: AddingJob, controller: RetrainController, page: QWidget) -> None:
        super().__init__(page)
        self._adding = adding
        self._job = job
        self._controller = controller
        self._page = page
        self._is_unseen = False
        for signal in (job.changed, adding.changed):
            signal.connect(self._refresh)
        controller.changed.connect(self._on_result_changed)

    def mark_seen(self) -> None:
        """The page is shown."""
        self._is_unseen = False
        self._refresh()

    def _on_result_changed(self) -> None:
        self._is_unseen = self._controller.result is not None and not self._page.isVisible()
        self._refresh()

    def _refresh(self) -> None:
        if self._job.is_running:
            share = 0.0 if self._job.progress is None else self._job.progress.share
            self.show(percent(share), tr("training, {percent} done").format(percent=percent(share)))
        elif self._adding.is_running:
            progress = self._adding.progress
            fetched = percent((progress.share if progress is not None else None) or 0.0)
            self.show(fetched, tr("adding what training needs, {fetched} fetched").format(fetched=fetched))
        elif self._is_unseen:
            self.show("●", tr("training has ended"))
        else:
            self.show("", "")
