"""The train page: retraining, and the list of models."""
