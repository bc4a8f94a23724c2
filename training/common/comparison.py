"""Comparison of runs by the files in their folders."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from gesture_app.errors import GestureAppError
from training.common.charts import Curve, epoch_positions
from training.common.run_record import AVERAGE_SCORE, HISTORY_NAME, VALIDATION_SCORE

RUN_NAME = "run.json"
TEST_REPORT = Path("evaluation/report.json")

MEASURES = {
    "val_accuracy": "Validation: share right",
    "val_loss": "Validation loss",
    VALIDATION_SCORE: "Held-out score",
}
"""Titles of the compared curves, by key of the history; the score of hand models is their mean recall."""


class ComparisonError(GestureAppError):
    """A folder holds no run, or it cannot be read."""


@dataclass(frozen=True)
class Summary:
    """Summary of one run.

    Attributes:
        folder: Its folder.
        name: Its name in the comparison.
        history: One row per epoch.
        best: Row of the final weights.
        experiment: Recipe and variant, the same for runs that differ in their seed; None for hand models.
        weights: Initial weights; None where not recorded.
        seconds: Duration; None where not recorded.
        test_accuracy: Accuracy on the test split; None where not measured.
        state: ``"done"``, ``"stopped"`` or ``"running"``; None where not recorded.
        curves: Epochs and values of each compared metric.
    """

    folder: Path
    name: str
    history: Sequence[Mapping[str, Any]]
    best: Mapping[str, Any]
    experiment: tuple[str, str] | None = None
    weights: str | None = None
    seconds: float | None = None
    test_accuracy: float | None = None
    state: str | None = None
    curves: Mapping[str, Curve] = field(default_factory=dict)

    @property
    def validation(self) -> float | None:
        """Validation accuracy, or the validation score of a hand model, of the final weights."""
        return _number(self.best.get("val_accuracy", self.best.get(VALIDATION_SCORE)))


def find_runs(folders: Iterable[Path]) -> list[Path]:
    """Find run folders: folders with a history, or the subfolders with one, such as the variants of a recipe.

    Subfolders without a finished epoch are skipped.

    Raises:
        ComparisonError: If a folder holds no run, or a history cannot be read.
    """
    found: dict[Path, Path] = {}
    for folder in folders:
        inside = [file.parent for file in sorted(folder.glob(f"*/{HISTORY_NAME}")) if _read(file, list)]
        runs = [folder] if (folder / HISTORY_NAME).is_file() else inside
        if not runs:
            hint = "Name the folders of runs, such as runs/camp-gestures/relu-frozen, or the folder above them."
            raise ComparisonError(f"{folder} holds no {HISTORY_NAME}, so it is no run.", hint=hint)
        found |= {run.resolve(): run for run in runs}
    return list(found.values())


def read_summaries(folders: Sequence[Path]) -> list[Summary]:
    """Summaries of runs, with unique names.

    Raises:
        ComparisonError: If one cannot be read.
    """
    return [read_summary(folder, name) for folder, name in zip(folders, _names(folders), strict=True)]


def read_summary(folder: Path, name: str | None = None) -> Summary:
    """Summary of one run.

    Args:
        folder: Its folder.
        name: Its name; by default that of the folder.

    Raises:
        ComparisonError: If it cannot be read.
    """
    history = _read(folder / HISTORY_NAME, list)
    if not history or not all(isinstance(row, dict) and {"phase", "epoch"} <= set(row) for row in history):
        raise ComparisonError(
            f"{folder / HISTORY_NAME} holds no epochs.", hint="Let the run finish an epoch, or leave it out."
        )
    run = _read(folder / RUN_NAME, dict) if (folder / RUN_NAME).is_file() else {}
    return Summary(
        folder=folder,
        name=name or folder.resolve().name,
        history=history,
        best=_best(history, run.get("best")),
        experiment=(str(run.get("recipe", {}).get("name")), str(run.get("variant"))) if run else None,
        weights=run.get("weights"),
        seconds=_number(run.get("seconds")),
        test_accuracy=_test_accuracy(folder),
        state=run.get("state"),
        curves=_curves(history),
    )


def _read(path: Path, kind: type[Any]) -> Any:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ComparisonError(f"{path} cannot be read: {error.strerror}.", hint="Name a run's folder.") from error
    except ValueError as error:
        hint = "It may have been cut off; train again, or leave the run out."
        raise ComparisonError(f"{path} is not JSON: {error}.", hint=hint) from error
    if not isinstance(content, kind):
        raise ComparisonError(f"{path} is not what a run writes.", hint="Name a run's folder.")
    return content


def _best(history: Sequence[Mapping[str, Any]], best: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Row of the final weights: as recorded, else that of the averaged weights, else the best one of the last phase."""
    if best is not None:
        for row in history:
            if (row["phase"], row["epoch"]) == (best.get("phase"), best.get("epoch")):
                return row
    if AVERAGE_SCORE in history[-1]:
        return {**history[-1], VALIDATION_SCORE: history[-1][AVERAGE_SCORE]}
    last = [row for row in history if row["phase"] == history[-1]["phase"]]
    return max(last, key=lambda row: _number(row.get("val_accuracy", row.get(VALIDATION_SCORE))) or 0.0)


def _test_accuracy(folder: Path) -> float | None:
    """Accuracy of the evaluation on the run's own test split."""
    if not (folder / TEST_REPORT).is_file():
        return None
    report = _read(folder / TEST_REPORT, dict)
    return _number(report.get("accuracy")) if report.get("part") == "test" and report.get("same_data") else None


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and np.isfinite(value) else None


def _curves(history: Sequence[Mapping[str, Any]]) -> dict[str, Curve]:
    positions = epoch_positions(history)
    curves: dict[str, Curve] = {}
    for measure in MEASURES:
        known = [(x, value) for x, row in zip(positions, history, strict=True)
                 if (value := _number(row.get(measure))) is not None]  # fmt: skip
        if known:
            curves[measure] = ([x for x, _ in known], [value for _, value in known])
    return curves


def _names(folders: Sequence[Path]) -> list[str]:
    """The shortest unique ends of the paths; at least two parts where the parent folders differ."""
    parts = [folder.resolve().parts[1:] or ("/",) for folder in folders]
    least = 1 if len({path[:-1] for path in parts}) <= 1 else 2
    most = max(map(len, parts), default=1)
    for count in range(least, most + 1):
        names = ["/".join(path[-count:]) for path in parts]
        if len(set(names)) == len(names):
            return names
    return ["/".join(path) for path in parts]


Column = tuple[str, Callable[[Summary], str]]


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


_COLUMNS: tuple[Column, ...] = (
    ("run", lambda s: s.name),
    ("weights", lambda s: (s.weights or "").split(",")[0]),
    ("epochs", lambda s: str(sum(bool(row["epoch"]) for row in s.history))),
    ("best at phase", lambda s: str(s.best["phase"])),
    ("epoch", lambda s: str(s.best["epoch"])),
    ("training", lambda s: _share(_number(s.best.get("train_accuracy", s.best.get("accuracy"))))),
    ("validation", lambda s: _share(s.validation)),
    ("validation loss", lambda s: _share(_number(s.best.get("val_loss")))),
    ("test", lambda s: _share(s.test_accuracy)),
    ("minutes", lambda s: "" if s.seconds is None else f"{s.seconds / 60:.1f}"),
    ("state", lambda s: "" if s.state == "done" else s.state or ""),
)
_SEED_COLUMNS = ("variant", "seeds", "validation", "test")
_SHORT = {"training": "train", "validation": "val", "validation loss": "val loss", "minutes": "min"}
"""Short headings for a terminal."""
_LEAST_NAME = 12


def table_cells(summaries: Sequence[Summary]) -> list[list[str]]:
    """Heading and one row per run, without empty columns."""
    columns = [(title, cell) for title, cell in _COLUMNS if any(cell(summary) for summary in summaries)]
    return [[title for title, _ in columns], *([cell(summary) for _, cell in columns] for summary in summaries)]


def seed_cells(summaries: Sequence[Summary]) -> list[list[str]]:
    """Means and standard deviations over the seeds of each variant; empty where no variant has several."""
    groups: dict[tuple[str, str], list[Summary]] = defaultdict(list)
    for summary in summaries:
        if summary.experiment is not None:
            groups[summary.experiment].append(summary)
    if not any(len(group) > 1 for group in groups.values()):
        return []
    rows = [
        ["/".join(key), str(len(group)), _mean([s.validation for s in group]), _mean([s.test_accuracy for s in group])]
        for key, group in groups.items()
    ]
    return [list(_SEED_COLUMNS), *rows]


def _mean(values: Sequence[float | None]) -> str:
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return ""
    spread = f" ± {np.std(known, ddof=1):.4f}" if len(known) > 1 else ""
    return f"{np.mean(known):.4f}{spread}"


def comparison_table(summaries: Sequence[Summary]) -> Table:
    """Table for a narrow terminal: initial weights are above it, phase and epoch share a column."""
    heading, *rows = table_cells(summaries)
    named = [dict(zip(heading, row, strict=True)) for row in rows]
    for row in named:
        row["epoch"] = f"{row.pop('best at phase')}:{row['epoch']}"
    columns = [title for title in heading if title not in ("weights", "best at phase")]
    shown = [_SHORT.get(title, title) if title != "epoch" else "phase:epoch" for title in columns]
    table = _terminal_table([shown, *([row[title] for title in columns] for row in named)])
    begun: dict[str, list[str]] = defaultdict(list)
    for row in named:
        if row.get("weights"):
            begun[row["weights"]].append(row["run"])
    told = [f"Began with the weights {weights}: {', '.join(runs)}" for weights, runs in begun.items()]
    if begun and len(next(iter(begun.values()))) == len(rows):
        told = [f"All began with the weights {next(iter(begun))}."]
    table.title, table.title_justify, table.title_style = escape("\n".join(told)) or None, "left", ""
    return table


def seed_table(summaries: Sequence[Summary]) -> Table | None:
    """Table of means over seeds for a terminal; None where no variant has several."""
    cells = seed_cells(summaries)
    return _terminal_table(cells) if cells else None


def _terminal_table(cells: Sequence[Sequence[str]]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(cells[0][0], overflow="fold", min_width=_LEAST_NAME)
    for number, title in enumerate(cells[0][1:], 1):
        # else a narrow terminal would take the width from the numbers and from the names alike
        width = max(len(row[number]) for row in cells)
        table.add_column(title, justify="right", no_wrap=True, min_width=width)
    for row in cells[1:]:
        table.add_row(*map(escape, row))
    return table


def markdown_table(cells: Sequence[Sequence[str]]) -> str:
    """Cells with a heading as a Markdown table."""
    rule = ["---" if number == 0 else "---:" for number, _ in enumerate(cells[0])]
    return "\n".join(
        f"| {' | '.join(c.replace('|', chr(92) + '|') for c in row)} |" for row in (cells[0], rule, *cells[1:])
    )


def csv_text(cells: Sequence[Sequence[str]]) -> str:
    """Cells with a heading as CSV."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(cells)
    return stream.getvalue()


def print_comparison(summaries: list[Summary], console: Console) -> None:
    """Print the table, and the means where a variant has several seeds."""
    console.print(comparison_table(summaries))
    means = seed_table(summaries)
    if means is not None:
        console.print("\nMeans over seeds:", means)
