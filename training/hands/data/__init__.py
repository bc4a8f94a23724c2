"""Hand samples: datasets, splits, sampling, augmentation, batches."""
