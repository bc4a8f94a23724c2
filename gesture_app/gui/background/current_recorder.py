"""The recorder in use, of one recording session after the other."""

from __future__ import annotations

from collections.abc import Callable

from gesture_app.domain.ports import SampleRecorder
from gesture_app.errors import PipelineStuckError
from gesture_app.gui.background.sample_service import SampleService


class CurrentRecorder:
    """Holds the recorder in use, and stops the ones before it. Used in the GUI thread.

    Args:
        samples: Its thread stops recorders, as they may wait for the disk.

    Attributes:
        recorder: The recorder in use, or None.
    """

    def __init__(self, samples: SampleService) -> None:
        self._samples = samples
        self._is_stuck = False
        self.recorder: SampleRecorder | None = None

    def replace(self, make_recorder: Callable[[], SampleRecorder]) -> None:
        """Retire the recorder, and use a new one."""
        self.retire()
        self.recorder = make_recorder()

    def retire(self) -> None:
        """Stop the recorder in the background; there is none until the next :meth:`replace`."""
        recorder, self.recorder = self.recorder, None
        if recorder is not None:

            def task() -> Callable[[], None]:
                self._stop(recorder)
                return lambda: None

            self._samples.run(task)

    def resume(self) -> None:
        """Let the recorder write again after the store has failed."""
        if self.recorder is not None:
            self.recorder.resume()

    def stop(self) -> bool:
        """Write the queued samples and stop. Returns False if a recorder did not stop in time."""
        if self.recorder is not None:
            self._stop(self.recorder)
            self.recorder = None
        return not self._is_stuck

    def _stop(self, recorder: SampleRecorder) -> None:
        try:
            recorder.stop()
        except PipelineStuckError:
            self._is_stuck = True
