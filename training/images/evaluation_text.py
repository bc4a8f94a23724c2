"""Text of the report on a run on images."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_USE = {
    "test": "These images chose nothing: the figures are what to expect of further images of this kind.",
    "validation": "These images chose the epoch whose weights were kept, so the figures flatter.",
    "train": "The network learnt from these images: the figures say nothing about others.",
    "all": "The network learnt from some of these images, so the figures flatter.",
}
_OTHER = "This is other data than the run was trained with; whether some of its images were learnt from is not known."
_FILES = """
## Figures

![How many were answered with what](confusion-counts.png)

![The same as shares of what is shown](confusion-shares.png)

The surest mistakes:

![Mistakes](mistakes.png)

Images drawn by chance:

![Predictions](predictions.png)
"""
_SHOWN_GROUPS = 5


def report_text(report: Mapping[str, Any], table: str, *, figures: bool = True) -> str:
    """The report as Markdown, also readable in a terminal.

    Args:
        report: Content of ``report.json``.
        table: Precision, recall and F1 by label, as text.
        figures: Whether it refers to the figures in its folder.
    """
    low, high = report["accuracy_interval"]
    lines = [
        f"# {report['run']} on the {report['part']} part of {report['data']['name']}"
        if report["part"] != "all"
        else f"# {report['run']} on all of {report['data']['name']}",
        "",
        use_sentence(report),
        "",
        f"- Right: {report['right']} of {report['pictures']} images, {_percent(report['accuracy'])} "
        f"(95 % interval {_percent(low)} to {_percent(high)})",
        f"- Macro-F1 {report['macro_f1']:.4f}, loss {report['loss']:.4f}, "
        f"calibration error {report['calibration_error']:.4f}",
        f"- Starting weights: {report['weights']}",
    ]
    skipped = report["data"]["skipped"]
    if skipped:
        lines.append(f"- Unreadable and left out, in all parts: {skipped}")
    lines += ["", "```", table, "```"]
    lines += _confused(report) + _groups(report)
    return "\n".join(lines) + "\n" + (_FILES if figures else "")


def use_sentence(report: Mapping[str, Any]) -> str:
    """Sentence about the earlier use of the images."""
    return _USE[report["part"]] if report["same_data"] else _OTHER


def _confused(report: Mapping[str, Any]) -> list[str]:
    if not report["confused"]:
        return ["", "No image was answered wrongly."]
    told = [f"{one['shown']} for {one['answered']} ({one['pictures']})" for one in report["confused"]]
    return ["", f"Most often taken for another: {', '.join(told)}."]


def _groups(report: Mapping[str, Any]) -> list[str]:
    groups: Mapping[str, Mapping[str, float]] = report["by_group"]
    if not groups:
        return []
    told = [
        f"{name} {_percent(one['accuracy'])} of {one['pictures']}" for name, one in list(groups.items())[:_SHOWN_GROUPS]
    ]
    return ["", f"Right by person or session, the lowest of {len(groups)} first: {', '.join(told)}."]


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
