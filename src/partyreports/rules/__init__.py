"""The form of a rule: values that say what is matched, with examples and counter-examples. No Vietnamese in here."""
