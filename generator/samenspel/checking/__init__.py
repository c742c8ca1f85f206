"""What a maker should know before a print order: fit, questions, languages, brand."""
