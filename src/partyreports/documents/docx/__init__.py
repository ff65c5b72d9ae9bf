"""From a Word file to its text."""
