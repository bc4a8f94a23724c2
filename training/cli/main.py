"""The command line of training, ``python -m training``: runs the chosen command."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from gesture_app.errors import EXIT_BAD_INPUT, GestureAppError
from gesture_app.installation.requirements import add_command
from training.common.tensorflow_log import quiet_tensorflow

EXIT_INTERRUPTED = 130

_OWN_PACKAGES = ("gesture_app", "training")

_COMMANDS = {
    "train": "train a model by a recipe",
    "lr-find": "suggest a learning rate with a range test",
    "experiment": "train variants of a recipe, with several seeds, and compare them",
    "evaluate": "write the report about a model, with baselines",
    "compare": "compare runs in one table and one plot",
    "score": "score what gesture-app replay wrote, end to end",
    "export": "write a trained model as ONNX and LiteRT files",
    "features": "give a model of an earlier version the features that the memory of samples needs",
    "hand-networks": "convert MediaPipe's hand networks to the ONNX files that the hand engine runs",
    "retrain": "retrain a model on recorded samples",
    "rehearsal": "build the files of rendered hands that retraining needs",
    "synthesize": "render hands: training images, or clips",
    "people": "render people who do everyday things or show gestures",
    "session": "render a recording session of one person, to retrain on",
}
"""Help of each command by name. The command ``x-y`` is the module ``training.cli.x_y``."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        arguments: Command-line arguments without the program's name; None for those of the process.
    """
    quiet_tensorflow()
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="python -m training", description="Trains, evaluates and exports models.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    chosen = arguments[0] if arguments else None
    try:
        for name, help_text in _COMMANDS.items():
            command = commands.add_parser(name, help=help_text)
            if name == chosen:  # the others stay unimported: Keras takes seconds, and OpenGL must not meet MediaPipe
                module = import_module(f"training.cli.{name.replace('-', '_')}")
                module.add_arguments(command)
                command.set_defaults(run=module.run)
        args = parser.parse_args(arguments)
        return int(args.run(args))
    except GestureAppError as error:
        return _fail(parser.prog, error.message, error.hint)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package in _OWN_PACKAGES:
            raise
        message = f"{chosen} needs the package {package}, which is not installed."
        return _fail(parser.prog, message, f"Add what training needs: {add_command()}")
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


def _fail(program: str, message: str, hint: str) -> int:
    print(f"{program}: {message}", file=sys.stderr)
    if hint:
        print(hint, file=sys.stderr)
    return EXIT_BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
