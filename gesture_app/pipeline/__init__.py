"""The pipeline of frames: capture thread, slots, inference thread. It depends only on the ports."""
