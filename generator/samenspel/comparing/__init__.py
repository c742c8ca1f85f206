"""What one deck changes of another, in words and pictures."""
