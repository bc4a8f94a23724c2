"""Markdown fragments of the report."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

_LINE_WIDTH = 120


def paragraph(text: str) -> str:
    """Text wrapped as one paragraph."""
    return textwrap.fill(" ".join(text.split()), _LINE_WIDTH, break_long_words=False, break_on_hyphens=False)


def share(numbers: Mapping[str, Any], *, interval: bool = False) -> str:
    """A proportion as text, ``"-"`` without data."""
    if not numbers["total"]:
        return "-"
    text = f"{numbers['count']} of {numbers['total']} ({numbers['share']:.3f}"
    return text + (f"; {numbers['low']:.3f} to {numbers['high']:.3f})" if interval else ")")


def decimal(value: float | None) -> str:
    """A number with three decimals, ``"-"`` for None."""
    return "-" if value is None else f"{value:.3f}"


def table(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table."""
    names = list(header)
    lines = [names, ["---"] * len(names), *([str(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
