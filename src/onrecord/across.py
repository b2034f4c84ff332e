"""What crosses documents: utterances, issues and lines, out of a record."""

from onrecord.reporting import reported_in

__all__ = ["reported_in"]
