"""The meeting itself: its name, kind, format and place, and the period that it reviews."""
