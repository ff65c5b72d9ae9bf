"""When the meeting took place."""
