"""Acts without a model."""
