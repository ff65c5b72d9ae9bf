"""Lists: markers, the chains that they form, their nesting and extents, their introductions and roles."""
