"""Formulas as algebra: read, evaluate, and compare with what they are said to be."""
