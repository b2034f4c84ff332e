"""`onrecord act`: what is done by speaking, as a PLOVER code, sentence by sentence."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put, put_json
from onrecord.cli.wording import one_line
from onrecord.domain.act import Quad, Root
from onrecord.domain.sentence import CodedSentence, MarkedSentence
from onrecord.domain.span import Span
from onrecord.errors import InvalidQuery
from onrecord.lexicon.acts import act_words
from onrecord.lexicon.cameo import cameo_codes, codes_of

EPILOG = options.examples(
    'onrecord act "Ilmarra accused Tessaria of shelling the town."',
    'onrecord act --source Oss --target Tessaria "Oss said Tessaria must withdraw."',
    'onrecord act --json "<s>Quost</s> rejected <t>the plan</t>." | jq .root',
    "onrecord act --json < sentences.txt",
    "onrecord act --codes",
)

_MARK = re.compile(r"<(/?)([st])>")


@command
def act(
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT]...",
            help="Sentences, each as one argument; if absent, standard input, one a line. "
            "<s>…</s> marks who does it, <t>…</t> to whom.",
            show_default=False,
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Who does it, as the sentence has it."),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="To whom, as the sentence has it."),
    ] = None,
    codes: Annotated[
        bool, typer.Option("--codes", help="Write the codes and what they mean, and stop.")
    ] = False,
    json: options.AsJson = False,
) -> ExitCode:
    """Code what is done in single sentences.

    Each gets one of PLOVER's fifteen roots, or none where it is a plain comment, with its quad
    class, the words that it rests on, who does it and to whom. Parties that are neither marked nor
    named are looked for in the sentence. Offsets are code points of the sentence without marks.
    """
    if codes:
        _write_codes(as_json=json)
        return ExitCode.OK
    sentences = (_marked(line, source, target) for line in _lines(text))
    for coded in wiring.code_sentences(sentences):
        if json:
            put_json(as_json(coded))
        else:
            put(as_line(coded))
    return ExitCode.OK


def _lines(text: Sequence[str] | None) -> Iterator[str]:
    given: Iterable[str] = text if text else sys.stdin
    for line in given:
        if line.strip():
            yield line.strip()


def _marked(line: str, source: str | None, target: str | None) -> MarkedSentence:
    """The sentence with its parties, from marks or from words. Raises InvalidQuery."""
    plain, marks = parse_marks(line)
    try:
        return MarkedSentence(
            plain,
            marks.get("s") or _found(plain, source, "--source"),
            marks.get("t") or _found(plain, target, "--target"),
        )
    except ValueError as error:
        raise InvalidQuery(f"source and target overlap in {line!r}: mark them apart") from error


def parse_marks(line: str) -> tuple[str, dict[str, Span]]:
    """A sentence without its marks, and what they enclose, by `s` and `t`.

    Raises InvalidQuery where a mark is not closed, or encloses nothing.

    >>> parse_marks("<s>Oss</s> left.")
    ('Oss left.', {'s': Span(start=0, end=3)})
    """
    plain, at, opened = "", 0, dict[str, int]()
    found: dict[str, Span] = {}
    for mark in _MARK.finditer(line):
        plain += line[at : mark.start()]
        at = mark.end()
        closes, name = mark.groups()
        if not closes:
            opened[name] = len(plain)
        elif name in opened and opened[name] < len(plain):
            found[name] = Span(opened.pop(name), len(plain))
        else:
            opened[name] = 0
            break
    if opened:
        raise InvalidQuery(f"marks do not fit together in {line!r}: write <s>…</s> and <t>…</t>")
    return plain + line[at:], found


def _found(text: str, words: str | None, option: str) -> Span | None:
    if not words:
        return None
    at = text.find(words)
    if at < 0:
        raise InvalidQuery(f"{option}: {words!r} is not in {text!r}; write it as it stands there")
    return Span(at, at + len(words))


def as_json(coded: CodedSentence) -> dict[str, object]:
    """One sentence as an object of JSON."""
    text, done = coded.sentence.text, coded.act
    quad = done.root.quad
    row: dict[str, object] = {
        "text": text,
        "root": done.root.value,
        "quad": quad.value if quad else None,
        "quad_name": quad_name(quad) if quad else None,
        "cameo": list(codes_of(done.root)),
    }
    for name, span in (("source", coded.sentence.source), ("target", coded.sentence.target)):
        row[name] = _piece(text, span) if span else None
    row["evidence"] = [_piece(text, span) for span in done.evidence]
    return row | {"confidence": done.confidence, "step": done.step}


def _piece(text: str, span: Span) -> dict[str, object]:
    return {"span": [span.start, span.end], "text": span.of(text)}


def as_line(coded: CodedSentence) -> str:
    """One sentence as a line: code, who to whom, the words it rests on."""
    text, sentence = coded.sentence.text, coded.sentence
    who = sentence.source.of(text) if sentence.source else "?"
    whom = f" → {sentence.target.of(text)}" if sentence.target else ""
    words = ", ".join(f"“{one_line(span.of(text))}”" for span in coded.act.evidence)
    code = coded.act.root.value
    return f"{code:<9} {coded.act.confidence:.2f}  {who}{whom}{'  ' if words else ''}{words}"


def quad_name(quad: Quad) -> str:
    """A quad class in words.

    >>> quad_name(Quad.VERBAL_CONFLICT)
    'verbal conflict'
    """
    return quad.name.lower().replace("_", " ")


def _write_codes(*, as_json: bool) -> None:
    for root in Root:
        if as_json:
            put_json(_code_json(root))
            continue
        cameo = ", ".join(codes_of(root))
        quad = root.quad
        words = f"{quad.value} {quad_name(quad)}" if quad else "-"
        put(f"{root.value:<9} {words:<23} CAMEO {cameo:<11} {definition(root)}")


def _code_json(root: Root) -> dict[str, object]:
    quad = root.quad
    codes = cameo_codes()
    return {
        "root": root.value,
        "quad": quad.value if quad else None,
        "quad_name": quad_name(quad) if quad else None,
        "definition": definition(root),
        "cameo": {code: codes[code].label for code in codes_of(root)},
        "cameo_detailed": {code: codes[code].label for code in codes_of(root, detailed=True)},
    }


def definition(root: Root) -> str:
    """What a root means."""
    plain = "A plain comment, opinion, forecast or description: no act towards anybody."
    return act_words().definitions.get(root, plain)
