"""The first steps: choose the camera, show the gestures, play a round."""
