"""Hand detection with MediaPipe's networks."""
