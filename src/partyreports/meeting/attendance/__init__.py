"""Who took part, and from how many places."""
