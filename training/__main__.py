"""The command line of training: ``python -m training``."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module

from gesture_app.errors import EXIT_BAD_INPUT, GestureAppError

_COMMANDS = {
    "train": ("training.cli.train", "train a model by a recipe"),
    "lr-find": ("training.cli.lr_find", "which learning rate to begin with, by a range test"),
    "experiment": ("training.cli.experiment", "train variants of a recipe, with several seeds, and compare them"),
    "evaluate": ("training.cli.evaluate", "the honest report about a model, with baselines"),
    "compare": ("training.cli.compare", "what several runs reached: one table and one plot"),
    "score": ("training.cli.score", "how right a replay was, end to end"),
    "export": ("training.cli.export", "a trained model as ONNX and LiteRT files"),
    "retrain": ("training.cli.retrain", "train a model further on recorded samples"),
    "rehearsal": ("training.cli.rehearsal", "build the files of rendered hands that retraining needs"),
    "synthesize": ("training.cli.synthesize", "render hands: pictures to learn from, or clips"),
    "session": ("training.cli.session", "render a recording session of one person, to retrain on"),
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    chosen = arguments[0] if arguments else None
    for name, (module, help_text) in _COMMANDS.items():
        command = commands.add_parser(name, help=help_text)
        if name == chosen:  # the others stay unimported: Keras takes seconds, and OpenGL must not meet MediaPipe
            loaded = import_module(module)
            loaded.add_arguments(command)
            command.set_defaults(run=loaded.run)
    args = parser.parse_args(arguments)
    try:
        return int(args.run(args))
    except GestureAppError as error:
        print(f"{parser.prog}: {error.message}", file=sys.stderr)
        if error.hint:
            print(error.hint, file=sys.stderr)
        return EXIT_BAD_INPUT
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
