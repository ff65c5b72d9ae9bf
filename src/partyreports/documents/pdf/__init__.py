"""From a PDF to its text."""
