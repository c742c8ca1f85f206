"""A deck's texts in spreadsheets: out, and back in."""
