"""The ports: roles that other packages implement. One module per subject; import them from here.

Implementations add their technology to the name, such as ``OnnxClassifier``.
"""

from __future__ import annotations

from gesture_app.domain.ports.classifier import Classifier, Cropper
from gesture_app.domain.ports.frame_reader import FrameReader
from gesture_app.domain.ports.frame_source import ExposureControl, FrameSource
from gesture_app.domain.ports.hand_detector import DetectionMode, HandDetector
from gesture_app.domain.ports.models import ModelLibrary
from gesture_app.domain.ports.playback import Playback, PlaybackState, RecordedSource
from gesture_app.domain.ports.players import PlayerProfiles
from gesture_app.domain.ports.rounds import RoundLog
from gesture_app.domain.ports.samples import RecorderListener, SampleExchange, SampleRecorder, SampleStore

__all__ = [
    "Classifier",
    "Cropper",
    "DetectionMode",
    "ExposureControl",
    "FrameReader",
    "FrameSource",
    "HandDetector",
    "ModelLibrary",
    "Playback",
    "PlaybackState",
    "PlayerProfiles",
    "RecordedSource",
    "RecorderListener",
    "RoundLog",
    "SampleExchange",
    "SampleRecorder",
    "SampleStore",
]
