"""Where things stand: site furniture, numbered lists, the meeting that the article speaks of."""
