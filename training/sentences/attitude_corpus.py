"""Attitudes towards targets: NewsMTSC, UNSCon, MPQA."""

from pathlib import Path

from examples import Example, read_rows

from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span

POLARITIES = {2: 0, 4: 1, 6: 2}
CONFLICTS = ("none", "Direct_NegEval", "Indirect_NegEval", "Challenge", "Correction")
ATTITUDES = ("sentiment", "arguing", "agree", "intention")
MPQA_FILES = ("dev", "test_fold_0", "test_fold_1", "test_fold_2")


def read_newsmtsc(path: Path) -> list[Example]:
    """A sentence with each of its targets."""
    found = []
    for row in read_rows(path):
        text = row["sentence_normalized"]
        for target in row["targets"]:
            polarity = POLARITIES.get(int(target["polarity"]))
            if polarity is not None:
                span = Span(target["from"], target["to"])
                sentence = MarkedSentence(text, None, span)
                group = row["primary_gid"]
                found.append(Example("targets", "newsmtsc", sentence, (polarity,), group=group))
    return found


def read_unscon(path: Path) -> list[Example]:
    """Segments of speeches with the one before as the second text; `group` is the speech."""
    found, before = [], ("", "")
    for row in read_rows(path):
        speech, text = row["file_id"], row["EDU_text"]
        label = next((i for i, name in enumerate(CONFLICTS) if i and row[name] == "1"), 0)
        second = before[1] if before[0] == speech else None
        example = Example(
            "conflicts", "unscon", MarkedSentence(text), (label,), second=second, group=speech
        )
        found.append(example)
        before = (speech, text)
    return found


def read_mpqa(folder: Path) -> list[Example]:
    """Holder as source, target as target, the words that express it as the second text.

    `group` is the document; `corpus` names the kind of attitude, "mpqa-agree" and so on.
    """
    found = []
    for name in MPQA_FILES:
        rows = read_rows(folder / f"{name}.jsonl.gz")
        for document in (row for row in rows if isinstance(row, dict)):
            for sentence in document.values():
                if isinstance(sentence, dict):
                    found += _attitudes(sentence, str(document["document_path"]))
    return found


def _attitudes(sentence: dict, group: str) -> list[Example]:
    tokens = [_plain_token(token) for token in sentence["sentence_tokenized"]]
    found = []
    for name in sentence.get("dss_ids", []):
        expression = sentence.get(f"ds{name}") if isinstance(name, int) else sentence.get(name)
        if not isinstance(expression, dict):
            continue
        for key, attitude in expression.items():
            if key.startswith("att") and isinstance(attitude, dict):
                example = _attitude(tokens, expression, attitude, group)
                found += [example] if example else []
    return found


def _attitude(tokens: list[str], expression: dict, attitude: dict, group: str) -> Example | None:
    kind, _, sign = attitude["attitudes_types"].rpartition("-")
    if kind not in ATTITUDES or sign not in ("neg", "pos"):
        return None
    text, offsets = _joined(tokens)
    target = _span(offsets, next(iter(attitude["targets_indices"]), []))
    holder = _span(offsets, next(iter(expression["holders_indices"]), []))
    if holder and target and holder.overlaps(target):
        holder = None
    second = " ".join(_plain_token(token) for token in expression["ds_tokenized"])
    sentence = MarkedSentence(text, holder, target)
    label = (int(sign == "pos"),)
    return Example("attitudes", f"mpqa-{kind}", sentence, label, second=second or None, group=group)


def _joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    offsets, length = [], 0
    for token in tokens:
        offsets.append((length, length + len(token)))
        length += len(token) + 1
    return " ".join(tokens), offsets


def _span(offsets: list[tuple[int, int]], places: list[int]) -> Span | None:
    inside = [place for place in places if place < len(offsets)]
    if not inside:
        return None
    start, end = offsets[min(inside)][0], offsets[max(inside)][1]
    return Span(start, end) if start < end else None


_TOKENS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}


def _plain_token(token: str) -> str:
    return _TOKENS.get(token, token)
