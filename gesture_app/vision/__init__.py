"""Hand detection, cropping and drawing."""
