"""``gesture-app models``: lists, shows, activates, removes, exports and imports models."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from gesture_app.cli.actions import Actions, run_action
from gesture_app.cli.model_exchange import export_model, forget_imported, import_model
from gesture_app.cli.options import add_json_argument
from gesture_app.cli.output import print_columns, print_json, print_lines
from gesture_app.composition import model_library, sample_store
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, display_name
from gesture_app.domain.models.learnt_samples import learnt_by_person, learnt_text
from gesture_app.domain.models.model_summary import Figures, GateVerdict, ModelOrigin, ModelSummary
from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.domain.retraining.events import RetrainOutcome
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.errors import ModelError
from gesture_app.storage.decoding import to_plain

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
_IMPORTED_SETS = {**_SETS, "here": "the author's recordings"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and their arguments."""
    actions = Actions(parser)
    listing = actions.add(
        "list",
        lambda args, stdout, _stderr: list_models(stdout, as_json=args.json),
        help_text="the models there are, and which is in use",
    )
    add_json_argument(listing)
    show = actions.add(
        "show",
        lambda args, stdout, _stderr: show_model(args.id, stdout, as_json=args.json),
        help_text="all that is known of one",
    )
    _add_id_argument(show)
    add_json_argument(show)
    use = actions.add(
        "use",
        lambda args, stdout, _stderr: use_model(args.id, stdout, forced=args.force),
        help_text="use one from now on",
    )
    _add_id_argument(use)
    use.add_argument("--force", action="store_true", help="even if it was found to be no improvement")
    actions.add(
        "rollback",
        lambda _args, stdout, _stderr: roll_back(stdout),
        help_text="use the one again that was in use before",
        aliases=("back",),
    )
    rename = actions.add(
        "rename",
        lambda args, stdout, _stderr: rename_model(args.id, " ".join(args.name), stdout),
        help_text="give one a name of your own",
    )
    _add_id_argument(rename)
    rename.add_argument("name", nargs="*", metavar="NAME", help="the name; none to take it away")
    remove = actions.add(
        "remove",
        lambda args, stdout, _stderr: remove_model(args.id, stdout),
        help_text="remove one of your own for good",
    )
    _add_id_argument(remove)
    export = actions.add(
        "export",
        lambda args, stdout, _stderr: export_model(args.id, args.file, stdout, with_learnt=args.learnt),
        help_text="write one to an archive for another machine",
    )
    _add_id_argument(export)
    export.add_argument("file", type=Path, metavar="FILE.zip")
    export.add_argument(
        "--learnt",
        action="store_true",
        help="with what was learnt at once from samples: features, gestures and names, no pictures",
    )
    forget = actions.add(
        "forget-imported",
        lambda args, stdout, _stderr: forget_imported(args.id, stdout),
        help_text="remove for good what was learnt at once elsewhere and imported with one",
    )
    _add_id_argument(forget)
    importing = actions.add(
        "import",
        lambda args, stdout, _stderr: import_model(args.file, stdout),
        help_text="add one from another machine",
    )
    importing.add_argument("file", type=Path, metavar="FILE.zip", help="what export wrote, or a model's folder")


run = run_action


def list_models(console: Console, *, as_json: bool = False) -> int:
    """Print a line for each model and return the exit code."""
    library = model_library()
    models = library.listed()
    infos = sample_store().listed()
    if as_json:
        print_json([_record(model, infos) for model in models], console)
        return 0
    heading = ("", "id", "name", "origin", "on you", "on others", "learnt at once", "state")
    print_columns([_cells(model, infos) for model in models], console, heading=heading)
    troubles = [f"{model.id} cannot be used: {model.trouble}" for model in models if model.trouble]
    warnings = (*library.warnings, *(model.warning for model in models if model.warning))
    print_lines((*troubles, *dict.fromkeys(warnings)), console)
    return 0


def show_model(model_id: str, console: Console, *, as_json: bool = False) -> int:
    """Print origin, figures and verdict of one model and return the exit code.

    Raises:
        ModelError: If there is no such model.
    """
    library = model_library()
    model = next((model for model in library.listed() if model.id == model_id), None)
    if model is None:
        raise ModelError(f"There is no model {model_id}.", hint="`gesture-app models list` shows the ones there are.")
    outcome = None if model.labels is None else library.outcome_of(model_id)
    infos = sample_store().listed()
    if as_json:
        print_json({**_record(model, infos), "outcome": to_plain(outcome)}, console)
        return 0
    facts = {
        "id": model.id,
        "name": model.name,
        "folder": str(model.folder),
        "origin": _ORIGINS[model.origin],
        "parent": model.parent,
        "made": model.made_at,
        "gestures": ", ".join(map(display_name, model.labels.labels)) if model.labels else "",
        "new gestures": ", ".join(map(display_name, _new_gestures(model))),
        "learnt at once": learnt_text(learnt_by_person(model, infos)),
        "of them imported": str(len(model.imported_samples) or ""),
        "state": _state(model),
        "why": model.trouble or " ".join(model.reasons),
        "warning": model.warning,
    }
    print_columns([(name, fact) for name, fact in facts.items() if fact], console)
    sets = _IMPORTED_SETS if model.origin is ModelOrigin.IMPORTED else _SETS
    for figures in model.figures:
        console.print(_figures_table(figures, sets), highlight=False)
    if outcome is not None:
        _print_outcome(outcome, sets, console)
    return 0


def use_model(model_id: str, console: Console, *, forced: bool = False) -> int:
    """Activate a model and return the exit code.

    Raises:
        ModelError: If there is no such model, it cannot be used, or it was refused and ``forced`` is false.
    """
    library = model_library()
    model = next((model for model in library.listed() if model.id == model_id), None)
    if model is not None and model.verdict is GateVerdict.REFUSED and not model.trouble and not forced:
        hint = " ".join((*model.reasons, f"To use it all the same: gesture-app models use {model_id} --force"))
        raise ModelError(f"The model {model_id} is kept, but not used: it was found to be no improvement.", hint=hint)
    used = library.activate(model_id, forced=forced)
    lines = [f"{used.id} is in use from now on; an open window goes on with its own until it is started again."]
    if used.verdict is GateVerdict.FORCED:
        lines.append("It was found to be no improvement. To take that back: gesture-app models rollback")
    print_lines(lines, console)
    return 0


def roll_back(console: Console) -> int:
    """Activate the previously active model again and return the exit code.

    Raises:
        ModelError: If there was no earlier model.
    """
    library = model_library()
    left, model = library.active().id, library.roll_back()
    print_lines([f"{model.id} is in use again; {left} is kept."], console)
    return 0


def rename_model(model_id: str, name: str, console: Console) -> int:
    """Give a model a name, or with an empty one none, and return the exit code.

    Raises:
        ModelError: If there is no such model, or it cannot have that name.
    """
    model = model_library().rename(model_id, name)
    line = f"{model.id} is named {model.name} now." if model.name else f"{model.id} has no name of its own now."
    console.print(line, highlight=False, soft_wrap=True)
    return 0


def remove_model(model_id: str, console: Console) -> int:
    """Remove one of the user's models for good and return the exit code.

    Raises:
        ModelError: If there is no such model, it came with the program, or it is active.
    """
    model_library().remove(model_id)
    print_lines([f"{model_id} is removed."], console)
    return 0


def _add_id_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="as `gesture-app models list` shows it")


def _cells(model: ModelSummary, infos: Sequence[SampleInfo]) -> tuple[str | Text, ...]:
    """Cells of a model in the list."""
    style = "bold" if model.is_active else "dim" if model.trouble else ""
    return (
        "→" if model.is_active else "",
        Text(model.id, style),
        model.name,
        _ORIGINS[model.origin],
        *(_change(model, name) for name in _SETS),
        learnt_text(learnt_by_person(model, infos)),
        Text(_state(model), "red" if model.trouble else ""),
    )


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
    table = Table("gesture", "accuracy", title=f"{name}{hands}", title_justify="left", pad_edge=False)
    for label, share in figures.recall.items():
        table.add_row(Text(display_name(label)), _change_of(figures.recall_before.get(label), share))
    table.add_row("all", _change_of(figures.accuracy_before, figures.accuracy), style="bold")
    return table


def _print_outcome(outcome: RetrainOutcome, sets: Mapping[str, str], console: Console) -> None:
    """Print confusion counts, samples with changed predictions, doubtful labels and notes of a retraining."""
    for name, comparison in (("here", outcome.here), ("base", outcome.base)):
        if comparison.old.total:
            console.print(_answers_table(f"what was read, before → now: {sets[name]}", comparison), highlight=False)
        if comparison.sureness is not None:
            confidence = comparison.sureness.change_text
            console.print(f"confidence in the gesture shown, on average: {confidence}", highlight=False)
    if outcome.changed:
        rows = [
            (change.sample_id, *map(display_name, (change.shown, change.old, change.new))) for change in outcome.changed
        ]
        console.print("read differently", style="italic", highlight=False)
        print_columns(rows, console, heading=("id", "gesture", "before", "now"))
    if outcome.doubtful:
        print_lines([f"Perhaps labelled wrongly: {', '.join(outcome.doubtful)}"], console)
    print_lines(outcome.notes, console)


def _answers_table(heading: str, comparison: Comparison) -> Table:
    """Confusion counts before and now: a row for each true gesture, a column for each predicted one."""
    labels = comparison.old.labels
    table = Table("shown", title=heading, title_justify="left", pad_edge=False)
    for label in labels:
        table.add_column(Text(display_name(label)), justify="right")
    for label, before, now in zip(labels, comparison.old.counts, comparison.new.counts, strict=True):
        if sum(before):
            cells = (f"{old} → {new}" if old or new else "" for old, new in zip(before, now, strict=True))
            table.add_row(Text(display_name(label)), *cells)
    return table


def _record(model: ModelSummary, infos: Sequence[SampleInfo]) -> dict[str, Any]:
    return {
        "id": model.id,
        "name": model.name or None,
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
        "learnt_at_once": dict(learnt_by_person(model, infos)),
        "is_active": model.is_active,
        "trouble": model.trouble or None,
        "warning": model.warning or None,
    }
