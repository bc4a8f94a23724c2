"""The samples that options of ``gesture-app samples`` select."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gesture_app.cli.sample_labels import SampleArgumentError, known_label
from gesture_app.composition import all_but
from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.label_check import is_misread_by
from gesture_app.domain.samples.people import people_in
from gesture_app.domain.samples.sample import SampleInfo


@dataclass(frozen=True)
class SampleFilter:
    """Selects samples.

    Attributes:
        label: Name or slug of a gesture; None for all.
        session: Recording session; None for all.
        person: Name of a person, in any case; empty for nobody in particular, None for everybody.
        misread_by: Id of the model in use, to leave out samples that it did not read as another gesture than a known
            one; None for all.
    """

    label: str | None = None
    session: str | None = None
    misread_by: str | None = None
    person: str | None = None

    def apply(self, store: SampleStore) -> tuple[SampleInfo, ...]:
        """Selected samples of a store, oldest first.

        Raises:
            GestureAppError: If there is no such gesture or session, or the person has no samples.
        """
        label = None if self.label is None else known_label(store, self.label).slug
        if self.session is not None and self.session not in store.counts_by_session():
            hint = "`gesture-app samples list` shows the sessions at the beginning of each name."
            raise SampleArgumentError(f"There is no session {self.session}.", hint=hint)
        infos = store.listed(label=label, session=self.session)
        if self.person is not None:
            muted = all_but([self.person], people_in(store.listed()))
            infos = tuple(info for info in infos if info.person not in muted)
        return self.misread(infos)

    def misread(self, infos: Iterable[SampleInfo]) -> tuple[SampleInfo, ...]:
        """Those that the model in use misread, or all."""
        model_id = self.misread_by
        return tuple(info for info in infos if model_id is None or is_misread_by(info, model_id))
