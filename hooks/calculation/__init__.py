"""Written numbers and calculations: what they claim, and whether they agree."""
