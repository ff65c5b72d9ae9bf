"""The text itself: spans, the analysed view of a source, the vocabulary, the word tokenizer."""
