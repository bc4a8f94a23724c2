"""Real-time recognition of hand gestures from a webcam."""

import os

# ONNX Runtime 1.31 writes a usage event when it is imported and looks up a telemetry host about a minute later.
# `disable_telemetry_events()` comes too late for that; this variable, set before the import, prevents both. It stands
# here because every process of the program imports this package first, those that train and export included.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

# OpenCV refuses larger images before it decodes them. The largest cameras of phones have as many pixels, which take
# 600 MB; with OpenCV's own limit a file of 100 kB could take 3 GB. OpenCV reads it when it is imported.
os.environ.setdefault("OPENCV_IO_MAX_IMAGE_PIXELS", "200000000")
