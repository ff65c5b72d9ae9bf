"""Archives: articles into a folder of results that says what was done, so that the next run goes on from there."""
