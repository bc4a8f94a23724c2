"""Command line options for the data and the initial weights of a training."""

from __future__ import annotations

import argparse
from pathlib import Path

from training.common.pretrained_weights import IMAGENET, parse_weights
from training.hands.data.sources import BACKGROUNDS, PHOTOS, DataSources


def add_source_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``--data``, ``--backgrounds``, ``--weights`` and ``--runs``."""
    parser.add_argument(
        "--data",
        type=Path,
        action="append",
        help=f"folder of labelled images, <source>/<label>/<image>; may be given again (default: {PHOTOS})",
    )
    parser.add_argument(
        "--backgrounds", type=Path, help=f"photos to render hands on (default: {BACKGROUNDS} where it is there)"
    )
    parser.add_argument("--weights", default=IMAGENET, help='starting weights: "imagenet", "none", or a file')
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder for checkpoints, logs and caches")


def data_sources(args: argparse.Namespace) -> DataSources:
    """The options that :func:`add_source_arguments` declares."""
    return DataSources(
        data=tuple(args.data or ()),
        backgrounds=args.backgrounds,
        weights=parse_weights(args.weights),
        runs=args.runs,
    )
