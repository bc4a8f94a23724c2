"""Training of image classifiers on any folder of labelled images. It knows nothing of hands."""
