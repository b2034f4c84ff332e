"""Quotations held against the primary record."""
