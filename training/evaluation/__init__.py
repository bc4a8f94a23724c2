"""The honest report about a model: what ``python -m training evaluate`` measures and writes."""
