from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gesture_app.domain.frames.frame import HandCrop
from gesture_app.domain.models.device import Device
from gesture_app.errors import ClassifierError, MissingDependencyError, ModelError
from gesture_app.inference import providers as gpu_module
from gesture_app.inference.classifiers import keras_classifier
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.inference.providers import gpu_signs_present
from gesture_app.inference.runtimes import RUNTIMES, Runtime
from gesture_app.inference.selection import Selection, median_latency_ms, select_classifier, warm_up
from gesture_app.packages import hidden
from gesture_app.resources import PROJECT_ROOT
from tests.fakes.frames import FakeClock
from tests.fakes.models import MANIFEST
from tests.fakes.pipeline import FakeClassifier

MODEL = StoredModel(Path("tiny"), MANIFEST)
NO_GPU = "There is no GPU."


class TimedClassifier(FakeClassifier):
    """A classifier with fixed durations of its first call, which warms up, and of the others."""

    def __init__(self, clock: FakeClock, first_s: float, others_s: float) -> None:
        super().__init__(self._take_time)
        self._clock, self._first_s, self._others_s = clock, first_s, others_s
        self.calls = 0

    def _take_time(self, crop: HandCrop) -> str:
        self._clock.advance(self._others_s if self.calls else self._first_s)
        self.calls += 1
        return "rock"


def never(model: StoredModel) -> FakeClassifier:
    raise AssertionError("this device must not be touched")


def choose(
    clock: FakeClock,
    make_cpu: Callable[[StoredModel], FakeClassifier] = never,
    make_gpu: Callable[[StoredModel], FakeClassifier] = never,
    device: Device = Device.AUTO,
    gpu_may_exist: Callable[[], bool] = lambda: True,
) -> Selection:
    runtimes = (
        Runtime("cpu runtime", Device.CPU, lambda model, _: make_cpu(model)),
        Runtime("gpu runtime", Device.GPU, lambda model, _: make_gpu(model), gpu_may_exist, NO_GPU),
    )
    return select_classifier(MODEL, device, runtimes=runtimes, clock=clock)


@pytest.mark.parametrize(("gpu_ms", "cpu_ms", "chosen"), [(1.5, 2.5, "gpu"), (8.0, 2.5, "cpu"), (2.5, 2.5, "cpu")])
def test_auto_takes_the_faster_one_and_gives_the_reason(gpu_ms: float, cpu_ms: float, chosen: str) -> None:
    clock = FakeClock()
    made = {
        "gpu": TimedClassifier(clock, first_s=4.0, others_s=gpu_ms / 1000),
        "cpu": TimedClassifier(clock, first_s=0.1, others_s=cpu_ms / 1000),
    }

    selection = choose(clock, lambda _: made["cpu"], lambda _: made["gpu"])

    assert selection.classifier is made[chosen]
    assert selection.reason == f"Measured {gpu_ms:.1f} ms a hand on the GPU, {cpu_ms:.1f} ms on the CPU."
    assert {name: classifier.closed for name, classifier in made.items()} == {
        "gpu": int(chosen == "cpu"),
        "cpu": int(chosen == "gpu"),
    }


def test_one_slow_call_does_not_decide() -> None:
    clock = FakeClock()
    slow_once = TimedClassifier(clock, first_s=0.001, others_s=0.001)

    def read(crop: HandCrop) -> str:
        clock.advance(3.0 if slow_once.calls == 7 else 0.001)
        slow_once.calls += 1
        return "rock"

    slow_once.read = read

    assert median_latency_ms(slow_once, clock) == pytest.approx(1.0)


def test_warming_up_asks_for_as_many_hands_as_a_frame_may_have() -> None:
    asked: list[int] = []

    class Counting(FakeClassifier):
        def classify(self, crops, memory=None):  # type: ignore[no-untyped-def]
            asked.append(len(crops))
            return super().classify(crops)

    warm_up(Counting())

    assert asked == [1, 2]


def test_without_signs_of_a_gpu_none_is_tried() -> None:
    cpu = FakeClassifier()

    selection = choose(FakeClock(), lambda _: cpu, gpu_may_exist=lambda: False)

    assert selection.classifier is cpu
    assert selection.reason == NO_GPU


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ClassifierError("TensorFlow sees no GPU.", hint="Run doctor."), "TensorFlow sees no GPU."),
        (ValueError("odd driver"), "ValueError: odd driver."),
    ],
)
@pytest.mark.parametrize("fails", ["looking", "making", "running"])
def test_whatever_is_wrong_with_the_gpu_the_cpu_takes_over(error: Exception, reason: str, fails: str) -> None:
    def fail(*_: object) -> str:
        raise error

    cpu, gpu = FakeClassifier(), FakeClassifier(fail)

    selection = choose(
        FakeClock(),
        lambda _: cpu,
        (lambda _: gpu) if fails == "running" else fail,  # type: ignore[arg-type, return-value]
        gpu_may_exist=fail if fails == "looking" else lambda: True,  # type: ignore[arg-type]
    )

    assert selection.classifier is cpu
    assert selection.reason == f"The GPU cannot be used: {reason}"
    assert cpu.closed == 0
    assert gpu.closed == int(fails == "running")


def test_a_requested_device_is_used_untimed() -> None:
    classifier = FakeClassifier(lambda _: pytest.fail("timed"))

    assert choose(FakeClock(), make_cpu=lambda _: classifier, device=Device.CPU).reason == "The CPU was asked for."
    assert choose(FakeClock(), make_gpu=lambda _: classifier, device=Device.GPU).reason == "The GPU was asked for."


def test_a_requested_gpu_that_is_missing_is_an_error() -> None:
    def fail(_: StoredModel) -> FakeClassifier:
        raise ClassifierError("TensorFlow sees no GPU.", hint="Run gesture-app doctor.")

    with pytest.raises(ClassifierError, match=r"sees no GPU\. Run gesture-app doctor"):
        choose(FakeClock(), make_gpu=fail, device=Device.GPU)


def test_a_damaged_model_is_an_error_on_any_device() -> None:
    def fail(_: StoredModel) -> FakeClassifier:
        raise ModelError("damaged")

    for device in Device:
        with pytest.raises(ModelError):
            choose(FakeClock(), fail, fail, device=device)


def test_of_several_further_runtimes_the_fastest_is_used_and_the_others_are_closed() -> None:
    clock = FakeClock()
    names = {"first": 3.0, "slow": 5.0, "fast": 1.0}
    made = {name: TimedClassifier(clock, first_s=0.0, others_s=ms / 1000) for name, ms in names.items()}
    runtimes = (
        Runtime("first", Device.CPU, lambda *_: made["first"]),
        Runtime("slow", Device.GPU, lambda *_: made["slow"]),
        Runtime("missing", Device.GPU, lambda *_: pytest.fail("opened"), lambda: False, "It is missing."),
        Runtime("fast", Device.CPU, lambda *_: made["fast"]),
    )

    selection = select_classifier(MODEL, runtimes=runtimes, clock=clock)

    assert selection.classifier is made["fast"]
    assert {name: classifier.closed for name, classifier in made.items()} == {"first": 1, "slow": 1, "fast": 0}
    assert selection.reason == ("Measured 5.0 ms a hand on slow, 1.0 ms on fast, 3.0 ms on first. It is missing.")


def test_a_device_without_a_runtime_is_an_error() -> None:
    with pytest.raises(ClassifierError, match="No runtime uses the GPU"):
        select_classifier(MODEL, Device.GPU, runtimes=(Runtime("cpu", Device.CPU, lambda *_: FakeClassifier()),))


def test_the_first_registered_runtime_runs_everywhere() -> None:
    assert RUNTIMES[0].device is Device.CPU
    assert RUNTIMES[0].is_available()


CPU_PROBE = """
import sys
from gesture_app.inference.library.model_store import ModelStore, open_model
from gesture_app.domain.models.device import Device
from gesture_app.inference.classifiers import keras_classifier
from gesture_app.inference.selection import select_classifier
from gesture_app.resources import SHIPPED_MODELS
model = open_model(ModelStore([SHIPPED_MODELS]).folders()[0])
keras_classifier.gpu_signs_present = lambda: False
for device in (Device.CPU, Device.AUTO):
    select_classifier(model, device)
assert "onnxruntime" in sys.modules
loaded = [name for name in ("tensorflow", "keras") if name in sys.modules]
assert not loaded, loaded
"""


def test_the_cpu_needs_no_tensorflow() -> None:
    finished = subprocess.run(
        [sys.executable, "-c", CPU_PROBE], capture_output=True, text=True, cwd=PROJECT_ROOT, timeout=100, check=False
    )

    assert finished.returncode == 0, finished.stderr


@pytest.mark.parametrize(
    ("system", "machine", "there", "present"),
    [
        ("Linux", "x86_64", {"/dev/nvidiactl"}, True),
        ("Linux", "x86_64", {"/dev/dxg"}, True),
        ("Linux", "x86_64", {"nvidia-smi"}, True),
        ("Linux", "x86_64", {"tensorflow-metal"}, False),
        ("Linux", "x86_64", set(), False),
        ("Darwin", "arm64", {"tensorflow-metal"}, True),
        ("Darwin", "arm64", set(), False),
        ("Darwin", "x86_64", {"tensorflow-metal"}, False),
        ("Windows", "AMD64", {"nvidia-smi", "/dev/nvidiactl"}, False),
    ],
)
def test_signs_of_a_gpu(
    monkeypatch: pytest.MonkeyPatch, system: str, machine: str, there: set[str], present: bool
) -> None:
    def distribution(package: str) -> None:
        if package not in there:
            raise gpu_module.PackageNotFoundError(package)

    monkeypatch.setattr(gpu_module.platform, "system", lambda: system)
    monkeypatch.setattr(gpu_module.platform, "machine", lambda: machine)
    monkeypatch.setattr(Path, "exists", lambda path: path.as_posix() in there)
    monkeypatch.setattr(gpu_module.shutil, "which", lambda name: name if name in there else None)
    monkeypatch.setattr(gpu_module, "distribution", distribution)

    assert gpu_signs_present() is present


def test_without_tensorflow_there_is_no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keras_classifier, "is_installed", lambda _package: False)

    assert keras_classifier.tensorflow_gpus() == []


def test_a_tensorflow_that_cannot_be_loaded_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keras_classifier, "is_installed", lambda _package: True)
    monkeypatch.setitem(sys.modules, "tensorflow", None)

    with pytest.raises(MissingDependencyError, match=r"TensorFlow is installed but cannot be loaded: .*--device cpu"):
        keras_classifier.tensorflow_gpus()


def test_tensorflow_is_installed_also_while_it_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "tensorflow", raising=False)
    with hidden("tensorflow"):
        assert keras_classifier.tensorflow_installed()
