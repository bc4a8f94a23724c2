"""A model library in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gesture_app.domain.frames.gestures import DEFAULT_LABELS, GestureSet
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.models.model_summary import Figures, GateVerdict, ModelImport, ModelOrigin, ModelSummary
from gesture_app.domain.retraining.events import RetrainOutcome
from gesture_app.errors import ModelError

SHIPPED_ID = "base-1"


def shipped_summary(model_id: str = SHIPPED_ID) -> ModelSummary:
    return ModelSummary(model_id, Path("shipped") / model_id, ModelOrigin.SHIPPED, DEFAULT_LABELS)


def retrained_summary(
    model_id: str,
    *,
    verdict: GateVerdict = GateVerdict.ACCEPTED,
    labels: GestureSet = DEFAULT_LABELS,
    made_at: str = "2024-04-01T00:00:00+00:00",
    figures: Sequence[Figures] = (),
    trouble: str = "",
) -> ModelSummary:
    return ModelSummary(
        model_id,
        Path("own") / model_id,
        ModelOrigin.RETRAINED,
        labels,
        made_at=made_at,
        parent=SHIPPED_ID,
        figures=tuple(figures),
        verdict=verdict,
        reasons=() if verdict is GateVerdict.ACCEPTED else ("It reads your rock worse.",),
        trouble=trouble,
    )


class InMemoryModelLibrary:
    """Follows the ``ModelLibrary`` contract.

    Attributes:
        warnings: Its warnings.
        error: The error that the next changing call raises; None for none.
        exported: The target of each export, by model.
        exported_learnt: What was learnt at once in each export, by model.
        archives: The model in each archive, by path.
        outcomes: The outcomes of retrainings, by model.
    """

    def __init__(self, *models: ModelSummary) -> None:
        self.warnings: tuple[str, ...] = ()
        self.error: ModelError | None = None
        self.exported: dict[str, Path] = {}
        self.exported_learnt: dict[str, LearntSamples | None] = {}
        self.archives: dict[Path, ModelSummary] = {}
        self.outcomes: dict[str, RetrainOutcome] = {}
        self._models = {model.id: model for model in (models or (shipped_summary(),))}
        self._active = next(iter(self._models))
        self._history: list[str] = []
        self._forced: set[str] = set()

    def put(self, model: ModelSummary) -> None:
        """Add a model, as another process would."""
        self._models[model.id] = model

    def listed(self) -> tuple[ModelSummary, ...]:
        own = [model for model in self._models.values() if not model.is_shipped]
        shipped = [model for model in self._models.values() if model.is_shipped]
        newest_first = sorted(own, key=lambda model: (model.made_at, model.id), reverse=True)
        return tuple(self._shown(model) for model in (*shipped, *newest_first))

    def active(self) -> ModelSummary:
        return self._shown(self._models[self._active])

    def previous(self) -> ModelSummary | None:
        usable = [model_id for model_id in self._history if self._can_go_back_to(model_id)]
        return self._shown(self._models[usable[-1]]) if usable else None

    def outcome_of(self, model_id: str) -> RetrainOutcome | None:
        self._known(model_id)
        self._fail()
        return self.outcomes.get(model_id)

    def activate(self, model_id: str, *, forced: bool = False) -> ModelSummary:
        model = self._shown(self._known(model_id))
        self._fail()
        if model.trouble:
            raise ModelError(f"The model {model_id} cannot be used: {model.trouble}")
        if model.verdict is GateVerdict.REFUSED:
            if not forced:
                raise ModelError(f"The model {model_id} is kept, but not used.", hint="You can force it.")
            self._forced.add(model_id)
        if model_id != self._active:
            self._history.append(self._active)
            self._active = model_id
        return self.active()

    def roll_back(self) -> ModelSummary:
        previous = self.previous()
        self._fail()
        if previous is None:
            raise ModelError("There is no earlier model to go back to.")
        self._forced.discard(self._active)
        while self._history.pop() != previous.id:
            pass
        self._active = previous.id
        return self.active()

    def rename(self, model_id: str, name: str) -> ModelSummary:
        self._known(model_id)
        self._fail()
        self._models[model_id] = replace(self._models[model_id], name=name.strip())
        return self._shown(self._models[model_id])

    def remove(self, model_id: str) -> None:
        model = self._known(model_id)
        self._fail()
        if model.is_shipped or model_id == self._active:
            raise ModelError(f"The model {model_id} came with the program or is in use.")
        del self._models[model_id]
        self._history = [entry for entry in self._history if entry != model_id]
        self._forced.discard(model_id)

    def export(self, model_id: str, target: Path, learnt: LearntSamples | None = None) -> None:
        self._known(model_id)
        self._fail()
        self.exported[model_id] = target
        self.exported_learnt[model_id] = learnt

    def forget_imported(self, model_id: str) -> int:
        model = self._known(model_id)
        self._fail()
        self._models[model_id] = replace(model, imported_samples={})
        return len(model.imported_samples)

    def import_archive(self, source: Path) -> ModelImport:
        self._fail()
        if source not in self.archives:
            raise ModelError(f"{source} is not imported: it is no zip archive.")
        model = replace(self.archives[source], origin=ModelOrigin.IMPORTED)
        if model.id in self._models:
            return ModelImport(self._shown(self._models[model.id]), was_known=True)
        self._models[model.id] = model
        return ModelImport(self._shown(model), was_known=False)

    def _known(self, model_id: str) -> ModelSummary:
        if model_id not in self._models:
            raise ModelError(f"There is no model {model_id}.")
        return self._models[model_id]

    def _can_go_back_to(self, model_id: str) -> bool:
        return model_id != self._active and self._shown(self._models[model_id]).can_be_used

    def _shown(self, model: ModelSummary) -> ModelSummary:
        is_forced = model.id in self._forced and model.verdict is GateVerdict.REFUSED
        verdict = GateVerdict.FORCED if is_forced else model.verdict
        return replace(model, verdict=verdict, is_active=model.id == self._active)

    def _fail(self) -> None:
        if self.error is not None:
            error, self.error = self.error, None
            raise error
