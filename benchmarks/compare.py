"""Compares two runs of ``gesture-app bench --json``: ``python benchmarks/compare.py OLD.json NEW.json``.

Machines differ: compare runs of one machine that did nothing else.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any


def main() -> None:
    """Print the figures of both runs and their ratio, case by case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    args = parser.parse_args()
    old, new = (cases(json.loads(path.read_text(encoding="utf-8"))) for path in (args.old, args.new))
    for name in old:
        if name not in new:
            print(f"{name}: only in {args.old}")
            continue
        for figure, before in old[name].items():
            after = new[name].get(figure)
            if after is not None and before > 0:
                print(f"{name}, {figure}: {before} -> {after} ({after / before:.2f})")


def cases(report: dict[str, Any]) -> dict[str, dict[str, float]]:
    """The figures that matter of each case, by a name for it."""
    return {
        f"{case['scene']}, {case['resolution']}, at most {case['max_hands']}": {
            "total p50": case["stages_ms"]["total"]["p50"],
            "total p95": case["stages_ms"]["total"]["p95"],
            "label age p50": case["label_age_ms"]["p50"],
            "CPU a frame": case["cpu_ms_a_frame"],
            "recognized": case["processed"],
        }
        for case in report["cases"]
    }


if __name__ == "__main__":
    main()
