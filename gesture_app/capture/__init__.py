"""Frame sources: cameras, streams, video files and folders of images."""
