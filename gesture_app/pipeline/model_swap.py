"""Replacement of the model while the engine runs: loaded in another thread, applied between two frames."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError
from gesture_app.pipeline.engine_state import unexpected_error
from gesture_app.pipeline.processor import FrameProcessor, LoadedModel
from gesture_app.watchdog import Heartbeat, WatchedThread

_log = logging.getLogger(__name__)

_LIMIT_S = 60.0
"""Seconds after which the log says where the loading of a model is; TensorFlow's import alone can take twenty."""

ModelLoader = Callable[[], LoadedModel]
"""Loads a model and runs it once, because first calls take long. Called in another thread.

Raises ``GestureAppError`` if the model cannot be used."""


class ModelSwap:
    """Loads the next model. The newest request wins; models that are not needed are closed.

    Closing takes time as loading does, so it is done in the threads that load.

    Args:
        report: Called when :attr:`is_busy` may have changed without a model being applied, with the error that is the
            reason, if any. Called from any thread.
    """

    def __init__(self, report: Callable[[GestureAppError | None], None]) -> None:
        self._report = report
        self._changed = threading.Condition()
        self._requests = 0
        self._wanted: int | None = None
        self._ready: LoadedModel | None = None
        self._unused: list[LoadedModel] = []
        self._stopped = False
        self._threads: list[threading.Thread] = []

    @property
    def is_busy(self) -> bool:
        """Whether a requested model is neither in use nor abandoned."""
        with self._changed:
            return self._wanted is not None

    @property
    def is_ready(self) -> bool:
        """Whether a model is loaded and waits to be applied."""
        with self._changed:
            return self._ready is not None

    @property
    def threads(self) -> list[threading.Thread]:
        """Threads that may still load or close a model."""
        with self._changed:
            return list(self._threads)

    def request(self, load: ModelLoader) -> None:
        """Load a model in the background. Returns at once; does nothing after :meth:`stop`."""
        with self._changed:
            if self._stopped:
                return
            self._requests += 1
            self._put_away_ready()
            self._wanted = number = self._requests
            thread = WatchedThread(
                lambda: self._work(load, number, thread.heartbeat), name=f"model-{number}", limit_s=_LIMIT_S
            )
        self._report(None)
        with self._changed:
            if not self._stopped:
                self._threads = [t for t in self._threads if t.is_alive()] + [thread]
                thread.start()

    def apply_to(self, processor: FrameProcessor) -> bool:
        """Apply the loaded model, if any, to a processor. Called in its thread, between two frames."""
        with self._changed:
            if self._ready is None:
                return False
            self._unused.append(processor.exchange_model(self._ready))
            self._ready = self._wanted = None
            self._changed.notify_all()
            return True

    def abandon(self, error: GestureAppError) -> None:
        """Close the loaded model, if any, because no processor can use it."""
        with self._changed:
            if self._ready is None:
                return
            self._put_away_ready()
            self._wanted = None
        self._report(error)

    def stop(self) -> None:
        """Apply no further model. Does not wait; see :attr:`threads`."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def _put_away_ready(self) -> None:
        """Leave the loaded model to the thread that loaded it, which waits and closes it."""
        if self._ready is not None:
            self._unused.append(self._ready)
            self._ready = None
            self._changed.notify_all()

    def _work(self, load: ModelLoader, number: int, heartbeat: Heartbeat) -> None:
        heartbeat.beat()
        model, error = _loaded(load)
        heartbeat.rest()
        failed = False
        with self._changed:
            if model is not None:
                self._offer(model, number)
            elif failed := self._is_wanted(number):
                self._wanted = None
            unused, self._unused = self._unused, []
        if failed:
            self._report(error)
        for outdated in unused:
            _close(outdated)

    def _offer(self, model: LoadedModel, number: int) -> None:
        """Wait until a model is applied or put away."""
        if not self._is_wanted(number):
            self._unused.append(model)
            return
        self._ready = model
        self._changed.wait_for(lambda: self._ready is not model or self._stopped)
        if self._ready is model:
            self._put_away_ready()

    def _is_wanted(self, number: int) -> bool:
        return self._wanted == number and not self._stopped


def _loaded(load: ModelLoader) -> tuple[LoadedModel | None, GestureAppError | None]:
    try:
        return load(), None
    except GestureAppError as error:
        return None, error
    except Exception as error:
        _log.exception("loading a model failed")
        return None, unexpected_error(Message("Loading the model"), error)


def _close(model: LoadedModel) -> None:
    try:
        model.classifier.close()
    except Exception:
        # Another model is in use already; this one only takes memory.
        _log.exception("a model could not be closed")
