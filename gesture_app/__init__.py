"""Real-time recognition of hand gestures from a webcam."""

import os

# ONNX Runtime 1.31 writes a usage event when it is imported and looks up a telemetry host about a minute later.
# `disable_telemetry_events()` comes too late for that; this variable, set before the import, prevents both. It stands
# here because every process of the program imports this package first, those that train and export included.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
