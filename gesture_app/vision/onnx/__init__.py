"""The hand networks as ONNX files, on ONNX Runtime."""
