"""Training of the models: rendered hands, datasets, training, evaluation and export."""

import gesture_app as gesture_app  # first of all: it switches ONNX Runtime's usage reports off, which converters import
