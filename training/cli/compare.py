"""``python -m training compare``: compare runs in one table and one plot of their validation curves."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from training.common.charts import comparison_curves, write_figure
from training.common.comparison import (
    MEASURES,
    Summary,
    csv_text,
    find_runs,
    markdown_table,
    print_comparison,
    read_summaries,
    seed_cells,
    table_cells,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "runs", type=Path, nargs="+", metavar="RUN", help="folders of runs, or a folder that holds several"
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("runs/comparison"),
        metavar="DIR",
        help="where comparison.md, comparison.csv and comparison.png go (default: %(default)s)",
    )


def run(args: argparse.Namespace) -> int:
    """Compare runs, print and write the comparison; returns the exit code.

    Raises:
        GestureAppError: If a folder is no run.
    """
    console = Console()
    summaries = read_summaries(find_runs(args.runs))
    print_comparison(summaries, console)
    write_comparison(summaries, args.out)
    console.print(f"Wrote {args.out / 'comparison.md'}, .csv and .png", markup=False, soft_wrap=True)
    return 0


def write_comparison(summaries: list[Summary], out: Path) -> None:
    """Write the tables and the plot into a folder; it is created if missing."""
    out.mkdir(parents=True, exist_ok=True)
    cells, means = table_cells(summaries), seed_cells(summaries)
    text = ["# Comparison", "", _NOTE, "", markdown_table(cells), ""]
    if means:
        text += ["Means and standard deviations over seeds:", "", markdown_table(means), ""]
    text += ["![Validation curves](comparison.png)", ""]
    (out / "comparison.md").write_text("\n".join(text), encoding="utf-8")
    (out / "comparison.csv").write_text(csv_text(cells), encoding="utf-8")
    curves = {summary.name: summary.curves for summary in summaries}
    write_figure(comparison_curves(curves, MEASURES), out / "comparison.png")


_NOTE = (
    "Each row is taken where the run's weights were kept. Validation data chose them, so validation figures flatter; "
    "of hand models they are the mean recall on held-out hands. Test figures are of data that chose nothing."
)
