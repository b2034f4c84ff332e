"""Bytes to Document: text files, HTML pages, JSON Lines and CSV."""

from onrecord.documents.options import SourceOptions
from onrecord.documents.skipped import Skipped
from onrecord.documents.text import text_document

__all__ = ["Skipped", "SourceOptions", "text_document"]
