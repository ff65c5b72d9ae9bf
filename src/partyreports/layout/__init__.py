"""The page around the article: headline, dateline, byline, captions, footer, and so the article proper."""
