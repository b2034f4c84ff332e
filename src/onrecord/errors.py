"""Every error that OnRecord raises on purpose.

OnRecordError
├── DocumentError          a document cannot be read: which one, why, what to do
│   ├── UnreadableFile     it cannot be opened or is no regular file
│   └── UnsupportedFormat  it is binary, or of a format without a reader
├── RecordError            the record file cannot be used
│   ├── NotARecord         the file exists and is something else, or of a newer version
│   └── NotInRecord        what was asked for is not in the record
├── Contradiction          a judgement cannot hold beside an earlier one
├── InvalidActor           an actor, office or tenure to import cannot be understood
├── InvalidIssue           an issue of a TOML file cannot be understood
├── InvalidQuery           a filter cannot be understood
├── UnwritableOutput       an export cannot be written where it should go
├── WeightsError           a model file is missing or does not match its digest
└── MissingExtra           an optional dependency is not installed
"""


class OnRecordError(Exception):
    """The root of the tree; its message names the value, the place and the next step."""


class DocumentError(OnRecordError):
    """A document cannot be read."""


class UnreadableFile(DocumentError):
    """A path cannot be opened, or is no regular file."""


class UnsupportedFormat(DocumentError):
    """The bytes are binary, or in a format that no reader knows."""


class RecordError(OnRecordError):
    """The record file cannot be used."""


class NotARecord(RecordError):
    """The file exists and is not a record, or was written by a newer version."""


class NotInRecord(RecordError):
    """What was asked for is not in the record."""


class Contradiction(OnRecordError):
    """A judgement cannot hold beside an earlier one: which, and how that one goes."""


class InvalidActor(OnRecordError):
    """An actor, office or tenure to import cannot be understood: which, and what would be."""


class InvalidIssue(OnRecordError):
    """An issue cannot be understood: where it stands, what is wrong, and what would be right."""


class InvalidQuery(OnRecordError):
    """A filter cannot be understood: which one, and what would be."""


class UnwritableOutput(OnRecordError):
    """An export cannot be written where it should go."""


class WeightsError(OnRecordError):
    """A model file is missing or does not match its digest."""


class MissingExtra(OnRecordError):
    """An optional dependency is not installed."""
