"""Gold documents and field-by-field scores."""
