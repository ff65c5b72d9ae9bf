"""Small grammars, each for one kind of expression: sentences, numbers, dates, persons, ordinals.

They read what stands at one place of the view; they do not know what an article is.
"""
