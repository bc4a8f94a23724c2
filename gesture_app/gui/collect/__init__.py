"""The collect page: recording, review, import and export of samples."""
