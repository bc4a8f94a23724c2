"""``python -m training.cli.retrain``: recordings and a model in, a judged model out, JSON lines in between.

Each line of standard output is an event of :mod:`gesture_app.domain.retraining.events`. It ends with ``outcome``,
``failed`` or ``cancelled``; the exit code is 0 for a model, whether it was accepted or not, 2 for input that cannot be
used, 1 for any other failure, and 130 when it was asked to stop. SIGTERM, SIGINT, a closed standard output and, with
``--stop-with-stdin``, the end of standard input stop it at any moment, and nothing is left behind.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from pathlib import Path

from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.retraining.events import Cancelled, Event, Failed
from gesture_app.domain.retraining.plan import make_plan
from gesture_app.domain.retraining.split import split_samples
from gesture_app.errors import EXIT_BAD_INPUT, GestureAppError, one_line
from gesture_app.inference.library.model_store import open_model
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.resources import ASSETS
from training.common.full_disk import is_full_disk
from training.common.stop_request import EXIT_STOPPED, StopRequest
from training.retraining.errors import RetrainFailedError, TooFewSamplesError
from training.retraining.process import EXIT_FAILED, Voice, lower_priority


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--samples", type=Path, required=True, metavar="DIR", help="folder of the recordings")
    parser.add_argument("--model", type=Path, required=True, metavar="DIR", help="model folder to train further")
    parser.add_argument("--models-root", type=Path, required=True, metavar="DIR", help="where the new model goes")
    parser.add_argument(
        "--rehearsal", type=Path, default=ASSETS / "rehearsal", metavar="DIR", help="rendered hands (default: ours)"
    )
    parser.add_argument("--seed", type=int, default=0, help="of everything random (default: %(default)s)")
    parser.add_argument(
        "--turn",
        choices=[turn.value for turn in Turn],
        help="as_seen lets gestures differ by direction alone (default: as the model has it)",
    )
    parser.add_argument("--stop-with-stdin", action="store_true", help="stop when standard input ends")


def run(args: argparse.Namespace) -> int:
    """Retrain, and say how it goes; returns the exit code."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    voice = Voice()
    stop = StopRequest(with_stdin=args.stop_with_stdin)
    try:
        lower_priority()
        return _retrain(args, voice, stop)
    except BaseException as error:
        ending, code = ending_of(error, was_asked=stop.was_asked)
        if ending is None:
            raise
        if isinstance(ending, Failed) and not isinstance(error, GestureAppError):
            traceback.print_exc()
        try:
            voice.say(ending)
        except KeyboardInterrupt:
            return EXIT_STOPPED
        return code
    finally:
        stop.close()
        voice.close()


def _retrain(args: argparse.Namespace, voice: Voice, stop: StopRequest) -> int:
    def say(event: Event) -> None:
        stop.check()
        voice.say(event)

    model = open_model(args.model, required_labels=[NONE])
    model.verify()
    store = FolderSampleStore(args.samples)
    infos = store.listed()
    labels = model.manifest.labels
    plan = make_plan(infos, labels, model.manifest.id)
    say(plan)
    if plan.blocking:
        raise TooFewSamplesError(" ".join(plan.blocking), hint="Record more, then try again.")
    from training.retraining.run import Request, retrain  # takes seconds: the plan is told before

    turn = Turn(args.turn) if args.turn else model.manifest.crop.turn
    request = Request(
        store, split_samples(infos, labels), plan, model, args.models_root, args.rehearsal, args.seed, turn
    )
    voice.say(retrain(request, say))
    return 0


def ending_of(error: BaseException, *, was_asked: bool) -> tuple[Event | None, int]:
    """What to say about an error, and the exit code; None for what is none, such as the end of the interpreter."""
    if was_asked or isinstance(error, KeyboardInterrupt):
        return Cancelled(), EXIT_STOPPED
    if isinstance(error, GestureAppError):
        code = EXIT_FAILED if isinstance(error, RetrainFailedError) else EXIT_BAD_INPUT
        return Failed(error.message, error.hint), code
    if isinstance(error, MemoryError):
        return Failed("There is not enough memory.", "Close other programs, then try again."), EXIT_FAILED
    if is_full_disk(error):
        hint = "Make room on the disk, or remove models that you no longer use."
        return Failed("The disk is full, so the model could not be written.", hint), EXIT_FAILED
    if isinstance(error, Exception):
        hint = "Try again. If it happens again, report it with the last lines of the log."
        what = one_line(error) or type(error).__name__
        return Failed(f"Training stopped on an unexpected error: {what}", hint), EXIT_FAILED
    return None, EXIT_FAILED


def main(arguments: list[str] | None = None) -> int:
    """Run the program."""
    parser = argparse.ArgumentParser(prog="python -m training.cli.retrain", description=__doc__)
    add_arguments(parser)
    return run(parser.parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
