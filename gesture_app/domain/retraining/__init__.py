"""Retraining: the plan, the events of its process, and the gate that accepts a model."""
