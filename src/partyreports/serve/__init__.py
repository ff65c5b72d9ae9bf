"""A small server for readers without a terminal: paste an article, see it, save it. It keeps and logs no text."""
