"""History of a run: one row per epoch, and its best epochs."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
"""``phase`` and ``epoch`` (from 1; epoch 0 is before training), ``loss``, ``accuracy``, ``val_loss``, ``val_accuracy``,
``learning_rate``, ``seconds``, and optionally ``train_loss`` and ``train_accuracy``. A value that is not finite is
None."""


def is_improvement(value: float, than: float, monitor: str) -> bool:
    """Whether a value of ``val_loss`` or ``val_accuracy`` is better than another; equal is not."""
    return value < than if monitor.endswith("loss") else value > than


def best_row(rows: Sequence[Row], monitor: str) -> Row | None:
    """The epoch with the best value, the first of equals; None where no epoch has one."""
    best: Row | None = None
    for row in rows:
        is_scored = row["epoch"] and row.get(monitor) is not None
        if is_scored and (best is None or is_improvement(row[monitor], best[monitor], monitor)):
            best = row
    return best


def epochs_without_better(rows: Sequence[Row], monitor: str) -> int:
    """Number of epochs after the best one; all epochs where none has a value."""
    best = best_row(rows, monitor)
    last = rows[-1]["epoch"] if rows else 0
    return int(last - (best["epoch"] if best is not None else 0))


def best_of_run(history: Sequence[Row], monitors: Sequence[str]) -> Row | None:
    """The best of the best epochs of all phases, by the monitor of the last phase.

    Args:
        history: All rows.
        monitors: Monitored metric of each phase.
    """
    reached = [number for number in range(1, len(monitors) + 1) if any(row["phase"] == number for row in history)]
    candidates = [best_row([row for row in history if row["phase"] == n], monitors[n - 1]) for n in reached]
    known = [row for row in candidates if row is not None]
    return best_row(known, monitors[known[-1]["phase"] - 1]) if known else None


def as_number(value: object, digits: int = 6) -> float | None:
    """A number rounded to significant digits; None if it is not finite."""
    number = float(value)  # type: ignore[arg-type]
    return float(f"{number:.{digits}g}") if math.isfinite(number) else None


def history_csv(history: Sequence[Row]) -> str:
    """All rows as CSV, with the columns of all rows."""
    columns = list(dict.fromkeys(name for row in history for name in row))
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(history)
    return stream.getvalue()
