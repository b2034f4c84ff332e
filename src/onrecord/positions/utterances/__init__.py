"""Statements of several documents that report one act of speech."""

from onrecord.positions.utterances.grouping import group

__all__ = ["group"]
