"""Who chaired the meeting."""
