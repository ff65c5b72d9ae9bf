"""Whether an article reports a meeting that took place."""
