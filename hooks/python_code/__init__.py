"""Programs on pages and beside them: what they embed, print and call."""
