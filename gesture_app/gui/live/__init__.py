"""The Live page: the camera image beside its prediction."""
