"""Filters of the gallery."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from gesture_app.domain.samples.label_check import is_misread_by
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.people import sorted_people
from gesture_app.domain.samples.sample import TRASH_DAYS, SampleInfo
from gesture_app.gui.collect.people_state import person_title
from gesture_app.gui.texts import label_title, session_title
from gesture_app.gui.translation import number, tr
from gesture_app.gui.widgets.wrapping_row import WrappingRow

_EVERYBODY = None


class GalleryFilters(WrappingRow):
    """Filters by label, person, session, wrong prediction, doubtful label, and deletion.

    Args:
        parent: Parent widget.
    """

    changed = Signal()
    """The user changed a filter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing_px=8, parent=parent)
        self.label = QComboBox()
        self.label.setAccessibleName(tr("Gesture"))
        self.person = QComboBox()
        self.person.setAccessibleName(tr("Person"))
        self.session = QComboBox()
        self.session.setAccessibleName(tr("Session"))
        self.misread = QPushButton()
        self.misread.setToolTip(tr("Only what the model in use took for something else, of gestures that it knows"))
        self.doubtful = QPushButton()
        self.doubtful.setToolTip(tr("Only what is perhaps labelled wrongly: the model and the other samples say so"))
        self._doubtful_ids: frozenset[str] = frozenset()
        self.trash = QPushButton()
        self.trash.setToolTip(
            tr("What was deleted; each is removed for good after {days} days").format(days=TRASH_DAYS)
        )
        for box in (self.label, self.person, self.session):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumContentsLength(10)
            box.setMinimumHeight(round(self.fontMetrics().height() * 2))
            box.currentIndexChanged.connect(self.changed)
            self.add(box)
        for button in (self.misread, self.doubtful, self.trash):
            button.setCheckable(True)
            button.toggled.connect(self.changed)
            self.add(button)

    @property
    def is_trash_shown(self) -> bool:
        """Whether the deleted samples are shown."""
        return self.trash.isChecked()

    def show_label(self, slug: str) -> None:
        """Show the samples of one label."""
        self.label.setCurrentIndex(max(0, self.label.findData(slug)))

    def offer_doubtful(self, sample_ids: Collection[str]) -> None:
        """Offer to show these samples alone."""
        ids = frozenset(sample_ids)
        if ids == self._doubtful_ids:
            return
        self._doubtful_ids = ids
        if not ids:
            self.doubtful.setChecked(False)
        self.changed.emit()

    def show_doubtful(self) -> None:
        """Show the samples with doubtful labels, of all labels, people and sessions."""
        for box in (self.label, self.person, self.session):
            box.setCurrentIndex(0)
        for button in (self.misread, self.trash):
            button.setChecked(False)
        self.doubtful.setChecked(True)

    def choose(
        self, listed: Sequence[SampleInfo], trashed: Sequence[SampleInfo], labels: LabelSet, model_id: str
    ) -> Sequence[SampleInfo]:
        """Update the choices, and return the samples that pass the filters.

        Args:
            listed: The samples, oldest first.
            trashed: The samples in the trash.
            labels: The labels.
            model_id: Id of the model in use.
        """
        if not trashed and self.is_trash_shown:
            self.trash.blockSignals(True)
            self.trash.setChecked(False)
            self.trash.blockSignals(False)
        self.trash.setText(tr("Deleted ({count})").format(count=number(len(trashed))))
        self.trash.setVisible(bool(trashed))
        infos = trashed if self.is_trash_shown else listed
        self._offer(infos, labels)
        label, person, session = (box.currentData() for box in (self.label, self.person, self.session))
        of_all: Sequence[SampleInfo] = infos
        if (label, person, session) != ("", _EVERYBODY, ""):
            of_all = [
                info
                for info in infos
                if label in ("", info.label) and person in (_EVERYBODY, info.person) and session in ("", info.session)
            ]
        misread = [info for info in of_all if is_misread_by(info, model_id)]
        self.misread.setText(tr("Recognized wrongly ({count})").format(count=number(len(misread))))
        doubtful = [info for info in of_all if info.id in self._doubtful_ids] if self._doubtful_ids else []
        self.doubtful.setText(tr("Doubtful ({count})").format(count=number(len(doubtful))))
        self.doubtful.setVisible(bool(self._doubtful_ids) and not self.is_trash_shown)
        shown = misread if self.misread.isChecked() else of_all
        is_chosen = self.doubtful.isChecked() and not self.is_trash_shown
        return [info for info in shown if info.id in self._doubtful_ids] if is_chosen else shown

    def _offer(self, infos: Sequence[SampleInfo], labels: LabelSet) -> None:
        by_label, people, by_session = Counter[str](), Counter[str](), Counter[str]()
        for (label, person, session), count in Counter(map(attrgetter("label", "person", "session"), infos)).items():
            by_label[label] += count
            people[person] += count
            by_session[session] += count
        titles = [(f"{label_title(one)} ({number(by_label[one.slug])})", one.slug) for one in labels.labels]
        used = [entry for entry in titles if by_label[entry[1]]]
        _fill(self.label, [(tr("All gestures ({count})").format(count=number(len(infos))), ""), *used])
        named = [(f"{person_title(name)} ({number(people[name])})", name) for name in sorted_people(people)]
        _fill(self.person, [(tr("Everybody"), _EVERYBODY), *named])
        self.person.setVisible(any(people))
        begun = {info.session: info.taken_at for info in reversed(infos)}
        sessions = _newest_first(begun, by_session)
        _fill(self.session, [(tr("All sessions ({count})").format(count=number(len(sessions))), ""), *sessions])


def _newest_first(begun: Mapping[str, str], counts: Mapping[str, int]) -> list[tuple[str, str]]:
    """Title and name of each session, newest first; the title holds its number of samples."""
    names = sorted(begun, key=lambda name: begun[name], reverse=True)
    return [(f"{session_title(name, begun[name])} ({number(counts[name])})", name) for name in names]


def _fill(box: QComboBox, entries: Sequence[tuple[str, str | None]]) -> None:
    """Set the texts and values of a box; the selected value stays selected if it is among them."""
    if [(box.itemText(row), box.itemData(row)) for row in range(box.count())] == list(entries):
        return
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for text, value in entries:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
