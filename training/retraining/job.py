"""A retraining as a process: plan, training, final event and exit code.

Standard output gets one event of :mod:`gesture_app.domain.retraining.events` a line, the last one ``outcome``,
``failed`` or ``cancelled``.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.message import Message, sentences
from gesture_app.domain.retraining.events import Cancelled, Event, Failed
from gesture_app.domain.retraining.plan import make_plan
from gesture_app.domain.retraining.split import split_samples
from gesture_app.errors import EXIT_BAD_INPUT, GestureAppError, one_line
from gesture_app.inference.library.model_store import open_model
from gesture_app.recording.sample_store import FolderSampleStore
from training.common.free_memory import check_free_memory
from training.common.full_disk import is_full_disk
from training.common.out_of_memory import is_out_of_memory
from training.common.stop_request import EXIT_STOPPED, StopRequest
from training.common.tensorflow_log import quiet_tensorflow
from training.retraining.errors import RetrainFailedError, TooFewSamplesError
from training.retraining.process import EXIT_FAILED, EventWriter, lower_priority


@dataclass(frozen=True)
class RetrainOptions:
    """Inputs and settings of a retraining.

    Attributes:
        samples: Folder of the recordings.
        model: Folder of the model to retrain.
        models_root: Folder that gets the new model.
        rehearsal: Folder of the rendered hands.
        seed: Random seed.
        turn: Rotation of crops; None for that of the model.
        stop_with_stdin: Whether the end of standard input stops it.
    """

    samples: Path
    model: Path
    models_root: Path
    rehearsal: Path
    seed: int = 0
    turn: Turn | None = None
    stop_with_stdin: bool = False


def run_job(options: RetrainOptions) -> int:
    """Retrain, report events on standard output, and return the exit code.

    0 for a model, accepted or not; 2 for unusable input; 130 if stopped; 1 for any other failure.
    """
    quiet_tensorflow()
    writer = EventWriter()
    stop = StopRequest(with_stdin=options.stop_with_stdin)
    try:
        lower_priority()
        return _retrain(options, writer, stop)
    except BaseException as error:
        event, code = final_event(error, was_asked=stop.was_asked)
        if event is None:
            raise
        if isinstance(event, Failed) and not isinstance(error, GestureAppError):
            traceback.print_exc()
        try:
            writer.write(event)
        except KeyboardInterrupt:
            return EXIT_STOPPED
        return code
    finally:
        stop.close()
        writer.close()


def _retrain(options: RetrainOptions, writer: EventWriter, stop: StopRequest) -> int:
    def report(event: Event) -> None:
        stop.check()
        writer.write(event)

    model = open_model(options.model, gestures=())
    model.verify()
    store = FolderSampleStore(options.samples)
    infos = store.listed()
    labels = model.manifest.labels
    plan = make_plan(infos, labels, model.manifest.id)
    report(plan)
    if plan.blocking:
        raise TooFewSamplesError(sentences(*plan.blocking), hint=Message("Record more, then try again."))
    check_free_memory()
    from training.retraining.run import RetrainRequest, retrain  # Keras takes seconds: the plan is reported first

    turn = options.turn or model.manifest.crop.turn
    divided = split_samples(infos, labels)
    request = RetrainRequest(store, divided, plan, model, options.models_root, options.rehearsal, options.seed, turn)
    writer.write(retrain(request, report))
    return 0


def final_event(error: BaseException, *, was_asked: bool) -> tuple[Event | None, int]:
    """The event and exit code for an exception; no event for one that is not an error, such as ``SystemExit``."""
    if was_asked or isinstance(error, KeyboardInterrupt):
        return Cancelled(), EXIT_STOPPED
    if isinstance(error, GestureAppError):
        code = EXIT_FAILED if isinstance(error, RetrainFailedError) else EXIT_BAD_INPUT
        return Failed(error.message, error.hint), code
    if is_out_of_memory(error):
        return Failed(
            Message("There is not enough memory."), Message("Close other programs, then try again.")
        ), EXIT_FAILED
    if is_full_disk(error):
        hint = Message("Make room on the disk, or remove models that you no longer use.")
        return Failed(Message("The disk is full, so the model could not be written."), hint), EXIT_FAILED
    if isinstance(error, Exception):
        hint = Message("Try again. If it happens again, report it with the last lines of the log.")
        reason = one_line(error) or type(error).__name__
        return Failed(
            Message("Training stopped on an unexpected error: {reason}").fill(reason=reason), hint
        ), EXIT_FAILED
    return None, EXIT_FAILED
