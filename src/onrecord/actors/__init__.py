"""Mentions to actors, within a document and across documents."""
