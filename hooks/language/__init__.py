"""Sentences: what they assert, in which words."""
