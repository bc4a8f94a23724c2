"""``gesture-app models``: which models there are, where they came from, and which one is in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from gesture_app.cli.records import print_json
from gesture_app.composition import model_library
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, display_name
from gesture_app.domain.models.model_summary import Figures, GateVerdict, ModelOrigin, ModelSummary
from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.domain.retraining.events import RetrainOutcome, to_plain
from gesture_app.errors import ModelError

_ORIGINS = {
    ModelOrigin.SHIPPED: "shipped",
    ModelOrigin.RETRAINED: "retrained",
    ModelOrigin.IMPORTED: "imported",
}
_VERDICTS = {
    GateVerdict.ACCEPTED: "accepted",
    GateVerdict.REFUSED: "refused, not used",
    GateVerdict.FORCED: "refused, but forced",
}
_SETS = {"here": "your recordings", "base": "other people"}
_OF_ITS_MAKER = {"here": "its maker's recordings"}


def list_models(console: Console, *, as_json: bool = False) -> int:
    """Print a line for each model; returns the exit code."""
    library = model_library()
    models = library.listed()
    if as_json:
        print_json([_record(model) for model in models], console)
        return 0
    table = Table("", Column("id", no_wrap=True), pad_edge=False)
    for name in ("origin", "on you", "on others", "state"):
        table.add_column(name)
    for model in models:
        style = "bold" if model.is_active else "dim" if model.trouble else ""
        table.add_row(
            "→" if model.is_active else "",
            Text(model.id, style),
            _ORIGINS[model.origin],
            *(_change(model, name) for name in _SETS),
            Text(_state(model), "red" if model.trouble else ""),
        )
    console.print(table, highlight=False)
    troubles = [f"{model.id} cannot be used: {model.trouble}" for model in models if model.trouble]
    _print_lines((*troubles, *library.warnings), console)
    return 0


def show_model(model_id: str, console: Console, *, as_json: bool = False) -> int:
    """Print all that is known of one model; returns the exit code.

    Raises:
        ModelError: If there is none of that id.
    """
    library = model_library()
    model = next((model for model in library.listed() if model.id == model_id), None)
    if model is None:
        raise ModelError(f"There is no model {model_id}.", hint="`gesture-app models list` shows the ones there are.")
    outcome = None if model.labels is None else library.outcome_of(model_id)
    if as_json:
        print_json({**_record(model), "outcome": to_plain(outcome)}, console)
        return 0
    facts = {
        "id": model.id,
        "folder": str(model.folder),
        "origin": _ORIGINS[model.origin],
        "parent": model.parent,
        "made": model.made_at,
        "gestures": ", ".join(map(display_name, model.labels.labels)) if model.labels else "",
        "new gestures": ", ".join(map(display_name, _new_gestures(model))),
        "state": _state(model),
        "why": model.trouble or " ".join(model.reasons),
    }
    table = Table.grid(padding=(0, 2))
    for name, fact in facts.items():
        if fact:
            table.add_row(name, Text(fact, overflow="fold"))
    console.print(table, highlight=False)
    sets = {**_SETS, **_OF_ITS_MAKER} if model.origin is ModelOrigin.IMPORTED else _SETS
    for figures in model.figures:
        console.print(_figures_table(figures, sets), highlight=False)
    if outcome is not None:
        _print_outcome(outcome, sets, console)
    return 0


def use_model(model_id: str, console: Console, *, forced: bool = False) -> int:
    """Use a model from now on; returns the exit code.

    Raises:
        ModelError: If there is none of that id, it cannot be used, or that has to be forced.
    """
    library = model_library()
    model = next((model for model in library.listed() if model.id == model_id), None)
    if model is not None and model.verdict is GateVerdict.REFUSED and not model.trouble and not forced:
        hint = " ".join((*model.reasons, f"To use it all the same: gesture-app models use {model_id} --force"))
        raise ModelError(f"The model {model_id} is kept, but not used: it was found to be no improvement.", hint=hint)
    used = library.activate(model_id, forced=forced)
    lines = [f"{used.id} is in use from now on; an open window goes on with its own until it is started again."]
    if used.verdict is GateVerdict.FORCED:
        lines.append("It was found to be no improvement. To take that back: gesture-app models back")
    _print_lines(lines, console)
    return 0


def roll_back(console: Console) -> int:
    """Use the model again that was in use before; returns the exit code.

    Raises:
        ModelError: If there is none to go back to.
    """
    library = model_library()
    left, model = library.active().id, library.roll_back()
    _print_lines([f"{model.id} is in use again; {left} is kept."], console)
    return 0


def remove_model(model_id: str, console: Console) -> int:
    """Remove an own model for good; returns the exit code.

    Raises:
        ModelError: If there is none of that id, it came with the program, or it is in use.
    """
    model_library().remove(model_id)
    _print_lines([f"{model_id} is removed."], console)
    return 0


def export_model(model_id: str, path: Path, console: Console) -> int:
    """Write a model to an archive; returns the exit code.

    Raises:
        ModelError: If it is damaged, or the archive cannot be written.
    """
    model_library().export(model_id, path)
    size_mb = path.stat().st_size / 1e6
    _print_lines([f"Wrote {model_id} to {path} ({size_mb:.1f} MB)."], console)
    return 0


def import_model(path: Path, console: Console) -> int:
    """Add a model from another machine; returns the exit code.

    Raises:
        ModelError: If it cannot be read, does not work, or is not to be trusted.
    """
    done = model_library().import_archive(path)
    if done.was_known:
        _print_lines([f"This model is there already, as {done.model.id}."], console)
        return 0
    lines = [f"Imported as {done.model.id}. To use it: gesture-app models use {done.model.id}"]
    if done.model.trouble:
        lines = [f"Imported as {done.model.id}, but it cannot be used: {done.model.trouble}"]
    _print_lines(lines, console)
    return 0


def _state(model: ModelSummary) -> str:
    if model.trouble:
        return "cannot be used"
    verdict = [] if model.verdict is None else [_VERDICTS[model.verdict]]
    new = _new_gestures(model)
    knows = [f"also knows {', '.join(map(display_name, new))}"] if new else []
    return "; ".join((*(["in use"] if model.is_active else []), *verdict, *knows)) or "ready"


def _new_gestures(model: ModelSummary) -> list[str]:
    return [label for label in model.labels.gestures if label not in DEFAULT_LABELS.labels] if model.labels else []


def _change(model: ModelSummary, name: str) -> str:
    figures = next((figures for figures in model.figures if figures.name == name), None)
    return "" if figures is None else _change_of(figures.accuracy_before, figures.accuracy)


def _change_of(before: float | None, after: float | None) -> str:
    if after is None:
        return ""
    return _percent(after) if before is None else f"{_percent(before)} → {_percent(after)}"


def _percent(share: float) -> str:
    return f"{share:.1%}"


def _figures_table(figures: Figures, sets: Mapping[str, str]) -> Table:
    hands = "" if figures.hands is None else f", {figures.hands} hands"
    name = sets.get(figures.name, figures.name.replace("_", " "))
    table = Table("gesture", "read rightly", title=f"{name}{hands}", title_justify="left", pad_edge=False)
    for label, share in figures.recall.items():
        table.add_row(Text(display_name(label)), _change_of(figures.recall_before.get(label), share))
    table.add_row("all", _change_of(figures.accuracy_before, figures.accuracy), style="bold")
    return table


def _print_outcome(outcome: RetrainOutcome, sets: Mapping[str, str], console: Console) -> None:
    """What the figures do not say: what was taken for what, which pictures are read differently, and notes."""
    for name, comparison in (("here", outcome.here), ("base", outcome.base)):
        if comparison.old.total:
            console.print(_answers_table(f"what was read, before → now: {sets[name]}", comparison), highlight=False)
        if comparison.sureness is not None:
            how_sure = comparison.sureness.change_text
            console.print(f"how sure of what is shown, on average: {how_sure}", highlight=False)
    if outcome.changed:
        table = Table("id", "gesture", "before", "now", title="read differently", title_justify="left", pad_edge=False)
        for change in outcome.changed:
            names = (Text(display_name(label)) for label in (change.shown, change.old, change.new))
            table.add_row(change.sample_id, *names)
        console.print(table, highlight=False)
    if outcome.doubtful:
        _print_lines([f"Perhaps labelled wrongly: {', '.join(outcome.doubtful)}"], console)
    _print_lines(outcome.notes, console)


def _answers_table(heading: str, comparison: Comparison) -> Table:
    """A row for each gesture that was shown, a column for each that was read."""
    labels = comparison.old.labels
    table = Table("shown", title=heading, title_justify="left", pad_edge=False)
    for label in labels:
        table.add_column(Text(display_name(label)), justify="right")
    for label, before, now in zip(labels, comparison.old.counts, comparison.new.counts, strict=True):
        if sum(before):
            cells = (f"{old} → {new}" if old or new else "" for old, new in zip(before, now, strict=True))
            table.add_row(Text(display_name(label)), *cells)
    return table


def _record(model: ModelSummary) -> dict[str, Any]:
    return {
        "id": model.id,
        "folder": str(model.folder),
        "origin": model.origin.value,
        "labels": list(model.labels.labels) if model.labels else None,
        "made_at": model.made_at or None,
        "parent": model.parent,
        "figures": {
            figures.name: {
                "hands": figures.hands,
                "accuracy": figures.accuracy,
                "accuracy_before": figures.accuracy_before,
                "recall": dict(figures.recall),
                "recall_before": dict(figures.recall_before),
            }
            for figures in model.figures
        },
        "verdict": model.verdict.value if model.verdict else None,
        "reasons": list(model.reasons),
        "is_active": model.is_active,
        "trouble": model.trouble or None,
    }


def _print_lines(lines: Iterable[str], console: Console) -> None:
    for line in lines:
        console.print(line, highlight=False, soft_wrap=True)
