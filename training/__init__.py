"""Making the model: rendered hands, data sets, training, evaluation and export."""
