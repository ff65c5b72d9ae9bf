"""Where an article speaks of meetings, and which of them it reports."""
