"""What makes a text the same text on every machine."""

from hashlib import sha256

ID_CHARACTERS = 16
"""64 bits: two of ten million different texts share an id with a probability of 3 in a million."""


def text_digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, as lower-case hexadecimal. Lone surrogates are no error."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def bytes_digest(raw: bytes) -> str:
    """SHA-256 of the bytes, as lower-case hexadecimal."""
    return sha256(raw).hexdigest()


def document_id(digest: str) -> str:
    """The id of the text with this digest."""
    return digest[:ID_CHARACTERS]
